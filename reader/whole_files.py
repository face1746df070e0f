"""Files that are written as a whole or not at all."""

import os
from contextlib import suppress
from pathlib import Path
from stat import S_IMODE


def write_whole(path: Path, content: bytes) -> None:
    """Put a file in the place of what stood there, with its permissions, or leave that alone. Raises OSError.

    Whoever reads meanwhile, or after the writer was killed, finds the old file or the new one. Nothing is synced: a
    power cut may leave an empty one. Where it fails, nothing is left beside it either.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("wb") as file:
            with suppress(OSError):  # there was nothing, or the file system knows no permissions
                beside.chmod(S_IMODE(path.stat().st_mode))  # before there is anything to be read
            file.write(content)
        beside.replace(path)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
