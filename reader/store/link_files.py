"""What relating knows of every article, kept as files beside the catalogue; derived, so that damage costs only time."""

import json
import mmap
from collections.abc import Sequence
from pathlib import Path

from reader.errors import StoreError
from reader.store.database import translated
from reader.stories.segment import Segment
from reader.whole_files import write_whole

DIRECTORY = "links"
FORMAT = 2
_LIST = "segments.json"


class LinkFiles:
    """The segments of one catalogue, a file each, mapped into memory; the list of them is replaced at once.

    A process that is killed leaves the old list or the new one, and at worst files that no list names, which the next
    one removes. Nothing is synced: what a power cut leaves incomplete is told by its checksum.
    """

    def __init__(self, cache: Path, token: str) -> None:
        """`token` tells this catalogue from any that was built before it, whose numbers mean other articles."""
        self._directory = cache / DIRECTORY
        self._token = token
        self._kept: list[tuple[Segment, str]] = []
        self._next = 0

    def open(self) -> Sequence[Segment]:
        """The segments that were kept; none where there are none, or where any of them cannot be used."""
        try:
            listed = json.loads((self._directory / _LIST).read_text(encoding="utf-8"))
            if listed["format"] != FORMAT or listed["token"] != self._token:
                return ()
            self._next = int(listed["next"])
            self._kept = [(self._mapped(str(name)), str(name)) for name in listed["files"]]
        except (OSError, ValueError, KeyError, TypeError):
            self._kept = []
        return self._segments()

    def save(self, segments: Sequence[Segment]) -> Sequence[Segment]:
        """Keep these and no others; the same, mapped from their files. Raises StoreError."""
        names = {id(segment): name for segment, name in self._kept}
        if len(segments) == len(self._kept) and all(id(segment) in names for segment in segments):
            return self._segments()
        with translated(self._directory, StoreError):
            self._directory.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._kept = [
                (segment, names[id(segment)]) if id(segment) in names else self._written(segment)
                for segment in segments
            ]
            held = [name for _, name in self._kept]
            told = {"format": FORMAT, "token": self._token, "next": self._next, "files": held}
            write_whole(self._directory / _LIST, json.dumps(told).encode())
            for path in self._directory.iterdir():
                if path.name != _LIST and path.name not in held:
                    path.unlink()
        return self._segments()

    def _segments(self) -> Sequence[Segment]:
        return tuple(segment for segment, _ in self._kept)

    def _written(self, segment: Segment) -> tuple[Segment, str]:
        name = f"{self._next}.segment"
        self._next += 1
        write_whole(self._directory / name, segment.to_bytes())
        return self._mapped(name), name

    def _mapped(self, name: str) -> Segment:
        """A segment from its file. Raises OSError or ValueError."""
        with (self._directory / Path(name).name).open("rb") as file:
            pages = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        segment = Segment.from_buffer(memoryview(pages))
        if hasattr(mmap, "MADV_DONTNEED"):
            pages.madvise(mmap.MADV_DONTNEED)  # the checksum has read every page; few are needed
        return segment
