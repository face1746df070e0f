"""Sequences, numbers, macros, help and actions by words, as a person at the keyboard has them."""

from builders import Desk
from person import reading, settings
from textual.events import Key

from reader.settings.macros import Macro, Step


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
        person.library.save_search("bridges", "title:bridge")
        await person.press("colon")
        await person.type("saved search bri")
        await person.sees("Saved search bridges", "title:bridge")
        await person.press("enter")
        await person.sees("[bridges]", "2 articles")
