"""Every day, month and year that a text names, for a timeline."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.articles.dates import day_of, find_dates
from reader.articles.relative_days import MONTH, month_in_text, overlap, relative_days
from reader.model.article import Span


class Precision(StrEnum):
    """How exactly a date is told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


@dataclass(frozen=True, slots=True)
class DateMention:
    """A passage that names a day, a month or a year."""

    span: Span
    """Where it stands in the text searched."""
    day: date
    """The day; the first of the month or of the year where no day is told."""
    precision: Precision = Precision.DAY
    """How exactly it is told."""
    relative: bool = False
    """Whether it was found out from the day of publication."""


LATEST_YEAR = 2100
"""A higher number is no year that a report speaks of."""

MONTH_YEAR = re.compile(rf"(?<!\w)({MONTH})\.?,?\s(?:(?:de|del|of)\s)?(\d{{4}})(?!\w|[.,/]\d)")
YEAR = re.compile(
    r"(?<!\w)(?:in|since|by|until|till|from|of|during|after|before|early|late|mid|between|year|im Jahr|seit|von|ab|en"
    r"|depuis|desde|nel|dal|del|em|sinds|för|sedan)[ -](1[6-9]\d\d|20\d\d)(?!\w|[.,/]\d|\s?%|-\d)",
    re.IGNORECASE,
)


def dates_mentioned(text: str, anchor: date | None = None, late: bool = False) -> tuple[DateMention, ...]:
    """Every day, month and year that a text names, in order; those without a year only where `anchor` is known.

    `late` says that the text was published late on that day; see `relative_days`.
    A day in figures whose day and month might be exchanged is left out.
    """
    days = find_dates(text)
    found = [DateMention(each.span, each.day) for each in days if not each.ambiguous]
    if anchor:
        found += [DateMention(each.span, each.day, relative=True) for each in relative_days(text, anchor, late)]
    for mentions in (months_of_years(text), years(text)):
        taken = [*(each.span for each in days), *(each.span for each in found)]
        found += [each for each in mentions if not any(overlap(each.span, other) for other in taken)]
    return tuple(sorted(found, key=lambda each: each.span))


def months_of_years(text: str) -> Iterator[DateMention]:
    """`March 2020`, `mars 2020`, `marzo de 2020`."""
    for match in MONTH_YEAR.finditer(text):
        month = month_in_text(match[1], first=False)
        day = day_of(match[2], month, 1) if month else None
        if day and day.year <= LATEST_YEAR:
            yield DateMention(match.span(), day, Precision.MONTH)


def years(text: str) -> Iterator[DateMention]:
    """A year that a preposition tells from other numbers: `in 2008`; the passage is the number alone."""
    for match in YEAR.finditer(text):
        if int(match[1]) <= LATEST_YEAR:
            yield DateMention(match.span(1), date(int(match[1]), 1, 1), Precision.YEAR)
