"""A quotation with its citation, as in: “…” — Title, Outlet, 8 April 2021, address."""

from datetime import date

from reader.model.article import LIKELY, Article, BlockKind, Value
from reader.model.headline import Headline
from reader.told import day_told

KNOWN = 0.8
"""How sure a value must be to stand as it is; one that is likely stands in brackets, as what an editor has supplied."""
_QUOTES = str.maketrans("“”", "‘’")


def citation(article: Article, headline: Headline | None = None, words: str = "") -> str:
    """The words, or the standfirst or first paragraph, as a quotation with title, outlet, day and address, or the id.

    What is not known is left out, and so is a title that was derived from the text.
    """
    parts = [_title(article), _sure(article.outlet), _day(article, headline), article.url.text or article.id]
    quoted = " ".join((words or _first(article)).split())
    told = ", ".join(filter(None, parts))
    return f"“{_inner(quoted)}” — {told}" if quoted else told


def _inner(words: str) -> str:
    """Words that stand in quotes: without such around all of them, and with single ones for those inside."""
    inside = words[1:-1]
    if words[:1] in '“"' and words[-1:] in '”"' and not set('“”"') & set(inside):
        return inside
    return words.translate(_QUOTES)


def _first(article: Article) -> str:
    if article.standfirst:
        return article.standfirst.text
    prose = (BlockKind.PARAGRAPH, BlockKind.QUOTATION)
    return next((block.text for block in article.blocks if block.kind in prose), "")


def _title(article: Article) -> str:
    return "" if article.title_derived else _sure(article.title)


def _day(article: Article, headline: Headline | None) -> str:
    told = article.date
    if headline and headline.date and told.confidence < LIKELY:
        told = Value(headline.date, confidence=headline.date_confidence)
    return _sure(Value(_written(told.text), confidence=told.confidence))


def _written(day: str) -> str:
    try:
        return day_told(date.fromisoformat(day))
    except ValueError:
        return day


def _sure(value: Value) -> str:
    """A value as far as it is known."""
    if not value or value.confidence < LIKELY:
        return ""
    return value.text if value.confidence >= KNOWN else f"[{value.text}]"
