"""The marks: written at once, and never touched by what happens to anything else."""

import sqlite3
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest
from unprivileged import as_nobody, shared_directory

from reader.errors import StateError
from reader.store.identity import Identity
from reader.store.state import State

HOME = "/home/articles"
BRIDGE = Identity("bridge.txt", "hash of bridge", "Bridge")


def marks(path: Path) -> list[tuple[object, ...]]:
    """What another program reads in the file."""
    connection = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
    rows = connection.execute("SELECT id, read, favourite FROM article ORDER BY id").fetchall()
    tags = connection.execute("SELECT a.id, t.tag FROM tag t JOIN article a ON a.key = t.article ORDER BY 1, 2")
    rows += tags.fetchall()
    connection.close()
    return rows


def test_a_mark_is_on_disk_when_the_call_returns(tmp_path: Path) -> None:
    state = State.open(tmp_path / "data")
    state.set_read(HOME, [BRIDGE], True)
    assert marks(state.path) == [("bridge.txt", 1, 0)]
    state.set_favourite(HOME, [BRIDGE], True)
    assert marks(state.path) == [("bridge.txt", 1, 1)]
    state.change_tags(HOME, [BRIDGE], ["b", "a"], [])
    assert marks(state.path) == [("bridge.txt", 1, 1), ("bridge.txt", "a"), ("bridge.txt", "b")]
    state.change_tags(HOME, [BRIDGE], ["c"], ["a", "B"])
    state.set_read(HOME, [BRIDGE], False)
    assert marks(state.path) == [("bridge.txt", 0, 1), ("bridge.txt", "c")]
    state.close()


def test_marks_are_durable_to_the_disk(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    assert state._connection.execute("PRAGMA synchronous").fetchone() == (2,)
    state.close()


def test_nobody_else_may_read_the_directory_of_the_marks(tmp_path: Path) -> None:
    State.open(tmp_path / "data").close()
    assert (tmp_path / "data").stat().st_mode & 0o777 == 0o700


def test_marks_set_by_a_process_that_is_killed_are_kept(tmp_path: Path) -> None:
    work = (
        "import os, sys; from pathlib import Path; from reader.store.identity import Identity;"
        "from reader.store.state import State;"
        f"State.open(Path(sys.argv[1])).set_read({HOME!r}, [Identity('a.txt', 'h', 't')], True);"
        "os.kill(os.getpid(), 9)"
    )
    root = Path(__file__).parent.parent.parent
    subprocess.run([sys.executable, "-c", work, str(tmp_path)], cwd=root, check=False)
    state = State.open(tmp_path)
    state.close()
    assert marks(state.path) == [("a.txt", 1, 0)]


def test_either_all_articles_are_marked_or_none(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    broken = Identity("broken.txt", None, "")  # type: ignore[arg-type]  # what the table refuses
    with pytest.raises(StateError):
        state.set_favourite(HOME, [BRIDGE, broken], True)
    assert marks(state.path) == []
    state.set_favourite(HOME, [BRIDGE], True)
    assert marks(state.path) == [("bridge.txt", 0, 1)]
    state.close()


def test_tags_that_differ_in_case_are_one(tmp_path: Path) -> None:
    state = State.open(tmp_path)
    state.change_tags(HOME, [BRIDGE], ["Harbour", "harbour"], [])
    assert marks(state.path)[1:] == [("bridge.txt", "Harbour")]
    state.close()


def test_a_data_directory_that_is_a_file_leaves_marks_that_cannot_be_set(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a directory")
    state = State.open(tmp_path / "data")
    assert "marks cannot be saved" in state.complaint
    assert "--data-dir or BROADSHEET_DATA_DIR names another directory" in state.complaint
    assert not state.usable
    with pytest.raises(StateError, match="marks cannot be saved"):
        state.set_read(HOME, [BRIDGE], True)
    state.close()
    assert (tmp_path / "data").read_text() == "not a directory"


@pytest.mark.parametrize("content", [b"no database, but quite long enough to be one" * 50, b"\xff" * 5000])
def test_damaged_marks_are_not_touched(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "state.sqlite3").write_bytes(content)
    state = State.open(tmp_path)
    assert "damaged" in state.complaint
    assert "not touched" in state.complaint
    assert not state.usable
    with pytest.raises(StateError, match="damaged"):
        state.set_favourite(HOME, [BRIDGE], True)
    state.close()
    assert (tmp_path / "state.sqlite3").read_bytes() == content


@pytest.mark.parametrize("killed", [False, True])
def test_marks_that_may_not_be_written_are_still_read(killed: bool) -> None:
    with shared_directory() as root:
        data = root / "data"
        state = State.open(data)
        state.set_favourite(HOME, [BRIDGE], True)
        if killed:  # its journal is left behind, with the mark in it
            for path in data.iterdir():
                (root / path.name).write_bytes(path.read_bytes())
            state.close()
            for path in data.iterdir():
                path.unlink()
            for path in root.glob("state*"):
                path.rename(data / path.name)
        else:
            state.close()
        for path in data.iterdir():
            path.chmod(0o444)
        data.chmod(0o555)

        def look() -> tuple[str, bool, list[tuple[object, ...]]]:
            found = State.open(data)
            rows = found._connection.execute("SELECT id, read, favourite FROM article").fetchall()
            try:
                found.set_read(HOME, [BRIDGE], True)
            except StateError:
                return found.complaint, found.usable, rows
            return "it was written", False, []

        complaint, usable, rows = as_nobody(look)
        data.chmod(0o755)
    assert "marks cannot be saved" in complaint
    assert usable
    assert rows == [("bridge.txt", 0, 1)]


def test_a_disk_that_is_full_to_the_last_page_is_called_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    State.open(tmp_path).close()

    def fail(*_: object, **__: object) -> sqlite3.Connection:
        fault = sqlite3.OperationalError("disk I/O error")
        fault.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
        raise fault

    monkeypatch.setattr("reader.store.state.open_database", fail)
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=0))
    state = State.open(tmp_path)
    assert "is full; make room" in state.complaint
    assert state.usable
    state.close()
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=10**9))
    state = State.open(tmp_path)
    assert "disk I/O error" in state.complaint
    state.close()


def test_an_empty_file_in_place_of_the_marks_is_begun(tmp_path: Path) -> None:
    (tmp_path / "state.sqlite3").touch()
    state = State.open(tmp_path)
    state.set_read(HOME, [BRIDGE], True)
    assert state.complaint == ""
    state.close()


def test_two_processes_may_mark_at_once(tmp_path: Path) -> None:
    first, second = State.open(tmp_path), State.open(tmp_path)
    first.set_read(HOME, [BRIDGE], True)
    second.set_favourite(HOME, [BRIDGE], True)
    assert marks(first.path) == [("bridge.txt", 1, 1)]
    first.close()
    second.close()


def test_opening_the_marks_changes_nothing(tmp_path: Path) -> None:
    State.open(tmp_path).close()
    before = (tmp_path / "state.sqlite3").read_bytes()
    State.open(tmp_path).close()
    assert (tmp_path / "state.sqlite3").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["state.sqlite3"]
