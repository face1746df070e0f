"""Ask what is to be highlighted, and for a note about it; the text stays in sight."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label

from reader.told import counted
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.widgets.drawing import drawable

if TYPE_CHECKING:
    from reader.model.marking import Highlight


@dataclass(frozen=True, slots=True)
class Asked:
    """What the dialog is about at the moment."""

    highlights: "tuple[Highlight, ...]"
    """The highlights that there are or would be, at least one; their notes are those that there are."""
    highlighted: bool = False
    """Whether they are there already."""
    below: bool = False
    """Whether they stand in the lower half of the screen, so that the dialog is to stand above."""

    @property
    def note(self) -> str:
        """The note that stands below them: that about the last one."""
        return self.highlights[-1].note


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be done."""

    highlights: "tuple[Highlight, ...]"
    """The highlights, with the notes that are wanted."""
    taken_off: bool = False
    """Whether they are to be no more."""


class HighlightDialog(Dialog["Wish | None"]):
    """Returns what is to be done, or None where everything is to stay as it is."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape", "dismiss_unchanged", "Leave"),
        Binding("up", "move(-1)", "The passage before"),
        Binding("down", "move(1)", "The next passage"),
        Binding("ctrl+x", "take_off", "Take the highlight off", priority=True),
    ]

    def __init__(self, asked: Asked, move: Callable[[int], Asked]) -> None:
        """`move` goes to what can be highlighted after (1) or before (-1) what is asked about."""
        super().__init__()
        self._asked = asked
        self._move = move

    def compose(self) -> ComposeResult:
        """What is highlighted, the note, and the keys."""
        with Vertical(classes="dialog"):
            yield Label(classes="dialog-title")
            yield Input(self._asked.note, placeholder="a note, if wanted", select_on_focus=False, compact=True)
            yield KeysTold()

    def on_mount(self) -> None:
        """Say what it is about."""
        self._tell()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Have it highlighted, with this note."""
        event.stop()
        *others, last = self._asked.highlights
        self.dismiss(Wish((*others, replace(last, note=event.value.strip()))))

    def action_take_off(self) -> None:
        """Have it highlighted no more."""
        if self._asked.highlighted:
            self.dismiss(Wish(self._asked.highlights, taken_off=True))

    def action_move(self, direction: int) -> None:
        """Ask about another passage; a note that was begun goes along."""
        field = self.query_one(Input)
        begun = field.value != self._asked.note
        self._asked = self._move(direction)
        if not begun:
            field.value = self._asked.note
            field.cursor_position = len(field.value)
        self._tell()

    def action_dismiss_unchanged(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _tell(self) -> None:
        asked = self._asked
        what = "Highlighted" if asked.highlighted else "Highlight"
        told = " … ".join(drawable(each.text) for each in asked.highlights)
        words = sum(len(each.text.split()) for each in asked.highlights)
        parts = any(each.within for each in asked.highlights) or len(asked.highlights) > 1
        several = f" in {len(asked.highlights)} passages" if len(asked.highlights) > 1 else ""
        count = f" {counted(words, 'word')}{several}" if parts else ""
        self.query_one(Label).update(Content(f"{what}{count}: {told}"))
        off = " · ctrl+x take off" if asked.highlighted else ""
        self.query_one(KeysTold).told = f"enter keep{off} · ↑ ↓ other passage · esc leave"
        self.set_class(asked.below, "-above")
