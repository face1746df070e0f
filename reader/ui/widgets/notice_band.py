"""The band of notices: what is not as it should be, over the whole width and above the line of keys."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Spacing
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.widget import Widget

from reader.ui.noticing import Notice
from reader.ui.widgets.drawing import cut, drawable
from reader.ui.widgets.wrapping import wrapped

SIGN = "! "
"""Before every notice."""
MOST_ROWS = 3
"""Rows that notices take, but for the first one, which is told whatever it takes."""
BESIDE = 2
"""Columns of the band, left and right, that hold no text."""
FOOT = "KeyLine, WelcomeBand"
"""What stands at the bottom of a screen, and stays in sight."""


class NoticeBand(Widget):
    """As many notices as there is room for, and how many more there are."""

    DEFAULT_CSS = """
    NoticeBand {
        layer: _toastrack; dock: bottom; width: 100%; height: auto;
        background: $notice; color: $notice-ink; text-style: $notice-style;
    }
    """

    class Clicked(Message):
        """It was clicked."""

    notices: reactive[Sequence[Notice]] = reactive((), layout=True)
    """What is told."""

    def on_mount(self) -> None:
        """Stay above what stands at the bottom, also when that becomes another."""
        self.screen.screen_layout_refresh_signal.subscribe(self, lambda _: self._stand())
        self._stand()

    def on_click(self) -> None:
        """Have it taken away."""
        self.post_message(self.Clicked())

    def render(self) -> Content:
        """The rows, each as wide as the screen: where the ground is a reversed one, only what is written has it."""
        columns, lines = self.app.size
        told = rows(self.notices, max(8, columns - BESIDE), max(MOST_ROWS, lines // 2))
        return Content("\n".join(f" {row}{' ' * (columns - 1 - cell_len(row))}" for row in told))

    def _stand(self) -> None:
        margin = Spacing(0, 0, foot(self.screen), 0)
        if self.styles.margin != margin:
            self.styles.margin = margin


def foot(screen: Screen[object]) -> int:
    """Rows at the bottom of a screen that a notice leaves in sight."""
    if screen.is_modal:  # the line of keys below is seen, or the dialog takes all there is
        return 0 if screen.has_class("-short") else 1
    return sum(widget.outer_size.height for widget in screen.query(FOOT) if widget.display)


def rows(notices: Sequence[Notice], width: int, most: int) -> list[str]:
    """The notices in lines of so many cells: what `MOST_ROWS` hold, or the first alone, in at most so many lines."""
    told: list[str] = []
    for place, notice in enumerate(notices):
        lines = list(_lines(notice, width))
        if told and len(told) + len(lines) > MOST_ROWS:
            return [*told, _rest(notices[place:], width)]
        if len(lines) > most:
            lines = [*lines[: most - 1], cut(f"{lines[most - 1]} {lines[most]}", width)]
        told += lines
    return told


def _lines(notice: Notice, width: int) -> Iterator[str]:
    before = SIGN
    for part in notice.told.splitlines():
        text = drawable(part)
        for start, end in wrapped(text, width - len(SIGN)):
            yield before + text[start:end]
            before = " " * len(SIGN)


def _rest(notices: Sequence[Notice], width: int) -> str:
    """How many there is no room for, and what tells them."""
    count = f"… and {len(notices)} more"
    more = next((notice.more for notice in notices if notice.more), "")
    told = f"{count}: {more} tells all" if more else count
    return told if len(told) <= width else cut(f"{count}: {more}", width)
