"""The files that gave no article, each with the reason."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from reader.model import Problem
from reader.ui.dialogs.dialog import Dialog
from reader.ui.widgets.drawing import drawable

MOST_SHOWN = 1000
"""More are not listed here; the command line lists all."""


class ProblemsScreen(Dialog[None]):
    """A list to read."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape,q,enter,exclamation_mark", "dismiss", "Close"),
        Binding("down,j", "scroll(1)", "Down"),
        Binding("up,k", "scroll(-1)", "Up"),
        Binding("pagedown,space", "scroll(10)", "Page down"),
        Binding("pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__()
        self._problems = problems

    def compose(self) -> ComposeResult:
        """The list, or that there is nothing to list."""
        count = len(self._problems)
        title = f"{count:,} file{'s' if count != 1 else ''} without an article" if count else "No problems"
        with Vertical(classes="dialog wide"):
            yield Label(title, classes="dialog-title")
            with VerticalScroll(can_focus=False):
                yield Static(self._table())
            yield Static(Content("↑ ↓ scroll · esc close"), classes="dialog-keys")

    def action_scroll(self, lines: int) -> None:
        """Move the list."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _table(self) -> Content:
        if not self._problems:
            return Content("Every file of the folder was read.")
        parts: list[str | tuple[str, str]] = []
        for problem in self._problems[:MOST_SHOWN]:
            parts += [(f"{drawable(problem.id)}\n", "bold"), (f"  {drawable(problem.reason)}\n", "$muted")]
        if len(self._problems) > MOST_SHOWN:
            parts.append(f"… and {len(self._problems) - MOST_SHOWN:,} more: broadsheet index --json lists them all")
        return Content.assemble(*parts)
