"""Days as a query names them: `2021`, `2021-04`, `2021-04-08`, `A..B`, and so long before today."""

import calendar
import datetime
import re

Days = tuple[str, str]
"""First and last day, `YYYY-MM-DD`, inclusive; empty for no limit."""

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_AGE = re.compile(r"([0-9]{1,5}) ?([dwmyDWMY])")
_BEGUN_DAY = re.compile(r"[0-9]{0,3}|[0-9]{4}-(?:[0-9]?|[0-9]{1,2}-[0-9]?)")
_BEGUN_AGE = re.compile(r"[0-9]{0,5} ?")
_HOW = "write a year, month or day such as 2021, 2021-04 or 2021-04-08"


def days_of(field: str, text: str, today: datetime.date) -> Days:
    """The days that `field:text` names, for the fields date, after, before, newer and older.

    `after:X` begins with the first day of X itself, `before:X` ends the day before X begins: together they leave out
    no day and none twice. So do `newer:3d`, which begins three days before today, and `older:3d`, which ends the day
    before that. Raises ValueError with a message for the person.
    """
    if field == "date":
        return _range(text)
    if field == "after":
        return _period(text)[0].isoformat(), ""
    if field == "before":
        return "", _day_before(_period(text)[0])
    first = _ago(field, text, today)
    return (first.isoformat(), "") if field == "newer" else ("", _day_before(first))


def begins_days(field: str, text: str) -> bool:
    """Whether a text that names no days for a field may do so when more is typed."""
    if field in ("newer", "older"):
        return _BEGUN_AGE.fullmatch(text) is not None
    start, dots, end = text.partition("..") if field == "date" else ("", "", text)
    if dots:
        return _BEGUN_DAY.fullmatch(end) is not None and (not start or _DAY.fullmatch(start) is not None)
    if field == "date" and text.endswith("."):  # the first of two
        return text == "." or _DAY.fullmatch(text[:-1]) is not None
    return _BEGUN_DAY.fullmatch(end or start) is not None


def _range(text: str) -> Days:
    if text == "*":
        return "", ""
    start, dots, end = text.partition("..")
    if not dots:
        first, last = _period(text)
        return first.isoformat(), last.isoformat()
    if not start and not end:
        raise ValueError(f"no day beside the two dots; {_HOW} on at least one side")
    days = (_period(start)[0].isoformat() if start else "", _period(end)[1].isoformat() if end else "")
    if days[1] and days[0] > days[1]:
        raise ValueError(f"{start} is later than {end}; write the earlier one first")
    return days


def _period(text: str) -> tuple[datetime.date, datetime.date]:
    found = _DAY.fullmatch(text)
    if not found:
        raise ValueError(f"{text!r} is no date; {_HOW}")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    try:
        first = datetime.date(year, month if found[2] else 1, day if found[3] else 1)
    except ValueError:
        raise ValueError(f"there is no {text} in the calendar; {_HOW}") from None
    if found[3]:
        return first, first
    last_month = month if found[2] else 12
    return first, datetime.date(year, last_month, calendar.monthrange(year, last_month)[1])


def _day_before(day: datetime.date) -> str:
    if day == datetime.date.min:
        raise ValueError("no day comes before the year 1; name a later one")
    return (day - datetime.timedelta(days=1)).isoformat()


def _ago(field: str, text: str, today: datetime.date) -> datetime.date:
    found = _AGE.fullmatch(text)
    if not found:
        raise ValueError(
            f"{text!r} is no length of time; write days, weeks, months or years such as {field}:3d, 2w, 6m, 1y"
        )
    amount, unit = int(found[1]), found[2].lower()
    try:
        if unit in "dw":
            return today - datetime.timedelta(days=amount * (7 if unit == "w" else 1))
        return _months_before(today, amount * (12 if unit == "y" else 1))
    except (ValueError, OverflowError):
        raise ValueError(f"{text} ago is before the year 1; name a shorter time") from None


def _months_before(day: datetime.date, months: int) -> datetime.date:
    """The same day of an earlier month, or that month's last day where it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    if year < 1:
        raise ValueError(year)
    return datetime.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
