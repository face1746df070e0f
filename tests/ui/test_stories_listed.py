"""A list of stories: one line for each, its versions unfolded on request, its copies read with it."""

from builders import Desk
from person import FILLERS, reading, settings

BY_STORY = settings(stories=True)


async def test_a_story_is_one_line_that_tells_its_versions_and_outlets(made: Desk) -> None:
    async with reading(made, BY_STORY, size=(200, 60)) as person:
        await person.sees("+1 copy, 2 outlets ▸", f"+{FILLERS - 1} versions ▸")
        rows = [line.partition("│")[0] for line in person.lines]
        assert sum("Bridge" in row for row in rows) == 1
        await person.sees("34 articles · 2 stories", "1/4")


async def test_the_versions_of_a_story_unfold_below_it_and_fold_again(made: Desk) -> None:
    async with reading(made, BY_STORY) as person:
        await person.press("j", "l")
        await person.sees("▾", "2/5")
        titles = [line.partition("│")[0].rstrip() for line in person.lines]
        head = next(index for index, line in enumerate(titles) if "Bridge" in line)
        assert "Bridge" in titles[head + 2]
        assert titles[head + 2].startswith("   ● Bridge")
        await person.press("j", "right")
        await person.sees("▸")
        await person.at("Bridge")
        assert sum("Bridge" in line.partition("│")[0] for line in person.lines) == 1


async def test_a_key_lists_every_article_by_itself_and_stories_again(made: Desk) -> None:
    async with reading(made, BY_STORY) as person:
        await person.press("l")
        await person.sees("There is no other version of it in this list.")
        await person.press("j", "5")
        await person.sees("Every article by itself.", "2/34")
        await person.press("l")
        await person.sees("Every article has a line of its own here; 5 lists stories.")
        assert sum("Bridge" in line.partition("│")[0] for line in person.lines) == 2
        await person.press("5")
        await person.sees("Stories, with their versions folded.", "2/4")


async def test_an_article_that_is_folded_away_is_unfolded_when_it_is_opened(made: Desk) -> None:
    async with reading(made, BY_STORY) as person:
        await person.press("j")
        await person.sees("In this story")
        await person.press("r", "enter", "escape")
        await person.sees("▾", "3/5")


async def test_the_copies_of_an_article_are_read_with_it(made: Desk) -> None:
    async with reading(made, settings(mark_copies_read=True)) as person:
        await person.press("j", "enter")
        await person.sees("1 copy marked as read with it.", "32 unread")


async def test_a_search_folds_what_it_finds_to_stories(made: Desk) -> None:
    async with reading(made, BY_STORY) as person:
        await person.press("slash")
        await person.type("pylons")
        await person.sees("2 found, 1 story")
        await person.press("enter", "l")
        await person.sees("2 found, 1 story", "1/2")


async def test_an_article_that_is_read_while_it_becomes_part_of_a_story_stays_where_it_is(made: Desk) -> None:
    (made.folder / "bridge-1.txt").rename(made.folder.parent / "bridge-1.txt")
    made.refresh()
    async with reading(made, BY_STORY) as person:
        await person.press("j", "enter")
        await person.sees("33 articles", "Kelmstad Daily · Fri 21 May 2021")
        longer = (made.folder.parent / "bridge-1.txt").read_text() + "\nAnd so it went on for a good while longer.\n"
        (made.folder / "bridge-1.txt").write_text(longer)
        await person.press("R")
        await person.sees("34 articles", "▾")
        await person.sees("Kelmstad Daily · Fri 21 May 2021")
        await person.at("Bridge shut")


async def test_an_article_that_is_not_opened_gives_way_to_the_folded_story_that_it_becomes_part_of(made: Desk) -> None:
    (made.folder / "bridge-1.txt").rename(made.folder.parent / "bridge-1.txt")
    made.refresh()
    async with reading(made, BY_STORY) as person:
        await person.press("j")
        await person.sees("33 articles", "2/4")
        longer = (made.folder.parent / "bridge-1.txt").read_text() + "\nAnd so it went on for a good while longer.\n"
        (made.folder / "bridge-1.txt").write_text(longer)
        await person.press("R")
        await person.sees("34 articles", "2/4", "+1 copy ▸")
        await person.at("Bridge")
        await person.misses("▾")


async def test_a_story_of_several_days_tells_them_where_there_is_room(made: Desk) -> None:
    async with reading(made, BY_STORY, size=(80, 24)) as person:
        await person.sees("Kelmstad Daily · 20–21 May 2021 · 1 min")
        days = [row for row in ("30 May 2021", "20–21 May", "10 May 2021", "1–30 Apr") if row in person.screen]
        assert sorted(days, key=person.screen.index) == days  # in the order of the last day of each
        assert len(days) == 4
    async with reading(made, BY_STORY, size=(40, 24)) as person:
        await person.sees("21 May 2021")
        assert "20–21" not in person.screen


async def test_one_day_of_a_story_is_told_as_a_day_and_in_plain_ascii_with_a_hyphen(made: Desk) -> None:
    async with reading(made, settings(stories=True, ascii_marks=True), size=(80, 24)) as person:
        await person.sees("Kelmstad Daily - 20-21 May 2021 - 1 min")
        await person.press("j", "l")
        await person.sees("Varnholt Post - 20 May 2021")


async def test_a_linear_list_says_the_days_of_a_story_in_words(made: Desk) -> None:
    async with reading(made, settings(stories=True, linear=True), size=(80, 24)) as person:
        await person.sees("Kelmstad Daily; 20 to 21 May 2021")
