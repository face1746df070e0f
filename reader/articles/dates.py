"""Calendar dates written in words and figures, in several languages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from reader.articles.wordlists import months
from reader.model.article import Span

DAY_FIRST, MONTH_FIRST = "day first", "month first"
EARLIEST = 1600
"""Newspapers begin about here; an earlier year is no day of publication."""


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A day named in a text."""

    day: date
    """The day."""
    span: Span
    """Where it stands in the text searched, without the time of day."""
    order: str = ""
    """Of a day in figures, whether `day first` or `month first`; empty where that cannot be told of any."""
    other: date | None = None
    """The day with day and month exchanged, where that is as likely."""
    time: str = ""
    """The time of day that stands beside it, `HH:MM`; empty where none does."""

    @property
    def ambiguous(self) -> bool:
        """Whether day and month might be the other way round."""
        return self.other is not None


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
SHORT_FIGURES = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2(\d{2})(?![\w/-]|[.,]\d)")
SHORT_NAMED = re.compile(rf"(?<![\w./-])(\d{{1,2}})[- ]({MONTH})[- ]['’]?(\d{{2}})(?![\w:/-])", re.IGNORECASE)
FULL_YEAR, YEAR_END = re.compile(r"\d{4}"), re.compile(r"\d{2}")
"""What every date has, in full or with a year of two figures: looked for first, as most lines have none."""
BARE_DAY = re.compile(
    rf"(?<!\w)(?:({MONTH})\.?\s(\d{{1,2}})|(\d{{1,2}})\.?\s({MONTH}))(?!\w)(?!,?\s?\d{{4}})", re.IGNORECASE
)
TIME = r"(\d{1,2})[:.h] ?(\d{2})(?!\d|[.:-]\d{3})(?::\d{2})?(?:\s?([ap])\.?\s?m\b\.?)?"
TIME_BEHIND = re.compile(rf"(?:T|[\s,|·–-]{{1,3}}(?:(?:at|um|à|alle|kl\.?|om)\s)?){TIME}", re.IGNORECASE)
TIME_BEFORE = re.compile(
    rf"(?<![\d:.]){TIME}(?:\s[A-Z]{{2,5}})?[\s,|·]{{1,3}}(?:on\s)?(?:\w{{3,9}},?\s)?$", re.IGNORECASE
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


def find_dates(text: str, short_years: bool = False) -> list[FoundDate]:
    """Every full date in a text, in the order in which they stand; on request those with a year of two figures too."""
    full = (*year_first(text), *named(text), *figures(text)) if FULL_YEAR.search(text) else ()
    short = (*short_figures(text), *short_named(text)) if short_years and not full and YEAR_END.search(text) else ()
    found = sorted((*full, *short), key=lambda each: each.span)
    kept: list[FoundDate] = []
    for each in found:
        if not kept or each.span[0] >= kept[-1].span[1]:
            kept.append(replace(each, time=time_beside(text, each.span)))
    return kept


def time_beside(text: str, span: Span) -> str:
    """The time of day right behind a date, or right before it, as `HH:MM`; empty where there is none."""
    match = TIME_BEHIND.match(text, span[1]) or TIME_BEFORE.search(text[max(0, span[0] - 30) : span[0]])
    if not match or int(match[1]) > (12 if match[3] else 23) or int(match[2]) > 59:
        return ""
    hour = int(match[1])
    if match[3]:
        hour = hour % 12 + (12 if match[3] in "pP" else 0)
    return f"{hour:02}:{match[2]}"


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


def short_named(text: str) -> Iterator[FoundDate]:
    """Dates such as 8-Apr-21 and 8 Apr '21."""
    for match in SHORT_NAMED.finditer(text):
        century = "19" if match[3] >= "69" else "20"
        day = day_of(century + match[3], month_number(match[2]), match[1])
        if day:
            yield FoundDate(day, match.span())


def figures(text: str) -> Iterator[FoundDate]:
    """Dates such as 08.04.2021 (the day first) and 04/08/2021 (either, hence ambiguous unless a number is above 12)."""
    for match in FIGURES.finditer(text):
        yield from figured(match, match[4])


def short_figures(text: str) -> Iterator[FoundDate]:
    """The same with a year of two figures: 69 to 99 are of the last century, as POSIX has it."""
    for match in SHORT_FIGURES.finditer(text):
        century = "19" if match[4] >= "69" else "20"
        yield from figured(match, century + match[4])


def figured(match: re.Match[str], year: str) -> Iterator[FoundDate]:
    """The day of a match whose groups are a number, a separator and a number."""
    first, second = int(match[1]), int(match[3])
    dotted = match[2] == "."
    month_first = not dotted and second > 12
    day = day_of(year, first if month_first else second, second if month_first else first)
    if day is None:
        return
    either = not dotted and first <= 12 and second <= 12 and first != second
    order = "" if dotted or first == second else MONTH_FIRST if month_first else DAY_FIRST
    yield FoundDate(day, match.span(), order, day_of(year, first, second) if either else None)


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
