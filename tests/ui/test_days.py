"""Days told in the text on demand, as seen from the day of the article."""

from builders import Desk, write
from person import reading

TEXT = "The ferry ran aground on Wednesday and was freed yesterday, the coastguard said on Thursday.\n"


async def test_days_are_told_and_hidden_by_the_same_key(made: Desk) -> None:
    write(made.folder, "ferry.txt", TEXT, title="Ferry aground", day="2021-06-03")
    made.refresh()
    async with reading(made) as person:
        await person.sees("The ferry ran aground on Wednesday and")
        await person.press("D")
        await person.sees("Wednesday [2 Jun]", "yesterday [2 Jun]")
        await person.press("D")
        await person.misses("[2 Jun]")


async def test_they_stay_told_from_article_to_article(made: Desk) -> None:
    write(made.folder, "ferry.txt", TEXT, title="Ferry aground", day="2021-06-03")
    made.refresh()
    async with reading(made) as person:
        await person.press("D", "j", "j")
        await person.sees("more than a year", "Thursday [27 May]")
        await person.press("k", "k")
        await person.sees("Wednesday [2 Jun]")


async def test_where_the_day_is_not_known_that_is_said(made: Desk) -> None:
    write(made.folder, "ferry.txt", TEXT, title="Ferry aground")
    made.refresh()
    async with reading(made) as person:
        await person.press("G")
        await person.sees("The ferry ran aground")
        await person.press("D")
        await person.until(lambda: "The day of this article is not known" in person.foot)


async def test_what_is_told_is_not_found_by_a_search(made: Desk) -> None:
    write(made.folder, "ferry.txt", TEXT, title="Ferry aground", day="2021-06-03")
    made.refresh()
    async with reading(made) as person:
        await person.press("D")
        await person.sees("Wednesday [2 Jun]")
        await person.press("slash")
        await person.type('"wednesday and"')
        await person.sees("1 found", "[2 Jun]")


async def test_days_that_are_reckoned_from_an_inferred_day_are_said_to_be(made: Desk) -> None:
    write(made.folder, "2021-06-03-ferry.txt", TEXT, title="Ferry aground")
    made.refresh()
    async with reading(made) as person:
        await person.sees("The ferry ran aground")
        await person.press("D")
        await person.sees("≈Thu 3 Jun 2021", "[2 Jun]", "Reckoned from a day of publication that was itself inferred.")
