"""Searching as one types: words, fields, what is wrong, what is near, and the hits in the text."""

import shutil

import pytest
from builders import Desk
from person import Person, reading, settings
from textual.events import Key

from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.search_bar import SearchBar


async def test_articles_are_found_while_one_types(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.sees("title:x")  # what may be typed
        await person.type("lant")
        await person.sees("1 found")
        await person.type("irn")
        await person.sees("0 found", "Nothing found.", "Spelt differently here: lantirn →")
        await person.press("backspace", "backspace", "backspace")
        await person.type("erns")  # no article holds it, but its singular
        await person.sees("1 found", "/ lanterns")
        await person.at("The long report")


async def test_enter_keeps_a_search_and_gives_the_keys_to_the_results(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("harbour")
        await person.sees("2 found")
        await person.press("enter", "j")
        await person.at("Bridge to close")
        assert "/ harbour" in person.screen
        await person.press("slash", "down", "k")  # the other way to the results
        await person.at("Bridge shut")
        await person.press("slash", "tab", "j")
        await person.at("Bridge to close")


async def search_again(person: Person) -> None:
    """Search for harbour, go to the results, and back into the bar."""
    await person.press("slash")
    await person.type("harbour")
    await person.sees("2 found")
    assert "replaces" not in person.screen
    await person.press("enter", "slash")
    await person.sees("/ harbour", "a letter replaces it, a blank or an arrow keeps it    2 found")


async def test_a_letter_replaces_the_search_that_was_kept(made: Desk) -> None:
    async with reading(made) as person:
        await search_again(person)
        await person.type("l")
        await person.misses("replaces", "harbour")
        await person.type("antern")
        await person.sees("/ lantern", "1 found")


async def test_a_blank_goes_on_with_the_search_that_was_kept(made: Desk) -> None:
    async with reading(made) as person:
        await search_again(person)
        await person.type(" title:close")
        await person.sees("/ harbour title:close", "1 found")


@pytest.mark.parametrize(
    ("key", "typed"), [("left", "xharbour"), ("home", "xharbour"), ("right", "harbourx"), ("end", "harbourx")]
)
async def test_an_arrow_keeps_the_search_that_was_kept_for_editing(made: Desk, key: str, typed: str) -> None:
    async with reading(made) as person:
        await search_again(person)
        await person.press(key)
        await person.misses("replaces")
        await person.sees("/ harbour", "2 found")
        await person.type("x")
        await person.sees(f"/ {typed}")


async def test_nothing_is_said_of_the_search_where_there_is_no_room_or_the_keys_are_elsewhere(made: Desk) -> None:
    async with reading(made) as person:
        await search_again(person)
        await person.press("tab")
        await person.misses("replaces")
    async with reading(made, size=(50, 20)) as person:
        await person.press("slash")
        await person.type("harbour")
        await person.sees("2 found")
        await person.press("enter", "slash", "end")
        await person.sees("/ harbour", "2 found")
        assert "replaces" not in person.screen


async def test_hits_are_shown_in_the_list_and_gone_to_in_the_text(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("lantern")
        await person.sees("A lantern stood there")
        await person.press("enter")
        assert "Another lantern" not in person.screen
        await person.press("n")
        await person.sees("Another lantern stood")
        await person.press("n")
        await person.sees("This is the last hit of the last article.")
        await person.press("N")
        await person.sees("A lantern stood there", "1 of 2")
        await person.press("N")
        await person.sees("This is the first hit of the first article.")
        await person.press("escape", "n")
        await person.sees("Nothing is found in this text.")


async def test_the_same_key_again_goes_on_to_the_hits_of_the_next_article(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("bridge OR lantern OR is:favourite")
        await person.sees("3 found")
        await person.press("enter")
        await person.at("The long report")
        await person.until(lambda: person.app.screen.query_one(ArticleView).hit_count == 2)
        await person.press("n", "n")
        await person.sees("2 of 2  This is the last hit; n again goes on to the next article.")
        await person.at("The long report")
        await person.press("n")
        await person.at("Bridge shut")
        await person.sees("1 of 2 in the next article.")
        await person.press("N")
        await person.sees("N again goes back to the article before.")
        await person.press("N")
        await person.at("The long report")
        await person.sees("2 of 2 in the article before.", "Another lantern")
        await person.press("n")  # said anew, as it was not the key before
        await person.sees("n again goes on")


async def test_a_wrong_query_leaves_the_results_and_points_at_the_fault(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("harbour ")
        await person.sees("2 found")
        await person.press("right_parenthesis")
        await person.sees("^ ", "2 found", "Bridge shut")
        assert person.lines[2].index("^") == person.lines[1].index(")")
        await person.press("enter")  # goes to the results that there are
        await person.press("j")
        await person.at("Bridge to close")
        await person.press("escape", "escape")
        await person.misses("^ ")
        await person.sees("The long report")


async def test_an_unknown_field_is_told_with_the_near_spelling(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("titel:x")
        await person.sees("no field named titel; did you mean title?")


async def test_a_query_that_is_not_finished_is_not_called_wrong(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type('("old harbour')
        await person.sees("2 found")
        assert "^" not in person.screen
        await person.press("enter")
        await person.until(lambda: "^" in person.screen)  # now it is


async def test_a_value_that_cannot_become_right_is_told_while_it_is_typed_in_place_of_the_count(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("harbour after:")
        await person.sees("2 found")
        await person.type("ban")
        await person.sees("'ban' is no date", "Bridge shut")
        assert "^" not in person.screen
        assert "found" not in person.lines[1]
        await person.type("ana")
        await person.sees("'banana' is no date", "/ harbour after:banana")  # nothing was taken from what is typed
        await person.press(*["backspace"] * 6)
        await person.sees("2 found")
        await person.type("2021-0")
        await person.sees("2 found")
        await person.type("x")
        await person.sees("'2021-0x' is no date")
        await person.press("enter")  # now it is a fault, and told as one
        await person.sees("^ '2021-0x' is no date; write a year")
        assert "is no date" not in person.lines[1]
        await person.press("escape", "escape")
        await person.misses("is no date")


async def test_fields_and_marks_narrow_the_list(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "s", "slash")
        await person.type("is:favourite")
        await person.sees("1 found")
        await person.press("ctrl+u")
        await person.type("outlet:varn* after:2021-05")
        await person.sees("1 found")
        await person.at("Bridge to close")
        await person.press("escape")
        await person.sees("The long report")
        await person.misses("outlet:")


async def test_a_search_is_made_in_the_view(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "s", "3", "slash")
        await person.type("harbour")
        await person.sees("[favourites]", "1 found")
        await person.press("ctrl+u")
        await person.type("lantern")
        await person.sees("Nothing found among “favourites”.")
        await person.press("escape")
        await person.sees("[favourites]", "1 article")


async def test_a_tag_set_while_searching_for_it_counts_at_once(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t")
        await person.type("sea")
        await person.press("enter", "slash")
        await person.type("tag:sea")
        await person.sees("1 found")


async def test_a_damaged_word_index_is_told_of_and_built_again_on_request(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("lantern")
        await person.sees("1 found")
        await person.press("escape")
        for path in (made.cache / "index").iterdir():
            if path.is_file():
                path.write_bytes(b"garbled" * 20)
        await person.press("slash")
        await person.type("harbour")
        await person.sees("the word index was damaged")
        await person.press("enter", "R")
        await person.until(lambda: "2 found" in person.screen)


async def test_words_are_searched_for_once_the_index_is_there(made: Desk) -> None:
    shutil.rmtree(made.cache / "index")
    async with reading(made) as person:
        await person.press("slash")
        await person.type("harbour")
        await person.sees("0 found")
        await person.press("enter", "R")
        await person.sees("2 found")


async def test_what_was_found_while_typing_is_kept_by_enter(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("lante")
        await person.sees("1 found")
        await person.press("enter")
        await person.sees("1 found", "enter open")
        await person.at("The long report")


async def test_a_key_behind_a_search_is_about_what_it_finds(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        for key in ("slash", *"orchard", "enter", "s"):  # in one burst: nothing is waited for
            person.app._driver.send_message(Key(key, key if len(key) == 1 else None))  # type: ignore[union-attr]
        await person.sees("★ Orchard prices")
        await person.press("escape", "3")
        await person.sees("[favourites]", "1 article")
        await person.at("Orchard prices")


async def test_who_leaves_a_search_is_where_the_search_began_or_at_what_was_found(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "j", "j", "j", "j")
        await person.at("Note 01")
        await person.press("slash")
        await person.type("lantern")
        await person.sees("1 found")
        await person.press("escape")
        await person.at("Note 01")
        await person.press("slash")
        await person.type("orchard")
        await person.sees("1 found")
        await person.press("enter", "escape")
        await person.at("Orchard prices")
        await person.press("2")
        await person.sees("[unread]")
        await person.at("Orchard prices")


async def test_who_leaves_an_empty_list_is_where_it_was_asked_for(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "j", "j", "j", "j")
        await person.at("Note 01")
        for key in ("enter", "tab"):
            await person.press("slash")
            await person.type("nonesuch")
            await person.sees("Nothing found.")
            await person.press(key, "escape")
            await person.at("Note 01")
        await person.press("3")
        await person.sees("[favourites]", "0 articles")
        await person.press("escape")
        await person.at("Note 01")


async def test_a_value_that_no_article_has_is_told_with_those_that_are_like_it(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t")
        await person.type("weather")
        await person.press("enter", "slash")
        await person.type("outlet:varn")
        await person.sees("0 found", "No outlet is called “varn”:", "Varnholt Post?", "tab completes it.")
        await person.press("ctrl+u")
        await person.type("tag:weath")
        await person.sees("No tag is called “weath”:", "weather?")
        await person.press("ctrl+u")
        await person.type("outlet:zzz")
        await person.sees("No outlet is called “zzz”.")
        await person.misses("completes it")


async def test_tab_completes_fields_marks_and_values_one_after_another(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("-out")
        await person.press("tab")
        assert person.app.screen_stack[0].query_one(SearchBar).text == "-outlet:"
        await person.type("k")
        await person.press("tab")
        await person.sees('/ -outlet:"Kelmstad Daily"')
        await person.press("ctrl+u")
        await person.type("is:")
        await person.press("tab")
        await person.sees("/ is:unread", "1 of 5 · tab next")
        await person.press("tab")
        await person.sees("/ is:read")
        await person.press("ctrl+u")
        await person.type("outlet:post")
        await person.press("tab")
        await person.sees('/ outlet:"Varnholt Post"', "1 found")
        await person.press("tab", "j")  # it is whole: on to the results
        await person.until(lambda: "enter open" in person.foot)


async def test_tab_takes_the_spelling_that_is_offered(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("title:nothing OR lantirn")
        await person.sees("Spelt differently here:", "tab searches for that.")
        await person.press("tab")
        await person.sees("OR lantern", "1 found")
        await person.press("ctrl+u")
        await person.type("lantirn")
        await person.sees("0 found", "tab searches for that.")
        await person.press("enter", "tab")  # from the empty list too
        await person.sees("/ lantern", "1 found")
        await person.at("The long report")


async def test_earlier_searches_come_back_also_at_the_next_start(made: Desk) -> None:
    async with reading(made) as person:
        for word in ("lantern", "harbour", "lantern", "orchard"):
            await person.press("slash", "ctrl+u")
            await person.type(word)
            await person.press("enter")
        await person.sees("/ orchard", "1 found")
        await person.press("escape", "slash")
        await person.type("beg")
        await person.press("up")
        await person.sees("/ orchard", "1 found")
        await person.press("up", "up", "up")
        await person.sees("/ harbour", "2 found", "There is no earlier search.")
        await person.press("down", "down", "down")
        await person.sees("/ beg")
        await person.press("escape", "Q")
    async with reading(made) as person:
        await person.press("slash", "up", "up")
        await person.sees("/ lantern", "1 found")
        await person.press("down", "down", "down")  # behind the last one, to the results
        await person.until(lambda: "enter open" in person.foot)


async def test_one_line_for_each_article_stays_so_at_the_next_start(made: Desk) -> None:
    async with reading(made, settings(stories=True)) as person:
        await person.press("5")
        await person.sees("Every article by itself.")
    async with reading(made, settings(stories=True)) as person:
        await person.sees("1/34")
    async with reading(made, settings(stories=False)) as person:
        await person.sees("1/34")


async def test_what_is_selected_by_keys_can_be_highlighted_at_once(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("enter", "v", "j", "a")
        await person.sees("Highlight 10 words: ")
