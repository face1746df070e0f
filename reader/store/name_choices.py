"""The user's word on names: which spellings were split from others or joined to them. It is kept with the marks.

A choice says under which name a spelling stands in one folder. It is kept by the text of both, so that it outlives the
catalogue, and every spelling that a decision was about has one of its own: whatever is merged later leaves it alone.
Every function is part of a transaction on the state's connection.
"""

import sqlite3
from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reader.model.name import NameKind


def choose_names(
    connection: sqlite3.Connection, folder: str, kind: "NameKind", names: Mapping[str, str], now: str
) -> None:
    """Have each of these spellings stand under a name."""
    connection.executemany(
        "INSERT OR REPLACE INTO name_choice (folder, kind, spelling, name, changed) VALUES (?, ?, ?, ?, ?)",
        [(folder, kind.value, spelling, name, now) for spelling, name in names.items()],
    )


def rename_chosen(
    connection: sqlite3.Connection, folder: str, kind: "NameKind", former: str, name: str, now: str
) -> None:
    """Have what was chosen to stand under one name stand under another, also what no article holds at the moment."""
    connection.execute(
        "UPDATE name_choice SET name = ?, changed = ? WHERE folder = ? AND kind = ? AND name = ?",
        (name, now, folder, kind.value, former),
    )


def take_choices_along(connection: sqlite3.Connection, folder: str, former: str) -> None:
    """Take the choices made in a folder along to where it stands now; what was chosen there already stays so."""
    connection.execute(
        "INSERT OR IGNORE INTO name_choice (folder, kind, spelling, name, changed)"
        " SELECT ?, kind, spelling, name, changed FROM name_choice WHERE folder = ?",
        (folder, former),
    )
