"""What became of every word."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.stories.word_changes import Change, word_changes


def told(a: str, b: str) -> list[tuple[str, str]]:
    return [
        (str(each.change), a[slice(*each.a)] if each.change is not Change.NEW else b[slice(*each.b)])
        for each in word_changes(a, b)
    ]


def test_what_is_replaced_stands_before_what_replaces_it() -> None:
    assert told("the sides emphasized it", "the sides emphasised it") == [
        ("=", "the"),
        ("=", "sides"),
        ("-", "emphasized"),
        ("+", "emphasised"),
        ("=", "it"),
    ]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ('said "no," he', "said “no”, he"),
        ("the U.S.-led side", "the US-led side"),
        ("Iraq's army", "Iraq’s army"),
        ("The end", "the END."),
        ("a re‑run", "a re-run"),
    ],
)
def test_marks_dots_and_case_are_no_change(a: str, b: str) -> None:
    assert {change for change, _ in told(a, b)} == {"="}


@pytest.mark.parametrize(
    ("a", "b"), [("counterterrorism", "counter-terrorism"), ("3,000", "2,500"), ("Antony", "Anthony")]
)
def test_another_spelling_is_a_change(a: str, b: str) -> None:
    assert told(f"of {a}, too", f"of {b}, too")[1:3] == [("-", f"{a},"), ("+", f"{b},")]


def test_a_text_without_counterpart_is_all_new_or_all_gone() -> None:
    assert told("", "two words") == [("+", "two"), ("+", "words")]
    assert told("two words", "") == [("-", "two"), ("-", "words")]
    assert told("", "") == []


def test_texts_without_blanks_are_compared_by_character() -> None:
    assert told("会谈在星期三", "会谈在星期四") == [
        ("=", "会"),
        ("=", "谈"),
        ("=", "在"),
        ("=", "星"),
        ("=", "期"),
        ("-", "三"),
        ("+", "四"),
    ]


words = st.lists(
    st.sampled_from(["the", "a", "bridge", "harbour", "was", "closed", "closed,", "14", "16", "–", "U.S.", "“US"]),
    max_size=40,
).map(" ".join)


@settings(max_examples=40, deadline=None)
@given(words, words)
def test_both_texts_can_be_read_from_the_changes(a: str, b: str) -> None:
    changes = word_changes(a, b)
    assert " ".join(a[slice(*each.a)] for each in changes if each.change is not Change.NEW) == a
    assert " ".join(b[slice(*each.b)] for each in changes if each.change is not Change.GONE) == b


def test_very_long_texts_take_seconds_not_hours() -> None:
    one = " ".join(f"w{number * 7919 % 5003} the of" for number in range(20_000))
    other = " ".join(f"w{number * 104729 % 5003} of the" for number in range(20_000))
    begun = time.process_time()
    assert len(word_changes(one, other)) >= 60_000
    assert time.process_time() - begun < 8


def test_a_change_in_a_very_long_text_is_found() -> None:
    row = [f"w{number}" for number in range(5000)]
    other = [*row[:2500], "other", *row[2501:]]
    assert [each for each in told(" ".join(row), " ".join(other)) if each[0] != "="] == [("-", "w2500"), ("+", "other")]
    moved = [*row[:1000], *(f"x{number}" for number in range(300)), *row[1200:4000], "y", *row[4000:]]
    changes = told(" ".join(row), " ".join(moved))
    assert [sum(change == sign for change, _ in changes) for sign in "=-+"] == [4800, 200, 301]
