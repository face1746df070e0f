"""What trafilatura writes as XML: its own (`<doc title=… source=…>`) and that of the Text Encoding Initiative (TEI).

Its element names are turned into those of HTML. https://trafilatura.readthedocs.io, https://tei-c.org/guidelines/
"""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import PurePosixPath

from reader.articles.formats import markup, tags
from reader.articles.formats.fields import field_of, language_code, with_field
from reader.articles.formats.markup import Outliner
from reader.articles.formats.part import Part
from reader.articles.formats.tags import Tag
from reader.errors import ArticleError
from reader.model.article import Span, Value

RULE = "scraper's XML"
CONFIDENCE = 0.99
LOOKED_AT = 4000
LONGEST = 20_000
"""Letters of a header at most."""
MOST = 5001
"""Articles read of a file; one more than are shown, so that the reader is told."""

OWN = re.compile(r"\s*(?:<\?[^>]{0,300}>\s*)?(?:<(?:corpus|xml|articles|docs)>\s*)?<doc\s(?=[^<>]{0,20000}>\s*<main\b)")
TEI = re.compile(r"\s*(?:<\?[^>]{0,500}>\s*|<!--.{0,500}?-->\s*){0,5}<(?:TEI|teiCorpus)\b", re.DOTALL)
OWN_START = re.compile(r"<doc\s")
TEI_START = re.compile(r"<TEI\b")
BODY = re.compile(r"<(main|body)\b[^<>]{0,300}>")
END = re.compile(r"</(?:main|body)>|<comments\b|<div type=[\"']comments[\"']")
NAMES = {"source": "url", "url": "url", "excerpt": "standfirst", "sitename": "outlet", "hostname": "host"}
"""Attributes of an article that have another name elsewhere, by the field that they fill."""
TEI_FIELDS = (
    ("title", "title"),
    ("author", "byline"),
    ("publisher", "outlet"),
    ("abstract", "standfirst"),
    ("publicationstmt/date", "date"),
    ("bibl/date", "date"),
)
"""Elements of a header, some by what they stand in, with the fields that they fill."""
LIKE = {
    "head": "h2",
    "ab": "h2",
    "quote": "blockquote",
    "list": "ul",
    "item": "li",
    "row": "tr",
    "cell": "td",
    "lb": "br",
    "code": "pre",
    "figdesc": "figcaption",
}
"""Elements with those of HTML that look like them."""
NUMBERED = re.compile(r"rend\s*=\s*[\"'](?:ol|ordered|numbered)[\"']")
DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The articles in such a file; nothing for another format. Raises ArticleError for a header without a text."""
    start = text[: LOOKED_AT + LONGEST]
    tei = TEI.match(start)
    if not tei and not OWN.match(start):
        return ()
    starts = [found.start() for found in (TEI_START if tei else OWN_START).finditer(text)]
    ends = [*starts[1:], len(text)]
    found = tuple(part(text, span, bool(tei)) for span in list(zip(starts, ends, strict=True))[:MOST])
    if not any(each.pieces for each in found):
        raise ArticleError("XML of a scraper without the text of an article")
    return found


def part(text: str, span: Span, tei: bool) -> Part:
    """One article with what its header says."""
    body = BODY.search(text, *span)
    begin = body.end() if body else span[1]
    end = END.search(text, begin, span[1])
    head = text[span[0] : min(begin, span[0] + LONGEST)]
    opening = next((token for token in tags.tokens(head) if isinstance(token, Tag)), None)
    said = opening.attributes() if opening else {}
    fields = tei_fields(head) if tei else own_fields(said)
    language = language_code(said.get("language", said.get("xml:lang", "")))
    gathered = Outliner()
    for token in as_page(text[begin : end.start() if end else span[1]]):
        gathered.read(token)
    return Part("", fields=fields, language=language, pieces=tuple(markup.typed_pieces(gathered.outline().lines)))


def own_fields(said: Mapping[str, str]) -> dict[str, Value]:
    """The fields that the attributes of an article fill."""
    fields: dict[str, Value] = {}
    for key, content in said.items():
        name = NAMES.get(key) or field_of(key)
        words = content.split(";")[0] if name == "section" else ", ".join(content.split(";"))
        if name not in ("", "ignored", "language"):
            fields = with_field(fields, name, content if name == "url" else words.strip(), RULE, CONFIDENCE)
    return fields


def tei_fields(head: str) -> dict[str, Value]:
    """The fields that a header fills: the first element of each name; its date is that of publication."""
    fields: dict[str, Value] = {}
    inside: list[str] = []
    for token in tags.tokens(head):
        if isinstance(token, Tag):
            if token.closing and token.name in inside:
                del inside[len(inside) - 1 - inside[::-1].index(token.name) :]
            elif not token.closing and not token.source.endswith("/"):
                inside = [*inside[-20:], token.name]
            elif token.name == "ptr":
                fields = with_field(fields, "url", token.attributes().get("target", ""), RULE, CONFIDENCE)
            if not token.closing and token.name == "term" and "categories" in token.source:
                inside[-1] = "categories"
            continue
        path = "/".join(inside[-2:])
        names = (name for element, name in TEI_FIELDS if path == element or element in inside[-2:])
        name = "section" if inside[-1:] == ["categories"] else next(names, "")
        words = " ".join(unescape(token).split())
        if name and words:
            words = words.split(";")[0] if name == "section" else words
            fields = with_field(fields, name, words, RULE, CONFIDENCE)
    dated = DAY.search(head[head.find("<sourceDesc") :]) if "<sourceDesc" in head else None
    return with_field(fields, "date", dated[1] if dated else "", RULE, CONFIDENCE)


def as_page(source: str) -> Iterator[str | Tag]:
    """Texts and tags, those with names of their own as HTML has them; indenting is no text."""
    for token in tags.tokens(source):
        if isinstance(token, str):
            yield token if token.strip() else " "
            continue
        name = LIKE.get(token.name, token.name)
        if name == "ul" and NUMBERED.search(token.source):
            name = "ol"
        elif name == "h2" and (level := re.search(r"rend\s*=\s*[\"'](h[1-6])", token.source)):
            name = level[1]
        elif token.name == "ab" and not token.closing and "header" not in token.source:
            name = "p"
        yield Tag(name, token.source, token.closing)
