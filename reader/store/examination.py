"""Catalogue and state looked through from end to end, without changing a byte of them nor of what lies beside them."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from reader.errors import BroadsheetError, DamagedError, StateError, StoreError
from reader.store import catalogue_schema, state_schema
from reader.store.database import open_for_reading, schema_version, translated

SQLITE_NEEDED = (3, 35)
"""Since when SQLite gives back what it has entered (`RETURNING`)."""


@dataclass(frozen=True, slots=True)
class CatalogueFacts:
    """What a whole catalogue holds."""

    files: int
    """How many files there are."""
    articles: int
    """How many articles."""
    problems: int
    """How many files gave none."""
    indexed: frozenset[int]
    """Numbers of the articles that the word index holds."""
    unlisted: frozenset[int]
    """Numbers that it still holds though their articles are gone."""
    noted: Mapping[str, str]
    """What was noted, by name."""


@dataclass(frozen=True, slots=True)
class StateFacts:
    """What a whole state holds."""

    read: int = 0
    """How many articles are read."""
    favourites: int = 0
    """How many are favourites."""
    tagged: int = 0
    """How many carry a tag."""
    folders: int = 0
    """In how many folders."""


def sqlite_version() -> tuple[str, bool]:
    """The version of SQLite, and whether it is new enough."""
    return sqlite3.sqlite_version, sqlite3.sqlite_version_info >= SQLITE_NEEDED


def examined_catalogue(path: Path) -> CatalogueFacts:
    """The facts of a catalogue. Raises DamagedError, or StoreError where it cannot be used otherwise."""
    with _examined(path, StoreError, "quick_check") as (connection, version):
        if version != len(catalogue_schema.SCHEMA):
            raise DamagedError(f"{path} was made by another version of Broadsheet")
        return CatalogueFacts(
            _count(connection, "file"),
            _count(connection, "article"),
            _count(connection, "problem"),
            _numbers(connection, "SELECT number FROM article WHERE indexed = 1"),
            _numbers(connection, "SELECT article FROM unlisted"),
            dict(connection.execute("SELECT name, value FROM fact").fetchall()),
        )


def examined_state(path: Path) -> StateFacts:
    """The facts of a state. Raises DamagedError, or StateError where it cannot be used otherwise."""
    with _examined(path, StateError, "integrity_check") as (connection, version):
        if version > len(state_schema.SCHEMA):
            raise StateError(f"{path} was made by a newer version of Broadsheet; use that one")
        if not version:
            return StateFacts()
        tagged = "article WHERE moved_to = '' AND EXISTS (SELECT 1 FROM tag WHERE tag.article = article.key)"
        return StateFacts(
            _count(connection, "article WHERE moved_to = '' AND read = 1"),
            _count(connection, "article WHERE moved_to = '' AND favourite = 1"),
            _count(connection, tagged),
            _count(connection, "(SELECT DISTINCT folder FROM article)"),
        )


@contextmanager
def _examined(path: Path, error: type[BroadsheetError], check: str) -> Iterator[tuple[sqlite3.Connection, int]]:
    """A connection that only reads, and the version of the schema, after all pages were walked.

    Only where a journal lies beside the file may somebody write to it now. Reading by SQLite's rules for that case
    makes files there, so it is done in that case alone.
    """
    with translated(path, error):
        connection = open_for_reading(path, immutable=not path.with_name(f"{path.name}-wal").exists())
        try:
            told = str(connection.execute(f"PRAGMA {check}(1)").fetchone()[0])
            if told != "ok":
                raise DamagedError(
                    f"{path} is damaged ({told.splitlines()[-1]})"
                )  # the lines before tell of which file
            yield connection, schema_version(connection)
        finally:
            connection.close()


def _count(connection: sqlite3.Connection, of: str) -> int:
    return int(connection.execute(f"SELECT count(*) FROM {of}").fetchone()[0])


def _numbers(connection: sqlite3.Connection, asked: str) -> frozenset[int]:
    return frozenset(row[0] for row in connection.execute(asked))
