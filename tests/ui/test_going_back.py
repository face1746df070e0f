"""Back and forward through what was opened: the article, its place, its pane, and the list it was opened from."""

import pytest
from builders import Desk
from person import Person, reading

from reader.ui.screens.main import MainScreen


def main_screen(person: Person) -> MainScreen:
    screen = person.app.screen_stack[0]
    assert isinstance(screen, MainScreen)
    return screen


def focused(person: Person) -> str:
    return str(getattr(person.app.screen.focused, "id", ""))


async def test_back_leads_to_the_article_opened_before_at_its_place(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("enter", *["j"] * 20)
        await person.misses("Paragraph 0 of")
        place = main_screen(person).reader.place
        await person.press("escape", "j", "j", "enter")
        await person.sees("fourteen months")
        await person.press("left_parenthesis")
        await person.sees("1 of 2 · ( back  ) forward", "Paragraph 10 of")
        await person.at("The long report")
        await person.until(lambda: main_screen(person).reader.place == place)
        assert focused(person) == "reader"
        await person.press("left_parenthesis")
        await person.sees("This is the first article that was opened.")
        await person.press("alt+right")
        await person.sees("2 of 2", "fourteen months")
        await person.at("Bridge to close")
        await person.press("right_parenthesis")
        await person.sees("This is the last article that was opened.")


async def test_an_article_that_was_only_passed_is_no_part_of_it_and_back_leads_to_the_last_one_opened(
    made: Desk,
) -> None:
    async with reading(made) as person:
        await person.press("enter", "escape", "j")
        await person.sees("The old harbour bridge")
        await person.press("j", "j")
        await person.sees("Apples were dear")
        await person.press("left_parenthesis")
        await person.sees("1 of 1", "Paragraph 0 of")
        await person.at("The long report")


async def test_opening_another_after_going_back_cuts_off_the_way_forward(made: Desk) -> None:
    async with reading(made) as person:
        for key in ("j", "j"):
            await person.press("enter", "escape", key)
            await person.sees("The old harbour bridge")
        await person.press("enter")
        await person.at("Bridge to close")
        await person.press("left_parenthesis", "left_parenthesis")
        await person.sees("1 of 3", "Paragraph 0 of")
        await person.press("escape", "j", "j", "j", "enter")
        await person.sees("Apples were dear")
        await person.press("right_parenthesis")
        await person.sees("This is the last article that was opened.")
        await person.press("left_parenthesis")
        await person.sees("1 of 2", "Paragraph 0 of")


async def test_a_related_article_leads_back_to_the_one_it_was_opened_from_and_to_its_pane(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "enter")
        await person.sees("more than a year", "Bridge to close", "In this story")
        await person.press("r", "enter")
        await person.sees("fourteen months")
        await person.until(lambda: focused(person) == "reader")
        await person.press("left_parenthesis")
        await person.sees("more than a year", "1 of 2")
        assert focused(person) == "related"


async def test_an_article_opened_from_the_story_page_leads_back_to_the_one_before(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "enter")
        await person.sees("more than a year")
        await person.press("S")
        await person.sees("2 versions")
        await person.press("j", "enter")
        await person.sees("fourteen months")
        await person.press("left_parenthesis")
        await person.sees("1 of 2", "more than a year")
        await person.press("escape")
        await person.until(lambda: focused(person) == "list")


async def test_the_view_and_the_search_come_back_in_which_it_was_opened(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("2", "j", "enter")
        await person.sees("[unread]", "33 unread")
        await person.press("slash")
        await person.type("apples")
        await person.sees("1 found")
        await person.press("enter", "enter")
        await person.sees("Apples were dear", "32 unread")
        await person.press("escape", "escape", "escape")
        await person.misses("[unread]")
        await person.press("left_parenthesis")  # only passed since then: back to what was opened last
        await person.sees("2 of 2", "[unread]", "0 found, 1 no longer")
        await person.press("left_parenthesis")
        await person.sees("1 of 2", "[unread]", "32 articles, 1 no longer")
        await person.at("Bridge shut")
        await person.press("right_parenthesis")
        await person.sees("2 of 2", "0 found, 1 no longer", "apples")
        await person.at("Orchard prices")


async def test_an_article_that_has_vanished_is_passed_over(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("enter", "escape", "j", "enter", "escape", "j", "j", "enter")
        await person.sees("Apples were dear")
        (made.folder / "bridge-2.txt").unlink()
        await person.press("R")
        await person.misses("Bridge shut")
        await person.press("left_parenthesis")
        await person.sees("1 of 2", "Paragraph 0 of")


async def test_what_is_read_stays_on_show_when_news_come_though_it_is_not_listed(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("title:shut")
        await person.sees("1 found")
        await person.press("enter")
        await person.sees("more than a year", "Bridge to close")
        await person.press("r", "enter")
        await person.sees("fourteen months")
        (made.folder / "shut.txt").write_text("---\ntitle: Shut again\n---\nThe news of the day.\n")
        await person.press("R")
        await person.sees("2 found")
        await person.until(lambda: main_screen(person).list.cursor_number != main_screen(person).shown)
        assert "fourteen months" in person.screen


@pytest.mark.parametrize(
    ("page", "seen"), [("0", "now · 5 Apr"), ("S", "Who has what"), ("T", "days ·"), ("m", "of 2 versions")]
)
async def test_back_from_an_article_that_a_page_opened_leads_to_the_page_and_then_to_the_list(
    made: Desk, page: str, seen: str
) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.at("Bridge shut")
        await person.sees("In this story")
        await person.press(page)
        await person.sees(seen)
        await person.press("enter")
        await person.misses(seen)
        await person.press("q")
        await person.sees(seen)
        await person.press("q")
        await person.misses(seen)
        await person.press("q", "q")
        await person.until(lambda: not person.app.is_running)
