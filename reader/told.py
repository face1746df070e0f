"""How numbers, times and days are told in words, alike on every screen and on the command line."""

from datetime import date

_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_SHORT = 3
"""Letters of the short name of a month."""


def counted(count: int, one: str, many: str = "") -> str:
    """A number with its noun; `many` of one that takes more than an s."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def time_told(minutes: int) -> str:
    """A reading time: minutes, from two hours on hours."""
    return f"{minutes} min" if minutes < 120 else f"{round(minutes / 60)} h"


def month_told(month: int, *, short: bool = False) -> str:
    """The name of a month, 1 to 12: `April`, or short `Apr`."""
    name = _MONTHS[month - 1]
    return name[:_SHORT] if short else name


def day_told(day: date, *, short: bool = False) -> str:
    """A day as a newspaper writes it: `8 April 2021`, or with the month short."""
    return f"{day.day} {month_told(day.month, short=short)} {day.year}"


def days_told(begin: date, end: date, dash: str = "-", *, short: bool = False) -> str:
    """A span of days, nothing said twice: `7-8 April 2021`, `28 April - 3 May 2021`; a word does for a dash too."""
    last = day_told(end, short=short)
    if begin == end:
        return last
    if (begin.year, begin.month) == (end.year, end.month):
        return f"{begin.day}{f' {dash} ' if dash.isalpha() else dash}{last}"
    first = day_told(begin, short=short)
    return f"{first.removesuffix(f' {end.year}')} {dash} {last}"
