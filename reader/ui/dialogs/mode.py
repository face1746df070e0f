"""What takes all keys for a while, and tells so on one line in the place of the line of keys."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap
from textual.containers import Horizontal
from textual.content import Content
from textual.reactive import reactive
from textual.screen import ModalScreen
from textual.widget import Widget
from textual.widgets import Input, Static

from reader.ui.closing import Closing
from reader.ui.widgets.drawing import drawable

Answer = TypeVar("Answer")


class Mode(ModalScreen[Answer], Closing[Answer]):
    """A line over the last one of a screen that stays in sight."""

    DEFAULT_CSS = """
    Mode { align: left bottom; }
    Mode .mode { height: 1; width: 100%; background: $surface; color: $ink; padding: 0 1; text-style: $bar-style; }
    Mode .mode-sign { width: auto; color: $accent; text-style: bold; padding: 0 2 0 0; }
    Mode ModeKeys { width: 1fr; height: 1; color: $muted; text-wrap: nowrap; text-overflow: ellipsis; }
    Mode .mode-status { width: auto; color: $muted; padding: 0 0 0 2; }
    Mode Input { width: 1fr; height: 1; border: none; padding: 0; background: $surface; color: $ink; }
    Mode Input { text-style: $field-style; }
    Mode Input:focus { background: $surface; background-tint: $surface 0%; }
    Mode Input > .input--placeholder { color: $muted; }
    """


class FieldMode(Mode[str | None]):
    """Asks for a line of text; returns it, or nothing where it was left with escape."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape", "leave", "Leave"),
        Binding("down", "step(1)", "Next"),
        Binding("up", "step(-1)", "Previous"),
    ]

    def __init__(
        self,
        sign: str,
        hint: str,
        text: str = "",
        typed: Callable[[str], str] | None = None,
        stepped: Callable[[int], str] | None = None,
    ) -> None:
        """`typed` is called with what stands in the field, `stepped` with 1 or -1; both say what that has led to."""
        super().__init__()
        self._sign = sign
        self._hint = hint
        self._text = text
        self._typed = typed
        self._stepped = stepped

    def compose(self) -> ComposeResult:
        """What it is, the field, and what it has led to."""
        with Horizontal(classes="mode"):
            yield Static(Content(self._sign), classes="mode-sign")
            yield Input(self._text, placeholder=self._hint, compact=True)
            yield Static(classes="mode-status")

    def on_input_changed(self, event: Input.Changed) -> None:
        """Have it tried at once."""
        event.stop()
        if self._typed:
            self._tell(self._typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Return it."""
        event.stop()
        self.dismiss(event.value)

    def action_step(self, direction: int) -> None:
        """On to the next of what it has led to, or back."""
        if self._stepped:
            self._tell(self._stepped(direction))

    def action_leave(self) -> None:
        """Return nothing."""
        self.dismiss(None)

    def _tell(self, status: str) -> None:
        self.query_one(".mode-status", Static).update(Content(status))


class ModeKeys(Widget):
    """Keys and what they do, as the line of keys has them: as many whole ones as there is room for."""

    keys: reactive[tuple[tuple[str, str], ...]] = reactive(())
    """The keys, the most important first; one alone is cut where it is too long."""
    fault: reactive[str] = reactive("")
    """What was wrong with the last key."""

    def render(self) -> Content:
        """The fault, if there is one, and the keys."""
        parts: list[str | tuple[str, str]] = [self.fault]
        room = self.size.width - cell_len(self.fault)
        for key, label in self.keys:
            before = "" if parts == [""] else "  "
            shown = f" {drawable(label)}"
            wanted = cell_len(f"{before}{key}{shown}")
            if wanted <= room or len(parts) == 1:
                parts += [before, (key, "bold $ink"), shown]
                room -= wanted
        return Content.assemble(*parts)


def mode_keys(
    own: Iterable[tuple[str, str]], same: Mapping[str, str], keys: Mapping[str, tuple[str, ...]]
) -> BindingsMap:
    """A mode's own keys, and behind them the person's own for the actions of the table that it has too."""
    actions = dict(own)
    for name, action in same.items():
        for key in keys.get(name, ()):
            if " " not in key:  # a sequence of keys would be one too many while something else goes on
                actions.setdefault(key, action)
    return BindingsMap([Binding(key, action, show=False, priority=True) for key, action in actions.items()])
