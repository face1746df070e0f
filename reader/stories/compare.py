"""Two articles side by side: which paragraphs correspond, word by word, and what they say differently."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import chain

from reader.model.article import Article
from reader.stories.differences import Difference, DifferenceKind, differences_in, spellings
from reader.stories.matrix import ABSENT, Cell, Column, matrix
from reader.stories.word_changes import WordChange, word_changes
from reader.told import counted


class Alignment(StrEnum):
    """What two paragraphs are to each other."""

    SHARED = "shared"
    REWORKED = "reworked"
    ONLY_A = "only a"
    ONLY_B = "only b"


@dataclass(frozen=True, slots=True)
class Row:
    """Two paragraphs that correspond, or one that has no counterpart.

    A paragraph without a counterpart is shared or reworked all the same where the other article tells it elsewhere,
    or its own standfirst does.
    """

    status: Alignment
    """What they are to each other."""
    a: int
    """The block of the first article, from 0; ABSENT (-1) where it has none."""
    b: int
    """The block of the second article, from 0; ABSENT (-1) where it has none."""
    words: tuple[WordChange, ...]
    """Every word of both."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two articles side by side."""

    rows: tuple[Row, ...]
    """All paragraphs, tweets and captions in reading order: that of the first, what only the second has between."""
    differences: tuple[Difference, ...]
    """What they say differently of the same thing."""

    @property
    def paired(self) -> int:
        """How many passages stand in both, side by side: only in these are figures, names and days compared."""
        return sum(row.a != ABSENT and row.b != ABSENT for row in self.rows)

    @property
    def coverage(self) -> str:
        """In words, what was compared and what not; and that nothing of weight differs in it, where that is so."""
        return coverage(self.paired, len(self.rows) - self.paired, self.differences)


def compare(a: Article, b: Article) -> Comparison:
    """Compare two articles. The verdicts are those of `reader.stories.novelty`."""
    rows = tuple(_row(column, a, b) for column in matrix((a, b), base=0).columns)
    return Comparison(rows, differences(a, b, ((row.a, row.b, row.words) for row in rows)))


def coverage(paired: int, others: int, found: Iterable[Difference], which: str = "both have") -> str:
    """What is compared of so many passages with a counterpart and so many without, `which` says how they correspond.

    A difference of spelling alone is of no weight.
    """
    if not paired:
        return "no passage has a counterpart, so figures, names and days cannot be compared"
    both = f"{counted(paired, 'passage')} that {which}" if paired > 1 else f"one passage that {which}"
    rest = f"; {counted(others, 'other')} cannot be compared" if others else ""
    differs = any(each.kind is not DifferenceKind.SPELLING for each in found)
    return f"compared: the {both}{rest}" if differs else f"no figure, name or day differs in the {both}{rest}"


def differences(
    a: Article, b: Article, rows: Iterable[tuple[int, int, tuple[WordChange, ...]]]
) -> tuple[Difference, ...]:
    """What two articles say differently; `rows` are corresponding blocks with their words, ABSENT ones are left out."""
    both = (row for row in rows if row[0] != ABSENT and row[1] != ABSENT)
    within = (differences_in(a.blocks[one].text, b.blocks[other].text, words) for one, other, words in both)
    found = dict.fromkeys(chain(spellings(a.text, b.text), chain.from_iterable(within)))
    return tuple(_plain(found))


def _row(column: Column, a: Article, b: Article) -> Row:
    place_a, place_b = column.blocks
    text_a = a.blocks[place_a].text if place_a != ABSENT else ""
    text_b = b.blocks[place_b].text if place_b != ABSENT else ""
    return Row(_alignment(column), place_a, place_b, word_changes(text_a, text_b))


def _alignment(column: Column) -> Alignment:
    cells = {cell for cell in column.cells if cell is not Cell.LACKS}
    if Cell.ONLY_HERE in cells and len(cells) == 1:
        return Alignment.ONLY_A if column.blocks[0] != ABSENT else Alignment.ONLY_B
    return Alignment.SHARED if cells == {Cell.SHARED} else Alignment.REWORKED


def _plain(found: dict[Difference, None]) -> list[Difference]:
    """The differences, each once: the same two figures are not told with and without what they count."""
    named = {(each.kind, each.a, each.b) for each in found if each.subject}
    return [each for each in found if each.subject or (each.kind, each.a, each.b) not in named]
