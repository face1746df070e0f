"""News in markup of the trade: NITF, NewsML 1 and G2, Reuters' RCV1 and 21578, the `<DOC>` files of TREC and Gigaword.

They are read by their tags alone, as a browser reads a page: no document type is looked at and no entity defined in the
file grows, so that broken files are read as far as they go and an XML bomb is only text; one that tries is refused.
"""

import re
from html import unescape
from pathlib import PurePosixPath

from reader.articles.decode import one_line, plain
from reader.articles.formats import markup, tags
from reader.articles.formats.fields import language_code, with_field
from reader.articles.formats.part import Part
from reader.articles.formats.tags import Tag
from reader.articles.rules.dateline import spelled_place
from reader.errors import ArticleError
from reader.model.article import Span, Value

CONFIDENCE = 0.97
LOOKED_AT = 2000
MOST = 5000
"""Articles that are read of a file; one more is looked for, so that the reader is told."""
LONGEST = 3000
"""Letters of an element that fills a field."""

ROOT = re.compile(
    r"\s*(?:<\?[^>]{0,500}>\s*|<![^>]{0,1500}>\s*){0,6}<(?:\w{1,12}:)?(newsitem|nitf|newsml|newsmessage|reuters|doc)\b",
    re.IGNORECASE,
)
ENTITIES = re.compile(r"<!ENTITY", re.IGNORECASE)
RULES = {"newsitem": "NewsML", "nitf": "NITF", "reuters": "Reuters SGML", "doc": "news SGML"}
BODIES = ("body.content", "body", "inlinexml", "datacontent", "text")
"""Elements that hold the text, the innermost first."""
FULL = re.compile(r"<block\s[^>]{0,200}class\s?=\s?[\"']full_text[\"'][^>]{0,200}>", re.IGNORECASE)
"""In NITF of the New York Times: the whole text, after a block that repeats its beginning."""
ELEMENTS = (
    ("hl1", "title"),
    ("headline", "title"),
    ("hedline", "title"),
    ("title", "title"),
    ("hl2", "standfirst"),
    ("byline", "byline"),
    ("by", "byline"),
    ("author", "byline"),
    ("location", "place"),
    ("dateline", "place"),
    ("date", "date"),
    ("contentcreated", "date"),
    ("firstcreated", "date"),
    ("dateandtime", "date"),
    ("date_time", "date"),
    ("versioncreated", "date"),
    ("section", "section"),
)
"""Elements with the fields that they fill, the surer first."""
ATTRIBUTES = (
    ("newsitem", "date", "date"),
    ("date.issue", "norm", "date"),
    ("pubdata", "date.publication", "date"),
    ("pubdata", "name", "outlet"),
    ("pubdata", "ex-ref", "url"),
    ("story.date", "norm", "date"),
)
"""Elements, their attributes, and the fields that these fill."""
COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d{2})")
PLACE = re.compile(r"[^\d,(]{2,40}")
INDENTED = re.compile(r"\n {2,}(?=\S)")
WRAPPED = re.compile(r"(?<!\n)\n(?!\n)")
"""The end of a line inside of a paragraph, where paragraphs are indented or parted by blank lines."""
ENDING = re.compile(r"\s(?:Reuters?|REUTERS?)$")


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The articles in such a file; nothing for another format. Raises ArticleError for one that defines entities."""
    start = text[:LOOKED_AT].lstrip()
    if start[:1] != "<":
        return ()
    if start[:2] in ("<!", "<?") and ENTITIES.search(start):
        raise ArticleError("XML that defines entities of its own, refused as unsafe: save its text as .txt or .md")
    root = ROOT.match(start)
    if not root:
        return ()
    name = "newsitem" if root[1].lower() in ("newsml", "newsmessage") else root[1].lower()
    starts = [found.start() for found in re.finditer(rf"<(?:\w{{1,12}}:)?{name}(?=[\s>])", text, re.IGNORECASE)]
    ends = [*starts[1:], len(text)]
    starts = starts[: MOST + 1]
    return tuple(part(text, (start, end), name) for start, end in zip(starts, ends, strict=False))


def part(text: str, span: Span, name: str) -> Part:
    """One article."""
    rule = RULES[name]
    begin, end, body = body_of(text, span)
    fields = stated(text, (span[0], begin), rule)
    if end < span[1]:
        fields = {**stated(text, (end, span[1]), rule, only=("pubdata", "date")), **fields}
    if name == "reuters" or "Reuters Ltd" in text[end : end + 1000]:
        fields = with_field(fields, "agency", "Reuters", rule, CONFIDENCE)
    opening = next((token for token in tags.tokens(text[span[0] : span[0] + 1500]) if isinstance(token, Tag)), None)
    said = opening.attributes() if opening else {}
    if "date" not in fields:
        fields = with_field(fields, "date", day(said.get("id", "") or inner(text, "docno", span)), rule, 0.8)
    language = language_code(said.get("xml:lang", ""))
    if "<p" in body or "<P" in body or tags.looks_marked_up(body):
        return Part("", fields=fields, language=language, markup=body)
    stored = plain(ENDING.sub("", unescape(body).rstrip(" \t\r\n\x03")))
    paragraphs = INDENTED.sub("\n\n", stored)
    if name == "reuters" or (paragraphs != stored and "\n\n" not in stored.strip()):
        paragraphs = WRAPPED.sub(" ", paragraphs)
    return Part(paragraphs, fields=fields, language=language)


def body_of(text: str, span: Span) -> tuple[int, int, str]:
    """Where the text of an article begins and ends, and the text; all of the record where no element holds it."""
    for name in BODIES:
        begin, end = inside(text, name, span)
        if end:
            full = FULL.search(text, begin, end)
            return begin, end, text[full.end() if full else begin : end]
    return span[0], span[1], text[span[0] : span[1]]


def inside(text: str, name: str, span: Span) -> Span:
    """Where the content of the first element of a name stands, (0, 0) where there is none; unclosed, it goes on."""
    opened = re.compile(rf"<(?:\w{{1,12}}:)?{re.escape(name)}(?=[\s>])[^>]{{0,500}}>", re.IGNORECASE).search(
        text, *span
    )
    if not opened or opened[0].endswith("/>"):
        return 0, 0
    closed = re.compile(rf"</(?:\w{{1,12}}:)?{re.escape(name)}\s*>", re.IGNORECASE).search(text, opened.end(), span[1])
    return opened.end(), closed.start() if closed else span[1]


def inner(text: str, name: str, span: Span) -> str:
    """The words of the first element of a name."""
    begin, end = inside(text, name, span)
    return one_line(" ".join(line.text for line in markup.outline(text[begin : min(end, begin + LONGEST)]).lines))


def stated(text: str, span: Span, rule: str, only: tuple[str, ...] = ()) -> dict[str, Value]:
    """The fields that elements and attributes of a stretch fill."""
    fields: dict[str, Value] = {}
    head = text[span[0] : span[1]]
    for token in tags.tokens(head):
        if isinstance(token, Tag) and not token.closing:
            name = token.name.rpartition(":")[2]
            for element, attribute, field in ATTRIBUTES:
                if element == name and (found := token.attributes().get(attribute)):
                    fields = with_field(fields, field, day(found) if field == "date" else found, rule, CONFIDENCE)
    for element, field in ELEMENTS:
        if field in fields or (only and element not in only):
            continue
        words = inner(text, element, span)
        if field == "date":
            words = day(words)
        elif field == "place":
            named = PLACE.match(words)
            words = spelled_place(named[0].strip(" .-–—")) if named else ""
        fields = with_field(fields, field, words, rule, CONFIDENCE)
    return fields


def day(words: str) -> str:
    """A date in eight figures with strokes between them; others as they are."""
    found = COMPACT.search(words)
    return "-".join(found.groups()) if found else words
