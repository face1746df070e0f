"""Do something as a user who may not read or write everything, as root may."""

import os
import pickle
import shutil
import tempfile
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

_Answer = TypeVar("_Answer")
NOBODY = 65534


def as_nobody(work: Callable[[], _Answer]) -> _Answer:
    """What `work` gives when called in a process without rights of its own; only a copy of the answer comes back."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            if os.getuid() == 0:
                os.setgroups([])
                os.setgid(NOBODY)
                os.setuid(NOBODY)
            told = pickle.dumps((True, work()))
        except BaseException:  # whatever it is, the parent is to show it
            told = pickle.dumps((False, traceback.format_exc()))
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(told)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    good, answer = pickle.loads(told)
    assert good, answer
    return answer  # type: ignore[no-any-return]


@contextmanager
def shared_directory() -> Iterator[Path]:
    """A directory that every user can reach, unlike those that pytest makes."""
    path = Path(tempfile.mkdtemp(prefix="broadsheet-test-"))
    path.chmod(0o755)
    try:
        yield path
    finally:
        shutil.rmtree(path)
