"""An article as paragraphs to draw, and the paragraphs as lines of one width."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from reader.articles.tables import cells_of
from reader.files import Raw
from reader.model.article import Article, Block, BlockKind, Span
from reader.model.headline import Headline
from reader.ui.widgets.days_told import day_from, with_days
from reader.ui.widgets.drawing import NO_BREAK, Glyphs, Role, RoleSpan, drawable, shown_day
from reader.ui.widgets.metadata_lines import article_head, headline_head, joined
from reader.ui.widgets.newness import KNOWN, hidden_line, told_newness, with_new_words, with_newness
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.rows_and_items import item_paragraph, table_paragraphs
from reader.ui.widgets.wrapping import chopped, wrapped

if TYPE_CHECKING:
    from reader.stories.novelty import Judgement

PROSE = frozenset({Role.TITLE, Role.STANDFIRST, Role.TEXT, Role.HEADING, Role.QUOTATION, Role.CAPTION, Role.KNOWN})
"""Roles in which hits are lit."""
MOST_RAW_LINES = 50_000
"""Lines of a file that are shown as they are; to draw as many takes a fifth of a second."""
RAW_CUT = f"Only the first {MOST_RAW_LINES:,} lines are shown here; `broadsheet show --raw` prints all."
LINES_CUT = f"Only the first {MOST_RAW_LINES:,} lines are shown."
TAB = 8
"""Columns from one tab stop to the next, as terminals have them."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How an article is written out."""

    furniture_key: str = ""
    """The key that unfolds lines of page furniture."""
    furniture_folded: bool = True
    """Whether they are folded."""
    anchor: date | None = None
    """The day as seen from which days are told; none while they are not."""
    late: bool = False
    """Whether the article was published late on that day."""
    judgements: "tuple[Judgement, ...]" = ()
    """What each block is to who has read others; none where nothing near it was read."""
    known_key: str = ""
    """The key that shows again what is hidden because it is known."""
    known_hidden: bool = False
    """Whether that is hidden."""


PLAIN = Manner()
Judged = tuple[Block, "Judgement | None"]


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
        lines += (Line(index, start, end) for start, end in _broken(paragraph, width))
    return [*lines, Line(len(paragraphs), 0, -1)] if lines else []


def _broken(paragraph: Paragraph, width: int) -> Iterator[Span]:
    """The lines of a paragraph; a row of a table that is too wide has a line for every cell."""
    text = paragraph.text
    room = width - max(cell_len(paragraph.first), cell_len(paragraph.rest))
    if not paragraph.cells:
        yield from chopped(text, room) if paragraph.verbatim else wrapped(text, room)
    elif paragraph.across <= width:
        yield 0, len(text)
    else:
        for first, last in paragraph.cells:
            yield from ((first + start, first + end) for start, end in wrapped(text[first:last], room))


def article_paragraphs(
    article: Article, headline: Headline | None, marks: Glyphs, manner: Manner = PLAIN
) -> tuple[Paragraph, ...]:
    """The whole article: title, standfirst, metadata, text, notes."""
    head = (
        with_days(part, manner.anchor, manner.late) if part.role is Role.STANDFIRST else part
        for part in article_head(article, headline, marks)
    )
    told = told_newness(article.blocks, manner.judgements)
    newness = [Paragraph(Role.NEW, told, gap=False, about=True)] if told else []
    return (*head, *newness, *text_paragraphs(article.blocks, marks, manner), *_foot(article))


def headline_paragraphs(headline: Headline, marks: Glyphs) -> tuple[Paragraph, ...]:
    """What is known before the article itself has been read."""
    return tuple(headline_head(headline, marks))


def raw_paragraphs(raw: Raw, marks: Glyphs) -> tuple[Paragraph, ...]:
    """A file as it is, line for line, under a line that says which file it is and how its bytes were read."""
    told = joined((drawable(raw.id), "as it is", raw.encoding), marks)
    return _verbatim(told, raw.text, RAW_CUT)


def verbatim_paragraphs(told: str, text: str, marks: Glyphs) -> tuple[Paragraph, ...]:  # noqa: ARG001 - as the others
    """Some lines as they are, under a line about them."""
    return _verbatim(drawable(told), text, LINES_CUT)


def _verbatim(told: str, text: str, cut: str) -> tuple[Paragraph, ...]:
    lines = text.split("\n", MOST_RAW_LINES)
    rest = [Paragraph(Role.DETAIL, cut, about=True)] if len(lines) > MOST_RAW_LINES else []
    shown = (drawable(line.expandtabs(TAB)) for line in lines[:MOST_RAW_LINES])
    return (
        Paragraph(Role.DETAIL, told, gap=False, about=True),
        *(Paragraph(Role.TEXT, line, gap=not index, verbatim=True) for index, line in enumerate(shown)),
        *rest,
    )


def message_paragraphs(title: str, text: str) -> tuple[Paragraph, ...]:
    """A message in place of an article; the text may have several lines."""
    parts = [Paragraph(Role.TITLE, drawable(title))] if title else []
    return (
        *parts,
        *(Paragraph(Role.DETAIL, drawable(line), gap=not index) for index, line in enumerate(text.split("\n"))),
    )


def text_paragraphs(blocks: Iterable[Block], marks: Glyphs, manner: Manner = PLAIN) -> Iterator[Paragraph]:
    """Some blocks of an article, without its head."""
    judged: Iterator[Judged] = zip_longest(blocks, manner.judgements)
    for is_furniture, group in groupby(judged, lambda pair: pair[0].kind is BlockKind.BOILERPLATE):
        if is_furniture:
            yield from _furniture([drawable(block.text) for block, _ in group], marks, manner)
        elif manner.known_hidden:
            yield from _unknown(group, marks, manner)
        else:
            yield from _text(group, marks, manner)


def _furniture(lines: Sequence[str], marks: Glyphs, manner: Manner) -> Iterator[Paragraph]:
    if not manner.furniture_folded:
        yield from (Paragraph(Role.FAINT, line, gap=not index) for index, line in enumerate(lines))
        return
    count = f"{len(lines)} {'line' if len(lines) == 1 else 'lines'} of page furniture"
    key = f" ({manner.furniture_key})" if manner.furniture_key else ""
    yield Paragraph(Role.FAINT, f"{marks.ellipsis} {count}{key}", about=True)


def _unknown(judged: Iterable[Judged], marks: Glyphs, manner: Manner) -> Iterator[Paragraph]:
    """Only what is not known; a line stands for the rest."""
    for known, group in groupby(judged, lambda pair: pair[1] is not None and pair[1].status == KNOWN):
        if known:
            yield hidden_line((block.text for block, _ in group), manner.known_key, marks)
        else:
            yield from _text(group, marks, manner)


def _text(judged: Iterable[Judged], marks: Glyphs, manner: Manner) -> Iterator[Paragraph]:
    for kind, group in groupby(judged, lambda pair: pair[0].kind):
        if kind is BlockKind.LIST:
            for index, (block, judgement) in enumerate(group):
                item = replace(item_paragraph(block.text, marks, not index), passage=block.text)
                yield with_days(with_newness(item, judgement, marks), manner.anchor, manner.late)
        elif kind is BlockKind.TABLE:
            rows = list(group)
            shown = table_paragraphs([cells_of(block.text) for block, _ in rows], marks)
            for (block, judgement), row in zip(rows, shown, strict=True):
                yield with_newness(replace(row, passage=block.text), judgement, marks)
        else:
            for block, judgement in group:
                yield from _told(block, judgement, marks, manner)


def _told(block: Block, judgement: "Judgement | None", marks: Glyphs, manner: Manner) -> Iterator[Paragraph]:
    """A block with the days in it, and with what in it is new."""
    tweeted = day_from(block.date) if manner.anchor else None
    for part in _block(block, marks):
        signed = with_newness(part, judgement, marks)
        if part.role in PROSE:
            signed = with_new_words(signed, block.text, judgement)
            signed = with_days(signed, tweeted or manner.anchor, manner.late and not tweeted)
            signed = replace(signed, passage=block.text)
        yield signed


def _block(block: Block, marks: Glyphs) -> Iterator[Paragraph]:
    text, bar = drawable(block.text), f"{marks.bar} "
    beside = "" if marks.words else bar
    match block.kind:
        case BlockKind.HEADING:
            yield Paragraph(Role.HEADING, text)
        case BlockKind.QUOTATION:
            yield Paragraph(Role.QUOTATION, text, first=bar, rest=beside)
        case BlockKind.TWEET:
            yield Paragraph(Role.QUOTATION, text, first=bar, rest=beside)
            yield from _signature(block, marks, beside)
        case BlockKind.CAPTION:
            first = f"{marks.picture} "
            credit = f" ({drawable(block.credit)})" if block.credit else ""
            span = (len(text), len(text + credit), Role.DETAIL)
            yield Paragraph(
                Role.CAPTION,
                text + credit,
                first,
                "" if marks.words else " " * cell_len(first),
                spans=(span,) if credit else (),
            )
        case _:
            yield Paragraph(Role.TEXT, text)


def _signature(block: Block, marks: Glyphs, bar: str) -> Iterator[Paragraph]:
    name = " ".join(drawable(part) for part in (block.author, block.handle) if part)
    signed = joined((name, shown_day(block.date)), marks)
    if signed:
        yield Paragraph(Role.DETAIL, f"{marks.dash}{NO_BREAK}{signed}", bar, bar, gap=False)
    if block.media:
        yield Paragraph(Role.FAINT, f"{marks.picture} {drawable(block.media)}", bar, bar, gap=False)


def _foot(article: Article) -> Iterator[Paragraph]:
    address = [article.url.text] if article.url else []
    for index, line in enumerate((*address, *article.notes)):
        yield Paragraph(Role.FAINT, drawable(line), gap=not index, about=True)


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
