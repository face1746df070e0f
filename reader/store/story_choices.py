"""The user's word on stories: which articles belong to one story and which do not. It is kept with the marks."""

import sqlite3
from collections.abc import Iterable


def put(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]], *, together: bool, now: str) -> None:
    """Keep what is wanted of these pairs of rows of state, in place of what was wanted before."""
    connection.executemany(
        "INSERT OR REPLACE INTO story_choice VALUES (?, ?, ?, ?)",
        [(*sorted(pair), int(together), now) for pair in pairs if pair[0] != pair[1]],
    )


def take_back(connection: sqlite3.Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Forget what was wanted of these pairs."""
    connection.executemany(
        "DELETE FROM story_choice WHERE article = ? AND other = ?", [tuple(sorted(pair)) for pair in pairs]
    )


def held(connection: sqlite3.Connection, key: int) -> tuple[tuple[int, int, str], ...]:
    """The other row of each choice about a row, whether they belong together, and when that was chosen."""
    rows = connection.execute(
        "SELECT iif(article = ?1, other, article), together, changed FROM story_choice WHERE ?1 IN (article, other)",
        (key,),
    )
    return tuple(rows.fetchall())


def give(connection: sqlite3.Connection, key: int, choices: Iterable[tuple[int, int, str]]) -> None:
    """Add these choices to those that are about a row, which stay as they are."""
    connection.executemany(
        "INSERT OR IGNORE INTO story_choice VALUES (?, ?, ?, ?)",
        [(*sorted((key, other)), together, changed) for other, together, changed in choices if other != key],
    )


def forget(connection: sqlite3.Connection, key: int) -> None:
    """Forget every choice about a row."""
    connection.execute("DELETE FROM story_choice WHERE ? IN (article, other)", (key,))
