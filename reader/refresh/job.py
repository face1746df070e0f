"""What a refresh is asked to do, as a value that can cross a pipe."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from reader.model.refresh import Progress

Report = Callable[[Progress], None]
"""Called with how far the refresh has come; may be called from any depth, often."""


@dataclass(frozen=True, slots=True)
class Job:
    """One refresh."""

    folder: Path
    """The folder of article files."""
    cache: Path
    """The directory of its catalogue and index."""
    ignore: tuple[str, ...] = ()
    """Patterns of what is not looked at, in the manner of gitignore(5)."""
    limit: int = 2_000_000
    """Bytes read of one file."""
    data: Path = Path()
    """The directory of the state, for the user's corrections; without it they stay as they are."""

    def to_json(self) -> str:
        """One line of text; a path that is no UTF-8 survives."""
        return json.dumps([str(self.folder), str(self.cache), self.ignore, self.limit, str(self.data)])

    @classmethod
    def from_json(cls, text: str) -> "Job":
        """The job that `to_json` wrote."""
        folder, cache, ignore, limit, data = json.loads(text)
        return cls(Path(folder), Path(cache), tuple(ignore), limit, Path(data))
