"""What two versions say differently of the same thing: figures, names, days, and how they spell."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby

from reader.articles.day_words import weekday_names
from reader.articles.names.lists import demonyms
from reader.articles.wordlists import months
from reader.model.article import Span
from reader.stories.passages import no_names, silent, sound
from reader.stories.quantities import BARE, DAY, LABEL, YEAR, Quantity, quantities
from reader.stories.word_changes import Change, Chunk, WordChange, folded
from reader.stories.wording import WORD, american, hashed, key, plain

ALIKE = 0.75
"""Likeness of two capitalised words, as difflib counts it, from which they are spellings of one name."""
LONGEST = 8
"""Words of a replaced passage in which counterparts are looked for: in longer ones chance finds them."""

AROUND = 40
"""Characters before and behind a figure that tell what it is a figure of."""
_POSSESSIVE = re.compile(r"['’ʼ]s?(?!\w)")
_INNER_MARK = re.compile(r"(?:^|\s)[–—-]+(?:\s|$)|—|[.,;:!?]\s")
"""A dash or what else stands between two words, and not inside of one."""


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
    figures = _Figures(a, b)
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
            yield from figures.replaced(_extent(gone), _extent(new), alone=len(gone) == len(new) == 1)
            yield from _replaced(gone, new, before, after)
    yield from figures.elsewhere()


def chunk(text: str, span: tuple[int, int]) -> Chunk:
    """The word at a place."""
    return Chunk(text[span[0] : span[1]], span)


def _extent(row: Sequence[Chunk]) -> Span:
    return row[0].span[0], row[-1].span[1]


# Words in place of others


def _replaced(
    gone: Sequence[Chunk], new: Sequence[Chunk], before: tuple[Chunk, Chunk] | None, after: Sequence[Chunk] | None
) -> Iterator[Difference]:
    """Counterparts in a passage and what replaces it."""
    if _one_spelling(gone, new):
        yield Difference(DifferenceKind.SPELLING, _bare(gone), _bare(new))
        return
    rest = list(new)
    for one in gone:
        for other in rest:
            kind = _kind(one, other, before if one is gone[0] and other is new[0] else None)
            if kind is not None:
                yield _difference(kind, (one, other), before if one is gone[0] and other is new[0] else None, after)
                rest = rest[rest.index(other) + 1 :]
                break


def _difference(
    kind: DifferenceKind, pair: tuple[Chunk, Chunk], before: tuple[Chunk, Chunk] | None, after: Sequence[Chunk] | None
) -> Difference:
    here, there = _bare([pair[0]]), _bare([pair[1]])
    if kind is not DifferenceKind.NAME:
        return Difference(kind, here, there)
    follows = after is not None and pair[0].text[-1:].isalnum() and after[0].span[0] == pair[0].span[1] + 1
    subject = _bare([after[0]]) if follows and after is not None else ""
    if subject[:1].isupper() or not before or not all(map(_is_first_name, before)):
        return Difference(kind, here, there, subject if subject[:1].isupper() else "")
    return Difference(kind, f"{before[0].text} {_person(here)}", f"{before[1].text} {_person(there)}")


def _kind(one: Chunk, other: Chunk, before: tuple[Chunk, Chunk] | None) -> DifferenceKind | None:
    """What makes two different words counterparts; None where nothing does."""
    for calendar in (weekday_names(), months()):
        here, there = calendar.get(folded(one.text)), calendar.get(folded(other.text))
        if here is not None and there is not None:
            return DifferenceKind.DATE if here != there else None
    if _one_spelling([one], [other]):
        return DifferenceKind.SPELLING
    named = before is not None and _is_first_name(before[0]) and _is_first_name(before[1])
    return DifferenceKind.NAME if _one_name(_bare([one]), _bare([other]), named=named) else None


def _one_spelling(gone: Sequence[Chunk], new: Sequence[Chunk]) -> bool:
    """Whether two rows of words are spellings of one word; a mark between two, a figure and a genitive are none."""
    written = [" ".join(each.text for each in row) for row in (gone, new)]
    if (
        any(_INNER_MARK.search(each) for each in written)
        or len({_POSSESSIVE.search(each) is None for each in written}) > 1
    ):
        return False
    here, there = ("".join(map(_letters, row)) for row in (gone, new))
    return bool(here) and not here[0].isdigit() and american(here) == american(there)


def _one_name(here: str, there: str, *, named: bool) -> bool:
    """Whether two words are spellings of one name; `named`: whether the same first name stands before both."""
    here, there = _person(here), _person(there)
    if not (here[:1].isupper() and there[:1].isupper() and here.isalpha() and there.isalpha()):
        return False
    if min(len(here), len(there)) < 3 or {plain(here), plain(there)} & no_names() or plain(here) == plain(there):
        return False
    if {here.casefold(), there.casefold()} & demonyms().keys() or f"{plain(here)}s" == plain(there):
        return False
    if plain(here) == f"{plain(there)}s" or (key(here) == key(there) and not named):
        return False
    return sound(here) == sound(there) or (
        here[0] == there[0] and SequenceMatcher(None, plain(here), plain(there)).ratio() >= ALIKE
    )


def _is_first_name(one: Chunk) -> bool:
    """Whether a word may be the first of a name of several: capitalised, with no mark behind it."""
    return one.text[:1].isupper() and one.text.isalpha() and plain(one.text) not in no_names()


def _person(word: str) -> str:
    return _POSSESSIVE.sub("", word)


# Figures


class _Figures:
    """The quantities of two versions of a paragraph: those that the other has too are no difference."""

    def __init__(self, a: str, b: str) -> None:
        self.texts = (a, b)
        self.quantities = (quantities(a), quantities(b))
        self.alone = (_not_among(*self.quantities), _not_among(*reversed(self.quantities)))
        self.told: set[Quantity] = set()

    def replaced(self, gone: Span, new: Span, *, alone: bool) -> Iterator[Difference]:
        """What stands in one place and is of one kind; a number of unknown kind only where nothing else changed."""
        here = [each for each in self.alone[0] if _meet(each.span, gone)]
        there = [each for each in self.alone[1] if _meet(each.span, new)]
        for one in here:
            other = next((each for each in there if each.like(one) and (alone or each.kind != BARE)), None)
            if other:
                there = there[there.index(other) + 1 :]
                self.told |= {one, other}
                yield self._difference(one, other)

    def elsewhere(self) -> Iterator[Difference]:
        """Figures of one thing in passages too different to be aligned: `142 passengers`, `140 passengers`."""
        counted = [_only_ones(each) for each in self.quantities]
        for one in (each for each in counted[0] if each in self.alone[0]):
            for other in (each for each in counted[1] if each in self.alone[1] and each.like(one)):
                if not {one, other} & self.told and self._of_one_thing(one, other):
                    yield self._difference(one, other)

    def _of_one_thing(self, one: Quantity, other: Quantity) -> bool:
        """Whether the last telling word before either figure, or the first behind it, stands around the other too."""
        here, there = self._around(0, one), self._around(1, other)
        return any(
            row[place] in {*others[0], *others[1]}
            for mine, others in ((here, there), (there, here))
            for row, place in ((mine[0], -1), (mine[1], 0))
            if row
        )

    def _around(self, side: int, one: Quantity) -> tuple[list[int], list[int]]:
        """The words before and behind a figure that tell something."""
        text, (start, end) = self.texts[side], one.span
        end += len(one.subject) + 1 if one.subject else 0
        rows = WORD.findall(text[max(0, start - AROUND) : start]), WORD.findall(text[end : end + AROUND])
        before, behind = ([number for number in map(hashed, row) if number not in silent()] for row in rows)
        return before, behind

    def _difference(self, one: Quantity, other: Quantity) -> Difference:
        here, there = (text[slice(*each.span)] for text, each in zip(self.texts, (one, other), strict=True))
        kind = DifferenceKind.DATE if one.kind == YEAR or one.kind.startswith(DAY) else DifferenceKind.FIGURE
        return Difference(kind, here, there, one.subject)


def _not_among(found: Sequence[Quantity], others: Sequence[Quantity]) -> list[Quantity]:
    """Those that the other text does not tell, nor the same number without saying of what."""
    numbers = {each.measures[0].number for each in others if each.kind == BARE}
    return [
        each
        for each in found
        if each.measures[0].number not in numbers
        and not any(each.like(other) and each.agrees(other) for other in others)
    ]


def _only_ones(found: Sequence[Quantity]) -> list[Quantity]:
    """Those that measure or count something of which the text tells only one number."""
    kinds = [each.kind for each in found]
    return [
        each
        for each in found
        if kinds.count(each.kind) == 1 and each.kind not in (BARE, YEAR) and not each.kind.startswith((DAY, LABEL))
    ]


def _meet(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


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
