"""Calendar dates written in words and figures, in several languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from reader.articles.wordlists import months
from reader.model import Span

EARLIEST = 1600
"""Newspapers begin about here; an earlier year is no day of publication."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day named in a text."""

    day: date
    """The day."""
    span: Span
    """Where it stands in the text searched, without the time of day."""
    ambiguous: bool = False
    """Whether day and month might be the other way round."""


MONTH = r"[^\W\d_]{3,12}"
YEAR_FIRST = re.compile(
    r"(?<![\d/.-])(\d{4})([-/]|\.\s?|\s?[年년]\s?)(\d{1,2})(?:[-/]|\.\s?|\s?[月월]\s?)(\d{1,2})(?![\d-])(?:\s?[日일])?"
)
DAY_MONTH = re.compile(
    rf"(?<![\d./-])(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?[\s-]{{1,2}}(?:(?:de|of)\s)?({MONTH})\.?,?[\s-]{{1,2}}(?:(?:de|del)\s)?(\d{{4}})(?!\d)",
    re.IGNORECASE,
)
MONTH_DAY = re.compile(rf"(?<!\w)({MONTH})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?(?:,\s?|\s)(\d{{4}})(?!\d)", re.IGNORECASE)
FIGURES = re.compile(r"(?<![\d./-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4})(?![\d/-])")
BARE_DAY = re.compile(
    rf"(?<!\w)(?:({MONTH})\.?\s(\d{{1,2}})|(\d{{1,2}})\.?\s({MONTH}))(?!\w)(?!,?\s?\d{{4}})", re.IGNORECASE
)
COMPACT = re.compile(r"(?<!\d)(\d{4})(\d{2})(\d{2})(?!\d)")


def day_of(year: int | str, month: int | str, day: int | str) -> date | None:
    """The day with these numbers, or None where the calendar has no such day or newspapers did not exist."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if found.year >= EARLIEST else None


def month_number(name: str) -> int:
    """1 to 12 for the name of a month, 0 for another word."""
    return months().get(name.casefold(), 0)


def find_dates(text: str) -> list[FoundDate]:
    """Every full date in a text, in the order in which they stand."""
    if not any(map(str.isdigit, text)):
        return []
    found = sorted((*year_first(text), *named(text), *figures(text)), key=lambda each: each.span)
    kept: list[FoundDate] = []
    for each in found:
        if not kept or each.span[0] >= kept[-1].span[1]:
            kept.append(each)
    return kept


def year_first(text: str) -> Iterator[FoundDate]:
    """Dates such as 2021-04-08, 2021/04/08 and 2021年4月8日."""
    for match in YEAR_FIRST.finditer(text):
        day = day_of(match[1], match[3], match[4])
        if day:
            yield FoundDate(day, match.span())


def named(text: str) -> Iterator[FoundDate]:
    """Dates such as 8 April 2021, April 8, 2021 and 8 de abril de 2021."""
    for match in DAY_MONTH.finditer(text):
        day = day_of(match[3], month_number(match[2]), match[1])
        if day:
            yield FoundDate(day, match.span())
    for match in MONTH_DAY.finditer(text):
        day = day_of(match[3], month_number(match[1]), match[2])
        if day:
            yield FoundDate(day, match.span())


def figures(text: str) -> Iterator[FoundDate]:
    """Dates such as 08.04.2021 (the day first) and 04/08/2021 (either, hence ambiguous unless a number is above 12)."""
    for match in FIGURES.finditer(text):
        first, second = int(match[1]), int(match[3])
        month_first = match[2] != "." and second > 12
        day = day_of(match[4], first if month_first else second, second if month_first else first)
        if day:
            ambiguous = match[2] != "." and first <= 12 and second <= 12 and first != second
            yield FoundDate(day, match.span(), ambiguous)


def bare_day(text: str) -> tuple[int, int]:
    """Month and day of the first date without a year, such as `April 7`; (0, 0) where there is none."""
    for match in BARE_DAY.finditer(text):
        month = month_number(match[1] or match[4])
        day = int(match[2] or match[3])
        if month and 1 <= day <= 31:
            return month, day
    return 0, 0


def compact_date(name: str) -> FoundDate | None:
    """A date such as 20210408 inside a file name."""
    for match in COMPACT.finditer(name):
        day = day_of(match[1], match[2], match[3])
        if day and 1800 <= day.year <= 2100:
            return FoundDate(day, match.span())
    return None
