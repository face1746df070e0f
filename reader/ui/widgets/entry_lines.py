"""Lines with the entries that stand on them, written one after the other; an entry may take several lines."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from rich.cells import cell_len

from reader.ui.widgets.article_layout import clipped
from reader.ui.widgets.drawing import Piece, Role, RoleSpan, lit
from reader.ui.widgets.related_entries import NO_ENTRY, EntryLine
from reader.ui.widgets.wrapping import wrapped

Entry = TypeVar("Entry")
NARROWEST = 8
"""Cells that a text has beside what stands before it; where there are fewer, nothing stands before it."""


@dataclass(slots=True)
class EntryLines(Generic[Entry]):
    """What an `EntryPane` shows."""

    lines: list[EntryLine] = field(default_factory=list)
    """All lines."""
    entries: list[Entry] = field(default_factory=list)
    """All entries."""
    rows: list[int] = field(default_factory=list)
    """On which line each entry begins."""

    def write(self, *lines: Sequence[Piece]) -> None:
        """Add lines that belong to no entry."""
        self.lines += [(NO_ENTRY, list(pieces)) for pieces in lines or [()]]

    def enter(self, entry: Entry, lines: Iterable[Sequence[Piece]]) -> None:
        """Add an entry: lines on which the cursor can stand."""
        self.rows.append(len(self.lines))
        self.lines += [(len(self.entries), list(pieces)) for pieces in lines]
        self.entries.append(entry)


def hanging(
    text: str,
    role: Role,
    width: int,
    *,
    first: str = "",
    first_role: Role = Role.DETAIL,
    spans: Iterable[RoleSpan] = (),
) -> Iterator[list[Piece]]:
    """A wrapped text: `first` stands before its first line, blanks before the others; `spans` are in other roles."""
    indent = cell_len(first)
    if width - indent < NARROWEST:
        yield [(first, first_role)]
        first, indent = " " * min(3, indent), min(3, indent)
    held = list(spans)
    for number, (start, end) in enumerate(wrapped(text, max(1, width - indent))):
        before = " " * indent if number else first
        yield [(before, first_role), *lit(text[start:end], role, clipped(held, start, end))]
