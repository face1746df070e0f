"""One headline in words, in full and on as few lines as possible: for who hears the list, or feels it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from reader.model.headline import Headline
from reader.told import counted, time_told
from reader.ui.widgets.article_layout import clipped, painted
from reader.ui.widgets.day_spans import shown_days
from reader.ui.widgets.drawing import (
    LINEAR,
    Piece,
    Role,
    RoleSpan,
    drawable,
    lit,
    shown_day,
    spans_of,
    unread_sign,
    with_doubt,
)
from reader.ui.widgets.folding import Place
from reader.ui.widgets.headline_rows import GONE
from reader.ui.widgets.wrapping import wrapped

LONG = 200
"""Cells that nearly every headline has room in, with all that is told of it."""
LONG_SNIPPET = 120
"""Cells that a snippet has room in."""


def linear_height(width: int, *, snippets: bool) -> int:
    """Lines of a row, for so many cells."""
    return -(-(LONG + LONG_SNIPPET * snippets) // max(1, width))


@dataclass(frozen=True, slots=True)
class LinearPainter:
    """Writes rows of one width."""

    width: int
    """Cells of a row, with a margin of one at either side."""
    hits: re.Pattern[str] | None = None
    """Words to light, none outside a search."""
    chosen: bool = False
    """Whether the row is chosen."""

    def row(
        self, headline: Headline, height: int, snippet: str, place: Place, versions: int, unseen: int | None
    ) -> list[list[Piece]]:
        """So many lines; the last ones are blank where there is not as much to tell, and the end is cut off otherwise.

        `versions` is how many other articles a row stands for, `unseen` how many passages of them were not read, None
        where none was.
        """
        text, spans = self._told(headline, snippet, place, versions, unseen)
        for span in spans_of(text, self.hits):
            spans = painted(spans, (*span, Role.MATCH))
        lines = wrapped(text, max(1, self.width - 2))[:height]
        shown = [
            [(" ", Role.DETAIL), *lit(text[start:end], Role.DETAIL, clipped(spans, start, end))] for start, end in lines
        ]
        return [*shown, *([(" ", Role.DETAIL)] for _ in range(height - len(shown)))]

    def _told(
        self, headline: Headline, snippet: str, place: Place, versions: int, unseen: int | None
    ) -> tuple[str, list[RoleSpan]]:
        if not headline.id:
            return GONE, []
        unread = unread_sign(LINEAR, headline.marks.read, unseen)
        before = f"{LINEAR.chosen}: " if self.chosen else ""
        before += "".join(f"{part}: " for part in _before(headline, unread, place))
        title = with_doubt(
            drawable(headline.title).strip() or drawable(headline.id),
            0.0 if headline.title_derived else headline.title_confidence if headline.title else 1.0,
            LINEAR,
        )
        role = Role.UNREAD_TITLE if unread == LINEAR.unread else Role.TITLE
        after = LINEAR.dot.join(filter(None, _after(headline, place, versions, unseen or 0)))
        text = f"{before}{title}. {after}." + (f" {drawable(snippet)}" if snippet else "")
        return text, [(len(before), len(before) + len(title), role)]


def _before(headline: Headline, unread: str, place: Place) -> Iterator[str]:
    """What the person wants to know first."""
    if place is Place.INNER:
        yield "version"
    if unread:
        yield unread
    if headline.marks.favourite:
        yield LINEAR.favourite


def _after(headline: Headline, place: Place, versions: int, unseen: int) -> Iterator[str]:
    """Who published it, when, how long it is, its tags, and what the row stands for."""
    outlet, sure = headline.outlet, headline.outlet_confidence
    if not outlet and headline.agency:
        outlet, sure = f"via {headline.agency}", headline.agency_confidence
    yield with_doubt(drawable(outlet), sure, LINEAR)
    if place not in (Place.ALONE, Place.INNER) and headline.story_day > min(headline.date, headline.story_begin):
        yield shown_days(headline.story_begin, headline.story_day, LINEAR)
    else:
        yield with_doubt(shown_day(headline.date), headline.date_confidence, LINEAR)
    yield time_told(headline.minutes)
    tags = ", ".join(map(drawable, headline.marks.tags))
    yield f"{'tag' if len(headline.marks.tags) == 1 else 'tags'} {tags}" if tags else ""
    if headline.marks.note:
        yield f"{LINEAR.note} {drawable(headline.marks.note)}"
    if headline.marks.highlights:
        yield counted(headline.marks.highlights, "highlight")
    if unseen:
        yield counted(unseen, "new passage")
    if place is Place.ALONE and headline.copies:
        yield counted(headline.copies, "copy", "copies")
    if versions:
        yield counted(versions, "other version")
        yield counted(headline.outlets, "outlet") if headline.outlets > 1 else ""
        yield "unfolded" if place is Place.UNFOLDED else "folded"
