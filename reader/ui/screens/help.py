"""Every key with what it does, to look up and to search in."""

import textwrap
from collections.abc import Mapping
from itertools import zip_longest

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from reader.settings.keynames import key_words
from reader.settings.keys import ACTIONS, Action, Scope
from reader.ui.dialogs.dialog import Dialog

GROUPS = {
    "article": "The article",
    "move": "Moving",
    "other": "Moving",
    "pane": "Panes",
    "view": "What is listed",
    "names": "What is listed",
    "story": "Stories",
    "novelty": "Stories",
    "list": "Views",
    "front": "Views",
    "search": "Search",
    "theme": "Everything else",
    "palette": "Everything else",
    "problems": "Everything else",
    "help": "Everything else",
    "app": "Everything else",
}
"""The heading over the actions whose ids begin so."""

KEYS_WIDTH = 21
"""Columns for the keys, where there is room."""


class HelpScreen(Dialog[None]):
    """Lists the keys as they are now, with the person's own."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape,f1", "dismiss", "Close"),
        Binding("down", "scroll(1)", "Down"),
        Binding("up", "scroll(-1)", "Up"),
        Binding("pagedown", "scroll(10)", "Page down"),
        Binding("pageup", "scroll(-10)", "Page up"),
    ]

    def __init__(self, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self._keys = keys

    def compose(self) -> ComposeResult:
        """A field that narrows the table, and the table."""
        with Vertical(classes="dialog wide"):
            yield Label("Keys", classes="dialog-title")
            yield Input(placeholder="type to search: tag, unread, next hit …", compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(id="key-table")
            yield Static(
                Content("↑ ↓ scroll · esc close · `keys:` in the configuration changes them"), classes="dialog-keys"
            )

    def on_input_changed(self) -> None:
        """Show those with all the words typed."""
        self._show()

    def on_resize(self) -> None:
        """Write the table for the width that there is now."""
        self.call_after_refresh(self._show)

    def action_scroll(self, lines: int) -> None:
        """Move the table."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def _show(self) -> None:
        wanted, table = self.query_one(Input).value, self.query_one("#key-table", Static)
        column = min(KEYS_WIDTH, max(12, table.size.width // 4))
        parts: list[str | tuple[str, str]] = []
        heading = ""
        order = list(GROUPS.values())
        for action in sorted(ACTIONS, key=lambda action: order.index(_group(action))):
            keys = self._written(action)
            if keys and _matches(action, keys, wanted):
                group = _group(action)
                if group != heading:
                    parts.append((f"{chr(10) if heading else ''}{group}\n", "bold $accent"))
                    heading = group
                where = " (in the search bar)" if action.scope is Scope.SEARCH else ""
                told = textwrap.wrap(f"{action.description}{where}", max(20, table.size.width - column))
                written = textwrap.wrap(keys, column - 3)
                for key, text in zip_longest(written, told, fillvalue=""):
                    parts += [(f"  {key:<{column - 2}}", "bold"), f"{text}\n"]
        table.update(Content.assemble(*parts) if parts else Content("No key does that."))

    def _written(self, action: Action) -> str:
        return "  ".join(key_words(key) for key in self._keys[action.id])


def _group(action: Action) -> str:
    return GROUPS[action.id.partition(".")[0]]


def _matches(action: Action, keys: str, wanted: str) -> bool:
    told = f"{keys} {action.id} {action.description}".casefold()
    return all(word in told for word in wanted.casefold().split())
