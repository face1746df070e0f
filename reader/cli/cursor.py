"""How wide the terminal draws characters: it says itself where its cursor stands behind them.

Asked by DSR 6 and answered by CPR, ECMA-48.
"""

import os
import re
import select
import sys
import termios
import time
import tty
from collections.abc import Sequence

LIMIT = 1.0
"""Seconds for all answers together; over a slow line one takes a tenth."""
_REPORT = re.compile(rb"\x1b\[\d{1,5};(\d{1,5})R")


def drawn_widths(texts: Sequence[str]) -> tuple[int, ...] | None:
    """The columns that the terminal takes for each text; None where there is no terminal, or it does not say."""
    if not _in_front():
        return None
    into, out = sys.stdin.fileno(), sys.stdout.fileno()
    before = termios.tcgetattr(into)
    sys.stdout.flush()
    try:
        tty.setcbreak(into, termios.TCSADRAIN)  # no echo of the answer
        end = time.monotonic() + LIMIT
        found = []
        for text in texts:
            os.write(out, f"\r{text}\x1b[6n".encode())
            column = _column(into, end)
            if not column:
                return None
            found.append(column - 1)
        return tuple(found)
    finally:
        os.write(out, b"\r\x1b[K")
        termios.tcsetattr(into, termios.TCSADRAIN, before)


def _in_front() -> bool:
    """Whether input and output are a terminal that listens to us: a background job would be stopped."""
    try:
        return (
            sys.stdin.isatty()
            and sys.stdout.isatty()
            and os.environ.get("TERM", "dumb") not in ("", "dumb")
            and os.tcgetpgrp(sys.stdin.fileno()) == os.getpgrp()
        )
    except (OSError, ValueError):
        return False


def _column(into: int, end: float) -> int:
    """The column of the next report, from 1; 0 where none comes in time."""
    told = b""
    while not (report := _REPORT.search(told)):
        left = end - time.monotonic()
        if left <= 0 or not select.select([into], [], [], left)[0]:
            return 0
        piece = os.read(into, 1024)
        if not piece:
            return 0
        told = (told + piece)[-64:]
    return int(report[1])
