"""Pages over the main screen and their keys: those of the table for the page, and what the person's others do there."""

from collections.abc import Iterator, Mapping, Sequence
from typing import ClassVar, NamedTuple

from textual.app import SystemCommand
from textual.screen import ScreenResultType

from reader.settings.config import Config
from reader.settings.keynames import key_words
from reader.settings.keys import Scope, action
from reader.ui.pressing import Pressing, is_field
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.comparison_view import ComparisonView
from reader.ui.widgets.drawing import glyphs
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.lines import KeyLine

Moved = EntryPane | ArticleView | ComparisonView
"""Panes of pages."""
LEAVES = ("escape", "q")
"""Keys that leave a page, whatever the person's own are."""


class PageKey(NamedTuple):
    """An action of the table that a page has."""

    action: str
    """Its id."""
    run: str
    """What it does here: the name of an action of the screen, with its arguments."""
    label: str = ""
    """One or two words for the line of keys; empty for keys that only the help tells."""
    told: str = ""
    """A sentence for the help; empty for that of the table."""


MOVES = (
    PageKey("move.down", "move(1)"),
    PageKey("move.up", "move(-1)"),
    PageKey("move.page_down", "page(1)"),
    PageKey("move.page_up", "page(-1)"),
    PageKey("move.top", "end(-1)"),
    PageKey("move.bottom", "end(1)"),
    PageKey("app.back", "back"),
    PageKey("app.leave", "back", told="Go back"),
    PageKey("app.quit", "app.quit"),
    PageKey("palette.open", "palette"),
    PageKey("theme.choose", "app.choose_theme"),
    PageKey("app.screenshot", "app.screenshot"),
    PageKey("app.suspend", "app.suspend_process"),
    PageKey("app.repaint", "app.repaint"),
    PageKey("help.open", "help", "help"),
)
"""What all pages have."""


class KeyedPage(Pressing[ScreenResultType]):
    """A page that is worked with keys."""

    PAGE_NAME: ClassVar[str] = ""
    """What stands first in its title."""
    PLACE: ClassVar[Scope]
    """Where the keys are while it is open."""
    KEYS: ClassVar[Sequence[PageKey]] = ()
    """The actions of this page, the most important first."""

    def hear(self, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Have the person's keys work here."""
        self.config = config
        """The settings."""
        self.keys = keys
        """Keys of every action."""
        self._run = {each.action: each.run for each in reversed(self.every)}
        self._live = {key: each.action for each in reversed(self.every) for key in keys[each.action]}
        for key in LEAVES:
            self._live.setdefault(key, "app.back")
        self.listen(self._live, config.key_wait)

    def take_configuration(self, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Be as another configuration says, as far as that counts at once."""
        self.hear(config, keys)
        self.query_one(KeyLine).keys = self.key_line()

    @property
    def every(self) -> Sequence[PageKey]:
        """All actions, those of this page first."""
        return (*self.KEYS, *MOVES)

    @property
    def live(self) -> Mapping[str, str]:
        """The ids of the actions by their keys."""
        return self._live

    async def perform(self, action: str) -> None:
        """Do what an action says."""
        await self.run_action(self._run[action])

    def hears(self, key: str) -> bool:
        """Whether a key means something here; a field keeps those of its own."""
        focused = self.focused
        if focused and is_field(focused) and key in focused._bindings.key_to_bindings:
            return False
        return super().hears(key)

    def key(self, name: str) -> str:
        """The first key of an action as a person would write it, empty where it has none here."""
        return next((key_words(key) for key in self.keys[name] if self._live.get(key) == name), "")

    def key_line(self) -> tuple[tuple[str, str], ...]:
        """Keys and labels for the line of keys."""
        shown = ((self.key(each.action), each.label) for each in self.every if each.label)
        return tuple((key, label) for key, label in shown if key)

    def commands(self) -> Iterator[SystemCommand]:
        """Every action of the page, for the palette."""
        for each in self.every:
            if each.action != "palette.open":
                yield self.command(self._told_of(each), self.key(each.action), each.action)

    def answer(self, text: str) -> None:
        """Tell, on the line of keys, what a key has led to."""
        self.query_one(KeyLine).answer = text

    # What all pages do

    @property
    def pane(self) -> Moved:
        """The pane that has the keys."""
        raise NotImplementedError

    def action_move(self, steps: int) -> None:
        """An entry or a line down or up."""
        self.answer("")
        _move(self.pane, steps * self.times)

    def action_page(self, direction: int) -> None:
        """A page down or up."""
        self.answer("")
        pane, pages = self.pane, direction * self.times
        if isinstance(pane, EntryPane):
            pane.page(pages)
        else:
            pane.scroll_page(pages)

    def action_end(self, direction: int) -> None:
        """To the end or the beginning, with a number to that entry or line."""
        self.answer("")
        if direction > 0 and not self.typed:
            self.pane.bottom()
        else:
            self.pane.top()
            _move(self.pane, max(0, self.typed - 1))

    def action_palette(self) -> None:
        """Any action of the page by its words."""
        from reader.ui.dialogs.palette import Palette

        self.app.push_screen(Palette())

    def action_help(self) -> None:
        """All keys and marks of this page."""
        from reader.ui.screens.help import HelpRow, HelpScreen, HelpSection, mark_sections

        rows = [
            HelpRow(tuple(map(key_words, self._keys_of(each))), self._told_of(each), each.action) for each in self.every
        ]
        own, moves = rows[: len(self.KEYS)], rows[len(self.KEYS) :]
        keys = (HelpSection(self.PAGE_NAME, tuple(own)), HelpSection("Everywhere", tuple(moves)))
        marks = mark_sections(frozenset({self.PLACE}), glyphs(self.config.ascii_marks, self.config.linear))
        self.app.push_screen(HelpScreen(f"Keys here: {self.PAGE_NAME.lower()}", (*keys, *marks), self.config_file))

    def _keys_of(self, each: PageKey) -> tuple[str, ...]:
        return tuple(key for key in self.keys[each.action] if self._live.get(key) == each.action)

    def _told_of(self, each: PageKey) -> str:
        return each.told or action(each.action).description


def _move(pane: Moved, steps: int) -> None:
    if isinstance(pane, EntryPane):
        pane.move(steps)
    else:
        pane.scroll_lines(steps)
