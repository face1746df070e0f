"""Ask for one line of text: a note, a name."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, Static

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.widgets.drawing import drawable


class LineDialog(Dialog["str | None"]):
    """Returns what was written, also where that is nothing; None where everything is to stay as it is."""

    BINDINGS = [("escape", "dismiss_unchanged", "Leave")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, title: str, text: str = "", placeholder: str = "", told: str = "", keys: str = "") -> None:
        """`text` stands there at first; `told` is said below, line for line; `keys` are told in place of the usual."""
        super().__init__()
        self._title = title
        self._text = text
        self._placeholder = placeholder
        self._told = told
        self._keys = keys or "enter keep · esc leave"

    def compose(self) -> ComposeResult:
        """The question, a field, and what there is to know."""
        with Vertical(classes="dialog"):
            yield Label(Content(drawable(self._title)), classes="dialog-title")
            yield Input(self._text, placeholder=self._placeholder, select_on_focus=False, compact=True)
            if self._told:
                yield Static(Content("\n".join(map(drawable, self._told.split("\n")))), classes="dialog-told")
            yield KeysTold(self._keys)

    def on_mount(self) -> None:
        """Have the end of what stands there in view, where one goes on: Textual shows the beginning."""
        self.call_after_refresh(self._go_to_end)

    def _go_to_end(self) -> None:
        field = self.query_one(Input)
        field.action_home()
        field.action_end()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return the line."""
        event.stop()
        self.dismiss(event.value.strip())

    def action_dismiss_unchanged(self) -> None:
        """Return nothing."""
        self.dismiss(None)
