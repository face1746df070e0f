"""Lines that give the day of publication, alone or with a source, a writer or a label."""

import re
from dataclasses import dataclass

from reader.articles.dates import FoundDate, find_dates
from reader.articles.draft import Draft, Piece
from reader.articles.rules.credits import is_domain, is_person, known_agency, with_credit
from reader.articles.wordlists import months, outlet_name

LONGEST = 110
FEW_WORDS = 5
SIGNATURE = "(@"
"""In the signature of a tweet, before its day."""
TIME = re.compile(
    r"(?:\b(?:at|um|à|alle|kl\.?|om)\s+)?T?\b\d{1,2}[:.h] ?\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s?(?:[ap]\.?m\.?(?!\w)|uhr\b)?"
    r"|\b\d{1,2}\s?[ap]\.?m\b\.?"
    r"|[+-]\d{2}:?\d{2}\b|\b(?:GMT|UTC|[ECMPIBJKAW][SD]T|CES?T|EES?T|WES?T|AES?T|SGT|ET|CT|PT|MSK|HKT|PKT|PM|AM)\b(?:[+-]\d+)?"
    r"|(?<=\d)Z\b|\b\d{1,2}h\b",
    re.IGNORECASE,
)
AGO = re.compile(r"\b\d+ (?:second|minute|hour|day|week|month|year)s? ago\b", re.IGNORECASE)
WEEKDAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?"
    r"|\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so)\b\.?"
    r"|\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"\b(?:first |originally )?(?:published|posted|created|released|issued|publication|post|issue|release|pub)"
    r"(?: (?:on|at|date|time))?\b"
    r"|\b(?:date|on|at|the|time|dated|datum|fecha|data|le|el|il|am|den|vom|um)\b"
    r"|\b(?:veröffentlicht|erschienen|erstellt|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|opublikowano)"
    r"(?: (?:am|le|el|il|op|em))?\b",
    re.IGNORECASE,
)
PUBLISHED = re.compile(
    r"\b(?:published|posted|publication|pubdate|issued|written by|veröffentlicht|erschienen|erscheinungsdatum|erstellt"
    r"|eingetragen|publiziert|geschrieben|verfasst|publié|publicado|pubblicato|gepubliceerd|publicerad|publisert|opublikowano"
    r"|gepostet|date ?:|datum ?:|fecha ?:)",
    re.IGNORECASE,
)
UPDATED = re.compile(
    r"\b(?:last )?(?:updated?|modified|edited|revised|aktualisiert|mis à jour|actualizado|aggiornato|stand)\b"
    r"(?: (?:on|at|am|le))?",
    re.IGNORECASE,
)
SOURCE = re.compile(
    r"\b(?:source|sources|quelle|fuente|fonte)\s?:\s?([^|:]{2,50}?)\s*(?=\||\d|$|\s-\s|\bby\b|\beditor\b)",
    re.IGNORECASE,
)
EDITOR = re.compile(r"\beditor\s?:\s?[\w. -]{2,40}", re.IGNORECASE)
PAGE_WORDS = re.compile(
    r"\d+ ?comment(?:\(s\)|s)?|\bprint\b|\be-?mail\b|\bshare\b|\badjust font size:?|\b\d+ min(?:ute)?s? read\b",
    re.IGNORECASE,
)
SEPARATORS = re.compile(r"[\s|:;,./()\[\]•·–—@-]+")


@dataclass(frozen=True, slots=True)
class DateLine:
    """What a line says about the day of publication."""

    day: FoundDate
    """The day."""
    updated: bool
    """Whether the line speaks only of a later change."""
    labelled: bool
    """Whether the line says that this is the day of publication."""
    rest: str
    """What is left of the line besides dates, times and labels."""
    source: str
    """Whom it names as its source."""


def read_date_line(text: str) -> DateLine | None:
    """The date line that a text is, or None where it says too much else or has no full date."""
    if len(text) > LONGEST or SIGNATURE in text or not any(map(str.isdigit, text)):
        return None
    days = find_dates(text, short_years=True)
    if not days:
        return None
    chosen, updated = chosen_day(text, days)
    source = SOURCE.search(text)
    rest = without_dates(text, days)
    labelled = bool(PUBLISHED.search(text))
    for pattern in (SOURCE, EDITOR, AGO, PAGE_WORDS, UPDATED, LABEL, TIME, WEEKDAY):
        rest = pattern.sub(" ", rest)
    rest = " ".join(
        word for word in SEPARATORS.sub(" ", rest).split() if word.casefold() not in months() and not word.isdigit()
    )
    if rest and not labelled and not find_dates(text):
        return None  # a year of two figures beside other words may be the number of a flat or of a version
    return DateLine(chosen, updated, labelled, rest, source[1].strip() if source else "")


def chosen_day(text: str, days: list[FoundDate]) -> tuple[FoundDate, bool]:
    """The first day not called that of an update, and whether there is only such a one."""
    for index, day in enumerate(days):
        before = text[days[index - 1].span[1] if index else 0 : day.span[0]]
        if not UPDATED.search(before):
            return day, False
    return days[0], True


def without_dates(text: str, days: list[FoundDate]) -> str:
    """The text with its dates blanked out."""
    for day in reversed(days):
        text = f"{text[: day.span[0]]} | {text[day.span[1] :]}"
    return text


def state_date_line(draft: Draft, piece: Piece, titled: bool = False) -> Draft | None:
    """The draft with what a date line says; None where the piece is no such line.

    Below a title a few words beside the date are no title: `Economics desk, 17 November 2025`.
    """
    line = read_date_line(piece.text)
    if line is None or (line.rest and not is_credit(line.rest) and not (titled and is_beside(line.rest, piece.text))):
        return None
    begin = piece.span[0]
    span = (begin + line.day.span[0], begin + line.day.span[1])
    draft = draft.dated(line.day, "date line", 0.7 if line.updated else 0.85, span)
    if line.source:
        draft = with_credit(draft, line.source, "source line", 0.85, piece.span)
    if line.rest:
        draft = with_rest(draft, line.rest, piece)
    return draft


def is_beside(rest: str, text: str) -> bool:
    """Whether the words beside a date are few and end in no stop."""
    return len(rest.split()) <= FEW_WORDS and rest[:1].isupper() and not text.endswith((".", "?", "!"))


def is_credit(rest: str) -> bool:
    """Whether what stands beside a date names an agency, an outlet or a person."""
    bare = re.sub(r"^by\s+", "", rest, flags=re.IGNORECASE)
    return bool(known_agency(bare) or outlet_name(bare) or is_domain(bare.replace(" ", ".")) or is_person(bare))


def with_rest(draft: Draft, rest: str, piece: Piece) -> Draft:
    """The draft with the agency, outlet or writer that stands beside a date."""
    bare = re.sub(r"^by\s+", "", rest, flags=re.IGNORECASE)
    if is_person(bare):
        return draft.stated("byline", bare, "byline", 0.6, piece.span)
    if not is_credit(bare):
        return draft
    name = bare if known_agency(bare) or outlet_name(bare) else bare.replace(" ", ".")
    return with_credit(draft, name, "date line", 0.85, piece.span)
