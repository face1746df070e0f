"""The saved searches: queries that have a name, kept with the marks of their folder."""

import sqlite3


def query(connection: sqlite3.Connection, folder: str, name: str) -> str | None:
    """The query of this name, however it is spelt in capitals."""
    found = connection.execute(
        "SELECT query FROM saved_search WHERE folder = ? AND name = ?", (folder, name)
    ).fetchone()
    return found[0] if found else None


def put(connection: sqlite3.Connection, folder: str, name: str, text: str | None, now: str) -> None:
    """Keep a query under a name, in place of the one before; None for none."""
    connection.execute("DELETE FROM saved_search WHERE folder = ? AND name = ?", (folder, name))
    if text is not None:
        connection.execute("INSERT INTO saved_search VALUES (?, ?, ?, ?)", (folder, name, text, now))


def take_along(connection: sqlite3.Connection, folder: str, former: str) -> None:
    """Take what was saved for a folder along to where it stands now; what was saved there already stays so."""
    connection.execute(
        "INSERT OR IGNORE INTO saved_search SELECT ?, name, query, changed FROM saved_search WHERE folder = ?",
        (folder, former),
    )
