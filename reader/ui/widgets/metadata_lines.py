"""The lines above an article's text: title, standfirst, and the values found, each with the mark of how sure it is."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from rich.cells import cell_len

from reader.model.article import LIKELY, SURE, Article, Value
from reader.model.headline import Headline
from reader.told import counted, time_told
from reader.ui.widgets.drawing import NO_BREAK, Glyphs, Piece, Role, RoleSpan, drawable, shown_day, with_doubt
from reader.ui.widgets.paragraph import Paragraph

OF_A_COPY = "a copy"
"""In place of a rule: the value was told by a copy of the article."""


def article_head(article: Article, headline: Headline | None, marks: Glyphs) -> Iterator[Paragraph]:
    """Title, standfirst and metadata; the day also where only a copy of the article told the catalogue."""
    date = article.date
    if headline and headline.date and date.confidence < LIKELY:
        date = Value(headline.date, OF_A_COPY, headline.date_confidence)
    title = article.title or Value(article.id, confidence=1.0)
    yield _title(title.text, title.confidence, article.title_derived, marks)
    if article.standfirst:
        yield replace(_standfirst(article.standfirst, marks), passage=article.standfirst.text)
    values = [(value.text, value.confidence) for value in (article.outlet, article.agency)]
    values.append((shown_day(date.text, weekday=True), date.confidence))
    values += [(value.text, value.confidence) for value in (article.place, article.section)]
    yield from _metadata(values, _length(article.minutes, article.words), headline, article.byline, marks)


def headline_head(headline: Headline, marks: Glyphs) -> Iterator[Paragraph]:
    """The same of what is known before the article itself has been read."""
    sure = headline.title_confidence if headline.title else 1.0
    yield _title(headline.title or headline.id, sure, headline.title_derived, marks)
    values = [
        (headline.outlet, headline.outlet_confidence),
        (headline.agency, headline.agency_confidence),
        (shown_day(headline.date, weekday=True), headline.date_confidence),
        (headline.place, 1.0),
        (headline.section, 1.0),
    ]
    yield from _metadata(values, _length(headline.minutes, headline.words), headline, Value(), marks)


def joined(values: Iterable[str], marks: Glyphs) -> str:
    """The values that are there with a dot between them; a line may end after a dot, but not within a value."""
    return _joined(((value, Role.DETAIL) for value in values), marks)[0]


def _title(title: str, confidence: float, derived: bool, marks: Glyphs) -> Paragraph:
    shown = drawable(title).strip()
    if derived or confidence < LIKELY:
        return Paragraph(Role.TITLE, shown + marks.closing, marks.opening, " " * cell_len(marks.opening))
    if confidence < SURE:
        return Paragraph(Role.TITLE, shown, marks.about, " " * cell_len(marks.about))
    return Paragraph(Role.TITLE, shown)


def _standfirst(value: Value, marks: Glyphs) -> Paragraph:
    shown = drawable(value.text)
    if value.confidence >= SURE:
        return Paragraph(Role.STANDFIRST, shown)
    if value.confidence >= LIKELY:
        return Paragraph(Role.STANDFIRST, shown, marks.about, " " * cell_len(marks.about))
    spans = ((0, len(shown + marks.closing), Role.FAINT),)
    blanks = " " * cell_len(marks.opening)
    return Paragraph(Role.STANDFIRST, shown + marks.closing, marks.opening, blanks, spans=spans)


def _metadata(
    values: Iterable[tuple[str, float]], length: Iterable[str], headline: Headline | None, byline: Value, marks: Glyphs
) -> Iterator[Paragraph]:
    known, weak = _joined((_doubted(text, confidence, marks) for text, confidence in values if text), marks)
    if known:
        yield Paragraph(Role.DETAIL, known, spans=tuple(weak), about=True)
    if byline:
        written = byline.text if byline.text[:3].casefold() != "by " else byline.text[3:]
        name, role = _doubted(written, byline.confidence, marks)
        doubt = ((3, 3 + len(name), role),) if role is not Role.DETAIL else ()
        yield Paragraph(Role.DETAIL, f"By {name}", gap=not known, spans=doubt, about=True)
    text = joined(length, marks)
    spans: list[RoleSpan] = []
    for part, role in _marks(headline, marks):
        text += _between(marks)
        spans.append((len(text), len(text) + len(part), role))
        text += part
    yield Paragraph(Role.DETAIL, text, gap=not (known or byline), spans=tuple(spans), about=True)
    if headline and headline.marks.note:
        yield note_paragraph(headline.marks.note, marks)


def note_paragraph(note: str, marks: Glyphs, before: str = "") -> Paragraph:
    """What the user wrote, behind the sign of that; `before` is how far in it stands."""
    first = f"{before}{marks.note} "
    return Paragraph(Role.DETAIL, drawable(note), first, " " * cell_len(first), gap=False, about=True)


def _doubted(text: str, confidence: float, marks: Glyphs) -> Piece:
    """A value with the mark of how sure it is, dim where it is weak."""
    return with_doubt(drawable(text), confidence, marks), Role.FAINT if confidence < LIKELY else Role.DETAIL


def _joined(values: Iterable[Piece], marks: Glyphs) -> tuple[str, list[RoleSpan]]:
    """Values in one text, and which parts of it are not in the usual role."""
    text = ""
    spans: list[RoleSpan] = []
    for value, role in values:
        if not value:
            continue
        text += _between(marks) * bool(text)
        if role is not Role.DETAIL:
            spans.append((len(text), len(text) + len(value), role))
        text += value.replace(" ", NO_BREAK)
    return text, spans


def _between(marks: Glyphs) -> str:
    """What stands between two values: a line may end behind it, not before it."""
    return marks.dot if marks.words else NO_BREAK + marks.dot.lstrip()


def _length(minutes: int, words: int) -> tuple[str, str]:
    return time_told(minutes), counted(words, "word")


def _marks(headline: Headline | None, marks: Glyphs) -> Iterator[Piece]:
    if headline is None:
        return
    if headline.marks.favourite:
        yield marks.favourite, Role.FAVOURITE
    for tag in headline.marks.tags:
        yield drawable(tag), Role.TAG
