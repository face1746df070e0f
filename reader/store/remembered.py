"""What the reader remembers of itself from one start to the next: how the screen was divided, where somebody was.

It is no mark: what cannot be kept is let be, and a power cut may undo the last of it.
"""

import sqlite3
from contextlib import suppress

FOLDERS = " of "
"""Between the name of what is remembered and the folder that it is about."""


def put(connection: sqlite3.Connection, name: str, value: str) -> None:
    """Remember a value in the place of the one before, at once or not at all: nobody waits for that."""
    wait = connection.execute("PRAGMA busy_timeout").fetchone()[0]
    connection.execute("PRAGMA busy_timeout = 0")
    connection.execute("PRAGMA synchronous = NORMAL")  # a commit of marks takes it to the disk along with them
    try:
        connection.execute("INSERT OR REPLACE INTO remembered VALUES (?, ?)", (name, value))
    finally:
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute(f"PRAGMA busy_timeout = {wait}")


def got(connection: sqlite3.Connection, name: str) -> str:
    """What was remembered, empty for nothing; also where the file is of a time when nothing was."""
    with suppress(sqlite3.Error):
        row = connection.execute("SELECT value FROM remembered WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""
    return ""


def take_along(connection: sqlite3.Connection, folder: str, former: str) -> None:
    """Take along what is remembered of a folder to where that stands now; what is remembered there already stays so."""
    connection.execute(
        "INSERT OR IGNORE INTO remembered SELECT substr(name, 1, length(name) - length(?1)) || ?2, value"
        " FROM remembered WHERE substr(name, -length(?1)) = ?1",
        (FOLDERS + former, FOLDERS + folder),
    )
