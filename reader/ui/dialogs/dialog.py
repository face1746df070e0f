"""What all dialogs share: their style sheet."""

from pathlib import Path
from typing import TypeVar

from textual.events import Resize
from textual.screen import ModalScreen

from reader.ui.closing import Closing

Answer = TypeVar("Answer")
SHORT = 18
"""Rows of a screen below which nothing in a dialog has a margin."""
BESIDE, BESIDE_SHORT = 8, 5
"""Rows of a dialog, with its border, that a list in it has not."""
LONGEST_LIST = 20
"""Rows that a list in a dialog has at most."""


WIDE, BESIDE_WIDE, NARROW = 92, 7, 50
"""Columns of a wide dialog, those of its border, its margins and its scroll bar, and of a screen with less margins."""


class Dialog(ModalScreen[Answer], Closing[Answer]):
    """A screen over the main one that asks or tells one thing."""

    CSS_PATH = Path(__file__).with_name("dialog.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (50, "-wide")]  # noqa: RUF012 - Textual's own declaration
    VERTICAL_BREAKPOINTS = [(0, "-short"), (SHORT, "-tall")]  # noqa: RUF012 - Textual's own declaration

    @property
    def expected_room(self) -> int:
        """Columns for what is scrolled in a wide dialog, as long as it is not laid out."""
        columns = self.app.size.width
        if self.app.has_class("-linear"):
            return columns
        return min(WIDE, columns) - BESIDE_WIDE + (2 if columns < NARROW else 0)

    async def _on_resize(self, event: Resize) -> None:
        """Have lists take no more rows than there are."""
        height = event.size.height
        room = height - BESIDE_SHORT if height < SHORT else height * 9 // 10 - BESIDE
        for listed in self.query("OptionList"):  # in cells: in what is as high as what it holds no share is heeded
            listed.styles.max_height = max(1, min(room, LONGEST_LIST))
