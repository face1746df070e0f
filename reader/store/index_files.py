"""Where the word index lies and of which format it is, told without loading Whoosh (150 ms)."""

import shutil
from pathlib import Path

from reader.errors import StoreError

FORMAT = "6"
"""Changes whenever an older index would give other answers; an index of another format is built again."""
LANGUAGES_FACT = "index languages"
"""Under this name the catalogue keeps the languages whose texts the index holds or has held, with blanks between."""
DIRECTORY = "index"
"""Its directory inside the folder's cache directory."""


def present(cache: Path) -> bool:
    """Whether there is an index that looks whole."""
    return any((cache / DIRECTORY).glob("_MAIN_*.toc"))


def inventory(cache: Path) -> str:
    """The index's table of contents and all its files with size and time, a line each: to be noted after a commit."""
    files = [path for path in (cache / DIRECTORY).iterdir() if path.name.startswith(("_MAIN_", "MAIN_"))]
    newest = max((path for path in files if path.suffix == ".toc"), key=_generation).name
    return "\n".join([newest, *sorted(map(_state, files))])


def intact(cache: Path, noted: str) -> bool:
    """Whether no file that was noted last is missing or was changed: the files of an index never change.

    Nothing is said against an index that has been committed since, for a kill can keep the note from being made.
    """
    newest, *states = noted.split("\n")
    tables = list((cache / DIRECTORY).glob("_MAIN_*.toc"))
    if not tables or max(tables, key=_generation).name != newest:
        return bool(tables)
    return set(states) <= {_state(path) for path in (cache / DIRECTORY).iterdir()}


def _state(path: Path) -> str:
    about = path.stat()
    return f"{path.name} {about.st_size} {about.st_mtime_ns}"


def _generation(table: Path) -> int:
    return int(table.stem.rpartition("_")[2])


def set_aside(cache: Path) -> None:
    """Move an index that cannot be used out of the way, over the one that was moved before. Raises StoreError."""
    path = cache / DIRECTORY
    damaged = cache / f"damaged.{DIRECTORY}"
    try:
        if path.exists():
            shutil.rmtree(damaged, ignore_errors=True)
            path.rename(damaged)
    except OSError as fault:
        raise StoreError(f"{path} cannot be moved away ({fault.strerror}); delete it by hand") from fault
