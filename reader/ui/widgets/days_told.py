"""The days that a text names only by their distance from its own, told after them: `Wednesday [7 Apr]`."""

from dataclasses import replace
from datetime import date

from reader.model.article import Span
from reader.ui.widgets.drawing import NO_BREAK, Role, RoleSpan, shown_day
from reader.ui.widgets.paragraph import Paragraph


def day_from(text: str) -> date | None:
    """The day in a value such as `2021-04-08`; none for anything else."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def with_days(paragraph: Paragraph, anchor: date | None, late: bool = False) -> Paragraph:
    """The paragraph with every day told that it names, as seen from `anchor`, the day on which it was published.

    `late` says that this was late in the day.
    """
    if anchor is None:
        return paragraph
    from reader.articles.relative_days import relative_days  # not before somebody asks for days

    text, position = "", 0
    inserted: list[Span] = []
    for mention in relative_days(paragraph.text, anchor, late):
        text += paragraph.text[position : mention.span[1]]
        position = mention.span[1]
        told = f"{NO_BREAK}[{_told(mention.day, anchor)}]"
        inserted.append((len(text), len(text) + len(told)))
        text += told
    if not inserted:
        return paragraph
    told_of = replace(paragraph, text=text + paragraph.text[position:], inserted=tuple(inserted))
    moved = [(told_of.shown(start, begins=True), told_of.shown(end), role) for start, end, role in paragraph.spans]
    spans: list[RoleSpan] = sorted([*moved, *((start, end, Role.DETAIL) for start, end in inserted)])
    return replace(told_of, spans=tuple(spans))


def _told(day: date, anchor: date) -> str:
    shown = shown_day(day.isoformat())
    return (shown if day.year != anchor.year else shown.rpartition(" ")[0]).replace(" ", NO_BREAK)
