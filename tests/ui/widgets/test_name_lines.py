"""The course of a name over time, as a line of plain characters."""

from datetime import date, timedelta

import pytest

from reader.ui.widgets.name_lines import bars, course


def days(first: str, count: int, step: int) -> list[tuple[str, int]]:
    start = date.fromisoformat(first)
    return [((start + timedelta(days=step * number)).isoformat(), 1) for number in range(count)]


@pytest.mark.parametrize(
    ("count", "step", "unit", "length"),
    [(1, 1, "day", 1), (40, 1, "day", 40), (3, 30, "week", 9), (10, 40, "month", 13), (3, 3000, "year", 17)],
)
def test_the_shortest_unit_that_fits_is_used(count: int, step: int, unit: str, length: int) -> None:
    found, counts = course(days("2001-01-31", count, step), 40)
    assert (found, len(counts)) == (unit, length)
    assert sum(counts) == count


def test_years_that_do_not_fit_are_left_out_at_the_beginning() -> None:
    unit, counts = course([("1900-01-01", 5), ("2000-01-01", 1), ("2001-01-01", 2)], 2)
    assert (unit, counts) == ("year", [1, 2])


def test_a_week_begins_on_monday() -> None:
    unit, counts = course([("2021-04-11", 1), ("2021-04-12", 2), ("2021-05-09", 4)], 10)  # a Sunday, a Monday, a Sunday
    assert (unit, counts) == ("week", [1, 2, 0, 0, 4])


def test_the_highest_bar_is_full_and_none_is_a_blank() -> None:
    assert bars([0, 1, 4, 8]) == " ▁▄█"
    assert bars([1, 0, 1000]) == "▁ █"
    assert bars([8, 1], ascii_marks=True) == "@."
    assert bars([]) == ""
