"""Sequences, numbers, macros, help and actions by words, as a person at the keyboard has them."""

from dataclasses import fields

import pytest
from builders import Desk
from person import reading, settings
from textual.events import Key
from textual.widgets import Input

from reader.settings.macros import Macro, Step
from reader.ui.screens.main import MainScreen
from reader.ui.widgets.drawing import UNICODE, Glyphs
from reader.ui.widgets.legend import MARKS


async def test_a_number_before_a_key_says_how_often(made: Desk) -> None:
    async with reading(made, settings(key_wait=5000)) as person:
        await person.sees("Paragraph 0 of")
        await person.press("1", "0", "j")
        await person.at("Note 06")
        await person.press("2", "k")
        await person.at("Note 04")
        await person.press("3", "G")
        await person.at("Bridge to close")
        await person.press("g", "g")
        await person.at("The long report")


async def test_a_digit_by_itself_is_a_view_as_soon_as_nothing_more_comes(made: Desk) -> None:
    async with reading(made, settings(key_wait=50)) as person:
        await person.press("3")
        await person.sees("[favourites]")


async def test_what_was_begun_is_shown_with_what_may_follow_and_esc_forgets_it(made: Desk) -> None:
    async with reading(made, settings(key_wait=5000)) as person:
        await person.press("j", "g")
        await person.until(lambda: person.foot.strip().startswith("g …   g top"))
        await person.press("escape")
        await person.until(lambda: "enter open" in person.foot)
        await person.at("Bridge shut")
        await person.press("g", "y")
        await person.until(lambda: "gy means nothing here." in person.foot)
        await person.press("4", "2")
        await person.until(lambda: "42 …" in person.foot)


async def test_numbers_and_sequences_work_on_pages(made: Desk) -> None:
    async with reading(made, settings(key_wait=5000)) as person:
        await person.press("0")
        await person.sees("Front page")
        await person.until(lambda: person.foot.endswith(" 1/5"))
        await person.press("3", "j")
        await person.until(lambda: person.foot.endswith(" 4/5"))
        await person.press("g", "g")
        await person.until(lambda: person.foot.endswith(" 1/5"))


async def test_a_macro_does_its_steps_and_is_found_in_help_and_by_words(made: Desk) -> None:
    later = Macro("later", ("x",), (Step("article.tag", "+later"), Step("move.down")), "Tag as later and go on")
    async with reading(made, settings(macros=(later,))) as person:
        await person.sees("Paragraph 0 of")
        await person.press("x")
        await person.at("Bridge shut")
        await person.until(lambda: [each.tag for each in person.library.tags()] == ["later"])
        await person.press("question_mark")
        await person.type("later")
        await person.sees("Your own", "x", "Tag as later and go on")
        await person.press("escape", "colon")
        await person.type("tag as later")
        await person.sees("macro.later")
        await person.press("enter")
        await person.at("Bridge to close")


async def test_steps_of_a_macro_may_name_what_they_take(made: Desk) -> None:
    steps = (Step("article.tag", "+iraq -nothing"), Step("view.tag", "iraq"), Step("search.open", "lantern"))
    async with reading(made, settings(macros=(Macro("m", ("x",), steps),))) as person:
        await person.sees("Paragraph 0 of")
        await person.press("x")
        await person.sees("[tag iraq]", "1 found", "lantern")
        await person.press("slash", "up")  # such a search is no earlier one that somebody typed
        await person.sees("There is no earlier search.")


async def test_the_help_shows_the_keys_of_the_pane_and_finds_those_of_the_others(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("question_mark")
        await person.sees("Keys in the list")
        assert "In the search bar" not in person.screen
        await person.type("clear the search")
        await person.sees("In the search bar", "Clear the search and go back")
        await person.press("escape", "enter", "question_mark")
        await person.sees("Keys in the text")


async def test_the_line_of_keys_is_that_of_the_pane(made: Desk) -> None:
    async with reading(made) as person:
        await person.until(lambda: "enter open" in person.foot)
        await person.press("enter")
        await person.until(lambda: "] new" in person.foot and "enter open" not in person.foot)
        await person.press("slash")
        await person.until(lambda: "enter results" in person.foot)


async def test_tags_are_found_by_their_words(made: Desk) -> None:
    async with reading(made, settings(macros=(Macro("m", ("x",), (Step("article.tag", "+iraq"),)),))) as person:
        await person.sees("Paragraph 0 of")
        await person.press("x", "colon")
        await person.type("tag iraq")
        await person.sees("1 article")
        await person.press("enter")
        await person.sees("[tag iraq]")


async def test_the_actions_of_a_page_are_found_by_their_words(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("p")
        await person.sees("[1 all")
        await person.press("colon")
        await person.type("people alone")
        await person.sees("names.people")
        await person.press("enter")
        await person.sees("[2 people")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("reload", "config.reload"),
        ("settings", "config.reload"),
        ("article favourite", "article.favourite"),
        ("hit next", "search.next_hit"),
    ],
)
async def test_an_action_is_found_by_its_id_and_by_words_in_any_order(made: Desk, typed: str, first: str) -> None:
    async with reading(made) as person:
        await person.press("colon")
        await person.type(typed)
        await person.until(lambda: first in person.screen.partition(typed)[2][:400])


async def test_keys_that_come_in_one_burst_mean_what_the_first_leads_to(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        for key in ("slash", *"lantern", "enter", "s", "r"):
            person.app._driver.send_message(Key(key, key if len(key) == 1 else None))  # type: ignore[union-attr]
        await person.sees("1 found", "★ The long report")
        await person.until(lambda: "enter open" in person.foot and "page" not in person.foot)


async def test_saved_searches_are_found_by_their_words(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        person.library.saved_searches.save("bridges", "title:bridge")
        await person.press("colon")
        await person.type("saved search bri")
        await person.sees("Saved search bridges", "title:bridge")
        await person.press("enter")
        await person.sees("[bridges]", "2 articles")


async def test_the_help_of_the_search_bar_tells_how_a_search_is_written(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash", "f1")
        await person.sees("How a search is written", "one OR other", "-word")
        await person.type("phrase")
        await person.sees('"two words"')
        await person.press("escape", "escape", "question_mark")
        await person.sees("Keys in the list")
        assert "How a search is written" not in person.screen
        await person.type("newer:")
        await person.sees("What it can ask for", "newer:3d")


async def test_the_help_tells_the_marks_and_finds_them_by_their_signs(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("question_mark", "end")
        await person.sees("Marks on this screen", "Beside a passage: it is new to you")
        await person.type("+7 new")
        await person.sees("+n new", "so many new passages")
        assert "Beside a passage" not in person.screen
        await person.press("ctrl+u")
        await person.type("inferred")
        await person.sees("≈", "Before a value that was inferred")
        await person.press("ctrl+u")
        await person.type("only the first")
        await person.sees("Marks on other screens")


async def test_the_help_tells_the_marks_in_plain_ascii_and_finds_them_by_either_sign(made: Desk) -> None:
    async with reading(made, settings(ascii_marks=True)) as person:
        await person.press("question_mark")
        person.app.screen.query_one(Input).value = "★"
        await person.until(lambda: any("+  " in line and "A favourite" in line for line in person.lines))
        await person.press("ctrl+u")
        await person.type("+7 new")
        await person.sees("+n new", "so many new passages")
        assert "¶" not in person.screen


async def test_the_help_of_a_linear_screen_tells_its_words(made: Desk) -> None:
    async with reading(made, settings(linear=True)) as person:
        await person.press("question_mark")
        await person.type("inferred")
        await person.sees("probably", "Before a value that was inferred")


async def test_the_help_of_a_page_tells_its_marks(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "d")
        await person.sees("Compare")
        await person.press("question_mark", "end")
        await person.sees("Marks on this screen", "only the second has it")
        assert "Who has what" not in person.screen


def test_every_sign_of_the_person_and_of_doubt_is_in_the_legend() -> None:
    """A sign that is added must be explained."""
    layout = {"ellipsis", "dot", "entry", "dash", "bullet", "inner_bullet", "wall", "words", "passages"}
    told = " ".join(mark.forms for mark in MARKS)
    for each in fields(Glyphs):
        assert each.name in layout or str(getattr(UNICODE, each.name)) in told, each.name
    assert f"+n{UNICODE.passages}" in told


@pytest.mark.parametrize("keys", [("4",), ("f9",), ("colon", *"tags of"), ("t",), ("exclamation_mark",)])
async def test_two_enters_of_one_burst_close_a_dialog_once(made: Desk, keys: tuple[str, ...]) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("t", *"sea", "enter")
        await person.sees("sea")
        await person.press(*keys)
        await person.until(lambda: len(person.app.screen_stack) > 1)
        for _ in range(3):
            person.app.post_message(Key("enter", "\r"))
        await person.until(lambda: len(person.app.screen_stack) == 1)
        await person.press("escape", "escape")
        assert person.app.failure is None


@pytest.mark.parametrize("key", ["i", "colon", "S", "0", "p", "d", "slash", "t"])
async def test_a_key_behind_the_one_that_ends_the_application_means_nothing(made: Desk, key: str) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        screen = person.app.screen
        assert isinstance(screen, MainScreen)
        await screen.action_press("Q")
        await screen.action_press(key)
        await person.until(lambda: not person.app.is_running)
        assert person.app.failure is None
