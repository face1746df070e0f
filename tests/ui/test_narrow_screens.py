"""Where there is little room nothing is cut in the middle of a word that is needed, and nothing is left empty."""

import pytest
from builders import Desk
from person import reading, settings
from rich.cells import cell_len

from reader.ui.dialogs.keys_told import fitting
from reader.ui.screens.help import HelpScreen

LEAVE = "esc leave"


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (80, 24), (120, 40)])
@pytest.mark.parametrize(("key", "leave"), [("f9", LEAVE), ("t", LEAVE), ("a", LEAVE), ("i", LEAVE)])
async def test_a_dialog_says_how_to_leave_it_on_its_last_line(
    made: Desk, size: tuple[int, int], key: str, leave: str
) -> None:
    async with reading(made, size=size) as person:
        await person.press(key)
        await person.sees(leave)
        (bottom,) = (number for number, line in enumerate(person.lines) if "╰" in line)
        assert person.lines[bottom - 1].rstrip(" │").endswith(leave)
        assert "…" not in person.lines[bottom - 1]


async def test_a_list_of_choices_has_all_rows_that_there_are(made: Desk) -> None:
    async with reading(made, size=(60, 15)) as person:
        await person.press("f9")
        await person.sees("light or dark", "your terminal's own")


async def test_what_is_said_of_choices_stands_in_a_column_and_is_not_lost_to_a_long_name(made: Desk) -> None:
    async with reading(made, size=(60, 15)) as person:
        await person.press("t")
        await person.type(f"ferry,安全保障,{'x' * 60}")
        await person.press("enter")
        await person.sees("ferry")
        await person.press("4")
        await person.sees("Articles with the tag")
        rows = [strip.text for strip in person.app.screen._compositor.render_strips()]
        told = [row.partition("1 article")[0] for row in rows if "1 article" in row]
        assert len(told) == 3
        assert len({cell_len(before) for before in told}) == 1


async def test_an_answer_comes_before_the_place(made: Desk) -> None:
    async with reading(made, size=(40, 10)) as person:
        await person.press("backslash")
        await person.sees("\\ or esc goes back to the article.")


@pytest.mark.parametrize("width", [60, 80])
async def test_keys_for_selecting_are_named_whole(made: Desk, width: int) -> None:
    async with reading(made, size=(width, 24)) as person:
        await person.press("tab", "v")
        await person.sees("w word", "esc drop")
        assert "…" not in person.foot


async def test_a_fault_is_pointed_at_where_a_long_query_is_scrolled(made: Desk) -> None:
    async with reading(made, size=(40, 24)) as person:
        await person.press("slash")
        await person.type("one two three four five six seven after:20x ")
        await person.sees("^ ")
        (below,) = (line for line in person.lines if "^ " in line)
        assert below.index("^") == person.lines[1].index("20x")


async def test_a_notice_is_one_line_over_the_keys_and_leaves_nothing_beside_it(made: Desk) -> None:
    async with reading(made, size=(40, 10)) as person:
        before = person.lines
        person.app.notify("No editor is set")
        await person.sees("No editor is set")
        assert person.lines[-2] == " ! No editor is set"
        assert person.lines[:-2] == before[:-2]


@pytest.mark.parametrize(
    ("width", "kept"),
    [
        (50, ["enter keep", "x take off", "↑ ↓ move", "esc leave"]),
        (36, ["enter keep", "x take off", "esc leave"]),
        (24, ["enter keep", "esc leave"]),
        (5, ["esc leave"]),
    ],
)
def test_keys_in_the_middle_give_way(width: int, kept: list[str]) -> None:
    assert fitting(["enter keep", "x take off", "↑ ↓ move", "esc leave"], width) == kept


def test_a_key_with_a_long_story_gives_way_first() -> None:
    assert fitting(["↑ ↓ scroll", "esc close", "other keys: in " + "x" * 30], 30) == ["↑ ↓ scroll", "esc close"]


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (80, 24), (120, 40)])
@pytest.mark.parametrize("linear", [False, True])
async def test_the_help_is_filled_for_its_width_before_it_is_laid_out(
    made: Desk, size: tuple[int, int], linear: bool
) -> None:
    async with reading(made, settings(linear=linear), size=size) as person:
        await person.press("question_mark")
        await person.sees("type to search")
        help_screen = person.app.screen
        assert isinstance(help_screen, HelpScreen)
        await person.until(lambda: help_screen.query_one("#key-table").size.width == help_screen.expected_room)
