"""How the words of the command line are understood, and the help."""

import argparse
import os
from pathlib import Path

import pytest
from cli_case import Case

from reader import __version__
from reader.cli.commands import COMMANDS, work
from reader.cli.words import VALUED, arranged, cut_at_command


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


def test_shared_options_stand_before_or_after_the_command(case: Case) -> None:
    before = case.bare("--folder", str(case.folder), "--data-dir", str(case.data), "list", "--jsonl")
    after = case.bare("list", "--jsonl", f"--folder={case.folder}", "--data-dir", str(case.data))
    assert before.lines == after.lines
    assert len(before.lines) == 3


def test_words_too_many_are_named_as_they_were_typed(case: Case) -> None:
    refused = case.run("stories", "kolawa")
    assert refused.code == 2
    assert "unrecognized arguments: kolawa; see `broadsheet stories --help`" in refused.complaints


def test_the_directories_named_are_those_used(case: Case, tmp_path: Path) -> None:
    case.run("list", "--cache-dir", str(tmp_path / "c"), "--data-dir", str(tmp_path / "d"))
    assert list((tmp_path / "c").iterdir())
    assert (tmp_path / "d" / "state.sqlite3").exists()
    assert not case.data.exists()


def test_every_option_with_a_value_is_known_before_parsing() -> None:
    found: set[str] = set()
    for command in COMMANDS:
        made = argparse.ArgumentParser()
        work(command.name)[0](made)
        actions = [each for each in made._actions if each.option_strings and each.nargs != 0]
        found.update(name for each in actions for name in each.option_strings)
    assert found | {"--folder", "--config", "--cache-dir", "--data-dir"} == VALUED


@pytest.mark.parametrize(
    ("words", "command", "others"),
    [
        (["list", "-x"], "list", ("-x",)),
        (["--folder", "list", "search", "x"], "search", ("--folder", "list", "x")),
        (["--folder=list", "search"], "search", ("--folder=list",)),
        (["--json", "list"], "list", ("--json",)),
        ([], "", ()),
        (["--folder"], "", ("--folder",)),
    ],
)
def test_the_command_is_the_first_word_that_is_no_option(
    words: list[str], command: str, others: tuple[str, ...]
) -> None:
    cut = cut_at_command(words)
    assert (cut.command, cut.others, cut.literal) == (command, others, False)


def test_behind_two_dashes_stands_a_folder_whatever_its_name() -> None:
    cut = cut_at_command(["--config", "c", "--", "list"])
    assert (cut.command, cut.others, cut.literal) == ("list", ("--config", "c"), True)


def test_options_are_put_first_and_what_begins_with_one_dash_is_none() -> None:
    words = ["-a", "b", "--query", "-c", "--json", "--", "--d"]
    assert arranged(words) == ["--query=-c", "--json", "--", "-a", "b", "--d"]
    assert arranged(["-h"], signed=True) == ["-h"]
    assert arranged(["x", "-h"], signed=True) == ["--", "x", "-h"]


def test_a_mistyped_command_is_2_with_the_near_one(case: Case) -> None:
    outcome = case.bare("serch", "ferry")
    assert (outcome.code, outcome.text) == (2, "")
    assert outcome.complaints == "broadsheet: serch: no such command, and no such folder; did you mean search?\n"


@pytest.mark.parametrize(
    "words",
    [("list", "--sort", "size"), ("list", "--limit", "0"), ("list", "--nonsense"), ("config", "shw"), ("show",)],
)
def test_a_usage_error_is_one_line_and_2(case: Case, words: tuple[str, ...]) -> None:
    outcome = case.bare(*words)
    assert (outcome.code, outcome.text, outcome.complaints.count("\n")) == (2, "", 1)
    assert outcome.complaints.startswith("broadsheet: ")
    assert f"see `broadsheet {words[0]} --help`" in outcome.complaints


def test_the_reader_needs_a_terminal(case: Case) -> None:
    for words in ((), (str(case.folder),), ("--folder", str(case.folder))):
        outcome = case.bare(*words)
        assert (outcome.code, outcome.text, outcome.complaints.count("\n")) == (2, "", 1)
        assert "needs a terminal" in outcome.complaints


def test_two_folders_are_one_too_many(case: Case) -> None:
    assert "two folders are named" in case.run(str(case.folder)).complaints


def test_a_word_that_is_neither_a_command_nor_a_folder_is_no_second_folder(case: Case) -> None:
    outcome = case.run("export")
    assert (outcome.code, outcome.text) == (2, "")
    assert outcome.complaints == "broadsheet: export: no such command; `broadsheet --help` lists those that there are\n"


def test_the_overview_fits_80_columns_and_ends_with_real_paths_and_three_examples(case: Case) -> None:
    outcome = case.bare("--help")
    assert (outcome.code, outcome.complaints) == (0, "")
    paths = (case.config, case.data / "state.sqlite3", case.root / "cache")
    for path in paths:
        assert f"{path}\n" in outcome.text
    others = [line for line in outcome.text.splitlines() if str(case.root) not in line]
    assert max(map(len, others)) <= 80
    examples = outcome.text.partition("examples:\n")[2].splitlines()
    assert len(examples) == 3
    assert all(line.startswith("  broadsheet ") for line in examples)
    assert all(f"\n  {command.name} " in outcome.text for command in COMMANDS)


def test_the_overview_names_the_paths_that_the_options_choose(case: Case, tmp_path: Path) -> None:
    assert f"{tmp_path / 'other'}\n" in case.bare("--help", "--cache-dir", str(tmp_path / "other")).text


@pytest.mark.parametrize("name", [command.name for command in COMMANDS])
def test_the_help_of_a_command_fits_80_columns_and_has_an_example(case: Case, name: str) -> None:
    outcome = case.bare(name, "--help")
    assert (outcome.code, outcome.complaints) == (0, "")
    assert max(map(len, outcome.text.splitlines())) <= 80
    assert f"example:\n  broadsheet {name}" in outcome.text


@pytest.mark.parametrize("command", COMMANDS)
def test_the_example_of_a_command_is_understood(command: object) -> None:
    import shlex

    from reader.cli.commands import Command
    from reader.cli.parsing import parser

    assert isinstance(command, Command)
    _, name, *others = shlex.split(command.example)
    assert name == command.name
    fill, _ = work(name)
    parser(name, "", "", fill).parse_args(arranged(others, signed=command.signed))


def test_the_version_is_told(case: Case) -> None:
    for words in (("--version",), ("--folder", os.curdir, "--version")):
        outcome = case.bare(*words)
        assert (outcome.code, outcome.text) == (0, f"broadsheet {__version__}\n")
