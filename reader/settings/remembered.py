"""The theme that was chosen on the screen: kept beside the marks, for the configuration is the person's own file.

Whichever was said last counts: the choice holds until the configuration names another theme than it did then.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ThemeError

FILE_NAME = "theme.json"
"""The file in the data directory."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """A choice, and what it replaced."""

    theme: str = ""
    """Name of the theme; empty for none."""
    instead_of: str = ""
    """The theme of the configuration at that time."""

    def now(self, configured: str) -> str:
        """The theme that counts where the configuration names this one."""
        return self.theme if self.theme and self.instead_of == configured else configured


def read(directory: Path) -> Chosen:
    """The choice that is kept in a data directory; none where there is none, or none that can be read."""
    try:
        kept = json.loads((directory / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        return Chosen()
    if not isinstance(kept, dict):
        return Chosen()
    return Chosen(*(value if isinstance(value, str) else "" for value in map(kept.get, ("theme", "instead_of"))))


def keep(directory: Path, theme: str, configured: str) -> None:
    """Keep a choice; that of the configured theme is none. Raises ThemeError."""
    from reader.whole_files import write_whole  # a start only reads

    path = directory / FILE_NAME
    try:
        if theme == configured:
            path.unlink(missing_ok=True)
            return
        directory.mkdir(parents=True, exist_ok=True)
        write_whole(path, json.dumps({"theme": theme, "instead_of": configured}).encode())
    except OSError as fault:
        raise ThemeError(f"{path}: the choice cannot be kept: {fault.strerror}") from fault
