"""What stands before the first words of the prose: `BAGHDAD, April 7 (Xinhua) --`, `Shafaq News /`."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from reader.articles.dates import bare_day, day_of, find_dates
from reader.articles.draft import Draft
from reader.articles.rules.credits import known_agency, with_credit
from reader.articles.wordlists import outlet_name, place_name

LOOKED_AT = 160
"""A dateline is over before this."""
DAY = r"(?:[^\W\d_]{3,12}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,12}\.?)(?:,?\s\d{4})?"
DATELINE = re.compile(
    rf"(?P<place>[A-ZÀ-ÖØ-Þ][^()\[\]:–—|,\"“”]{{1,40}}?)"
    rf"(?P<region>,\s?[A-Z][A-Za-z. ]{{1,25}}?)?(?:\s\[(?P<country>[^\[\]]{{2,30}})\])?"
    rf"(?:,?\s(?P<day>{DAY}))?\s?(?:\((?P<credit>[^()]{{2,80}})\))?\s?(?P<dash>--+|[—–]|:(?=\s)|-(?=\s)|(?<=\))(?=\s))\s*"
)
RUN_ON = re.compile(
    rf"(?P<place>[A-Z][A-Za-z.' -]{{2,30}}?),\s(?P<day>{DAY}),?\s(?:\((?P<credit>[^()]{{2,60}})\)\s)?(?=[A-Z“\"'‘])"
)
CREDIT_FIRST = re.compile(r"\((?P<credit>[A-Z][^()]{1,60})\)\s?(?:--+|[—–-])\s*")
OUTLET_PREFIX = re.compile(r"(?:\([^()]{2,60}\)\s?-\s?)?(?P<outlet>[A-Z][\w.'’& ]{2,30}?)\s/\s(?=[A-Z“\"‘'])")
CREDIT_DAY = re.compile(r"\s[-–]\s")
SMALL_WORDS = frozenset(
    {"au", "aux", "de", "des", "del", "di", "du", "en", "la", "le", "les", "of", "the", "and", "sur"}
)


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a dateline says."""

    place: str
    """The city, in its usual spelling."""
    credit: str
    """The words in brackets."""
    day: str
    """The day as it stands there, usually without a year."""
    end: int
    """Where the prose itself begins."""


def read_dateline(text: str) -> Dateline | None:
    """The dateline that a paragraph begins with, if any."""
    return _read(text[:LOOKED_AT])


@lru_cache(maxsize=500)
def _read(start: str) -> Dateline | None:
    """The same, kept for a moment: several rules ask what a paragraph begins with."""
    found = DATELINE.match(start)
    if found and is_dateline(found):
        return Dateline(spelled_place(found["place"]), found["credit"] or "", found["day"] or "", found.end())
    found = RUN_ON.match(start)
    if found and place_name(found["place"]) and bare_day(found["day"]) != (0, 0):
        return Dateline(spelled_place(found["place"]), found["credit"] or "", found["day"], found.end())
    found = CREDIT_FIRST.match(start)
    known = found and (known_agency(found["credit"]) or outlet_name(found["credit"]))
    return Dateline("", found["credit"], "", found.end()) if found and known else None


def is_dateline(found: re.Match[str]) -> bool:
    """Whether what stands before a dash is a city and not a part of the sentence."""
    place = found["place"].strip()
    words = place.split()
    capitals = place.upper() == place and sum(map(str.isalpha, place)) >= 3
    known = bool(place_name(place)) or all(place_name(part) for part in re.split(r"\s?/\s?", place))
    if found["day"] and bare_day(found["day"]) == (0, 0) and not find_dates(found["day"]):
        return False
    if not found["dash"] and found["credit"]:
        return capitals or known
    if found["credit"] or found["day"]:
        return capitals or known or (place.istitle() and len(words) <= 3)
    if found["dash"] in (":", "-"):
        return capitals and known and len(words) <= 3
    return len(words) <= 4 and (capitals or known)


def spelled_place(place: str) -> str:
    """A city as the list spells it, or in small letters with capitals in front if it stands in capitals."""
    place = place.strip(" ,")
    known = place_name(place)
    if known or not place.isupper():
        return known or place
    words = re.split(r"([\s/-])", place.lower())
    return "".join(word if index and word in SMALL_WORDS else word.capitalize() for index, word in enumerate(words))


def after_prefix(text: str) -> str:
    """A paragraph without dateline and outlet before its first words."""
    start = prefix_end(text)
    line = read_dateline(text[start:])
    end = start + line.end if line else start
    return text[end:].lstrip() if end < len(text) else text


def prefix_end(text: str) -> int:
    """Where a paragraph goes on after `Outlet / `; 0 where it begins otherwise."""
    found = OUTLET_PREFIX.match(text[:LOOKED_AT])
    return found.end() if found and len(found["outlet"].split()) <= 4 else 0


def outlet_prefix(draft: Draft) -> Draft:
    """`Shafaq News / The …` names the outlet."""
    for piece in draft.body[:1]:
        found = OUTLET_PREFIX.match(piece.text[:LOOKED_AT])
        if found and len(found["outlet"].split()) <= 4:
            name = outlet_name(found["outlet"]) or found["outlet"].strip()
            return draft.stated("outlet", name, "outlet prefix", 0.85, piece.span)
    return draft


def dateline(draft: Draft) -> Draft:
    """Place, agency and sometimes the full date before the first words."""
    for piece in draft.body[:2]:
        start = prefix_end(piece.text)
        line = read_dateline(piece.text[start:])
        if line is None:
            continue
        begin = piece.span[0] + start
        span = (begin, min(piece.span[1], begin + line.end))
        credit, day = credit_and_day(line)
        draft = draft.stated("place", line.place, "dateline", 0.9, span)
        draft = with_credit(draft, credit, "dateline", 0.95, span, "agency")
        full = find_dates(day)
        return draft.dated(full[0], "dateline", 0.85, span) if full else draft
    return draft


def credit_and_day(line: Dateline) -> tuple[str, str]:
    """Who is credited and on which day, where the brackets hold both."""
    parts = CREDIT_DAY.split(line.credit)
    days = [part for part in parts if find_dates(part) or bare_day(part) != (0, 0)]
    names = [part for part in parts if part not in days]
    return " / ".join(names), " ".join([line.day, *days]).strip()


def year_of_dateline(draft: Draft) -> Draft:
    """A day without a year takes the year of the nearest date known, or is noted as it is."""
    lines = [line for line in (read_dateline(piece.text[prefix_end(piece.text) :]) for piece in draft.body[:2]) if line]
    month, day = bare_day(credit_and_day(lines[0])[1]) if lines else (0, 0)
    known = draft.value("date")
    if not month or known.confidence >= 0.6:
        return draft
    if not known:
        return draft.noted("its dateline names a day without a year")
    near = date.fromisoformat(known.text)
    days = [found for year in (near.year - 1, near.year, near.year + 1) if (found := day_of(year, month, day))]
    best = min(days, key=lambda each: abs((each - near).days), default=None)
    return draft.stated("date", best.isoformat(), "dateline and year", 0.6) if best else draft
