"""A pane of entries, each of one or more lines, with a cursor that goes from entry to entry."""

from collections.abc import Sequence

from textual.geometry import Size
from textual.message import Message

from reader.ui.widgets.entries import Entries
from reader.ui.widgets.related_entries import NO_ENTRY, EntryLine, notice_lines


class EntryPane(Entries, inherit_bindings=False):
    """Lines that others have laid out; some belong to an entry, on which the cursor can stand."""

    class Highlighted(Message):
        """The cursor stands on another entry."""

        def __init__(self, pane: "EntryPane", entry: int) -> None:
            super().__init__()
            self.pane = pane
            """Where."""
            self.entry = entry
            """Index of the entry."""

    class Chosen(Message):
        """An entry was clicked on while the cursor stood there."""

        def __init__(self, pane: "EntryPane", entry: int) -> None:
            super().__init__()
            self.pane = pane
            """Where."""
            self.entry = entry
            """Index of the entry."""

    class Resized(Message):
        """The pane is as wide as it was not before, so that its lines are to be laid out anew."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._rows: Sequence[int] = ()
        self._laid_out_for = 0

    # What it shows

    @property
    def room(self) -> int:
        """Cells of a line."""
        return self._width

    @property
    def count(self) -> int:
        """How many entries there are."""
        return len(self._rows)

    def show(self, lines: Sequence[EntryLine], rows: Sequence[int], cursor: int = 0) -> None:
        """Show these lines; `rows` tells on which line each entry begins."""
        self._lines, self._rows = lines, rows
        self.virtual_size = Size(self._width, len(lines))
        self.set_reactive(EntryPane.cursor, max(0, min(cursor, len(rows) - 1)))
        if not self.cursor:
            self._scroll_lines_to(0)
        self._show_cursor()
        self.refresh()

    def tell(self, notice: str) -> None:
        """Show a notice in place of entries."""
        self.show(notice_lines(notice, self._width) if self._width else (), ())

    def _first_line(self, entry: int) -> int:
        """On which line an entry begins; known, as there may be a hundred thousand lines."""
        return self._rows[entry] if entry < len(self._rows) else 0

    # Moving

    def move(self, entries: int) -> None:
        """Move the cursor down, or up where `entries` is negative; without entries, the lines."""
        if self._rows:
            self.cursor = self.cursor + entries
        else:
            self._scroll_lines_to(self.scroll_offset.y + entries)

    def top(self) -> None:
        """Move the cursor to the first entry."""
        self.cursor = 0
        self._scroll_lines_to(0)

    def bottom(self) -> None:
        """Move the cursor to the last entry."""
        self.cursor = len(self._rows) - 1

    def page(self, direction: int) -> None:
        """Move the cursor by about a page down (1) or up (-1)."""
        if not self._rows:
            return
        step = max(1, self.size.height - 1)
        target = self._rows[self.cursor] + direction * step
        if direction > 0:
            last = max(entry for entry in range(self.cursor, self.count) if self._rows[entry] <= target)
            self.cursor = max(last, min(self.cursor + 1, self.count - 1))
        else:
            first = min(entry for entry in range(self.cursor + 1) if self._rows[entry] >= target)
            self.cursor = min(first, max(self.cursor - 1, 0))

    def choose(self) -> None:
        """Report the entry under the cursor as chosen."""
        self._report(self.Chosen(self, self.cursor))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an entry."""
        return max(0, min(cursor, len(self._rows) - 1))

    def watch_cursor(self) -> None:
        """Bring the entry into view."""
        self._show_cursor()
        self.refresh()
        if self._rows:
            self._report(self.Highlighted(self, self.cursor))

    # Events

    def fit(self) -> None:
        """Have the lines laid out for the new width."""
        if self._width != self._laid_out_for:
            self._laid_out_for = self._width
            self._report(self.Resized())
        self._show_cursor()

    def _show_cursor(self) -> None:
        """Scroll as far as needed for all lines of the entry, with the heading above it; at either end, to that end."""
        if not self._rows or not self.size.height:
            return
        first, last = self._span()
        top, height = self.scroll_offset.y, self.size.height
        if last >= top + height:
            top = last + 1 - height
        if first < top:
            top = first
        self._scroll_lines_to(max(top, min(self._rows[self.cursor], last + 1 - height)))

    def _span(self) -> tuple[int, int]:
        """The first and the last line that are to be seen with the entry."""
        first = last = self._rows[self.cursor]
        farthest = last + self.size.height
        while first and first > last - self.size.height and self._lines[first - 1][0] == NO_ENTRY:
            first -= 1
        while last + 1 < min(len(self._lines), farthest) and self._lines[last + 1][0] == self.cursor:
            last += 1
        if self.cursor == len(self._rows) - 1 and len(self._lines) <= farthest:
            last = len(self._lines) - 1
        return first, last
