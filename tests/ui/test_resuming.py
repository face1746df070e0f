"""A start goes on where the last one ended, however that ended, and begins anew where that is not there any more."""

import json

import pytest
from builders import Desk, nothing
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st
from person import Person, reading, settings

from reader.settings.config import Config
from reader.ui.arrangement import Part
from reader.ui.resuming import Left, read, written
from reader.ui.screens.main import MainScreen


def main_screen(person: Person) -> MainScreen:
    screen = person.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def focused(person: Person) -> str:
    return str(getattr(person.app.screen.focused, "id", ""))


async def leave(person: Person) -> None:
    await person.press("Q")
    await person.until(lambda: not person.app.is_running)


async def test_the_same_article_is_shown_at_the_same_place_and_the_pane_has_the_keys(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("enter", *["j"] * 30)
        await person.misses("Paragraph 5 of")
        place = main_screen(person).reader.place
        await leave(person)
    async with reading(made) as person:
        await person.until(lambda: main_screen(person).reader.place == place)
        await person.misses("Paragraph 5 of")
        await person.at("The long report")
        assert focused(person) == "reader"
        await person.until(lambda: "33 unread" in person.title)
        await person.press("escape", "j", "enter")
        await person.sees("The old harbour bridge")
        await person.press("left_parenthesis")  # what was opened before the start is there to go back to
        await person.sees("1 of 2")
        await person.until(lambda: main_screen(person).reader.place == place)


async def test_the_place_is_the_same_words_on_a_screen_of_another_size(made: Desk) -> None:
    async with reading(made, size=(200, 50)) as person:
        await person.press("enter", *["j"] * 61)
        await person.until(lambda: main_screen(person).reader.place[0] > 10)
        place = main_screen(person).reader.place
        await leave(person)
    async with reading(made, size=(50, 12)) as person:
        await person.until(lambda: main_screen(person).reader.place == place)
        assert focused(person) == "reader"


async def test_the_cursor_stands_far_down_with_rows_above_it(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press(*["j"] * 25)
        await person.sees("note-21")
        await person.press("k", "k", "k", "j")
        await person.at("Note 19")
        rows = person.lines.index(next(line for line in person.lines if line.startswith("▌")))
        await leave(person)
    async with reading(made) as person:
        await person.at("Note 19")
        await person.until(lambda: person.lines[rows].startswith("▌"))
        await person.press("j", "j")
        await person.at("Note 21")
        await person.sees("note-21", "Note 20", "Note 22")
        assert focused(person) == "list"
        assert "34 unread" in person.title
        await person.press("k")
        await person.at("Note 20")


async def test_the_view_is_the_same_and_holds_what_was_read_in_it(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("2", "j", "enter")
        await person.sees("33 unread", "[unread]")
        await leave(person)
    async with reading(made) as person:
        await person.sees("[unread]", "34 articles", "The old harbour bridge")
        await person.at("Bridge shut")
        assert focused(person) == "reader"


async def test_it_is_on_the_disk_within_a_second_without_leaving(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "j")
        await person.until(lambda: "bridge-1.txt" in person.library.remembered("left", here=True))
        await person.press("enter")
        await person.until(lambda: '"reader"' in person.library.remembered("left", here=True))


async def test_where_the_article_has_vanished_the_list_begins_at_its_first_row(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "enter")
        await person.sees("The old harbour bridge", "33 unread")
        await leave(person)
    (made.folder / "bridge-2.txt").unlink()
    library = made.open()
    library.refresh(nothing)
    library.close()
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.at("The long report")
        assert focused(person) == "list"


async def test_who_does_not_want_it_begins_anew_and_nothing_is_kept(made: Desk) -> None:
    async with reading(made, settings(resume=False)) as person:
        await person.press("j", "enter")
        await person.sees("33 unread")
        await leave(person)
    library = made.open()
    assert library.remembered("left", here=True) == ""
    library.close()
    async with reading(made) as person:
        await person.press("j", "j")
        await person.sees("fourteen months")
        await leave(person)
    async with reading(made, settings(resume=False)) as person:
        await person.sees("Paragraph 0 of")
        await person.at("The long report")


async def test_nonsense_in_what_was_remembered_does_not_hinder_a_start(made: Desk) -> None:
    library = made.open()
    library.remember("left", written(Left("long.txt", (10**9, 10**9, 7), Part.RELATED, True, "?", "is:(")), here=True)
    library.close()
    async with reading(made) as person:
        await person.sees("Paragraph 59 of")
        await person.press("escape", "j")
        await person.sees("The old harbour bridge")


def test_the_configuration_has_it_switched_on() -> None:
    assert Config().resume


@hypothesis_settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(
    st.builds(
        Left,
        article=st.text(),
        place=st.tuples(st.integers(0), st.integers(0), st.integers()),
        part=st.sampled_from(Part),
        opened=st.booleans(),
        view=st.text(),
        query=st.text(),
        above=st.integers(0),
    )
)
def test_what_is_remembered_is_read_again(left: Left) -> None:
    assert read(written(left)) == left


WRONG: tuple[tuple[int, object], ...] = ((0, 3), (2, "cellar"), (4, None), (5, []))
GOOD = ["a.txt", [1, 2, 3], "list", True, "", ""]


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "[]", "null", "7", "[" * 100_000),
        *(
            json.dumps([*GOOD[:at], wrong, *GOOD[at + 1 :]])
            for at, wrong in ((0, 3), (2, "cellar"), (4, None), (5, []))
        ),
        *(json.dumps([GOOD[0], place, *GOOD[2:]]) for place in (7, [1], [-1, 0, 0], ["a", 0, 0], [float("nan"), 0, 0])),
    ],
)
def test_nonsense_is_nothing(text: str) -> None:
    assert read(text) == Left()
