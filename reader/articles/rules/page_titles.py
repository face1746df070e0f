"""The title on a crude web page, where menus, comments and other headlines stand around the text."""

import re
from collections.abc import Iterator, Sequence
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
MENU_WORDS = 3
"""Words of an entry of a menu at most."""
REPEATED_FROM = 12
"""Letters of a line that tells something by being part of another."""

LONG_WORD = re.compile(r"[^\W\d_]{4,}")
WRITTEN_BY = re.compile(
    r"\b(?:by|von|par|por|posted|published|veröffentlicht|autor|author|geschrieben|verfasst|publié|redaktion|updated)\b",
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
to 391 pages: 233 titles are found; fitted to one half and tried on the other, 230."""


def page_title(draft: Draft) -> Draft:
    """Of all lines of a crude page the one that most looks like the title of its text."""
    if draft.value("title") or not is_crude(draft):
        return draft
    pieces = (*draft.head, *draft.body)[:MOST_LINES]
    best = max(scored(pieces, len(draft.head)), key=lambda each: each[0], default=None)
    if best is None:
        return draft
    index = best[1]
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


def scored(pieces: Sequence[Piece], start: int) -> Iterator[tuple[float, int]]:
    """How much each line that can be a title looks like one, with its place; the text begins at `start`."""
    page = Page(pieces, start)
    for index, piece in enumerate(pieces):
        if SHORTEST <= len(piece.text) <= LONGEST and sum(map(str.isalpha, piece.text)) >= 4:
            yield sum(WEIGHTS[name] * value for name, value in page.signs(index).items()), index


class Page:
    """All lines of a page, looked at once."""

    def __init__(self, pieces: Sequence[Piece], start: int) -> None:
        self._texts = [piece.text for piece in pieces]
        self._start = start
        self._prose = [is_prose(text) for text in self._texts]
        self._dated = [len(text) < 110 and bool(find_dates(text)) for text in self._texts]
        self._written = [len(text) < 140 and bool(WRITTEN_BY.search(text)) for text in self._texts]
        self._short = [len(text.split()) <= MENU_WORDS for text in self._texts]
        self._all = "\n" + "\n\n".join(folded(text) for text in self._texts if len(text) < 300) + "\n"
        running = (text for text, prose in zip(self._texts[start:], self._prose[start:], strict=True) if prose)
        self._text = " ".join(running)[:READ].casefold()
        self._words = stems(self._text)

    def signs(self, index: int) -> dict[str, float]:
        """What speaks for or against a line, each from 0 to 1."""
        text = self._texts[index]
        words = stems(text.casefold())
        many = len(text.split()) >= 5
        above = index < self._start
        line = folded(text)
        return {
            "shared": len(words & self._words) / max(1, len(words)),
            "near": exp(-abs(self._start - index) / 60),
            "day follows": self._any(self._dated, index + 1, index + 4),
            "day follows above the text": above and self._any(self._dated, index + 1, index + 6),
            "writer follows": self._any(self._written, index + 1, index + 4),
            "prose precedes": self._any(self._prose, index - 8, index),
            "menu precedes": above and sum(self._short[max(0, index - 6) : index]) >= 4,
            "a day": self._dated[index],
            "a writer": self._written[index],
            "shared by many words": many and len(words & self._words) >= 0.5 * max(1, len(words)),
            "all shared": min(len(words & self._words), 8) / 8,
            "below": not above,
            "far below": index > self._start + 8,
            "repeated": min(self._all.count(f"\n{line}\n") - 1, 3) / 3,
            "commas": text.count(",") >= 2,
            "button": bool(BUTTON.match(text)),
            "part of several": len(text) >= 12 and self._all.count(line) >= 2 + self._all.count(f"\n{line}\n"),
            "usual length": len(text) in USUAL,
            "very short": len(text) < 15,
            "many words": many,
            "stop": text[-1] in ".,;",
            "small letter": text[0].islower(),
            "part of a line": len(text) >= REPEATED_FROM and self._all.count(line) > self._all.count(f"\n{line}\n"),
            "part of the text": len(text) >= 15 and text.casefold() in self._text,
            "page words": is_boilerplate(text),
            **looks(text),
        }

    @staticmethod
    def _any(flags: Sequence[bool], start: int, end: int) -> bool:
        return any(flags[max(0, start) : max(0, end)])


def looks(text: str) -> dict[str, float]:
    """What its punctuation says about a line."""
    return {
        "colon inside": ":" in text[:-1],
        "colon at the end": text.endswith(":"),
        "question": "?" in text or "!" in text,
        "path": any(mark in text for mark in "|»›"),
        "cut short": text.endswith(("...", "…")),
        "brackets": "(" in text,
    }


def stems(text: str) -> set[str]:
    """The beginnings of the longer words."""
    return {word[:STEM] for word in LONG_WORD.findall(text)}
