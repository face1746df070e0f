"""Files that a person edits are noticed, when they are whole."""

import os
from pathlib import Path

import pytest

from reader.settings.edits import Edits


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "config.yaml"
    path.write_text("theme: sepia\n")
    return path


def test_what_stands_there_is_known(file: Path) -> None:
    edits = Edits([file])
    assert not edits.changed
    assert not edits.settled()


def test_an_edit_is_seen_at_once_and_settled_when_it_was_seen_before(file: Path) -> None:
    edits = Edits([file])
    file.write_text("theme: harbour\n")
    assert edits.changed
    assert [edits.settled() for _ in range(3)] == [False, True, True]
    edits.note()
    assert not edits.settled()
    assert not edits.changed


def test_a_file_that_is_still_written_is_not_settled(file: Path) -> None:
    edits = Edits([file])
    for text in ("th", "theme: har", "theme: harbour\n"):
        file.write_text(text)
        assert not edits.settled()
    assert edits.settled()


def test_an_edit_that_was_taken_back_is_none(file: Path) -> None:
    edits = Edits([file])
    about = file.stat()
    file.write_text("theme: harbour\n")
    assert not edits.settled()
    file.write_text("theme: sepia\n")
    os.utime(file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert [edits.settled() for _ in range(2)] == [False, False]


def test_a_file_that_comes_goes_or_is_put_in_place_of_another_is_an_edit(tmp_path: Path, file: Path) -> None:
    edits = Edits([tmp_path / "none.yaml", file])
    (tmp_path / "none.yaml").write_text("")
    assert edits.changed
    edits.note()
    other = tmp_path / "other"
    other.write_text("theme: harbour\n")
    other.replace(file)
    assert edits.changed
    edits.note()
    file.unlink()
    assert edits.changed


def test_the_files_in_a_directory_are_looked_at(tmp_path: Path) -> None:
    themes = tmp_path / "themes"
    edits = Edits([themes])
    themes.mkdir()
    edits.note()
    (themes / "mine.yaml").write_text("dark: true\n")
    assert edits.changed
    edits.note()
    (themes / "mine.yaml").write_text("dark: false\n")
    assert edits.changed
