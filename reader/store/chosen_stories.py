"""What the user has chosen of stories, as a refresh reads it: which articles belong together and which do not."""

import os
import sqlite3
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
