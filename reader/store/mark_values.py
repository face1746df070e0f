"""Every mark as a value under a name, to be read, changed and put back: the one form that a change is undone by.

A value is a text; None stands for "not so". `read`, `favourite` and `note` have no name; a tag is its own name, a
correction has its field, a highlight the digest of its passage, a saved search the name that the user gave it.
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from reader.store import corrections, notes, saved_searches


class Mark(StrEnum):
    """What can be set on an article, or kept beside the articles; the values are what the log of changes says."""

    READ = "read"
    FAVOURITE = "favourite"
    TAG = "tag"
    NOTE = "note"
    HIGHLIGHT = "highlight"
    CORRECTION = "correction"
    SAVED_SEARCH = "saved search"


SET = "1"
"""The value of a mark that is there or not."""
NO_ARTICLE = 0
"""The row of a mark that is about no article."""


@dataclass(frozen=True, slots=True)
class MarkName:
    """One mark of one row of state."""

    key: int
    """The row; `NO_ARTICLE` for a saved search."""
    mark: Mark
    """What it is."""
    name: str = ""
    """Which one of several."""


@dataclass(frozen=True, slots=True)
class Marker:
    """Reads and changes marks inside one transaction."""

    connection: sqlite3.Connection
    """To the state."""
    folder: str
    """The folder's name in it."""
    now: str
    """When this happens."""

    def value(self, of: MarkName) -> str | None:
        """What a mark is."""
        match of.mark:
            case Mark.READ | Mark.FAVOURITE:
                return SET if self._one(f"SELECT {of.mark} FROM article WHERE key = ?", of.key) == 1 else None
            case Mark.TAG:
                return self._text("SELECT tag FROM tag WHERE article = ? AND tag = ?", of.key, of.name)
            case Mark.NOTE:
                return notes.note(self.connection, of.key)
            case Mark.HIGHLIGHT:
                return notes.highlight(self.connection, of.key, int(of.name))
            case Mark.CORRECTION:
                return self._text("SELECT value FROM correction WHERE article = ? AND field = ?", of.key, of.name)
            case Mark.SAVED_SEARCH:
                return saved_searches.query(self.connection, self.folder, of.name)

    def put(self, of: MarkName, value: str | None) -> None:
        """Change a mark."""
        match of.mark:
            case Mark.READ | Mark.FAVOURITE:
                self.connection.execute(
                    f"UPDATE article SET {of.mark} = ?, changed = ? WHERE key = ?",
                    (int(value is not None), self.now, of.key),
                )
            case Mark.TAG if value is not None:
                self.connection.execute("INSERT OR IGNORE INTO tag VALUES (?, ?)", (of.key, value))
            case Mark.TAG:
                self.connection.execute("DELETE FROM tag WHERE article = ? AND tag = ?", (of.key, of.name))
            case Mark.NOTE:
                notes.put_note(self.connection, of.key, value, self.now)
            case Mark.HIGHLIGHT:
                notes.put_highlight(self.connection, of.key, int(of.name), value, self.now)
            case Mark.CORRECTION if value is not None:
                corrections.put(self.connection, of.key, of.name, value)
            case Mark.CORRECTION:
                corrections.take_back(self.connection, of.key, of.name)
            case Mark.SAVED_SEARCH:
                saved_searches.put(self.connection, self.folder, of.name, value, self.now)

    def changed(self, wanted: Iterable[tuple[MarkName, str | None]]) -> list[tuple[MarkName, str | None]]:
        """Change marks; those of them that were otherwise, with what they were."""
        before = []
        for of, value in wanted:
            was = self.value(of)
            if was != value and not (of.mark is Mark.TAG and was and value):  # a tag stays as it was written first
                self.put(of, value)
                before.append((of, was))
        return before

    def _text(self, statement: str, *values: object) -> str | None:
        found = self._one(statement, *values)
        return None if found is None else str(found)

    def _one(self, statement: str, *values: object) -> object:
        found = self.connection.execute(statement, values).fetchone()
        return found[0] if found else None
