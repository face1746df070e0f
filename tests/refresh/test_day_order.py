"""Days in figures are read in the order in which their outlet, or else the folder, writes days."""

from datetime import date
from pathlib import Path

import pytest
from builders import Desk, desk, headline, later

from reader.library import Library
from reader.query import parse

TEXT = (
    "The town council voted on Monday to rebuild the northern pier, which was damaged by three storms last winter.\n\n"
    "Work is expected to begin in the spring and to take two years, and the plan was shown to residents last week.\n"
)


def put(made: Desk, name: str, day: str, outlet: str = "") -> Path:
    path = made.folder / name
    source = f"Source: {outlet}\n" if outlet else ""
    path.write_text(f"Title: Council votes on pier {path.stem}\nDate: {day}\n{source}\n{TEXT}")
    return path


def shown(library: Library, name: str) -> tuple[str, float]:
    one = headline(library, name)
    read = library.article(library.number(name)).date
    assert (read.text, read.confidence) == (one.date, one.date_confidence)
    return one.date, one.date_confidence


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    return desk(tmp_path)


def test_without_a_vote_a_day_is_likely_only(made: Desk) -> None:
    put(made, "open.txt", "04/05/2021")
    library = made.refreshed()
    assert shown(library, "open.txt") == ("2021-05-04", 0.5)
    library.close()


def test_the_folder_votes(made: Desk) -> None:
    put(made, "open.txt", "04/05/2021")
    put(made, "sure.txt", "04/21/2021")
    library = made.refreshed()
    assert shown(library, "open.txt") == ("2021-04-05", 0.7)
    assert "order of the folder" in library.article(library.number("open.txt")).date.rule
    assert shown(library, "sure.txt")[0] == "2021-04-21"
    library.close()


def test_the_outlet_s_own_vote_comes_before_that_of_the_folder(made: Desk) -> None:
    put(made, "open.txt", "04/05/2021", "Pier Gazette")
    put(made, "sure.txt", "21/04/2021", "Pier Gazette")
    for count in range(5):
        put(made, f"other{count}.txt", f"04/2{count}/2021", "Harbor Post")
    put(made, "post.txt", "04/05/2021", "Harbor Post")
    library = made.refreshed()
    assert shown(library, "open.txt") == ("2021-05-04", 0.8)
    assert shown(library, "post.txt") == ("2021-04-05", 0.8)
    library.close()


def test_votes_that_differ_settle_nothing(made: Desk) -> None:
    put(made, "open.txt", "04/05/2021")
    put(made, "one.txt", "21/04/2021")
    put(made, "other.txt", "04/21/2021")
    library = made.refreshed()
    assert shown(library, "open.txt") == ("2021-05-04", 0.5)
    library.close()


def test_a_vote_that_comes_later_settles_what_was_read_before_and_one_that_goes_unsettles_it(made: Desk) -> None:
    put(made, "open.txt", "04/05/2021")
    library = made.refreshed()
    sure = put(made, "sure.txt", "04/21/2021")
    library.refresh(lambda report: None)
    assert shown(library, "open.txt") == ("2021-04-05", 0.7)
    assert [one.id for one in library.headlines(library.find(parse("after:2021-04-06", date(2026, 1, 1))).numbers)] == [
        "sure.txt"
    ]
    sure.unlink()
    library.refresh(lambda report: None)
    assert shown(library, "open.txt") == ("2021-05-04", 0.5)
    library.close()


def test_what_relates_articles_knows_the_day_that_was_settled(made: Desk) -> None:
    put(made, "open.txt", "04/05/2021")
    put(made, "sure.txt", "04/21/2021")
    library = made.refreshed()
    seen = made.refresh()
    assert (seen.added, seen.changed, seen.unchanged) == (0, 0, 2)
    link = library.links(library.number("open.txt"))[0]
    assert not any("the same day" in reason for reason in link.reasons)
    library.close()


def test_an_article_that_is_edited_has_its_new_day(made: Desk) -> None:
    path = put(made, "open.txt", "04/05/2021")
    put(made, "sure.txt", "04/21/2021")
    library = made.refreshed()
    put(made, "open.txt", "May 9, 2021")
    later(path)
    library.refresh(lambda report: None)
    assert shown(library, "open.txt")[0] == "2021-05-09"
    library.close()
