from article_builders import HARBOUR, ORCHESTRA, article

from reader.stories.dates import inferred_date
from reader.stories.profile import profile

DAY = "The council met on Wednesday to hear of it."
UNDATED = profile(article(f"{HARBOUR}\n{DAY}"))


def test_the_date_of_a_near_duplicate_is_taken_over() -> None:
    copy = profile(article(f"{HARBOUR}\nNew words follow on Wednesday.", date="2023-03-01"))
    found = inferred_date(UNDATED, [(7, copy)])
    assert (found.date, found.number) == ("2023-03-01", 7)


def test_nothing_is_taken_without_a_weekday_in_common() -> None:
    assert not inferred_date(UNDATED, [(7, profile(article(HARBOUR, date="2023-03-01")))])


def test_nothing_is_taken_from_a_text_that_is_no_duplicate() -> None:
    assert not inferred_date(UNDATED, [(7, profile(article(f"{ORCHESTRA}\n{DAY}", date="2023-03-01")))])


def test_a_dated_article_keeps_its_own_date() -> None:
    dated = profile(article(f"{HARBOUR}\n{DAY}", date="2023-02-01"))
    assert not inferred_date(dated, [(7, profile(article(f"{HARBOUR}\n{DAY}", date="2023-03-01")))])


def test_of_equal_copies_the_earliest_counts() -> None:
    later, earlier = (profile(article(f"{HARBOUR}\n{DAY}", date=f"2023-03-0{day}")) for day in (3, 2))
    assert inferred_date(UNDATED, [(4, later), (5, earlier)]).number == 5
