"""What the reader remembers of itself: kept when told, for one folder or for all, and never in the way."""

import sqlite3
from pathlib import Path

import pytest
from builders import desk, write

from reader.errors import StateError
from reader.store.identity import Identity
from reader.store.state import State
from reader.store.state_schema import SCHEMA


def test_a_value_is_remembered_when_the_call_returns_and_the_next_takes_its_place(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    assert state.remembered("layout") == ""
    state.remember("layout", "one")
    state.remember("layout", "two")
    other = sqlite3.connect(f"{state.path.as_uri()}?mode=ro", uri=True)
    assert other.execute("SELECT * FROM remembered").fetchall() == [("layout", "two")]
    other.close()
    state.close()
    again = State.open(tmp_path)
    assert again.remembered("layout") == "two"
    again.close()


def test_marks_are_as_durable_after_something_was_remembered_as_before(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.remember("layout", "one")
    assert state._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    assert state._connection.execute("PRAGMA busy_timeout").fetchone() == (10_000,)
    state.close()


def test_nobody_waits_for_something_to_be_remembered(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.remember("layout", "one")
    other = sqlite3.connect(state.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StateError):
        state.remember("layout", "two")
    other.execute("ROLLBACK")
    other.close()
    assert state.remembered("layout") == "one"
    state.remember("layout", "three")
    assert state.remembered("layout") == "three"
    state.close()


def test_a_state_that_may_only_be_read_remembers_nothing_and_says_so(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("in the way of the directory")
    state = State.open(tmp_path / "data")
    with pytest.raises(StateError):
        state.remember("layout", "one")
    assert state.remembered("layout") == ""
    state.close()


def test_a_state_of_before_gets_room_for_it_and_keeps_its_marks(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "state.sqlite3")
    for script in SCHEMA[:3]:
        connection.executescript(script)
    connection.executescript(
        "INSERT INTO article (folder, id, hash, title, favourite, changed) VALUES ('/f', 'a.txt', 'h', 't', 1, '');"
        "PRAGMA user_version = 3;"
    )
    connection.close()
    state = State.open(tmp_path)
    state.remember("layout", "one")
    assert state.remembered("layout") == "one"
    state.set_read("/f", [Identity("a.txt", "h", "t")], True)
    assert state._connection.execute("SELECT read, favourite FROM article").fetchall() == [(1, 1)]
    state.close()


def test_what_is_remembered_of_a_folder_is_of_that_folder_alone(tmp_path: Path) -> None:
    here, there = desk(tmp_path / "here"), desk(tmp_path / "there")
    there = type(there)(type(there.places)(there.folder, there.cache, here.places.data, there.places.log))
    first, second = here.open(), there.open()
    first.remember("place", "a.txt", here=True)
    first.remember("layout", "wide")
    assert (second.remembered("place", here=True), second.remembered("layout")) == ("", "wide")
    second.remember("place", "b.txt", here=True)
    assert first.remembered("place", here=True) == "a.txt"
    first.close()
    second.close()


def test_what_is_remembered_of_a_folder_goes_along_when_that_is_moved(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "a.txt")
    library = made.refreshed()
    library.set_read([library.number("a.txt")], True)
    library.remember("place", "a.txt", here=True)
    library.close()
    moved = type(made.places)(tmp_path / "moved", tmp_path / "cache 2", made.places.data, made.places.log)
    made.folder.rename(moved.folder)
    library = type(made)(moved).refreshed()
    assert library.remembered("place", here=True) == "a.txt"
    library.close()
