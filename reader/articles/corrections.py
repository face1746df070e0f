"""What the user says of an article in place of what the rules found: fields, values, and how they are put in."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from reader.articles.dates import find_dates
from reader.errors import CorrectionError
from reader.model.article import Article, Value

RULE = "corrected"
"""The name of the rule by which a corrected value stands."""
FIELDS = ("title", "date", "outlet", "agency", "section", "place", "byline", "standfirst", "url", "language")
"""The fields that can be corrected, in the order in which they are shown."""
EARLIEST = 1600
"""The year in which printed newspapers began; before it nothing is published."""
EARLY_DAYS = 2
"""Days by which a date may lie ahead of today: time zones, and papers dated for tomorrow."""
LONGEST = {"standfirst": 3000, "url": 2000}
"""Characters of a value at most."""
USUAL = 300
"""Characters of the values of all other fields at most."""


def checked(field: str, text: str, today: date) -> str:
    """The value as it is kept, blanks in a row made one; empty says that there is none.

    Raises CorrectionError, which says what the field can be, for a value that it cannot have.
    """
    if field not in FIELDS:
        raise CorrectionError(f"{field}: no such field; the fields are {', '.join(FIELDS)}")
    value = " ".join(text.split())
    if field == "title" and not value:
        raise CorrectionError("a title cannot be empty: it has 1 to 300 characters")
    if not value:
        return ""
    most = LONGEST.get(field, USUAL)
    if len(value) > most:
        raise CorrectionError(f"this {field} has {len(value):,} characters; it may have {most:,} at most")
    if not value.isprintable():
        raise CorrectionError(f"this {field} holds characters that cannot be shown; leave them out")
    if field == "date":
        return _day(value, today)
    if field == "url" and not re.fullmatch(r"https?://[^\s/?#]+\S*", value, re.IGNORECASE):
        raise CorrectionError(f"{value!r} is no address of a page: it begins with http:// or https://")
    if field == "language":
        return _language(value)
    return value


def corrected(article: Article, values: Mapping[str, str]) -> Article:
    """The article with these values, empty ones for "there is none"; its text and its digest stay as they are."""
    if not values:
        return article
    known = {field: text for field, text in values.items() if field in FIELDS}
    language = known.pop("language", article.language)
    stated = {field: Value(text, RULE, 1.0) for field, text in known.items()}
    fields = tuple(sorted(field for field in values if field in FIELDS))
    return replace(article, **stated, language=language, corrected=fields)  # type: ignore[arg-type]


def corrections(article: Article) -> dict[str, str]:
    """The values that were put into an article, by field."""
    found = ((field, getattr(article, field)) for field in article.corrected)
    return {field: value.text if isinstance(value, Value) else str(value) for field, value in found}


def _day(text: str, today: date) -> str:
    value = text
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        value = _in_words(value)
    if not value:
        raise CorrectionError(f"{text!r} is no date: write it as {today.isoformat()}")
    try:
        day = date.fromisoformat(value)
    except ValueError:
        raise CorrectionError(f"there is no day {value}") from None
    if day > today + timedelta(days=EARLY_DAYS):
        raise CorrectionError(f"{value} is still to come; today is {today.isoformat()}")
    if day.year < EARLIEST:
        raise CorrectionError(f"{value} is too early: the year is {EARLIEST} or later")
    return value


def _in_words(text: str) -> str:
    """The one day of `8 April 2021` as the year, month and day in figures; empty where there is another reading."""
    found = find_dates(text)
    sure = len(found) == 1 and not found[0].ambiguous and found[0].span == (0, len(text))
    return found[0].day.isoformat() if sure else ""


def _language(value: str) -> str:
    if not re.fullmatch("[a-z]{2}", value.lower(), re.ASCII):
        raise CorrectionError(f"{value!r} is no language: write its two letters, such as en, de, fr, ar or zh")
    return value.lower()
