"""Selecting text with keys."""

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from reader.settings.keynames import key_words
from reader.told import counted
from reader.ui.dialogs.mode import Mode, ModeKeys, mode_keys
from reader.ui.widgets.carets import Step
from reader.ui.widgets.selecting import SelectingView

MOVES: Mapping[str, str] = {
    "move.down": "line(1)",
    "move.up": "line(-1)",
    "move.page_down": "page(1)",
    "move.page_up": "page(-1)",
    "article.next": "page(1)",
    "move.top": "all(-1)",
    "move.bottom": "all(1)",
    "article.copy": "end('article.copy')",
    "article.cite": "end('article.cite')",
    "passage.highlight": "end('passage.highlight')",
    "text.select": "end('')",
    "article.open": "end('')",
    "help.open": "help",
    "app.back": "drop",
    "app.leave": "drop",
}
"""The person's own keys, and what they do while text is selected."""
TOLD: Mapping[str, str] = {
    "word(1)": "A word on",
    "word(-1)": "A word back",
    "letter(1)": "A letter on",
    "letter(-1)": "A letter back",
    "line(1)": "A line down",
    "line(-1)": "A line up",
    "edge(1)": "To the end of the line",
    "edge(-1)": "To the start of the line",
    "paragraph(1)": "To the end of the paragraph, then of the next one",
    "paragraph(-1)": "To its start, then to that of the one before",
    "page(1)": "As many lines down as are seen",
    "page(-1)": "As many lines up",
    "all(1)": "To the end of the text",
    "all(-1)": "To its start",
    "exchange": "Move the other end",
    "end('article.copy')": "Copy what is selected",
    "end('article.cite')": "Copy it as a quotation, with its source",
    "end('passage.highlight')": "Highlight it",
    "end('')": "Keep it selected, and leave",
    "drop": "Select nothing, and leave",
}
"""What each key does, for who asks."""


class SelectMode(Mode[str | None]):
    """Moves one end of what is selected; returns an action to do with it, empty to keep it, None to drop it."""

    OWN: ClassVar[tuple[tuple[str, str], ...]] = (
        ("escape", "drop"),
        ("h", "letter(-1)"),
        ("left", "letter(-1)"),
        ("l", "letter(1)"),
        ("right", "letter(1)"),
        ("w", "word(1)"),
        ("e", "word(1)"),
        ("b", "word(-1)"),
        ("circumflex_accent", "edge(-1)"),
        ("home", "edge(-1)"),
        ("dollar_sign", "edge(1)"),
        ("end", "edge(1)"),
        ("right_curly_bracket", "paragraph(1)"),
        ("left_curly_bracket", "paragraph(-1)"),
        ("p", "paragraph(1)"),
        ("g", "all(-1)"),
        ("o", "exchange"),
    )

    def __init__(self, reader: SelectingView, keys: Mapping[str, tuple[str, ...]], copy: str, cite: str) -> None:
        """`copy` and `cite` are the keys to name for copying."""
        super().__init__()
        self._reader = reader
        self._bindings = mode_keys(self.OWN, MOVES, keys)
        mark, asked = (next(map(key_words, keys[name]), "") for name in ("passage.highlight", "help.open"))
        self._line = (
            ("w", "word"), ("o", "other end"), ("esc", "drop"), (asked, "help"), (copy, "copy"), (mark, "highlight"),
            ("j", "line"), ("p", "paragraph"), (cite, "cite"), ("enter", "keep"),
        )  # fmt: skip
        self._keys = keys

    def compose(self) -> ComposeResult:
        """What the keys do."""
        with Horizontal(classes="mode"):
            yield Static(Content("select"), classes="mode-sign")
            keys = ModeKeys()
            keys.keys = self._line
            yield keys
            yield Static(classes="mode-status")

    def on_mount(self) -> None:
        """Say how much is selected."""
        self._tell()

    def action_letter(self, direction: int) -> None:
        """A letter on or back."""
        self._move(Step.LETTER, direction)

    def action_word(self, direction: int) -> None:
        """A word on or back."""
        self._move(Step.WORD, direction)

    def action_line(self, direction: int) -> None:
        """A line down or up."""
        self._move(Step.LINE, direction)

    def action_edge(self, direction: int) -> None:
        """To an end of the line."""
        self._move(Step.END_OF_LINE, direction)

    def action_paragraph(self, direction: int) -> None:
        """To an end of the paragraph, then of the next one."""
        self._move(Step.PARAGRAPH, direction)

    def action_all(self, direction: int) -> None:
        """To an end of the text."""
        self._move(Step.ALL, direction)

    def action_page(self, direction: int) -> None:
        """As many lines as are seen."""
        self._reader.move_end_by_page(direction)
        self._tell()

    def action_exchange(self) -> None:
        """Move the other end from now on."""
        self._reader.exchange_ends()
        self._tell()

    def action_help(self) -> None:
        """All keys of this mode."""
        from reader.ui.screens.help import HelpRow, HelpScreen, HelpSection  # like every dialog: not before it is asked

        own: dict[str, list[str]] = {}
        for key, action in self.OWN:
            own.setdefault(action, []).append(key_words(key))
        for name, action in MOVES.items():
            own.setdefault(action, []).extend(key_words(key) for key in self._keys.get(name, ()) if " " not in key)
        rows = tuple(HelpRow(tuple(dict.fromkeys(own.get(action, ()))), told, action) for action, told in TOLD.items())
        section = HelpSection("While words are selected", rows)
        self.app.push_screen(HelpScreen("Keys while words are selected", [section], ""))

    def action_end(self, action: str) -> None:
        """Keep what is selected."""
        self.dismiss(action)

    def action_drop(self) -> None:
        """Select nothing."""
        self.dismiss(None)

    def on_click(self) -> None:
        """Keep it, and let the mouse select."""
        self.dismiss("")

    def _move(self, step: Step, direction: int) -> None:
        self._reader.move_end(step, direction)
        self._tell()

    def _tell(self) -> None:
        count = counted(len(self._reader.selected.split()), "word")
        told = f"start moves · {count}" if self._reader.moves_start else count
        self.query_one(".mode-status", Static).update(Content(told))
