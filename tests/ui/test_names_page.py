"""The names page: who and what the folder is about, narrowed, told, split, joined, and back to the articles."""

from pathlib import Path

import pytest
from builders import Desk, desk, write
from person import Person, reading, settings

TALKS = (
    "Foreign Minister Fuad Hussein received Secretary of State Antony Blinken in Baghdad on Wednesday, and both of them"
    " spoke of the water of the two rivers for more than an hour.\n\n"
    "Fuad Hussein thanked Antony Blinken for his visit. Hussein will travel to Washington in the summer.\n"
)
LETTER = (
    "A letter that Anthony Blinken wrote to Fuad Hussein was read aloud in the parliament of Iraq on Thursday evening,"
    " and Ilse Varga asked for a copy of every page.\n"
)
HARBOUR = "The harbour wall of Baghdad will be looked at, said Ada Brenner. Ada Brenner asked the council for money.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = desk(tmp_path_factory.mktemp("names"))
    write(made.folder, "talks.txt", TALKS, title="Talks about water", day="2021-04-07")
    write(made.folder, "letter.txt", LETTER, title="A letter is read", day="2021-05-08")
    write(made.folder, "harbour.txt", HARBOUR, title="The wall of the harbour", day="2021-05-09")
    made.refresh()
    return made


@pytest.fixture
def news(folder: Desk, tmp_path: Path) -> Desk:
    """The folder with marks of its own."""
    return Desk(type(folder.places)(folder.folder, folder.cache, tmp_path / "data", tmp_path / "log"))


def under_cursor(person: Person) -> str:
    """What stands in the list's row under the cursor."""
    rows = [line for line in person.lines if line.startswith(("▌", "|"))]
    return rows[0].partition("│")[0].strip("▌| ") if rows else ""


async def opened(person: Person) -> None:
    await person.sees("Talks about water")
    await person.press("p")
    await person.sees("Names", "Written")


async def go_to(person: Person, name: str) -> None:
    """Move the cursor to a name, from the top."""
    await person.press("g", "g")
    for _ in range(12):
        if under_cursor(person).startswith(name):
            return
        await person.press("j")
        await person.pilot.pause()
    raise AssertionError(person.screen)


async def test_the_page_lists_names_and_tells_the_one_under_the_cursor(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "Fuad Hussein")
        await person.sees(
            "person · 2 articles · 4 mentions", "Fuad Hussein 3", "Hussein 1", "Called", "Foreign Minister"
        )
        await person.sees("7 Apr 2021 — 8 May 2021, by day", "Named beside", "Antony Blinken 2", "A letter is read")
        assert "1 all" in person.title
        assert "enter articles" in person.foot
        await person.press("escape")
        await person.sees("enter open")


async def test_digits_choose_the_kind(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("3")
        await person.sees("[3 places")
        await person.until(lambda: under_cursor(person).startswith("Baghdad"))
        assert "Antony Blinken  " not in person.screen.partition("Written")[0]
        await person.press("2")
        await person.sees("[2 people")
        await person.misses("Baghdad               ")
        await person.press("1")
        await person.sees("[1 all")


async def test_a_part_narrows_the_list_and_escape_widens_it(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("slash")
        await person.type("anthony")
        await person.until(lambda: under_cursor(person).startswith("Antony Blinken"))
        await person.until(lambda: person.foot.endswith("1/1"))
        await person.type("x")
        await person.sees("No name holds “anthonyx”.")
        await person.press("escape")
        await person.until(lambda: not person.foot.endswith("1/1") and "Fuad Hussein" in person.screen)
        await person.press("escape")
        await person.sees("enter open")


async def test_what_is_named_once_is_listed_on_demand(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        assert "Ilse Varga" not in "\n".join(line.partition("│")[0] for line in person.lines)
        await person.press("full_stop")
        await person.until(lambda: any(line.startswith(" Ilse Varga") for line in person.lines))
        await person.sees("listed too")
        await person.press("full_stop")
        await person.until(lambda: not any(line.startswith(" Ilse Varga") for line in person.lines))


async def test_enter_lists_the_articles_of_the_name_and_escape_leads_back_to_it_and_then_to_all(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "Antony Blinken")
        await person.sees("2 articles")
        await person.until(lambda: " Antony Blinken" in person.screen.partition("Written")[0].partition("│")[2])
        await person.press("enter")
        await person.sees("[person Antony Blinken]", "2 articles")
        await person.misses("The wall of the harbour")
        await person.press("p")  # the page begins where it was left
        await person.until(lambda: under_cursor(person).startswith("Antony Blinken"))
        await person.press("q")
        await person.sees("[person Antony Blinken]")
        await person.press("q")  # the page again
        await person.until(lambda: under_cursor(person).startswith("Antony Blinken"))
        await person.press("q")
        await person.sees("The wall of the harbour")
        await person.misses("[person Antony Blinken]")


async def test_companions_are_followed_to_and_back_and_an_article_is_opened(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "Ada Brenner")
        await person.sees("Ada Brenner 2")
        await person.press("tab", "j")
        await person.press("enter")  # Baghdad, the only companion
        await person.sees("place · 2 articles")
        await person.press("escape")
        await person.sees("person · 1 article ·")
        await person.press("G", "k", "enter")  # her newest article
        await person.sees("space page", "said Ada Brenner. Ada")


async def test_a_variant_is_split_off_and_joined_again(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "Antony Blinken")
        await person.sees("Anthony Blinken 1")
        await person.press("tab", "j", "x")
        await person.sees(
            "“Anthony Blinken” is a name of its own now; + joins it again.", "person · 1 article · 2 mentions"
        )
        await person.press("shift+tab", "plus")
        await person.sees("Join with “Antony Blinken”")
        await person.type("anthonyx")
        await person.sees("Nothing holds “anthonyx”.")
        await person.press("down", "enter", "backspace")
        await person.sees("Anthony Blinken  person · 1 article")
        await person.press("enter")
        await person.sees("Joined under “Antony Blinken”; x splits it again.", "person · 2 articles · 3 mentions")


async def test_a_variant_to_split_can_be_chosen_from_the_list(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "Ada Brenner")
        await person.sees("Ada Brenner 2")
        await person.press("x")
        await person.sees("“Ada Brenner” is written in one way only.")
        await go_to(person, "Antony Blinken")
        await person.sees("Anthony Blinken 1")
        await person.press("x")
        await person.sees("Split off from “Antony Blinken”")
        await person.type("anthx")
        await person.sees("Nothing holds “anthx”.")
        await person.press("down", "enter", "backspace", "enter")
        await person.sees("“Anthony Blinken” is a name of its own now")
        await person.press("plus", "escape", "escape")
        await person.sees("enter open")


async def test_on_a_small_screen_enter_goes_from_the_list_to_the_name(news: Desk) -> None:
    async with reading(news, size=(40, 10)) as person:
        await person.press("p")
        await person.sees("Names", "Antony Blinken")
        assert "Written" not in person.screen
        await go_to(person, "Antony Blinken")
        await person.press("enter")
        await person.sees("person · 2 articles")
        assert all(len(line) <= 40 for line in person.lines)
        await person.press("escape")
        await person.misses("person · 2 articles")
        await person.press("escape")
        await person.sees("enter open")


async def test_at_80_columns_the_name_stands_below_the_list(news: Desk) -> None:
    async with reading(news, size=(80, 24)) as person:
        await opened(person)
        names = next(row for row, line in enumerate(person.lines) if under_cursor(person) in line)
        told = next(row for row, line in enumerate(person.lines) if "Written" in line)
        assert names < told


async def test_a_folder_without_names_says_so(tmp_path: Path) -> None:
    empty = desk(tmp_path)
    write(empty.folder, "a.txt", title="nothing is named here")
    empty.refresh()
    async with reading(empty) as person:
        await person.sees("nothing is named")
        await person.press("p")
        await person.sees("No names yet.")
        await person.press("tab", "enter", "x", "plus", "2")
        await person.sees("No people yet.")
        await person.press("escape")
        await person.sees("enter open")


async def test_names_of_all_scripts_keep_the_columns_and_ascii_marks_are_ascii(tmp_path: Path) -> None:
    made = desk(tmp_path)
    text = "Президент Владимир Иванов прибыл в Москву. Владимир Иванов сказал, что доволен. Zoë Çelik met Zoë Çelik.\n"
    write(made.folder, "a.txt", text, title="Visit", day="2021-04-07")
    write(made.folder, "b.txt", text, title="Visit again", day="2021-04-17")
    made.refresh()
    async with reading(made, settings(ascii_marks=True), size=(120, 30)) as person:
        await person.press("p")
        await person.sees("Written", "by day")
        assert not set("▌▸▁▂▃▄▅▆▇█—") & set(person.screen)
        assert "@         @" in person.screen


async def test_all_keys_of_the_page_are_told(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("question_mark")
        await person.sees("Keys here: names", "Narrow the list", "List people alone")
        await person.press("escape")
        await person.misses("Keys here: names")
        await person.press("G", "g", "g", "down", "up", "pagedown", "pageup", "ctrl+d", "ctrl+u", "home", "end")
        await person.press("p")
        await person.sees("enter open")


async def test_an_article_that_is_read_leads_back_to_its_name(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await go_to(person, "Fuad Hussein")
        await person.press("tab", "G", "k", "enter")
        await person.misses("[1 all")
        await person.press("q")
        await person.sees("[1 all", "person · 2 articles")
        await person.until(lambda: under_cursor(person).startswith("Fuad Hussein"))


async def test_the_list_is_narrowed_as_it_was_when_one_comes_back(news: Desk) -> None:
    async with reading(news, size=(80, 24)) as person:
        await opened(person)
        await person.press("2", "slash")
        await person.type("blink")
        await person.until(lambda: under_cursor(person).startswith("Antony Blinken"))
        await person.press("enter", "enter")
        await person.sees("[person Antony Blinken]")
        await person.press("q")
        await person.sees("[2 people", "blink")
        await person.until(lambda: under_cursor(person).startswith("Antony Blinken"))


async def test_the_title_is_whole_and_where_there_is_one_pane_enter_goes_to_the_name(news: Desk) -> None:
    for width in (40, 60, 80, 120):
        async with reading(news, size=(width, 24)) as person:
            await person.press("p")
            await person.sees("Fuad Hussein")
            await person.until(lambda: person.lines[0].startswith(" Names  ") and "…" not in person.lines[0])
            await person.until(lambda width=width: ("enter name" in person.foot) is (width < 60))  # type: ignore[misc]
