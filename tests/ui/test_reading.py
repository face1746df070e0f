"""Reading: from the list into an article, to what is related, through the panes and back."""

import pytest
from builders import Desk, desk
from person import reading, settings

from reader.settings.config import MarkRead


async def test_a_start_shows_the_newest_articles_and_the_first_of_them(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("The long report", "Paragraph 0 of the report", "34 articles", "34 unread · 1 problem")
        assert "● The long report" in person.row
        assert person.foot.endswith("1/34")


async def test_the_reader_and_the_related_articles_follow_the_cursor(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.sees("The old harbour bridge", "more than a year", "In this story", "Bridge to close")
        await person.press("j", "j")
        await person.sees("Apples were dear", "Nothing in this")
        await person.press("k")
        await person.sees("fourteen months")


async def test_opening_an_article_marks_it_read_and_back_leads_to_the_list(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "enter")
        await person.sees("33 unread")
        assert "●" not in person.row
        await person.press("j", "j")
        await person.at("Bridge shut")  # the text moved, not the cursor
        await person.press("q", "j")
        await person.at("Bridge to close")
        await person.sees("33 unread")


async def test_space_reads_on_page_by_page_and_then_the_next_unread_article(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("space")
        await person.sees("33 unread")
        assert "Paragraph 0 of" not in person.screen
        await person.press("end")  # the end of the list, not of the text
        await person.at("Note 29")
        await person.press("home", "tab", "end")
        await person.sees("Paragraph 59 of")
        await person.press("space")
        await person.sees("more than a year", "32 unread")
        await person.at("Bridge shut")


async def test_space_on_a_narrow_screen_opens_before_it_reads_on(made: Desk) -> None:
    async with reading(made, size=(50, 20)) as person:
        await person.sees("● The long report")
        await person.press("space")
        await person.sees("Paragraph 0 of", "33 unread")
        await person.press("space")
        await person.misses("Paragraph 0 of")
        assert "33 unread" in person.title


async def test_after_the_last_unread_article_space_says_so(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("G")
        await person.sees("talked about the note-29")
        await person.press("space")
        await person.sees("33 unread")
        await person.press("space")
        await person.sees("No unread article below this one.")
        await person.press("k")
        await person.misses("No unread article below this one.")


async def test_a_related_article_is_opened_from_its_pane_and_the_cursor_follows(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.sees("Bridge to close", "In this story")
        await person.press("r", "enter")
        await person.at("Bridge to close")
        await person.sees("fourteen months", "33 unread")


async def test_the_related_pane_closes_with_the_key_that_leads_to_it(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Nothing in this")
        await person.press("r", "r")
        await person.misses("Nothing in this")
        await person.press("tab", "tab", "j")
        await person.at("Bridge shut")  # two panes, so two steps lead back to the list


async def test_related_articles_come_on_request_on_a_screen_of_80_columns(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.press("j")
        await person.sees("The old harbour bridge")
        assert "In this story" not in person.screen
        await person.press("r")
        await person.sees("In this story", "96 % same text")
        assert "The old harbour bridge" not in person.screen
        await person.press("escape")
        await person.sees("The old harbour bridge")


async def test_nothing_but_the_text(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("z")
        await person.misses("Broadsheet", "Bridge shut", "favourite")
        await person.sees("Paragraph 0 of")
        await person.press("z")
        await person.sees("Broadsheet", "Bridge shut", "favourite")
        await person.press("z", "escape")
        await person.sees("Broadsheet", "Bridge shut", "favourite")


async def test_the_other_pane_is_moved_without_going_there(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press(*["J"] * 9)
        await person.misses("Paragraph 0 of")
        await person.at("The long report")
        await person.press(*["K"] * 9)
        await person.sees("Paragraph 0 of")
        await person.press("tab", "J")
        await person.at("Bridge shut")


async def test_the_other_pane_is_not_moved_where_it_cannot_be_seen(made: Desk) -> None:
    async with reading(made, size=(50, 20)) as person:
        await person.press("J")
        await person.sees("No other pane is on the screen.")


async def test_page_furniture_is_folded_until_it_is_asked_for(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "j", "j")
        await person.sees("Apples were dear")
        assert "Your email address" not in person.screen
        await person.press("b")
        await person.sees("Your email address")


SIZES = ((120, 40), (90, 24), (58, 20))


@pytest.mark.parametrize("keys", [("j",), ("j", "enter"), ("j", "r"), ("slash", "b", "r")])
async def test_another_size_of_the_terminal_keeps_article_and_pane(made: Desk, keys: tuple[str, ...]) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press(*keys)
        await person.sees("Bridge shut")
        focus = person.app.screen.focused
        for width, height in (*SIZES, *reversed(SIZES)):
            await person.pilot.resize_terminal(width, height)
            await person.until(lambda height=height: len(person.lines) == height)  # type: ignore[misc]
            assert person.app.screen.focused is focus
            await person.sees("Bridge" if "r" in keys else "bridge" if "enter" in keys else "Bridge shut")
        await person.sees("Bridge shut")


async def test_back_leaves_a_search_then_a_view_and_then_the_application(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("2", "slash", *"bridge", "enter")
        await person.sees("2 found", "[unread]")
        await person.press("q")
        await person.sees("34 articles", "[unread]")
        await person.press("q")
        await person.misses("[unread]")
        await person.press("escape")  # back leads nowhere, and does not quit
        assert person.app.is_running
        await person.press("q")
        await person.until(lambda: not person.app.is_running)


async def test_articles_are_read_as_the_cursor_passes_where_that_is_wanted(made: Desk) -> None:
    async with reading(made, settings(mark_read=MarkRead.PREVIEW)) as person:
        await person.sees("33 unread")
        await person.press("j")
        await person.sees("32 unread")


async def test_articles_stay_unread_where_that_is_wanted(made: Desk) -> None:
    async with reading(made, settings(mark_read=MarkRead.NEVER)) as person:
        await person.sees("Paragraph 0 of")
        await person.press("enter", "space", "q")
        await person.sees("34 unread")
        assert "●" in person.row


async def test_an_empty_folder_says_so_and_takes_every_key(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        pass
    empty = desk(made.folder.parent / "other")
    async with reading(empty, size=(80, 24), refreshed=True) as person:
        await person.sees("No articles in “articles” yet.", "Put files into it; R looks for them.")
        await person.press(
            "enter", "space", "s", "u", "t", "b", "n", "N", "J", "K", "G", "g", "g", "j", "r", "escape", "z"
        )
        await person.sees("There is no text to show.", "0 articles")


async def test_a_folder_of_pictures_says_where_the_reasons_are(made: Desk) -> None:
    pictures = desk(made.folder.parent / "other")
    (pictures.folder / "picture.txt").write_bytes(b"\x89PNG\r\n" + bytes(range(256)))
    async with reading(pictures, size=(80, 24), refreshed=True) as person:
        await person.sees("1 file here is no article.", "! tells why, and what to do.", "1 problem")
        await person.press("exclamation_mark")
        await person.sees("1 file without an article", "picture.txt", "not text")
        await person.press("escape")
        await person.sees("! tells why, and what to do.")


async def test_an_article_that_vanished_without_notice_says_so(made: Desk) -> None:
    (made.folder / "bridge-2.txt").unlink()
    async with reading(made) as person:
        await person.press("j")
        await person.sees("This article cannot be read")
        await person.press("j")
        await person.sees("fourteen months")


async def test_answers_are_seen_also_where_nothing_is_shown_but_the_text(made: Desk) -> None:
    async with reading(made, settings(ascii_marks=False)) as person:
        await person.sees("Paragraph 0 of")
        await person.press("z")
        await person.misses("space page")
        await person.press("U")
        await person.sees("Nothing to undo.")
        await person.press("j")
        await person.misses("Nothing to undo.", "space page")
