"""HTML to lines of text, each with the element that it stands in; for pages, e-mail and HTML inside of data.

A scanner of our own: `html.parser` of Python 3.11 takes quadratic time on a page of unclosed comments (CVE-2025-6069),
and lxml is no dependency. Every search here either moves on or is never made again, so that time is linear.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from reader.articles.decode import one_line
from reader.articles.draft import Piece
from reader.model import BlockKind

DEEPEST = 200
"""Elements nested deeper are read as if they stood beside each other."""
MOST_LINES = 60_000
"""Lines read at most; more than any article has."""
NEAREST = 60
"""So far up an end tag looks for its start tag."""
LONGEST_NAME = 40
MOST_ATTRIBUTES = 4000
"""Letters of a tag that are searched for attributes; embedded pictures are longer."""

NAME = re.compile(rf"</?([a-zA-Z][\w:.-]{{0,{LONGEST_NAME}}})")
TAG_STOP = re.compile(r"[\"'>]")
ATTRIBUTE = re.compile(r"([a-zA-Z][\w:.-]{0,40})\s{0,20}=\s{0,20}(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))")
HIDDEN = re.compile(r"\shidden(?![\w=-])|display:\s?none|aria-hidden\s?=\s?[\"']?true", re.IGNORECASE)
LOOKS_MARKED_UP = re.compile(
    r"</(?:p|div|a|span|ul|ol|li|h[1-6]|blockquote|b|i|em|strong|table|html|figure)>|<(?:br|p|div)\s?/?>", re.IGNORECASE
)
LOOKED_AT = 8000

DROPPED = frozenset({"script", "style", "template", "svg", "math", "noscript", "iframe", "object", "canvas", "title"})
"""Elements whose content is no text."""
RAW = frozenset({"script", "style", "textarea", "title", "iframe", "noscript"})
"""Elements in which `<` begins no other element."""
VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"})
BREAKING = frozenset(
    {
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
    }
    | {
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
    }
    | {"hr", "html", "legend", "li", "main", "menu", "nav", "ol", "option", "p", "pre", "section", "select", "summary"}
    | {"table", "tbody", "tfoot", "thead", "tr", "ul", "textarea"}
)
"""Elements that begin and end a line."""
LIKE = frozenset({"li", "tr", "option", "dd", "dt", "p"})
"""Elements that end with the next of their name."""
ASIDE = frozenset({"nav", "footer", "aside", "form", "menu", "select", "button", "dialog"})
"""Elements whose text belongs to the page and not to the article."""
CELLS = frozenset({"td", "th"})
CELL_JOINED = 80
"""Letters up to which a cell of a table shares its line with the next."""
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


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


@dataclass(frozen=True, slots=True)
class Container:
    """An element that holds others, for those who look for the text of a page."""

    name: str
    """Its name."""
    parent: int
    """Number of the container around it; -1 for none."""
    marks: str = ""
    """Its class, id, role and itemprop, in small letters."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text as a browser would show it."""

    text: str
    """Its words, entities decoded, safe to show."""
    container: int
    """Number of the element that it stands in."""
    name: str
    """Name of the nearest element that gives a line its look: `p`, `h1` to `h6`, `li`, `blockquote` …"""
    linked: int = 0
    """How many of its letters are links."""
    aside: bool = False
    """Whether it stands in a menu, a footer, a form or the like."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a document and the elements that hold them."""

    lines: tuple[Line, ...]
    """In their order."""
    containers: tuple[Container, ...]
    """By number; each stands after the one around it."""


def looks_marked_up(text: str) -> bool:
    """Whether a text from data or mail is HTML."""
    return bool(LOOKS_MARKED_UP.search(text[:LOOKED_AT]))


def pieces(markup: str) -> tuple[Piece, ...]:
    """All lines of a piece of HTML as pieces of an article."""
    return tuple(typed_pieces(outline(markup).lines))


def typed_pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    """Lines as pieces, each of the kind that its element says; places count in the text put together from them."""
    at = 0
    for line in lines:
        text = f"• {line.text}" if line.name == "li" and not line.text.startswith("•") else line.text
        yield Piece(text, (at, at + len(text)), BlockKind.BOILERPLATE if line.aside else kind(line))
        at += len(text) + 1


def kind(line: Line) -> BlockKind | None:
    """What the element of a line says that it is."""
    if line.name in HEADINGS:
        return BlockKind.HEADING if len(line.text) <= 300 else None
    if line.name == "blockquote":
        return BlockKind.QUOTATION
    return BlockKind.CAPTION if line.name == "figcaption" else None


def tokens(markup: str) -> Iterator[str | Tag]:
    """Texts and tags in their order; comments, declarations and what is cut off are left out."""
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
    """Where the text goes on after a comment, a CDATA mark or a declaration."""
    for opening, closing in (("<!--", "-->"), ("<![CDATA[", "]]>")):
        if markup.startswith(opening, start):
            end = markup.find(closing, start + 4)
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


class Outliner:
    """What is open and what is gathered while a document is read from its first tag to its last."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.containers: list[Container] = [Container("", -1)]
        self.open: list[tuple[str, int, str, bool]] = []
        self.words: list[str] = []
        self.length = 0
        self.linked = 0
        self.links = 0
        self.dropped = ""

    def read(self, token: str | Tag) -> None:
        """Take the next text or tag."""
        if len(self.lines) > MOST_LINES:
            return
        if self.dropped:
            if isinstance(token, Tag) and token.closing and token.name == self.dropped:
                self.dropped = ""
            return
        if isinstance(token, str):
            self.words.append(token)
            self.length += len(token)
            self.linked += len(token) * (self.links > 0)
        elif token.closing:
            self.end(token.name)
        else:
            self.start(token)

    def start(self, tag: Tag) -> None:
        """Begin an element."""
        name = tag.name
        if name in DROPPED:
            if not tag.source.endswith("/"):
                self.dropped = name
        elif name == "a":
            self.links = 1
        elif name in CELLS:
            self.cell()
        elif name in BREAKING:
            self.flush()
            self.end_implied(name)
            if name not in VOID and not tag.source.endswith("/") and len(self.open) < DEEPEST:
                self.enter(name, tag)

    def end_implied(self, name: str) -> None:
        """End what a new element ends without an end tag: a paragraph, or its like before it."""
        if self.open and self.open[-1][0] == "p" and name != "br":
            del self.open[-1]
        if name in LIKE and self.open and self.open[-1][0] == name:
            del self.open[-1]

    def enter(self, name: str, tag: Tag) -> None:
        """Note an element that lines may stand in."""
        _, container, look, aside = self.open[-1] if self.open else ("", 0, "", False)
        found = tag.attributes() if tag.source else {}
        marks = " ".join(found.get(key, "") for key in ("class", "id", "role", "itemprop")).lower().strip()
        if name == "p" and look:
            shown = look
        elif "twitter-tweet" in marks:
            shown = "tweet"
        else:
            shown = name if name in HEADINGS or name in ("p", "li", "blockquote", "figcaption") else look
        hidden = name in ASIDE or bool(HIDDEN.search(tag.source))
        if name != "p":
            self.containers.append(Container(name, container, marks))
            container = len(self.containers) - 1
        self.open.append((name, container, shown, aside or hidden))

    def end(self, name: str) -> None:
        """End an element, and those inside of it that were left open."""
        if name == "a":
            self.links = 0
        elif name in BREAKING:
            self.flush()
            for back in range(1, min(NEAREST, len(self.open)) + 1):
                if self.open[-back][0] == name:
                    del self.open[-back:]
                    break

    def cell(self) -> None:
        """Begin a cell of a table: beside the one before, if that is short."""
        if self.length > CELL_JOINED:
            self.flush()
        elif self.length:
            self.words.append(" | ")

    def flush(self) -> None:
        """End the line."""
        look = self.open[-1][2] if self.open else ""
        if look == "tweet" and self.open[-1][0] != "blockquote":
            self.words.append(" ")
            return
        if self.words:
            text = one_line(unescape("".join(self.words)))
            text = text.strip("| ") if "|" in text else text
            if text:
                _, container, look, aside = self.open[-1] if self.open else ("", 0, "", False)
                self.lines.append(Line(text, container, look, min(self.linked, len(text)), aside))
        self.words, self.length, self.linked = [], 0, 0

    def outline(self) -> Outline:
        """All that was gathered."""
        self.open.clear()
        self.flush()
        return Outline(tuple(self.lines), tuple(self.containers))


def outline(markup: str) -> Outline:
    """The lines of a document; script, style and what a page hides in such elements left out."""
    gathered = Outliner()
    for token in tokens(markup):
        gathered.read(token)
    return gathered.outline()
