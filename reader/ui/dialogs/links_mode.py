"""Choosing a link by the number that stands behind it."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from reader.ui.dialogs.mode import Mode, ModeKeys, mode_keys
from reader.ui.widgets.text_view import TextView

MOVES: Mapping[str, str] = {
    "move.down": "lines(1)",
    "move.up": "lines(-1)",
    "move.page_down": "page(1)",
    "move.page_up": "page(-1)",
    "article.next": "page(1)",
    "app.back": "leave",
    "app.leave": "leave",
}
"""The person's own keys that move the text meanwhile."""


class LinksMode(Mode[str | None]):
    """Returns the address that was chosen, or nothing."""

    OWN = (("escape", "leave"), ("enter", "open"), ("backspace", "erase"))

    def __init__(self, reader: TextView, addresses: Sequence[str], keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._reader = reader
        self._addresses = addresses
        self._typed = ""
        self._bindings = mode_keys(self.OWN, MOVES, keys)

    def compose(self) -> ComposeResult:
        """What to type."""
        with Horizontal(classes="mode"):
            yield Static(Content("open link"), classes="mode-sign")
            yield ModeKeys()

    def on_mount(self) -> None:
        """Say which numbers there are."""
        self._tell()

    def on_key(self, event: Key) -> None:
        """Take a digit; open the link as soon as no other number begins so."""
        if event.character is None or event.character not in "0123456789":
            return
        event.stop()
        typed = self._typed + event.character
        if not self._fitting(typed):
            self._tell(f"there is no link {typed}")
            return
        self._typed = typed
        if len(self._fitting(typed)) == 1:
            self.action_open()
        else:
            self._tell()

    def action_open(self) -> None:
        """Open the link whose number is typed."""
        if self._typed in self._fitting(self._typed):
            self.dismiss(self._addresses[int(self._typed) - 1])

    def action_erase(self) -> None:
        """Take the last digit back."""
        self._typed = self._typed[:-1]
        self._tell()

    def action_lines(self, lines: int) -> None:
        """Move the text."""
        self._reader.scroll_lines(lines)

    def action_page(self, direction: int) -> None:
        """Move the text by a page."""
        self._reader.scroll_page(direction)

    def action_leave(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _fitting(self, typed: str) -> list[str]:
        """The numbers that begin with what is typed."""
        every = (str(number) for number in range(1, len(self._addresses) + 1))
        return [number for number in every if number.startswith(typed)]

    def _tell(self, fault: str = "") -> None:
        leave = ("esc", "leave")
        keys: tuple[tuple[str, str], ...] = ((f"1-{len(self._addresses)}", "by its number"), leave)
        if self._typed:
            keys = ((self._typed, self._addresses[int(self._typed) - 1]), ("enter", "open it"), leave)
        told = self.query_one(ModeKeys)
        told.keys, told.fault = keys, fault
