"""Which program opens an address or edits a file, and how it is called. No shell has a part in it."""

import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import PurePath

from reader.errors import BroadsheetError

AT_LINE = frozenset(
    {"vi", "vim", "nvim", "nano", "pico", "emacs", "emacsclient", "micro", "kak", "joe", "jed", "ne", "mg"}
)
"""Editors that begin at a line which is given as `+N` before the file."""
IN_TERMINAL = frozenset({"w3m", "lynx", "links", "links2", "elinks", "browsh", "carbonyl", "chawan", "cha"})
"""Browsers that need the terminal for themselves."""
SYSTEM = ("xdg-open", "open", "wslview", "termux-open-url") if sys.platform != "darwin" else ("open",)
"""What opens an address as the system thinks best, where it is there."""
PATIENCE = 3.0
"""Seconds in which a browser may say that it does not work."""


class ProgramError(BroadsheetError):
    """There is no program for something, or it does not do it."""


def browser_command(
    chosen: str, environment: Mapping[str, str], find: Callable[[str], str | None] = shutil.which
) -> tuple[str, ...]:
    """The command that opens addresses: the chosen one, that of $BROWSER, or the system's. Raises ProgramError."""
    named = [chosen] if chosen else environment.get("BROWSER", "").split(":")
    for written in filter(str.strip, named):
        words = _words(written)
        if find(words[0]):
            return words
        if chosen:
            raise ProgramError(f"{words[0]} is not there; the setting commands.browser names it")
    found = next((name for name in SYSTEM if find(name)), "")
    if not found:
        raise ProgramError("There is no browser here; the setting commands.browser or $BROWSER names one")
    return (found,)


def with_address(command: Sequence[str], address: str) -> tuple[str, ...]:
    """The command for one address, in place of its `%s` or behind all else."""
    if any("%s" in word for word in command):
        return tuple(word.replace("%s", address) for word in command)
    return (*command, address)


def open_address(command: Sequence[str], address: str) -> None:
    """Have a browser open an address, which goes on by itself. Takes `PATIENCE` at most. Raises ProgramError."""
    name = PurePath(command[0]).name
    try:
        process = subprocess.Popen(
            with_address(command, address),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except (OSError, ValueError) as fault:
        raise ProgramError(f"{name} does not start: {fault}") from fault
    with suppress(subprocess.TimeoutExpired):
        if process.wait(PATIENCE):
            raise ProgramError(f"{name} did not open the link: it ended with {process.returncode}")


def editor_command(
    chosen: str, environment: Mapping[str, str], find: Callable[[str], str | None] = shutil.which
) -> tuple[str, ...]:
    """The command that edits a file: the chosen one, $VISUAL or $EDITOR. Raises ProgramError."""
    written = chosen or environment.get("VISUAL", "").strip() or environment.get("EDITOR", "").strip()
    if not written:
        raise ProgramError("No editor is set: the setting commands.editor names one, or $VISUAL or $EDITOR")
    words = _words(written)
    if not find(words[0]):
        raise ProgramError(f"{words[0]} is not there; commands.editor, $VISUAL or $EDITOR names another editor")
    return words


def at_line(command: Sequence[str], path: str, line: int) -> tuple[str, ...]:
    """The command for one file, from that line on, counted from 1, where the editor knows how."""
    known = PurePath(command[0]).name in AT_LINE
    return (*command, *([f"+{line}"] if known and line > 1 else []), path)


def _words(written: str) -> tuple[str, ...]:
    try:
        words = tuple(shlex.split(written))
    except ValueError as fault:
        raise ProgramError(f"{written}: no command: {fault}") from fault
    if not words:
        raise ProgramError(f"{written}: no command")
    return words
