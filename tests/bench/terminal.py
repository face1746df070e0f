"""A program in a pseudoterminal: what it writes, is told and uses. Needs nothing but Python on Linux."""

import fcntl
import os
import pty
import re
import select
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

COLUMNS, ROWS = 120, 40
_ESCAPES = re.compile(rb"\x1b(\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(\x07|\x1b\\)|[ -/]*[0-~])")
_TICKS = os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Use:
    """What a process has used until now."""

    own: float
    """Seconds of processor time, user and system, of the process itself; the kernel tells them in hundredths."""
    children: float
    """The same of its children that have ended."""
    resident: float
    """Megabytes of memory in use."""


class Terminal:
    """A running program and the terminal that it believes to be on."""

    def __init__(self, words: Sequence[str], environment: Mapping[str, str] | None = None) -> None:
        """Start the program; `environment` is added to that of this process."""
        self.begun = time.monotonic()
        self.process, self._descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execve(words[0], list(words), {**os.environ, "TERM": "xterm-256color", **(environment or {})})
        self._output = b""
        self._from = 0

    def __enter__(self) -> "Terminal":
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        os.close(self._descriptor)

    def send(self, keys: str) -> None:
        """Type something."""
        os.write(self._descriptor, keys.encode())

    def forget(self) -> None:
        """Have `until` look only at what is written from now on."""
        self._from = len(self._output)

    @property
    def text(self) -> str:
        """What was written since the last `forget`, without escapes; blanks and moves of the cursor are one blank."""
        plain = _ESCAPES.sub(b" ", self._output[self._from :]).decode("utf-8", errors="replace")
        return " ".join(plain.split())

    def until(self, wanted: str, seconds: float = 60) -> float:
        """Wait for a text that matches the regular expression; the seconds since the start of the program.

        Raises TimeoutError where it does not come, also because the program has ended.
        """
        end = time.monotonic() + seconds
        while self._read(end):
            if re.search(wanted, self.text):
                return time.monotonic() - self.begun
        raise TimeoutError(f"{wanted!r} did not appear; the last that did: {self.text[-500:]}")

    def use_when(self, wanted: str, seconds: float = 60) -> tuple[float, Use]:
        """Wait for a text that stands in one piece; the seconds since the start, and what was used until then.

        The program goes on while this looks, so it looks at what was written as it is: that takes no time to speak of.
        """
        end = time.monotonic() + seconds
        pattern = re.compile(wanted.encode())
        while self._read(end):
            if pattern.search(self._output, self._from):
                used = self.use()
                return time.monotonic() - self.begun, used
        raise TimeoutError(f"{wanted!r} did not appear; the last that did: {self.text[-500:]}")

    def rest(self, seconds: float) -> None:
        """Let the program work, reading what it writes."""
        end = time.monotonic() + seconds
        while time.monotonic() < end and self._read(end):
            pass

    def end(self, seconds: float = 60) -> int:
        """Wait until the program ends; its exit code. Raises TimeoutError."""
        end = time.monotonic() + seconds
        while self._read(end):
            pass
        if time.monotonic() > end:
            raise TimeoutError(f"it did not end; the last that appeared: {self.text[-500:]}")
        return os.waitstatus_to_exitcode(os.waitpid(self.process, 0)[1])

    def use(self) -> Use:
        """What the program has used until now."""
        # proc_pid_stat(5): the fields after the name, which may hold blanks; utime is field 14.
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        user, system, child_user, child_system = (int(field) / _TICKS for field in fields[11:15])
        status = Path(f"/proc/{self.process}/status").read_text()
        resident = int(re.findall(r"VmRSS:\s+(\d+) kB", status)[0]) / 1024
        return Use(self._on_processor() or user + system, child_user + child_system, resident)

    def _on_processor(self) -> float:
        """Processor seconds of the threads that live, to the nanosecond (a tick above is 10 ms); 0 if unknown."""
        try:
            threads = list(Path(f"/proc/{self.process}/task").glob("*/schedstat"))
            return sum(int(thread.read_text().split()[0]) for thread in threads) / 1e9
        except (OSError, ValueError, IndexError):
            return 0.0

    def _read(self, end: float) -> bool:
        """Read what comes next; false when the time is over or the program has closed the terminal."""
        ready, _, _ = select.select([self._descriptor], [], [], max(0.0, end - time.monotonic()))
        try:
            piece = os.read(self._descriptor, 65536) if ready else b""
        except OSError:  # how Linux tells that the other end was closed
            piece = b""
        self._output += piece
        return bool(piece)
