"""Numbers, times and days in words."""

from datetime import date

import pytest

from reader.told import counted, day_told, days_told, time_told


@pytest.mark.parametrize(
    ("count", "told"), [(0, "0 articles"), (1, "1 article"), (2, "2 articles"), (12_345, "12,345 articles")]
)
def test_a_number_goes_with_its_noun(count: int, told: str) -> None:
    assert counted(count, "article") == told


def test_a_noun_may_have_a_plural_of_its_own() -> None:
    assert [counted(count, "story", "stories") for count in (1, 2)] == ["1 story", "2 stories"]


@pytest.mark.parametrize(("minutes", "told"), [(1, "1 min"), (119, "119 min"), (120, "2 h"), (200, "3 h")])
def test_from_two_hours_on_a_reading_time_is_told_in_hours(minutes: int, told: str) -> None:
    assert time_told(minutes) == told


def test_a_day_is_told_as_a_newspaper_does() -> None:
    assert day_told(date(2021, 9, 8)) == "8 September 2021"
    assert day_told(date(2021, 9, 8), short=True) == "8 Sep 2021"


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("2021-04-08", "2021-04-08", "8 April 2021"),
        ("2021-04-07", "2021-04-08", "7-8 April 2021"),
        ("2021-04-28", "2021-05-03", "28 April - 3 May 2021"),
        ("2020-12-31", "2021-01-01", "31 December 2020 - 1 January 2021"),
        ("2020-04-07", "2021-04-07", "7 April 2020 - 7 April 2021"),
    ],
)
def test_a_span_of_days_says_nothing_twice(first: str, last: str, told: str) -> None:
    assert days_told(date.fromisoformat(first), date.fromisoformat(last)) == told


def test_a_span_of_days_is_told_with_the_dash_that_is_wanted() -> None:
    begin, end, later = date(2021, 5, 20), date(2021, 5, 22), date(2021, 6, 1)
    assert days_told(begin, end, "–", short=True) == "20–22 May 2021"
    assert days_told(begin, later, "–", short=True) == "20 May – 1 Jun 2021"
    assert days_told(begin, end, "to", short=True) == "20 to 22 May 2021"
    assert days_told(begin, later, "to", short=True) == "20 May to 1 Jun 2021"
