"""Tables with an article a row (CSV, TSV), as newspaper4k, wallabag and many collections write them. RFC 4180."""

import csv
import re
from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import PurePosixPath

from reader.articles.formats.part import Part
from reader.articles.formats.records import BODIES, SHORTEST, field, part, plain_key
from reader.errors import ArticleError

RULE = "table"
MOST = 5001
"""Rows read; one more than are shown, so that the reader is told."""
MOST_COLUMNS = 200
LONGEST_HEAD = 4000
FEWEST_KNOWN = 2
"""Columns with known names, the text among them, that make the first line the head of a table."""
SEPARATORS = "\t;,|"

HEAD = re.compile(r"\s*(\"?[\w# -]{0,60}\"?(?:[,;\t|]\"?[\w# -]{0,60}\"?){1,200})[ \t]*\n")
LINKS = frozenset({"url", "link", "resolved url", "given url", "href"})
HIGHLIGHTS = frozenset({"highlight", "highlights", "selection"})


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The articles of a table; nothing for another format. Raises ArticleError for a table without texts."""
    head = HEAD.match(text[:LONGEST_HEAD])
    if not head:
        return ()
    separator = max(SEPARATORS, key=head[1].count)
    keys = [plain_key(cell.strip(' "')) for cell in head[1].split(separator)]
    if HIGHLIGHTS & {*keys} and len(keys) > FEWEST_KNOWN:
        raise ArticleError("a table of links or highlights (CSV): links, no text")
    known = {key for key in keys if field(key) or key in BODIES}
    bodies = [key for key in BODIES if key in keys]
    if bodies and len(known) >= FEWEST_KNOWN:
        found = tuple(articles(rows(text[head.end() :], separator, keys), bodies))
        if found:
            return found
        raise ArticleError(f"a table (CSV) in which no row has a text of at least {SHORTEST} characters")
    if LINKS & {*keys} and len(known) >= FEWEST_KNOWN:
        raise ArticleError("a table of links (CSV): links, no text")
    return ()


def articles(found: Iterator[Mapping[str, str]], bodies: list[str]) -> Iterator[Part]:
    """The rows that hold a text."""
    for row in found:
        body = next((row[key].strip() for key in bodies if len(row.get(key, "").strip()) >= SHORTEST), "")
        if body:
            yield part(row, body, RULE)


def rows(text: str, separator: str, keys: list[str]) -> Iterator[Mapping[str, str]]:
    """The rows by the names of their columns, as far as the table is whole."""
    read = csv.reader(StringIO(text), delimiter=separator)
    try:
        for number, cells in enumerate(read):
            if number >= MOST:
                return
            yield dict(zip(keys[:MOST_COLUMNS], cells, strict=False))
    except csv.Error:
        return
