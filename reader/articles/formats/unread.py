"""Containers that hold no article, or none that can be read here: recognised, so that a person is told so."""

import re
from pathlib import PurePosixPath

from reader.articles.formats.part import Part
from reader.errors import ArticleError

BOOKMARKS = "a bookmark list: links, no text"
MARKUP = re.compile(
    r"\s*(?:<!--.{0,500}?-->\s*)?<(?:!doctype|\?xml|nitf|newsitem|newsml|reuters|doc\b|rss|feed)\b",
    re.IGNORECASE | re.DOTALL,
)
FEED = re.compile(
    r"\s*(?:<\?[^>]{0,300}>\s*){0,4}(?:<!--.{0,500}?-->\s*)?<(?:rss|feed|rdf:rdf)\b", re.IGNORECASE | re.DOTALL
)
TABLES = ("URL,Title,Selection,Folder", "title,url,time_added", "Highlight,Book Title,Book Author", "url,title,")
"""How the exports of Instapaper, Pocket and Readwise begin."""
LINK = re.compile(r"https?://\S+", re.IGNORECASE)
FEWEST_LINKS = 3
LOOKED_AT = 64 * 1024


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """Nothing; raises ArticleError where the text is a list of links, a feed, a table or XML."""
    start = text[:LOOKED_AT]
    if is_bookmarks(start):
        raise ArticleError(BOOKMARKS)
    if FEED.match(start):
        raise ArticleError("a news feed (RSS or Atom): fetch its articles with a feed reader that saves them as files")
    if start.startswith(TABLES):
        raise ArticleError("a table of links or highlights (CSV): links, no text")
    if MARKUP.match(start):
        raise ArticleError("an XML file that is no article: save its text as .txt or .md")
    return ()


def is_bookmarks(start: str) -> bool:
    """Whether most lines are a link with hardly a word beside it."""
    if start.count("://") < FEWEST_LINKS:
        return False
    lines = [line for line in start.splitlines() if line.strip()]
    linked = [line for line in lines if LINK.search(line)]
    if len(linked) < FEWEST_LINKS or len(linked) < 0.6 * len(lines):
        return False
    beside = [len(re.sub(r"<[^<>]*>", "", LINK.sub("", line)).split()) for line in linked]
    return sum(beside) / len(beside) <= 15
