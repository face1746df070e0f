"""Choose one of several, by typing part of it."""

from collections.abc import Callable, Sequence
from operator import itemgetter
from typing import ClassVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList
from textual.widgets.option_list import Option

from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.dialogs.options import Options
from reader.ui.widgets.drawing import cut, drawable

WIDTH, BESIDE = 66, 4
"""Cells of a row, where the screen has so many and those beside it."""
NOTHING_KEYS = "esc leave"
"""The keys where nothing can be chosen."""
Choice = tuple[str, str]
"""What is chosen, and a few words about it."""


class ChoiceDialog(Dialog[str]):
    """Returns what was chosen, or an empty text."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        ("escape", "dismiss_nothing", "Leave"),
        ("down", "move(1)", "Down"),
        ("up", "move(-1)", "Up"),
    ]

    KEYS: ClassVar[str] = "enter choose · ↑ ↓ move · esc leave"
    """The keys that are told."""

    def __init__(
        self, title: str, choices: Sequence[Choice], current: str = "", preview: Callable[[str], None] | None = None
    ) -> None:
        """`preview` is called with whatever is under the cursor."""
        super().__init__()
        self._title = title
        self._choices = choices
        self._current = current
        self._preview = preview

    def compose(self) -> ComposeResult:
        """A field that narrows the list, and the list."""
        with Vertical(classes="dialog"):
            yield Label(Content(self._title), classes="dialog-title")
            yield Input(placeholder="type to narrow", compact=True)
            yield Options(*self._options(""), compact=True)
            yield KeysTold(self.KEYS)

    def on_mount(self) -> None:
        """Begin at what is chosen now."""
        self.query_one(OptionList).can_focus = False
        names = [name for name, _ in self._choices]
        self.query_one(OptionList).highlighted = names.index(self._current) if self._current in names else 0

    def on_input_changed(self, event: Input.Changed) -> None:
        """Narrow the list."""
        listed = self.query_one(OptionList)
        found = self._options(event.value)
        listed.clear_options()
        listed.add_options(found or [nothing_holds(event.value)])
        listed.highlighted = 0 if found else None
        self.query_one(KeysTold).told = self.KEYS if found else NOTHING_KEYS

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return what is under the cursor."""
        event.stop()
        option = self.query_one(OptionList).highlighted_option
        if option is not None:
            self.dismiss(str(option.id))

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Return what was clicked."""
        self.dismiss(str(event.option.id))

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show what it would be like; what the cursor only passed while the list was made is not."""
        if self._preview and event.option is event.option_list.highlighted_option:
            self._preview(str(event.option.id))

    def action_move(self, rows: int) -> None:
        """Move the cursor."""
        listed = self.query_one(OptionList)
        if listed.highlighted is not None:
            listed.highlighted = max(0, min(listed.option_count - 1, listed.highlighted + rows))

    def action_dismiss_nothing(self) -> None:
        """Return nothing."""
        self.dismiss("")

    def _options(self, part: str) -> list[Option]:
        wanted = part.casefold()
        most = min(WIDTH, self.app.size.width - BESIDE) * 3 // 5  # the rest is for what is said about a name
        column = min(most, max((cell_len(drawable(name)) for name, _ in self._choices), default=0))
        found = [(rank, choice) for choice in self._choices if (rank := _rank(wanted, *choice)) is not None]
        found.sort(key=itemgetter(0))
        return [Option(_described(name, about, column), id=name) for _, (name, about) in found]


def _rank(wanted: str, name: str, about: str) -> int | None:
    """How far down a choice stands that has what was typed: in its name, or in what is said of it; None without it."""
    places = (name.casefold().startswith(wanted), wanted in name.casefold(), wanted in about.casefold())
    return places.index(True) if any(places) else None


def _described(name: str, about: str, column: int) -> Content:
    shown = cut(drawable(name), column) if about else drawable(name)
    return Content.assemble(shown + " " * (column + 2 - cell_len(shown)), (drawable(about), "$muted"))


def nothing_holds(part: str) -> Option:
    """A line in place of an empty list, which cannot be chosen."""
    return Option(Content(f"Nothing holds “{drawable(part)}”."), disabled=True)
