"""What all dialogs share: their style sheet."""

from pathlib import Path
from typing import TypeVar

from textual.events import Resize
from textual.screen import ModalScreen

from reader.ui.pressing import leave_stale

Answer = TypeVar("Answer")


class Dialog(ModalScreen[Answer]):
    """A screen over the main one that asks or tells one thing."""

    CSS_PATH = Path(__file__).with_name("dialog.tcss")
    VERTICAL_BREAKPOINTS = [(0, "-short"), (18, "-tall")]  # noqa: RUF012 - Textual's own declaration

    async def _on_resize(self, event: Resize) -> None:
        leave_stale(self, event)
