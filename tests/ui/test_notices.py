"""A notice stands over the line of keys and nowhere else, and a key takes it away."""

from pathlib import Path

import pytest
from builders import Desk
from person import Person, reading, settings

from reader.settings.faults import Fault
from reader.ui import noticing
from reader.ui.noticing import Notice
from reader.ui.widgets.notice_band import rows

GONE = "The folder is gone"
FAULT = Fault(Path("config.yaml"), 3, "theem", "no such setting")


@pytest.fixture(autouse=True)
def seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have every notice seen before the next key, but where a test is about that."""
    monkeypatch.setattr(noticing, "UNSEEN_SECONDS", 0.0)


async def test_any_key_takes_a_notice_away_and_does_what_it_does(made: Desk) -> None:
    async with reading(made) as person:
        person.app.notify(GONE)
        await person.sees(GONE)
        await person.press("s")
        await person.misses(GONE)
        await person.sees("★ The long report")


async def test_escape_takes_only_the_notice_away(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash", *"bridge", "enter")
        await person.sees("bridge", "1/2")
        person.app.notify(GONE)
        await person.sees(GONE)
        await person.press("escape")
        await person.misses(GONE)
        assert "1/2" in person.foot
        await person.press("escape")
        await person.sees("2/34")


async def test_escape_closes_a_dialog_and_the_notice_with_it(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("f9")
        await person.sees("type to narrow")
        person.app.notify(GONE)
        await person.sees(GONE)
        await person.press("escape")
        await person.misses(GONE, "type to narrow")


async def test_a_key_that_was_pressed_before_a_notice_could_be_seen_leaves_it(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(noticing, "UNSEEN_SECONDS", 3600.0)
    async with reading(made) as person:
        person.app.notify(GONE)
        await person.press("s")
        await person.sees(GONE, "★ The long report")


async def test_a_notice_goes_by_itself(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(noticing, "NOTICE_SECONDS", 0.2)
    async with reading(made) as person:
        person.app.notify(GONE)
        await person.sees(GONE)
        await person.misses(GONE)


async def test_a_click_takes_a_notice_away(made: Desk) -> None:
    async with reading(made) as person:
        person.app.notify(GONE)
        await person.sees(GONE)
        await person.pilot.click("NoticeBand")
        await person.misses(GONE)


async def test_a_notice_comes_along_to_the_screen_that_is_laid_over(made: Desk) -> None:
    async with reading(made) as person:
        person.app.notify(GONE)
        await person.sees(GONE)
        person.app.action_choose_theme()
        await person.sees("type to narrow", GONE)


@pytest.mark.parametrize("theme", ["broadsheet", "terminal", "monochrome"])
async def test_a_notice_has_a_ground_of_its_own_from_edge_to_edge(made: Desk, theme: str) -> None:
    async with reading(made, settings(theme=theme), size=(80, 24)) as person:
        await person.sees("Paragraph 0 of")
        person.app.notify(GONE)
        await person.until(lambda: person.lines[-2].startswith(f" ! {GONE}"))
        *_, above, row, keys = person.app.screen._compositor.render_strips()
        grounds = {str((style.reverse, style.bgcolor)) for _, style, _ in row if style}
        assert len(grounds) == 1
        assert row.cell_length == 80
        assert grounds.isdisjoint(
            str((style.reverse, style.bgcolor)) for line in (above, keys) for _, style, _ in line if style
        )


async def test_a_notice_leaves_the_welcome_in_sight(made: Desk) -> None:
    async with reading(made, size=(60, 24)) as person:
        person.app.notify(GONE)
        await person.sees(GONE)
        person.app.screen.do_welcome_open()  # type: ignore[attr-defined]
        await person.sees("1 of 10", "goes down the list")
        await person.until(lambda: place(person, GONE) == place(person, "1 of 10") - 1)


async def test_a_notice_stands_on_the_last_line_where_there_is_nothing_but_the_text(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("z")
        await person.misses("? help")
        person.app.notify(GONE)
        await person.until(lambda: person.foot == f" ! {GONE}")


def place(person: Person, text: str) -> int:
    """The line on which a text stands."""
    return next(number for number, line in enumerate(person.lines) if text in line)


async def test_the_same_is_told_once(made: Desk) -> None:
    async with reading(made) as person:
        person.app.notify(GONE)
        person.app.notify(GONE)
        person.app.notify("Another thing")
        await person.sees("Another thing")
        assert person.screen.count(GONE) == 1


async def test_what_is_the_matter_with_marks_is_told_before_faults_of_settings(made: Desk) -> None:
    made.places.data.mkdir(exist_ok=True)
    (made.places.data / "state.sqlite3").write_bytes(b"no database" * 1000)
    async with reading(made, faults=(FAULT,)) as person:
        await person.sees("It was not touched", "config.yaml:3: theem: no such setting")
        assert place(person, "It was not touched") < place(person, "theem")


async def test_ctrl_c_is_answered_on_the_line_of_keys_for_as_long_as_it_counts(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reader.ui.app.AGAIN_SECONDS", 1.0)
    async with reading(made) as person:
        await person.press("ctrl+c")
        await person.until(lambda: person.foot.startswith(" Press ctrl+c again to quit."))
        await person.sees("s favourite")


async def test_ctrl_c_is_answered_in_a_dialog_too(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("f9")
        await person.sees("type to narrow")
        await person.press("ctrl+c")
        await person.sees("! Press ctrl+c again to quit.")


async def test_a_shell_that_is_not_there_is_told_on_the_line_of_keys(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("ctrl+z")
        await person.until(lambda: person.foot.startswith(" There is no shell here to go to."))


def test_notices_take_three_lines_and_the_others_are_counted() -> None:
    notices = [Notice(f"fault {number}", more="broadsheet config check") for number in range(9)]
    assert rows(notices, 60, 12) == [
        "! fault 0",
        "! fault 1",
        "! fault 2",
        "… and 6 more: broadsheet config check tells all",
    ]
    assert rows(notices, 40, 12)[-1] == "… and 6 more: broadsheet config check"


def test_a_single_notice_is_told_whole_where_there_is_room() -> None:
    assert rows([Notice("one two three four five")], 8, 12) == ["! one", "  two", "  three", "  four", "  five"]
    assert rows([Notice("one two three four five")], 8, 3) == ["! one", "  two", "  three…"]


def test_a_notice_tells_nothing_that_a_terminal_would_obey() -> None:
    assert rows([Notice("a \x1b[2J b\nc")], 20, 12) == ["! a  [2J b", "  c"]
