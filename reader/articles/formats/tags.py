"""HTML and XML to texts and tags, one after the other.

A scanner of our own: `html.parser` of Python 3.11 takes quadratic time on a page of unclosed comments (CVE-2025-6069),
and lxml is no dependency. Every search here either moves on or is never made again, so that time is linear.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

LONGEST_NAME = 40
MOST_ATTRIBUTES = 4000
"""Letters of a tag that are searched for attributes; embedded pictures are longer."""

NAME = re.compile(rf"</?([a-zA-Z][\w:.-]{{0,{LONGEST_NAME}}})")
CDATA, CDATA_END = "<![CDATA[", "]]>"
TAG_STOP = re.compile(r"[\"'>]")
ATTRIBUTE = re.compile(r"([a-zA-Z][\w:.-]{0,40})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
LOOKS_MARKED_UP = re.compile(
    r"</(?:p|div|a|span|ul|ol|li|h[1-6]|blockquote|b|i|em|strong|table|html|figure)>|<(?:br|p|div)\s?/?>", re.IGNORECASE
)
LOOKED_AT = 8000
RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noscript"})
"""Elements in which `<` begins no other element."""


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag or an end tag."""

    name: str
    """In small letters."""
    source: str
    """What stands between its name and its end: the attributes."""
    closing: bool
    """Whether it is an end tag."""

    def attributes(self) -> dict[str, str]:
        """Its attributes, their names in small letters, entities decoded; the first of two stays."""
        found: dict[str, str] = {}
        for match in ATTRIBUTE.finditer(self.source[:MOST_ATTRIBUTES]):
            found.setdefault(match[1].lower(), unescape(match[2] or match[3] or match[4] or ""))
        return found


def looks_marked_up(text: str) -> bool:
    """Whether a text from data or mail is HTML."""
    return bool(LOOKS_MARKED_UP.search(text[:LOOKED_AT]))


def tokens(markup: str) -> Iterator[str | Tag]:
    """Texts and tags in their order; comments, declarations and what is cut off are left out."""
    if CDATA in markup:
        markup = markup.replace(CDATA_END, "")
    at, missing = 0, ""
    while at < len(markup):
        start = markup.find("<", at)
        if start < 0:
            yield markup[at:]
            return
        if start > at:
            yield markup[at:start]
        if markup.startswith(("<!", "<?"), start):
            at = after_declaration(markup, start)
            continue
        name = NAME.match(markup, start)
        if not name:
            yield "<"
            at = start + 1
            continue
        end, missing = tag_end(markup, name.end(), missing)
        if end < 0:
            return
        tag = Tag(name[1].lower(), markup[name.end() : end], markup[start + 1] == "/")
        at = end + 1
        yield tag
        if tag.name in RAW and not tag.closing:
            close = re.compile(f"</{tag.name}", re.IGNORECASE).search(markup, at)
            if close is None:
                return
            if close.start() > at:
                yield markup[at : close.start()]
            at = close.start()


def after_declaration(markup: str, start: int) -> int:
    """Where the text goes on after a comment, a declaration or the mark before a CDATA section: its content is text."""
    if markup.startswith(CDATA, start):
        return start + len(CDATA)
    if markup.startswith("<!--", start):
        end = markup.find("-->", start + 4)
        return end + 3 if end >= 0 else len(markup)
    end = markup.find(">", start)
    return end + 1 if end >= 0 else len(markup)


def tag_end(markup: str, at: int, missing: str) -> tuple[int, str]:
    """Where a tag ends, -1 where it does not, and the quotes that are known to be missing in all that follows."""
    while True:
        stop = TAG_STOP.search(markup, at)
        if stop is None:
            return -1, missing
        sign = stop[0]
        if sign == ">":
            return stop.start(), missing
        at = stop.end()
        if sign not in missing and markup[stop.start() - 1 : stop.start()] in "= \t\n":
            close = markup.find(sign, at)
            if close < 0:
                missing += sign
            else:
                at = close + 1
