"""The related pane: how other articles relate to the one under the cursor, and why."""

from collections.abc import Sequence
from dataclasses import replace

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive

from reader.model.headline import Headline, Link
from reader.ui.widgets.drawing import glyphs
from reader.ui.widgets.entries import Entries
from reader.ui.widgets.related_entries import NO_ENTRY, entry_lines, in_order, notice_lines


class RelatedList(Entries, inherit_bindings=False):
    """Related articles under small headings, with a cursor."""

    class Highlighted(Message):
        """The person moved the cursor to another entry."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number
            """The article's number."""

    class Chosen(Message):
        """An article is to be opened."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number
            """The article's number."""

    empty_text: reactive[str] = reactive("")
    """What is shown when there are no links; several lines are allowed."""
    way_back: reactive[str] = reactive("")
    """What is shown below that while the pane has the keys."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._links: tuple[Link, ...] = ()

    # What it shows

    def show(self, links: Sequence[Link]) -> None:
        """Show these links, closest first; the cursor stays where it is if they lead to the same articles as before."""
        shown = in_order(links)
        same = [link.headline.number for link in shown] == [link.headline.number for link in self._links]
        self._links = shown
        if not same:
            self.set_reactive(RelatedList.cursor, 0)
        self._lay_out()
        if not same:
            self._scroll_lines_to(0)

    def changed(self, headlines: Sequence[Headline]) -> None:
        """Show the new marks of some articles."""
        now = {headline.number: headline for headline in headlines}
        self._links = tuple(
            replace(link, headline=now.get(link.headline.number, link.headline)) for link in self._links
        )
        self._lay_out()

    @property
    def numbers(self) -> frozenset[int]:
        """Numbers of the articles."""
        return frozenset(link.headline.number for link in self._links)

    @property
    def cursor_number(self) -> int:
        """Number of the article under the cursor, 0 when there is none."""
        return self._links[self.cursor].headline.number if self._links else 0

    @property
    def place_told(self) -> str:
        """Where the cursor is, of how many entries; empty without any."""
        return f"{self.cursor + 1}/{len(self._links)}" if self._links else ""

    # Moving

    def move(self, entries: int) -> None:
        """Move the cursor down, or up where `entries` is negative."""
        self.cursor = self.cursor + entries

    def top(self) -> None:
        """Move the cursor to the first entry."""
        self.cursor = 0

    def bottom(self) -> None:
        """Move the cursor to the last entry."""
        self.cursor = len(self._links) - 1

    def page(self, direction: int) -> None:
        """Move the cursor by about a page down (1) or up (-1)."""
        line = next((y for y, (entry, _) in enumerate(self._lines) if entry == self.cursor), 0)
        target = line + direction * max(1, self.size.height - 1)
        reached = self._lines[: max(0, target) + 1] if direction > 0 else self._lines[max(0, target) :]
        entries = [entry for entry, _ in reached if entry != NO_ENTRY]
        self.cursor = (max(entries) if direction > 0 else min(entries)) if entries else 0

    def choose(self) -> None:
        """Report the article under the cursor as chosen."""
        if self._links:
            self._report(self.Chosen(self.cursor_number))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on an entry."""
        return max(0, min(cursor, len(self._links) - 1))

    def watch_cursor(self) -> None:
        """Bring the entry into view, and its heading with the first one."""
        self._show_cursor()
        if self._links:
            self._report(self.Highlighted(self.cursor_number))

    def watch_ascii_marks(self) -> None:
        """Write all again."""
        self._lay_out()

    def watch_linear(self) -> None:
        """Write all again."""
        self._lay_out()

    def watch_empty_text(self) -> None:
        """Write it."""
        self._lay_out()

    def watch_way_back(self) -> None:
        """Write it."""
        self._lay_out()

    # Events

    def watch_has_focus(self, has_focus: bool) -> None:
        """Tell the way back, or no longer."""
        super().watch_has_focus(has_focus)
        if not self._links:
            self._lay_out()

    def fit(self) -> None:
        """Write all for the new width."""
        self._lay_out()
        self._show_cursor()

    # Laying out

    def _lay_out(self) -> None:
        width, marks = self._width, glyphs(self.ascii_marks, self.linear)
        if not width:
            return
        back = f"\n{self.way_back}" if self.way_back and self.has_focus else ""
        notice = self.empty_text + back
        height = self.size.height
        self._lines = entry_lines(self._links, width, marks, height) if self._links else notice_lines(notice, width)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _show_cursor(self) -> None:
        rows = [y for y, (entry, _) in enumerate(self._lines) if entry == self.cursor]
        if not rows:
            return
        first, last, top = rows[0], rows[-1], self.scroll_offset.y
        while first and self._lines[first - 1][0] == NO_ENTRY:
            first -= 1
        if first < top:
            self._scroll_lines_to(first)
        elif last >= top + self.size.height:
            self._scroll_lines_to(min(last + 1 - self.size.height, rows[0]))
