"""Choose a name of the folder, by typing part of it: there may be too many to list them all."""

from collections.abc import Callable, Sequence
from contextlib import suppress

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from reader.errors import BroadsheetError
from reader.model import NameCount
from reader.ui.dialogs.choice import nothing_holds
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.drawing import drawable
from reader.ui.widgets.lines import counted
from reader.ui.widgets.name_lines import KIND_NAMES

TYPING_SECONDS = 0.06
"""How long typing pauses before names are looked up."""


class NameDialog(Dialog[NameCount]):
    """Returns the name that was chosen, or nothing."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        ("escape", "dismiss_nothing", "Leave"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
    ]

    class Found(Message):
        """Names were looked up."""

        def __init__(self, part: str, names: Sequence[NameCount]) -> None:
            super().__init__()
            self.part = part
            """What they hold."""
            self.names = names
            """The names."""

    def __init__(self, title: str, find: Callable[[str], Sequence[NameCount]]) -> None:
        """`find` gives the names that hold some text; it is called in a thread of its own."""
        super().__init__()
        self._title = title
        self._find = find
        self._found: Sequence[NameCount] = ()
        self._timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """A field that narrows the list, and the list."""
        with Vertical(classes="dialog"):
            yield Label(Content(self._title), classes="dialog-title")
            yield Input(placeholder="type part of a name", compact=True)
            yield OptionList(compact=True)
            yield Static(Content("enter choose · ↑ ↓ move · esc leave"), classes="dialog-keys")

    def on_mount(self) -> None:
        """Begin with the names in most articles."""
        self.query_one(OptionList).can_focus = False
        self._look_up()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look up what is typed as soon as typing pauses."""
        event.stop()
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(TYPING_SECONDS, self._look_up)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what is under the cursor."""
        event.stop()
        row = self.query_one(OptionList).highlighted
        if row is not None:
            self.dismiss(self._found[row])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return what was clicked."""
        self.dismiss(self._found[event.option_index])

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        listed = self.query_one(OptionList)
        if listed.highlighted is not None:
            listed.highlighted = max(0, min(listed.option_count - 1, listed.highlighted + rows))

    def action_dismiss_nothing(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _look_up(self) -> None:
        part = self.query_one(Input).value

        def find() -> None:
            with suppress(BroadsheetError):  # the page behind tells what is wrong with the catalogue
                self.post_message(self.Found(part, self._find(part)))

        self.run_worker(find, thread=True, exclusive=True, exit_on_error=False)

    def on_name_dialog_found(self, message: Found) -> None:
        """Show what was found, unless something else is asked for by now."""
        if message.part != self.query_one(Input).value:
            return
        self._found = found = message.names
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options([Option(_described(name)) for name in found] or [nothing_holds(message.part)])
        listed.highlighted = 0 if found else None


def _described(name: NameCount) -> Content:
    told = f"{KIND_NAMES[name.kind][0]} · {counted(name.articles, 'article', 'articles')}"
    return Content.assemble(f"{drawable(name.text)}  ", (told, "$muted"))
