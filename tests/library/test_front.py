"""The front page of a folder: what leads, what follows, by day and by section, and what has arrived."""

from datetime import date
from pathlib import Path
from time import time

import pytest
from builders import BRIDGE, Desk, desk, found, nothing, text_about, write

from reader.front import AT_LEAST, FrontPage, rank
from reader.library import Library
from reader.store import front_table

TODAY = date(2021, 6, 1)
DAY = 86_400.0
APPLES = "Growers in the southern valleys expect fewer apples this year: frost killed blossoms on thousands of trees.\n"
PEARS = "Buyers at the wholesale hall paid twice as much for early pears, while plums stayed cheap, traders reported.\n"
CHESS = "Grandmaster Ilva Torn won the spring tournament after six draws and a daring sacrifice against the champion.\n"
RAIN = "Meteorologists recorded ninety millimetres of rainfall, flooding cellars along both banks of a brook.\n"
LETTER = "Dear sister, my ship leaves before dawn and nobody knows when mail reaches you again from Santa Clara.\n"


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    """A bridge that three outlets tell of on two days, and four lone articles in two sections."""
    empty = desk(tmp_path)
    folder = empty.folder
    write(folder, "b1.txt", BRIDGE, title="Bridge to close", day="2021-05-20", outlet="Varnholt Post")
    write(folder, "b2.txt", BRIDGE.replace("fourteen", "twelve"), title="Bridge shut", day="2021-05-20", outlet="Kelm")
    longer = BRIDGE + "\nThe mayor of Varnholt asked everybody to be patient with the new road and with each other.\n"
    write(folder, "b3.txt", longer, title="Varnholt waits for its bridge", day="2021-05-21", outlet="Nordic Wire")
    write(folder, "apples.txt", APPLES, title="Apples", day="2021-05-21", outlet="Fruit Weekly", section="Market")
    write(folder, "pears.txt", PEARS, title="Pears", day="2021-05-21", outlet="Fruit Weekly", section="market")
    write(folder, "chess.txt", CHESS, title="Chess", day="2021-05-19", outlet="Board", section="Sport")
    write(folder, "rain.txt", RAIN, title="Rain", day="2021-05-22")
    return empty


def titles(page: FrontPage) -> dict[str, list[str]]:
    """What stands under each heading."""
    return {section.name: [entry.headline.title for entry in section.entries] for section in page.sections}


def page(library: Library, day: str = "") -> FrontPage:
    return library.front.page(day, TODAY)


def test_the_story_of_most_outlets_leads_with_its_fullest_version_and_standfirst(made: Desk) -> None:
    library = made.refreshed()
    told = page(library)
    assert told.lead
    assert told.lead.headline.title == "Varnholt waits for its bridge"
    assert (told.lead.articles, told.lead.outlets, told.lead.day) == (3, 3, "2021-05-21")
    assert told.standfirst.startswith("The old harbour bridge at Varnholt")
    library.close()


def test_the_rest_stands_by_section_and_what_is_alone_in_its_section_at_the_end(made: Desk) -> None:
    library = made.refreshed()
    told = page(library)
    assert {name: set(held) for name, held in titles(told).items()} == {
        told.sections[0].name: {"Apples", "Pears"},
        "": {"Rain", "Chess"},
    }
    assert told.sections[0].name.lower() == "market"
    assert titles(told)[""] == ["Rain", "Chess"]  # the newer one first
    assert (told.first, told.last, told.articles) == ("2021-05-19", "2021-05-22", 7)
    library.close()


def test_where_there_are_too_many_stories_those_of_the_most_articles_are_told(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(made.folder, "again.txt", CHESS, title="Chess in spring", day="2021-05-21", outlet="Open File")
    library = made.refreshed()
    assert [entry.headline.title for entry in page(library).told] == ["Chess in spring"]
    monkeypatch.setattr(front_table, "MOST_STORIES", 1)
    told = page(library)
    assert told.lead
    assert (told.lead.articles, told.told) == (3, ())
    library.close()


def test_a_day_shows_its_articles_and_what_was_known_by_then(made: Desk) -> None:
    library = made.refreshed()
    told = page(library, "2021-05-20")
    assert told.lead
    assert told.lead.headline.title in {"Bridge to close", "Bridge shut"}
    assert (told.lead.articles, told.lead.outlets, told.lead.grown) == (2, 2, 2)
    assert (told.articles, told.sections) == (2, ())
    after = page(library, "2021-05-21")
    assert after.lead
    assert (after.lead.articles, after.lead.outlets, after.lead.grown) == (3, 3, 1)
    assert found(library, "date:2021-05-20") == [
        each.id for each in library.headlines(library.find(told.query).numbers)
    ]
    library.close()


def test_the_days_are_told_with_their_articles(made: Desk) -> None:
    library = made.refreshed()
    assert page(library).days == (("2021-05-19", 1), ("2021-05-20", 2), ("2021-05-21", 3), ("2021-05-22", 1))
    library.close()


def test_what_arrived_since_the_last_visit_comes_first_whatever_its_day(made: Desk) -> None:
    library = made.refreshed()
    first = time()
    library.begin_visit(first)
    write(made.folder, "old.txt", LETTER, title="An old letter", day="2019-02-02")
    library.refresh(nothing)
    library.begin_visit(first + DAY)
    told = page(library)
    assert (told.since, told.new) == (first, 1)
    shown = [entry for section in told.sections for entry in section.entries]
    assert [entry.grown for entry in shown if entry.headline.title == "An old letter"] == [1]
    assert {entry.grown for entry in shown if entry.headline.title != "An old letter"} == {0}
    assert "old.txt" in [each.id for each in library.headlines(library.find(told.query).numbers)]
    library.close()


def test_old_news_without_arrivals_begins_with_its_newest_day(tmp_path: Path) -> None:
    old = desk(tmp_path)
    for count in range(AT_LEAST + 5):
        write(old.folder, f"n{count:02}.txt", text_about(f"word{count}"), title=f"New {count}", day="1998-03-04")
    write(old.folder, "older.txt", title="Older", day="1998-02-01")
    library = old.refreshed()
    told = page(library)
    assert (told.first, told.last, told.since, told.new) == ("1998-03-04", "1998-03-04", 0.0, 0)
    assert told.articles == AT_LEAST + 5
    library.close()


def test_a_day_after_tomorrow_is_a_slip_and_not_now(made: Desk) -> None:
    library = made.refreshed()
    told = library.front.page("", date(2021, 5, 20))
    assert (told.last, told.days[-1]) == ("2021-05-21", ("2021-05-22", 1))
    assert library.front.page("", date(2020, 1, 1)).last == "2021-05-22"  # unless all days are
    library.close()


def test_a_folder_without_days_has_a_page_and_an_empty_one_has_none(tmp_path: Path) -> None:
    bare = desk(tmp_path)
    library = bare.refreshed()
    assert (page(library).lead, page(library).articles) == (None, 0)
    write(bare.folder, "a.txt", title="Undated")
    library.refresh(nothing)
    told = page(library)
    assert told.lead
    assert (told.lead.headline.title, told.days, told.articles) == ("Undated", (), 1)
    assert library.find(told.query).numbers.tolist() == [told.lead.headline.number]
    library.close()


def test_a_page_whose_lead_has_vanished_is_told_without_its_standfirst(made: Desk) -> None:
    library = made.refreshed()
    (made.folder / "b3.txt").unlink()
    told = page(library)
    assert told.lead
    assert told.standfirst == ""
    library.close()


@pytest.mark.parametrize(
    ("more", "less"),
    [
        ((4, 1, 0), (3, 1, 0)),  # outlets
        ((3, 2, 0), (3, 1, 0)),  # growth
        ((3, 1, 0), (3, 1, 1)),  # a day older
        ((2, 0, 0), (3, 0, 1)),  # which weighs as much as half of the outlets
        ((9, 9, 400), (1, 1, 40)),  # after a week age does not count
    ],
)
def test_what_ranks_higher(more: tuple[int, int, int], less: tuple[int, int, int]) -> None:
    assert rank(*more) > rank(*less)


def test_an_unknown_outlet_counts_as_one() -> None:
    assert rank(0, 1, 0) == rank(1, 1, 0)
