"""HTML to lines of text, each with the element that it stands in; for pages, e-mail and HTML inside of data."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from itertools import groupby

from reader.articles import blocks
from reader.articles.decode import one_line, plain
from reader.articles.draft import Piece
from reader.articles.formats.tags import Tag, tokens
from reader.articles.tables import BETWEEN
from reader.model.article import BULLET, INNER_BULLET, BlockKind

DEEPEST = 200
"""Elements nested deeper are read as if they stood beside each other."""
MOST_LINES = 60_000
"""Lines read at most; more than any article has."""
NEAREST = 60
"""So far up an end tag looks for its start tag."""

HIDDEN = re.compile(r"\shidden(?![\w=-])|display:\s?none|aria-hidden\s?=\s?[\"']?true", re.IGNORECASE)

DROPPED = frozenset({"script", "style", "template", "svg", "math", "noscript", "iframe", "object", "canvas", "title"})
"""Elements whose content is no text."""
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
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LIKE = frozenset({"li", "tr", "option", "dd", "dt", "p"})
"""Elements that end with the next of their name."""
ASIDE = frozenset({"nav", "footer", "aside", "form", "menu", "select", "button", "dialog"})
"""Elements whose text belongs to the page and not to the article."""
CELLS = frozenset({"td", "th"})
LISTS = frozenset({"ul", "ol", "menu"})
LOOKS = HEADINGS | {"p", "li", "blockquote", "figcaption", "tr", "pre"}
"""Elements that give a line its look."""
OF_PIECE = {BlockKind.LIST: "li", BlockKind.TABLE: "tr", BlockKind.QUOTATION: "blockquote", BlockKind.HEADING: "h3"}
"""What a piece of preformatted text is like."""
KINDS = {
    "blockquote": BlockKind.QUOTATION,
    "figcaption": BlockKind.CAPTION,
    "li": BlockKind.LIST,
    "tr": BlockKind.TABLE,
}
FEWEST_ROWS = 2
"""Rows of several cells from which a table is one; single ones put things beside each other."""
CELL_JOINED = 80
"""Letters up to which a cell of a table shares its line with the next."""


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
    mark: str = ""
    """Of the first line of an item of a list: its bullet or its number."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An element that has begun and not yet ended."""

    name: str
    """Its name."""
    container: int
    """Number of the container that its lines stand in."""
    look: str
    """Name of the element that gives its lines their look."""
    aside: bool
    """Whether its lines stand aside."""
    depth: int
    """In so many lists it stands."""


@dataclass(frozen=True, slots=True)
class Outline:
    """The lines of a document and the elements that hold them."""

    lines: tuple[Line, ...]
    """In their order."""
    containers: tuple[Container, ...]
    """By number; each stands after the one around it."""


def pieces(markup: str) -> tuple[Piece, ...]:
    """All lines of a piece of HTML as pieces of an article."""
    return tuple(typed_pieces(outline(markup).lines))


def typed_pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    """Lines as pieces, each of the kind that its element says; places count in the text put together from them."""
    at = 0
    for line, single in with_rows(lines):
        text = f"{line.mark} {line.text}" if line.mark else line.text.strip("| ") if single else line.text
        found = BlockKind.BOILERPLATE if line.aside else None if single else kind(line)
        yield Piece(text, (at, at + len(text)), found)
        at += len(text) + 1


def with_rows(lines: Iterable[Line]) -> Iterator[tuple[Line, bool]]:
    """Each line with whether it stands in a row of a table that only puts things beside each other."""
    for has_cells, group in groupby(lines, lambda line: line.name == "tr" and "|" in line.text):
        found = list(group)
        single = len(found) < FEWEST_ROWS if has_cells else None
        yield from ((line, line.name == "tr" if single is None else single) for line in found)


def kind(line: Line) -> BlockKind | None:
    """What the element of a line says that it is."""
    if line.name in HEADINGS:
        return BlockKind.HEADING if len(line.text) <= 300 else None
    return KINDS.get(line.name)


OUTSIDE = Opened("", 0, "", False, 0)
"""Around all elements."""


class Outliner:
    """What is open and what is gathered while a document is read from its first tag to its last."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.containers: list[Container] = [Container("", -1)]
        self.open: list[Opened] = []
        self.counts: dict[int, int] = {}
        self.mark = ""
        self.words: list[str] = []
        self.length = 0
        self.linked = 0
        self.links = 0
        self.cells = 0
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
        if self.open and self.open[-1].name == "p" and name != "br":
            del self.open[-1]
        if name in LIKE and self.open and self.open[-1].name == name:
            del self.open[-1]

    def enter(self, name: str, tag: Tag) -> None:
        """Note an element that lines may stand in."""
        around = self.around()
        found = tag.attributes() if tag.source else {}
        marks = " ".join(found.get(key, "") for key in ("class", "id", "role", "itemprop")).lower().strip()
        if name == "p" and around.look:
            shown = around.look
        elif "twitter-tweet" in marks:
            shown = "tweet"
        else:
            shown = name if name in LOOKS else around.look
        hidden = name in ASIDE or bool(HIDDEN.search(tag.source))
        container = around.container
        if name != "p":
            self.containers.append(Container(name, container, marks))
            container = len(self.containers) - 1
        depth = around.depth
        if name in LISTS:
            depth += 1
            self.counts[depth] = number(found.get("start", "1")) if name == "ol" else -1
        elif name == "li":
            self.mark = self.item_mark(depth)
        self.open.append(Opened(name, container, shown, around.aside or hidden, depth))

    def around(self) -> Opened:
        """The innermost element that is open."""
        return self.open[-1] if self.open else OUTSIDE

    def item_mark(self, depth: int) -> str:
        """What stands before an item of the list that is open so deep."""
        count = self.counts.get(depth, -1)
        if count < 0:
            return BULLET if depth < 2 else INNER_BULLET
        self.counts[depth] = count + 1
        return f"{count}."

    def end(self, name: str) -> None:
        """End an element, and those inside of it that were left open."""
        if name == "a":
            self.links = 0
        elif name in BREAKING:
            self.flush()
            for back in range(1, min(NEAREST, len(self.open)) + 1):
                if self.open[-back].name == name:
                    del self.open[-back:]
                    break

    def cell(self) -> None:
        """Begin a cell of a table: beside the one before, if that is short."""
        if self.length > CELL_JOINED:
            self.flush()
        elif self.length or self.cells:
            self.words.append(BETWEEN)
        self.cells += 1

    def flush(self) -> None:
        """End the line."""
        around = self.around()
        if around.look == "tweet" and around.name != "blockquote":
            self.words.append(" ")
            return
        if self.words:
            text = unescape("".join(self.words))
            if around.look == "pre" and "\n" in text:
                self.preformatted(plain(text))
            else:
                self.line(one_line(text), around.look)
        self.words, self.length, self.linked, self.cells = [], 0, 0, 0

    def line(self, text: str, look: str) -> None:
        """Note a line."""
        bare = text.strip("| ") if "|" in text else text
        if bare:
            text = text if look == "tr" else bare
            around = self.around()
            mark = self.mark if look == "li" and not text.startswith(BULLET) else ""
            self.lines.append(Line(text, around.container, look, min(self.linked, len(text)), around.aside, mark))
            self.mark = ""

    def preformatted(self, text: str) -> None:
        """Note the lines of a text that has its own line breaks."""
        for piece in blocks.pieces(text, 0):
            self.line(piece.text, OF_PIECE.get(piece.kind, "p") if piece.kind else "p")

    def outline(self) -> Outline:
        """All that was gathered."""
        self.open.clear()
        self.flush()
        return Outline(tuple(self.lines), tuple(self.containers))


def number(text: str) -> int:
    """The number that a list begins with; 1 where that cannot be read."""
    return int(text) if len(text) < 6 and text.isascii() and text.isdigit() else 1


def outline(markup: str) -> Outline:
    """The lines of a document; script, style and what a page hides in such elements left out."""
    gathered = Outliner()
    for token in tokens(markup):
        gathered.read(token)
    return gathered.outline()
