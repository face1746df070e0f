"""The real program in a real terminal: it starts, takes keys, keeps marks, and leaves the terminal as it was."""

import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Iterator
from fcntl import ioctl
from pathlib import Path

import pyte
import pytest
from builders import Desk, desk, write

PATIENCE = 20.0
"""Seconds after which a condition that is waited for counts as failed."""
ROOT = Path(__file__).resolve().parents[2]


class Terminal:
    """A terminal of 80 columns and 24 lines, and the program that runs in it."""

    def __init__(self, folder: Path | str, environment: dict[str, str]) -> None:
        self.master, self._slave = pty.openpty()
        ioctl(self._slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.before = termios.tcgetattr(self._slave)
        self.sent = b""
        self._screen = pyte.Screen(80, 24)
        self._stream = pyte.ByteStream(self._screen)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "reader", *filter(None, [str(folder)])],
            stdin=self._slave,
            stdout=self._slave,
            stderr=self._slave,
            env=environment,
            cwd=ROOT,
            start_new_session=True,
        )

    @property
    def text(self) -> str:
        return "\n".join(self._screen.display)

    @property
    def line_of_cursor(self) -> str:
        return self._screen.display[self._screen.cursor.y]

    @property
    def column_of_cursor(self) -> int:
        return self._screen.cursor.x

    @property
    def modes(self) -> list[object]:
        return list(termios.tcgetattr(self._slave))

    def type(self, keys: str) -> None:
        os.write(self.master, keys.encode())

    def until(self, condition: Callable[[], bool]) -> None:
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self._read()
            if condition():
                return
        raise AssertionError(f"waited in vain; in the terminal:\n{self.text}")

    def ended(self) -> int:
        """Wait for the end of the program; its exit code."""
        self.until(lambda: self.process.poll() is not None)
        self._read()
        return self.process.returncode

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        os.close(self.master)
        os.close(self._slave)

    def _read(self) -> None:
        while select.select([self.master], [], [], 0.02)[0]:
            told = os.read(self.master, 65536)
            self.sent += told
            # pyte takes the sequences of the Kitty keyboard, `CSI > 1 u`, for text.
            self._stream.feed(told)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLORTERM")}
    return {
        **kept,
        "TERM": "xterm-256color",
        "BROADSHEET_CONFIG": str(tmp_path / "config.yaml"),
        "BROADSHEET_CACHE_DIR": str(tmp_path / "caches"),
        "BROADSHEET_DATA_DIR": str(tmp_path / "data"),
    }


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    three = desk(tmp_path)
    for day, name in enumerate(("alpha", "beta", "gamma"), 1):
        write(three.folder, f"{name}.txt", title=f"About {name}", day=f"2021-05-0{day}")
    return three


@pytest.fixture
def terminal(made: Desk, environment: dict[str, str]) -> Iterator[Terminal]:
    opened = Terminal(made.folder, environment)
    yield opened
    opened.close()


def marked(made: Desk, environment: dict[str, str], query: str) -> str:
    command = [sys.executable, "-m", "reader", "list", "--folder", str(made.folder), query]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def is_as_before(terminal: Terminal) -> bool:
    """Whether modes, screen and cursor are those that the program found."""
    last = {mode: terminal.sent.rfind(mode) for mode in (b"\x1b[?1049h", b"\x1b[?1049l", b"\x1b[?25l", b"\x1b[?25h")}
    return (
        terminal.modes == terminal.before
        and last[b"\x1b[?1049l"] > last[b"\x1b[?1049h"] > -1
        and last[b"\x1b[?25h"] > last[b"\x1b[?25l"]
    )


def test_a_session_keeps_its_marks_and_leaves_the_terminal_clean(
    made: Desk, environment: dict[str, str], terminal: Terminal
) -> None:
    terminal.until(lambda: "About gamma" in terminal.text)
    terminal.type("j")
    terminal.type("\r")
    terminal.until(lambda: "2 unread" in terminal.text)
    terminal.type("s")
    terminal.until(lambda: "★ About beta" in terminal.text)
    terminal.type("Q")
    assert terminal.ended() == 0
    assert is_as_before(terminal)
    assert "About beta" in marked(made, environment, "is:favourite is:read")


def test_a_signal_to_end_leaves_the_terminal_clean_and_the_marks_set(
    made: Desk, environment: dict[str, str], terminal: Terminal
) -> None:
    terminal.until(lambda: "About gamma" in terminal.text)
    terminal.type("s")
    terminal.until(lambda: "★ About gamma" in terminal.text)
    terminal.process.send_signal(signal.SIGTERM)
    assert terminal.ended() == 128 + signal.SIGTERM
    assert is_as_before(terminal)
    assert "About gamma" in marked(made, environment, "is:favourite")


def test_a_terminal_that_is_gone_ends_the_program_though_nobody_takes_what_it_draws(terminal: Terminal) -> None:
    terminal.until(lambda: "About gamma" in terminal.text)
    for _ in range(
        40
    ):  # nobody reads: the terminal is full, then what waits to be written, then the program stands still
        terminal.type("jk" * 20)
        time.sleep(0.05)
    terminal.process.send_signal(signal.SIGHUP)
    assert terminal.process.wait(PATIENCE) == 128 + signal.SIGHUP


@pytest.mark.parametrize("term", ["xterm-256color", "dumb"])
def test_without_a_terminal_there_is_one_line_and_an_exit_code(
    made: Desk, environment: dict[str, str], term: str
) -> None:
    if term == "dumb":
        terminal = Terminal(made.folder, {**environment, "TERM": term})
        assert terminal.ended() == 2
        told = terminal.sent.decode()
        terminal.close()
    else:
        command = [sys.executable, "-m", "reader", str(made.folder)]
        done = subprocess.run(
            command, env=environment, cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        assert (done.returncode, done.stdout) == (2, "")
        told = done.stderr
    assert len(told.strip().splitlines()) == 1
    assert "needs a terminal" in told


def test_the_cursor_stands_on_what_is_selected_and_where_one_types(terminal: Terminal) -> None:
    terminal.until(lambda: "About gamma" in terminal.line_of_cursor)
    terminal.type("j")
    terminal.until(lambda: "About beta" in terminal.line_of_cursor)
    terminal.type("\r")
    terminal.until(lambda: "2 unread" in terminal.text and "About" not in terminal.line_of_cursor)
    terminal.type("/")
    terminal.until(lambda: terminal.line_of_cursor.startswith(" / "))
    terminal.type("gam")
    terminal.until(lambda: terminal.line_of_cursor.startswith(" / gam") and terminal.column_of_cursor == 6)
    terminal.type("\x1b")
    terminal.until(lambda: "About" in terminal.line_of_cursor)
    assert not is_shown(terminal)


@pytest.mark.parametrize("setting", ["show_cursor", "linear"])
def test_the_cursor_is_seen_where_that_is_wanted(made: Desk, environment: dict[str, str], setting: str) -> None:
    Path(environment["BROADSHEET_CONFIG"]).write_text(f"{setting}: true\n")
    terminal = Terminal(made.folder, environment)
    terminal.until(lambda: "About gamma" in terminal.line_of_cursor and is_shown(terminal))
    terminal.type("Q")
    assert terminal.ended() == 0
    assert is_as_before(terminal)
    terminal.close()


def is_shown(terminal: Terminal) -> bool:
    return terminal.sent.rfind(b"\x1b[?25h") > terminal.sent.rfind(b"\x1b[?25l")


def test_who_starts_for_the_first_time_is_shown_around_once(environment: dict[str, str]) -> None:
    assert "these are the sample articles" not in first_screen("", environment, "1 of 10")
    assert "1 of 10" not in first_screen("", environment, "these are the sample articles")


def test_who_names_a_folder_is_not_shown_around(made: Desk, environment: dict[str, str]) -> None:
    assert "1 of 10" not in first_screen(made.folder, environment, "About gamma")


def test_who_has_set_something_is_not_shown_around(environment: dict[str, str]) -> None:
    Path(environment["BROADSHEET_CONFIG"]).write_text("mouse: false\n")
    assert "1 of 10" not in first_screen("", environment, "these are the sample articles")


def first_screen(folder: Path | str, environment: dict[str, str], wanted: str) -> str:
    """What is on the screen once there are articles, and something else; then the program is left."""
    terminal = Terminal(folder, environment)
    terminal.until(lambda: " 1/" in terminal.text and wanted in terminal.text)
    shown = terminal.text
    terminal.type("Q")
    assert terminal.ended() == 0
    terminal.close()
    return shown
