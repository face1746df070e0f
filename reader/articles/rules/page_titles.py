"""The title on a crude web page, where menus, comments and other headlines stand around the text."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from math import exp

from reader.articles.dates import find_dates
from reader.articles.decode import folded
from reader.articles.draft import Draft, Piece
from reader.articles.kinds import is_boilerplate, is_prose
from reader.articles.rules.head import ZONE

CONFIDENCE = 0.6
SHORTEST, LONGEST = 6, 200
USUAL = range(25, 111)
"""Letters of most titles."""
READ = 5000
"""Letters of the text that a title is compared with."""
MOST_LINES = 600
"""Lines of a page that are looked at."""
FEWEST_OTHERS = 12
"""Lines that are not prose on a page that counts as crude, below the first prose."""
OTHERS = 0.4
"""Their share of all lines there."""
STEM = 6
"""Letters of a word that are compared, so that other endings of it count."""
MANY = 5
"""Words of a line that has many."""
MENU_WORDS = 3
"""Words of an entry of a menu at most."""
COMPARED = 300
"""Letters of a line at most in which others are looked for."""
REPEATED_FROM = 12
"""Letters of a line that tells something by being part of another."""

LONG_WORD, PLAIN_WORD = re.compile(r"[^\W\d_]{4,}"), re.compile("[a-z]{4,}")
WRITTEN_BY = re.compile(
    r"\b(?=[bvpgaru])(?:by|von|par|por|posted|published|veröffentlicht|autor|author|geschrieben|verfasst|publié|redaktion|updated)\b",
    re.IGNORECASE,
)

BUTTON = re.compile(
    r"(?:home|startseite|tags?|schlagw|kategorie|categor|filed|sie sind|click|klick|share|teilen|print|drucken|weiter"
    r"|read|zum|zur|ihr|suche|search|archiv|comment|kommentar|photo|foto|image|bild|source|quelle|related|more|mehr|menu)",
    re.IGNORECASE,
)

WEIGHTS = {
    "shared": 1.58,
    "near": 2.28,
    "day follows": 1.08,
    "day follows above the text": 1.35,
    "writer follows": 0.83,
    "prose precedes": -0.73,
    "menu precedes": 1.17,
    "a day": -0.61,
    "a writer": -0.75,
    "shared by many words": 0.48,
    "all shared": 1.72,
    "below": -0.66,
    "far below": -0.98,
    "repeated": 0.46,
    "commas": -1.29,
    "button": -1.49,
    "part of several": 0.26,
    "usual length": 1.57,
    "very short": -1.45,
    "many words": 1.07,
    "stop": -2.13,
    "small letter": -1.14,
    "part of a line": 2.19,
    "part of the text": -0.55,
    "page words": -0.84,
    "colon inside": 0.57,
    "colon at the end": -0.90,
    "question": -0.57,
    "path": -0.36,
    "cut short": -0.90,
    "brackets": -0.78,
}
"""How much each sign speaks for or against a line. Fitted as a conditional logit (which line of the page is its title?)
to 391 pages, on which 63 % of the titles are found. Fitted to one half of them and tried on the other it is 62 % (57 to
65 % of ten halves): see `tests/bench/titles.py --crossed`."""


BY_WORDS = ("shared", "shared by many words", "all shared", "part of several", "part of a line")
"""Signs for a line that take a comparison of words to tell."""
MOST_BY_WORDS = sum(map(WEIGHTS.__getitem__, BY_WORDS))


def page_title(draft: Draft) -> Draft:
    """Of all lines of a crude page the one that most looks like the title of its text."""
    if draft.value("title") or not is_crude(draft):
        return draft
    pieces = (*draft.head, *draft.body)[:MOST_LINES]
    index = best_line(pieces, len(draft.head))
    if index < 0:
        return draft
    draft = draft.stated("title", pieces[index].text, "page title", CONFIDENCE, pieces[index].span)
    if index < len(draft.head):
        return draft.with_head((*draft.head[:index], *draft.head[index + 1 :]))
    return draft.with_body((*draft.body[: index - len(draft.head)], *draft.body[index - len(draft.head) + 1 :]))


def is_crude(draft: Draft) -> bool:
    """Whether much on the page is not its text: above it more than a head, or below it many other lines."""
    if len(draft.head) > ZONE:
        return True
    others = sum(piece.kind is None and not is_prose(piece.text) for piece in draft.body)
    return others >= FEWEST_OTHERS and others >= OTHERS * len(draft.body)


def best_line(pieces: Sequence[Piece], start: int) -> int:
    """The place of the line that most looks like the title, of equals the first; -1 for none. The text is at `start`.

    Its place and its looks are cheap to tell. Where all that the words may add cannot make a line the best, they are
    not compared with the text; that is so for most entries of menus.
    """
    page = Page(pieces, start)
    outside = sorted(((weighed(page.place_and_looks(index)), -index) for index in page.lines()), reverse=True)
    best = (float("-inf"), 1)
    for score, place in outside:
        if score + MOST_BY_WORDS < best[0]:
            break
        best = max(best, (score + weighed(page.words(-place)), place))
    return -best[1]


class Page:
    """All lines of a page, looked at once."""

    def __init__(self, pieces: Sequence[Piece], start: int) -> None:
        self._texts = [piece.text for piece in pieces]
        self._start = start
        self._prose = [is_prose(text) for text in self._texts]
        self._dated = {at for at, text in enumerate(self._texts) if len(text) < 110 and find_dates(text)}
        self._written = {at for at, text in enumerate(self._texts) if len(text) < 140 and WRITTEN_BY.search(text)}
        self._word_counts = [len(text.split()) for text in self._texts]
        self._before_day = before(self._dated, 3)
        self._near_day = before(self._dated, 5)
        self._before_writer = before(self._written, 3)
        self._after_prose = {at + step for at, prose in enumerate(self._prose) if prose for step in range(1, 9)}
        self._lines = [folded(text) if len(text) < COMPARED else "" for text in self._texts]
        self._times = Counter(self._lines)
        self._all = "\n" + "\n\n".join(filter(None, self._lines)) + "\n"
        running = (text for text, prose in zip(self._texts[start:], self._prose[start:], strict=True) if prose)
        self._text = " ".join(running)[:READ].casefold()
        self._words = stems(self._text)

    def lines(self) -> Iterator[int]:
        """The places of the lines that are as long as titles are."""
        for index, text in enumerate(self._texts):
            if SHORTEST <= len(text) <= LONGEST and (text[:4].isalpha() or sum(map(str.isalpha, text)) >= 4):
                yield index

    def place_and_looks(self, index: int) -> dict[str, float]:
        """The signs of a line that need no comparing of words, each from 0 to 1; those that are missing are 0."""
        signs = dict.fromkeys((*self._place(index), *looks(self._texts[index])), 1.0)
        signs["near"] = exp(-abs(self._start - index) / 60)
        signs["repeated"] = min(self._times[self._lines[index]] - 1, 3) / 3
        return signs

    def words(self, index: int) -> dict[str, float]:
        """What the words of a line say: whether the text has them, and other lines, and pages in general."""
        text, line = self._texts[index], self._lines[index]
        small = text.casefold()
        words = stems(small)
        shared = len(words & self._words)
        whole = self._times[line]
        parts = self._all.count(line) if len(text) >= REPEATED_FROM else 0
        return {
            "shared": shared / max(1, len(words)),
            "shared by many words": shared >= 0.5 * max(1, len(words)) and self._word_counts[index] >= MANY,
            "all shared": min(shared, 8) / 8,
            "part of several": parts >= 2 + whole,
            "part of a line": parts > whole,
            "part of the text": len(text) >= 15 and small in self._text,
            "button": BUTTON.match(text) is not None,
            "page words": is_boilerplate(text),
        }

    def _place(self, index: int) -> Iterator[str]:
        """The signs that its place and the lines around it give."""
        if index < self._start:
            if index in self._near_day:
                yield "day follows above the text"
            if sum([count <= MENU_WORDS for count in self._word_counts[max(0, index - 6) : index]]) >= 4:
                yield "menu precedes"
        else:
            yield "below"
            if index > self._start + 8:
                yield "far below"
        if index in self._before_day:
            yield "day follows"
        if index in self._before_writer:
            yield "writer follows"
        if index in self._after_prose:
            yield "prose precedes"
        if index in self._dated:
            yield "a day"
        if index in self._written:
            yield "a writer"
        if self._word_counts[index] >= MANY:
            yield "many words"


def weighed(signs: Mapping[str, float]) -> float:
    """What signs say together."""
    return sum([WEIGHTS[sign] * value for sign, value in signs.items()])


def before(places: Set[int], reach: int) -> set[int]:
    """The places that have one of these so close behind them."""
    return {place - step for place in places for step in range(1, reach + 1)}


def looks(text: str) -> Iterator[str]:
    """The signs that the length of a line, its ends and its punctuation give."""
    if len(text) in USUAL:
        yield "usual length"
    if len(text) < 15:
        yield "very short"
    if text[0].islower():
        yield "small letter"
    if text[-1] in ".,;":
        yield "stop"
    if not text.replace(" ", "").isalnum():
        yield from punctuation(text)


def punctuation(text: str) -> Iterator[str]:
    """The signs that the marks in a line give."""
    if text.count(",") >= 2:
        yield "commas"
    if ":" in text[:-1]:
        yield "colon inside"
    if text.endswith(":"):
        yield "colon at the end"
    if "?" in text or "!" in text:
        yield "question"
    if "|" in text or "»" in text or "›" in text:
        yield "path"
    if text.endswith(("...", "…")):
        yield "cut short"
    if "(" in text:
        yield "brackets"


def stems(text: str) -> set[str]:
    """The beginnings of the longer words of a text in small letters."""
    return {word[:STEM] for word in (PLAIN_WORD if text.isascii() else LONG_WORD).findall(text)}
