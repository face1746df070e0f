"""The corrections among the marks: what the user says that a value of an article is, empty for "there is none"."""

import json
import sqlite3
from collections.abc import Iterable, Mapping

Corrections = Mapping[str, str]
"""Values by field."""


def written(values: Corrections) -> str:
    """Corrections as one text, equal for equal ones; empty for none."""
    return json.dumps(dict(sorted(values.items())), ensure_ascii=False) if values else ""


def put(connection: sqlite3.Connection, key: int, name: str, value: str) -> None:
    """Keep what the user says of a field of an article."""
    connection.execute("INSERT OR REPLACE INTO correction VALUES (?, ?, ?)", (key, name, value))


def take_back(connection: sqlite3.Connection, key: int, name: str) -> None:
    """Forget what the user said of a field of an article."""
    connection.execute("DELETE FROM correction WHERE article = ? AND field = ?", (key, name))


def held(connection: sqlite3.Connection, key: int) -> tuple[tuple[str, str], ...]:
    """Fields and values of one row of state."""
    return tuple(connection.execute("SELECT field, value FROM correction WHERE article = ?", (key,)).fetchall())


def give(connection: sqlite3.Connection, key: int, values: Iterable[tuple[str, str]]) -> None:
    """Add these corrections to those that an article may have, which stay as they are."""
    connection.executemany("INSERT OR IGNORE INTO correction VALUES (?, ?, ?)", [(key, *pair) for pair in values])


def forget(connection: sqlite3.Connection, key: int) -> None:
    """Forget everything that the user said of an article."""
    connection.execute("DELETE FROM correction WHERE article = ?", (key,))
