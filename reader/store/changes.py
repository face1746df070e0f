"""The log of changes: what the marks were before each, so that any number of them can be taken back, newest first.

A change that was taken back stays until there is a new one, with what the marks were before that, to be done again.
The log names marks by the rows that hold them, and follows them: where marks go to another row, so does what is known
of their past, and a row that is emptied for another article has none. A change and its entry are one transaction.
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from reader.store.mark_values import Mark, MarkName

MOST_CHANGES = 5000
"""Changes that can be taken back; a person makes some hundreds a day."""

Before = tuple[MarkName, str | None]
"""A mark, and what it was."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change, as far as it can be taken back."""

    number: int
    """Its number: the newest one has the highest."""
    told: str
    """What it was, in a few words."""
    before: tuple[Before, ...]
    """What the marks were: before it, or where it was taken back, before that."""


def record(connection: sqlite3.Connection, folder: str, told: str, before: Sequence[Before], now: str) -> None:
    """Note what marks were that were changed, and forget what was taken back; nothing where none was changed."""
    if not before:
        return
    undone = "SELECT number FROM change WHERE folder = ? AND undone"
    connection.execute(f"DELETE FROM changed_mark WHERE change IN ({undone})", (folder,))
    connection.execute("DELETE FROM change WHERE folder = ? AND undone", (folder,))
    made = connection.execute("INSERT INTO change (folder, told, changed) VALUES (?, ?, ?)", (folder, told, now))
    number = int(made.lastrowid or 0)
    _note(connection, number, before)
    for table, column in (("change", "number"), ("changed_mark", "change")):
        connection.execute(f"DELETE FROM {table} WHERE {column} <= ?", (number - MOST_CHANGES,))


def last(connection: sqlite3.Connection, folder: str) -> Change | None:
    """The newest change in a folder that was not taken back."""
    newest = "SELECT number, told FROM change WHERE folder = ? AND undone = 0 ORDER BY number DESC LIMIT 1"
    return _change(connection, connection.execute(newest, (folder,)).fetchone())


def last_undone(connection: sqlite3.Connection, folder: str) -> Change | None:
    """The change in a folder that was taken back last: the oldest of them."""
    oldest = "SELECT number, told FROM change WHERE folder = ? AND undone = 1 ORDER BY number LIMIT 1"
    return _change(connection, connection.execute(oldest, (folder,)).fetchone())


def turn(connection: sqlite3.Connection, number: int, before: Sequence[Before], *, undone: bool) -> None:
    """Note that a change was taken back or done again, and what the marks were before that."""
    connection.execute("UPDATE change SET undone = ? WHERE number = ?", (int(undone), number))
    connection.execute("DELETE FROM changed_mark WHERE change = ?", (number,))
    _note(connection, number, before)


def forget(connection: sqlite3.Connection, number: int) -> None:
    """Forget a change: it makes no difference any more."""
    connection.execute("DELETE FROM change WHERE number = ?", (number,))
    connection.execute("DELETE FROM changed_mark WHERE change = ?", (number,))


def lift(connection: sqlite3.Connection, key: int) -> None:
    """Take the past of a row off it, until `settle` says where its marks have gone: rows may change places."""
    connection.execute("UPDATE OR REPLACE changed_mark SET article = ? WHERE article = ?", (-key, key))


def settle(connection: sqlite3.Connection, key: int, to: int) -> None:
    """Give the past of a row, taken off it before, to the row that has its marks now."""
    connection.execute("UPDATE OR REPLACE changed_mark SET article = ? WHERE article = ?", (to, -key))


def copy(connection: sqlite3.Connection, key: int, to: int) -> None:
    """Let a row that is given the same marks have the same past."""
    connection.execute(
        "INSERT OR IGNORE INTO changed_mark SELECT change, ?, mark, name, before FROM changed_mark WHERE article = ?",
        (to, key),
    )


def forget_row(connection: sqlite3.Connection, key: int) -> None:
    """Forget the past of a row that another article has from now on."""
    connection.execute("DELETE FROM changed_mark WHERE article = ?", (key,))


def take_along(connection: sqlite3.Connection, folder: str, former: str) -> None:
    """Take what was changed in a folder along to where it stands now."""
    connection.execute("UPDATE change SET folder = ? WHERE folder = ?", (folder, former))


def _note(connection: sqlite3.Connection, number: int, before: Sequence[Before]) -> None:
    """Note what marks were before something happened to a change."""
    connection.executemany(
        "INSERT OR IGNORE INTO changed_mark VALUES (?, ?, ?, ?, ?)",
        [(number, of.key, of.mark, of.name, value) for of, value in before],
    )


def _change(connection: sqlite3.Connection, found: tuple[int, str] | None) -> Change | None:
    """A change that was found, with its marks."""
    if found is None:
        return None
    number, told = found
    rows = connection.execute("SELECT article, mark, name, before FROM changed_mark WHERE change = ?", (number,))
    return Change(number, told, tuple((MarkName(key, Mark(mark), name), value) for key, mark, name, value in rows))
