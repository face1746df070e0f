"""Commands that get a text: what they print, and that they always end."""

from time import monotonic

import pytest

from reader.ui.programs import running
from reader.ui.programs.running import MOST_OUTPUT, run


def never() -> bool:
    return False


def test_a_command_gets_the_text_and_what_it_is_told_beside_it() -> None:
    output = run('cat; echo "$BROADSHEET_ID" >&2; exit 3', "é 字\n" * 50_000, {"BROADSHEET_ID": "a; b"}, 10, never)
    assert output.out == "é 字\n" * 50_000
    assert output.errors == "a; b\n"
    assert output.end == "ended with 3"


def test_a_command_that_does_not_read_its_input_is_no_trouble() -> None:
    assert run("echo done", "x" * 1_000_000, {}, 10, never).out == "done\n"


def test_a_command_that_takes_too_long_is_ended_with_all_it_started() -> None:
    begun = monotonic()
    output = run("echo begun; (sleep 60) & sleep 60", "", {}, 0.3, never)
    assert output.out == "begun\n"
    assert output.end == "stopped after 0 seconds"
    assert monotonic() - begun < 5


def test_a_command_is_ended_when_it_is_not_wanted_any_more() -> None:
    output = run("trap '' TERM; while :; do sleep 1; done", "", {}, 60, lambda: True)
    assert output.end == "stopped"


def test_a_command_that_prints_without_end_is_ended() -> None:
    output = run("yes", "", {}, 60, never)
    assert len(output.out) == MOST_OUTPUT
    assert output.end.startswith("stopped after 1,000,000 bytes")


def test_what_a_command_leaves_running_is_not_waited_for() -> None:
    begun = monotonic()
    assert run("sleep 20 & echo here", "", {}, 60, never).out == "here\n"
    assert monotonic() - begun < 5


def test_a_command_that_is_not_there_says_so() -> None:
    output = run("no-such-command-here", "", {}, 10, never)
    assert output.end == "ended with 127"
    assert "not found" in output.errors


def test_a_command_that_cannot_be_run_is_an_error_in_words() -> None:
    with pytest.raises(running.CommandError, match="cannot be run"):
        run("cat", "", {"A": "\0"}, 10, never)
