"""Where the word index lies and of which format it is, told without loading Whoosh (150 ms)."""

import shutil
from pathlib import Path

from reader.errors import StoreError

FORMAT = "1"
"""Changes whenever an older index would give other answers; an index of another format is built again."""
DIRECTORY = "index"
"""Its directory inside the folder's cache directory."""


def present(cache: Path) -> bool:
    """Whether there is an index that looks whole."""
    return any((cache / DIRECTORY).glob("_MAIN_*.toc"))


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
