"""Days named as seen from the day of publication, and all dates that a text mentions."""

from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles import parse
from reader.articles.dates_mentioned import Precision, dates_mentioned
from reader.articles.relative_days import relative_days

THURSDAY = date(2021, 4, 8)
SEEDS = Path(__file__).parents[2].parent / "shared/seeds"


def told(text: str, anchor: date = THURSDAY) -> list[tuple[str, str]]:
    return [(text[each.span[0] : each.span[1]], each.day.isoformat()) for each in relative_days(text, anchor)]


def mentioned(text: str, anchor: date | None = THURSDAY) -> list[tuple[str, str, str]]:
    found = dates_mentioned(text, anchor)
    return [(text[each.span[0] : each.span[1]], each.day.isoformat(), each.precision.value) for each in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The joint statement issued on Wednesday said so.", [("Wednesday", "2021-04-07")]),
        ("They met on Thursday.", [("Thursday", "2021-04-08")]),
        ("They met on Friday.", [("Friday", "2021-04-02")]),
        ("They met last Wednesday.", [("last Wednesday", "2021-04-07")]),
        ("They met last Thursday.", [("last Thursday", "2021-04-01")]),
        ("They meet next Thursday.", [("next Thursday", "2021-04-15")]),
        ("They meet next Friday.", [("next Friday", "2021-04-09")]),
        ("They met on Monday of last week.", [("Monday of last week", "2021-03-29")]),
        ("They meet on Tuesday next week.", [("Tuesday next week", "2021-04-13")]),
        ("Wednesday’s talks failed.", [("Wednesday", "2021-04-07")]),
        ("WEDNESDAY: the talks failed.", [("WEDNESDAY", "2021-04-07")]),
        (
            "The council will vote on Friday, officials said on Tuesday.",
            [("Friday", "2021-04-09"), ("Tuesday", "2021-04-06")],
        ),
        ("On Friday, the council will vote.", [("Friday", "2021-04-09")]),
        ("It failed. On Friday, the council voted.", [("Friday", "2021-04-02")]),
        ("The council has until Friday, it was said.", [("Friday", "2021-04-09")]),
        ("They agreed on Wednesday to redeploy.", [("Wednesday", "2021-04-07")]),
        ("They agreed to meet on Monday.", [("Monday", "2021-04-12")]),
    ],
)
def test_a_weekday_is_the_last_one_unless_the_sentence_looks_ahead(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("starting from last June 12, and", [("last June 12", "2020-06-12")]),
        ("starting from June 12, and", [("June 12", "2020-06-12")]),
        ("starting from 12 June and", [("12 June", "2020-06-12")]),
        ("on April 8 and", [("April 8", "2021-04-08")]),
        ("on Jan. 3 and", [("Jan. 3", "2021-01-03")]),
        ("on the 3rd of March they met", [("3rd of March", "2021-03-03")]),
        ("it will begin on June 12.", [("June 12", "2021-06-12")]),
        ("they met on Wednesday, April 7, and", [("April 7", "2021-04-07")]),
        ("they met on Wednesday, April 14, and", [("April 14", "2021-04-14")]),
        ("they met on April 7 (Wednesday)", [("April 7", "2021-04-07")]),
        ("on Feb. 29 they met", [("Feb. 29", "2020-02-29")]),
    ],
)
def test_a_day_of_a_month_is_the_latest_or_that_of_the_weekday_beside_it(
    text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bill is to be voted on Friday.", [("Friday", "2021-04-09")]),
        ("He prepares to mark his birthday on Friday.", [("Friday", "2021-04-09")]),
        ("They head into Friday’s game.", [("Friday", "2021-04-09")]),
        ("The film, due to be released Oct. 26, is new.", [("Oct. 26", "2021-10-26")]),
        ("He is to be formally sentenced May 3.", [("May 3", "2021-05-03")]),
        ("A hearing is set for Feb. 17.", [("Feb. 17", "2022-02-17")]),
        ("He was held pending his next court hearing April 19.", [("April 19", "2021-04-19")]),
        ("He was told to appear before the court on 19 August.", [("19 August", "2021-08-19")]),
        ("It was released Oct. 26.", [("Oct. 26", "2020-10-26")]),
        ("The campaign starts May 5, they said.", [("May 5", "2021-05-05")]),
        ("The town hosts a fair from April 1.", [("April 1", "2021-04-01")]),
        ("They had expected to meet on Monday.", [("Monday", "2021-04-05")]),
        ("Der Prozess soll am Montag beginnen", [("Montag", "2021-04-12")]),
        ("Le procès aura lieu lundi", [("lundi", "2021-04-12")]),
        ("El juicio tendrá lugar el lunes", [("lunes", "2021-04-12")]),
        ("Het proces is gepland op maandag", [("maandag", "2021-04-12")]),
    ],
)
def test_a_day_lies_ahead_where_the_verb_looks_ahead(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "late", "day"),
    [
        ("Gaskin said Friday the two were not related.", False, "2021-04-09"),
        ("Gaskin told reporters late on Friday that it was over.", False, "2021-04-09"),
        ("Das sagte am Freitag der Minister", False, "2021-04-09"),
        ("Il a déclaré vendredi que rien n'est sûr", False, "2021-04-09"),
        ("It happened in the town Friday, said Gaskin.", False, "2021-04-02"),
        ("It happened in the town Friday, said Gaskin.", True, "2021-04-09"),
        ("Gaskin said Saturday the two were not related.", True, "2021-04-03"),
        ("Gaskin said last Friday the two were not related.", True, "2021-04-02"),
    ],
)
def test_the_weekday_of_the_next_day_is_near_where_somebody_said_so_or_the_publication_was_late(
    text: str, late: bool, day: str
) -> None:
    assert [each.day.isoformat() for each in relative_days(text, THURSDAY, late)] == [day]


@pytest.mark.parametrize(
    "text",
    [
        "It usually pushes out updates on the second Tuesday of every month.",
        "Normally they come on Tuesday.",
        "They meet each Monday, every other Friday and on the last Tuesday of the month.",
        "Üblicherweise kommen sie am Montag",
        "Patch Tuesday is three weeks away.",
        "Sabato: That is what I am saying to all of you here.",
        "It was he and Plácido Domingo who sang it.",
    ],
)
def test_a_habit_and_a_name_are_no_day(text: str) -> None:
    assert told(text) == []


def test_what_happened_to_what_is_usual_has_a_day() -> None:
    assert told("The usually calm town was hit on Monday.") == [("Monday", "2021-04-05")]


def test_yesterday_today_tonight_and_tomorrow() -> None:
    assert told("Today it rains, as yesterday; tonight it stops, tomorrow not.") == [
        ("Today", "2021-04-08"),
        ("yesterday", "2021-04-07"),
        ("tonight", "2021-04-08"),
        ("tomorrow", "2021-04-09"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sheffield Wednesday won, the Sunday Times and USA Today wrote.",
        "They meet every Monday, but not on Good Friday.",
        "It set 12 records in March 20 people died and it may 5 times.",
        "He counted 12 march songs, out 7 and set 9.",
        "On April 3, 2020 and on Friday, April 3, 2020, they met.",
        "It cost June 12,000 and April 4.5.",
        "They met on 3 April 2020.",
        "wednesday addams",
    ],
)
def test_what_is_no_relative_day_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "am letzten Mittwoch, gestern und am 12. Juni, aber heute nicht",
            [
                ("letzten Mittwoch", "2021-04-07"),
                ("gestern", "2021-04-07"),
                ("12. Juni", "2020-06-12"),
                ("heute", "2021-04-08"),
            ],
        ),
        ("Der Rat wird am Montag abstimmen", [("Montag", "2021-04-12")]),
        ("Wir haben uns hier am Montag getroffen, und das ist nicht neu", [("Montag", "2021-04-05")]),
        (
            "mercredi dernier, le 12 juin, et hier le conseil a dit",
            [("mercredi dernier", "2021-04-07"), ("12 juin", "2020-06-12"), ("hier", "2021-04-07")],
        ),
        (
            "el pasado miércoles, el miércoles pasado, el 5 de enero y ayer",
            [
                ("pasado miércoles", "2021-04-07"),
                ("miércoles pasado", "2021-04-07"),
                ("5 de enero", "2021-01-05"),
                ("ayer", "2021-04-07"),
            ],
        ),
        (
            "mercoledì scorso, ieri, il 3 marzo",
            [("mercoledì scorso", "2021-04-07"), ("ieri", "2021-04-07"), ("3 marzo", "2021-03-03")],
        ),
        (
            "na quarta-feira, ontem, em 3 de março",
            [("quarta-feira", "2021-04-07"), ("ontem", "2021-04-07"), ("3 de março", "2021-03-03")],
        ),
        (
            "afgelopen woensdag, gisteren, op 3 mei",
            [("afgelopen woensdag", "2021-04-07"), ("gisteren", "2021-04-07"), ("3 mei", "2020-05-03")],
        ),
        ("próxima sexta-feira", [("próxima sexta-feira", "2021-04-09")]),
    ],
)
def test_days_are_named_in_other_languages_too(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_days_months_and_years_are_mentioned() -> None:
    text = "Since 1999, and in March 2020, after January 3, 2020, they met; on Wednesday 2000 people came."
    assert mentioned(text) == [
        ("1999", "1999-01-01", "year"),
        ("March 2020", "2020-03-01", "month"),
        ("January 3, 2020", "2020-01-03", "day"),
        ("Wednesday", "2021-04-07", "day"),
    ]


def test_without_a_day_of_publication_only_what_has_a_year_is_told() -> None:
    assert mentioned("On Wednesday and June 12, as in 2008.", None) == [("2008", "2008-01-01", "year")]


def test_what_was_found_out_is_told_from_what_was_written() -> None:
    found = dates_mentioned("On Wednesday and on 3 January 2020.", THURSDAY)
    assert [each.relative for each in found] == [True, False]


def test_a_day_in_figures_is_mentioned_only_where_its_order_is_clear() -> None:
    assert mentioned("on 03/04/2021 and on 13/04/2021") == [("13/04/2021", "2021-04-13", "day")]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are another's text and are not part of the repository")
@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "000_c4d47938a8aa6427.txt",
            [("Wednesday", "2021-04-07"), ("Wednesday", "2021-04-07"), ("2008", "2008-01-01")],
        ),
        (
            "001_f296c458783725f1.txt",
            [
                ("Wednesday", "2021-04-07"),
                ("2008", "2008-01-01"),
                ("January 3, 2020", "2020-01-03"),
                ("January 5, 2020", "2020-01-05"),
                ("last June 12", "2020-06-12"),
            ],
        ),
    ],
)
def test_the_days_of_the_seeds(name: str, expected: list[tuple[str, str]]) -> None:
    (article,) = parse((SEEDS / name).read_bytes(), name)
    found = [each for block in article.blocks for each in mentioned(block.text)]
    assert [each[:2] for each in found] == expected
    assert [each[2] for each in found if each[0] == "2008"] == [Precision.YEAR]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["last", "next", "Friday", "June 12", "29 February", "will", "said", ". ", "hier", "2008", "in", "9999"]
        )
        | st.text(max_size=8),
        max_size=20,
    ).map(" ".join),
    st.dates(date(1600, 1, 10), date(2100, 1, 1)),
)
def test_any_text_is_looked_through_in_order_and_without_overlap(text: str, anchor: date) -> None:
    spans = [each.span for each in dates_mentioned(text, anchor)]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
