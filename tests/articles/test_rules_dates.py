"""What is a day of publication and what is not, and in which order day and month stand."""

from datetime import UTC, datetime, timedelta

import pytest

from reader.articles import parse
from reader.articles.dates import find_dates
from reader.model.article import Article, Value

PROSE = (
    "The town council voted on Monday to rebuild the northern pier, which was damaged by three storms last winter, "
    "officials said after the meeting.",
    "Work is expected to begin in the spring and to take two years, and the plan was shown to residents last week.",
    "Fishing crews have asked for a temporary quay, because the inner basin is too shallow for the larger boats.",
)
TITLE = "Council votes to rebuild the northern pier"


def read(*blocks: str, path: str = "article.txt", title: str = TITLE) -> Article:
    (article,) = parse("\n\n".join((title, *blocks)).encode(), path)
    return article


def dated(*blocks: str, path: str = "article.txt") -> tuple[str, str, float]:
    value = read(*blocks, path=path).date
    return value.text, value.rule, value.confidence


@pytest.mark.parametrize(
    "line",
    [
        "The agreement was signed in 2008.",
        "It began in March 2020 and goes on.",
        "Copyright 2019 The Pier Gazette",
        "© 2019 The Pier Gazette. All rights reserved.",
        "He was killed on January 3, 2020, it was said, and nobody was ever charged with it in a court of law.",
        "The pier has been closed since 3 April 2019, when the first of the storms had struck the coast, they said.",
        "12 March 1588",
        "12 March 2950",
        "31 February 2020",
        "2008",
        "March 2020",
    ],
)
def test_what_is_no_day_of_publication(line: str) -> None:
    assert not read(line, *PROSE).date
    assert not read(*PROSE, line).date


def test_a_day_of_tomorrow_is_a_date_and_one_of_next_week_is_none() -> None:
    today = datetime.now(UTC).date()
    tomorrow, later = today + timedelta(1), today + timedelta(7)
    assert read(f"{tomorrow:%B} {tomorrow.day}, {tomorrow.year}", *PROSE).date.text == tomorrow.isoformat()
    assert not read(f"{later:%B} {later.day}, {later.year}", *PROSE).date


def test_a_container_that_states_a_day_to_come_states_none() -> None:
    (article,) = parse(f"---\ntitle: {TITLE}\ndate: 2950-03-12\n---\n\n{PROSE[0]}\n\n{PROSE[1]}\n".encode(), "a.md")
    assert not article.date
    assert article.title.text == TITLE


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published: 13/04/2021", "2021-04-13"),
        ("Published: 04/13/2021", "2021-04-13"),
        ("Published: 13/04/21", "2021-04-13"),
        ("Published 04-13-21", "2021-04-13"),
        ("08.04.21", "2021-04-08"),
        ("8-Apr-21", "2021-04-08"),
        ("8 Apr '21", "2021-04-08"),
        ("Posted 13/04/99", "1999-04-13"),
        ("Published: 05/05/2021", "2021-05-05"),
    ],
)
def test_figures_that_can_be_read_one_way_only(line: str, day: str) -> None:
    assert dated(line, *PROSE) == (day, "date line", 0.85)


@pytest.mark.parametrize("line", ["Version 10.4.11 of the plan", "Flat 1/2/21 was sold", "Score: 3-2-11"])
def test_figures_in_the_text_with_a_short_year_are_no_date(line: str) -> None:
    assert not read(*PROSE, line).date


def test_two_readings_without_any_sign_are_likely_only() -> None:
    assert read("Published: 04/05/2021", *PROSE).date == Value(
        "2021-05-04", "date line", 0.5, (55, 65), other="2021-04-05"
    )
    assert read("Published: 04/05/2021", *PROSE).date_order == "day first"


def test_a_reading_that_lies_ahead_leaves_the_other() -> None:
    ahead = datetime.now(UTC).date().year + 1
    assert not read(f"Published: 04/05/{ahead}", *PROSE).date
    today = datetime.now(UTC).date()
    if today.month < 12 and today.day <= 12:
        assert read(f"{today.month}/{today.day}/{today.year}", *PROSE).date


@pytest.mark.parametrize(
    ("other", "day", "order"),
    [
        ("The vote of 21/04/2021 is valid.", "2021-05-04", "day first"),
        ("The vote of 04/21/2021 is valid.", "2021-04-05", "month first"),
    ],
)
def test_another_date_of_the_article_proves_the_order(other: str, day: str, order: str) -> None:
    article = read("Published: 04/05/2021", *PROSE, other)
    assert (article.date.text, article.date.confidence, article.date.other) == (day, 0.8, "")
    assert article.date_order == order


def test_dates_of_an_article_that_differ_prove_nothing() -> None:
    article = read("Published: 04/05/2021", *PROSE, "They met on 21/04/2021.", "They met on 04/21/2021.")
    assert (article.date.confidence, article.date.other) == (0.5, "2021-04-05")


def test_a_sure_date_tells_the_order_to_others() -> None:
    assert read("Published: 13/04/2021", *PROSE).date_order == "day first"
    assert read("Published: 04/13/2021", *PROSE).date_order == "month first"
    assert read("Published: 13.04.2021", *PROSE).date_order == ""
    assert read("Published: April 13, 2021", *PROSE).date_order == ""


@pytest.mark.parametrize(
    ("text", "day", "confidence"),
    [
        ("The labor and defense secretaries praised the color of the theater.", "2021-04-05", 0.6),
        ("The labour and defence secretaries praised the colour of the theatre.", "2021-05-04", 0.6),
        ("Die Ministerin hat das Theater besucht, und sie war mit den neuen Farben zufrieden.", "2021-05-04", 0.6),
    ],
)
def test_the_language_makes_an_order_likely(text: str, day: str, confidence: float) -> None:
    (article,) = parse(f"Published: 04/05/2021\n\n{text} {text}\n\n{text}".encode(), "a.txt")
    assert (article.date.text, article.date.confidence) == (day, confidence)


def test_a_container_s_date_can_be_read_both_ways_too() -> None:
    (article,) = parse(f"---\ntitle: {TITLE}\ndate: 04/05/2021\n---\n\n{PROSE[0]}\n\n{PROSE[1]}\n".encode(), "a.md")
    assert (article.date.text, article.date.confidence, article.date.other) == ("2021-05-04", 0.5, "2021-04-05")


@pytest.mark.parametrize("text", ["8 באפריל 2021", "8 أبريل 2021", "8 апреля 2021", "2021年4月8日", "2021년 4월 8일"])
def test_days_in_other_scripts(text: str) -> None:
    assert [found.day.isoformat() for found in find_dates(text)] == ["2021-04-08"]


@pytest.mark.parametrize(
    ("line", "time"),
    [
        ("September 15, 2013 11: 26 pm", "23:26"),
        ("8: 44AM BST 16 Sep 2013", "08:44"),
        ("2013-09-15T23:26:00+12:00", "23:26"),
        ("12:05 a.m. EST, Monday 3 March 2013", "00:05"),
        ("Am 3. März 2013 um 18.30 Uhr", "18:30"),
        ("3 March 2013", ""),
        ("10.04.2021 12.04.2021", ""),
        ("3 March 2013, 29:61", ""),
    ],
)
def test_the_time_beside_a_date_is_kept(line: str, time: str) -> None:
    assert find_dates(line)[0].time == time


def test_whether_it_was_late_is_known_of_an_article() -> None:
    assert read("September 15, 2013 11: 26 pm", *PROSE).date.late
    assert not read("September 15, 2013 11: 26 am", *PROSE).date.late
    assert not read("September 15, 2013", *PROSE).date.late
