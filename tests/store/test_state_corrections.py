"""Corrections in state: kept with the marks, told to a refresh, none where there is no room for them."""

import sqlite3
from pathlib import Path

import pytest

from reader.errors import StateError
from reader.store.corrections import written
from reader.store.identity import Identity, Move
from reader.store.recorded import corrections
from reader.store.state import State

ALDER = Identity("a.txt", "1" * 32, "Alder")
FOLDER = "/articles"


def test_corrections_are_told_by_id_and_text(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.correct(FOLDER, ALDER, "title", "Ash")
    state.correct(FOLDER, ALDER, "date", "")
    state.correct("/elsewhere", ALDER, "title", "Oak")
    told = corrections(tmp_path, FOLDER)
    assert told.ids == ("a.txt",)
    assert told.of("a.txt", ALDER.content_hash) == {"date": "", "title": "Ash"}
    assert told.of("a.txt", "2" * 32) == {"date": "", "title": "Ash"}  # it was edited
    assert told.of("b.txt", ALDER.content_hash) == {}


def test_a_correction_is_changed_and_taken_back(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.correct(FOLDER, ALDER, "title", "Ash")
    state.correct(FOLDER, ALDER, "title", "Oak")
    assert corrections(tmp_path, FOLDER).of("a.txt", "") == {"title": "Oak"}
    state.take_back(FOLDER, ALDER, "title")
    assert corrections(tmp_path, FOLDER).ids == ()


def test_a_text_that_moved_on_leaves_no_correction_for_another_in_its_place(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.correct(FOLDER, ALDER, "title", "Ash")
    state.follow(FOLDER, [Move(1, Identity("z.txt", ALDER.content_hash, "Alder"), renamed=True)])
    told = corrections(tmp_path, FOLDER)
    assert told.of("z.txt", ALDER.content_hash) == {"title": "Ash"}
    assert told.of("a.txt", "2" * 32) == {}
    assert told.of("a.txt", ALDER.content_hash) == {"title": "Ash"}


def test_what_an_article_was_corrected_to_stays_where_marks_of_another_join_it(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.correct(FOLDER, ALDER, "title", "Ash")
    state.correct(FOLDER, ALDER, "place", "Varnholt")
    there = Identity("z.txt", ALDER.content_hash, "Alder")
    state.correct(FOLDER, there, "title", "Oak")
    state.follow(FOLDER, [Move(1, there, renamed=True)])
    assert corrections(tmp_path, FOLDER).of("z.txt", "") == {"place": "Varnholt", "title": "Oak"}


def test_an_edited_text_is_remembered_with_its_corrections(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.correct(FOLDER, ALDER, "title", "Ash")
    state.set_read(FOLDER, [Identity("a.txt", "2" * 32, "Alder")], True)  # another text, and it is not known whose
    told = corrections(tmp_path, FOLDER)
    assert told.of("a.txt", "2" * 32) == {"title": "Ash"}
    assert told.of(f"a.txt\n{ALDER.content_hash}", ALDER.content_hash) == {"title": "Ash"}


def test_there_are_none_without_a_state_or_in_one_of_before(tmp_path: Path) -> None:
    assert corrections(tmp_path, FOLDER).ids == ()
    State.open(tmp_path).close()
    connection = sqlite3.connect(tmp_path / "state.sqlite3")
    connection.execute("DROP TABLE correction")
    connection.close()
    assert corrections(tmp_path, FOLDER).ids == ()


def test_a_damaged_state_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite3").write_bytes(b"no database" * 1000)
    with pytest.raises(StateError, match="damaged"):
        corrections(tmp_path, FOLDER)


def test_equal_corrections_are_written_alike() -> None:
    assert written({"title": "Ash", "date": ""}) == written({"date": "", "title": "Ash"})
    assert written({}) == ""
    assert written({"title": ""}) != ""
