"""Ask before something is done, with what will happen in words."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, Static

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold


class ConfirmDialog(Dialog[bool]):
    """Returns whether it is to be done."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("enter,y", "dismiss(True)", "Do it"),
        Binding("escape,n,q", "dismiss(False)", "Leave"),
    ]

    def __init__(self, title: str, told: str, verb: str) -> None:
        """`title` asks, `told` says what will happen, `verb` is what enter does; both are clean already."""
        super().__init__()
        self._title = title
        self._told = told
        self._verb = verb

    def compose(self) -> ComposeResult:
        """The question, and the keys that answer it."""
        with Vertical(classes="dialog", id="confirm"):
            yield Label(Content(self._title), classes="dialog-title")
            yield Static(Content(self._told))
            yield KeysTold(f"enter {self._verb} · esc leave")
