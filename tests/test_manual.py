"""The manual page and the reference say what the tables say, and the page is sound troff."""

import shutil
import subprocess
import sys
from pathlib import Path

import manual
import pytest

from reader.cli.commands import COMMANDS
from reader.cli.failures import DONE, FAILED, INTERRUPTED, USAGE
from reader.query.described import FIELD_WORDS, MARK_WORDS
from reader.query.terms import FIELDS, MARKS
from reader.settings.keys import Scope
from reader.settings.paths import locate
from reader.settings.scopes import SCOPES_TOLD


def test_the_manual_page_is_what_the_tables_say() -> None:
    assert manual.PAGE.read_text(encoding="utf-8") == manual.page(), f"mend it with: {manual.AGAIN}"


def test_the_reference_is_what_the_tables_say() -> None:
    assert manual.REFERENCE.read_text(encoding="utf-8") == manual.reference(), f"mend it with: {manual.AGAIN}"


def test_the_keys_and_settings_of_the_readme_are_what_the_tables_say() -> None:
    assert manual.README.read_text(encoding="utf-8") == manual.readme(), f"mend it with: {manual.AGAIN}"


def test_the_reference_has_a_heading_for_every_command_and_every_place_of_keys() -> None:
    headings = [line.lstrip("# ") for line in manual.reference().splitlines() if line.startswith("#")]
    for part in ("Commands", "Queries", "Keys", "Settings", "Themes", *(command.name for command in COMMANDS)):
        assert part in headings
    assert "[Commands](#commands) · " in manual.reference()


def test_every_field_mark_and_scope_has_words() -> None:
    assert tuple(FIELD_WORDS) == FIELDS
    assert tuple(MARK_WORDS) == MARKS
    assert set(SCOPES_TOLD) == set(Scope)


def test_the_exit_codes_are_those_of_the_program() -> None:
    assert [int(code) for code, _ in manual.CODES] == [DONE, FAILED, USAGE, INTERRUPTED]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have other customs")
def test_the_files_are_where_the_program_looks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", "/home/somebody")
    for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    paths = locate(environment={})
    found = (paths.config_file, paths.themes_dir, paths.data_dir / "state.sqlite3", paths.cache_dir, paths.log_file)
    assert [Path(name).expanduser() for name, _ in manual.FILES] == list(found)


@pytest.mark.skipif(not shutil.which("groff"), reason="groff is not installed")
def test_troff_has_nothing_to_say_against_the_page() -> None:
    words = ["groff", "-man", "-Tutf8", "-ww", "-z", str(manual.PAGE)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stderr == ""


def test_the_page_is_ascii_and_no_line_of_text_is_taken_for_a_request() -> None:
    lines = manual.page().splitlines()
    requests = {line.split()[0] for line in lines if line.startswith((".", "'"))}
    assert requests <= {'.\\"', ".TH", ".SH", ".SS", ".B", ".br", ".PP", ".TP", ".RS", ".RE", ".EX", ".EE"}
    assert all(line.isascii() for line in lines)


def test_the_script_says_what_is_not_true_any_more(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(manual, "PAGE", tmp_path / "manual" / "page")
    monkeypatch.setattr(manual, "REFERENCE", tmp_path / "manual" / "reference")
    monkeypatch.setattr("sys.argv", ["manual.py"])
    assert manual.main() == 1
    monkeypatch.setattr("sys.argv", ["manual.py", "--write"])
    assert manual.main() == 0
    monkeypatch.setattr("sys.argv", ["manual.py"])
    assert manual.main() == 0
