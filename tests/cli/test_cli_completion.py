"""`completion`: what a shell proposes, asked of real shells, as far as they are installed."""

import os
import pty
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from cli_case import Case

from reader.cli.commands import COMMANDS
from reader.cli.tree import Sort, shared, tree
from reader.query.terms import FIELDS, MARKS

PATIENCE = 20.0
"""Seconds after which a shell that says nothing has failed."""
ROOT = Path(__file__).resolve().parents[2]


def needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(not shutil.which(shell), reason=f"{shell} is not installed")


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


@pytest.fixture(scope="module")
def scripts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A directory with the scripts, and a folder and a file to be completed."""
    directory = tmp_path_factory.mktemp("scripts")
    for shell in ("bash", "zsh", "fish"):
        words = [sys.executable, "-m", "reader", "completion", shell]
        done = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=True)
        (directory / shell).write_text(done.stdout)
    (directory / "archive of news").mkdir()
    (directory / "0412.txt").write_text("x")
    return directory


def proposed(scripts: Path, *words: str) -> list[str]:
    """What the function for bash proposes for words as bash cuts them; the last one is under the cursor."""
    line = words[0]
    for before, word in pairwise(words):
        line += word if before in (":", "=") or word in (":", "=") else f" {word}"
    array = " ".join(f'"{word}"' for word in words)
    program = (
        f'source ./bash; COMP_WORDS=({array}); COMP_CWORD={len(words) - 1}; COMP_LINE="{line}"; COMP_POINT={len(line)};'
        "_broadsheet; printf '%s\\n' \"${COMPREPLY[@]}\""
    )
    done = subprocess.run(
        ["bash", "--norc", "--noprofile", "-c", program], cwd=scripts, capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return [word for word in done.stdout.split("\n") if word]


def typed(scripts: Path, shell: Sequence[str], line: str) -> str:
    """The line that stands there after it was typed into a shell and tab was pressed."""
    process, terminal = pty.fork()
    if not process:
        os.chdir(scripts)
        environment = {
            "PATH": os.environ["PATH"],
            "TERM": "dumb",
            "HOME": str(scripts),
            "LC_ALL": "C.UTF-8",
            "PS1": "READY ",
        }
        os.execvpe(shell[0], list(shell), environment)
    try:
        setup = "autoload -U compinit; compinit -u -D; PS1='READY '; source ./zsh" if "zsh" in shell[0] else ". ./bash"
        talk(terminal, f"{setup}; echo SET\\UP\n", "SETUP")
        return talk(terminal, f"{line}\t\x01echo TOLD:\n", "TOLD:")
    finally:
        os.close(terminal)
        os.waitpid(process, 0)


def talk(terminal: int, keys: str, sign: str) -> str:
    """Type; what the shell prints behind a sign at the beginning of a line."""
    os.write(terminal, keys.encode())
    printed = ""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if select.select([terminal], [], [], 0.1)[0]:
            printed += os.read(terminal, 65536).decode(errors="replace").replace("\r", "\n")
        _, found, after = printed.partition(f"\n{sign}")
        if found and "READY " in after:
            return after.split("\n")[0]
    raise AssertionError(printed)


BASH = ("bash", "--norc", "--noprofile", "-i")
ZSH = ("zsh", "-f", "-i")


@needs("bash")
def test_commands_and_folders_are_proposed_first(scripts: Path) -> None:
    assert proposed(scripts, "broadsheet", "") == [*(command.name for command in COMMANDS), "archive of news"]
    assert proposed(scripts, "broadsheet", "ti") == ["timeline"]
    assert proposed(scripts, "broadsheet", "--folder", "x", "ti") == ["timeline"]


@needs("bash")
def test_options_are_those_of_the_command_and_those_of_all(scripts: Path) -> None:
    for branch in tree():
        told = proposed(scripts, "broadsheet", branch.command.name, "--")
        options = (*branch.options, *shared())
        assert told == [name for taken in options for name in taken.names if name.startswith("--")]
    assert "--version" in proposed(scripts, "broadsheet", "--")


@needs("bash")
def test_values_of_options_are_proposed(scripts: Path) -> None:
    orders = ["newest", "oldest", "best", "title", "outlet"]
    assert proposed(scripts, "broadsheet", "list", "--sort", "") == orders
    assert proposed(scripts, "broadsheet", "list", "--sort", "=", "n") == ["newest"]
    assert proposed(scripts, "broadsheet", "list", "--folder", "arch") == ["archive of news"]
    assert proposed(scripts, "broadsheet", "tag", "--query", "is", ":", "unr") == ["unread"]
    assert proposed(scripts, "broadsheet", "list", "--limit", "") == []


@needs("bash")
def test_a_query_completes_its_fields_and_marks_also_those_left_out(scripts: Path) -> None:
    told = proposed(scripts, "broadsheet", "list", "")
    assert set(told) == {*(f"{field}:" for field in FIELDS if field != "is"), *(f"is:{mark}" for mark in MARKS), "OR"}
    assert proposed(scripts, "broadsheet", "search", "ferry", "is", ":", "fa") == ["favourite"]
    assert proposed(scripts, "broadsheet", "list", "-is", ":", "rea") == ["read"]
    assert proposed(scripts, "broadsheet", "list", "-outl") == ["-outlet:"]


@needs("bash")
def test_what_a_command_takes_is_proposed_by_its_place(scripts: Path) -> None:
    assert proposed(scripts, "broadsheet", "config", "") == ["path", "show", "check", "init"]
    assert proposed(scripts, "broadsheet", "show", "04") == ["0412.txt"]
    assert "date=" in proposed(scripts, "broadsheet", "correct", "0412.txt", "")
    assert proposed(scripts, "broadsheet", "correct", "0412.txt", "--undo", "da") == ["date"]
    assert proposed(scripts, "broadsheet", "serve", "a") == ["archive of news"]


@needs("bash")
@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("broadsheet list is:unr", "broadsheet list is:unread"),
        ("broadsheet favourite --que", "broadsheet favourite --query"),
        ("broadsheet list --sort=ne", "broadsheet list --sort=newest"),
        ("broadsheet list outl", "broadsheet list outlet:"),
        ("broadsheet arch", "broadsheet archive\\ of\\ news/"),
    ],
)
def test_a_real_bash_completes(scripts: Path, line: str, completed: str) -> None:
    assert typed(scripts, BASH, line).rstrip() == completed.replace("\\", "")


@needs("zsh")
@pytest.mark.parametrize(
    ("line", "completed"),
    [
        ("broadsheet timel", "broadsheet timeline"),
        ("broadsheet list is:unr", "broadsheet list is:unread"),
        ("broadsheet list --sort=ne", "broadsheet list --sort=newest"),
        ("broadsheet favourite --que", "broadsheet favourite --query"),
        ("broadsheet correct 0412.txt outl", "broadsheet correct 0412.txt outlet="),
        ("broadsheet --folder x show 04", "broadsheet --folder x show 0412.txt"),
        ("broadsheet list -outl", "broadsheet list -outlet:"),
    ],
)
def test_a_real_zsh_completes(scripts: Path, line: str, completed: str) -> None:
    assert typed(scripts, ZSH, line).rstrip() == completed


@needs("fish")
@pytest.mark.parametrize(
    ("line", "proposals"),
    [
        ("broadsheet timel", ["timeline"]),
        ("broadsheet --folder x timel", ["timeline"]),
        ("broadsheet list is:unr", ["is:unread"]),
        ("broadsheet list --sort n", ["newest"]),
        ("broadsheet correct 0412.txt outl", ["outlet="]),
        ("broadsheet correct --undo outl", ["outlet"]),
        ("broadsheet config ch", ["check"]),
        ("broadsheet show 04", ["0412.txt"]),
        ("broadsheet list timel", []),
    ],
)
def test_a_real_fish_completes(scripts: Path, line: str, proposals: list[str]) -> None:
    done = subprocess.run(
        ["fish", "--no-config", "-c", f"source ./fish; complete -C '{line}'"],
        cwd=scripts,
        env={**os.environ, "HOME": str(scripts)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stderr == ""
    assert [each.split("\t")[0] for each in done.stdout.splitlines()] == proposals


def test_everything_that_a_command_takes_is_of_a_known_sort() -> None:
    silent = {"NAME", "N", "HOST", "PORT", "OTHER", "VARIANT", "TEXT"}
    unknown = []
    for branch in tree():
        for taken in (*branch.options, *branch.others):
            takes = taken.value if taken.option else taken.names[0]
            if takes and taken.sort is Sort.NOTHING and takes not in silent:
                unknown.append((branch.command.name, takes))
    assert unknown == []


def test_a_shell_that_is_not_known_is_2(case: Case) -> None:
    assert case.bare("completion", "tcsh").code == 2
