"""The last place for errors: each becomes one line and an exit code; a bug goes to the log as well."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TextIO

from reader.cli.output import OutputError, complain
from reader.errors import BroadsheetError

DONE = 0
FAILED = 1
"""Nothing was found, or it did not work."""
USAGE = 2
"""What was asked for cannot be understood."""
INTERRUPTED = 130
"""128 and the number of the signal that ctrl+c sends, as shells have it."""


class UsageError(BroadsheetError):
    """Arguments that fit no command; the message says what would."""


def guarded(work: Callable[[], int], log: Callable[[], Path]) -> int:
    """The exit code of `work`, whatever happens in it; `log` names the file for the trace of a bug."""
    code = _code(work, log)
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        _discard(sys.stdout)
    except OSError as fault:
        _discard(sys.stdout)
        complain(f"the output could not be written: {fault.strerror}")
        code = FAILED
    return code


def _code(work: Callable[[], int], log: Callable[[], Path]) -> int:
    try:
        return work()
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else DONE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read our output has seen enough
        _discard(sys.stdout)
        return DONE
    except OutputError as fault:
        _discard(sys.stdout)
        complain(str(fault))
        return FAILED
    except UsageError as fault:
        complain(str(fault))
        return USAGE
    except BroadsheetError as fault:
        complain(str(fault))
        return FAILED
    except Exception as bug:
        complain(_bug(bug, log))
        return FAILED


def _discard(stream: TextIO) -> None:
    """Send what is still buffered to nowhere, so that the interpreter has nothing to complain of at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, stream.fileno())
    finally:
        os.close(nowhere)


def _bug(bug: Exception, log: Callable[[], Path]) -> str:
    """One line about an error that nobody foresaw; its trace is added to the log."""
    import traceback

    told = f"this should not have happened: {type(bug).__name__}: {bug}"
    try:
        path = log()
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {' '.join(sys.argv)}\n")
            file.write("".join(traceback.format_exception(bug)))
    except Exception as fault:
        return f"{told}; the log could not be written: {fault}"
    return f"{told}; more in {path}"
