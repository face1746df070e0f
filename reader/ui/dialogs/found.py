"""Choose one of many by typing part of it: what goes with that is looked up, for there may be too many to list all."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from reader.errors import BroadsheetError
from reader.ui.dialogs.choice import NOTHING_KEYS, ChoiceDialog
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.dialogs.options import Options

TYPING_SECONDS = 0.06
"""How long typing pauses before anything is looked up."""
BESIDE = 12
"""Cells of a dialog and its screen that are beside its text."""
Chosen = TypeVar("Chosen")


class LookedUp(Message, Generic[Chosen]):
    """Something was looked up."""

    def __init__(self, part: str, found: Sequence[Chosen]) -> None:
        super().__init__()
        self.part = part
        """What was typed."""
        self.found = found
        """What goes with it."""


class FoundDialog(Dialog[Chosen]):
    """Returns what was chosen, or nothing."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        ("escape", "dismiss_nothing", "Leave"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
    ]
    HINT: ClassVar[str] = ""
    """What the empty field says."""

    def __init__(self, question: str, find: Callable[[str], Sequence[Chosen]]) -> None:
        """`find` gives what goes with what is typed, the likeliest first; it is called in a thread of its own."""
        super().__init__()
        self._question = question
        self._find = find
        self._found: Sequence[Chosen] = ()
        self._found_for = ""
        self._chosen_unseen = False
        self._timer: Timer | None = None

    def described(self, each: Chosen, room: int) -> Content:
        """One of them as a line of at most `room` cells; part of the classes built on this one."""
        raise NotImplementedError

    def nothing(self, part: str) -> Option:
        """What stands in place of an empty list; likewise."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """A field that narrows the list, and the list."""
        with Vertical(classes="dialog"):
            yield Label(Content(self._question), classes="dialog-title")
            yield Input(placeholder=self.HINT, compact=True)
            yield Options(compact=True)
            yield KeysTold(ChoiceDialog.KEYS)

    def on_mount(self) -> None:
        """Begin with the likeliest ones."""
        self.query_one(OptionList).can_focus = False
        self._look_up()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look up what is typed as soon as typing pauses."""
        event.stop()
        self._chosen_unseen = False
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(TYPING_SECONDS, self._look_up)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what is under the cursor; where that is still being looked up, as soon as it is known."""
        event.stop()
        if event.value.strip() != self._found_for:
            self._chosen_unseen = True
            return
        row = self.query_one(OptionList).highlighted
        if row is not None and row < len(self._found):
            self.dismiss(self._found[row])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return what was clicked."""
        if event.option_index < len(self._found):
            self.dismiss(self._found[event.option_index])

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        listed = self.query_one(OptionList)
        if self._found:
            listed.highlighted = max(0, min(len(self._found) - 1, (listed.highlighted or 0) + rows))

    def action_dismiss_nothing(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _look_up(self) -> None:
        part = self.query_one(Input).value.strip()

        def find() -> None:
            with suppress(BroadsheetError):  # the page behind tells what is wrong with the catalogue
                self.post_message(LookedUp(part, self._find(part)))

        self.run_worker(find, thread=True, exclusive=True, exit_on_error=False)

    def on_looked_up(self, message: LookedUp[Chosen]) -> None:
        """Show what was found, unless something else is asked for by now."""
        if message.part != self.query_one(Input).value.strip():
            return
        self._found, self._found_for = message.found, message.part
        if self._chosen_unseen and self._found:
            self.dismiss(self._found[0])
            return
        listed = self.query_one(OptionList)
        listed.clear_options()
        room = max(10, listed.size.width - 2 if listed.size.width else self.app.size.width - BESIDE)
        told = [Option(self.described(each, room)) for each in self._found]
        listed.add_options(told or [self.nothing(message.part)])
        listed.highlighted = 0 if told else None
        self.query_one(KeysTold).told = ChoiceDialog.KEYS if told else NOTHING_KEYS
