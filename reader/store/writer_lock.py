"""The one right to write in a folder's cache: one writer at a time, whatever number of readers."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import BusyError, StoreError

FILE_NAME = "lock"
SYSTEM_LOCKS = Path("/proc/locks")
"""Where Linux lists who holds which lock; see proc_locks(5)."""


@contextmanager
def lock(cache: Path) -> Iterator[None]:
    """Hold the one right to write in this cache; the system lets go of it when the process ends, however it ends."""
    try:
        cache.mkdir(parents=True, exist_ok=True, mode=0o700)
        descriptor = os.open(cache / FILE_NAME, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as fault:
        raise StoreError(
            f"{cache}: {fault.strerror}; choose another cache directory with --cache-dir or BROADSHEET_CACHE_DIR"
        ) from fault
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    except BlockingIOError as fault:
        raise BusyError("another Broadsheet is bringing this folder's index up to date") from fault
    finally:
        os.close(descriptor)


def holder(cache: Path) -> int | None:
    """The number of the process that holds the right to write, 0 where that cannot be told; None where nobody does.

    The lock is not touched where the system lists all of them, and else held for a moment at most.
    """
    try:
        descriptor = os.open(cache / FILE_NAME, os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return None
    try:
        about = os.fstat(descriptor)
        if SYSTEM_LOCKS.is_file():
            return _listed(SYSTEM_LOCKS.read_text(encoding="ascii", errors="replace"), about)
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return 0
    except OSError:
        return None
    finally:
        os.close(descriptor)
    return None


def _listed(locks: str, file: os.stat_result) -> int | None:
    """Who of those listed holds a file: a line is `1: FLOCK ADVISORY WRITE 4711 08:01:123456 0 EOF`."""
    place = f"{os.major(file.st_dev):02x}:{os.minor(file.st_dev):02x}:{file.st_ino}"
    for line in locks.splitlines():
        fields = line.split()
        if len(fields) > 5 and fields[1] == "FLOCK" and fields[5] == place:
            return max(0, int(fields[4])) if fields[4].lstrip("-").isdecimal() else 0
    return None
