"""The way to the terminal and back: Textual's, with what it lacks where a program is stopped or ends at once."""

import os
import select
import selectors
import signal
import sys
import termios
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from contextlib import suppress
from threading import Event
from time import monotonic

from textual import constants
from textual._xterm_parser import XTermParser
from textual.app import App, ScreenStackError
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key, Paste
from textual.message import Message

from reader.ui.escapes import Escapes
from reader.ui.pastes import ESCAPE, Pastes
from reader.ui.pressing import is_field
from reader.ui.terminal import ASK, Answers, Ground

PIXELS_OFF = "\x1b[?1016l"
"""Textual has the mouse told in pixels where the terminal can, and does not take that back."""
OTHER_SCREEN = "\x1b[?1049h"
"""Leads to the other screen of the terminal, which is ours."""
KEYBOARD_BACK = "\x1b[<u"
"""Gives back the keyboard of Kitty's protocol. A terminal that knows nothing of it may print the letter."""
TELL_CHANGES, TELL_NO_CHANGES = "\x1b[?2031h", "\x1b[?2031l"
"""Whether the terminal tells when it becomes light or dark."""
LEAVE = (
    "\x1b[m\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?2031l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l\x1b[?1016l"
    "\x1b[?1004l\x1b[<u\x1b[?1049l\x1b[?25h"
)
"""Takes back everything that was asked of the terminal, its screen and its cursor last."""
Size = tuple[int, int] | None
READ_BYTES = 4096
WAIT_SECONDS = 0.1
"""How long the thread that reads keys may take to notice that it shall end."""


class GroundTold(Message):
    """The terminal has told its background."""

    def __init__(self, ground: Ground) -> None:
        super().__init__()
        self.ground = ground
        """What it told."""


class TerminalDriver(LinuxDriver):
    """Textual's driver of terminals, with answers taken out of the keys, and jobs as shells have them."""

    typed = ""
    """Keys that were pressed before there was a driver."""
    tells = False
    """Whether the terminal is to tell when it becomes light or dark."""

    with_alt: Callable[[], str] = str
    """The letters that mean something with alt."""
    hand_over: Callable[[], None] | None = None
    """Hands over the terminal where our own first frame is on it, which then shows its other screen already."""
    _painted = False

    def __init__(self, app: App[object], *, debug: bool = False, mouse: bool = True, size: Size = None) -> None:
        """As Textual's; where errors go to a file, the screen still goes to the terminal."""
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self._pastes = Pastes()
        self._escapes = Escapes()
        self.ready = Event()
        """Set when there is somebody to take keys."""
        if sys.__stdout__ and not (self._file and self._file.isatty()):
            self._file = sys.__stdout__

    def write(self, data: str) -> None:
        """Write to the terminal; what was not asked of its keyboard is not taken back either."""
        if data == OTHER_SCREEN and self._painted:
            self._painted = False  # some terminals clear it when they are told twice
            return
        if data != KEYBOARD_BACK or not constants.DISABLE_KITTY_KEY:
            super().write(data)

    def start_application_mode(self) -> None:
        """Take the terminal."""
        if self.hand_over:
            self.hand_over()
            self.hand_over, self._painted = None, True
        super().start_application_mode()  # type: ignore[no-untyped-call]  # Textual's has no annotations
        if self.tells and self._runs:
            self.write(TELL_CHANGES)

    def stop_application_mode(self) -> None:
        """Give the terminal back as it was."""
        self.write(TELL_NO_CHANGES + PIXELS_OFF if self.tells else PIXELS_OFF)
        super().stop_application_mode()

    def stop(self) -> None:
        """Give the terminal back to the shell until the shell lets the program go on."""
        if self._auto_restart and self._runs:
            self.suspend_application_mode()
        os.kill(os.getpid(), signal.SIGSTOP)

    def go_on(self) -> None:
        """Take the terminal again, also where the program was stopped without warning and has taken nothing back."""
        if not self._auto_restart:  # another program has the terminal, and gives it back by itself
            return
        if self._runs:
            self.suspend_application_mode()
        self._must_signal_resume = True
        self.resume_application_mode()

    def ask(self) -> None:
        """Have the terminal tell its background, if it can; the answer comes as a message."""
        if self.tells and self._runs:
            self.write(ASK)

    def leave_at_once(self) -> None:
        """Leave the terminal as it was, as far as it takes that without a wait; nothing else is done any more."""
        with suppress(OSError, termios.error):
            if self.attrs_before is not None:
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError):
            # Opened for itself: a terminal that was told not to wait would not wait for the shell either.
            terminal = os.open(os.ttyname(self.fileno), os.O_WRONLY | os.O_NONBLOCK | os.O_NOCTTY)
            os.write(terminal, LEAVE.encode())

    def run_input_thread(self) -> None:
        """Read keys until the end; what the terminal tells of itself is no key."""
        parser = XTermParser(self._debug)
        answers = Answers()
        self._pastes, self._escapes = Pastes(), Escapes()
        decode = getincrementaldecoder("utf-8")(errors="replace").decode
        while not self.ready.wait(WAIT_SECONDS):  # until then keys wait in the terminal, and none is lost
            if self.exit_event.is_set():
                return
            if self._is_gone():
                _hang_up()
                return
        typed, self.typed = _as_keys(self.typed), ""
        begins = True
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            self._process(parser, answers, typed)
            while not self.exit_event.is_set():
                if selector.select(constants.ESCAPE_DELAY if self._escapes.held else WAIT_SECONDS):
                    read = self._read()
                    if not read:
                        _hang_up()
                        return
                    text = decode(read)
                    self._process(parser, answers, _as_keys(text) if begins else text)
                    begins = False
                elif self._escapes.over():
                    self._pass_on([_escape()])
                self._pass_on(parser.tick())

    def _is_gone(self) -> bool:
        """Whether the other end of the terminal is closed; nothing is read to know that."""
        polled = select.poll()
        polled.register(self.fileno, 0)
        return any(told & (select.POLLHUP | select.POLLERR) for _, told in polled.poll(0))

    def _read(self) -> bytes:
        """What was typed; nothing where the terminal is gone, which Linux tells as an error."""
        with suppress(OSError):
            return os.read(self.fileno, READ_BYTES)
        return b""

    @property
    def _runs(self) -> bool:
        """Whether the terminal is ours now."""
        return self._key_thread is not None and self._key_thread.is_alive()

    def _process(self, parser: XTermParser, answers: Answers, text: str) -> None:
        keys, grounds, _ = answers.taken_out(text)
        for ground in grounds:
            self.process_message(GroundTold(ground))
        if keys:
            pasted = self._pastes.told(keys, monotonic()) and self._is_written_to
            for piece in [] if pasted else self._escapes.told(keys, self.with_alt):
                self._pass_on([_escape()] if piece == ESCAPE else parser.feed(piece))
            if pasted:
                self._pass_on([Paste(keys)])

    @property
    def _is_written_to(self) -> bool:
        """Whether a field has the keys; asked on the thread that reads them, while screens come and go."""
        with suppress(ScreenStackError):
            return is_field(self._app.focused)
        return False

    def _pass_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)


def _escape() -> Key:
    return Key("escape", ESCAPE)


def _as_keys(typed: str) -> str:
    """Make enter of the ends of lines that were typed before the terminal was ours: it made these of enter."""
    return typed.replace("\n", "\r")


def _hang_up() -> None:
    """End, as for the signal that tells that the terminal is gone: only who has it for their own gets that signal."""
    os.kill(os.getpid(), signal.SIGHUP)
