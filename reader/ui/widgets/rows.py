"""A pane of rows that are all equally high: a cursor on one of them, and whole rows on screen wherever it goes."""

from textual import events
from textual.geometry import Size
from textual.reactive import reactive

from reader.ui.widgets.pane import Pane


class Rows(Pane, inherit_bindings=False):
    """Moves, scrolls and takes clicks by rows; what a row says is drawn by what is built on this."""

    ALLOW_SELECT = False

    cursor: reactive[int] = reactive(0, repaint=False, init=False)
    """The row under the cursor."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._shown_height = 0
        self.begins_below: int | None = None
        """How many rows are to stand above the cursor's at first; None for a third of a page."""

    # What there is; part of what is built on this

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        raise NotImplementedError

    @property
    def row_height(self) -> int:
        """Lines of a row."""
        raise NotImplementedError

    def choose(self) -> None:
        """Report the row under the cursor as chosen."""
        raise NotImplementedError

    def announce(self) -> None:
        """Report that the cursor is on another row."""
        raise NotImplementedError

    def forget_drawn(self) -> None:
        """Drop what was drawn before."""
        raise NotImplementedError

    @property
    def cursor_line(self) -> int:
        """The first line of the row under the cursor."""
        return self.cursor * self.row_height - int(self.scroll_offset.y)

    @property
    def rows_above(self) -> int:
        """How many rows stand above the cursor's on the screen."""
        return max(0, self.cursor - round(self.scroll_offset.y / self.row_height))

    # Moving

    @property
    def rows_per_page(self) -> int:
        """Whole rows that fit on screen, at least one."""
        return max(1, self.size.height // self.row_height)

    def move(self, rows: int) -> None:
        """Move the cursor down, or up where `rows` is negative."""
        self.cursor = self.cursor + rows

    def page(self, direction: int) -> None:
        """Move the cursor a page down (1) or up (-1), at the same height of the pane."""
        rows = direction * max(1, self.rows_per_page - 1)
        target = self._scroll_target(rows)
        self.move(rows)
        self._scroll_lines_to(target)
        self._show_cursor()

    def top(self) -> None:
        """Move the cursor to the first row."""
        self.cursor = 0

    def bottom(self) -> None:
        """Move the cursor to the last row."""
        self.cursor = self.row_count - 1

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a row."""
        return max(0, min(cursor, self.row_count - 1))

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows and bring the new one into view."""
        self._refresh_row(old)
        self._refresh_row(new)
        self._show_cursor()
        self.announce()

    # Events

    def on_focus(self) -> None:
        """Show the strong cursor."""
        self._refresh_row(self.cursor)

    def on_blur(self) -> None:
        """Show the weak cursor."""
        self._refresh_row(self.cursor)

    def fit(self) -> None:
        """Lay out for the new size, with the cursor still in view if it was."""
        first = self.cursor * self.row_height - self.scroll_offset.y
        begins = self._shown_height == 0
        was_visible = begins or 0 <= first < self._shown_height
        self._shown_height = self.size.height
        self.forget_drawn()
        self._update_virtual_size()
        if begins:  # a cursor that was put far down before has rows above it to look back at
            above = self.rows_per_page // 3 if self.begins_below is None else self.begins_below
            self._scroll_lines_to((self.cursor - above) * self.row_height)
        if was_visible:
            self._show_cursor()

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the person clicks; a click on the cursor's row chooses it."""
        place = event.get_content_offset(self)
        row = (place.y + self.scroll_offset.y) // self.row_height if place else self.row_count
        if event.button != 1 or row >= self.row_count:
            return
        if row == self.cursor:
            self.choose()
        self.cursor = row

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Scroll by whole rows, leaving the cursor."""
        self._wheel(event, 1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Scroll by whole rows, leaving the cursor."""
        self._wheel(event, -1)

    # Places

    def _refresh_row(self, row: int) -> None:
        self.refresh_lines(row * self.row_height, self.row_height)

    def _update_virtual_size(self) -> None:
        """Rows, and below them what makes the furthest scroll begin with a whole row."""
        height = self.row_count * self.row_height
        if height > self.size.height:
            height += self.size.height % self.row_height
        self.virtual_size = Size(self._width, height)

    def _show_cursor(self) -> None:
        """Scroll as little as needed for the cursor's row to be whole on screen, and the top row too."""
        first, top = self.cursor * self.row_height, self.scroll_offset.y
        if first < top:
            self._scroll_lines_to(first)
        elif first + self.row_height > top + self.size.height:
            rows_above = self.rows_per_page - 1
            self._scroll_lines_to(first - rows_above * self.row_height)

    def _scroll_target(self, rows: int) -> int:
        return int(self.scroll_offset.y) + rows * self.row_height

    def _wheel(self, event: events.MouseEvent, direction: int) -> None:
        event.stop()
        event.prevent_default()
        self._scroll_lines_to(self._scroll_target(direction))
