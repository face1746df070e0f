"""Open a SQLite file, bring its schema up to date, and say its errors in words."""

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from reader.errors import BroadsheetError, BusyError, DamagedError

BUSY_SECONDS = 10.0
"""How long a writer waits for another one; each of our transactions is far shorter."""
PAGE_BYTES = 4096
"""The least that SQLite adds to a file."""

_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


def open_database(path: Path, migrations: Sequence[str], *, durable: bool) -> sqlite3.Connection:
    """A connection for writing, created and migrated as needed.

    `migrations[n]` is the script that leads from schema version n to n + 1. With `durable` every commit
    reaches the disk before it returns; without, a power cut (not a kill) may undo the last commits.
    Raises sqlite3.Error: call it inside `translated`.
    """
    connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
    try:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA synchronous = {'FULL' if durable else 'NORMAL'}")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, migrations)
    except BaseException:
        connection.close()
        raise
    return connection


def open_for_reading(path: Path, *, immutable: bool = False) -> sqlite3.Connection:
    """A connection that cannot write, usable in whichever one thread holds it at a time.

    `immutable` is for a file in a directory that may not be written, where SQLite could not make its shared memory;
    where a journal was left behind, that is there already, and the journal holds what must not be missed.
    """
    immutable = immutable and not has_journal(path)
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{'immutable=1' if immutable else 'mode=ro'}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
    )
    connection.execute("PRAGMA query_only = ON")
    return connection


def has_journal(path: Path) -> bool:
    """Whether commits lie beside the file, in its write-ahead journal."""
    journal = path.with_name(f"{path.name}-wal")
    return journal.is_file() and journal.stat().st_size > 0


def schema_version(connection: sqlite3.Connection) -> int:
    """The version that the file was last migrated to, 0 for a new file."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it, or nothing."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


@contextmanager
def translated(path: Path, error: type[BroadsheetError]) -> Iterator[None]:
    """Turn what SQLite and the file system raise into an error that tells the person what to do."""
    try:
        with sqlite_translated(path, error):
            yield
    except OSError as fault:
        raise error(f"{path}: {fault.strerror or fault}") from fault


@contextmanager
def sqlite_translated(path: Path, error: type[BroadsheetError]) -> Iterator[None]:
    """Turn what SQLite raises into an error that tells the person what to do."""
    try:
        yield
    except sqlite3.Error as fault:
        raise _in_words(path, fault, error) from fault


def _in_words(path: Path, fault: sqlite3.Error, error: type[BroadsheetError]) -> BroadsheetError:
    code = getattr(fault, "sqlite_errorcode", 0) & 0xFF
    if code in _DAMAGED:
        return DamagedError(f"{path} is damaged ({fault})")
    if code == sqlite3.SQLITE_FULL or (code == sqlite3.SQLITE_IOERR and _disk_is_full(path)):
        return error(f"the disk that holds {path} is full; make room and try again")
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM):
        return error(f"{path} may not be written; change its permissions or choose another directory")
    if code == sqlite3.SQLITE_CANTOPEN:
        return error(f"{path} cannot be opened; is its directory there, and may it be written?")
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        busy = BusyError if issubclass(BusyError, error) else error
        return busy(f"{path} is being written by another program; try again in a moment")
    return error(f"{path}: {fault}")


def _disk_is_full(path: Path) -> bool:
    """Whether no page more fits beside the file: where its shared memory does not, SQLite speaks of an I/O error."""
    try:
        return shutil.disk_usage(path.parent).free < PAGE_BYTES
    except OSError:
        return False


def _migrate(connection: sqlite3.Connection, migrations: Sequence[str]) -> None:
    if schema_version(connection) >= len(migrations):
        return
    with transaction(connection):
        # Asked again under the lock: another process may have migrated meanwhile.
        for number in range(schema_version(connection), len(migrations)):
            for statement in migrations[number].split(";\n"):
                if statement.strip():
                    connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {len(migrations)}")
