"""What the user has recorded, as it is read without a library: by a refresh, and by who reads a single file."""

import os
import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from reader.errors import DamagedError, StateError
from reader.model.marking import Highlight
from reader.store.corrections import Corrections
from reader.store.database import open_for_reading, translated
from reader.store.notes import held_highlights, note
from reader.store.state_schema import FILE_NAME

Notes = tuple[str, tuple[Highlight, ...]]
"""The note about an article, and its highlights."""
_Answer = TypeVar("_Answer")


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


def corrections(directory: Path, folder: str) -> Recorded:
    """The corrections kept in `directory` under a folder's name. Raises StateError where they cannot be read."""

    def ask(connection: sqlite3.Connection) -> Recorded:
        return Recorded(
            connection.execute(
                "SELECT s.id, s.hash, s.moved_to, c.field, c.value FROM correction c JOIN article s ON s.key ="
                " c.article WHERE s.folder = ? ORDER BY s.id, c.field",
                (folder,),
            )
        )

    return _answer(directory, "correction", ask, Recorded())


def notes(directory: Path, folder: str, identifier: str, content_hash: str) -> Notes:
    """Note and highlights kept in `directory` of an article with this text. Raises StateError, likewise."""

    def ask(connection: sqlite3.Connection) -> Notes:
        row = connection.execute(
            "SELECT key FROM article WHERE folder = ? AND id = ? AND (hash = ? OR moved_to = '')",
            (folder, identifier, content_hash),
        ).fetchone()
        if row is None:
            return "", ()
        held = held_highlights(connection, row[0])
        highlights = (Highlight(words, about, within, place) for _, words, about, _, within, place in held)
        return note(connection, row[0]) or "", tuple(highlights)

    nothing: Notes = ("", ())
    return _answer(directory, "note", ask, nothing)


def story_choices(directory: Path, folder: str) -> tuple[StoryChoice, ...]:
    """Which articles belong together and which do not, as chosen in a folder. Raises StateError, likewise."""

    def ask(connection: sqlite3.Connection) -> tuple[StoryChoice, ...]:
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

    return _answer(directory, "story_choice", ask, ())


def _answer(directory: Path, table: str, ask: Callable[[sqlite3.Connection], _Answer], nothing: _Answer) -> _Answer:
    """What is answered from a table; nothing where there is no state, or one from before there was that table."""
    path = directory / FILE_NAME
    if not path.is_file():
        return nothing
    try:
        with translated(path, StateError):
            connection = open_for_reading(path, immutable=not os.access(directory, os.W_OK))
            try:
                known = connection.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone()
                return ask(connection) if known else nothing
            finally:
                connection.close()
    except DamagedError as fault:
        raise StateError(str(fault)) from fault
