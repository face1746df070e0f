"""What the terminal can do, and what it tells about itself. Knows nothing of Textual: it is asked before that loads."""

import os
import re
import select
import sys
import termios
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

NONE, FEW, MANY, ALL = 0, 16, 256, 1 << 24
"""Numbers of colours that make a difference."""
PATIENCE = 0.1
"""Seconds in which a terminal must answer. One on this machine takes 1 to 5 ms, one behind a slow line what it takes:
an answer that comes later is understood all the same."""
ASK = "\x1b]11;?\x1b\\\x1b[c"
"""Asks for the background (xterm's OSC 11), then who it is (DA1): every terminal answers that, so a wait ends."""
SILENT = ("dumb", "linux", "vt", "screen", "eterm", "cons", "ansi")
"""Beginnings of TERM of terminals that never tell their background."""
UNLINKED = ("dumb", "linux", "vt1", "vt2", "vt3", "vt4", "vt5", "screen", "eterm", "cons", "ansi", "sun", "unknown")
"""Beginnings of TERM of terminals that may show a hyperlink as garbage: `screen` the rest of a long one."""
PLAIN_KEYBOARDS = ("linux", "vt", "cons", "ansi")
"""Beginnings of TERM of terminals that may print a question about the keyboard instead of ignoring it."""
_BACKGROUND = r"\x1b\]11;rgba?:([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})/([0-9a-fA-F]{1,4})[^\x07\x1b]*(?:\x07|\x1b\\)"
_SCHEME = r"\x1b\[\?997;([12])n"
_IDENTITY = r"\x1b\[\?[\d;]*c"
_ANSWER = re.compile(f"{_BACKGROUND}|{_SCHEME}|{_IDENTITY}")
_UNFINISHED = re.compile(r"\x1b(?:\]1[^\x07\x1b]{0,40}\x1b?|\[\?[\d;]{0,30})\Z")


class Ground(StrEnum):
    """What a terminal tells of its background."""

    UNKNOWN = ""
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Terminal:
    """What is known of the terminal at the start."""

    colours: int = ALL
    """How many colours it shows: `NONE`, `FEW`, `MANY` or `ALL`."""
    erases: bool = False
    """Whether it blanks cells when told to, and gives them the colour of the moment."""
    ground: Ground = Ground.UNKNOWN
    """Its background."""
    tells: bool = False
    """Whether it can tell its background, now or when that changes."""
    links: bool = False
    """Whether it makes hyperlinks of what it is told (OSC 8), or leaves that alone."""
    typed: str = ""
    """Keys that were pressed while it was asked."""


class Answers:
    """Takes what the terminal tells of itself out of what is typed."""

    def __init__(self) -> None:
        self._waiting = ""

    def taken_out(self, text: str) -> tuple[str, list[Ground], bool]:
        """What is left of some input, the backgrounds that were told in it, and whether the terminal told who it is."""
        text = self._waiting + text
        cut = _UNFINISHED.search(text)
        self._waiting = cut[0] if cut else ""
        text = text[: cut.start()] if cut else text
        found = list(_ANSWER.finditer(text))
        grounds = [ground for answer in found if (ground := _ground(answer))]
        return _ANSWER.sub("", text), grounds, any(answer[0].endswith("c") for answer in found)

    @property
    def rest(self) -> str:
        """The beginning of an answer that has not come to its end."""
        return self._waiting


def looked_up(environment: Mapping[str, str], *, asking: bool) -> Terminal:
    """What is known of the terminal on standard input and output; with `asking` it is asked for its background."""
    term = environment.get("TERM", "")
    colours, erases = _described(term)
    if environment.get("NO_COLOR"):
        colours = NONE
    elif environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit") or "direct" in term:
        colours = ALL
    erases = erases and not environment.get("TMUX")  # tmux does, and forgets the colour when it is asked for its screen
    tells = not term.startswith(SILENT) or bool(environment.get("TMUX"))
    links = bool(environment.get("TMUX")) or (bool(term) and not term.startswith(UNLINKED))
    ground, typed = asked() if asking and tells else (Ground.UNKNOWN, "")
    return Terminal(colours, erases, ground or _said(environment.get("COLORFGBG", "")), tells, links, typed)


def asked(patience: float = PATIENCE) -> tuple[Ground, str]:
    """The background that the terminal tells within so many seconds, and what was typed meanwhile."""
    try:
        before = termios.tcgetattr(sys.stdin)
        silent = termios.tcgetattr(sys.stdin)
        silent[3] &= ~(termios.ECHO | termios.ICANON)
        termios.tcsetattr(sys.stdin, termios.TCSANOW, silent)
    except (OSError, termios.error):
        return Ground.UNKNOWN, ""
    try:
        os.write(sys.stdout.fileno(), ASK.encode())
        return _heard(time.monotonic() + patience)
    except OSError:
        return Ground.UNKNOWN, ""
    finally:
        termios.tcsetattr(sys.stdin, termios.TCSANOW, before)


def _heard(end: float) -> tuple[Ground, str]:
    answers = Answers()
    ground, typed = Ground.UNKNOWN, ""
    descriptor = sys.stdin.fileno()
    while (left := end - time.monotonic()) > 0 and select.select([descriptor], [], [], left)[0]:
        piece = os.read(descriptor, 4096)
        if not piece:
            break
        text, grounds, told = answers.taken_out(piece.decode("utf-8", errors="replace"))
        typed += text
        ground = grounds[-1] if grounds else ground
        if told:
            break
    return ground, typed + answers.rest


def _ground(answer: re.Match[str]) -> Ground:
    red, green, blue, scheme = answer.groups()
    if scheme:
        return Ground.DARK if scheme == "1" else Ground.LIGHT
    if red is None:
        return Ground.UNKNOWN
    light = sum(
        weight * (int(part, 16) / (16 ** len(part) - 1)) ** 2.2
        for weight, part in zip((0.2126, 0.7152, 0.0722), (red, green, blue), strict=True)
    )
    return Ground.DARK if light < 0.18 else Ground.LIGHT  # there black and white have the same contrast with it


def _said(variable: str) -> Ground:
    """The background by COLORFGBG, `15;0` or `0;default;15`: one of the sixteen colours, set when a shell started."""
    number = variable.rpartition(";")[2]
    if not number.isdecimal():
        return Ground.UNKNOWN
    return Ground.DARK if int(number) in {0, 1, 2, 3, 4, 5, 6, 8} else Ground.LIGHT


def _described(term: str) -> tuple[int, bool]:
    """The colours of a terminal, and whether it erases in colour, by its description in terminfo(5)."""
    try:
        import curses
    except ImportError:  # a Python that was built without
        return _guessed(term), False
    try:
        curses.setupterm(term or "unknown", 1)
    except curses.error:  # no such description on this machine
        return _guessed(term), False
    colours = curses.tigetnum("colors")
    erases = curses.tigetflag("bce") > 0 and bool(curses.tigetstr("ech"))
    return NONE if colours < 1 else next(
        number for number in (ALL, MANY, FEW) if colours >= number or number == FEW
    ), erases


def _guessed(term: str) -> int:
    return MANY if "256color" in term or "kitty" in term else FEW
