"""How the front page looks: the lead with its standfirst, then entries of two lines under the headings of sections."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from rich.cells import cell_len

from reader.front import Entry, FrontPage
from reader.model.article import LIKELY
from reader.told import counted, time_told
from reader.ui.widgets.day_spans import shown_days
from reader.ui.widgets.drawing import Glyphs, Piece, Role, bracketed, cut, drawable, shown_day, unread_sign, with_doubt
from reader.ui.widgets.entry_lines import EntryLines, hanging
from reader.ui.widgets.wrapping import wrapped

INDENT = 3
"""Cells before the text: the cursor's edge, the mark, a blank."""
LEAD_LINES = 3
"""Lines that the title of the lead may take."""
STANDFIRST_LINES = 4
"""Lines that its standfirst may take."""
TOLD = "Stories"
REST = "More"

Target = Entry | None
"""What the cursor stands on: an entry, or None for all articles of the page."""


FrontLines = EntryLines[Target]
"""The page laid out."""


@dataclass(frozen=True, slots=True)
class FrontPainter:
    """Lays out pages of one width."""

    width: int
    """Cells of a line."""
    marks: Glyphs
    """The characters to use."""
    unseen: Mapping[int, int] = field(default_factory=dict)
    """By article, how many passages of its story were not read yet, where some were."""

    def page(self, page: FrontPage) -> FrontLines:
        """All lines of a page."""
        made = FrontLines()
        if page.lead:
            made.enter(page.lead, self._lead(page, page.lead))
        if page.told:
            self._section(made, page, TOLD, page.told)
        for section in page.sections:
            self._section(made, page, section.name or REST, section.entries)
        if page.articles > len(made.entries):
            made.write()
            made.enter(None, [[(f" {self.marks.entry} {cut(self._all(page), self._room)}", Role.DETAIL)]])
        return made

    def unread(self, entry: Entry) -> str:
        """The sign of what is left to read of it."""
        headline = entry.headline
        return unread_sign(self.marks, headline.marks.read, self.unseen.get(headline.number))

    @property
    def _room(self) -> int:
        return max(1, self.width - INDENT - 1)

    def _section(self, made: FrontLines, page: FrontPage, name: str, entries: Sequence[Entry]) -> None:
        made.write()
        heading = cut(drawable(name), self._room, self.marks.ellipsis)
        made.write([(" " * INDENT, Role.HEADING), (heading, Role.HEADING)])
        for entry in entries:
            made.enter(entry, self._entry(page, entry))

    def _all(self, page: FrontPage) -> str:
        count = counted(page.articles, "article")
        if page.day:
            return f"all {count} of {shown_day(page.day)}"
        return f"all {count} of {shown_days(page.first, page.last, self.marks)}" if page.last else f"all {count}"

    # The lead

    def _lead(self, page: FrontPage, entry: Entry) -> Iterator[list[Piece]]:
        if self.marks.words:
            yield from self._told(page, entry, Role.UNREAD_TITLE, drawable(page.standfirst))
            return
        for index, text in enumerate(self._wrapped(self._title(entry), LEAD_LINES)):
            yield [*self._start(entry, first=not index), (text, Role.UNREAD_TITLE)]
        for text in self._wrapped(drawable(page.standfirst), STANDFIRST_LINES if self.width >= 60 else 2):
            yield [(" " * INDENT, Role.TEXT), (text, Role.TEXT)]
        yield self._details(page, entry)

    def _wrapped(self, text: str, most: int) -> list[str]:
        """The text on at most so many lines."""
        lines = wrapped(text, self._room) if text else []
        shown = [text[start:end] for start, end in lines[:most]]
        if len(lines) > most:
            shown[-1] = cut(text[lines[most - 1][0] :], self._room, self.marks.ellipsis)
        return shown

    # Any entry

    def _entry(self, page: FrontPage, entry: Entry) -> Iterator[list[Piece]]:
        role = Role.UNREAD_TITLE if self.unread(entry) == self.marks.unread else Role.TITLE
        if self.marks.words:
            yield from self._told(page, entry, role)
            return
        yield [*self._start(entry), (self._cut_title(entry), role)]
        yield self._details(page, entry)

    def _told(self, page: FrontPage, entry: Entry, role: Role, standfirst: str = "") -> Iterator[list[Piece]]:
        """All of an entry in one text: what it is to the person, its title, and what else is told of it."""
        marks = entry.headline.marks
        unread = self.unread(entry)
        before = f"{unread}: " if unread else ""
        before += f"{self.marks.favourite}: " if marks.favourite else ""
        details = self.marks.dot.join(filter(None, [*self._where(page, entry), self._count(page, entry)[0]]))
        title = before + self._title(entry)
        text = ". ".join(filter(None, [title, standfirst.removesuffix("."), details])) + "."
        yield from hanging(text, Role.DETAIL, self.width - 1, first=" ", spans=[(0, len(title), role)])

    def _start(self, entry: Entry, *, first: bool = True) -> list[Piece]:
        marks = entry.headline.marks
        mark, role = (self.marks.favourite, Role.FAVOURITE) if marks.favourite else (self.unread(entry), Role.UNREAD)
        return [(" ", Role.BAR), (f"{(mark if first else '') or ' '} ", role)]

    def _title(self, entry: Entry) -> str:
        headline = entry.headline
        title = drawable(headline.title).strip() or drawable(headline.id)
        if headline.title and (headline.title_derived or headline.title_confidence < LIKELY):
            return f"{self.marks.opening}{title}{self.marks.closing}"
        return title

    def _cut_title(self, entry: Entry) -> str:
        title = self._title(entry)
        if cell_len(title) > self._room and title.startswith(self.marks.opening):
            return bracketed(title.removeprefix(self.marks.opening), self._room, self.marks)
        return cut(title, self._room, self.marks.ellipsis)

    def _details(self, page: FrontPage, entry: Entry) -> list[Piece]:
        """Who tells it and when, and at the right how many do; where that does not fit, less of it."""
        left, right = self._where(page, entry), self._count(page, entry)
        choices = [(left[:shown], told) for shown in range(len(left), 0, -1) for told in right[:1]]
        choices += [(left[:shown], told) for told in right[1:] for shown in range(min(2, len(left)), 0, -1)]
        for parts, told in [*choices, ([], right[0]), ([], right[-1])]:
            text = self.marks.dot.join(parts)
            gap = self._room - cell_len(text) - cell_len(told)
            if gap >= (2 if text and told else 0):
                return [(" " * INDENT, Role.DETAIL), (text + " " * gap + told, Role.DETAIL)]
        text = cut(self.marks.dot.join(left), self._room, self.marks.ellipsis)
        return [(" " * INDENT, Role.DETAIL), (text, Role.DETAIL)]

    def _where(self, page: FrontPage, entry: Entry) -> list[str]:
        headline = entry.headline
        outlet = headline.outlet or (f"via {headline.agency}" if headline.agency else "")
        outlet = with_doubt(drawable(outlet), headline.outlet_confidence if headline.outlet else 1.0, self.marks)
        doubt = headline.date_confidence if headline.date else 1.0
        day = "" if page.day else with_doubt(shown_day(headline.date or entry.day), doubt, self.marks)
        return [part for part in (cut(outlet, 30, self.marks.ellipsis), day, time_told(headline.minutes)) if part]

    def _count(self, page: FrontPage, entry: Entry) -> list[str]:
        """How many versions and outlets there are and how many came, from long to short."""
        versions = counted(entry.articles, "version") if entry.articles > 1 else ""
        outlets = counted(entry.outlets, "outlet") if entry.outlets > 1 else ""
        unseen = self.unseen.get(entry.headline.number, 0)
        passages = counted(unseen, "new passage") if unseen else ""
        said = [part for part in (versions, outlets, self._came(page, entry), passages) if part]
        shorter = [part for part in (outlets or versions, self._came(page, entry)) if part]
        return [", ".join(said), ", ".join(shorter), f"+{entry.articles - 1}" if entry.articles > 1 else ""]

    def _came(self, page: FrontPage, entry: Entry) -> str:
        """How the story grows."""
        if page.day:
            return f"{entry.grown} that day" if entry.articles > entry.grown else ""
        return f"{entry.grown} new" if page.new and entry.grown else ""


def moment(then: float, now: datetime) -> str:
    """A time as one says it: `18:40` today, `yesterday 18:40`, `Tuesday 18:40`, else `3 Nov 2026 18:40`."""
    told = datetime.fromtimestamp(then)
    clock = f"{told:%H:%M}"
    if told.date() == now.date():
        return clock
    if told.date() == now.date() - timedelta(days=1):
        return f"yesterday {clock}"
    if timedelta() < now.date() - told.date() < timedelta(days=7):
        return f"{told:%A} {clock}"
    return f"{shown_day(told.date().isoformat())} {clock}"
