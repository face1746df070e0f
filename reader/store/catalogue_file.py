"""The catalogue's file: opened, checked, and set aside where it cannot be used, for all of it is derived."""

import sqlite3
from pathlib import Path

from reader.errors import DamagedError, StoreError
from reader.store.catalogue_schema import FILE_NAME, SCHEMA
from reader.store.database import open_database, schema_version, translated


def opened(directory: Path) -> sqlite3.Connection:
    """The catalogue in `directory`, made when absent. Raises DamagedError or another StoreError."""
    path = directory / FILE_NAME
    with translated(path, StoreError):
        connection = open_database(path, SCHEMA, durable=False)
        if schema_version(connection) != len(SCHEMA):
            connection.close()
            raise DamagedError(f"{path} was made by another version of Broadsheet")
    return connection


def opened_or_begun_anew(directory: Path, *, thorough: bool = False) -> tuple[sqlite3.Connection, str]:
    """The catalogue, and what had to be mended: a damaged one is set aside.

    With `thorough` all of it is checked. Raises StoreError where it cannot be written.
    """
    with translated(directory, StoreError):
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        connection = opened(directory)
        try:
            check(connection, directory / FILE_NAME, thorough=thorough)
        except DamagedError:
            connection.close()
            raise
    except DamagedError as fault:
        set_aside(directory)
        return opened(directory), f"{fault}; it was set aside and is being built again"
    return connection, ""


def check(connection: sqlite3.Connection, path: Path, *, thorough: bool = False) -> None:
    """Read a little of every table, or walk every page (1 ms per MB). Raises DamagedError."""
    if thorough:
        with translated(path, StoreError):
            told = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if told != "ok":
            raise DamagedError(f"{path} is damaged ({told})")
    with translated(path, StoreError):
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            connection.execute(f"SELECT * FROM {table} LIMIT 1").fetchall()


def set_aside(directory: Path) -> None:
    """Move a catalogue that cannot be used out of the way, over the one that was moved before."""
    with translated(directory, StoreError):
        for path in directory.glob(f"{FILE_NAME}*"):
            path.replace(path.with_name(f"damaged.{path.name}"))
