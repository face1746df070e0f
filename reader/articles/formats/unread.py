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
NAMED = (
    (
        re.compile(r"\s*(?:<\?[^>]{0,300}>\s*)?(?:<!--.{0,500}?-->\s*)?<opml\b", re.I | re.S),
        "a list of feeds (OPML): give it to a feed reader that saves articles as files",
    ),
    (re.compile(r"\s*(?:<\?[^>]{0,300}>\s*)?<(?:urlset|sitemapindex)\b", re.I), "a site map: links, no text"),
    (re.compile(r"\s*\[(?:InternetShortcut|Desktop Entry)\]", re.I), "a link to a page: open it and save the page"),
    (re.compile(r"\s*BEGIN:(VCARD|VCALENDAR)\b", re.I), "an address book or calendar, no article"),
    (
        re.compile(r"\s*(?:\ufeff)?TY {2}- \w+\s*\n[A-Z][A-Z0-9] {2}-", re.I),
        "a list of references (RIS): titles, no text",
    ),
    (
        re.compile(
            r"(?:\s*%[^\n]{0,300}\n){0,20}\s*@(?:article|book|misc|inproceedings|online|news)\s?\{[^\n]{0,200},\s*\n",
            re.I,
        ),
        "a list of references (BibTeX): titles, no text",
    ),
    (
        re.compile(r"\s*(?:WEBVTT\b|\d{1,5}\n\d\d:\d\d:\d\d,\d{3} --> )"),
        "subtitles of a film, no article: save the words as .txt",
    ),
    (re.compile(r"\s*#EXTM3U\b"), "a list of music or films, no text"),
    (re.compile(r"\s*-----BEGIN (?:PGP|RSA|CERTIFICATE|OPENSSH|PRIVATE|PUBLIC)"), "a key or an encrypted text"),
)
"""How other files of text begin, and what they are."""
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
    for begins, reason in NAMED:
        if begins.match(start[:LOOKED_AT]):
            raise ArticleError(reason)
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
