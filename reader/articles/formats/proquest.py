"""What ProQuest exports as text: records parted by a line of underscores, each of `Key: value` paragraphs."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from reader.articles.decode import one_line
from reader.articles.formats.fields import with_field
from reader.articles.formats.labelled import CONFIDENCE, LONGEST, any_of, body, labelled, stated
from reader.articles.formats.part import Part
from reader.model.article import Value

RULE = "ProQuest"
RULER = "_" * 60
RULED = re.compile(r"^_{60,}[ \t]*$", re.MULTILINE)
NAMES = {
    "TITLE": "title",
    "AUTHOR": "byline",
    "PUBLICATION TITLE": "outlet",
    "PUBLICATION DATE": "date",
    "SECTION": "section",
    "ABSTRACT": "standfirst",
    "DOCUMENT URL": "url",
}
OTHERS = frozenset(
    {
        "Publication year",
        "Publication info",
        "Publication subject",
        "Links",
        "Subject",
        "Location",
        "Identifier / keyword",
    }
    | {
        "ProQuest document ID",
        "Language of publication",
        "Document type",
        "Source type",
        "ISSN",
        "Copyright",
        "Database",
    }
    | {"Last updated", "Pages", "Volume", "Issue", "First page", "Number of pages", "Place of publication", "Dateline"}
    | {"Country of publication", "Publisher", "Company / organization", "People", "Classification", "Column", "Credit"}
    | {
        "Full text availability",
        "Title",
        "Author",
        "Publication title",
        "Publication date",
        "Section",
        "Abstract",
        "Full text",
    }
    | {
        "Document URL",
        "Source",
        "Edition",
        "Correspondence author",
        "Accession number",
        "Supplement",
        "Document feature",
    }
)
LAST_FIRST = re.compile(r"([^\s,;]+(?: [^\s,;]+)?), ([^\s,;]+(?: [^\s,;]+)?)")
"""`Quill, Ada`; the names of several writers are parted by semicolons, which are commas by then."""
LABEL = re.compile(rf"^({any_of(OTHERS)}):[ \t]*", re.MULTILINE)


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The articles of an export; nothing for another format."""
    if RULER not in text or ("\nProQuest document ID:" not in text and "\nPublication title:" not in text):
        return ()
    ends = [found.span() for found in RULED.finditer(text)]
    starts = [0, *(end for _, end in ends)]
    stops = [*(start for start, _ in ends), len(text)]
    found = (part(text, start, stop) for start, stop in zip(starts, stops, strict=True))
    return tuple(each for each in found if each is not None)


def part(text: str, start: int, end: int) -> Part | None:
    """One record; None for one without a text, such as the notice of rights at the end."""
    found = labelled(text, start, end, LABEL)
    begin, stop = body(found, ("FULL TEXT",))
    fields = stated(found, NAMES, RULE)
    if found and "title" not in fields:
        fields = with_heading(fields, text, start, found[0].span[0])
    if not stop:
        begin, stop = body(found, ("ABSTRACT",))
        fields = {name: value for name, value in fields.items() if name != "standfirst"}
    return Part(text[begin:stop], begin, usual(fields)) if stop else None


def with_heading(fields: dict[str, Value], text: str, start: int, end: int) -> dict[str, Value]:
    """The fields with the paragraph above the first label as the title: a record begins with its bare title."""
    above = text[max(start, end - LONGEST) : end].rpartition("\n")[0].rstrip()
    return with_field(fields, "title", one_line(above.rpartition("\n\n")[2]), RULE, CONFIDENCE)


def usual(fields: dict[str, Value]) -> dict[str, Value]:
    """The fields with the outlet without its city, and writers with their first names first."""
    found = dict(fields)
    if outlet := found.get("outlet"):
        found["outlet"] = replace(outlet, text=outlet.text.split(";", 1)[0].strip())
    if byline := found.get("byline"):
        found["byline"] = replace(byline, text=LAST_FIRST.sub(r"\2 \1", byline.text))
    return found
