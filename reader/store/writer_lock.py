"""The one right to write in a folder's cache: one writer at a time, whatever number of readers."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from reader.errors import BusyError, StoreError

FILE_NAME = "lock"


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
