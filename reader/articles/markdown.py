"""Markdown inside of a line: links, pictures and emphasis reduced to their words."""

import re
from html import unescape

from reader.articles.draft import Piece
from reader.model.article import BlockKind

LINKED = re.compile(
    r"\[([^\[\]\n]{1,300})\](?:\([^()\s]{0,1000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?:\s{1,3}[\"'][^\"'\n]{0,300}[\"'])?\)|\[[^\[\]\n]{0,60}\])"
    r"|<(https?://[^<>\s]{1,1000})>"
)
"""Links with their address behind them or in a list, and bare addresses; of each the words are kept."""
PICTURE = re.compile(
    r"\[?!\[([^\[\]\n]{0,300})\]\([^()\s]{0,1000}(?:\s{1,3}[\"'][^\"'\n]{0,300}[\"'])?\)(?:\]\([^()\s]{0,1000}\))?"
    r"|!\[\[[^\[\]\n]{1,300}\]\]"
)
"""Pictures, also those that are links; the first group is what they show."""
WIKI = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?([^\[\]|\n]{1,300})\]\]")
EMPHASIS = re.compile(r"(\*\*|__|~~|==|(?<![\w*])[*_](?=\S))(.{1,300}?)(?<=\S)\1(?!\w)")
CODE = re.compile(r"(`{1,3})([^`\n]{1,300})\1")
FOOTNOTE = re.compile(r"\[\^[\w-]{1,30}\](?!:)")
TAG = re.compile(r"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>\n]{0,500})?/?>|<!--[^\n]{0,500}?-->|%%[^%\n]{0,500}%%")
ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
DEFINITION = re.compile(r"\[[^\[\]\n^]{1,60}\]:\s{1,3}<?https?://\S{1,1000}(?:\s{1,3}[\"'(].{0,300}[\"')])?")
"""A line that only says where a link leads to."""
FILE_NAME = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|svg|avif)\S*|\S*|[\w-]+ [\w-]+", re.IGNORECASE)
"""What programs write in the place of words on a picture, or too few words to be any."""


def without_markup(text: str) -> str:
    """A line of Markdown as its words."""
    if "](" in text or "[" in text or "<http" in text:
        text = LINKED.sub(lambda found: found[1] or found[2], PICTURE.sub("", text))
        text = WIKI.sub(r"\1", FOOTNOTE.sub("", text))
    if "`" in text:
        text = CODE.sub(r"\2", text)
    if "*" in text or "_" in text or "~~" in text or "==" in text:
        text = EMPHASIS.sub(r"\2", EMPHASIS.sub(r"\2", text))
    if "<" in text or "%%" in text:
        text = TAG.sub(" ", text)
    if "&" in text:
        text = unescape(text)
    return " ".join((ESCAPED.sub(r"\1", text) if "\\" in text else text).split())


def in_words(found: Piece) -> Piece | None:
    """A piece of Markdown as its words; a picture alone as its caption, None for one that says nothing."""
    picture = PICTURE.fullmatch(found.text)
    if picture or DEFINITION.fullmatch(found.text):
        words = without_markup(picture[1] or "") if picture else ""
        return None if FILE_NAME.fullmatch(words) else Piece(words, found.span, BlockKind.CAPTION)
    words = without_markup(found.text)
    return Piece(words, found.span, found.kind) if words else None
