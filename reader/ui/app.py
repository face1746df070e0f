"""The terminal application: themes, actions by words, notices, and one main screen."""

import asyncio
import gc
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from functools import partial
from pathlib import Path
from time import monotonic
from types import FrameType

from rich.console import RenderableType
from textual import events
from textual._compositor import ChopsUpdate, LayoutUpdate
from textual.app import ScreenStackError, SystemCommand
from textual.binding import Binding
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Resize
from textual.geometry import Offset, Size
from textual.screen import Screen

from reader.library import Library
from reader.refresh.process import Refreshing
from reader.settings.choices import Choices
from reader.settings.keynames import letters_with_alt
from reader.ui.canvas import Canvas
from reader.ui.configured import ConfiguredApp
from reader.ui.driver import TerminalDriver
from reader.ui.noticing import Notice
from reader.ui.pastes import on_one_line
from reader.ui.pressing import Pressing, is_field
from reader.ui.screens.main import MainScreen
from reader.ui.terminal import Terminal
from reader.ui.widgets.pane import Pane

SHOW_CURSOR = "\x1b[?25h"
"""Makes the terminal show its cursor, which Textual hides at the start."""
SIGNALLED = 128
"""What shells add to the number of a signal that ended a program."""
AGAIN_SECONDS = 3.0
"""How soon a second ctrl+c must follow the first one to end the program."""
INTERRUPTED = SIGNALLED + signal.SIGINT


class BroadsheetApp(ConfiguredApp):
    """One library on the screen."""

    TITLE = "Broadsheet"
    CSS_PATH = "reader.tcss"
    ENABLE_COMMAND_PALETTE = True
    COMMAND_PALETTE_BINDING = "f13"  # ours is an action of the table, with keys of its own
    BINDINGS = [  # noqa: RUF012 - Textual's own declaration
        Binding("ctrl+c", "interrupt", show=False, priority=True),  # in dialogs too; it copies before it ends anything
    ]

    def __init__(
        self,
        library: Library,
        choices: Choices,
        under_way: Refreshing | None = None,
        config_file: Path = Path("config.yaml"),
        terminal: Terminal = Terminal(),  # noqa: B008 - frozen
        keep_theme: Callable[[str], None] = lambda _: None,
        *,
        load_again: Callable[[], Choices] | None = None,
        watched: Sequence[Path] = (),
        welcome: bool = False,
    ) -> None:
        """`keep_theme` keeps the name of a theme that was chosen here.

        `load_again` reads what the person set, and `watched` are the files and directories where that stands, if not
        only in the configuration file. With `welcome` the person is shown around first.

        Raises ThemeError.
        """
        self._typing_at = Offset()
        super().__init__(choices, terminal, config_file, keep_theme, load_again, watched or (config_file,))
        self._interrupted = -AGAIN_SECONDS
        self.failure: Exception | None = None
        """The error that nobody foresaw, which has ended the application."""
        self.hand_over: Callable[[], None] | None = None
        """Hands over the terminal where our first frame is on it already."""
        self.greeting = ""
        """What the line of keys tells until a key is pressed; empty for nothing."""
        self.left_as = ""
        """What draws the main screen as it was left; empty where it was left with something else over it."""
        self._library = library
        self._under_way = under_way
        self._welcome = welcome
        self._drawn = Size(0, 0)
        self._canvas = Canvas(erases=terminal.erases)

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

    @property
    def hyperlinks(self) -> bool:
        """Whether the terminal can be told that a text is a hyperlink."""
        return self._terminal.links and not self.is_web

    def get_default_screen(self) -> Screen[None]:
        """The main screen."""
        return MainScreen(self._library, self._choices.config, self._keys, self._under_way)

    def on_mount(self) -> None:
        """Say what is not as it should be: with the marks first, for they are the person's own."""
        self._obey_signals()
        self._be_still_and_seen()
        self.app_resume_signal.subscribe(self, lambda _: self.action_repaint())
        self._follow_edits()
        self.tell(map(Notice, self._library.complaints))
        self._tell_faults(self._choices.faults, running=False)

    def on_resize(self, _: Resize) -> None:
        """Know nothing of what stands in the terminal: each moves its lines in a way of its own."""
        self._canvas.forget()

    def _be_still_and_seen(self) -> None:
        """Nothing moves, and the cursor is seen, where that is wanted; the latter also after another program ran."""
        self._be_still()
        self.set_class(self._choices.config.linear, "-linear")
        if self._choices.config.show_cursor:
            self._show_cursor()
            self.app_resume_signal.subscribe(self, lambda _: self._show_cursor())

    async def on_event(self, event: events.Event) -> None:
        """Have pasted text fit into one line: all fields have only one, and Textual would drop the others unsaid."""
        if isinstance(event, events.Paste) and not event.is_forwarded:
            event = events.Paste(on_one_line(event.text))
        await super().on_event(event)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Have the cursor of a field stand still: what blinks leads the eye away from what is read."""
        if is_field(event.widget):
            from textual.widgets import Input  # not needed for the first screen

            if isinstance(event.widget, Input):
                event.widget.cursor_blink = False

    def _show_cursor(self) -> None:
        if self._driver:
            self._driver.write(SHOW_CURSOR)

    def on_ready(self) -> None:
        """Take keys, let Python look for garbage again, which the start does without, and show a newcomer around."""
        gc.enable()
        if isinstance(self._driver, TerminalDriver):
            self._driver.ready.set()
        if self._welcome and isinstance(self.screen, MainScreen):
            self.screen.do_welcome_open()
        elif self.greeting:
            self.answer(self.greeting)

    def get_driver_class(self) -> type[Driver]:
        """Our way to the terminal; in a browser or a test, Textual's."""
        usual = super().get_driver_class()
        return TerminalDriver if usual is LinuxDriver else usual

    def _build_driver(self, headless: bool, inline: bool, mouse: bool, size: tuple[int, int] | None) -> Driver:
        driver = super()._build_driver(headless, inline, mouse, size)
        if isinstance(driver, TerminalDriver):
            driver.hand_over = self.hand_over
            driver.typed = self._terminal.typed
            driver.tells = self._terminal.tells
            driver.with_alt = lambda: letters_with_alt(key for keys in self._keys.values() for key in keys)
        return driver

    def _obey_signals(self) -> None:
        """Leave the terminal clean also when the program is told to end or stopped, and end where it is gone."""
        with suppress(NotImplementedError, RuntimeError, ValueError):  # signals only reach a main thread
            loop = asyncio.get_running_loop()
            for number in (signal.SIGTERM, signal.SIGINT):
                loop.add_signal_handler(number, partial(self.exit, return_code=SIGNALLED + number))
            if isinstance(self._driver, TerminalDriver):
                loop.add_signal_handler(signal.SIGTSTP, self._driver.stop)
                loop.add_signal_handler(signal.SIGCONT, self._go_on, self._driver)
            signal.signal(signal.SIGHUP, self._end)

    def _go_on(self, driver: TerminalDriver) -> None:
        driver.go_on()
        self.action_repaint()

    def _end(self, number: int, _: FrameType | None) -> None:
        """End without more ado: nobody takes what is drawn any more, and Textual would wait for that for ever.

        Everything is on the disk already, and a refresh ends when nobody listens to it.
        """
        if isinstance(self._driver, TerminalDriver):
            self._driver.leave_at_once()
        os._exit(SIGNALLED + number)

    def _handle_exception(self, error: Exception) -> None:
        """End; the error is told and kept in the log once the terminal is as it was."""
        self.failure = self.failure or error
        super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """End without Textual's account of an error, which holds the values of all variables: texts among them."""
        self._close_messages_no_wait()

    def exit(self, result: None = None, return_code: int = 0, message: RenderableType | None = None) -> None:
        """End, and have the next start show first what is on the screen now, if it will look so again."""
        if isinstance(self.screen, MainScreen) and self.screen.is_usual:
            self.left_as = self._canvas.whole()
        super().exit(result, return_code, message)

    def action_interrupt(self) -> None:
        """Copy what is selected, as ctrl+c does; without a selection end, when it is pressed twice."""
        from textual.widgets import Input

        if isinstance(self.focused, Input) and self.focused.selected_text:
            self.focused.action_copy()
        elif self.screen.get_selected_text():
            self.screen.action_copy_text()
        elif monotonic() - self._interrupted < AGAIN_SECONDS:
            self.exit(return_code=INTERRUPTED)
        else:
            self._interrupted = monotonic()
            self.answer("Press ctrl+c again to quit.", AGAIN_SECONDS)

    def action_suspend_process(self) -> None:
        """Go to the shell until `fg`."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.stop()
        else:
            self.answer("There is no shell here to go to.")

    def action_repaint(self) -> None:
        """Write the whole screen again, whatever stands there."""
        self._canvas.forget()
        with suppress(ScreenStackError):  # before the first screen
            self.screen.refresh(layout=True)

    def _display(self, screen: Screen[object], renderable: RenderableType | None) -> None:
        """Write only what differs from what stands in the terminal; a browser's page has one of its own for that."""
        if isinstance(renderable, LayoutUpdate | ChopsUpdate) and not self.is_web:
            size = screen._compositor.size
            if size != self._drawn:  # what was drawn last was meant for another terminal, and stands anywhere in this
                self._drawn = size
                self._canvas.forget()
                self.call_later(screen.refresh)
            renderable = self._canvas.differing(renderable)
        super()._display(screen, renderable)

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Every action of the table and every theme, for the palette."""
        if isinstance(screen, Pressing):
            yield from screen.commands()
        for name, description in self.themes.items():
            yield SystemCommand(f"Theme {name}", description, partial(self.use_theme, name))
