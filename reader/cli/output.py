"""Everything that the command line prints: text of the terminal's width, JSON, and remarks beside it."""

import json
import re
import shutil
import sys
import unicodedata
from collections.abc import Iterable, Mapping

from reader.errors import BroadsheetError

UNLIMITED = 1_000_000
"""Columns where nobody looks at the output: nothing is cut."""
USUAL_WIDTH = 80
"""Columns to wrap at where there is no terminal."""
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""Controls, line separators, overrides of the direction of writing, and what stands for bytes that are no UTF-8."""


class OutputError(BroadsheetError):
    """Standard output takes no more."""


def say(text: str = "") -> None:
    """Print a line. Raises OutputError; BrokenPipeError is let through."""
    try:
        print(plain(text))
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputError(f"the output could not be written: {fault.strerror}") from fault


def complain(message: str) -> None:
    """Print a remark on standard error, where it disturbs no program that reads the output."""
    try:
        print(f"broadsheet: {plain(message)}", file=sys.stderr, flush=True)
    except OSError:  # nobody can be told
        return


def plain(text: str) -> str:
    """The text with every control character but line feed and tab as an escape, so that a terminal only prints it."""
    return _CONTROLS.sub(lambda found: found[0].encode("unicode_escape").decode("ascii"), text)


# JSON


def document(value: Mapping[str, object]) -> None:
    """Print one JSON document."""
    _write(_json(value))


def records(values: Iterable[Mapping[str, object]], *, lines: bool) -> int:
    """Print JSON objects as they come, one a line, or as one list; how many they were."""
    count = 0
    for count, value in enumerate(values, 1):
        _write(_json(value) if lines else f"{'[' if count == 1 else ','}\n{_json(value)}", end="\n" if lines else "")
    if not lines:
        _write("\n]" if count else "[]")
    return count


def _json(value: Mapping[str, object]) -> str:
    readable = (sys.stdout.encoding or "").lower().replace("-", "") == "utf8"
    return json.dumps(value, ensure_ascii=not readable)


def _write(text: str, end: str = "\n") -> None:
    try:
        sys.stdout.write(text + end)
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise OutputError(f"the output could not be written: {fault.strerror}") from fault


# Widths


def width() -> int:
    """Columns of the terminal that standard output is, for lines that are cut; unlimited where it is none."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else UNLIMITED


def measure(most: int) -> int:
    """Columns for lines that are wrapped: at most `most`."""
    return max(20, min(most, shutil.get_terminal_size((USUAL_WIDTH, 24)).columns))


def columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(_columns_of(character) for character in text)


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def cut(text: str, room: int) -> str:
    """The text in at most so many columns; `…` stands for what was cut."""
    if columns(text) <= room:
        return text
    taken = 0
    for end, character in enumerate(text):
        taken += _columns_of(character)
        if taken > room - 1:
            return f"{text[:end].rstrip()}…"
    return text


def padded(text: str, room: int) -> str:
    """The text with blanks up to so many columns."""
    return text + " " * max(0, room - columns(text))
