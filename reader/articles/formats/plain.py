"""Bare text, with or without a crawler's date before its first word."""

import re
from pathlib import PurePosixPath

from reader.articles.dates import day_of
from reader.articles.formats.part import Part
from reader.model.article import Value

CRAWL_MARK = re.compile(r"\s?date (\d{4})-(\d\d)-(\d\d)(?=\s|$)")
MARKDOWN = frozenset({".md", ".markdown", ".mdown"})


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:
    """The whole text as one part; a crawl mark at its very beginning becomes its date."""
    marked_up = path.suffix.lower() in MARKDOWN
    mark = CRAWL_MARK.match(text)
    day = day_of(mark[1], mark[2], mark[3]) if mark else None
    if mark is None or day is None:
        return (Part(text, marked_up=marked_up),)
    stated = Value(day.isoformat(), "crawl mark", 0.95, (mark.start(1), mark.end(3)))
    return (Part(text[mark.end() :], mark.end(), {"date": stated}, marked_up=marked_up),)
