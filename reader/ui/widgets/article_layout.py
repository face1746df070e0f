"""An article as paragraphs to draw, and the paragraphs as lines of one width."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from reader.model import Article, Block, BlockKind, Headline, Value
from reader.ui.widgets.drawing import LIKELY, NO_BREAK, Glyphs, Role, RoleSpan, drawable, shown_day, with_doubt
from reader.ui.widgets.wrapping import wrapped

PROSE = frozenset({Role.TITLE, Role.STANDFIRST, Role.TEXT, Role.HEADING, Role.QUOTATION, Role.CAPTION})
"""Roles in which hits are lit."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Some text that is wrapped as one."""

    role: Role
    """What it is."""
    text: str
    """Its words, clean, with all marks that belong to them."""
    first: str = ""
    """Before its first line."""
    rest: str = ""
    """Before its other lines; as wide as `first`."""
    gap: bool = True
    """Whether a blank line stands above it."""
    spans: tuple[RoleSpan, ...] = ()
    """Parts of the text in other roles, in order and apart."""


class Line(NamedTuple):
    """One line on screen."""

    paragraph: int
    """Index of its paragraph; of the one below, for a blank line, even where there is none below."""
    start: int
    """Its first character in the paragraph's text."""
    end: int
    """Where it ends there; -1 for a blank line."""

    @property
    def blank(self) -> bool:
        """Whether it is the space above a paragraph."""
        return self.end < 0


def lines_of(paragraphs: Sequence[Paragraph], width: int) -> list[Line]:
    """All lines, at most `width` cells wide; ends with a blank one."""
    lines: list[Line] = []
    for index, paragraph in enumerate(paragraphs):
        if paragraph.gap:
            lines.append(Line(index, 0, -1))
        room = width - cell_len(paragraph.first)
        lines += (Line(index, start, end) for start, end in wrapped(paragraph.text, room))
    return [*lines, Line(len(paragraphs), 0, -1)] if lines else []


def article_paragraphs(
    article: Article, headline: Headline | None, marks: Glyphs, furniture: str = "", folded: bool = True
) -> tuple[Paragraph, ...]:
    """The whole article: title, standfirst, metadata, text, notes.

    `furniture` names the key that unfolds the lines of page furniture; `folded` is whether they are.
    """
    parts = [
        *_head(article.title.text or article.id, article.title_derived, article.standfirst.text, marks),
        *_metadata(
            _values(article, headline, marks),
            _length(article.minutes, article.words),
            headline,
            article.byline.text,
            marks,
        ),
        *_body(article.blocks, marks, furniture, folded),
        *_foot(article),
    ]
    return tuple(parts)


def headline_paragraphs(headline: Headline, marks: Glyphs) -> tuple[Paragraph, ...]:
    """What is known before the article itself has been read."""
    day = with_doubt(shown_day(headline.date, weekday=True), headline.date_confidence, marks)
    values = [
        drawable(headline.outlet),
        drawable(headline.agency),
        day,
        drawable(headline.place),
        drawable(headline.section),
    ]
    length = _length(headline.minutes, headline.words)
    title = _head(headline.title or headline.id, headline.title_derived, "", marks)
    return (*title, *_metadata(values, length, headline, "", marks))


def message_paragraphs(title: str, text: str) -> tuple[Paragraph, ...]:
    """A message in place of an article; the text may have several lines."""
    parts = [Paragraph(Role.TITLE, drawable(title))] if title else []
    return (
        *parts,
        *(Paragraph(Role.DETAIL, drawable(line), gap=not index) for index, line in enumerate(text.split("\n"))),
    )


def _head(title: str, derived: bool, standfirst: str, marks: Glyphs) -> Iterator[Paragraph]:
    shown = drawable(title).strip()
    if derived:
        yield Paragraph(Role.TITLE, shown + marks.closing, first=marks.opening, rest=" " * cell_len(marks.opening))
    else:
        yield Paragraph(Role.TITLE, shown)
    if standfirst:
        yield Paragraph(Role.STANDFIRST, drawable(standfirst))


def _values(article: Article, headline: Headline | None, marks: Glyphs) -> list[str]:
    """The metadata of the article itself; its day also where only a copy of it told the catalogue."""

    def shown(value: Value, text: str = "") -> str:
        return with_doubt(drawable(text or value.text), value.confidence, marks)

    date = article.date
    if headline and headline.date and date.confidence < LIKELY:
        date = Value(headline.date, "a copy", headline.date_confidence)
    day = shown(date, shown_day(date.text, weekday=True))
    return [shown(article.outlet), shown(article.agency), day, shown(article.place), shown(article.section)]


def _length(minutes: int, words: int) -> tuple[str, str]:
    return f"{minutes} min", f"{words:,} {'word' if words == 1 else 'words'}"


def _joined(values: Iterable[str], marks: Glyphs) -> str:
    """The values that are there with a dot between them; a line may end after a dot, but not within a value."""
    return f"{NO_BREAK}{marks.dot.lstrip()}".join(value.replace(" ", NO_BREAK) for value in values if value)


def _metadata(
    values: Iterable[str], length: Iterable[str], headline: Headline | None, byline: str, marks: Glyphs
) -> Iterator[Paragraph]:
    known = _joined(values, marks)
    if known:
        yield Paragraph(Role.DETAIL, known)
    if byline:
        clean = drawable(byline)
        yield Paragraph(Role.DETAIL, clean if clean[:3].casefold() == "by " else f"By {clean}", gap=not known)
    text, spans = _joined(length, marks), []
    for part, role in _marks(headline, marks):
        text += NO_BREAK + marks.dot.lstrip()
        spans.append((len(text), len(text) + len(part), role))
        text += part
    yield Paragraph(Role.DETAIL, text, gap=not (known or byline), spans=tuple(spans))


def _marks(headline: Headline | None, marks: Glyphs) -> Iterator[tuple[str, Role]]:
    if headline is None:
        return
    if headline.marks.favourite:
        yield marks.favourite, Role.FAVOURITE
    for tag in headline.marks.tags:
        yield drawable(tag), Role.TAG


def _body(blocks: Iterable[Block], marks: Glyphs, furniture: str, folded: bool) -> Iterator[Paragraph]:
    for is_furniture, group in groupby(blocks, lambda block: block.kind is BlockKind.BOILERPLATE):
        if not is_furniture:
            for block in group:
                yield from _block(block, marks)
            continue
        lines = [drawable(block.text) for block in group]
        if folded:
            count = f"{len(lines)} {'line' if len(lines) == 1 else 'lines'} of page furniture"
            yield Paragraph(Role.FAINT, f"{marks.ellipsis} {count}" + (f" ({furniture})" if furniture else ""))
        else:
            yield from (Paragraph(Role.FAINT, line, gap=not index) for index, line in enumerate(lines))


def _block(block: Block, marks: Glyphs) -> Iterator[Paragraph]:
    text, bar = drawable(block.text), f"{marks.bar} "
    match block.kind:
        case BlockKind.HEADING:
            yield Paragraph(Role.HEADING, text)
        case BlockKind.QUOTATION:
            yield Paragraph(Role.QUOTATION, text, first=bar, rest=bar)
        case BlockKind.TWEET:
            yield Paragraph(Role.QUOTATION, text, first=bar, rest=bar)
            yield from _signature(block, marks, bar)
        case BlockKind.CAPTION:
            first = f"{marks.picture} "
            credit = f" ({drawable(block.credit)})" if block.credit else ""
            span = (len(text), len(text + credit), Role.DETAIL)
            yield Paragraph(Role.CAPTION, text + credit, first, " " * cell_len(first), spans=(span,) if credit else ())
        case _:
            yield Paragraph(Role.TEXT, text)


def _signature(block: Block, marks: Glyphs, bar: str) -> Iterator[Paragraph]:
    name = " ".join(drawable(part) for part in (block.author, block.handle) if part)
    signed = _joined((name, shown_day(block.date)), marks)
    if signed:
        yield Paragraph(Role.DETAIL, f"{marks.dash}{NO_BREAK}{signed}", bar, bar, gap=False)
    if block.media:
        yield Paragraph(Role.FAINT, f"{marks.picture} {drawable(block.media)}", bar, bar, gap=False)


def _foot(article: Article) -> Iterator[Paragraph]:
    address = [article.url.text] if article.url else []
    for index, line in enumerate((*address, *article.notes)):
        yield Paragraph(Role.FAINT, drawable(line), gap=not index)


def clipped(spans: Iterable[RoleSpan], start: int, end: int) -> list[RoleSpan]:
    """Those parts of the spans that lie on a line, counted from the line's own start."""
    return [
        (max(first, start) - start, min(last, end) - start, role)
        for first, last, role in spans
        if first < end and last > start
    ]


def painted(base: Iterable[RoleSpan], over: RoleSpan) -> list[RoleSpan]:
    """Spans with one more laid over them, still in order and apart."""
    first, last, _ = over
    pieces = [over]
    for start, end, below in base:
        pieces += [(start, min(end, first), below), (max(start, last), end, below)]
    return sorted(piece for piece in pieces if piece[0] < piece[1])
