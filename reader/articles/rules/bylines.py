"""Lines such as `By Wang Linyan in New York | chinadaily.com.cn | Updated: 2017-04-28 13:23`."""

import re

from reader.articles.draft import Draft, Piece
from reader.articles.rules.credits import NAME, PEOPLE, is_domain, known_agency, spoken_case, with_credit
from reader.articles.rules.date_lines import state_date_line
from reader.articles.wordlists import months, outlet_name, place_name

LONGEST = 140
BY = re.compile(
    r"(?:(?:written|reported|posted|story|words)\s)?(?:by|von|par|por|di|door)\s*:?\s+(?=\S)", re.IGNORECASE
)
ENGLISH_BY = re.compile(r"(?:(?:written|reported|posted|story|words)\s)?by\b", re.IGNORECASE)
IN_PLACE = re.compile(r"\s+in\s+([A-Z][\w.' -]{2,40})$")
FOR_OUTLET = re.compile(r"\s+for\s+([A-Z][\w.' -]{2,40})$")
WRITER = re.compile(r"\s+(?:Staff\s)?(?:Writer|Correspondent|Reporter|Editor|Staff)s?$")
WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def state_byline(draft: Draft, piece: Piece) -> Draft | None:
    """The draft with what a byline says; None where the piece is none."""
    start = BY.match(piece.text)
    if not start or len(piece.text) > LONGEST or piece.text.endswith((".", "?", "!")):
        return None
    first, *others = (part.strip() for part in piece.text[start.end() :].split("|"))
    named = state_writer(draft, first, piece, bool(ENGLISH_BY.match(piece.text)))
    if named is None:
        return None
    for part in others:
        named = state_part(named, part, piece)
    return named


def state_writer(draft: Draft, text: str, piece: Piece, english: bool) -> Draft | None:
    """The draft with the name after `By`, be it a person or an agency, and the place it writes from."""
    draft, text = with_trailing_date(draft, text, piece)
    for pattern, field, confidence in ((IN_PLACE, "place", 0.7), (FOR_OUTLET, "outlet", 0.8)):
        found = pattern.search(text)
        if found:
            draft = draft.stated(field, place_name(found[1]) or found[1], "byline", confidence, piece.span)
            text = text[: found.start()]
    if known_agency(text):
        return with_credit(draft, text, "byline", 0.9, piece.span)
    name, _, role = text.partition(",")
    people = PEOPLE.fullmatch(text)
    writer = text if people and " and " in text else name
    if not PEOPLE.fullmatch(writer) or not (english or len(writer.split()) > 1) or is_time(writer):
        return None
    draft = draft.stated("byline", spoken_case(writer.strip()), "byline", 0.9, piece.span)
    role = WRITER.sub("", role.strip())
    return with_credit(draft, role, "byline", 0.8, piece.span) if known_agency(role) or outlet_name(role) else draft


def with_trailing_date(draft: Draft, text: str, piece: Piece) -> tuple[Draft, str]:
    """The draft with a date that follows the name after a comma or a dash, and the text before it."""
    found = re.search(r"\s*[,–—-]\s+(?=(?:[^\W\d]{3,12}\.?\s)?\d)", text)
    if not found:
        return draft, text
    dated = state_date_line(draft, piece.cut(piece.text.find(text) + found.end()))
    return (dated, text[: found.start()]) if dated else (draft, text)


def state_part(draft: Draft, part: str, piece: Piece) -> Draft:
    """The draft with what stands behind a bar in a byline: a date, a site, an agency."""
    if not part:
        return draft
    dated = state_date_line(draft, piece.cut(piece.text.find(part), piece.text.find(part) + len(part)))
    if dated:
        return dated
    if known_agency(part) or outlet_name(part) or is_domain(part):
        return with_credit(draft, part, "byline", 0.85, piece.span)
    return draft


def is_time(name: str) -> bool:
    """Whether `By …` goes on with a day or a month and is no byline."""
    first = NAME.match(name)
    word = first[0].split()[0].casefold() if first else ""
    return word in WEEKDAYS or (word in months() and len(name.split()) == 1)
