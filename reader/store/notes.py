"""The notes among the marks: what the user wrote about an article, and which passages of it were highlighted."""

import json
import sqlite3
from collections.abc import Iterable

Written = tuple[str, str]
"""A note, and when it was written."""
Marked = tuple[int, str, str, str, str, int]
"""A highlight: its digest, its words, the note about it, when that was done, and where its words are a part of one,
the passage and the place in that."""
BETWEEN = " · "
"""Between two notes that have come together."""


def digest(text: str, within: str = "", place: int = 0) -> int:
    """A signed 64-bit number for a passage, or words within one, equal for texts that differ in blanks alone."""
    from hashlib import blake2b  # 2 ms that a start can do without

    parts = (text, within, str(place)) if within else (text,)
    data = "\0".join(" ".join(part.split()) for part in parts).encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True)


def note(connection: sqlite3.Connection, key: int) -> str | None:
    """The note of a row of state."""
    found = connection.execute("SELECT text FROM note WHERE article = ?", (key,)).fetchone()
    return found[0] if found else None


def put_note(connection: sqlite3.Connection, key: int, text: str | None, now: str) -> None:
    """Keep a note about an article, in place of the one before; None for no note."""
    if text is None:
        connection.execute("DELETE FROM note WHERE article = ?", (key,))
    else:
        connection.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?)", (key, text, now))


def highlight(connection: sqlite3.Connection, key: int, passage: int) -> str | None:
    """A highlight as one text, as `as_text` has it; None for no such."""
    found = connection.execute(
        "SELECT words, note, within, place FROM highlight WHERE article = ? AND digest = ?", (key, passage)
    ).fetchone()
    return as_text(*found) if found else None


def put_highlight(connection: sqlite3.Connection, key: int, passage: int, text: str | None, now: str) -> None:
    """Keep a passage as highlighted, as `as_text` has it; None for one that is so no more."""
    if text is None:
        connection.execute("DELETE FROM highlight WHERE article = ? AND digest = ?", (key, passage))
        return
    words, about, *part = json.loads(text)
    within, place = part or ("", 0)
    connection.execute(
        "INSERT INTO highlight VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET words = excluded.words,"
        " note = excluded.note",
        (key, passage, words, about, now, within, place),
    )


def as_text(words: str, about: str, within: str = "", place: int = 0) -> str:
    """A highlight as one text: its words, the note about it, and of a part of a passage, that and the place in it."""
    return json.dumps([words, about, within, place] if within else [words, about], ensure_ascii=False)


def held_notes(connection: sqlite3.Connection, key: int) -> tuple[Written, ...]:
    """The note of a row of state: one or none."""
    return tuple(connection.execute("SELECT text, changed FROM note WHERE article = ?", (key,)).fetchall())


def held_highlights(connection: sqlite3.Connection, key: int) -> tuple[Marked, ...]:
    """The highlights of a row of state; a file that is open for reading alone may be too old to know parts."""
    rows = connection.execute("SELECT * FROM highlight WHERE article = ? ORDER BY rowid", (key,))
    return tuple((*row[1:5], *(row[5:] or ("", 0))) for row in rows)


def give(connection: sqlite3.Connection, key: int, notes: Iterable[Written], highlights: Iterable[Marked]) -> None:
    """Add notes and highlights to those that a row may have; no word of either is lost."""
    for text, written in notes:
        own = note(connection, key)
        if own is None:
            put_note(connection, key, text, written)
        elif text not in own:
            put_note(connection, key, f"{own}{BETWEEN}{text}", written)
    connection.executemany(
        "INSERT INTO highlight VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET note = excluded.note"
        " WHERE note = ''",
        [(key, *passage) for passage in highlights],
    )


def forget(connection: sqlite3.Connection, key: int) -> None:
    """Forget everything that was written about an article, and its highlights."""
    connection.execute("DELETE FROM note WHERE article = ?", (key,))
    connection.execute("DELETE FROM highlight WHERE article = ?", (key,))
