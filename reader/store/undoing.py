"""Taking changes of marks back, and what is said of them."""

import sqlite3
from collections.abc import Sequence

from reader.model import Undone
from reader.store import changes
from reader.store.identity import former_id
from reader.store.mark_values import NO_ARTICLE, Mark, Marker


def undo(connection: sqlite3.Connection, folder: str, now: str) -> Undone | None:
    """Take back the newest change that still makes a difference, inside a transaction; None where there is none."""
    marker = Marker(connection, folder, now)
    while change := changes.last(connection, folder):
        undone = marker.changed(change.before)
        changes.forget(connection, change.number)
        if undone:
            keys = dict.fromkeys(of.key for of, _ in undone if of.key != NO_ARTICLE)
            named = [_named(connection, key) for key in keys]
            ids = dict.fromkeys(former_id(identifier) for identifier, _ in named)
            title = named[0][1] if named else ""
            return Undone(change.told, tuple(ids), title, any(of.mark is Mark.CORRECTION for of, _ in undone))
    return None


def told_tags(added: Sequence[str], removed: Sequence[str]) -> str:
    """A change of tags in words."""
    word = "tag" if len(added) + len(removed) == 1 else "tags"
    if not removed:
        return f"{word} {', '.join(added)}"
    if not added:
        return f"{word} {', '.join(removed)} taken off"
    return " ".join([word, *(f"+{tag}" for tag in added), *(f"-{tag}" for tag in removed)])


def _named(connection: sqlite3.Connection, key: int) -> tuple[str, str]:
    """Id and title of a row."""
    identifier, title = connection.execute("SELECT id, title FROM article WHERE key = ?", (key,)).fetchone()
    return identifier, title
