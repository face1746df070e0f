"""The passages among the marks: what was read, paragraph by paragraph, whatever becomes of the file it stood in."""

import sqlite3
from collections.abc import Iterable, Mapping

Passages = Mapping[int, bytes]
"""What is kept of each paragraph, by the digest of its words: a signed number of 64 bits."""

_AT_ONCE = 500
"""Values bound in one statement; SQLite allows 32,766."""


def put(connection: sqlite3.Connection, key: int, passages: Passages) -> None:
    """Keep that these passages of an article were read, beside those that are kept already."""
    give(connection, key, passages.items())


def held(connection: sqlite3.Connection, key: int) -> tuple[tuple[int, bytes], ...]:
    """Digests and data of one row of state."""
    return tuple(connection.execute("SELECT digest, data FROM passage WHERE article = ?", (key,)).fetchall())


def give(connection: sqlite3.Connection, key: int, passages: Iterable[tuple[int, bytes]]) -> None:
    """Add these passages to those that an article has."""
    connection.executemany("INSERT OR IGNORE INTO passage VALUES (?, ?, ?)", [(key, *pair) for pair in passages])


def forget(connection: sqlite3.Connection, key: int) -> None:
    """Forget everything that was read of an article."""
    connection.execute("DELETE FROM passage WHERE article = ?", (key,))


def sharing(connection: sqlite3.Connection, digests: Iterable[int], schema: str = "main") -> set[int]:
    """Keys of the articles of which one of these passages was read."""
    wanted = list(digests)
    found: set[int] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        marks = ", ".join("?" * len(part))
        rows = connection.execute(f"SELECT DISTINCT article FROM {schema}.passage WHERE digest IN ({marks})", part)
        found.update(key for (key,) in rows)
    return found
