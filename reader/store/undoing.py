"""Taking changes of marks back and doing them again, and what is said of them."""

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.store import changes
from reader.store.identity import former_id
from reader.store.mark_values import NO_ARTICLE, Mark, Marker

if TYPE_CHECKING:
    from reader.model.marking import PastChange


def undo(connection: sqlite3.Connection, folder: str, now: str) -> "PastChange | None":
    """Take back the newest change that still makes a difference, inside a transaction; None where there is none."""
    marker = Marker(connection, folder, now)
    while change := changes.last(connection, folder):
        if turned := _turn(marker, change, undone=True):
            return turned
    return None


def redo(connection: sqlite3.Connection, folder: str, now: str) -> "PastChange | None":
    """Do again what was taken back last, as far as it makes a difference; None where there is nothing."""
    marker = Marker(connection, folder, now)
    while change := changes.last_undone(connection, folder):
        if turned := _turn(marker, change, undone=False):
            return turned
    return None


def _turn(marker: Marker, change: changes.Change, *, undone: bool) -> "PastChange | None":
    """Put the marks of a change to the other side of it; None where they are there already."""
    before = marker.changed(change.before)
    if not before:
        changes.forget(marker.connection, change.number)
        return None
    changes.turn(marker.connection, change.number, before, undone=undone)
    keys = dict.fromkeys(of.key for of, _ in before if of.key != NO_ARTICLE)
    named = [_named(marker.connection, key) for key in keys]
    ids = dict.fromkeys(former_id(identifier) for identifier, _ in named)
    title = named[0][1] if named else ""
    from reader.model.marking import PastChange  # not for the first screen

    return PastChange(change.told, tuple(ids), title, any(of.mark is Mark.CORRECTION for of, _ in before))


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
