"""The corrections among the marks: what the user says that a value of an article is, empty for "there is none"."""

import json
import os
import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from reader.errors import DamagedError, StateError
from reader.store.database import open_for_reading, translated
from reader.store.state_schema import FILE_NAME

Corrections = Mapping[str, str]
"""Values by field."""


@dataclass(slots=True)
class _Row:
    """The corrections of one article, and whose they are."""

    content_hash: str
    """The digest of the text that was corrected."""
    moved: bool
    """Whether that text stands under another id now."""
    values: dict[str, str] = field(default_factory=dict)


class Recorded:
    """All corrections of a folder at one moment."""

    def __init__(self, rows: Iterable[tuple[str, str, str, str, str]] = ()) -> None:
        """`rows` are id, digest of the text, where that has moved to, field and value."""
        self._by_id: dict[str, _Row] = {}
        for identifier, content_hash, moved_to, name, value in rows:
            row = self._by_id.setdefault(identifier, _Row(content_hash, bool(moved_to)))
            row.values[name] = value

    @property
    def ids(self) -> tuple[str, ...]:
        """Every id under which something was corrected."""
        return tuple(self._by_id)

    def of(self, identifier: str, content_hash: str) -> Corrections:
        """What was corrected of the article with this id and text.

        A text that has moved on took its corrections along; they count here only while that very text stands here too.
        """
        row = self._by_id.get(identifier)
        return {} if row is None or (row.moved and row.content_hash != content_hash) else row.values


def recorded(directory: Path, folder: str) -> Recorded:
    """The corrections kept in `directory` under a folder's name, none where there is no state or an older one.

    Raises StateError where they cannot be read.
    """
    path = directory / FILE_NAME
    if not path.is_file():
        return Recorded()
    try:
        with translated(path, StateError):
            connection = open_for_reading(path, immutable=not os.access(directory, os.W_OK))
            try:
                return Recorded(_rows(connection, folder))
            finally:
                connection.close()
    except DamagedError as fault:
        raise StateError(str(fault)) from fault


def there_is_room(connection: sqlite3.Connection, schema: str = "main") -> bool:
    """Whether a state that may not be brought up to date already has the table."""
    found = connection.execute(f"SELECT 1 FROM {schema}.sqlite_master WHERE name = 'correction'")
    return found.fetchone() is not None


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


def _rows(connection: sqlite3.Connection, folder: str) -> list[tuple[str, str, str, str, str]]:
    if not there_is_room(connection):
        return []
    return connection.execute(
        "SELECT s.id, s.hash, s.moved_to, c.field, c.value FROM correction c JOIN article s ON s.key = c.article"
        " WHERE s.folder = ? ORDER BY s.id, c.field",
        (folder,),
    ).fetchall()
