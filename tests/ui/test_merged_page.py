"""All versions read as one text: what only the others have at its place, by whom; and what counts as read after it."""

from pathlib import Path

import pytest
from builders import BRIDGE, Desk
from person import Person, copy_of, reading
from told_story import BRIEF, DAILY, FERRY, FRUIT, POST, telling

from reader.model.marking import Highlight


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return telling(tmp_path_factory.mktemp("merged"))


@pytest.fixture
def news(read: Desk, tmp_path: Path) -> Desk:
    return copy_of(read, tmp_path)


async def merged(person: Person) -> None:
    await person.sees("Orchard prices")
    await person.press("j")
    await person.at("Bridge closed")
    await person.press("m")
    await person.sees("the fullest of 3 versions, with 1 passage of the others")


def read_ids(person: Person) -> set[str]:
    numbers = [person.library.number(each) for each in (POST, DAILY, BRIEF, FRUIT)]
    return {each.id for each in person.library.headlines(numbers) if each.marks.read}


async def test_the_fullest_version_has_what_the_others_add_at_its_place(news: Desk) -> None:
    async with reading(news) as person:
        await merged(person)
        await person.sees("Bridge to close", "+ 2 Kelmstad Daily", "+ Nobody will have to pay", "1 added passage")
        lines = person.lines
        ferries, ferry, cost = (
            next(row for row, line in enumerate(lines) if text in line)
            for text in ("Ferries are going", "Nobody will have", "The repair will cost")
        )
        assert ferries < ferry < cost
        assert not lines[cost].strip().startswith("+")
        assert "fifteen" not in person.screen


async def test_brackets_lead_to_what_is_set_in(news: Desk) -> None:
    async with reading(news, size=(60, 15)) as person:
        await merged(person)
        assert "Kelmstad Daily" not in person.screen
        await person.press("right_square_bracket")
        await person.sees("+ 2 Kelmstad Daily")
        await person.press("right_square_bracket")
        await person.sees("This is the last added passage.")


async def test_looking_marks_nothing_and_space_at_the_end_marks_every_version(news: Desk) -> None:
    async with reading(news, size=(80, 24)) as person:
        await merged(person)
        await person.press("G")
        await person.sees("The end. space marks the 3 versions as read.")
        assert read_ids(person) == set()
        await person.press("space")
        await person.sees("3 versions marked as read; u takes that back.")
        assert read_ids(person) == {POST, DAILY, BRIEF}
        novelty = person.library.stories.unseen([person.library.number(POST)])
        assert set(novelty.values()) == {0}
        await person.press("u")
        await person.sees("3 versions marked as unread.")
        assert read_ids(person) == set()


async def test_marks_made_here_are_seen_in_the_list(news: Desk) -> None:
    async with reading(news) as person:
        await merged(person)
        await person.press("M")
        await person.sees("3 versions marked as read")
        await person.press("escape")
        await person.sees("1 unread")


async def test_enter_opens_the_fullest_version(news: Desk) -> None:
    async with reading(news) as person:
        await merged(person)
        await person.press("enter")
        await person.sees("S story", "The repair will cost")
        await person.until(lambda: read_ids(person) == {POST})


async def test_one_version_is_read_as_it_is(news: Desk) -> None:
    async with reading(news) as person:
        await person.at("Orchard prices")
        await person.press("m")
        await person.sees("the only version here", "The end. space marks it as read.")
        await person.press("right_square_bracket")
        await person.sees("The others add nothing.")
        await person.press("question_mark")
        await person.sees("Keys here: merged reading")


async def test_a_story_that_cannot_be_read_says_why(news: Desk) -> None:
    async with reading(news) as person:
        await person.at("Orchard prices")
        (news.folder / FRUIT).unlink()
        await person.press("m")
        await person.sees("This story cannot be read")
        await person.press("space", "M", "enter", "escape")
        await person.sees("S story")


async def test_what_is_highlighted_in_any_version_is_shown_in_the_merged_reading(news: Desk) -> None:
    library = news.open()
    library.notes.highlight(library.number(DAILY), [Highlight(FERRY, "who says so?")])
    library.notes.highlight(library.number(BRIEF), [Highlight(BRIDGE.partition("\n\n")[0].replace("\n", " "))])
    library.close()
    async with reading(news) as person:
        await merged(person)
        await person.sees("»+ Nobody will have to pay", "✎ who says so?")
        assert sum("»" in line and "»+" not in line for line in person.lines) >= 1
        await person.press("right_square_bracket")
        await person.press("right_square_bracket")
        await person.sees("This is the last added passage.")
