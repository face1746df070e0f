"""The days that a text names as seen from its day of publication: `Wednesday`, `last June 12`, `yesterday`."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import cache

from reader.articles.dates import day_of, find_dates, month_number
from reader.articles.day_words import (
    day_offsets,
    day_word_pattern,
    direction_words,
    phrases,
    said_before,
    weekday_names,
    weekday_pattern,
    weekday_spellings,
)
from reader.articles.languages import language
from reader.model.article import Span


class Side(Enum):
    """Where a day lies, as seen from that of publication."""

    BACK = "back"
    AHEAD = "ahead"
    NEAR = "near"


@dataclass(frozen=True, slots=True)
class DayMention:
    """A passage that means a day only to those who know when it was written."""

    span: Span
    """Where it stands in the text searched."""
    day: date
    """The day that it means."""


WINDOW = 160
"""Letters before and after a weekday among which a verb tells whether it is past or to come."""
ENGLISH = "en"
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
    r"\b(?:Black|Good|Ash|Bloody|Super|Sheffield|Palm|Easter|Cyber|Maundy|Shrove|Fat|Giving|Holy|Spy|Patch|"
    r"[Ee]very(?: other)?|[Ee]ach|[Aa]ny|[Aa]|[Oo]ne|[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Jj]eden|[Tt]ous les|"
    r"[Cc]ada|[Oo]gni|[Ee]lke|[Ii]edere|[Vv]arje|[Tt]oda|[Cc]haque)\s$"
)
NAMED_AFTER = re.compile(r"\s(?:Times|Telegraph|Mirror|Mail|Express|Post|Herald|Independent|World|Night|School)\b")
OTHER_WEEK = re.compile(r"\s(?:of\s)?(last|next) week\b")
SENTENCE_END = re.compile(r"[.!?…][\"”’')]*\s")
OF_EVERY = re.compile(r"\s(?:\w+\s)?of\s(?:(?:every|each|any|a)\s(?:month|week|year)|the\smonth)\b")
"""Behind a weekday that is a habit: the second Tuesday of every month."""
GOVERNED = (
    r"(?:(?:\s(?:to|not|also|only|\w+ly))*(?:\s(?:be|have|been))*(?:(?<=be)|(?<=been)|(?<=have))(?:\s\w+ly)*"
    r"\s(?:\w+ed|held|made|put|met|begun|taken|given|sent|told|read|seen|shown|heard|sworn))?"
)
"""What belongs to a verb that looks ahead: `is to` be formally sentenced, `due to` be released."""
AHEAD = (
    r"will|won't|won’t|shall|would|(?:is|are|was|were) (?:to|due)|due|scheduled|slated|(?<!had )expected|set (?:to|for)"
    r"|upcoming|ahead of|pending|(?:planned|postponed|delayed|adjourned) (?:for|to|until)|prepar(?:es?|ing) (?:to|for)"
    r"|(?:heads?|heading|going) (?:in)?to|advanc(?:es?|ed) to|remains? until"
    r"|(?:agreed|agrees|vowed|promised|decided|hopes?|hoped|wants?|wanted|plans?|planned|planning|intends?|ready"
    r"|likely|about|aims?|aimed) to|to (?:appear|be|face|begin|start|open|take place|stand trial|decide|vote)"
    r"|next (?:court )?(?:hearing|appearance|game|match|meeting|round|election)"
    r"|(?:date|deadline|hearing|trial) (?:is|are)"
)
PRESENT = r"begins?|starts?|opens?|kicks? off|ships|takes? (?:place|effect)|expires?|returns|travels|hosts?"
"""Verbs that in the present tense tell what is to come, and now and then what has begun."""
BEHIND = (
    r"said|says|told|was|were|has|have|had|did|went|came|took|made|met|held|began|gave|won|lost|left|fell|rose|saw|put|wrote"
    r"|spoke|\w{2,}ed"
)
DEADLINE = re.compile(r"\b(?:by|until|till|bis|ahead of)\s$", re.IGNORECASE)


@cache
def verbs() -> re.Pattern[str]:
    """A verb that looks ahead, with what belongs to it, or one that looks behind."""
    ahead, behind = phrases("ahead").pattern, phrases("behind").pattern
    return re.compile(
        rf"(?<![\w-])(?:(?P<ahead>(?:(?:{AHEAD}|{ahead})\b){GOVERNED})|(?P<present>{PRESENT})|{BEHIND}|{behind})\b"
    )


def relative_days(text: str, anchor: date, late: bool = False) -> tuple[DayMention, ...]:
    """The passages of a text published on `anchor` that name a day without its year, in order, with the day meant.

    A weekday in the past is the last one up to `anchor`, which it may be itself; `last` is before it, `next` after; a
    day of a month is the latest up to `anchor`. With a verb that looks ahead both are the first from `anchor` on. Of a
    date with an uncertain order of day and month, of names such as Good Friday, and of habits, nothing is told.

    The weekday of the next day is that day, and not six days past, where somebody `said Monday` what was published on
    Sunday, and where the publication was `late`: the text was still written on the next day, or in another time zone.
    """
    full = [DayMention(each.span, each.day) for each in find_dates(text)]
    of_months = [each for each in month_days(text, anchor) if not any(overlap(each.span, one.span) for one in full)]
    named = [*full, *of_months]
    of_weeks = [each for each in weekdays(text, anchor, late) if not any(belongs(each, other, text) for other in named)]
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
            side = Side.BACK if start is not None else Side.AHEAD if begin is not None else side_of(text, match.span())
            day = nearest(month, int(match[day_group]), anchor, side, weekday_beside(text, match.span()))
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


def nearest(month: int, day: int, anchor: date, side: Side, weekday: int) -> date | None:
    """The latest such day up to the anchor, the first from it on, or the nearest; one on the weekday that is named."""
    years = range(anchor.year - 8, anchor.year + 9)
    days = [found for year in years if (found := day_of(year, month, day))]
    near = [found for found in days if found.weekday() == weekday and abs((found - anchor).days) <= 366]
    if near:
        return min(near, key=lambda found: abs((found - anchor).days))
    first = anchor if side is Side.AHEAD else date.min
    last = anchor if side is Side.BACK else date.max
    fitting = [found for found in days if first <= found <= last]
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


def weekdays(text: str, anchor: date, late: bool = False) -> Iterator[DayMention]:
    """`Wednesday`, `last Wednesday`, `Wednesday of next week`, `mercredi dernier`."""
    for match in weekday_pattern().finditer(text):
        weekday = weekday_names()[match[0].casefold()]
        if not is_spelled(text, match) or NAMED_BEFORE.search(text[max(0, match.start() - 16) : match.start()]):
            continue
        if NAMED_AFTER.match(text[match.end() : match.end() + 14]) or is_habit(text, match.span()):
            continue
        yield weekday_mention(text, match.span(), weekday, anchor, late)


def weekday_mention(text: str, span: Span, weekday: int, anchor: date, late: bool) -> DayMention:
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
    next_day = ahead == timedelta(1) and (late or said_before().search(text[max(0, span[0] - 40) : span[0]]))
    is_back = side_of(text, span) is Side.BACK and not next_day
    return DayMention(span, anchor - back if is_back else anchor + ahead)


def is_spelled(text: str, found: re.Match[str]) -> bool:
    """Whether a weekday is written as it is in its language, at the start of a sentence, or in capitals."""
    word, known = found[0], weekday_spellings()[found[0].casefold()]
    if word in (known, known.upper()):
        return True
    begins = word == known.capitalize() and begins_sentence(text, found.start())
    return begins and language(text) != ENGLISH  # Sabato is a surname, Domingo a tenor


def is_habit(text: str, span: Span) -> bool:
    """Whether a weekday is that of every week or month: usually on Tuesday, the second Tuesday of every month."""
    if OF_EVERY.match(text, span[1]):
        return True
    before = SENTENCE_END.split(text[max(0, span[0] - WINDOW) : span[0]])[-1]
    habit = phrases("habit").search(before)
    return habit is not None and not verbs().search(before, habit.end())


def start_with(text: str, start: int, direction: str) -> int | None:
    """Where a word such as `last` or `next` begins that stands right before an offset."""
    found = re.search(r"(?<!\w)([^\W\d_]+)\s$", text[max(0, start - 16) : start])
    return start - len(found[0]) if found and found[1].casefold() in direction_words(direction) else None


def end_with(text: str, end: int, direction: str) -> int | None:
    """Where a word such as `dernier` ends that stands right behind an offset; English has none."""
    found = re.match(r"\s([^\W\d_]+)", text[end : end + 16])
    known = found is not None and found[1] in direction_words(direction)
    return end + found.end() if found and known and found[1] not in ("last", "next", "past", "coming") else None


def side_of(text: str, span: Span) -> Side:
    """Where the nearest verb of the sentence looks, one before the passage if there is one."""
    before = SENTENCE_END.split(text[max(0, span[0] - WINDOW) : span[0]])[-1]
    if DEADLINE.search(before):
        return Side.AHEAD
    found = [*verbs().finditer(before)][-1:]
    found = found or [*verbs().finditer(SENTENCE_END.split(text[span[1] : span[1] + WINDOW])[0])][:1]
    if found and found[0]["present"]:
        return Side.NEAR
    return Side.AHEAD if found and found[0]["ahead"] else Side.BACK


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
