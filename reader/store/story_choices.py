"""The user's word on stories: which articles belong to one story and which do not. It is kept with the marks."""

import os
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from reader.errors import DamagedError, StateError
from reader.store.database import open_for_reading, translated
from reader.store.state_schema import FILE_NAME


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of the two articles of a choice."""

    id: str
    """Its id when it was last known."""
    content_hash: str
    """The digest of its text."""
    moved: bool
    """Whether that text stands under another id now, so that the choice only counts while it also stands here."""


@dataclass(frozen=True, slots=True)
class StoryChoice:
    """What the user wants of two articles."""

    first: Chosen
    """One article."""
    second: Chosen
    """The other."""
    together: bool
    """Whether they belong to one story; else they do not."""


def recorded(directory: Path, folder: str) -> tuple[StoryChoice, ...]:
    """All choices kept in `directory` under a folder's name; none where there is no state, or one of an older schema.

    Raises StateError where they cannot be read.
    """
    path = directory / FILE_NAME
    if not path.is_file():
        return ()
    try:
        with translated(path, StateError):
            connection = open_for_reading(path, immutable=not os.access(directory, os.W_OK))
            try:
                return _choices(connection, folder)
            finally:
                connection.close()
    except DamagedError as fault:
        raise StateError(str(fault)) from fault


def put(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]], *, together: bool, now: str) -> None:
    """Keep what is wanted of these pairs of rows of state, in place of what was wanted before."""
    connection.executemany(
        "INSERT OR REPLACE INTO story_choice VALUES (?, ?, ?, ?)",
        [(*sorted(pair), int(together), now) for pair in pairs if pair[0] != pair[1]],
    )


def take_back(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Forget what was wanted of these pairs."""
    connection.executemany(
        "DELETE FROM story_choice WHERE article = ? AND other = ?", [tuple(sorted(pair)) for pair in pairs]
    )


def held(connection: sqlite3.Connection, key: int) -> tuple[tuple[int, int, str], ...]:
    """The other row of each choice about a row, whether they belong together, and when that was chosen."""
    rows = connection.execute(
        "SELECT iif(article = ?1, other, article), together, changed FROM story_choice WHERE ?1 IN (article, other)",
        (key,),
    )
    return tuple(rows.fetchall())


def give(connection: sqlite3.Connection, key: int, choices: Iterable[tuple[int, int, str]]) -> None:
    """Add these choices to those that are about a row, which stay as they are."""
    connection.executemany(
        "INSERT OR IGNORE INTO story_choice VALUES (?, ?, ?, ?)",
        [(*sorted((key, other)), together, changed) for other, together, changed in choices if other != key],
    )


def forget(connection: sqlite3.Connection, key: int) -> None:
    """Forget every choice about a row."""
    connection.execute("DELETE FROM story_choice WHERE ? IN (article, other)", (key,))


def _choices(connection: sqlite3.Connection, folder: str) -> tuple[StoryChoice, ...]:
    if connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'story_choice'").fetchone() is None:
        return ()
    rows = connection.execute(
        "SELECT a.id, a.hash, a.moved_to, b.id, b.hash, b.moved_to, c.together FROM story_choice c"
        " JOIN article a ON a.key = c.article JOIN article b ON b.key = c.other"
        " WHERE a.folder = ?1 AND b.folder = ?1 ORDER BY c.article, c.other",
        (folder,),
    )
    return tuple(
        StoryChoice(Chosen(a, a_hash, bool(a_moved)), Chosen(b, b_hash, bool(b_moved)), bool(together))
        for a, a_hash, a_moved, b, b_hash, b_moved, together in rows
    )
