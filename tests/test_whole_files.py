"""A file is written as a whole or not at all, and nothing is left beside it."""

import os
from pathlib import Path
from stat import S_IMODE

import pytest

from reader.whole_files import write_whole


def names(directory: Path) -> list[str]:
    return sorted(path.name for path in directory.iterdir())


def test_a_file_takes_the_place_of_what_stood_there(tmp_path: Path) -> None:
    path = tmp_path / "theme.json"
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert names(tmp_path) == ["theme.json"]


def test_what_has_the_old_file_open_goes_on_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "theme.json"
    write_whole(path, b"first")
    with path.open("rb") as file:
        write_whole(path, b"second")
        assert file.read() == b"first"


@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_who_is_interrupted_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: BaseException
) -> None:
    path = tmp_path / "theme.json"
    path.write_bytes(b"first")
    written = []

    def interrupted(beside: Path, target: Path) -> None:
        written.append((beside.read_bytes(), target))
        raise fault

    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", interrupted)
        with pytest.raises(type(fault)):
            write_whole(path, b"second")
    assert written == [(b"second", path)]
    assert path.read_bytes() == b"first"
    assert names(tmp_path) == ["theme.json"]


def test_what_cannot_be_replaced_is_said_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "theme.json"
    (path / "inside").mkdir(parents=True)
    with pytest.raises(OSError):
        write_whole(path, b"second")
    assert names(tmp_path) == ["theme.json"]
    assert names(path) == ["inside"]


def test_a_directory_that_is_not_there_is_said_and_not_made(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "theme.json", b"first")
    assert names(tmp_path) == []


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "theme.json", b"first")
    finally:
        os.umask(before)
    assert S_IMODE((tmp_path / "theme.json").stat().st_mode) == 0o640


@pytest.mark.parametrize("mode", [0o600, 0o664, 0o444])
def test_a_file_that_is_replaced_keeps_its_permissions(tmp_path: Path, mode: int) -> None:
    path = tmp_path / "theme.json"
    path.write_bytes(b"first")
    path.chmod(mode)
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert S_IMODE(path.stat().st_mode) == mode


def test_what_a_killed_process_left_beside_it_is_no_hindrance(tmp_path: Path) -> None:
    (tmp_path / f".theme.json.{os.getpid()}").write_bytes(b"half of what was to be wri")
    write_whole(tmp_path / "theme.json", b"first")
    assert names(tmp_path) == ["theme.json"]
    assert (tmp_path / "theme.json").read_bytes() == b"first"
