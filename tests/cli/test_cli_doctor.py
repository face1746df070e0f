"""`doctor`: it tells what is wrong and what to do, whatever is damaged, and changes nothing."""

import fcntl
import gc
import os
import pty
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from builders import desk, write
from cli_case import Case
from unprivileged import as_nobody, shared_directory

from reader import health
from reader.cli.doctor import guarded
from reader.cli.surroundings import (
    UNWIDENED,
    WIDENED,
    clipboard_diagnosis,
    colours_diagnosis,
    fits,
    package_diagnoses,
    terminal_diagnosis,
    widths_diagnosis,
)
from reader.diagnosis import Diagnosis, Level

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
"""Whoosh leaves files open where it fails in the middle of opening them."""

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Have what a damaged index left open be collected while its warning is expected."""
    yield
    gc.collect()


@pytest.fixture
def used(case: Case) -> Case:
    """A case whose folder was read and marked."""
    assert case.run("tag", "budget.txt", "+money").code == 0
    return case


def cache(case: Case) -> Path:
    return next((case.root / "cache").iterdir())


def found(case: Case, *words: str) -> dict[str, Any]:
    """What doctor says, by subject."""
    outcome = case.run("doctor", "--json", *words)
    told = outcome.json
    assert "Traceback" not in outcome.complaints
    assert outcome.code == (1 if told["faults"] else 0)
    return {check["subject"]: check for check in told["checks"]}


@contextmanager
def unchanged(*directories: Path) -> Iterator[None]:
    def held() -> dict[Path, tuple[int, bytes]]:
        found = (path for directory in directories for path in directory.rglob("*") if path.is_file())
        files = [path for path in found if not path.name.endswith("-shm")]  # no file, but memory that readers share
        return {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in files}

    before = held()
    yield
    assert held() == before


def test_all_is_told_of_a_folder_that_is_well(used: Case) -> None:
    with unchanged(used.root):
        checks = found(used)
    assert all(checks[name]["level"] == "ok" for name in ("python", "sqlite", "packages", "whoosh", "encoding"))
    assert checks["folder"]["message"].endswith("news: 3 files to read")
    assert "nobody is at work on it" in checks["cache"]["message"]
    assert checks["catalogue"]["message"] == "whole; 3 articles in 3 files"
    assert checks["index"]["message"] == "whole; 3 articles, as in the catalogue"
    assert checks["state"]["message"] == "whole; can be written; 0 read, 0 favourites, 1 tagged, in 1 folder"
    assert str(used.data / "state.sqlite3") in checks["backup"]["message"]
    assert list(checks["folder"]) == ["subject", "level", "message", "advice"]


def test_what_is_not_there_yet_is_no_fault_and_is_not_made(case: Case) -> None:
    with unchanged(case.root):
        checks = found(case)
    assert "not there yet" in checks["cache"]["message"]
    assert "not there yet" in checks["state"]["message"]
    assert [checks[name]["level"] for name in ("cache", "state")] == ["ok", "ok"]
    assert not case.data.exists()


def test_every_line_has_its_level_as_a_word_and_fits_the_width(case: Case) -> None:
    lines = case.run("doctor").text.splitlines()
    assert any(re.match(r"folder      ok       /", line) for line in lines)
    assert any(re.match(r"terminal    warning  ", line) for line in lines)
    assert any(line.startswith(" " * 21 + "→ run `broadsheet doctor` by itself") for line in lines)
    assert re.fullmatch(r"\d+ warnings?", lines[-1])


def overwritten(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[len(data) // 3 :] = b"\x2a" * (len(data) - len(data) // 3)
    path.write_bytes(data)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def replaced(path: Path) -> None:
    path.unlink()
    path.mkdir()


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:5000])


@pytest.mark.parametrize("damage", [overwritten, replaced, cut_short, emptied])
def test_a_damaged_catalogue_is_a_fault_and_is_left_as_it_is(used: Case, damage: Callable[[Path], object]) -> None:
    damage(cache(used) / "catalogue.sqlite3")
    with unchanged(used.root):
        told = found(used)["catalogue"]
    assert told["level"] == "fault"
    assert "built again" in told["advice"]
    assert used.run("list").code == 0 or damage is replaced


@pytest.mark.parametrize("damage", [overwritten, replaced, cut_short])
def test_a_damaged_state_is_a_fault_and_is_left_as_it_is(used: Case, damage: Callable[[Path], object]) -> None:
    damage(used.data / "state.sqlite3")
    with unchanged(used.root):
        told = found(used)["state"]
    assert told["level"] == "fault"
    assert told["advice"]


def test_marks_that_are_still_in_the_journal_are_counted_and_stay_there(used: Case) -> None:
    path = used.data / "state.sqlite3"
    writer = sqlite3.connect(path)
    writer.execute("UPDATE article SET favourite = 1")
    writer.commit()
    journal = path.with_name("state.sqlite3-wal")
    before = journal.read_bytes()
    assert "1 favourites" in found(used)["state"]["message"]
    assert journal.read_bytes() == before
    writer.close()


@pytest.mark.parametrize("pattern", ["*.toc", "MAIN_*", "*"])
def test_a_damaged_index_is_told(used: Case, pattern: str) -> None:
    for path in (cache(used) / "index").glob(pattern):
        path.write_bytes(b"\x00\x01" * 200)
    with unchanged(used.root):
        told = found(used)["index"]
    assert told["level"] != "ok"
    assert "broadsheet index" in told["advice"]


def test_an_index_that_is_gone_or_holds_other_articles_is_a_fault(used: Case) -> None:
    with sqlite3.connect(cache(used) / "catalogue.sqlite3") as catalogue:
        catalogue.execute("UPDATE article SET indexed = 0 WHERE id = 'budget.txt'")
    catalogue.close()
    told = found(used)["index"]
    assert (told["level"], "0 articles are missing, 1 are too many" in told["message"]) == ("fault", True)
    shutil.rmtree(cache(used) / "index")
    assert "missing, so nothing can be found" in found(used)["index"]["message"]


def test_who_is_at_work_on_the_cache_is_named(used: Case) -> None:
    with (cache(used) / "lock").open() as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        told = found(used)["cache"]["message"]
    assert f"process {os.getpid()} is at work on it" in told or "another process is at work on it" in told


def test_faults_of_settings_and_themes_are_told_as_config_check_tells_them(case: Case) -> None:
    themes = case.config.parent / "themes"
    themes.mkdir(parents=True)
    case.config.write_text("theem: x\n")
    (themes / "mine.yaml").write_text("dark: perhaps\n")
    checks = found(case)
    assert "theem: no such setting; did you mean theme?" in checks["settings"]["message"]
    assert "mine.yaml:1: colours: is missing" in checks["themes"]["message"]


@pytest.mark.parametrize("content", [b"theme: [\n", b"\xff\xfe\x00\x00", b"a: &a [*a]\n", b"\x00" * 100])
def test_settings_that_cannot_be_read_are_a_fault(case: Case, content: bytes) -> None:
    case.config.parent.mkdir()
    case.config.write_bytes(content)
    assert found(case)["settings"]["level"] == "fault"


def test_settings_that_were_named_and_are_not_there_are_a_fault(case: Case) -> None:
    assert found(case, "--config", "nowhere.yaml")["settings"]["level"] == "fault"


def test_a_folder_that_is_none_is_a_fault_and_an_empty_one_is_not(case: Case) -> None:
    told = {check["subject"]: check for check in case.bare("doctor", "--json", "--folder", "nowhere").json["checks"]}
    assert (told["folder"]["level"], "no such folder" in told["folder"]["message"]) == ("fault", True)
    shutil.rmtree(case.folder)
    case.folder.mkdir()
    assert found(case)["folder"]["level"] == "warning"
    shutil.rmtree(case.folder)
    case.folder.write_text("x")
    assert found(case)["folder"]["level"] == "fault"


def test_what_may_not_be_read_is_a_fault_and_what_may_not_be_written_too() -> None:
    with shared_directory() as root:
        made = desk(root)
        write(made.folder, "a.txt")
        made.refreshed().close()

        def looked() -> dict[str, Diagnosis]:
            checks = (
                ("folder", lambda: [health.folder_diagnosis(made.folder, ())]),
                ("cache", lambda: health.cache_diagnoses(made.cache)),
                ("state", lambda: health.state_diagnoses(made.places.data)),
            )
            return {each.subject: each for name, check in checks for each in guarded(name, check)}

        for path in (made.cache, made.places.data):
            for each in (path, *path.rglob("*")):
                each.chmod(0o755 if each.is_dir() else 0o644)
        readable = as_nobody(looked)
        assert [readable[name].level for name in ("folder", "catalogue", "index")] == [Level.OK] * 3
        assert [readable[name].level for name in ("cache", "state")] == [Level.FAULT] * 2
        assert "marks cannot be saved" in readable["state"].told
        for path in (made.folder, made.cache, made.places.data):
            path.chmod(0)
        closed = as_nobody(looked)
        assert [closed[name].level for name in ("folder", "cache", "state")] == [Level.FAULT] * 3
        assert "may not be read" in closed["folder"].told


def test_a_check_that_breaks_is_a_diagnosis() -> None:
    def check() -> Iterator[Diagnosis]:
        yield Diagnosis("a", Level.OK, "good")
        raise KeyError("x")

    assert [(each.subject, each.level) for each in guarded("b", check)] == [("a", Level.OK), ("b", Level.FAULT)]


# What it runs in


def test_colours_are_counted_as_the_library_counts_them() -> None:
    assert colours_diagnosis({"NO_COLOR": "1", "COLORTERM": "truecolor"}).told.startswith("none")
    assert colours_diagnosis({"COLORTERM": "truecolor", "TERM": "xterm"}).told.startswith("16.7 million")
    assert colours_diagnosis({"TERM": "xterm-256color"}).told.startswith("256")
    assert colours_diagnosis({"TERM": "linux"}).level is Level.WARNING


def test_the_clipboard_goes_the_best_way_there_is() -> None:
    def two(name: str) -> str | None:
        return f"/usr/bin/{name}" if name in ("wl-copy", "xclip") else None

    assert clipboard_diagnosis({"WAYLAND_DISPLAY": "w", "DISPLAY": ":0"}, two).told == "through wl-copy"
    assert clipboard_diagnosis({"DISPLAY": ":0"}, two).told == "through xclip"
    assert clipboard_diagnosis({"DISPLAY": ":0", "SSH_TTY": "/dev/pts/1"}, two).told.startswith("through the terminal")
    assert clipboard_diagnosis({}, two).level is Level.WARNING
    inside = {"DISPLAY": ":0", "TMUX": "x", "SSH_TTY": "/dev/pts/1"}
    assert clipboard_diagnosis(inside, lambda name: f"/usr/bin/{name}").told == "through tmux"


def test_widths_are_judged_by_what_was_drawn() -> None:
    right = (1,) * len(UNWIDENED) + (2,) * len(WIDENED)
    assert widths_diagnosis(right).level is Level.OK
    assert widths_diagnosis(None).level is Level.WARNING
    ambiguous = widths_diagnosis((1, 1, 2, 2, *right[4:]))
    assert ("● (2) ★ (2)" in ambiguous.told, "ascii_marks" in ambiguous.advice) == (True, True)
    assert "🙂 (1)" in widths_diagnosis((*right[:-1], 1)).told


@pytest.mark.parametrize(
    ("version", "bounds", "good"),
    [
        ("8.2.8", ">=8.2,<9", True),
        ("9.0", ">=8.2,<9", False),
        ("8.2", ">=8.2", True),
        ("2.7.4", "==2.7.5", False),
        ("2.7.5", "==2.7.5", True),
        ("8.10", ">=8.2", True),
        ("9.0rc1", "<9", False),
        ("1", "", True),
    ],
)
def test_versions_are_held_against_their_bounds(version: str, bounds: str, good: bool) -> None:
    assert fits(version, bounds) is good


def test_another_whoosh_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.metadata.packages_distributions", lambda: {"whoosh": ["Whoosh", "whoosh-reloaded"]})
    told = {each.subject: each for each in package_diagnoses()}["whoosh"]
    assert (told.level, "pip uninstall Whoosh" in told.advice) == (Level.FAULT, True)


def test_a_terminal_that_cannot_move_its_cursor_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    assert terminal_diagnosis({"TERM": "dumb"}).level is Level.FAULT
    assert terminal_diagnosis({}).level is Level.FAULT


def in_terminal(case: Case, answer: Callable[[bytes], bytes]) -> str:
    """What doctor prints in a terminal that answers to what is asked of it; and the terminal is left as it was."""
    import termios

    master, slave = pty.openpty()
    before = termios.tcgetattr(slave)
    process = subprocess.Popen(
        [sys.executable, "-m", "reader", "--folder", str(case.folder), "doctor"],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color"},
        cwd=ROOT,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0) and None,
    )
    printed = b""
    while b"\r\n\r\n" not in printed:
        piece = os.read(master, 65536)
        printed += piece
        os.write(master, answer(piece))
    process.wait(20)
    assert termios.tcgetattr(slave) == before
    os.close(slave)
    os.close(master)
    return printed.decode()


def test_a_terminal_is_asked_how_wide_it_draws(case: Case) -> None:
    widths = iter([*[1] * len(UNWIDENED), 1, 2, 2])

    def answer(asked: bytes) -> bytes:
        return b"".join(b"\x1b[5;%dR" % (next(widths) + 1) for _ in range(asked.count(b"\x1b[6n")))

    told = in_terminal(case, answer)
    assert "gives other columns than usual to 漢 (1)" in " ".join(told.split())


def test_a_terminal_that_answers_nothing_is_not_waited_for(case: Case) -> None:
    told = in_terminal(case, lambda asked: b"")
    assert "the terminal does not tell how wide it draws them" in " ".join(told.split())
