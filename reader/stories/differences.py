"""What two versions say differently of the same thing: figures, names, days, and how they spell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby, pairwise

from reader.stories.name_words import CALENDAR
from reader.stories.passages import no_names, sound
from reader.stories.word_changes import Change, Chunk, WordChange, chunks, folded
from reader.stories.wording import NUMBERS, WORD, american, key, plain

ALIKE = 0.75
"""Likeness of two capitalised words, as difflib counts it, from which they are spellings of one name."""
LONGEST = 8
"""Words of a replaced passage in which counterparts are looked for: in longer ones chance finds them."""

_FIGURE = re.compile(r"\d[\d.,:]*(?:%|[a-z]{1,2})?")
"""Digits, with a sign or two letters: 3,000, 80%, 212bn."""


class DifferenceKind(StrEnum):
    """What two versions differ in."""

    FIGURE = "figure"
    NAME = "name"
    DATE = "date"
    SPELLING = "spelling"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that two versions say differently."""

    kind: DifferenceKind
    """What it is."""
    a: str
    """As the first has it."""
    b: str
    """As the second has it."""
    subject: str = ""
    """Of a figure: the word behind it in both, such as `passengers`; of a name: the part that is the same."""

    @property
    def told(self) -> str:
        """In words: `3,000 here, 2,500 there (soldiers)`, `Antony / Anthony Blinken`."""
        if self.kind is DifferenceKind.FIGURE:
            return f"{self.a} here, {self.b} there{f' ({self.subject})' if self.subject else ''}"
        return f"{self.a} / {self.b}{f' {self.subject}' if self.subject else ''}"


def differences_in(a: str, b: str, changes: Iterable[WordChange]) -> Iterator[Difference]:
    """What two versions of one paragraph say differently, in the order in which they say it."""
    before: tuple[Chunk, Chunk] | None = None
    rows = [(each, chunk(a, each.a), chunk(b, each.b)) for each in changes]
    grouped = [list(group) for _, group in groupby(rows, key=lambda row: row[0].change is Change.SAME)]
    for number, group in enumerate(grouped):
        if group[0][0].change is Change.SAME:
            before = (group[-1][1], group[-1][2])
            continue
        after = grouped[number + 1][0][1:] if number + 1 < len(grouped) else None
        gone = [row[1] for row in group if row[0].change is Change.GONE]
        new = [row[2] for row in group if row[0].change is Change.NEW]
        if 0 < len(gone) <= LONGEST and 0 < len(new) <= LONGEST:
            yield from _replaced(gone, new, before, after)
    yield from _counted(a, b)


def chunk(text: str, span: tuple[int, int]) -> Chunk:
    """The word at a place."""
    return Chunk(text[span[0] : span[1]], span)


def _replaced(
    gone: Sequence[Chunk], new: Sequence[Chunk], before: tuple[Chunk, Chunk] | None, after: Sequence[Chunk] | None
) -> Iterator[Difference]:
    """Counterparts in a passage and what replaces it."""
    joined_a, joined_b = ("".join(map(_letters, each)) for each in (gone, new))
    if joined_a and american(joined_a) == american(joined_b):
        yield Difference(DifferenceKind.SPELLING, _bare(gone), _bare(new))
        return
    rest = list(new)
    for one in gone:
        for other in rest:
            kind = _kind(one, other, before)
            if kind is not None:
                yield _difference(kind, one, other, before, after)
                rest = rest[rest.index(other) + 1 :]
                break


def _difference(
    kind: DifferenceKind, one: Chunk, other: Chunk, before: tuple[Chunk, Chunk] | None, after: Sequence[Chunk] | None
) -> Difference:
    here, there = _bare([one]), _bare([other])
    if kind is DifferenceKind.DATE and before and _is_month(before[0].text) and here[:1].isdigit():
        return Difference(kind, f"{before[0].text} {here}", f"{before[1].text} {there}")
    follows = after is not None and one.text[-1:].isalnum() and after[0].span[0] == one.span[1] + 1
    subject = _bare([after[0]]) if follows and after is not None else ""
    if kind is DifferenceKind.NAME:
        return Difference(kind, here, there, subject if subject[:1].isupper() else "")
    if kind is DifferenceKind.FIGURE:
        return Difference(kind, here, there, subject)
    return Difference(kind, here, there)


def _kind(one: Chunk, other: Chunk, before: tuple[Chunk, Chunk] | None) -> DifferenceKind | None:
    """What makes two different words counterparts; None where nothing does."""
    if _is_figure(one.text) and _is_figure(other.text):
        if _figure(one.text) == _figure(other.text):
            return None
        years = all(len(_figure(each.text)) == 4 and _figure(each.text)[:2] in ("19", "20") for each in (one, other))
        dated = before is not None and _is_month(before[0].text) and _is_month(before[1].text)
        return DifferenceKind.DATE if years or dated else DifferenceKind.FIGURE
    here, there = folded(one.text), folded(other.text)
    if here in CALENDAR and there in CALENDAR:
        return DifferenceKind.DATE
    if american(_letters(one)) == american(_letters(other)) != "":
        return DifferenceKind.SPELLING
    return DifferenceKind.NAME if _one_name(_bare([one]), _bare([other])) else None


def _one_name(here: str, there: str) -> bool:
    """Whether two words are spellings of one name."""
    if not (here[:1].isupper() and there[:1].isupper()) or min(len(here), len(there)) < 3:
        return False
    if plain(here) in no_names() or plain(there) in no_names() or key(here) == key(there):
        return False
    return sound(here) == sound(there) or (
        here[0] == there[0] and SequenceMatcher(None, plain(here), plain(there)).ratio() >= ALIKE
    )


# Figures before the same word


def _counted(a: str, b: str) -> Iterator[Difference]:
    """Figures of one thing in passages too different to be aligned: `142 passengers`, `140 passengers`."""
    here, there = _figures_before(a), _figures_before(b)
    for word, (figure, subject) in here.items():
        if word in there and there[word][0] and figure and _figure(figure) != _figure(there[word][0]):
            yield Difference(DifferenceKind.FIGURE, figure, there[word][0], subject)


def _figures_before(text: str) -> dict[str, tuple[str, str]]:
    """By the word behind it each figure of a text, with that word as it stands; none for a word counted twice."""
    found: dict[str, tuple[str, str]] = {}
    row = chunks(text)
    for one, other in pairwise(row):
        subject = _bare([other])
        if _is_figure(one.text) and one.text[-1:].isalnum() and subject.isalpha() and subject.islower():
            word = key(subject)
            figure = "" if word in found else _bare([one])
            if plain(subject) not in no_names() and not _is_month(subject):
                found[word] = (figure, subject)
    return found


# Names in the whole text


def spellings(a: str, b: str) -> Iterator[Difference]:
    """Persons whose names the two texts spell differently: first names of one surname, or surnames of one first name.

    Of a text that itself has several spellings the first counts.
    """
    there: dict[tuple[str, str], tuple[str, str]] = {}
    for first, last in _full_names(b):
        there.setdefault((sound(first), sound(last)), (first, last))
    told: set[tuple[str, str]] = set()
    for first, last in _full_names(a):
        sounds = (sound(first), sound(last))
        other = there.get(sounds)
        if other is None or sounds in told:
            continue
        told.add(sounds)
        if plain(last) == plain(other[1]) and plain(first) != plain(other[0]):
            yield Difference(DifferenceKind.NAME, first, other[0], last)
        elif plain(first + last) != plain("".join(other)):
            yield Difference(DifferenceKind.NAME, f"{first} {last}", " ".join(other))


def _full_names(text: str) -> Iterator[tuple[str, str]]:
    """The last two words of every row of capitalised words, with only a blank between each."""
    run: list[re.Match[str]] = []
    for match in (*WORD.finditer(text), None):
        if match and _may_name(match[0]) and (not run or text[run[-1].end() : match.start()] == " "):
            run.append(match)
            continue
        if len(run) > 1:
            yield run[-2][0], run[-1][0]
        run = [match] if match and _may_name(match[0]) else []


def _may_name(word: str) -> bool:
    return word[0].isupper() and word.isalpha() and plain(word) not in no_names()


# Words


def _letters(one: Chunk) -> str:
    return "".join(letter for letter in folded(one.text) if letter.isalnum())


def _bare(row: Sequence[Chunk]) -> str:
    """Words without the marks around them, but with the sign of a currency or a percentage."""
    return " ".join(each.text for each in row).strip(".,;:!?…()[]{}\"'“”‘’«»„—–-")


def _is_figure(written: str) -> bool:
    bare = folded(written)
    return bare in NUMBERS or _FIGURE.fullmatch(bare) is not None


def _figure(written: str) -> str:
    """The value of a figure, as far as its digits or its word tell."""
    bare = folded(written)
    return NUMBERS.get(bare, bare.replace(",", ""))


def _is_month(written: str) -> bool:
    bare = folded(written)
    return bare in CALENDAR and not bare.endswith("day")
