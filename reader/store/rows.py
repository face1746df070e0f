"""The rows of state: which one an article has, what it holds, given to another, taken off it.

Every table of marks is named here.
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from reader.store import changes, corrections, notes, passages, story_choices
from reader.store.identity import Identity


@dataclass(frozen=True, slots=True)
class Held:
    """The marks of one row, and whose they are."""

    folder: str
    """Name of the folder."""
    id: str
    """Id of the article."""
    read: int
    """1 where it was read."""
    favourite: int
    """1 for a favourite."""
    tags: tuple[str, ...]
    """Its tags."""
    corrections: tuple[tuple[str, str], ...]
    """Fields and their values."""
    passages: tuple[tuple[int, bytes], ...]
    """What was read of it."""
    stories: tuple[tuple[int, int, str], ...]
    """Which rows it is wanted in one story with, or not in one."""
    note: tuple[notes.Written, ...]
    """What was written about it."""
    highlights: tuple[notes.Marked, ...]
    """What was highlighted in it."""


def held(connection: sqlite3.Connection, key: int) -> Held:
    """What a row holds."""
    folder, identifier, read, favourite = connection.execute(
        "SELECT folder, id, read, favourite FROM article WHERE key = ?", (key,)
    ).fetchone()
    tags = connection.execute("SELECT tag FROM tag WHERE article = ?", (key,)).fetchall()
    return Held(
        folder,
        identifier,
        read,
        favourite,
        tuple(tag for (tag,) in tags),
        corrections.held(connection, key),
        passages.held(connection, key),
        story_choices.held(connection, key),
        notes.held_notes(connection, key),
        notes.held_highlights(connection, key),
    )


def give(connection: sqlite3.Connection, key: int, marks: Held, now_at: Mapping[int, int] | None = None) -> None:
    """Give a row these marks, beside those that it may have; `now_at` tells which rows have moved to which."""
    connection.execute(
        "UPDATE article SET read = max(read, ?), favourite = max(favourite, ?) WHERE key = ?",
        (marks.read, marks.favourite, key),
    )
    connection.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?)", [(key, tag) for tag in marks.tags])
    corrections.give(connection, key, marks.corrections)
    passages.give(connection, key, marks.passages)
    notes.give(connection, key, marks.note, marks.highlights)
    moved = now_at or {}
    elsewhere = ((moved[other], together, when) for other, together, when in marks.stories if other in moved)
    story_choices.give(connection, key, (*marks.stories, *elsewhere))


def unmark(connection: sqlite3.Connection, key: int) -> None:
    """Take everything off a row."""
    connection.execute("UPDATE article SET read = 0, favourite = 0 WHERE key = ?", (key,))
    connection.execute("DELETE FROM tag WHERE article = ?", (key,))
    for kept in (corrections, passages, story_choices, notes):
        kept.forget(connection, key)
    changes.forget_row(connection, key)


def remember(connection: sqlite3.Connection, key: int) -> None:
    """Keep the marks of the text that was marked, under an id that no article has, before its row is used again.

    Marks may be set before it is known whether that text was edited or stands under another name now. In the second
    case they follow it from here.
    """
    made = connection.execute(
        "INSERT OR IGNORE INTO article (folder, id, hash, title, changed)"
        " SELECT folder, id || char(10) || hash, hash, title, changed FROM article WHERE key = ?",
        (key,),
    )
    if made.rowcount:
        remembered = int(made.lastrowid or 0)
        give(connection, remembered, held(connection, key))
        changes.copy(connection, key, remembered)


def row_of(connection: sqlite3.Connection, folder: str, article: Identity, now: str) -> int:
    """The row of an article, made or brought up to date."""
    row = connection.execute(
        "SELECT key, hash, moved_to FROM article WHERE folder = ? AND id = ?", (folder, article.id)
    ).fetchone()
    if row is None:
        made = connection.execute(
            "INSERT INTO article (folder, id, hash, title, changed) VALUES (?, ?, ?, ?, ?)",
            (folder, article.id, article.content_hash, article.title, now),
        )
        return int(made.lastrowid or 0)
    key, content_hash, moved_to = row
    if moved_to and content_hash != article.content_hash:
        # Another article has taken the place of one that was renamed: it begins without marks.
        unmark(connection, key)
    elif content_hash != article.content_hash:
        remember(connection, key)
    connection.execute(
        "UPDATE article SET hash = ?, title = ?, moved_to = '' WHERE key = ?",
        (article.content_hash, article.title, key),
    )
    return int(key)


def heir(connection: sqlite3.Connection, folder: str, article: Identity, marks: Held, now: str) -> int:
    """The row of an article that marks are to follow to.

    One that goes back to where it came from has its marks as they are now, not also as they were then.
    """
    returned = connection.execute(
        "SELECT key FROM article WHERE folder = ? AND id = ? AND moved_to = ?", (folder, article.id, marks.id)
    ).fetchone()
    if returned and marks.folder == folder:
        unmark(connection, returned[0])
    return row_of(connection, folder, article, now)
