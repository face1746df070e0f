"""How two versions look beside each other, or one in the other: what only one has stands in brackets, by a sign."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING

from rich.cells import cell_len

from reader.model.article import Article, BlockKind
from reader.model.headline import Headline
from reader.stories.compare import Alignment, Comparison, Row
from reader.stories.differences import DifferenceKind
from reader.stories.matrix import ABSENT
from reader.stories.passages import paragraph_numbers
from reader.stories.word_changes import Change
from reader.told import counted
from reader.ui.widgets.article_layout import clipped
from reader.ui.widgets.comparison_words import Shown, bracketed, inline
from reader.ui.widgets.drawing import Glyphs, Piece, Role, RoleSpan, drawable, lit
from reader.ui.widgets.entry_lines import hanging
from reader.ui.widgets.highlighting import backed
from reader.ui.widgets.version_lines import origin, title
from reader.ui.widgets.wrapping import wrapped

if TYPE_CHECKING:
    from reader.notes import Standing

TWO_COLUMNS = 110
"""Cells from which two texts stand side by side."""
WIDEST = 76
"""Cells of a text at most."""
NUMBERED = 60
"""Cells from which the numbers of the paragraphs are told."""
GAP = 3
"""Cells between two columns."""
NO_ROW = -1
"""The row of a line that belongs to none."""
SIGNS = {Alignment.SHARED: "=", Alignment.REWORKED: "~", Alignment.ONLY_A: "-", Alignment.ONLY_B: "+"}
"""The sign before a paragraph."""
_SPOKEN = {
    Alignment.SHARED: "Shared",
    Alignment.REWORKED: "Reworked",
    Alignment.ONLY_A: "Only first",
    Alignment.ONLY_B: "Only second",
}
"""The same in words."""
NEARLY_SHARED = "Shared but for some words"
_LEGEND_SPOKEN = "[first: words] stand in the first alone, [second: words] in the second alone."
_KINDS = {
    DifferenceKind.FIGURE: "figures",
    DifferenceKind.NAME: "names",
    DifferenceKind.DATE: "dates",
    DifferenceKind.SPELLING: "spellings",
}
_THINGS = {BlockKind.TWEET: "tw", BlockKind.CAPTION: "pic"}
RowLine = tuple[int, list[Piece]]
"""Which row of the comparison a line belongs to, and the line; its first cell is blank."""


@dataclass(frozen=True, slots=True)
class Sides:
    """Two versions and their comparison."""

    headlines: tuple[Headline, Headline]
    """The first and the second version."""
    articles: tuple[Article, Article]
    """Their texts."""
    comparison: Comparison
    """What they are to each other."""
    notes: "Mapping[str, tuple[Standing, ...]]" = field(default_factory=dict)
    """What is highlighted in either, by its passage."""

    def differs(self, row: int) -> bool:
        """Whether anything is different in a row."""
        found = self.comparison.rows[row]
        return found.status is not Alignment.SHARED or any(each.change is not Change.SAME for each in found.words)


def comparison_lines(sides: Sides, width: int, marks: Glyphs, *, hidden: bool, key: str = "") -> list[RowLine]:
    """All lines; with `hidden` a line stands for paragraphs in which nothing differs, and names the key."""
    if marks.words:
        width = min(width, TWO_COLUMNS - 1)
    lines = list(_head(sides, width, marks))
    numbers = (paragraph_numbers(sides.articles[0]), paragraph_numbers(sides.articles[1]))
    rows = range(len(sides.comparison.rows))
    for differs, group in groupby(rows, sides.differs):
        held = list(group)
        if hidden and not differs:
            lines += [(NO_ROW, []), (NO_ROW, [_hidden(len(held), marks, key)])]
            continue
        for row in held:
            lines.append((NO_ROW, []))
            lines += ((row, pieces) for pieces in _row(sides, row, width, numbers, marks))
    lines.append((NO_ROW, []))
    return lines


def legend(width: int) -> str:
    """What the signs mean."""
    if width >= TWO_COLUMNS:
        return "= shared   ~ reworded   - only left   + only right   [ ] differs"
    return "= shared   ~ reworded   - first only   + second only   [-first-] {+second+}"


def _head(sides: Sides, width: int, marks: Glyphs) -> Iterator[RowLine]:
    """Which two, and what they say differently."""
    yield NO_ROW, []
    heads = [
        list(_version(sides, side, sign, _room(width) + 4 if width >= TWO_COLUMNS else width - 2, marks))
        for side, sign in enumerate(("First:", "Second:") if marks.words else "-+")
    ]
    if width >= TWO_COLUMNS:
        yield from (
            (NO_ROW, _beside(left, right, _room(width) + 7)) for left, right in zip_longest(*heads, fillvalue=[])
        )
    else:
        yield from ((NO_ROW, pieces) for head in heads for pieces in head)
    yield NO_ROW, []
    for kind, word in _KINDS.items():
        told = [each.told for each in sides.comparison.differences if each.kind is kind]
        if told:
            text = marks.dot.join(map(drawable, told))
            yield from ((NO_ROW, line) for line in hanging(text, Role.TEXT, width - 1, first=f" {word:<10} "))
    for line in hanging(sides.comparison.coverage, Role.DETAIL, width - 1, first=" "):
        yield NO_ROW, line
    for line in hanging(_LEGEND_SPOKEN if marks.words else legend(width), Role.FAINT, width - 1, first=" "):
        yield NO_ROW, line


def _version(sides: Sides, side: int, sign: str, width: int, marks: Glyphs) -> Iterator[list[Piece]]:
    headline, address = sides.headlines[side], sides.articles[side].url.text
    yield [(f" {sign} ", Role.BAR), (title(headline, max(1, width - len(sign) - 2), marks), Role.TITLE)]
    yield from hanging(marks.dot.join(origin(headline, marks, address)), Role.DETAIL, width, first="   ")


def _beside(left: Sequence[Piece], right: Sequence[Piece], column: int) -> list[Piece]:
    """Two lines in one, the second from a column on; the cell for the cursor is the first one's alone."""
    blanks = " " * max(0, column - sum(cell_len(text) for text, _ in left))
    return [*left, (blanks, Role.TEXT), *right]


def _hidden(count: int, marks: Glyphs, key: str) -> Piece:
    told = counted(count, "shared paragraph")
    return f" = {marks.ellipsis} {told}{f' ({key})' if key else ''}", Role.DETAIL


def _room(width: int) -> int:
    """Cells of each of two texts side by side: before the first are a cell for the cursor, sign and number."""
    return min(WIDEST, (width - 3 - 4 - GAP - 4 - 1) // 2)


def _row(
    sides: Sides, row: int, width: int, numbers: tuple[Sequence[int], Sequence[int]], marks: Glyphs
) -> Iterator[list[Piece]]:
    found = sides.comparison.rows[row]
    if marks.words:
        yield from _told(sides, row, width, marks)
        return
    sign = (f" {SIGNS[found.status]} ", Role.FAINT if found.status is Alignment.SHARED else Role.BAR)
    labels = (
        _label(sides.articles[0], found.a, numbers[0]),
        _label(sides.articles[1], found.b, numbers[1]),
    )
    role = Role.TEXT if sides.differs(row) else Role.KNOWN
    if width >= TWO_COLUMNS:
        yield from _two_columns(sides, found, sign, labels, role, _room(width), marks)
        return
    told = f"{labels[0]:>3} {labels[1]:>3}  " if width >= NUMBERED else ""
    indent = 3 + len(told)
    room = max(1, min(WIDEST, width - indent - 1))
    for number, pieces in enumerate(
        _column(sides, _texts(sides, found), inline(*_texts(sides, found), found), role, room, marks)
    ):
        yield [sign, (told, Role.FAINT), *pieces] if not number else [(" " * indent, role), *pieces]


def _told(sides: Sides, row: int, width: int, marks: Glyphs) -> Iterator[list[Piece]]:
    """A paragraph with what it is in front of it, in words."""
    found = sides.comparison.rows[row]
    nearly = found.status is Alignment.SHARED and sides.differs(row)
    notes = _notes(sides, _texts(sides, found))
    before = f"{NEARLY_SHARED if nearly else _SPOKEN[found.status]}: "
    before = f"{marks.highlight}. {before}" if notes else before
    text, spans = inline(*_texts(sides, found), found, ("[first: ", "]"), ("[second: ", "]"))
    shifted = [(start + len(before), end + len(before), role) for start, end, role in spans]
    yield from hanging(before + text, Role.TEXT, width - 1, first=" ", spans=shifted)
    for note in filter(None, notes):
        yield from hanging(drawable(note), Role.DETAIL, width - 1, first=f" {marks.note} ")


def _two_columns(
    sides: Sides, row: Row, sign: Piece, labels: tuple[str, str], role: Role, room: int, marks: Glyphs
) -> Iterator[list[Piece]]:
    a, b = _texts(sides, row)
    both = row.a != ABSENT and row.b != ABSENT
    gone = [each.a for each in row.words if each.change is Change.GONE] if both else []
    new = [each.b for each in row.words if each.change is Change.NEW] if both else []
    left = _column(sides, [a], bracketed(a, gone), role, room, marks) if row.a != ABSENT else []
    right = _column(sides, [b], bracketed(b, new), role, room, marks) if row.b != ABSENT else []
    nothing: list[Piece] = []
    for number, (one, other) in enumerate(zip_longest(left, right, fillvalue=nothing)):
        first = not number
        before = [sign, (f"{labels[0]:>3} ", Role.FAINT)] if first else [(" " * 7, role)]
        beside = (f"{labels[1]:>{GAP + 3}} ", Role.FAINT) if first else (" " * (GAP + 4), role)
        blanks = " " * (room - sum(cell_len(text) for text, _ in one))
        yield [*before, *one, (blanks, role), beside, *other]


def _column(
    sides: Sides, passages: Sequence[str], shown: Shown, role: Role, room: int, marks: Glyphs
) -> list[list[Piece]]:
    """A text as lines; where one of the passages that it shows is highlighted, with the sign of that, and the notes."""
    text, spans = shown
    notes = _notes(sides, passages)
    if not notes:
        return _wrapped(text, spans, role, room)
    sign = f"{marks.highlight} "
    moved = ((start + len(sign), end + len(sign), inside) for start, end, inside in spans)
    beside = ((0, len(sign), Role.BAR), *moved)
    whole = any(each.whole for passage in passages for each in sides.notes.get(passage, ()))
    lines = _wrapped(sign + text, backed(sign + text, beside) if whole else beside, role, room)
    for note in filter(None, notes):
        lines += hanging(drawable(note), Role.DETAIL, room, first=f"{marks.note} ")
    return lines


def _notes(sides: Sides, passages: Sequence[str]) -> Sequence[str]:
    """The notes about what is highlighted in the passages, empty ones too; none where nothing is highlighted."""
    found = (each for passage in passages for each in sides.notes.get(passage, ()))
    return tuple(dict.fromkeys(each.highlight.note for each in found))


def _wrapped(text: str, spans: Sequence[RoleSpan], role: Role, room: int) -> list[list[Piece]]:
    return [lit(text[start:end], role, clipped(spans, start, end)) for start, end in wrapped(text, max(1, room))]


def _label(article: Article, block: int, numbers: Sequence[int]) -> str:
    """The number of a paragraph, or what it is."""
    if block == ABSENT:
        return ""
    return _THINGS.get(article.blocks[block].kind, str(numbers[block] or ""))


def _texts(sides: Sides, row: Row) -> tuple[str, str]:
    a, b = sides.articles
    return a.blocks[row.a].text if row.a != ABSENT else "", b.blocks[row.b].text if row.b != ABSENT else ""
