"""Marking: favourites, tags, read and unread; what is shown as set is on the disk."""

from pathlib import Path
from typing import NoReturn

import pytest
from builders import Desk, found
from person import copy_of, reading

from reader.errors import StateError
from reader.library import Library


async def test_a_favourite_has_a_star_and_a_view(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "s")
        await person.until(lambda: "★" in person.row)
        await person.press("3")
        await person.sees("[favourites]", "1 article")
        await person.at("Bridge shut")
        await person.press("s")  # no longer one, but the row stays until the view changes
        await person.until(lambda: "★" not in person.row)
        await person.at("Bridge shut")
        await person.press("1", "3")
        await person.sees("No favourites yet.", "s makes an article one.", "1 shows all articles.")


async def test_marks_are_there_at_the_next_start(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "s", "t")
        await person.type("sea, old")
        await person.press("enter", "enter")
        await person.sees("33 unread", "old · sea", "Kelmsta… · 21 May 2021 · old, sea")
    async with reading(made) as person:
        await person.sees("33 unread", "★ · old · sea")


async def test_an_article_that_is_read_stays_in_the_unread_view_until_it_changes(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("2")
        await person.sees("[unread]", "34 articles")
        await person.press("j", "enter")
        await person.sees("33 unread")
        await person.at("Bridge shut")
        await person.press("q", "j")
        await person.at("Bridge to close")
        await person.press("k")
        await person.at("Bridge shut")
        await person.press("2")
        await person.misses("Kelmstad Daily · 21 May")


async def test_an_article_is_marked_unread_again(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("enter")
        await person.sees("33 unread")
        await person.press("u")
        await person.sees("34 unread")
        assert "● The long report" in person.row


async def test_tags_are_completed_from_those_that_are_known(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t")
        await person.type("harbour news, sea")
        await person.press("enter")
        await person.sees("harbour news, sea")
        await person.press("j", "t", "h")
        await person.sees("known: harbour news")
        await person.press("right", "enter")
        await person.press("4")
        await person.sees("harbour news  2 articles", "sea           1 article")
        await person.press("down", "enter")
        await person.sees("[tag sea]", "1 article")
        await person.at("The long report")


async def test_a_tag_is_taken_away(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t")
        await person.type("sea, town")
        await person.press("enter")
        await person.sees("sea, town")
        await person.press("t", "ctrl+u")
        await person.type("town")
        await person.press("enter")
        await person.misses("sea, town")
        await person.press("4")
        await person.sees("town  1 article")


async def test_leaving_the_tags_changes_nothing(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t", "x", "escape", "4")
        await person.sees("No tags yet; t gives some.")


async def test_a_tag_that_cannot_be_is_refused_in_words(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("t")
        await person.type('a "quoted" tag')
        await person.press("enter")
        await person.sees("is no tag")


async def test_the_article_that_is_read_is_the_one_that_is_marked(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("outlet:kelm*")
        await person.sees("1 found")
        await person.press("enter", "r", "enter")
        await person.sees("fourteen months")  # the other account: it is not in the list
        await person.press("s", "3", "escape")
        await person.sees("[favourites]")
        await person.at("Bridge to close")


async def test_marks_that_cannot_be_saved_are_refused_and_not_shown(ready: Desk, tmp_path: Path) -> None:
    made = copy_of(ready, tmp_path)
    made.places.data.write_text("a file where the directory should be")
    async with reading(made) as person:
        await person.sees("marks cannot be saved")
        await person.press("s")
        await person.press("enter")
        await person.sees("34 unread")
        assert "★" not in person.screen


async def test_marks_that_can_no_longer_be_read_are_told_of_and_reading_goes_on(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> NoReturn:
        raise StateError("the marks are damaged")

    async with reading(made) as person:
        for asked in ("counts", "headlines", "find", "tags"):
            monkeypatch.setattr(Library, asked, fail)
        await person.press("j", "s")
        await person.sees("the marks are damaged")
        await person.press("R", "3", "4", "2", "1", "u", "t", "j", "k", "enter")
        monkeypatch.undo()
        await person.press("G", "escape", "escape", "g", "g", "enter")  # the first takes the notice away
        await person.sees("Paragraph 1 of the report")


async def test_in_the_related_pane_the_article_under_its_cursor_is_marked(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.at("Bridge shut")
        await person.sees("In this story")
        await person.press("r", "s")
        await person.sees("★ Bridge to close")
        assert found(person.library, "is:favourite") == ["bridge-1.txt"]
        await person.press("s")
        await person.misses("★")
        assert found(person.library, "is:favourite") == []
