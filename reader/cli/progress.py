"""One line on a terminal that tells how far a refresh has come, and is wiped when it ends."""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reader.cli.output import complain, cut, plain
from reader.model.refresh import Progress

BAR = 24
"""Columns of the bar."""
SECONDS = 0.1
"""Between two drawings, and before the first: what is over sooner is not worth a flicker."""
WIPED = "\r\x1b[K"
"""To the first column, and erase to the end of the line (ECMA-48, EL)."""


@contextmanager
def progress() -> Iterator[Callable[[Progress], None]]:
    """A report that draws on standard error where that is a terminal; messages are printed in any case."""
    drawing = sys.stderr.isatty()
    last = time.monotonic()
    drawn = False

    def report(told: Progress) -> None:
        nonlocal last, drawn
        if told.message:
            sys.stderr.write(WIPED if drawn else "")
            complain(told.message)
        now = time.monotonic()
        if drawing and now - last >= SECONDS:
            last, drawn = now, True
            sys.stderr.write(WIPED + line(told, shutil.get_terminal_size().columns - 1))
            sys.stderr.flush()

    try:
        yield report
    finally:
        if drawn:
            sys.stderr.write(WIPED)
            sys.stderr.flush()


def line(told: Progress, room: int) -> str:
    """The stage with a bar and counts, or alone while it is not known how much there is to do."""
    if not told.total:
        return cut(plain(told.stage), room)
    full = round(BAR * told.done / told.total)
    bar = "█" * full + "░" * (BAR - full)
    return cut(f"{plain(told.stage):9} {bar} {told.done:,} of {told.total:,}", room)
