"""The days that a text names as seen from its day of publication: `Wednesday`, `last June 12`, `yesterday`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from reader.articles.dates import day_of, find_dates, month_number
from reader.articles.day_words import (
    day_offsets,
    day_word_pattern,
    direction_words,
    weekday_names,
    weekday_pattern,
    weekday_spellings,
)
from reader.articles.languages import language
from reader.model.article import Span


@dataclass(frozen=True, slots=True)
class DayMention:
    """A passage that means a day only to those who know when it was written."""

    span: Span
    """Where it stands in the text searched."""
    day: date
    """The day that it means."""


WINDOW = 160
"""Letters before and after a weekday among which a verb tells whether it is past or to come."""
CLOSEST = 3
"""Letters between a weekday and the date that it belongs to: `Wednesday, April 7`."""

MONTH = r"[^\W\d_]{3,12}"
DAY_FIRST = re.compile(rf"(?<![\w.,/])(\d{{1,2}})(?:st|nd|rd|th|er|º|\.)?\s(?:(?:de|of)\s)?({MONTH})(?!\w)")
MONTH_FIRST = re.compile(
    rf"(?<!\w)({MONTH})\.?\s(\d{{1,2}})(?:st|nd|rd|th)?(?!\w|[.,:/]\d|\s?%|\s(?:per\s?cent|people|million|billion|years)\b)"
)
ENGLISH_MONTHS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec"}
)
NO_MONTHS_IN_SMALL = frozenset({"march", "sept", "sett", "mart"})
SHORT_MONTHS = frozenset({"mai", "mei", "maj"})

NAMED_BEFORE = re.compile(
    r"\b(?:Black|Good|Ash|Bloody|Super|Sheffield|Palm|Easter|Cyber|Maundy|Shrove|Fat|Giving|Holy|Spy|"
    r"[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Oo]ne|[Jj]eden|[Tt]ous les|[Cc]ada)\s$"
)
NAMED_AFTER = re.compile(r"\s(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Independent|World|Night|School)\b")
OTHER_WEEK = re.compile(r"\s(?:of\s)?(last|next) week\b")
SENTENCE_END = re.compile(r"[.!?…][\"”’')]*\s")
AHEAD = (
    r"will|won't|won’t|shall|would|(?:is|are|was|were) (?:to|due)|due|scheduled|expected|set to|upcoming|ahead of"
    r"|(?:agreed|agrees|vowed|promised|decided|hopes?|hoped|wants?|wanted|plans?|planned|planning|intends?|ready"
    r"|likely|about|aims?|aimed|going) to|wird|werden|soll|sollen|zal|zullen"
)
BEHIND = (
    r"said|says|told|was|were|has|have|had|did|went|came|took|made|met|held|began|gave|won|lost|left|fell|rose|saw|put|wrote"
    r"|spoke|\w{2,}ed|hat|haben|wurde|wurden|war|waren"
)
VERB = re.compile(rf"\b(?:(?P<ahead>{AHEAD})|{BEHIND})\b")
DEADLINE = re.compile(r"\b(?:by|until|till|bis|ahead of)\s$", re.IGNORECASE)


def relative_days(text: str, anchor: date) -> tuple[DayMention, ...]:
    """The passages of a text published on `anchor` that name a day without its year, in order, with the day meant.

    A weekday in the past is the last one up to `anchor`, which it may be itself; `last` is before it, `next` after; a
    day of a month is the latest up to `anchor`. With a verb that looks ahead both are the first from `anchor` on. Of a
    date with an uncertain order of day and month, and of names such as Good Friday, nothing is told.
    """
    full = [DayMention(each.span, each.day) for each in find_dates(text)]
    of_months = [each for each in month_days(text, anchor) if not any(overlap(each.span, one.span) for one in full)]
    named = [*full, *of_months]
    of_weeks = [each for each in weekdays(text, anchor) if not any(belongs(each, other, text) for other in named)]
    kept: list[DayMention] = []
    for each in sorted((*of_months, *of_weeks, *day_words(text, anchor)), key=lambda each: each.span):
        if not kept or each.span[0] >= kept[-1].span[1]:
            kept.append(each)
    return tuple(kept)


def overlap(one: Span, other: Span) -> bool:
    """Whether two passages have a letter in common."""
    return one[0] < other[1] and other[0] < one[1]


def belongs(weekday: DayMention, other: DayMention, text: str) -> bool:
    """Whether a weekday is that of the date beside it, as in `Wednesday, April 7`, and tells nothing of its own."""
    first, second = sorted((weekday.span, other.span))
    between = text[first[1] : second[0]]
    same = weekday.day.weekday() == other.day.weekday()
    return same and len(between) <= CLOSEST and not any(map(str.isalnum, between))


# Days of a month


def month_days(text: str, anchor: date) -> Iterator[DayMention]:
    """`June 12`, `last June 12`, `12. Juni`, `12 de junio`."""
    for pattern, month_group, day_group in ((DAY_FIRST, 2, 1), (MONTH_FIRST, 1, 2)):
        for match in pattern.finditer(text):
            month = month_in_text(match[month_group], month_group == 1)
            if not month or re.match(r",?\s(?:de\s|del\s)?\d{4}(?!\w)", text[match.end() :]):
                continue
            start = start_with(text, match.start(), "before")
            begin = start if start is not None else start_with(text, match.start(), "after")
            back = start is not None or (begin is None and not is_ahead(text, match.span()))
            day = nearest(month, int(match[day_group]), anchor, back, weekday_beside(text, match.span()))
            if day:
                yield DayMention((match.start() if begin is None else begin, match.end()), day)


def month_in_text(name: str, first: bool) -> int:
    """The number of a month in running text, where `may`, `set` and `out` are no months; `first` before its day."""
    folded = name.casefold()
    if first:
        return month_number(name) if folded in ENGLISH_MONTHS and name[0].isupper() else 0
    if name[0].isupper():
        return month_number(name) if len(name) >= 4 or folded in ENGLISH_MONTHS | SHORT_MONTHS else 0
    return month_number(name) if (len(name) >= 4 or name in SHORT_MONTHS) and name not in NO_MONTHS_IN_SMALL else 0


def nearest(month: int, day: int, anchor: date, back: bool, weekday: int) -> date | None:
    """The latest such day up to the anchor, or the first from it on; one on the right weekday, where one is named."""
    years = range(anchor.year - 8, anchor.year + 9)
    days = [found for year in years if (found := day_of(year, month, day))]
    near = [found for found in days if found.weekday() == weekday and abs((found - anchor).days) <= 366]
    if near:
        return min(near, key=lambda found: abs((found - anchor).days))
    fitting = [found for found in days if (found <= anchor if back else found >= anchor)]
    return min(fitting, key=lambda found: abs((found - anchor).days), default=None)


def weekday_beside(text: str, span: Span) -> int:
    """The weekday written right before or after a day of a month; -1 where there is none."""
    before = re.search(r"([^\W\d_][\w-]*),?\s(?:the\s|den\s|le\s)?$", text[max(0, span[0] - 25) : span[0]])
    after = re.match(r",?\s\(?([^\W\d_][\w-]*)", text[span[1] : span[1] + 25])
    for found in (before, after):
        if found and found[1].casefold() in weekday_names():
            return weekday_names()[found[1].casefold()]
    return -1


# Weekdays


def weekdays(text: str, anchor: date) -> Iterator[DayMention]:
    """`Wednesday`, `last Wednesday`, `Wednesday of next week`, `mercredi dernier`."""
    for match in weekday_pattern().finditer(text):
        weekday = weekday_names()[match[0].casefold()]
        if not is_spelled(match[0]) or NAMED_BEFORE.search(text[: match.start()][-12:]):
            continue
        if NAMED_AFTER.match(text[match.end() : match.end() + 14]):
            continue
        yield weekday_mention(text, match.span(), weekday, anchor)


def weekday_mention(text: str, span: Span, weekday: int, anchor: date) -> DayMention:
    """What a weekday means, with the word before or behind it that says in which direction it lies."""
    week = OTHER_WEEK.match(text[span[1] :])
    if week:
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 if week[1] == "next" else -7)
        return DayMention((span[0], span[1] + week.end()), monday + timedelta(weekday))
    back = timedelta((anchor.weekday() - weekday) % 7)
    ahead = timedelta((weekday - anchor.weekday()) % 7)
    whole_week = timedelta(7)
    for side, day in (("before", anchor - (back or whole_week)), ("after", anchor + (ahead or whole_week))):
        start, end = start_with(text, span[0], side), end_with(text, span[1], side)
        if start is not None or end is not None:
            return DayMention((span[0] if start is None else start, span[1] if end is None else end), day)
    return DayMention(span, anchor + ahead if is_ahead(text, span) else anchor - back)


def is_spelled(word: str) -> bool:
    """Whether a weekday is written as it is in its language, at the start of a sentence, or in capitals."""
    known = weekday_spellings()[word.casefold()]
    return word in (known, known.capitalize(), known.upper())


def start_with(text: str, start: int, direction: str) -> int | None:
    """Where a word such as `last` or `next` begins that stands right before an offset."""
    found = re.search(r"(?<!\w)([^\W\d_]+)\s$", text[max(0, start - 16) : start])
    return start - len(found[0]) if found and found[1].casefold() in direction_words(direction) else None


def end_with(text: str, end: int, direction: str) -> int | None:
    """Where a word such as `dernier` ends that stands right behind an offset; English has none."""
    found = re.match(r"\s([^\W\d_]+)", text[end : end + 16])
    known = found is not None and found[1] in direction_words(direction)
    return end + found.end() if found and known and found[1] not in ("last", "next", "past", "coming") else None


def is_ahead(text: str, span: Span) -> bool:
    """Whether the nearest verb of the sentence, one before the passage if there is one, looks ahead."""
    before = SENTENCE_END.split(text[max(0, span[0] - WINDOW) : span[0]])[-1]
    if DEADLINE.search(before):
        return True
    verbs = (
        list(VERB.finditer(before)) or list(VERB.finditer(SENTENCE_END.split(text[span[1] : span[1] + WINDOW])[0]))[:1]
    )
    return bool(verbs and verbs[-1]["ahead"])


# Yesterday, today, tomorrow


def day_words(text: str, anchor: date) -> Iterator[DayMention]:
    """`yesterday`, `today`, `tonight`, `tomorrow`."""
    for match in day_word_pattern().finditer(text):
        if match[0][0].isupper() and not begins_sentence(text, match.start()):
            continue  # USA Today
        if match[0].casefold() == "hier" and language(text) not in ("fr", ""):
            continue  # German and Dutch for `here`
        yield DayMention(match.span(), anchor + timedelta(day_offsets()[match[0].casefold()]))


def begins_sentence(text: str, start: int) -> bool:
    """Whether a word is the first of a sentence or of a quotation."""
    before = text[max(0, start - 4) : start].rstrip(" \"“'‘«(")
    return start == 0 or not before or before[-1] in ".!?:…"
