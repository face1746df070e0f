"""The panes: their sizes by keys and by mouse, hidden ones, and that all of it is kept."""

import random
import sqlite3

import pytest
from builders import Desk
from person import Person, reading, settings

from reader.settings.config import Layout
from reader.ui.arrangement import Part
from reader.ui.screens.desk import displayed
from reader.ui.screens.main import MainScreen


def main_screen(person: Person) -> MainScreen:
    screen = person.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def widths(person: Person) -> tuple[int, int, int]:
    """Columns of list, text and related pane, 0 for one that is not on the screen."""
    screen = main_screen(person)
    first, second, third = (
        pane.outer_size.width if pane.display else 0 for pane in (screen.list, screen.reader, screen.related)
    )
    return first, second, third


def heights(person: Person) -> tuple[int, int]:
    """Lines of list and text."""
    screen = main_screen(person)
    first, second = (pane.outer_size.height if pane.display else 0 for pane in (screen.list, screen.reader))
    return first, second


def focused(person: Person) -> str:
    return str(getattr(person.app.screen.focused, "id", ""))


def fills(person: Person, columns: int) -> bool:
    """Whether the panes on the main screen, or the only one, take all of its width."""
    screen = main_screen(person)
    shown = [each.outer_size.width for each in (screen.list, screen.reader, screen.related) if displayed(each)]
    return sum(shown) == columns or set(shown) == {columns}


async def test_keys_make_the_pane_wider_that_has_them(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        assert widths(person) == (43, 51, 26)
        await person.press("greater_than_sign")
        await person.sees("48 columns of 120")
        await person.until(lambda: widths(person) == (48, 46, 26))
        await person.press("less_than_sign", "tab", "greater_than_sign")
        await person.sees("56 columns of 120")
        await person.until(lambda: widths(person) == (40, 56, 24))
        await person.press("equals_sign")
        await person.sees("All sizes are as in the configuration.")
        await person.until(lambda: widths(person) == (43, 51, 26))


async def test_the_text_keeps_thirty_columns(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press(*["greater_than_sign"] * 20)
        await person.sees("It has all that the others can spare.")
        await person.until(lambda: widths(person)[1] == 35)
        await person.sees("Paragraph 0 of the report")


async def test_stacked_panes_share_the_height(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.sees("Paragraph 0 of")
        assert heights(person) == (9, 13)
        await person.press("greater_than_sign")
        await person.sees("12 lines")
        await person.until(lambda: heights(person) == (12, 10))
        await person.press("enter")
        await person.until(lambda: heights(person) == (6, 16))
        await person.press("greater_than_sign")
        await person.until(lambda: heights(person) == (4, 18))


async def test_one_pane_says_that_it_has_everything(made: Desk) -> None:
    async with reading(made, size=(50, 20)) as person:
        await person.sees("The long report")
        await person.press("greater_than_sign")
        await person.sees("There is one pane")


async def test_the_measure_is_changed_and_told(made: Desk) -> None:
    async with reading(made, size=(200, 40)) as person:
        await person.sees("Paragraph 0 of")
        await person.press("left_curly_bracket")
        await person.sees("68 columns")
        await person.press(*["left_curly_bracket"] * 8)
        await person.sees("40 columns: that is the limit.")
        assert main_screen(person).reader.measure == 40
        await person.press(*["right_curly_bracket"] * 14)
        await person.sees("columns: the pane has no more.")
        room = main_screen(person).reader.room
        assert main_screen(person).reader.measure == room
        await person.press("left_curly_bracket")
        await person.sees(f"{room - 4} columns")


async def test_lines_get_shorter_at_once_where_the_pane_has_no_room_for_the_measure(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        reader = main_screen(person).reader
        assert reader.room < reader.measure == 72
        await person.press("right_curly_bracket")
        await person.sees(f"{reader.room} columns: the pane has no more.")
        assert reader.measure == 72  # for a wider terminal
        await person.press("left_curly_bracket")
        await person.sees(f"{reader.room - 4} columns")
        assert reader.measure == reader.room - 4


@pytest.mark.parametrize(("key", "sees"), [("f2", (0, 94, 26)), ("f3", (94, 0, 26)), ("f4", (43, 77, 0))])
async def test_each_pane_can_be_hidden_and_shown_again(made: Desk, key: str, sees: tuple[int, int, int]) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press(key)
        await person.until(lambda: widths(person) == sees)
        await person.press(key)
        await person.until(lambda: widths(person) == (43, 51, 26))


async def test_hiding_the_pane_that_has_the_keys_gives_them_to_another_and_one_pane_stays(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("f2")
        await person.until(lambda: focused(person) == "reader" and widths(person) == (0, 94, 26))
        await person.press("f3")
        await person.until(lambda: focused(person) == "related" and widths(person) == (0, 0, 120))
        await person.press("f4")
        await person.sees("No other pane is left to be shown.")
        assert widths(person) == (0, 0, 120)


async def test_a_hidden_pane_comes_when_it_is_gone_to_and_goes_when_it_is_left(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("f2")
        await person.until(lambda: widths(person) == (0, 94, 26))
        await person.press("escape")
        await person.until(lambda: focused(person) == "list" and widths(person) == (43, 51, 26))
        await person.press("j", "enter")
        await person.sees("The old harbour bridge")
        await person.until(lambda: widths(person) == (0, 94, 26))
        await person.press("tab", "tab")
        await person.until(lambda: focused(person) == "reader")


async def test_a_hidden_text_comes_when_an_article_is_opened(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.sees("Paragraph 0 of")
        await person.press("f3")
        await person.misses("Paragraph 0 of")
        assert heights(person) == (22, 0)
        await person.press("enter")
        await person.sees("Paragraph 0 of")
        await person.press("escape")
        await person.misses("Paragraph 0 of")
        await person.press("f3")
        await person.sees("Paragraph 0 of")


async def test_the_same_keys_lead_to_the_panes_where_there_is_room_for_one(made: Desk) -> None:
    async with reading(made, size=(50, 20)) as person:
        await person.sees("The long report")
        for key, pane in (("f3", "reader"), ("f4", "related"), ("f2", "list")):
            await person.press(key)
            await person.until(lambda pane=pane: focused(person) == pane)  # type: ignore[misc]
        await person.sees("Bridge shut")


async def test_stacked_the_related_articles_take_the_place_of_the_text_and_give_it_back(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.sees("Paragraph 0 of")
        await person.press("j", "f4")
        await person.sees("In this story")
        await person.press("f4")
        await person.misses("In this story")
        await person.sees("The old harbour bridge")


async def test_a_rule_is_dragged(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        screen = main_screen(person)
        await person.pilot.hover(offset=(43, 10))
        await person.until(lambda: screen.reader.has_class("-edge"))
        await person.pilot.mouse_down(offset=(43, 10))
        await person.pilot.hover(offset=(50, 12))
        await person.until(lambda: widths(person) == (50, 44, 26))
        await person.pilot.hover(offset=(2, 12))
        await person.until(lambda: widths(person) == (12, 82, 26))
        await person.pilot.mouse_up(offset=(2, 12))
        await person.pilot.hover(offset=(60, 12))
        await person.until(lambda: not screen.reader.has_class("-edge"))
        assert widths(person) == (12, 82, 26)
        await person.pilot.hover(offset=(94, 12))
        await person.until(lambda: screen.related.has_class("-edge"))
        await person.pilot.hover(offset=(93, 20))  # the scrollbar of the text
        await person.until(lambda: not screen.related.has_class("-edge"))
        assert focused(person) == "list"
        assert not screen.selections


async def test_a_rule_is_dragged_up_and_down_where_panes_are_stacked(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.sees("Paragraph 0 of")
        await person.pilot.hover(offset=(20, 10))
        await person.pilot.mouse_down(offset=(20, 10))
        for line in (5, 14, 8):
            await person.pilot.hover(offset=(20, line))
            await person.until(lambda line=line: heights(person) == (line - 1, 22 - line + 1))  # type: ignore[misc]
        await person.pilot.mouse_up(offset=(20, 8))


async def test_everything_is_as_it_was_at_the_next_start(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("greater_than_sign", "f4", "left_curly_bracket")
        await person.until(lambda: widths(person) == (48, 72, 0))
        measure = main_screen(person).reader.measure
        assert measure < 72
        await person.press("Q")
        await person.until(lambda: not person.app.is_running)
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        assert widths(person) == (48, 72, 0)
        assert main_screen(person).reader.measure == measure
    async with reading(made, settings(layout=Layout(list_width=50))) as person:
        await person.sees("Paragraph 0 of")
        assert widths(person) == (60, 35, 25)


async def test_sizes_are_on_the_disk_within_a_second_without_leaving(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("greater_than_sign")
        await person.until(lambda: '"list_width": 40' in person.library.remembered("layout"))


async def test_where_nothing_can_be_kept_sizes_change_all_the_same(made: Desk) -> None:
    made.places.data.mkdir()
    (made.places.data / "state.sqlite3").write_bytes(b"no database at all " * 100)
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("greater_than_sign")
        await person.sees("48 columns of 120")
        await person.press("Q")
        await person.until(lambda: not person.app.is_running)


async def test_nonsense_in_what_was_remembered_does_not_hinder_a_start(made: Desk) -> None:
    made.open().close()
    connection = sqlite3.connect(made.places.data / "state.sqlite3")
    connection.execute("INSERT INTO remembered VALUES ('layout', '{\"configured\": [')")
    connection.commit()
    connection.close()
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        assert widths(person) == (43, 51, 26)


SIZES = ((200, 60), (40, 10), (120, 40), (80, 24), (60, 15), (59, 12), (109, 30), (110, 12), (20, 5), (200, 60))


@pytest.mark.parametrize("key", ["", "f2", "f3", "z", "r", "slash", "t"])
async def test_the_screen_takes_any_size_at_any_moment(made: Desk, key: str) -> None:
    sizes = [*random.Random(key).sample(SIZES, len(SIZES)), (120, 40)]
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        if key:
            await person.press(key)
        screen = main_screen(person)
        for size in sizes:
            await person.pilot.resize_terminal(*size)
            await person.until(lambda size=size: fills(person, size[0]))  # type: ignore[misc]
            pane = screen.focused
            assert pane is None or pane.id not in set(Part) or displayed(pane)
        await person.press("escape", "escape")
        await person.until(lambda: person.app.screen is screen)
        await person.press("equals_sign")
        await person.until(lambda: widths(person) == (43, 51, 26))
