"""What may be a mention: the segments of a run, without titles, articles and demonyms in front."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from reader.articles.names.kinds import guessed, kind_of_one, kind_of_several
from reader.articles.names.lists import demonyms, first_names, known, vocabulary
from reader.articles.names.runs import Run, Word
from reader.articles.names.segments import segments
from reader.articles.names.titles import role, title_end
from reader.articles.wordlists import stop_words
from reader.model.article import Span
from reader.model.name import NameKind

CAPITAL_NOUNS = frozenset({"de", "lb"})
"""Languages that write every noun with a capital, where a capital says nothing."""

ARTICLED = frozenset({"fr", "es", "pt", "it", "de", "lb", "ca", "ro", "gl"})
"""Languages whose own small words are particles of names: `de`, `du`, `der`."""

_INSTITUTION = re.compile(r" (?:parliament|supreme court|central bank|national assembly)\b")
_SHORT = 3
"""A listed name of at most so many letters must stand there in capitals: US, not Us."""


LONG = 50_000
"""Characters of a text from which its words are collected once, instead of looked for one by one."""
_SIGN = re.compile(r"[\W_]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a mention."""

    text: str
    """The name, without a title in front."""
    span: Span
    """Where in the line."""
    kind: NameKind | None
    """What it seems to be; None where nothing speaks for anything."""
    strength: int
    """How much speaks for it, 0 to 4."""
    role: str = ""
    """The title in front of it."""
    opens: bool = False
    """Whether it is one word whose capital says nothing: the first of a sentence, or a title or head alone."""


class WordsOf:
    """The words that stand behind a blank in a text, as they are written there."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._long = frozenset(_words_behind_blanks(text)) if len(text) > LONG else None

    def __contains__(self, word: object) -> bool:
        if self._long is not None:
            return word in self._long
        at = self._text.find(f" {word}")
        while at >= 0:
            end = at + len(str(word)) + 1
            if not self._text[end : end + 1].isalnum():
                return True
            at = self._text.find(f" {word}", end)
        return False


def _words_behind_blanks(text: str) -> Iterator[str]:
    """Everything behind a blank up to a sign that is no letter: of `al-Hadi's`, `al`, `al-Hadi` and all of it."""
    for token in set(text.split(" ")[1:]):
        yield token
        yield from (token[: sign.start()] for sign in _SIGN.finditer(token))


@cache
def _empty_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Stop words of a language, and all words that alone name nothing."""
    stop = stop_words().get(language, frozenset()) | stop_words()["en"]
    return stop, (stop | vocabulary().calendar | vocabulary().openers) - known().keys()


class Finder:
    """Finds the candidates in the runs of one text."""

    def __init__(self, language: str, text: str) -> None:
        self._small = WordsOf(text)
        self._guess = language not in CAPITAL_NOUNS
        self._stop, self._empty = _empty_words(language)
        self._words = vocabulary()
        self._particles = self._words.particles - (self._words.general if language in ARTICLED else frozenset())

    def candidates(self, line: str, run: Run) -> Iterator[Candidate]:
        """The candidates in a run of a line."""
        if len(run.words) == 1:
            yield from self._lone(line, run)
            return
        for words in segments(line, run.words, self._words, self._guess):
            institution = _institution(line, words[-1])
            if institution is not None:
                yield institution
            else:
                yield from self._segment(line, words, run.opens and words[0] is run.words[0])

    def _lone(self, line: str, run: Run) -> Iterator[Candidate]:
        """The candidates in a run of one word."""
        (word,) = run.words
        lower = word.text.casefold()
        if lower in self._empty and not word.text[1:2].isupper():
            return
        if lower in demonyms():
            institution = _institution(line, word)
            if institution is not None:
                yield institution
        else:
            yield from self._plain(line, run.words, run.opens)

    def _segment(self, line: str, words: Sequence[Word], opens: bool) -> Iterator[Candidate]:
        start = 0
        while start < len(words) and not _listed(line, words[start:]):
            end = title_end(words, start)
            if end > start and not self._headed(words[end:]):
                if end < len(words) and words[end].joint == " ":
                    yield from self._titled(line, words, start, end)
                    return
                start = end
            elif self._leads(words[start].text, words[start + 1 :]) or (opens and self._opens_only(words[start:])):
                start += 1
            elif self._country(words[start].text) and not self._headed(words[start + 1 :]):
                yield _candidate(line, words[start : start + 1], NameKind.PLACE, 3)
                start += 1
            else:
                break
        yield from self._rest(line, words[start:], opens and start == 0)

    def _rest(self, line: str, words: Sequence[Word], opens: bool) -> Iterator[Candidate]:
        """What is left of a segment, broken before a title within it: `Apple Chief Executive Tim Cook`."""
        for at in range(1, len(words) - 1):
            end = title_end(words, at)
            if at < end < len(words) and not self._headed(words[end:]):
                yield from self._segment(line, words[:at], opens)
                yield from self._segment(line, words[at:], False)
                return
        if words:
            yield from self._plain(line, words, opens)

    def _leads(self, text: str, rest: Sequence[Word]) -> bool:
        """Whether a word stands before a name and is no part of it: an article, a demonym, a day."""
        lower = text.casefold()
        if len(text) > 1 and text.isupper() and lower in known():
            return False
        if lower in demonyms():
            return not (len(rest) == 1 and self._headed(rest))
        return lower in self._stop or lower in self._words.calendar

    def _opens_only(self, words: Sequence[Word]) -> bool:
        """Whether the first word of a sentence is capital for that alone: `Near Mosul`, `Controversial Australian`."""
        lower = words[0].text.casefold()
        if lower in self._words.openers or len(words) < 2:
            return lower in self._words.openers
        if words[1].joint != " " or lower in known() or lower in first_names():
            return False
        return words[1].text.casefold() in demonyms() or (lower in self._small and not self._headed(words[1:]))

    def _country(self, text: str) -> bool:
        """Whether a word is the short form of a country, which may stand before other names: `U.S. Marine John Doe`."""
        return len(text) > 1 and text.isupper() and known().get(text.casefold()) is NameKind.PLACE

    def _headed(self, words: Sequence[Word]) -> bool:
        """Whether words that follow another end as the name of a thing does, so that a title in front is none."""
        return bool(words) and words[0].joint == " " and words[-1].text.casefold().rstrip(".") in self._words.heads

    def _titled(self, line: str, words: Sequence[Word], start: int, end: int) -> Iterator[Candidate]:
        """The person that a title names."""
        person = words[end:]
        while person and person[0].text.casefold() in self._stop:
            person = person[1:]
        if person:
            yield _candidate(line, person, NameKind.PERSON, 4, role(line, words, start, end))

    def _plain(self, line: str, words: Sequence[Word], opens: bool) -> Iterator[Candidate]:
        """What words without a title name; a compound of countries names each of them too."""
        compound = False
        for word in words:
            for place in _compound(word):
                compound = True
                yield place
        while words and self._trails(words[-1].text):
            words = words[:-1]
        if not words or (len(words) == 1 and compound):
            return
        if len(words) == 1 and not self._single(words[0].text):
            if words[0].text.casefold() not in self._stop:
                yield _candidate(line, words, None, 0, opens=True)
            return
        found = self._classified(line, words, opens)
        if self._guess or found.strength > 1:
            yield found

    def _trails(self, text: str) -> bool:
        """Whether a word that ends a run is no part of the name before it: a day, or `Us` in `Give Us time`."""
        return text.casefold() in self._words.calendar or (text.casefold() in self._stop and not text.isupper())

    def _single(self, text: str) -> bool:
        """Whether one word alone may be a name."""
        lower = text.casefold().rstrip(".")
        if lower in known():
            return len(lower) > _SHORT or text.isupper()
        return not (
            len(text) < 2
            or any(lower in words for words in (self._stop, self._words.common, self._words.calendar))
            or lower in self._words.titles
            or (lower in self._words.heads and lower not in self._words.teams)
            or any(part in demonyms() for part in lower.split("-"))
        )

    def _classified(self, line: str, words: Sequence[Word], opens: bool) -> Candidate:
        if _listed(line, words):
            return _candidate(line, words, known()[_text(line, words).casefold()], 3)
        doubtful = opens and len(words) == 1
        if doubtful and words[0].text.casefold() in self._small:
            return _candidate(line, words, None, 0, opens=True)
        if len(words) == 1:
            kind, strength = kind_of_one(line, words[0], self._words)
        else:
            kind, strength = kind_of_several(line, words, self._words, self._particles)
            if kind is None and self._guess:
                kind, strength = guessed(words, self._words, self._small)
        return _candidate(line, words, kind, strength, opens=doubtful)


def _listed(line: str, words: Sequence[Word]) -> bool:
    """Whether a list of names has these words."""
    text = _text(line, words)
    return text.casefold() in known() and (len(text) > _SHORT or text.isupper())


def _institution(line: str, word: Word) -> Candidate | None:
    """`Iraqi parliament`: the one of its kind that a country has."""
    found = _INSTITUTION.match(line, word.end) if word.text.casefold() in demonyms() else None
    if found is None:
        return None
    return Candidate(line[word.start : found.end()], (word.start, found.end()), NameKind.ORGANISATION, 3)


def _compound(word: Word) -> Iterator[Candidate]:
    """The places in `US-Iraq`."""
    if "-" not in word.text or word.text.casefold() in known():
        return
    parts = word.text.split("-")
    if all(known().get(part.casefold()) is NameKind.PLACE or part.casefold() in demonyms() for part in parts):
        at = word.start
        for part in parts:
            if part.casefold() in known():
                yield Candidate(part, (at, at + len(part)), NameKind.PLACE, 3)
            at += len(part) + 1


def _text(line: str, words: Sequence[Word]) -> str:
    return line[words[0].start : words[-1].end]


def _candidate(
    line: str, words: Sequence[Word], kind: NameKind | None, strength: int, title: str = "", opens: bool = False
) -> Candidate:
    span = (words[0].start, words[-1].end)
    return Candidate(line[span[0] : span[1]], span, kind, strength, title, opens)
