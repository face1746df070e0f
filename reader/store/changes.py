"""The log of changes: what the marks were before each, so that any number of them can be taken back, newest first.

It names marks by the rows that hold them, and follows them: where marks go to another row, so does what is known of
their past, and a row that is emptied for another article has none. A change and its entry are one transaction.
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
    """What the marks were."""


def record(connection: sqlite3.Connection, folder: str, told: str, before: Sequence[Before], now: str) -> None:
    """Note what marks were that were changed; nothing where none was."""
    if not before:
        return
    made = connection.execute("INSERT INTO change (folder, told, changed) VALUES (?, ?, ?)", (folder, told, now))
    number = int(made.lastrowid or 0)
    connection.executemany(
        "INSERT OR IGNORE INTO changed_mark VALUES (?, ?, ?, ?, ?)",
        [(number, of.key, of.mark, of.name, value) for of, value in before],
    )
    for table, column in (("change", "number"), ("changed_mark", "change")):
        connection.execute(f"DELETE FROM {table} WHERE {column} <= ?", (number - MOST_CHANGES,))


def last(connection: sqlite3.Connection, folder: str) -> Change | None:
    """The newest change in a folder that was not taken back."""
    found = connection.execute(
        "SELECT number, told FROM change WHERE folder = ? ORDER BY number DESC LIMIT 1", (folder,)
    ).fetchone()
    if found is None:
        return None
    rows = connection.execute("SELECT article, mark, name, before FROM changed_mark WHERE change = ?", (found[0],))
    number, told = found
    return Change(number, told, tuple((MarkName(key, Mark(mark), name), value) for key, mark, name, value in rows))


def forget(connection: sqlite3.Connection, number: int) -> None:
    """Forget a change: it was taken back."""
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
