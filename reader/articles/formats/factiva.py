"""What Factiva exports as text: many articles in a file, with two-letter labels or without."""

import re
from pathlib import PurePosixPath

from reader.articles.dates import find_dates
from reader.articles.decode import one_line
from reader.articles.formats.fields import language_code, language_names, with_field
from reader.articles.formats.labelled import CONFIDENCE, any_of, body, labelled, stated
from reader.articles.formats.part import Part
from reader.articles.wordlists import section_word
from reader.model.article import Value

RULE = "Factiva"
HEAD_LINES = 14
NAMES = {"HD": "title", "BY": "byline", "CR": "agency", "PD": "date", "SN": "outlet", "SE": "section"}
BODY = ("LP", "TD")
LABELS = frozenset(
    {
        *NAMES,
        *BODY,
        "WC",
        "ET",
        "SC",
        "ED",
        "PG",
        "LA",
        "CY",
        "NS",
        "RE",
        "IN",
        "CO",
        "PUB",
        "AN",
        "ART",
        "CLM",
        "VOL",
        "RF",
    }
    | {"IPC", "IPD"}
)
"""Labels of Factiva's display formats; LP is the lead paragraph, TD the text."""
LABEL = re.compile(rf"^(?: {{3}})?({any_of(LABELS)})(?: {{1,3}}(?=\S)|\t|[ \t]*\n)", re.MULTILINE)
END = re.compile(
    r"^(?:(?: {3})?AN[ \t]{1,3}|[ \t]*)(?:Document|Dokument|Documento) [A-Z][A-Za-z0-9]{14,40}[ \t]*$", re.MULTILINE
)
"""The number of an article, below its label `AN` or beside it: the last line of the article."""
WORDS = re.compile(r"[\d.,\s]{1,9}(?:words|Wörter|mots|palabras|parole|palavras|слов)", re.IGNORECASE)
RIGHTS = re.compile(r"copyright|\(c\)|©", re.IGNORECASE)
FROM = re.compile(r"(?:Von|Par|Por|Di|Door|De notre)\s(?=[^\W\d_]+\s[^\W\d_])")
CLOCK = re.compile(r"\d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?(?: [A-Z]{2,4})?", re.IGNORECASE)


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The articles of an export; nothing for another format."""
    if not any(f"{word} " in text for word in ("Document", "Dokument", "Documento")):
        return ()
    ends = [found.span() for found in END.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    found = (part(text, start, end[0]) for start, end in zip(starts, ends, strict=False))
    return tuple(each for each in found if each is not None)


def part(text: str, start: int, end: int) -> Part | None:
    """One article, labelled or not; None for a stretch that is none."""
    found = labelled(text, start, end, LABEL)
    begin, stop = body(found, BODY)
    if not stop or not any(each.label == "HD" for each in found):
        return bare_part(text, start, end)
    language = next((language_code(each.first_paragraph()) for each in found if each.label == "LA"), "")
    kept = [each for each in found if each.label in BODY]
    words = "\n\n".join(each.text.strip("\n") for each in kept)
    fields = stated(found, NAMES, RULE)
    return Part(text[begin:stop] if len(kept) == 1 else words, begin if len(kept) == 1 else 0, fields, language)


def bare_part(text: str, start: int, end: int) -> Part | None:
    """One article without labels: title, writer, length, day, outlet, code, language, rights, then its text."""
    lines: list[tuple[str, int]] = []
    at = start
    while at < end and len(lines) < HEAD_LINES:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if text[at:stop].strip():
            lines.append((one_line(text[at : min(stop, at + 2000)]), stop))
        at = stop + 1
    counted = next((number for number, (line, _) in enumerate(lines) if WORDS.fullmatch(line)), 0)
    if not counted or counted + 1 >= len(lines) or not find_dates(lines[counted + 1][0]):
        return None
    last = next((number for number in range(counted + 2, len(lines)) if RIGHTS.match(lines[number][0])), counted + 2)
    fields = bare_fields([line for line, _ in lines], counted)
    begin = lines[min(last, len(lines) - 1)][1]
    names = language_names()
    language = next((names[line.casefold()] for line, _ in lines[counted:] if line.casefold() in names), "")
    return Part(text[begin:end], begin, fields, language)


def bare_fields(lines: list[str], counted: int) -> dict[str, Value]:
    """The fields by where they stand around the number of words."""
    fields: dict[str, Value] = {}
    if counted > 1 and (section_word(lines[0]) or len(lines[0].split()) == 1):
        fields = with_field(fields, "section", lines[0], RULE, CONFIDENCE)
        lines, counted = lines[1:], counted - 1
    fields = with_field(fields, "title", lines[0], RULE, CONFIDENCE)
    writer = FROM.sub("", lines[counted - 1]) if 1 < counted < 4 else ""
    fields = with_field(fields, "byline", writer, RULE, CONFIDENCE)
    fields = with_field(fields, "date", lines[counted + 1], RULE, CONFIDENCE)
    below = (line for line in lines[counted + 2 :] if not CLOCK.fullmatch(line) and not RIGHTS.match(line))
    return with_field(fields, "outlet", next(below, ""), RULE, CONFIDENCE)
