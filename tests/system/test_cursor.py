"""The real program in a real terminal: where its cursor stands, and what a newcomer is shown."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import Desk, desk, write
from pseudoterminal import READER, Pseudoterminal, surroundings


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return surroundings(tmp_path)


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    three = desk(tmp_path)
    texts = {  # so unlike that they are no story
        "alpha": "Bakers sell bread of rye.",
        "beta": "Ships were counted all night.",
        "gamma": "Rain is due on Sunday.",
    }
    for day, (name, text) in enumerate(texts.items(), 1):
        write(three.folder, f"{name}.txt", f"{text}\n", title=f"About {name}", day=f"2021-05-0{day}")
    return three


def line_of_cursor(terminal: Pseudoterminal) -> str:
    return str(terminal.screen.display[terminal.screen.cursor.y])


def is_shown(terminal: Pseudoterminal) -> bool:
    return terminal.sent.rfind(b"\x1b[?25h") > terminal.sent.rfind(b"\x1b[?25l")


def test_the_cursor_stands_on_what_is_selected_and_where_one_types(made: Desk, environment: dict[str, str]) -> None:
    with Pseudoterminal([*READER, str(made.folder)], environment) as terminal:
        terminal.until(lambda: "About gamma" in line_of_cursor(terminal))
        terminal.type("j")
        terminal.until(lambda: "About beta" in line_of_cursor(terminal))
        terminal.type("\r")
        terminal.until(lambda: "2 unread" in terminal.text and "About" not in line_of_cursor(terminal))
        terminal.type("/")
        terminal.until(lambda: line_of_cursor(terminal).startswith(" / "))
        terminal.type("gam")
        terminal.until(lambda: line_of_cursor(terminal).startswith(" / gam") and int(terminal.screen.cursor.x) == 6)
        terminal.type("\x1b")
        terminal.until(lambda: "About" in line_of_cursor(terminal))
        assert not is_shown(terminal)


@pytest.mark.parametrize("setting", ["show_cursor", "linear"])
def test_the_cursor_is_seen_where_that_is_wanted(made: Desk, environment: dict[str, str], setting: str) -> None:
    Path(environment["BROADSHEET_CONFIG"]).write_text(f"{setting}: true\n")
    with Pseudoterminal([*READER, str(made.folder)], environment) as terminal:
        terminal.until(lambda: "About gamma" in line_of_cursor(terminal) and is_shown(terminal))
        terminal.type("Q")
        assert terminal.ended() == 0
        assert terminal.untouched


def test_who_starts_for_the_first_time_is_shown_around_once(environment: dict[str, str]) -> None:
    assert "These are the sample articles" not in first_screen([], environment, "1 of 10")
    assert "1 of 10" not in first_screen([], environment, "These are the sample articles")


def test_who_names_a_folder_is_not_shown_around(made: Desk, environment: dict[str, str]) -> None:
    assert "1 of 10" not in first_screen([str(made.folder)], environment, "About gamma")


def test_who_has_set_something_is_not_shown_around(environment: dict[str, str]) -> None:
    Path(environment["BROADSHEET_CONFIG"]).write_text("mouse: false\n")
    assert "1 of 10" not in first_screen([], environment, "These are the sample articles")


def first_screen(words: Sequence[str], environment: dict[str, str], wanted: str) -> str:
    """What is on the screen once there are articles, and something else; then the program is left."""
    with Pseudoterminal([*READER, *words], environment) as terminal:
        terminal.until(lambda: " 1/" in terminal.text and wanted in terminal.text)
        shown = terminal.text
        terminal.type("Q")
        assert terminal.ended() == 0
    return shown
