"""The front page: what matters now, the days walked through, and the way from there to the articles."""

from pathlib import Path
from time import time

import pytest
from builders import BRIDGE, Desk, desk, write
from person import Person, reading, settings

from reader.settings.config import Start
from reader.ui import visiting

DAY = 86_400.0
APPLES = "Growers in the southern valleys expect fewer apples this year: frost killed blossoms on thousands of trees.\n"
PEARS = "Buyers at the wholesale hall paid twice as much for early pears, while plums stayed cheap, traders reported.\n"
RIVER = "島の郵便局が三年ぶりに再開した。住民が運営を引き継いだ。\n"
MORE = "\nThe mayor of Varnholt asked everybody to be patient with the new road through Kelmstad and each other.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    made = desk(tmp_path_factory.mktemp("front"))
    write(made.folder, "b1.txt", BRIDGE, title="Bridge to close", day="2021-05-20", outlet="Varnholt Post")
    shut = BRIDGE.replace("fourteen months", "a year") + MORE
    write(made.folder, "b2.txt", shut, title="Bridge shut", day="2021-05-21", outlet="Kelmstad Daily")
    write(made.folder, "apples.txt", APPLES, title="Apples", day="2021-05-21", outlet="Fruit Weekly", section="Market")
    write(made.folder, "pears.txt", PEARS, title="Pears", day="2021-05-21", outlet="Fruit Weekly", section="Market")
    write(made.folder, "river.txt", RIVER, title="小さな島の郵便局、住民の手で再開へ", day="2021-05-17")
    made.refresh()
    return made


@pytest.fixture
def news(folder: Desk, tmp_path: Path) -> Desk:
    """The folder with marks of its own."""
    return Desk(type(folder.places)(folder.folder, folder.cache, tmp_path / "data", tmp_path / "log"))


async def opened(person: Person) -> None:
    await person.sees("enter open")
    await person.press("0")
    await person.sees("Front page", "enter read")


async def test_the_page_tells_the_lead_and_the_rest_by_section(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.sees("now · 17–21 May 2021", "Bridge shut", "The old harbour bridge", "2 versions, 2 outlets")
        lines = [line.strip(" │▌●") for line in person.lines]
        assert lines.index("Bridge shut") < lines.index("Market") < lines.index("Apples") < lines.index("More")
        assert "▃ ▃█" in person.screen


async def test_one_walks_through_the_days_and_back_to_now(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("left")
        await person.sees("Fri 21 May 2021 · 3 articles")
        await person.press("left_square_bracket")
        await person.sees("Thu 20 May 2021 · 1 article", "Bridge to close")
        await person.misses("Bridge shut", "Apples")
        await person.press("left_square_bracket")
        await person.sees("Mon 17 May 2021", "小さな島の郵便局")
        await person.press("left")
        await person.sees("This is the first day.")
        await person.press("n")
        await person.sees("now · 17–21 May 2021")
        await person.press("right")
        await person.sees("This is what matters now.")
        await person.press("left")
        await person.sees("Fri 21 May 2021")
        await person.press("right_square_bracket")
        await person.sees("now · 17–21 May 2021")


async def test_enter_and_space_read_the_fullest_article_and_the_page_is_as_it_was_left(news: Desk) -> None:
    async with reading(news, size=(100, 40)) as person:
        await opened(person)
        await person.press("left")
        await person.sees("Fri 21 May 2021")
        await person.press("j", "j")
        await person.until(lambda: "Apples" in person.row)
        await person.press("enter")
        await person.sees("southern valleys", "4 unread")
        await person.press("0")
        await person.sees("Fri 21 May 2021")
        await person.until(lambda: "Apples" in person.row)
        assert "●" not in person.row
        await person.press("g", "g", "space")
        await person.sees("The mayor of Varnholt", "3 unread")


async def test_escape_and_q_and_its_own_key_lead_back_to_the_list(news: Desk) -> None:
    async with reading(news) as person:
        for key in ("escape", "q", "0"):
            await opened(person)
            await person.press(key)
            await person.sees("enter open")


async def test_the_story_of_an_entry_opens_on_its_page(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.sees("Bridge shut")
        await person.press("S")
        await person.sees("2 versions · 2 outlets")


async def test_the_keys_are_told(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("question_mark")
        await person.sees("Keys here: front page", "behind the last one, now")
        await person.press("escape")
        await person.misses("Keys here: front page")
        await person.press(
            "G", "g", "g", "down", "up", "pagedown", "pageup", "ctrl+d", "ctrl+u", "home", "end", "j", "k"
        )
        assert "enter read" in person.foot


async def test_what_came_since_the_last_visit_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk(tmp_path)
    write(made.folder, "a.txt", title="Old", day="2021-05-20")
    library = made.refreshed()
    library.begin_visit(time())
    library.close()
    write(made.folder, "b.txt", title="Fresh", day="2021-05-20")
    made.refresh()
    monkeypatch.setattr(visiting, "time", lambda: time() + 30 * DAY)
    async with reading(made) as person:
        await opened(person)
        await person.sees("1 new since ", "1 new")
        await person.press("escape", "slash")
        await person.type("is:new")
        await person.sees("1 found")


async def test_reading_is_noted_as_a_visit_and_brings_no_news(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("enter")
        await person.sees("33 unread")
        await person.press("2")
        await person.sees("33 articles")
        assert "new article" not in person.foot
    library = made.open()
    assert library._tables().visits.since(time() + DAY) > time() - 60
    library.close()


async def test_it_is_shown_first_where_that_is_wanted(news: Desk) -> None:
    async with reading(news, settings(start=Start.FRONT)) as person:
        await person.sees("Front page", "Bridge shut")
        await person.press("q")
        await person.sees("enter open")


async def test_more_articles_than_are_told_are_listed_by_the_last_line(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("0")
        await person.sees("all 30 articles of 5 Apr – 30 May 2021")
        await person.press("G", "enter")
        await person.sees("[front page]", "30 articles")
        await person.press("escape")  # to the page, and from there to all
        await person.sees("all 30 articles of 5 Apr – 30 May 2021")
        await person.press("escape")
        await person.sees("34 articles")


async def test_an_empty_folder_says_what_to_expect(tmp_path: Path) -> None:
    async with reading(desk(tmp_path)) as person:
        await person.press("0")
        await person.sees("There is nothing to tell here yet.")
        await person.press("left", "right", "n", "enter", "S", "j", "G")
        await person.sees("nothing to tell")
        await person.press("escape")
        await person.misses("Front page")


@pytest.mark.parametrize("size", [(40, 10), (60, 15), (80, 24), (200, 60)])
async def test_at_every_size_lines_fit_and_entries_come_whole_into_view(news: Desk, size: tuple[int, int]) -> None:
    async with reading(news, size=size) as person:
        await person.press("0")
        await person.sees("Front page", "Bridge shut")
        await person.press("j", "j", "j")
        await person.sees("小さな")
        assert all(len(line) <= size[0] for line in person.lines)
        assert "17 May 2021" in person.screen.rpartition("小さな")[2]


async def test_ascii_marks_are_ascii(news: Desk) -> None:
    async with reading(news, settings(ascii_marks=True)) as person:
        await opened(person)
        await person.sees("^ now - 17-21 May 2021", "Bridge shut")
        assert not set("▌▸▁▂▃▄▅▆▇█●▲·–…") & set(person.screen)


# What of a story is unseen, in the list


async def test_a_story_of_which_one_version_was_read_tells_what_is_new_in_the_others(news: Desk) -> None:
    async with reading(news, settings(stories=True), size=(200, 40)) as person:
        await person.sees("+1 copy, 2 outlets ▸")
        await person.press("j", "j", "l", "j", "enter")  # the shorter one
        await person.sees("+1 copy, 1 new passage ▾")
        await person.press("escape", "k")
        await person.until(lambda: "● Bridge shut" in person.row)
        await person.press("enter")
        await person.sees("+1 copy, 2 outlets ▾")
        await person.until(lambda: "Bridge shut" in person.row and "●" not in person.row)


async def test_a_story_is_read_when_all_of_it_is_known(news: Desk) -> None:
    async with reading(news, settings(stories=True), size=(200, 40)) as person:
        await person.sees("+1 copy, 2 outlets ▸")
        await person.press("j", "j", "enter", "escape")  # the fuller one, which holds all of the other
        await person.until(lambda: "Bridge shut" in person.row and "●" not in person.row)
        await person.sees("4 unread", "+1 copy, 2 outlets ▸")
