"""How one headline looks in the list: a line for the title, one for where and when, and a snippet while searching."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from rich.cells import cell_len

from reader.model.article import LIKELY, SURE
from reader.model.headline import Headline
from reader.told import counted, time_told
from reader.ui.widgets.day_spans import shown_days
from reader.ui.widgets.drawing import (
    Glyphs,
    Piece,
    Role,
    bracketed,
    cut,
    drawable,
    lit,
    shown_day,
    spans_of,
    unread_sign,
    with_doubt,
)
from reader.ui.widgets.folding import Place

STEP = 2
"""Cells by which the versions of a story stand further in than its head."""
INDENT = 3
"""Cells before the text: the cursor's edge, the mark, a blank."""
LEAST_OUTLET = 8
"""Cells of an outlet's name that stay where tags need room."""
GONE = "no longer in the folder"
"""Shown for an article that vanished while its row is on screen."""


@dataclass(frozen=True, slots=True)
class RowPainter:
    """Draws rows of one width."""

    width: int
    """Cells of a row, with a margin of one on the right."""
    marks: Glyphs
    """The characters to use."""
    hits: re.Pattern[str] | None = None
    """Words to light, none outside a search."""
    folds: bool = False
    """Whether other rows bear the sign of a story that unfolds, whose place stays empty at those that have none."""

    def row(
        self,
        headline: Headline,
        under_cursor: bool,
        snippet: str | None,
        place: Place = Place.ALONE,
        versions: int = 0,
        unseen: int | None = None,
    ) -> list[list[Piece]]:
        """The lines of a row: two, or three where a snippet is given, even an empty one.

        `versions` is how many other articles a row stands for that is the head of a story; `unseen` how many passages
        of them all were not read yet, None where none was: such a story is read when nothing of it is unseen.
        """
        if place is Place.INNER:
            inner = replace(self, width=self.width - STEP).row(replace(headline, copies=0), under_cursor, snippet)
            return [[line[0], (" " * STEP, Role.DETAIL), *line[1:]] for line in inner]
        edge = self.marks.cursor if under_cursor else " "
        if place is not Place.ALONE and headline.story_day > headline.date:  # the list is in the order of these days
            headline = replace(headline, date=headline.story_day, date_confidence=1.0)
        several = place is not Place.ALONE and headline.story_begin < headline.story_day
        days = shown_days(headline.story_begin, headline.story_day, self.marks) if several else ""
        unread = unread_sign(self.marks, headline.marks.read, unseen)
        details = self._details(headline, edge, unread, days, self._stands_for(headline, place, versions, unseen or 0))
        lines = [self._title(headline, edge, unread), details]
        if snippet is not None:
            lines.append(
                [(edge, Role.BAR), ("  ", Role.BAR), *self._lit(cut(drawable(snippet), self._room), Role.DETAIL)]
            )
        return lines

    def chosen(self, line: list[Piece]) -> list[Piece]:
        """The first line of a row that is chosen: with the sign of that at its left edge."""
        (edge, role), *rest = line
        return [(self.marks.chosen + edge[1:], role), *rest]

    def _stands_for(self, headline: Headline, place: Place, versions: int, unseen: int) -> tuple[str, str, str]:
        """What a row says of the articles that it stands for, at length, shorter and in short."""
        if place is Place.ALONE:
            blanks = " " * (cell_len(self.marks.folded) + 1) if self.folds and headline.copies else ""
            count = _more(headline.copies, "copy", "copies") + blanks
            return count, count, f"+{headline.copies}{blanks}" if headline.copies else ""
        mark = self.marks.unfolded if place is Place.UNFOLDED else self.marks.folded
        count = _more(versions, "copy", "copies") if versions == headline.copies else _more(versions, "version")
        if unseen:
            new = counted(unseen, "new passage")
            return f"{count}, {new} {mark}", f"{new} {mark}", f"+{unseen}{self.marks.passages} {mark}"
        outlets = f", {headline.outlets} outlets" if headline.outlets > 1 else ""
        return f"{count}{outlets} {mark}", f"{count} {mark}", f"+{versions} {mark}"

    @property
    def _room(self) -> int:
        return max(1, self.width - INDENT - 1)

    def _lit(self, text: str, role: Role) -> list[Piece]:
        return lit(text, role, ((start, end, Role.MATCH) for start, end in spans_of(text, self.hits)))

    def _title(self, headline: Headline, edge: str, unread: str) -> list[Piece]:
        if not headline.id:
            return [(edge + "  ", Role.BAR), (GONE, Role.FAINT)]
        role = Role.UNREAD_TITLE if unread == self.marks.unread else Role.TITLE
        title = drawable(headline.title).strip() or drawable(headline.id)
        if headline.title_derived or (headline.title and headline.title_confidence < LIKELY):
            shown = bracketed(title, self._room, self.marks)
        else:
            about = self.marks.about if headline.title and headline.title_confidence < SURE else ""
            shown = cut(f"{about}{title}", self._room, self.marks.ellipsis)
        favourite = headline.marks.favourite
        mark = (f"{self.marks.favourite} ", Role.FAVOURITE) if favourite else (f"{unread or ' '} ", Role.UNREAD)
        return [(edge, Role.BAR), mark, *self._lit(shown, role)]

    def _details(
        self, headline: Headline, edge: str, unread: str, days: str, others: tuple[str, str, str]
    ) -> list[Piece]:
        """The second line, with all `days` of a story if there is room for them.

        A favourite has its `unread` sign here, below the star.
        """
        below = unread if headline.marks.favourite else ""
        start: list[Piece] = [(edge, Role.BAR), (f"{below or ' '} ", Role.UNREAD)]
        if not headline.id:
            return start
        parts, copies = self._fitting(headline, days, *others)
        pieces: list[Piece] = []
        for text, role in parts:
            pieces += [(self.marks.dot, Role.DETAIL)] * bool(pieces) + [(text, role)]
        gap = self._room - sum(cell_len(text) for text, _ in pieces) - cell_len(copies)
        return [*start, *pieces, (" " * max(0, gap), Role.DETAIL), (copies, Role.DETAIL)]

    def _fitting(self, headline: Headline, days: str, long: str, middle: str, short: str) -> tuple[list[Piece], str]:
        """Outlet, day, length and tags, and the copies, as many as fit; the least important give way first."""
        outlet, outlet_role = self._outlet(headline)
        day = with_doubt(shown_day(headline.date), headline.date_confidence, self.marks)
        day_role = Role.FAINT if headline.date_confidence < LIKELY else Role.DETAIL
        parts = [(outlet, outlet_role), (day, day_role), (time_told(headline.minutes), Role.DETAIL)]
        tags = self._tag_choices(" ".join(self._written(headline)), headline.marks.tags)
        choices = [([*parts, tags[0]], long), ([*parts[:2], tags[0]], long), ([*parts[:2], tags[0]], middle)]
        if days:  # those of all versions say more than how long one of them is
            spread = (days, Role.DETAIL)
            spreads = [[parts[0], spread, parts[2], tags[0]], [parts[0], spread, tags[0]]]
            choices = [*((kept, told) for told in (long, middle) for kept in spreads), *choices]
        choices += (([*parts[:2], shown], short) for shown in tags[:-1])
        # What the person wrote says more than the end of an outlet's name.
        choices += (
            ([(cut(outlet, LEAST_OUTLET, self.marks.ellipsis), outlet_role), parts[1], shown], short)
            for shown in tags[:-1]
        )
        choices += [
            (parts[:2], short),
            ([(cut(outlet, LEAST_OUTLET, self.marks.ellipsis), outlet_role), parts[1]], short),
        ]
        for kept, copies in choices:
            shown = [part for part in kept if part[0]]
            if self._needed(shown, copies) <= self._room:
                return shown, copies
        return self._narrowest(outlet, (day, day_role))

    def _written(self, headline: Headline) -> Iterator[str]:
        """The signs of what the user wrote and highlighted."""
        if headline.marks.note:
            yield self.marks.note
        if headline.marks.highlights:
            yield self.marks.highlight

    def _outlet(self, headline: Headline) -> Piece:
        """Who published it or else the agency, with the mark of how sure that is."""
        text, sure = headline.outlet, headline.outlet_confidence
        if not text and headline.agency:
            text, sure = f"via {headline.agency}", headline.agency_confidence
        return with_doubt(drawable(text), sure, self.marks), Role.FAINT if sure < LIKELY and text else Role.DETAIL

    def _tag_choices(self, signs: str, tags: Sequence[str]) -> list[Piece]:
        """The signs with all tags, with all but the last, and so on to none, and nothing."""
        shown = [drawable(tag) for tag in tags]
        some = (f"{', '.join(shown[:count])} {self.marks.ellipsis}" for count in range(len(tags) - 1, 0, -1))
        texts = (" ".join(filter(None, (signs, told))) for told in (", ".join(shown), *some, ""))
        return [(text, Role.TAG) for text in dict.fromkeys((*texts, ""))]

    def _narrowest(self, outlet: str, day: Piece) -> tuple[list[Piece], str]:
        room = self._room - cell_len(day[0]) - cell_len(self.marks.dot)
        if outlet and room >= 4:
            return [(cut(outlet, room, self.marks.ellipsis), Role.DETAIL), day], ""
        return [(cut(outlet or day[0], self._room, self.marks.ellipsis), Role.DETAIL)], ""

    def _needed(self, parts: list[Piece], copies: str) -> int:
        text = sum(cell_len(text) for text, _ in parts) + cell_len(self.marks.dot) * max(0, len(parts) - 1)
        return text + (cell_len(copies) + 2 if copies else 0)


def _more(count: int, one: str, many: str = "") -> str:
    return f"+{counted(count, one, many)}" if count else ""
