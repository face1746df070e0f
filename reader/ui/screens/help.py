"""The keys that work where the person is and the marks that are seen there, to look up; all others, to search in."""

import re
import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, Static

from reader.query.described import FIELD_WORDS, MARK_WORDS, SYNTAX
from reader.settings.keynames import key_words
from reader.settings.keys import PANES, Action, Scope
from reader.ui.dialogs.dialog import Dialog
from reader.ui.dialogs.keys_told import KeysTold
from reader.ui.widgets.drawing import Glyphs
from reader.ui.widgets.legend import marks_in

GROUPS = {
    "article": "The article",
    "text": "The article",
    "history": "Moving",
    "passage": "The article",
    "marks": "The article",
    "link": "The article",
    "move": "Moving",
    "other": "Moving",
    "pane": "Panes",
    "view": "What is listed",
    "names": "What is listed",
    "story": "Stories",
    "novelty": "Stories",
    "list": "What is listed",
    "front": "What is listed",
    "search": "Search",
    "macro": "Your own",
}
"""The heading over the actions whose ids begin so."""
REST = "Everything else"
PLACES_TOLD = {
    Scope.LIST: "in the list",
    Scope.READER: "in the text",
    Scope.RELATED: "in the related articles",
    Scope.SEARCH: "in the search bar",
}
"""Where a pane is."""
_NUMBER = re.compile(r"\+\d+")
"""What is written `+n` in the table of marks."""
KEYS_WIDTH = 21
"""Columns for the keys, where there is room."""


@dataclass(frozen=True, slots=True)
class HelpRow:
    """An action and its keys, or a mark."""

    keys: tuple[str, ...]
    """Its keys here, as a person would write them; or how it looks."""
    told: str
    """What it does, or means."""
    found_by: str
    """What it is found by as well: its name in the configuration, or the forms of a mark."""


@dataclass(frozen=True, slots=True)
class HelpSection:
    """Actions or marks under one heading."""

    heading: str
    """The heading."""
    rows: tuple[HelpRow, ...]
    """The actions, or marks."""
    elsewhere: bool = False
    """Whether they are not for here, and show only where they are searched for."""


def main_sections(
    actions: Sequence[Action], keys: Mapping[str, tuple[str, ...]], place: Scope, signs: Glyphs
) -> tuple[HelpSection, ...]:
    """The sections of the main screen as seen from one of its panes: what is there alone first."""
    order = [PLACES_TOLD[place].capitalize(), *dict.fromkeys(GROUPS.values()), REST]
    live: dict[str, list[HelpRow]] = {heading: [] for heading in order}
    elsewhere: dict[Scope, list[HelpRow]] = {}
    for action in actions:
        row = HelpRow(tuple(map(key_words, keys[action.id])), action.description, action.id)
        if place in action.scope.places:
            own = action.scope is place
            live[order[0] if own else GROUPS.get(action.id.partition(".")[0], REST)].append(row)
        elif action.scope in PLACES_TOLD:
            elsewhere.setdefault(action.scope, []).append(row)
    asks = place is Scope.SEARCH
    first, *others = (HelpSection(heading, tuple(rows)) for heading, rows in live.items())
    return (
        first,
        *(query_sections() if asks else ()),
        *others,
        *(() if asks else query_sections(elsewhere=True)),
        *mark_sections(frozenset(PANES), signs),
        *(HelpSection(PLACES_TOLD[other].capitalize(), tuple(rows), True) for other, rows in elsewhere.items()),
    )


def query_sections(*, elsewhere: bool = False) -> tuple[HelpSection, ...]:
    """What can be asked for in a search; `elsewhere` where nobody is asking."""
    fields = [(f"{field}:", told) for field, told in FIELD_WORDS.items() if field != "is"]
    marks = [(f"is:{mark}", told) for mark, told in MARK_WORDS.items()]
    return tuple(
        HelpSection(heading, tuple(HelpRow((form,), told, "search query") for form, told in forms), elsewhere)
        for heading, forms in (("How a search is written", SYNTAX), ("What it can ask for", (*fields, *marks)))
    )


def mark_sections(places: frozenset[Scope], signs: Glyphs) -> tuple[HelpSection, ...]:
    """The marks of a screen, and those of all others."""
    here = tuple(_mark_rows(places, signs))
    others = tuple(row for row in _mark_rows(frozenset(Scope), signs) if row not in here)
    return HelpSection("Marks on this screen", here), HelpSection("Marks on other screens", others, True)


def _mark_rows(places: frozenset[Scope], signs: Glyphs) -> Iterator[HelpRow]:
    for sign, mark in marks_in(places, signs):
        yield HelpRow((sign,), mark.told, f"mark sign {mark.forms}")


class HelpScreen(Dialog[None]):
    """Lists the keys as they are now, with the person's own, and the marks."""

    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("escape,f1", "dismiss", "Close"),
        Binding("down", "scroll(1)", "Down"),
        Binding("up", "scroll(-1)", "Up"),
        Binding("pagedown", "page(1)", "Page down"),
        Binding("pageup", "page(-1)", "Page up"),
        Binding("end", "page(99)", "To the end", priority=True),
        Binding("home", "page(-99)", "To the beginning", priority=True),
    ]

    def __init__(self, title: str, sections: Sequence[HelpSection], config_file: str) -> None:
        """`config_file` is where keys can be changed; empty where these cannot."""
        super().__init__()
        self._config_file = config_file
        self._title = title
        self._sections = sections

    def compose(self) -> ComposeResult:
        """A field that narrows the table, and the table."""
        with Vertical(classes="dialog wide"):
            yield Label(self._title, classes="dialog-title")
            yield Input(placeholder="type to search: tag, unread, next hit, a mark …", compact=True)
            with VerticalScroll(can_focus=False):
                yield Static(self._table("", self.expected_room), id="key-table")
            other = f" · other keys: “keys:” in {self._config_file}" if self._config_file else ""
            yield KeysTold(f"↑ ↓ scroll · esc leave{other}")

    def on_input_changed(self) -> None:
        """Show those with all the words typed."""
        self._show()

    def on_resize(self) -> None:
        """Write the table for the width that there is now."""
        self.call_after_refresh(self._show)

    def action_scroll(self, lines: int) -> None:
        """Move the table."""
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)

    def action_page(self, pages: int) -> None:
        """Move the table by as much as is seen."""
        table = self.query_one(VerticalScroll)
        table.scroll_relative(y=pages * max(1, table.size.height - 1), animate=False)

    def _show(self) -> None:
        table = self.query_one("#key-table", Static)
        table.update(self._table(self.query_one(Input).value, table.size.width))

    def _table(self, searched: str, width: int) -> Content:
        parts: list[str | tuple[str, str]] = []
        for section, rows in self._wanted(searched):
            parts.append((f"{chr(10) if parts else ''}{section.heading}\n", "bold $accent"))
            parts += (part for row in rows for part in _row(row, width))
        return Content.assemble(*parts) if parts else Content("No key does that, and no mark looks like that.")

    def _wanted(self, searched: str) -> Iterator[tuple[HelpSection, list[HelpRow]]]:
        """The sections that are shown, each with its rows."""
        words = searched.casefold().split()
        for section in self._sections:
            rows = [row for row in section.rows if row.keys and _matches(row, words)]
            if rows and (words or not section.elsewhere):
                yield section, rows


def _row(row: HelpRow, width: int) -> Iterator[str | tuple[str, str]]:
    column = min(KEYS_WIDTH, max(12, width // 4))
    told = textwrap.wrap(row.told, max(20, width - column))
    written = textwrap.wrap("  ".join(row.keys), column - 3)
    for key, text in zip_longest(written, told, fillvalue=""):
        yield f"  {key:<{column - 2}}", "bold"
        yield f"{text}\n"


def _matches(row: HelpRow, words: Sequence[str]) -> bool:
    told = f"{' '.join(row.keys)} {row.found_by} {row.told}".casefold()
    return all(word in told or _NUMBER.sub("+n", word) in told for word in words)
