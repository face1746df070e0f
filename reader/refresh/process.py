"""The refresh as a child process that reports as JSON lines: pure Python at work holds the interpreter's lock."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TextIO

import reader
from reader.errors import BroadsheetError, BusyError, StoreError
from reader.model.refresh import Outcome, Problem, Progress
from reader.refresh.job import Job

REPORT_SECONDS = 0.1
"""A report that only moves a count on is left out when the last one is younger than this."""

# With -P the current directory is not searched for modules: it may be a stranger's folder. The package's own place goes
# to the end of the path, where it can hide nothing.
_CHILD = "import sys; sys.path.append(sys.argv.pop()); from reader.refresh.process import main; main()"


@dataclass(frozen=True, slots=True)
class Refreshing:
    """A refresh that is under way."""

    process: "subprocess.Popen[str]"
    """The child."""

    def reports(self) -> Iterator[Progress | Outcome]:
        """Everything that the child tells, until it ends: progress, and last the outcome.

        Raises BusyError when another process is at it, and another error of ours when it failed.
        """
        if self.process.stdout is None:
            return
        ended = False
        with self.process.stdout as lines:
            for line in lines:
                if not line.endswith("\n"):
                    break  # it was killed in the middle of a word
                try:
                    told = _read(line)
                except BroadsheetError:
                    self.process.wait()  # it has nothing more to tell, and ends
                    raise
                ended = ended or isinstance(told, Outcome)
                yield told
        if self.process.wait() not in (0, -signal.SIGTERM) and not ended:
            raise StoreError("the refresh stopped before its end; press R to try again, or see the log")

    def stop(self) -> None:
        """End it now; the next refresh goes on from what was committed."""
        self.process.terminate()
        self.process.wait()


def start(job: Job, log: Path) -> Refreshing:
    """Begin a refresh in a process of its own; what it says on standard error is added to `log`, where it can be."""
    with _opened(log) as errors:
        process = subprocess.Popen(
            [sys.executable, "-P", "-c", _CHILD, str(Path(reader.__file__).resolve().parent.parent)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
            start_new_session=True,  # ctrl+c in the terminal is for the application alone
        )
    if process.stdin is not None:
        with suppress(BrokenPipeError), process.stdin:  # a child that could not start is told of by `reports`
            process.stdin.write(job.to_json())
    return Refreshing(process)


def _opened(log: Path) -> TextIO:
    """The log to write to; nowhere, where that cannot be written: its place may be read-only, or its disk full."""
    try:
        log.parent.mkdir(parents=True, exist_ok=True)
        return log.open("a", encoding="utf-8")
    except OSError:
        return open(os.devnull, "a", encoding="utf-8")  # noqa: PTH123 - a device, not a path


def main() -> None:
    """The child: one job on standard input, reports on standard output."""
    from reader.refresh.work import refresh

    asked = sys.stdin.read()
    if not asked:
        sys.exit(1)  # whoever was about to ask for a refresh is gone
    job = Job.from_json(asked)
    last = 0.0

    def report(progress: Progress) -> None:
        nonlocal last
        now = time.monotonic()
        if progress.message or progress.done in (0, progress.total) or now - last > REPORT_SECONDS:
            last = now
            _write({"progress": asdict(progress)})

    try:
        _write({"outcome": asdict(refresh(job, report))})
    except BroadsheetError as fault:
        _write({"error": str(fault), "busy": isinstance(fault, BusyError)})


def _write(message: dict[str, object]) -> None:
    try:
        sys.stdout.write(f"{json.dumps(message)}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever asked for this refresh is gone. Not an error, which the stores on the way would put into words.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)


def _read(line: str) -> Progress | Outcome:
    message = json.loads(line)
    if "progress" in message:
        return Progress(**message["progress"])
    if "outcome" in message:
        failed = tuple(Problem(**problem) for problem in message["outcome"].pop("failed"))
        return Outcome(**message["outcome"], failed=failed)
    raise (BusyError if message["busy"] else StoreError)(message["error"])
