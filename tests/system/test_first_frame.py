"""A later start shows at once what was on the screen when it was left, and only where that is still so."""

import signal
import sys
from pathlib import Path

import pytest
from builders import Desk, desk, write
from pseudoterminal import READER, Pseudoterminal, surroundings

from reader.ui.first_frame import FILE_NAME, LONGEST, Frame

OTHER_SCREEN = b"\x1b[?1049h"
MOUSE = b"\x1b[?1000h"
"""What Textual writes first of all on the other screen."""
WINDOW = (
    "import sys, time\n"
    "from reader.ui.first_frame import shown\n"
    "with shown('the frame') as hand_over:\n"
    "    print(hand_over is not None, end='', flush=True)\n"
    "    time.sleep(30)\n"
)


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    return surroundings(tmp_path)


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    two = desk(tmp_path)
    write(two.folder, "alpha.txt", "Bakers sell bread of rye.\n", title="About alpha", day="2021-05-01")
    write(two.folder, "beta.txt", "Ships were counted all night.\n", title="About beta", day="2021-05-02")
    (tmp_path / "config.yaml").write_text("watch: false\ntheme: broadsheet\n")
    return two


def left(made: Desk, environment: dict[str, str]) -> bytes:
    """All that was written by a session in which an article is read."""
    with Pseudoterminal([*READER, str(made.folder)], environment) as terminal:
        terminal.sees("About beta", "2 unread")
        terminal.type("\r")
        terminal.sees("1 unread", "Ships were")
        terminal.settles()
        terminal.type("Q")
        assert terminal.ended() == 0
        assert terminal.untouched
        return terminal.sent


def first_written(terminal: Pseudoterminal) -> bytes:
    """What stands on the other screen before Textual takes it."""
    terminal.until(lambda: MOUSE in terminal.sent)
    return terminal.sent.partition(OTHER_SCREEN)[2].partition(MOUSE)[0]


def test_a_later_start_shows_at_once_what_was_left_and_takes_the_keys_that_are_typed_then(
    made: Desk, environment: dict[str, str]
) -> None:
    assert OTHER_SCREEN + MOUSE in left(made, environment)
    with Pseudoterminal([*READER, str(made.folder)], environment) as terminal:
        terminal.until(lambda: b"Ships were" in terminal.sent)
        assert MOUSE not in terminal.sent
        terminal.type("h" + "j\r")
        assert b"About beta" in first_written(terminal)
        terminal.sees("0 unread", "Bakers sell")
        assert terminal.sent.count(OTHER_SCREEN) == 1
        terminal.type("Q")
        assert terminal.ended() == 0
        assert terminal.untouched


def test_nothing_is_shown_first_where_something_has_changed_since(made: Desk, environment: dict[str, str]) -> None:
    left(made, environment)
    with Pseudoterminal([*READER, str(made.folder)], environment, columns=90) as terminal:
        assert first_written(terminal) == b""
        terminal.sees("1 unread")
        terminal.type("Q")
        assert terminal.ended() == 0
    with Pseudoterminal([*READER, "favourite", "--folder", str(made.folder), "alpha.txt"], environment) as terminal:
        assert terminal.ended() == 0
    with Pseudoterminal([*READER, str(made.folder)], environment, columns=90) as terminal:
        assert first_written(terminal) == b""
        terminal.sees("★ About alpha")


@pytest.mark.parametrize(("setting", "keys"), [("", ("\x03", "\x03")), ("resume: false\n", ("j", "Q"))])
def test_no_frame_is_kept_that_has_a_notice_on_it_or_that_a_start_would_not_go_on_with(
    made: Desk, environment: dict[str, str], tmp_path: Path, setting: str, keys: tuple[str, str]
) -> None:
    left(made, environment)
    assert list((tmp_path / "caches").rglob(FILE_NAME))
    with (tmp_path / "config.yaml").open("a") as config:
        config.write(setting)
    with Pseudoterminal([*READER, str(made.folder)], environment) as terminal:
        terminal.sees("1 unread")
        for key in keys:
            terminal.settles()
            terminal.type(key)
        terminal.ended()
    assert not list((tmp_path / "caches").rglob(FILE_NAME))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_whoever_ends_it_while_the_frame_is_shown_has_a_clean_terminal(
    environment: dict[str, str], number: signal.Signals
) -> None:
    with Pseudoterminal([sys.executable, "-c", WINDOW], environment) as terminal:
        terminal.sees("the frameTrue")
        assert terminal.settings != terminal.before
        terminal.send(number)
        terminal.ended()
        assert terminal.untouched


def test_a_terminal_that_nobody_takes_over_is_left_clean_also_where_nothing_goes_wrong(
    environment: dict[str, str],
) -> None:
    with Pseudoterminal([sys.executable, "-c", WINDOW.replace("time.sleep(30)", "pass")], environment) as terminal:
        assert terminal.ended() == 0
        assert b"the frame" in terminal.sent
        assert terminal.untouched


def test_keys_that_would_quit_or_stop_a_program_do_not_while_the_frame_is_shown(environment: dict[str, str]) -> None:
    with Pseudoterminal([sys.executable, "-c", WINDOW], environment) as terminal:
        terminal.sees("the frameTrue")
        terminal.type("\x1c\x1a")  # ctrl+\ and ctrl+z
        terminal.send(signal.SIGTERM)
        assert terminal.ended() == 128 + signal.SIGTERM
        assert terminal.untouched


@pytest.mark.parametrize(
    "drawing",
    [
        "",
        "a\x0cb",
        "\x1b[2J",
        "\x1b]52;c;aGk=\x1b\\",
        "\x07",
        "\x9b31m",
        "\x1b[?1000h",
        "\x1b",
        "x" * LONGEST,
    ],
)
def test_nothing_but_text_colours_and_places_is_taken_from_the_file(tmp_path: Path, drawing: str) -> None:
    frame = Frame(tmp_path, tmp_path, {}, "settings")
    frame.keep("\x1b[1;1H\x1b[1mgood\r\n\x1b[2B\b\x1b[3X")
    told = (tmp_path / FILE_NAME).read_text().partition("\n")[0]
    assert frame.kept() == "\x1b[1;1H\x1b[1mgood\r\n\x1b[2B\b\x1b[3X"
    assert Frame(tmp_path, tmp_path, {}, "others").kept() == ""
    assert Frame(tmp_path, tmp_path, {"TERM": "dumb"}, "settings").kept() == ""
    (tmp_path / FILE_NAME).write_text(f"{told}\n{drawing}", newline="")
    assert frame.kept() == ""
    frame.keep("")
    assert list(tmp_path.iterdir()) == []
    Frame(tmp_path / "no such directory", tmp_path, {}, "settings").keep("good")
