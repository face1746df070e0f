"""What happened when: days, months and years in order, found out or told, with who says so, and the way to them."""

from pathlib import Path

import pytest
from builders import Desk, desk, write
from person import Person, copy_of, reading
from told_story import DAILY, FERRY, POST, telling


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    return telling(tmp_path_factory.mktemp("timeline"))


@pytest.fixture
def news(read: Desk, tmp_path: Path) -> Desk:
    return copy_of(read, tmp_path)


async def opened(person: Person) -> None:
    await person.sees("Orchard prices")
    await person.press("j")
    await person.at("Bridge closed")
    await person.press("T")
    await person.sees("Timeline", "3 versions")


async def test_days_stand_in_order_with_who_says_so(news: Desk) -> None:
    async with reading(news, size=(120, 60)) as person:
        await opened(person)
        whens = [line[1:14].strip("▌ ") for line in person.lines if line[14:15] not in ("", " ")]
        days = [when for when in whens if when[-4:].isdecimal()]
        assert days == [
            *("2019", "≈18 May 2021", "≈20 May 2021", "20 May 2021"),
            *("≈21 May 2021", "21 May 2021", "22 May 2021", "≈27 May 2021"),
        ]
        await person.sees("— 2 Kelmstad Daily, 3 brief.txt", "published: Bridge shut", "6 days · 3 versions")
        await person.sees("— 3 brief.txt · Bridge closed", "≈ the day was found out")


async def test_enter_opens_the_article_that_says_so(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("tab", "tab", "tab")  # 2019, 18, 20 and 21 May
        await person.until(lambda: person.foot.endswith("5/8"))
        await person.press("enter")
        await person.sees("S story", "Nobody will have to pay")
        await person.until(lambda: person.library.headlines([person.library.number(DAILY)])[0].marks.read)


async def test_one_of_several_that_say_so_is_chosen(news: Desk) -> None:
    async with reading(news) as person:
        await opened(person)
        await person.press("j", "j", "v")
        await person.sees("Who says so", "Bridge shut", "Bridge to close")
        await person.type("close")
        await person.press("enter")
        await person.sees("S story")
        await person.until(lambda: person.library.headlines([person.library.number(POST)])[0].marks.read)


async def test_shift_tab_goes_back_a_day_and_escape_leaves(news: Desk) -> None:
    async with reading(news, size=(60, 15)) as person:
        await opened(person)
        await person.press("G")
        await person.until(lambda: person.foot.endswith("8/8"))
        await person.press("shift+tab", "shift+tab")
        await person.until(lambda: person.foot.endswith("5/8"))
        await person.press("T")
        await person.sees("enter open", "Bridge closed")


async def test_a_month_stays_a_month(news: Desk) -> None:
    text = "The council had promised a new bridge in March 2018 already, but nothing came of that promise at all.\n"
    write(news.folder, "month.txt", text, title="A promise", day="2021-06-01", outlet="Holm Herald")
    news.refresh()
    async with reading(news) as person:
        await person.at("A promise")
        await person.press("T")
        await person.sees("Mar 2018", "published: A promise", "1 Jun 2021")


async def test_an_article_without_any_day_says_so(news: Desk) -> None:
    write(news.folder, "dayless.txt", "Somebody sat on a stone and looked at the water for hours.\n", title="A stone")
    news.refresh()
    async with reading(news) as person:
        await person.press("G")
        await person.at("A stone")
        await person.press("T")
        await person.sees("No day is named here, and none of publication is known.")
        await person.press("enter", "v", "tab", "escape", "escape")
        await person.sees("enter open")


async def test_a_day_that_is_reckoned_from_an_inferred_one_is_said_to_be(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "2021-06-03-ferry.txt", f"{FERRY}\n", title="Ferry free of charge")
    made.refresh()
    async with reading(made) as person:
        await person.sees("Ferry free of charge")
        await person.press("T")
        await person.sees("≈28 May 2021", "reckoned from an inferred day of publication")
        await person.sees("≈ the day was found out: from another day, or as that of a publication")
