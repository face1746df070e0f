"""The frame that a start shows at once: the screen as it was left, until Textual is loaded (200 ms) and paints its own.

It is shown only where nothing has changed since: the same terminal, the same configuration, the same catalogue and
marks. Nothing but text, colours and places of the cursor is ever written from the file, whatever stands in it.
"""

import os
import re
import signal
import sys
import termios
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from reader.store.catalogue_schema import FILE_NAME as CATALOGUE
from reader.store.state_schema import FILE_NAME as STATE

FILE_NAME = "frame"
"""The file in the cache directory of a folder."""
ENTER, LEAVE = "\x1b[?1049h\x1b[?25l", "\x1b[m\x1b[?1049l\x1b[?25h"
"""To the other screen of the terminal and without its cursor, and back."""
LONGEST = 200_000
"""Characters of a frame; one of 200 columns and 60 lines has some 20,000."""
TOLD_BY = ("TERM", "COLORTERM", "NO_COLOR", "COLORFGBG", "TMUX")
"""What the environment says of a terminal."""
_DRAWING = re.compile(r"(?:[^\x00-\x1f\x7f-\x9f]|[\b\r\n]|\x1b\[[0-9;]*[mHBCDX])+")
_TERMINATED = 128 + signal.SIGTERM

Attributes = list[int | list[bytes | int]]
"""How a terminal takes what is typed, as termios(3) has it."""


class Frame:
    """What is kept of one folder's screen."""

    def __init__(self, cache: Path, data: Path, environment: Mapping[str, str], settings: object) -> None:
        """`cache` and `data` are the directories of catalogue and marks."""
        self._path = cache / FILE_NAME
        self._databases = (cache / CATALOGUE, data / STATE)
        size: tuple[int, ...] = ()
        with suppress(OSError, AttributeError):
            size = tuple(os.get_terminal_size(sys.__stdout__.fileno()))  # type: ignore[union-attr]
        self._surroundings = repr((size, [environment.get(name, "") for name in TOLD_BY], settings))

    @property
    def _told(self) -> str:
        """All that a frame depends on: the terminal and its size, the settings, and when articles or marks changed."""
        return f"{_changed(*self._databases)} {self._surroundings}"

    def keep(self, drawing: str) -> None:
        """Keep what draws the screen as it was left; where that cannot be, the next start waits for Textual."""
        from reader.whole_files import write_whole  # a start reads one

        with suppress(OSError):
            if drawing:
                write_whole(self._path, f"{self._told}\n{drawing}".encode(errors="replace"))
            else:
                self._path.unlink(missing_ok=True)

    def kept(self) -> str:
        """What draws the screen as it was left; empty where anything has changed, or what stands there is not ours."""
        try:
            with self._path.open(encoding="utf-8", newline="") as file:
                text = file.read(LONGEST + 1)
        except (OSError, ValueError):
            return ""
        told, _, drawing = text.partition("\n")
        return drawing if told == self._told and len(text) <= LONGEST and _DRAWING.fullmatch(drawing) else ""


def _changed(*databases: Path) -> list[int]:
    """When each of these was changed last, in nanoseconds; what is new in one stands in the file beside it first."""
    times = []
    for path in databases:
        for each in (path, path.with_name(f"{path.name}-wal")):
            with suppress(FileNotFoundError):
                times.append(each.stat().st_mtime_ns)
    return times


@contextmanager
def shown(drawing: str) -> Iterator[Callable[[], None] | None]:
    """Have a frame on the terminal until it is handed over; yields what does that, or none where there is no frame.

    What is typed meanwhile is kept and not shown, and a terminal that nobody has taken over is left clean whatever
    happens.
    """
    before = _silenced() if drawing else None
    if before is None:
        yield None
        return
    handed = False

    def hand_over() -> None:
        nonlocal handed
        handed = True
        termios.tcsetattr(sys.stdin, termios.TCSANOW, before)
        for number, handler in obeyed.items():
            signal.signal(number, handler)

    obeyed = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGTSTP, signal.SIGQUIT)}
    ended = signal.signal(signal.SIGTERM, _end)  # until the end: Textual obeys it only when it has set up its screen
    try:
        _write(ENTER + drawing)
        yield hand_over
    finally:
        if not handed:
            _write(LEAVE)
            hand_over()
        signal.signal(signal.SIGTERM, ended)


def _silenced() -> Attributes | None:
    """Have the terminal show nothing of what is typed, and keep a return a return; how it was."""
    try:
        before, silent = termios.tcgetattr(sys.stdin), termios.tcgetattr(sys.stdin)
        silent[0] &= ~termios.ICRNL
        silent[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(sys.stdin, termios.TCSANOW, silent)
    except (OSError, ValueError, AttributeError, termios.error):
        return None
    return before


def _write(text: str) -> None:
    with suppress(OSError, AttributeError):
        os.write(sys.__stdout__.fileno(), text.encode())  # type: ignore[union-attr]


def _end(_number: int, _frame: FrameType | None) -> None:
    raise SystemExit(_TERMINATED)
