"""`serve`: what it refuses, and where it can be reached. The server itself is tested in tests/system."""

from pathlib import Path

import pytest
from cli_case import Case

from reader.web.address import Address


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


def test_without_the_extra_there_is_one_line_that_says_how_to_get_it(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.cli.serving.find_spec", lambda _: None)
    outcome = case.run("serve")
    assert (outcome.code, outcome.text, outcome.complaints.count("\n")) == (1, "", 1)
    assert "pip install 'broadsheet[web]'" in outcome.complaints


@pytest.mark.parametrize("words", [("--port", "65536"), ("--port", "x"), ("--host", "example.org"), ("one", "two")])
def test_what_cannot_be_meant_is_2(case: Case, words: tuple[str, ...]) -> None:
    outcome = case.run("serve", *words)
    assert (outcome.code, outcome.text, outcome.complaints.count("\n")) == (2, "", 1)


def test_a_missing_folder_is_told_before_a_page_is_opened(case: Case) -> None:
    outcome = case.bare("serve", str(case.root / "nowhere"))
    assert (outcome.code, outcome.text) == (1, "")
    assert "there is no such folder" in outcome.complaints


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.1.2.3", "::1"])
def test_loopback_is_local(host: str) -> None:
    assert Address(host, 1).local


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.7", "example.org", "", "localhost.example.org"])
def test_everything_else_is_not(host: str) -> None:
    assert not Address(host, 1).local


def test_the_url_is_what_a_browser_of_this_machine_can_open() -> None:
    assert Address("127.0.0.1", 80).url == "http://127.0.0.1:80/"
    assert Address("::1", 8010).url == "http://[::1]:8010/"
    assert Address("0.0.0.0", 8010).url == "http://localhost:8010/"


@pytest.mark.parametrize("named", ["127.0.0.1:8010", "localhost", "[::1]:8010", "192.168.1.7:8010", "tea.example:8010"])
def test_our_names_are_answered_to(named: str) -> None:
    assert Address("tea.example", 8010).answers_to(named)


@pytest.mark.parametrize("named", ["", "evil.example", "127.0.0.1.evil.example:8010", "[::1", "localhost.evil.example"])
def test_other_names_are_not(named: str) -> None:
    assert not Address("tea.example", 8010).answers_to(named)
