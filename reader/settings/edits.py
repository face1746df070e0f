"""Whether files that a person edits are others than they were, and whole again."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

Stamp = tuple[str, int, int]
"""The path of a file, when it was changed last in nanoseconds, and its size in bytes."""


class Edits:
    """Looks at some files, and at those in some directories."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._paths = tuple(paths)
        self.note()

    def note(self) -> None:
        """Take what stands there now as known."""
        self._known = self._seen = self._stamps()

    @property
    def changed(self) -> bool:
        """Whether anything there is another than what is known."""
        return self._stamps() != self._known

    def settled(self) -> bool:
        """Whether it is, and was so when this was asked before: an editor may write in several steps."""
        before, self._seen = self._seen, self._stamps()
        return self._seen == before != self._known

    def _stamps(self) -> tuple[Stamp, ...]:
        return tuple(stamp for path in self._paths for stamp in _stamps_of(path))


def _stamps_of(path: Path) -> Iterator[Stamp]:
    """The stamp of a file, or those of the files in a directory; none of what cannot be looked at."""
    try:
        with os.scandir(path) as entries:
            files = sorted(entry.path for entry in entries)
    except (OSError, ValueError):
        files = [os.fspath(path)]
    for file in files:
        try:
            about = os.stat(file)  # noqa: PTH116 - asked every second, of a text
        except (OSError, ValueError):
            continue
        yield file, about.st_mtime_ns, about.st_size
