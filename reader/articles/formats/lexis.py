"""What LexisNexis exports as text: many articles in a file, from the old pages and from Nexis Uni (Lexis Advance)."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from reader.articles.dates import find_dates
from reader.articles.decode import one_line
from reader.articles.formats.fields import with_field
from reader.articles.formats.labelled import CONFIDENCE, any_of, body, labelled, stated
from reader.articles.formats.part import Part
from reader.model.article import Span, Value

RULE = "LexisNexis"
LOOKED_AT = 4000
"""Letters among which an export has its first mark."""
CENTRED = " " * 8
"""What edition, day and outlet have before them."""
LONGEST_TITLE = 4
"""Lines of a headline."""
HEAD_LINES = 14
"""Lines above the labels at most."""

COUNTED = re.compile(
    r"^[ \t]*(?:\d{1,6} of \d{1,6} DOCUMENTS?|Dokument \d{1,6} von \d{1,6}|Document \d{1,6} de \d{1,6})[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
NAMES = {
    "HEADLINE": "title",
    "SECTION": "section",
    "BYLINE": "byline",
    "DATELINE": "place",
    "HIGHLIGHT": "standfirst",
    "RUBRIK": "section",
    "AUTOR": "byline",
    "TITEL": "title",
    "TITRE": "title",
    "RUBRIQUE": "section",
    "AUTEUR": "byline",
}
"""Labels by the field that they fill, in English, German and French; LOAD-DATE is no day of publication."""
HEAD = frozenset({*NAMES, "LENGTH", "LÄNGE", "LONGUEUR"})
BODY = ("BODY", "TEXT", "CORPS")
TAIL = frozenset(
    {
        "LOAD-DATE",
        "LANGUAGE",
        "GRAPHIC",
        "SUBJECT",
        "GEOGRAPHIC",
        "PUBLICATION-TYPE",
        "COMPANY",
        "ORGANIZATION",
        "PERSON",
    }
    | {
        "TICKER",
        "INDUSTRY",
        "CITY",
        "STATE",
        "COUNTRY",
        "JOURNAL-CODE",
        "CORRECTION-DATE",
        "CORRECTION",
        "NOTES",
        "SERIES",
    }
    | {
        "TYPE",
        "UPDATE",
        "GRAFIK",
        "SPRACHE",
        "LANGUE",
        "DATE-CHARGEMENT",
        "TYPE-PUBLICATION",
        "NAME",
        "ISSN",
        "DOCUMENT-TYPE",
    }
)
LABEL = re.compile(rf"^({any_of(HEAD | TAIL | {*BODY})}):", re.MULTILINE)
UNI_LABEL = re.compile(
    r"^(Section|Length|Byline|Dateline|Highlight|Body|Load-Date|Graphic|Classification)(?::|[ \t]*$)",
    re.MULTILINE,
)
UNI_END = re.compile(r"^End of Document[ \t]*$", re.MULTILINE)
UNI_BODY = re.compile(r"^Body[ \t]*$", re.MULTILINE)
RIGHTS = re.compile(r"copyright|all rights reserved|©|tous droits|alle rechte", re.IGNORECASE)
UNI_HEAD_END = re.compile(r"^(?:Copyright\b|©|Section:|Length:|Byline:)", re.MULTILINE)


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The articles of an export; nothing for another format."""
    if "\nEnd of Document" in text and UNI_BODY.search(text):
        ends = [found.span() for found in UNI_END.finditer(text)]
        starts = [0, *(end for _, end in ends)]
        return tuple(uni_part(text, start, end[0]) for start, end in zip(starts, ends, strict=False))
    start = text[:LOOKED_AT]
    if " of " in start or " von " in start or " de " in start:
        return tuple(part(text, *span) for span in records(text)) if COUNTED.search(start) else ()
    return ()


def records(text: str) -> Iterator[Span]:
    """Where each article begins and ends."""
    marks = [found.span() for found in COUNTED.finditer(text)]
    for number, (_, start) in enumerate(marks):
        yield start, marks[number + 1][0] if number + 1 < len(marks) else len(text)


def part(text: str, start: int, end: int) -> Part:
    """One article of the old export."""
    found = labelled(text, start, end, LABEL)
    top = found[0].span[0] if found else end
    fields = {**above(text, start, line_start(text, top)), **stated(found, NAMES, RULE)}
    begin, stop = body(found, BODY)
    if not stop and found:
        last = max((each for each in found if each.label in HEAD), key=lambda each: each.span, default=None)
        begin, stop = last.span if last else (start, found[0].span[0])
        begin += len(text[begin:stop]) - len(text[begin:stop].lstrip().partition("\n\n")[2]) if last else 0
    return Part(text[begin:stop], begin, fields) if stop else Part(text[start:end], start, fields)


def line_start(text: str, at: int) -> int:
    """Where the line begins in which a place stands."""
    return text.rfind("\n", 0, at) + 1


def above(text: str, start: int, end: int) -> dict[str, Value]:
    """Outlet and day from the centred lines above the labels."""
    lines = [one_line(line) for line in text[start : min(end, start + LOOKED_AT)].split("\n")]
    lines = [line for line in lines if line][:HEAD_LINES]
    fields: dict[str, Value] = {}
    for number, line in enumerate(lines):
        if find_dates(line) and not RIGHTS.search(line):
            fields = with_field(fields, "date", line, RULE, CONFIDENCE)
            names = [each for each in lines[:number] if not RIGHTS.search(each)]
            fields = with_field(fields, "outlet", names[-1] if names else "", RULE, CONFIDENCE)
            return with_field(fields, "title", bare_title(text[start:end], line), RULE, CONFIDENCE)
    return fields


def bare_title(head: str, dated: str) -> str:
    """The lines below the day that are not in the middle of the page: the headline, where it has no label."""
    lines = head.split("\n")
    day = next((number for number, line in enumerate(lines) if one_line(line) == dated), len(lines))
    found: list[str] = []
    for line in lines[day + 1 :]:
        if line.strip() and not line.startswith(CENTRED):
            found.append(line.strip())
        elif found:
            break
    return one_line(" ".join(found)) if len(found) <= LONGEST_TITLE else ""


def uni_part(text: str, start: int, end: int) -> Part:
    """One article of Nexis Uni: title, outlet and day on lines of their own, then labels."""
    first = UNI_HEAD_END.search(text, start, end)
    found = labelled(text, start, end, UNI_LABEL)
    names = {"SECTION": "section", "BYLINE": "byline", "DATELINE": "place", "HIGHLIGHT": "standfirst"}
    top = first.start() if first else found[0].span[0] if found else end
    fields = {**uni_head(text[start:top]), **stated(found, names, RULE)}
    begin, stop = body(found, ("BODY",))
    return Part(text[begin:stop], begin, fields) if stop else Part(text[start:end], start, fields)


def uni_head(head: str) -> dict[str, Value]:
    """Title, outlet and day: the last line with a day, and the two above it."""
    lines = [line for line in map(one_line, head.split("\n")) if line][-HEAD_LINES:]
    dated = [number for number, line in enumerate(lines) if find_dates(line)]
    if not dated:
        return with_field({}, "title", lines[0] if lines else "", RULE, CONFIDENCE)
    number = dated[-1]
    fields = with_field({}, "date", lines[number], RULE, CONFIDENCE)
    fields = with_field(fields, "outlet", lines[number - 1] if number else "", RULE, CONFIDENCE)
    return with_field(fields, "title", lines[number - 2] if number > 1 else "", RULE, CONFIDENCE)
