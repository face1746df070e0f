"""The days of a folder as a row of bars, and below it which of them is shown."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from reader.told import counted
from reader.ui.widgets.drawing import cut, glyphs, shown_day
from reader.ui.widgets.name_lines import bars

Days = Sequence[tuple[str, int]]
"""Every day with articles and their number, oldest first."""
POINTERS = ("▲", "^")
"""Below the day that is shown: as it should be, and in ASCII."""


class DayStrip(Widget):
    """A bar for each day with articles, with a gap where days are left out; the newest at the right."""

    DEFAULT_CSS = """
    DayStrip { height: 2; background: $paper; color: $ink; padding: 0 1; }
    """

    class Chosen(Message):
        """A day was clicked on."""

        def __init__(self, day: str) -> None:
            super().__init__()
            self.day = day
            """The day, `YYYY-MM-DD`."""

    days: reactive[Days] = reactive(())
    """The days."""
    day: reactive[str] = reactive("")
    """The one that is shown; empty for now."""
    until: reactive[str] = reactive("")
    """What is shown now, in words."""
    ascii_marks: reactive[bool] = reactive(False)
    """Whether all signs are plain ASCII."""
    linear: reactive[bool] = reactive(False)
    """Whether there are no bars, only words."""

    def render(self) -> Content:
        """The bars, and a pointer with the day's name beside it."""
        width = self.content_size.width
        if self.linear:
            return Content(self._told())
        cells = self._cells(width)
        if not cells:
            return Content("")
        drawn = bars([count for _, count in cells], ascii_marks=self.ascii_marks)
        at = next((place for place, (day, _) in enumerate(cells) if day and day == self.day), len(cells) - 1)
        spread = [("accent" if place == at and self.day else "muted") for place in range(len(cells))]
        parts = [(sign, f"${colour}") for sign, colour in zip(drawn, spread, strict=True)]
        return Content.assemble(*parts, "\n", *self._pointed(at, width))

    def _pointed(self, at: int, width: int) -> list[tuple[str, str]]:
        """The line below the bars: the pointer, what it points at, and at the left where the bars begin."""
        pointer = POINTERS[self.ascii_marks]
        told = cut(self._told(), max(1, width - 2), glyphs(self.ascii_marks).ellipsis)
        size = cell_len(told)
        if at >= size + 1:
            return [(" " * (at - size - 1), ""), (told, "bold $ink"), (f" {pointer}", "$accent")]
        if at + 2 + size <= width:
            return [(" " * at, ""), (f"{pointer} ", "$accent"), (told, "bold $ink")]
        return [(told, "bold $ink")]

    def _told(self) -> str:
        """What is shown, in words."""
        marks = glyphs(self.ascii_marks, self.linear)
        if not self.day:
            return f"now{marks.dot}{self.until}" if self.until else "now"
        count = next((count for day, count in self.days if day == self.day), 0)
        return f"{shown_day(self.day, weekday=True)}{marks.dot}{counted(count, 'article')}"

    def _cells(self, width: int) -> list[tuple[str, int]]:
        """What stands in each column: a day with its number, or nothing between two days that are apart."""
        if width <= 0 or not self.days:
            return []
        shown = next((place for place, (day, _) in enumerate(self.days) if day == self.day), len(self.days) - 1)
        first = max(0, shown - width)
        cells: list[tuple[str, int]] = []
        before = None
        for day, count in self.days[first : shown + width]:
            value = date.fromisoformat(day)
            if before and (value - before).days > 1:
                cells.append(("", 0))
            cells.append((day, count))
            before = value
        at = next((place for place, (day, _) in enumerate(cells) if day == self.days[shown][0]), 0)
        end = min(len(cells), max(at + width // 2, width)) if self.day else len(cells)
        return cells[max(0, end - width) : end]

    def on_click(self, event: events.Click) -> None:
        """Choose the day under the mouse."""
        place = event.get_content_offset(self)
        cells = self._cells(self.content_size.width)
        if event.button == 1 and place and place.x < len(cells) and cells[place.x][0]:
            self.post_message(self.Chosen(cells[place.x][0]))
