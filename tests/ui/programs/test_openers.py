"""Which browser and which editor is called, and how."""

from pathlib import Path

import pytest

from reader.ui.programs.openers import (
    ProgramError,
    at_line,
    browser_command,
    editor_command,
    open_address,
    with_address,
)

ADDRESS = "https://herald.example/a?b=$(x)&c='"


def there(*names: str) -> object:
    return lambda name: name if name in names else None


@pytest.mark.parametrize(
    ("chosen", "environment", "names", "expected"),
    [
        ("firefox --new-tab", {"BROWSER": "w3m"}, ("firefox", "w3m"), ("firefox", "--new-tab")),
        ("", {"BROWSER": "chromium:w3m"}, ("w3m", "xdg-open"), ("w3m",)),
        ("", {"BROWSER": ""}, ("xdg-open",), ("xdg-open",)),
        ("", {}, ("open",), ("open",)),
    ],
)
def test_the_setting_comes_before_the_environment_and_that_before_the_system(
    chosen: str, environment: dict[str, str], names: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    assert browser_command(chosen, environment, there(*names)) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("chosen", "told"),
    [("", "commands.browser"), ("firefox", "firefox is not there"), ("firefox '", "firefox ': no command")],
)
def test_without_a_browser_it_is_said_what_names_one(chosen: str, told: str) -> None:
    with pytest.raises(ProgramError, match=told):
        browser_command(chosen, {}, lambda _: None)


def test_an_address_is_one_word_of_a_command_that_no_shell_reads() -> None:
    assert with_address(("firefox",), ADDRESS) == ("firefox", ADDRESS)
    assert with_address(("open", "-u=%s", "-b"), ADDRESS) == ("open", f"-u={ADDRESS}", "-b")


def test_a_browser_that_fails_is_told_and_one_that_goes_on_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    good, bad = tmp_path / "good", tmp_path / "bad"
    good.write_text('#!/bin/sh\necho noise; printf %s "$1" > "$0.got"; sleep 1\n')
    bad.write_text("#!/bin/sh\nexit 4\n")
    for each in (good, bad):
        each.chmod(0o755)
    open_address([str(good)], ADDRESS)
    assert good.with_name("good.got").read_text() == ADDRESS
    with pytest.raises(ProgramError, match="bad did not open the link: it ended with 4"):
        open_address([str(bad)], ADDRESS)
    with pytest.raises(ProgramError, match="none does not start"):
        open_address([str(tmp_path / "none")], ADDRESS)


@pytest.mark.parametrize(
    ("chosen", "environment", "expected"),
    [
        ("nano -w", {"VISUAL": "vim"}, ("nano", "-w")),
        ("", {"VISUAL": "emacs -nw", "EDITOR": "vi"}, ("emacs", "-nw")),
        ("", {"VISUAL": " ", "EDITOR": "'/opt/my editor/ed'"}, ("/opt/my editor/ed",)),
    ],
)
def test_the_editor_is_that_of_the_setting_then_visual_then_editor(
    chosen: str, environment: dict[str, str], expected: tuple[str, ...]
) -> None:
    assert editor_command(chosen, environment, lambda name: name) == expected


def test_without_an_editor_it_is_said_what_names_one() -> None:
    with pytest.raises(ProgramError, match=r"commands\.editor names one, or \$VISUAL or \$EDITOR"):
        editor_command("", {})
    with pytest.raises(ProgramError, match="nano is not there"):
        editor_command("nano", {}, lambda _: None)


def test_editors_that_know_how_begin_at_the_line() -> None:
    assert at_line(("/usr/bin/vim", "-R"), "/a/b.txt", 7) == ("/usr/bin/vim", "-R", "+7", "/a/b.txt")
    assert at_line(("code", "--wait"), "/a/b.txt", 7) == ("code", "--wait", "/a/b.txt")
    assert at_line(("nano",), "/a/b.txt", 1) == ("nano", "/a/b.txt")
