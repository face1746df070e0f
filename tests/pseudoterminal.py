"""A real terminal for tests: a program in it, keys for the program, and what is then on its screen.

`Pseudoterminal` starts the program in a session of its own, so that the terminal controls it: signals and jobs work as
for a person. What the program writes is drawn by pyte, and every mode that it switches on or off is kept account of.
"""

import os
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from fcntl import ioctl
from pathlib import Path
from types import TracebackType

import pyte

PATIENCE = 20.0
"""Seconds after which a condition that is waited for counts as failed."""
QUIET_SECONDS = 0.4
"""A program that has written nothing for so long has finished what it does about a key."""
ROOT = Path(__file__).resolve().parents[1]
"""The checkout; programs start in it."""
READER = (sys.executable, "-m", "reader")
"""The words that start Broadsheet."""

_MODE = re.compile(rb"\x1b\[\?([\d;]+)([hl])")
_KEYBOARD = re.compile(rb"\x1b\[([<>])[\d;]*u")
_BEYOND_PYTE = re.compile(rb"\x1b\[[<>=][\d;]*[a-zA-Z]|\x1b\[\?[\d;]*\$p|\x1b\[\?[\d;]*u")
"""What pyte would take for text: the keyboard of Kitty, and questions about modes."""
_SCREENS = re.compile(rb"(\x1b\[\?1049[hl])")
"""What leads to the alternate screen and back; pyte has but one."""
_UNFINISHED = re.compile(rb"\x1b(\[[<>=?\d;$]*|\][^\x07\x1b]*)?\Z")

MODES_AT_THE_START = {7, 25}
"""Private modes that are on in a terminal that nobody has touched: lines wrap, and the cursor is seen."""


def surroundings(root: Path) -> dict[str, str]:
    """The environment of a program in a plain terminal, with all that Broadsheet keeps inside of `root`."""
    unwanted = ("NO_COLOR", "COLORTERM", "TMUX", "COLORFGBG", "STY")
    return {
        **{name: value for name, value in os.environ.items() if name not in unwanted},
        "TERM": "xterm-256color",
        "PYTHONPATH": str(ROOT),
        "BROADSHEET_CONFIG": str(root / "config.yaml"),
        "BROADSHEET_CACHE_DIR": str(root / "caches"),
        "BROADSHEET_DATA_DIR": str(root / "data"),
    }


class Pseudoterminal:
    """A terminal, and the program that runs in it. To be used in a `with`, which ends the program."""

    def __init__(
        self,
        words: Sequence[str],
        environment: Mapping[str, str],
        *,
        columns: int = 80,
        rows: int = 24,
        answers: Mapping[bytes, bytes] | None = None,
    ) -> None:
        """`environment` is all of it; `answers` holds what this terminal replies to some of what is written to it."""
        self._master, self._slave = os.openpty()
        self._usual = self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._answers = dict(answers or {})
        self._waiting = b""
        self._set_size(columns, rows)
        self.before = self.settings
        """Its settings before the program touched them, as termios(3) has them."""
        self.sent = b""
        """All that the program has written."""
        slave = self._slave
        self.process = subprocess.Popen(
            list(words),
            stdin=slave,
            stdout=slave,
            stderr=slave,
            env=dict(environment),
            cwd=ROOT,
            start_new_session=True,
            preexec_fn=lambda: ioctl(slave, termios.TIOCSCTTY, 0),
        )

    def __enter__(self) -> "Pseudoterminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @property
    def lines(self) -> list[str]:
        """The screen, line by line."""
        return [line.rstrip() for line in self._screen.display]

    @property
    def text(self) -> str:
        """The screen."""
        return "\n".join(self.lines)

    @property
    def screen(self) -> pyte.Screen:
        """The screen with the colours of every cell."""
        return self._screen

    @property
    def settings(self) -> list[object]:
        """The terminal's settings now, as termios(3) has them."""
        return list(termios.tcgetattr(self._slave))

    @property
    def modes(self) -> set[int]:
        """The private modes that are on now, by their numbers."""
        modes = set(MODES_AT_THE_START)
        for numbers, switch in _MODE.findall(self.sent):
            for number in map(int, numbers.split(b";")):
                modes = modes | {number} if switch == b"h" else modes - {number}
        return modes

    @property
    def keyboards(self) -> int:
        """How many settings of the keyboard of Kitty's protocol are still in force."""
        return sum(1 if sign == b">" else -1 for sign in _KEYBOARD.findall(self.sent))

    @property
    def untouched(self) -> bool:
        """Whether settings, modes and keyboard are those that the program found."""
        return self.settings == self.before and self.modes == MODES_AT_THE_START and self.keyboards == 0

    def type(self, keys: str) -> None:
        """Press keys."""
        os.write(self._master, keys.encode())

    def resize(self, columns: int, rows: int) -> None:
        """Give the terminal another size, as a window that is dragged; the program is told by a signal."""
        self._screen.resize(rows, columns)
        self._set_size(columns, rows)

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to be so."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read(0.02)
            if condition():
                return
        raise AssertionError(f"waited in vain; in the terminal:\n{self.text}")

    def sees(self, *texts: str) -> None:
        """Wait until all the texts are on the screen."""
        self.until(lambda: all(text in self.text for text in texts))

    def settles(self) -> None:
        """Wait until the program writes nothing more."""
        while self._read(QUIET_SECONDS):
            pass

    def cost(self, keys: str) -> int:
        """Press keys and wait until all about them is written; how many bytes that took."""
        before = len(self.sent)
        self.type(keys)
        self.settles()
        return len(self.sent) - before

    def send(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self.process.send_signal(number)

    def ended(self) -> int:
        """Wait for the end of the program; its exit code, or the number of the signal that ended it, below zero."""
        self.until(lambda: self.process.poll() is not None)
        self._read(0.02)
        return self.process.returncode

    def close(self) -> None:
        """End the program, and all that it has started in this terminal."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        os.close(self._master)
        os.close(self._slave)

    def _set_size(self, columns: int, rows: int) -> None:
        ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def _read(self, seconds: float) -> bool:
        """Take what the program writes; false when it has been silent for so long."""
        told = False
        while select.select([self._master], [], [], seconds)[0]:
            piece = os.read(self._master, 65536)
            self._answer(piece)
            self.sent += piece
            self._draw(piece)
            told = True
            seconds = min(seconds, 0.02)
        return told

    def _answer(self, piece: bytes) -> None:
        for question, reply in self._answers.items():
            for _ in range(piece.count(question)):
                os.write(self._master, reply)

    def _draw(self, piece: bytes) -> None:
        piece = self._waiting + piece
        cut = _UNFINISHED.search(piece)
        self._waiting = piece[cut.start() :] if cut else b""
        for part in _SCREENS.split(_BEYOND_PYTE.sub(b"", piece[: cut.start()] if cut else piece)):
            if part in (b"\x1b[?1049h", b"\x1b[?1049l"):
                self._use(pyte.Screen(self._screen.columns, self._screen.lines) if part.endswith(b"h") else self._usual)
            else:
                self._stream.feed(part)

    def _use(self, screen: pyte.Screen) -> None:
        """Draw on this screen from now on: an alternate one, or the usual one, which was kept as it was."""
        screen.resize(self._screen.lines, self._screen.columns)
        self._screen = screen
        self._stream = pyte.ByteStream(screen)
