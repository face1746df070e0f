"""The terminal application: themes, actions by words, notices, and one main screen."""

import asyncio
import gc
import os
import signal
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from types import FrameType

from textual import events
from textual.app import App, SystemCommand
from textual.geometry import Offset
from textual.screen import Screen

from reader.library import Library
from reader.refresh.process import Refreshing
from reader.settings.choices import Choices
from reader.settings.keymap import keymap
from reader.ui.pressing import Pressing
from reader.ui.screens.main import MainScreen
from reader.ui.themes import textual_theme
from reader.ui.widgets.pane import Pane

NOTICE_SECONDS = 12
SHOW_CURSOR = "\x1b[?25h"
"""Makes the terminal show its cursor, which Textual hides at the start."""
SIGNALLED = 128
"""What shells add to the number of a signal that ended a program."""
MOST_NOTICES = 5
PLAIN_THEME = "broadsheet-dark"
"""In place of the terminal's own colours where NO_COLOR is set: Textual would show them black on black."""


def _end(number: int, _: FrameType | None) -> None:
    """End without more ado: nobody takes what is drawn any more, and Textual would wait for that for ever.

    Everything is on the disk already, and a refresh ends when nobody listens to it.
    """
    os._exit(SIGNALLED + number)


class BroadsheetApp(App[None]):
    """One library on the screen."""

    TITLE = "Broadsheet"
    CSS_PATH = "reader.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f13"  # ours is an action of the table, with keys of its own
    BINDINGS = []  # noqa: RUF012 - likewise

    def __init__(
        self,
        library: Library,
        choices: Choices,
        notices: Sequence[str] = (),
        under_way: Refreshing | None = None,
        config_file: Path = Path("config.yaml"),
        *,
        welcome: bool = False,
    ) -> None:
        """With `welcome` the person is shown around first."""
        self._typing_at = Offset()
        super().__init__()
        choices = replace(choices, config=choices.config.settled())
        self._config_file = config_file
        self._library = library
        self._choices = choices
        self._notices = (*notices, *library.complaints)
        self._under_way = under_way
        self._welcome = welcome
        self.themes: Mapping[str, str] = {theme.name: theme.description for theme in choices.themes}
        """Our themes, with a few words about each."""
        for theme in choices.themes:
            self.register_theme(textual_theme(theme))
        self.theme = self._fitting(choices.theme.name)

    @property
    def cursor_position(self) -> Offset:
        """Where the terminal's own cursor is put with whatever is drawn: on what is selected, or where one types.

        Screen readers, Braille displays and magnifiers follow it.
        """
        pane = self.screen.focused
        if isinstance(pane, Pane):
            return pane.content_region.offset + Offset(0, pane.cursor_line)
        if pane is not None:
            from textual.widgets import Input  # not needed for the first screen

            if isinstance(pane, Input):  # asked now: a field that has just been mounted had no place when it said so
                behind = pane.cursor_at_end  # there Textual means the cell where it would complete the words
                return pane.cursor_screen_offset - Offset(int(behind), 0)
        return self._typing_at

    @cursor_position.setter
    def cursor_position(self, place: Offset) -> None:
        self._typing_at = place  # Textual's own fields say so

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Our variables, for Textual's own themes that do not know them."""
        return textual_theme(self._choices.theme).variables if hasattr(self, "_choices") else {}

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        config = self._choices.config
        keys, _ = keymap(config.keys, [macro.action for macro in config.macros])
        return MainScreen(self._library, self._choices.config, keys, self._under_way)

    def on_mount(self) -> None:
        """Say what is not as it should be, in one notice."""
        self._leave_on_signals()
        self._be_still_and_seen()
        told = [*self._notices[:MOST_NOTICES]]
        if len(self._notices) > MOST_NOTICES:
            told.append(f"… and {len(self._notices) - MOST_NOTICES} more: broadsheet config check tells all")
        if told:
            self.notify("\n".join(told), severity="warning", timeout=NOTICE_SECONDS, markup=False)

    def on_ready(self) -> None:
        """Let Python look for garbage again, which the start does without, and show a newcomer around."""
        gc.enable()
        if self._welcome and isinstance(self.screen, MainScreen):
            self.screen.do_welcome_open()

    def _be_still_and_seen(self) -> None:
        """Nothing moves, and the cursor is seen, where that is wanted; the latter also after another program ran."""
        if not self._choices.config.animation:
            self.animation_level = "none"
        self.set_class(self._choices.config.linear, "-linear")
        if self._choices.config.show_cursor:
            self._show_cursor()
            self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have the cursor of a field stand still where nothing is to blink."""
        if not self._choices.config.animation:
            from textual.widgets import Input  # not needed for the first screen

            if isinstance(event.widget, Input):
                event.widget.cursor_blink = False

    def _show_cursor(self) -> None:
        if self._driver:
            self._driver.write(SHOW_CURSOR)

    def _leave_on_signals(self) -> None:
        """Leave the terminal clean also when the program is told to end, and end at once when its terminal is gone."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # signals only reach a main thread
            leave = partial(self.exit, return_code=SIGNALLED + signal.SIGTERM)
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, leave)
            signal.signal(signal.SIGHUP, _end)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the table and every theme, for the palette."""
        if isinstance(screen, Pressing):
            yield from screen.commands()
        for name, description in self.themes.items():
            yield SystemCommand(f"Theme {name}", description, partial(self.use_theme, name))

    def action_choose_theme(self, named: str = "") -> None:
        """Choose a theme while looking at it, or take the one that is named."""
        if named in self.themes:
            self.use_theme(named)
            return
        from reader.ui.dialogs.choice import ChoiceDialog

        before = self.theme

        def settle(name: str | None) -> None:
            self.theme = before
            if name:
                self.use_theme(name)

        self.push_screen(ChoiceDialog("Theme", list(self.themes.items()), before, self._preview_theme), settle)

    def use_theme(self, name: str) -> None:
        """Change the colours, and tell how to keep them."""
        self.theme = self._fitting(name)
        self.notify(f"To keep it, write  theme: {name}  into\n{self._config_file}", markup=False)

    def _preview_theme(self, name: str) -> None:
        self.theme = self._fitting(name)

    def _fitting(self, name: str) -> str:
        """The theme of this name, or one that can be seen."""
        if os.environ.get("NO_COLOR") and self.available_themes[name].ansi:
            return PLAIN_THEME
        return name
