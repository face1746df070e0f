"""The keys of one page, to read."""

from collections.abc import Sequence

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Label, Static

from reader.ui.dialogs.dialog import Dialog


class PageKeys(Dialog[None]):
    """Keys and what they do."""

    DEFAULT_CSS = """
    PageKeys #page-keys { height: auto; max-height: 60vh; }
    """
    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape,q,enter,question_mark", "dismiss", "Close"),
        Binding("down,j", "scroll(1)", "Down"),
        Binding("up,k", "scroll(-1)", "Up"),
    ]

    def __init__(self, title: str, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._title = title
        self._keys = keys

    def compose(self) -> ComposeResult:
        """The table."""
        column = max(len(key) for key, _ in self._keys) + 2
        parts: list[str | tuple[str, str]] = []
        for key, told in self._keys:
            parts += [(f"{key:<{column}}", "bold"), f"{told}\n"]
        with Vertical(classes="dialog"):
            yield Label(self._title, classes="dialog-title")
            with VerticalScroll(can_focus=False, id="page-keys"):
                yield Static(Content.assemble(*parts))
            yield Static(Content("esc close"), classes="dialog-keys")

    def action_scroll(self, lines: int) -> None:
        """Move the table."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)
