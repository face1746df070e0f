"""Undo and redo: one step for each change that a person made, told in words, also after a restart; several at once."""

from builders import Desk
from person import reading, settings


async def test_changes_are_undone_step_by_step_and_it_is_said_what_they_were(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "s", "t")
        await person.type("sea")
        await person.press("enter")
        await person.sees("★ Bridge shut", "21 May 2021 · sea")
        await person.press("g", "g", "U")
        await person.sees("Undone: tag sea on “Bridge shut”")
        await person.misses("· sea")
        await person.press("U")
        await person.sees("Undone: favourite on “Bridge shut”")
        await person.misses("★")
        await person.press("U")
        await person.sees("Nothing to undo.")


async def test_a_change_is_undone_after_a_restart(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("s")
        await person.sees("★ The long report")
    async with reading(made) as person:
        await person.sees("★ The long report")
        await person.press("U")
        await person.sees("Undone: favourite on “The long report”")
        await person.misses("★")


async def test_what_was_undone_is_done_again_also_after_a_restart_until_something_else_is_changed(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("s", "j", "s", "U", "U")
        await person.sees("Undone: favourite on “The long report”")
        await person.misses("★")
        await person.press("ctrl+r")
        await person.sees("Redone: favourite on “The long report”", "★ The long report")
    async with reading(made) as person:
        await person.sees("★ The long report")
        await person.press("ctrl+r")
        await person.sees("Redone: favourite on “Bridge shut”", "★ Bridge shut")
        await person.press("U", "G", "s")
        await person.misses("★ Bridge shut")
        await person.press("ctrl+r")
        await person.sees("Nothing to redo.")


async def test_what_is_undone_shows_in_the_related_pane_too(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.at("Bridge shut")
        await person.sees("In this story")
        await person.press("r", "s")
        await person.sees("★ Bridge to close")
        await person.press("U")
        await person.sees("Undone: favourite on “Bridge to close”")
        await person.misses("★")


async def test_a_correction_is_made_again_in_the_list_and_in_the_text(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        person.library.corrections.correct(person.library.number("long.txt"), "title", "A short report")
        await person.press("U")
        await person.sees("Undone: correction of title")
        await person.press("ctrl+r")
        await person.sees("Redone: correction of title on “The long report”", "● A short report")


async def test_opening_is_no_step_but_marking_as_unread_is(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("s", "enter")
        await person.sees("33 unread")
        await person.press("q", "j", "enter")
        await person.sees("32 unread")
        await person.press("u")
        await person.sees("33 unread")
        await person.press("U")
        await person.sees("Undone: unread on “Bridge shut”", "32 unread")
        await person.press("U")
        await person.sees("Undone: favourite on “The long report”", "32 unread")


async def test_a_correction_is_undone_in_the_list_and_in_the_text(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        person.library.corrections.correct(person.library.number("long.txt"), "title", "A short report")
        await person.press("g", "g", "U")
        await person.sees("Undone: correction of title on “The long report”")
        await person.misses("A short report")


async def test_an_undone_favourite_comes_back_into_a_list_that_it_has_left(made: Desk) -> None:
    async with reading(made, refreshed=True) as person:
        await person.press("j", "s", "3")
        await person.sees("[favourites]", "1 article")
        await person.press("s", "1", "3")
        await person.sees("No favourites yet.")
        await person.press("U")
        await person.at("★ Bridge shut")
        await person.sees("Undone: favourite taken off on “Bridge shut”")


async def test_a_row_that_stays_after_its_mark_went_is_not_counted(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "s", "j", "s", "3")
        await person.sees("[favourites]  2 articles")
        await person.press("U")
        await person.sees("[favourites]  1 article, 1 no longer", "Undone: favourite")
        await person.press("s")
        await person.sees("[favourites]  2 articles")
        await person.press("2")
        await person.sees("[unread]  34 articles")
        await person.press("enter")
        await person.sees("[unread]  33 articles, 1 no longer")
        await person.press("u")
        await person.sees("[unread]  34 articles")
        await person.misses("no longer")


async def test_all_that_is_listed_is_marked_as_read_after_asking_with_the_number(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("2")
        await person.sees("[unread]", "34 articles")
        await person.press("A")
        await person.sees("Mark 34 articles as read?", "U undoes it.")
        await person.press("escape")
        await person.sees("34 unread")
        await person.press("A", "enter")
        await person.sees(" 0 unread", "Read: 34 articles")
        await person.at("The long report")  # the rows stay until the view changes
        await person.press("A")
        await person.sees("All that are listed are read.")
        await person.press("U")
        await person.sees("Undone: read on 34 articles", "34 unread")


async def test_only_what_a_search_lists_is_marked_as_read(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("bridge")
        await person.sees("2 found")
        await person.press("enter", "A")
        await person.sees("Mark 2 articles as read?")
        await person.press("enter")
        await person.sees("32 unread")


async def test_every_version_of_a_listed_story_is_marked_as_read(made: Desk) -> None:
    async with reading(made, settings(stories=True), refreshed=True) as person:
        await person.sees("+1 ▸")
        await person.press("slash")
        await person.type("bridge")
        await person.sees("2 found, 1 story")
        await person.press("enter", "A")
        await person.sees("Mark 2 articles as read?")


# Several at once


async def test_what_is_chosen_is_marked_at_once_and_the_number_named(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("v", "v")
        await person.sees("✓● The long report", "✓● Bridge shut", "2 chosen  3/34")
        await person.at("Bridge to close")
        await person.press("s")
        await person.sees("Favourite: 2 articles", "✓★ The long report", "✓★ Bridge shut")
        await person.press("t")
        await person.sees("Tags of 2 articles")
        await person.type("sea")
        await person.press("enter")
        await person.sees("Tag sea: 2 articles")
        await person.press("A")
        await person.sees("Read: 2 articles", "32 unread")
        await person.press("u")
        await person.sees("Unread: 2 articles", "34 unread")
        await person.press("s")
        await person.sees("No favourite any more: 2 articles")
        for told in ("favourite taken off", "unread", "read", "tag sea", "favourite"):
            await person.press("U")
            await person.sees(f"Undone: {told} on 2 articles")
        await person.press("escape")
        await person.misses("✓", "chosen")
        await person.press("s")
        await person.sees("★ Bridge to close")
        assert "★ The long report" not in person.screen


async def test_a_number_says_how_many_are_chosen(made: Desk) -> None:
    async with reading(made, settings(key_wait=5000)) as person:
        await person.press("3", "v")
        await person.sees("3 chosen  4/34")
        await person.press("G", "9", "v")
        await person.sees("4 chosen  34/34")


async def test_all_above_or_below_the_cursor_are_chosen_and_all_or_none(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "comma")
        await person.sees("✓● The long report", "✓● Bridge shut", "2 chosen  2/34")
        await person.press("A")
        await person.sees("Read: 2 articles", "32 unread")
        await person.press("asterisk")
        await person.sees("34 chosen")
        await person.press("asterisk")
        await person.misses("✓", "chosen")
        await person.press("G", "k", "full_stop")
        await person.sees("2 chosen  33/34")


async def test_what_is_folded_under_the_rows_is_chosen_with_them(made: Desk) -> None:
    async with reading(made, settings(stories=True)) as person:
        await person.sees("+1 ▸")
        await person.press("j", "comma")
        await person.sees("3 chosen")


async def test_some_favourites_among_the_chosen_become_all_favourites(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("s", "v", "v", "s")
        await person.sees("Favourite: 2 articles", "✓★ The long report", "✓★ Bridge shut")


async def test_tags_that_only_some_of_the_chosen_have_stay_there(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t")
        await person.type("sea, old")
        await person.press("enter", "j", "t")
        await person.type("sea")
        await person.press("enter", "k", "v", "v", "t")
        await person.sees("Tags of 2 articles", "only some have: old; that stays so")
        await person.press("ctrl+u")
        await person.type("town")
        await person.press("enter")
        await person.sees("Tag town; No longer sea: 2 articles", "old, town")
        await person.misses("· sea")


async def test_an_article_is_chosen_no_longer_by_the_same_key_and_what_leaves_the_list_is_not_chosen(
    made: Desk,
) -> None:
    async with reading(made) as person:
        await person.press("v", "v", "v", "k", "v")
        await person.sees("2 chosen")
        await person.press("slash")
        await person.type("lantern")
        await person.sees("1 found", "1 chosen")
        await person.press("enter", "escape")
        await person.misses("chosen")


async def test_in_the_reader_the_article_that_is_read_is_marked_whatever_is_chosen(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("v", "v", "enter", "s")
        await person.sees("★ Bridge to close")
        assert "✓★" not in person.screen


async def test_a_folded_story_that_is_chosen_is_all_its_versions_and_undone_at_once(made: Desk) -> None:
    async with reading(made, settings(stories=True), refreshed=True) as person:
        await person.sees("+1 ▸")
        await person.press("j", "v")
        await person.sees("✓● Bridge shut", "2 chosen")
        await person.press("s")
        await person.sees("Favourite: 2 articles")
        assert person.library.counts().favourites == 2
        await person.press("U")
        await person.sees("Undone: favourite on 2 articles")
        assert person.library.counts().favourites == 0
        await person.press("k", "v")
        await person.misses("chosen")


async def test_one_version_that_is_chosen_shows_at_its_folded_story(made: Desk) -> None:
    async with reading(made, settings(stories=True)) as person:
        await person.press("j", "l", "j", "v", "k", "k", "l")
        await person.sees("▸", "1 chosen")
        await person.until(lambda: "✓● Bridge shut" in person.screen)
        await person.press("v")
        await person.sees("2 chosen")


async def test_marking_a_folded_story_says_that_it_is_the_leading_version(made: Desk) -> None:
    async with reading(made, settings(stories=True)) as person:
        await person.press("j", "s")
        await person.sees("Favourite: leading version of 2; l unfolds, v chooses all")
        assert person.library.counts().favourites == 1
        await person.press("s")
        await person.sees("No favourite any more: leading version of 2;")
        await person.press("u")
        await person.sees("Unread: leading version of 2;")
        await person.press("t")
        await person.type("sea")
        await person.press("enter")
        await person.sees("Tag sea: leading version of 2;")
        await person.press("a")
        await person.type("mind this")
        await person.press("enter")
        await person.sees("Note: leading version of 2;")
        await person.press("l", "s")
        await person.misses("leading version")


async def test_marking_what_is_read_says_nothing_of_a_folded_line(made: Desk) -> None:
    async with reading(made, settings(stories=True)) as person:
        await person.press("j", "enter", "s")
        await person.sees("★")
        assert "leading version" not in person.screen


async def test_a_linear_list_says_what_of_a_folded_story_was_marked(made: Desk) -> None:
    async with reading(made, settings(stories=True, linear=True), size=(80, 24)) as person:
        await person.sees("folded.")
        await person.press("j", "s")
        await person.sees("Favourite: leading version of 2; l unfolds, v chooses all")


async def test_a_choice_is_seen_in_plain_ascii(made: Desk) -> None:
    async with reading(made, settings(ascii_marks=True)) as person:
        await person.press("v")
        await person.sees("x* The long report")
