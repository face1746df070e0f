"""How a headline, a link and a whole article look as plain text."""

import textwrap
from collections.abc import Iterable, Iterator
from datetime import date

from reader.cli.output import columns, cut, padded
from reader.model.article import LIKELY, SURE, Article, Block, BlockKind, Value
from reader.model.headline import Headline, Link, Marks
from reader.told import counted, days_told, time_told

DAY = 11
"""Columns of a day, with the sign that it was inferred."""
INDENT = 3 + DAY + 1
"""Columns before the second line of a headline."""
KIND = 12
"""Columns of the kind of a link."""
DOT = " · "


def headline_lines(headline: Headline, width: int, snippet: str = "") -> Iterator[str]:
    """Marks, day and title; below them id, outlet, length and tags; and a snippet where there is one."""
    start = f"{_signs(headline.marks)} {padded(_day(headline), DAY)} "
    yield f"{start}{_title(headline, width - columns(start))}".rstrip()
    tags = " ".join(f"#{tag}" for tag in headline.marks.tags)
    copies = f"+{counted(headline.copies, 'copy', 'copies')}" if headline.copies else ""
    yield f"{'':{INDENT}}{dotted((headline.id, headline.outlet, f'{headline.minutes} min', copies, tags))}"
    if snippet:
        yield f"{'':{INDENT}}{cut(snippet, width - INDENT)}"


def link_lines(link: Link, width: int) -> Iterator[str]:
    """Kind and title; below them id, outlet and day; and the reasons."""
    headline = link.headline
    yield f"{link.kind:{KIND}}  {_title(headline, width - KIND - 2)}"
    yield f"{'':{KIND}}  {dotted((headline.id, headline.outlet, _day(headline)))}"
    if link.reasons:
        yield f"{'':{KIND}}  {dotted(link.reasons)}"


def marks_line(headline: Headline) -> str:
    """What is set on an article, in words."""
    marks = headline.marks
    tags = f"tags {', '.join(marks.tags)}" if marks.tags else "no tags"
    note = f"note “{marks.note}”" if marks.note else ""
    parts = ("read" if marks.read else "unread", "favourite" if marks.favourite else "", tags, note)
    return f"{headline.id}  {dotted(parts)}"


def article_lines(article: Article, measure: int) -> Iterator[str]:
    """The article as it is read: head, text, and what should be known of how it was read."""
    title = _doubted(article.title) if article.title else article.id
    yield from _wrapped(f"‹{article.title.text}›" if article.title_derived else title, measure)
    yield ""
    yield from _wrapped(_credits(article), measure)
    if article.url:
        yield article.url.text
    if article.standfirst:
        yield ""
        yield from _wrapped(article.standfirst.text, measure)
    above = BlockKind.PARAGRAPH
    for block in article.blocks:
        if not (block.kind is above and above in (BlockKind.LIST, BlockKind.TABLE)):
            yield ""
        above = block.kind
        yield from _block_lines(block, measure)
    if article.notes:
        yield ""
        for note in article.notes:
            yield from _wrapped(f"Note: {note}", measure, after="      ")


def days(first: str, last: str) -> str:
    """A span of days as a newspaper writes it: `7-8 April 2021`; of days that are none, as they stand."""
    if not first:
        return ""
    try:
        return days_told(date.fromisoformat(first), date.fromisoformat(last))
    except ValueError:
        return first if first == last else f"{first} to {last}"


def _signs(marks: Marks) -> str:
    return f"{' ' if marks.read else '●'}{'★' if marks.favourite else ' '}"


def _day(headline: Headline) -> str:
    if not headline.date:
        return ""
    return _sign(headline.date, headline.date_confidence)


def _sign(text: str, confidence: float) -> str:
    """The text with the sign of how sure it is: none, `≈` for likely, `‹ ›` for a guess."""
    if confidence >= SURE:
        return text
    return f"≈{text}" if confidence >= LIKELY else f"‹{text}›"


def _doubted(value: Value) -> str:
    return _sign(value.text, value.confidence) if value else ""


def _title(headline: Headline, room: int) -> str:
    if headline.title_derived:
        return f"‹{cut(headline.title, room - 2)}›"
    return cut(headline.title or headline.id, room)


def dotted(parts: Iterable[str]) -> str:
    """Those of these parts that there are, on one line."""
    return DOT.join(part for part in parts if part)


def _credits(article: Article) -> str:
    values = (article.outlet, article.agency, article.date, article.section, article.place, article.byline)
    return dotted((*map(_doubted, values), time_told(article.minutes), f"{article.words:,} words"))


def _block_lines(block: Block, measure: int) -> Iterator[str]:
    match block.kind:
        case BlockKind.HEADING:
            yield from _wrapped(block.text, measure)
            yield "-" * min(measure, columns(block.text))
        case BlockKind.QUOTATION:
            yield from _wrapped(block.text, measure, "    ", "    ")
        case BlockKind.TWEET:
            signed = dotted((f"{block.author} {block.handle}".strip(), block.date, block.media))
            yield from _wrapped(block.text, measure, "  | ", "  | ")
            yield from _wrapped(f"— {signed}", measure, "  | ", "  | ") if signed else ()
        case BlockKind.CAPTION:
            credited = f" ({block.credit})" if block.credit else ""
            yield from _wrapped(f"[Picture: {block.text}{credited}]", measure, "  ", "  ")
        case BlockKind.LIST:
            yield from _wrapped(block.text, measure, "  ", "    ")
        case BlockKind.TABLE:
            yield from _wrapped(block.text, measure, "", "  ")
        case BlockKind.BOILERPLATE:
            yield from _wrapped(block.text, measure, "  ~ ", "  ~ ")
        case _:
            yield from _wrapped(block.text, measure)


def _wrapped(text: str, measure: int, before: str = "", after: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        measure,
        initial_indent=before,
        subsequent_indent=after,
        break_on_hyphens=False,
        break_long_words=False,
    )
