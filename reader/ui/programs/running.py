"""A command of the person's own, run by the shell with a text on its input, its output kept from the screen."""

import os
import selectors
import signal
import subprocess
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from time import monotonic

from reader.errors import BroadsheetError

MOST_OUTPUT = 1_000_000
"""Bytes that are taken of the output and of the errors."""
_STEP = 0.05
"""Seconds after which it is looked whether the command is still wanted."""
_AFTERWARDS = 0.3
"""Seconds after its end in which the rest of its output may come: what it left running may hold that open for ever."""
_PIECE = 65_536


class CommandError(BroadsheetError):
    """A command that cannot be run."""


@dataclass(frozen=True, slots=True)
class Output:
    """What a command has made of a text."""

    out: str
    """Its output."""
    errors: str
    """What it complained of."""
    end: str
    """How it ended, in words: `ended with 0`."""


def run(command: str, text: str, extra: Mapping[str, str], seconds: float, cancelled: Callable[[], bool]) -> Output:
    """Run a command with a text on its input, and more variables than its usual environment; at most so many seconds.

    It has no terminal, so that it can neither ask nor draw. Raises CommandError.
    """
    process = start(command, extra)
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise CommandError(f"{command}: has no input and output")
    taken: dict[int, bytearray] = {process.stdout.fileno(): bytearray(), process.stderr.fileno(): bytearray()}
    end = ""
    with process.stdin, process.stdout, process.stderr, selectors.DefaultSelector() as waiting:
        exchange = _Exchange(process, memoryview(text.encode("utf-8", "replace")), taken, waiting)
        limit = monotonic() + seconds
        while not end and exchange.goes_on():
            if cancelled():
                end = "stopped"
            elif monotonic() > limit:
                end = f"stopped after {seconds:.0f} seconds"
            elif max(map(len, taken.values())) >= MOST_OUTPUT:
                end = f"stopped after {MOST_OUTPUT:,} bytes"
        if end:
            stop(process)
        code = process.wait()
    out, errors = (bytes(data[:MOST_OUTPUT]).decode("utf-8", "replace") for data in taken.values())
    return Output(out, errors, end or f"ended with {code}")


def start(command: str, extra: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    """Start a command in a session of its own, with pipes to and from it. Raises CommandError."""
    try:
        return subprocess.Popen(
            ["/bin/sh", "-c", command],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **extra},
            start_new_session=True,
        )
    except (OSError, ValueError) as fault:
        raise CommandError(f"{command}: cannot be run: {fault}") from fault


def stop(process: "subprocess.Popen[bytes]") -> None:
    """End a command with all that it has started."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGTERM)
    try:
        process.wait(_AFTERWARDS)
    except subprocess.TimeoutExpired:
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)


class _Exchange:
    """Writes the input and reads both outputs, whichever is ready."""

    def __init__(
        self,
        process: "subprocess.Popen[bytes]",
        text: memoryview,
        taken: Mapping[int, bytearray],
        waiting: selectors.BaseSelector,
    ) -> None:
        self._process, self._text, self._taken, self._waiting = process, text, taken, waiting
        self._ended = 0.0
        for number in taken:
            waiting.register(number, selectors.EVENT_READ)
        if process.stdin is not None:
            os.set_blocking(process.stdin.fileno(), False)
            waiting.register(process.stdin, selectors.EVENT_WRITE)

    def goes_on(self) -> bool:
        """Exchange what is ready; false when the command has ended and nothing more is to come."""
        for key, _ in self._waiting.select(_STEP):
            if key.fd in self._taken:
                self._read(key.fd)
            else:
                self._write()
        if not self._ended and self._process.poll() is not None:
            self._ended = monotonic()
        outputs = [key for key in self._waiting.get_map() if key in self._taken]
        late = self._ended and monotonic() > self._ended + _AFTERWARDS
        return not late and (bool(outputs) or not self._ended)

    def _read(self, number: int) -> None:
        data = os.read(number, _PIECE)
        self._taken[number].extend(data)
        if not data:
            self._waiting.unregister(number)

    def _write(self) -> None:
        pipe = self._process.stdin
        if pipe is None:
            return
        try:
            self._text = self._text[os.write(pipe.fileno(), self._text[:_PIECE]) :]
        except BlockingIOError:
            return
        except OSError:  # it does not want the rest
            self._text = self._text[:0]
        if not self._text:
            self._waiting.unregister(pipe)
            pipe.close()
