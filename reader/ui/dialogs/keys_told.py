"""The keys of a dialog, in its last line."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.reactive import reactive
from textual.widget import Widget

DOT = " · "
"""Between two keys."""


class KeysTold(Widget):
    """Keys and what they do: all of them, or where there is one row alone, as many whole ones as it holds."""

    DEFAULT_CSS = """
    KeysTold { width: 100%; height: auto; }
    """

    told: reactive[str] = reactive("", layout=True)
    """The keys, with dots between them, the first and the last the most important."""

    def __init__(self, told: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes="dialog-keys")
        self.set_reactive(KeysTold.told, told)

    def render(self) -> Content:
        """The keys that there is room for."""
        if self.screen.has_class("-short"):
            return Content(DOT.join(fitting(self.told.split(DOT), self.size.width)))
        return Content(self.told)


def fitting(parts: Sequence[str], width: int) -> list[str]:
    """The parts that fit into so many cells with dots between them.

    One that takes more than half of them gives way first, then those in the middle.
    """
    kept = list(parts)
    while len(kept) > 1 and cell_len(DOT.join(kept)) > width:
        long = (place for place, part in enumerate(kept) if cell_len(part) > width // 2)
        del kept[next(long, -2)]
    return kept
