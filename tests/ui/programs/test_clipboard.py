"""Which way to the clipboard is taken, with programs that only seem to be there."""

import os
from pathlib import Path

import pytest

from reader.clipboard import TERMINAL, copied, ways

HERE = {"DISPLAY": ":0"}


def program(directory: Path, name: str, script: str = 'cat > "$0.got"') -> Path:
    directory.mkdir(exist_ok=True)
    path = directory / name
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    return path


@pytest.fixture
def bin_directory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    directory = tmp_path / "bin"
    directory.mkdir()
    monkeypatch.setenv("PATH", f"{directory}:{os.environ['PATH']}")
    return directory


def told(environment: dict[str, str], *there: str) -> list[str]:
    return [way.told for way in ways(environment, lambda name: name if name in there else None)]


@pytest.mark.parametrize(
    ("environment", "there", "expected"),
    [
        ({}, (), []),
        ({}, ("wl-copy", "xclip", "tmux"), []),
        ({"WAYLAND_DISPLAY": "wayland-0", **HERE}, ("wl-copy", "xclip"), ["with wl-copy", "with xclip"]),
        (HERE, ("xsel", "wl-copy"), ["with xsel"]),
        ({}, ("pbcopy",), ["with pbcopy"]),
        ({"TMUX": "/tmp/x", **HERE}, ("tmux", "xclip"), ["with xclip", "with tmux"]),
        ({"SSH_CONNECTION": "a b", **HERE}, ("xclip", "pbcopy"), []),
        ({"SSH_TTY": "/dev/pts/1", "TMUX": "/tmp/x", **HERE}, ("xclip", "tmux"), ["with tmux"]),
    ],
)
def test_a_program_of_the_display_comes_first_and_over_ssh_none(
    environment: dict[str, str], there: tuple[str, ...], expected: list[str]
) -> None:
    assert told(environment, *there) == [*expected, TERMINAL.told]


def test_a_program_gets_the_text_as_it_is(bin_directory: Path) -> None:
    xclip = program(bin_directory, "xclip")
    way = copied("“Ja”, sagte sie; $(rm -rf x)\n", ways(HERE))
    assert way.told == "with xclip"
    assert xclip.with_name("xclip.got").read_text() == "“Ja”, sagte sie; $(rm -rf x)\n"


def test_one_that_stays_in_the_background_is_not_waited_for(bin_directory: Path) -> None:
    program(bin_directory, "xclip", "cat > /dev/null; sleep 60 &")
    assert copied("x", ways(HERE)).told == "with xclip"


def test_where_a_program_fails_or_hangs_the_next_way_is_taken(
    bin_directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.clipboard.SECONDS", 0.2)
    program(bin_directory, "wl-copy", "exec sleep 60")
    program(bin_directory, "xclip", "exit 1")
    there = {"WAYLAND_DISPLAY": "wayland-0", **HERE}
    found = [way for way in ways(there) if way.command[:1] != ("xsel",)]
    assert copied("x", found) is TERMINAL
