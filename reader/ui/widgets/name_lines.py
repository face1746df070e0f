"""How names look: a line for each in the list, and beside it all that is told of one, with its course over time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import overload

from rich.cells import cell_len

from reader.model.headline import Headline
from reader.model.name import NameAccount, NameCount, NameKind, Variant
from reader.told import counted
from reader.ui.widgets.drawing import Glyphs, Piece, Role, cut, drawable, shown_day
from reader.ui.widgets.related_entries import NO_ENTRY, EntryLine

KIND_NAMES = {
    NameKind.PERSON: ("person", "people"),
    NameKind.PLACE: ("place", "places"),
    NameKind.ORGANISATION: ("organisation", "organisations"),
    NameKind.OTHER: ("other name", "other"),
}
"""One of a kind, and several."""
BARS = "▁▂▃▄▅▆▇█"
ASCII_BARS = ".:-=+*#@"
UNITS = ("day", "week", "month", "year")
WIDEST = 60
"""Cells of the line over time."""


@dataclass(frozen=True, slots=True)
class Account:
    """A name with all that is shown of it."""

    told: NameAccount
    """What the folder tells."""
    headlines: tuple[Headline, ...]
    """The newest articles that name it."""


Entry = Variant | NameCount | Headline | NameAccount
"""What the cursor can stand on: a variant, a companion, an article; the account stands for all its articles."""


@dataclass(slots=True)
class Page:
    """Lines with the entries that stand on them."""

    lines: list[EntryLine] = field(default_factory=list)
    """All lines."""
    entries: list[Entry] = field(default_factory=list)
    """All entries."""
    rows: list[int] = field(default_factory=list)
    """On which line each entry stands."""

    def write(self, *pieces: Piece) -> None:
        """Add a line that belongs to no entry."""
        self.lines.append((NO_ENTRY, list(pieces)))

    def enter(self, entry: Entry, *pieces: Piece) -> None:
        """Add a line on which the cursor can stand."""
        self.rows.append(len(self.lines))
        self.lines.append((len(self.entries), list(pieces)))
        self.entries.append(entry)


class NameLines(Sequence[EntryLine]):
    """A line for each name, made when it is drawn: there may be a hundred thousand."""

    def __init__(self, names: Sequence[NameCount], width: int, marks: Glyphs, *, kinds: bool) -> None:
        """`kinds` tells of each name what it is the name of."""
        self._names = names
        self._width = width
        self._marks = marks
        self._kinds = kinds
        self._articles = max((len(f"{name.articles:,}") for name in names), default=1)

    def __len__(self) -> int:
        return len(self._names)

    @overload
    def __getitem__(self, index: int) -> EntryLine: ...
    @overload
    def __getitem__(self, index: slice) -> list[EntryLine]: ...
    def __getitem__(self, index: int | slice) -> EntryLine | list[EntryLine]:
        if isinstance(index, slice):
            return [self[row] for row in range(*index.indices(len(self)))]
        name = self._names[index]
        if self._marks.words:
            told = f" {drawable(name.text)}{self._marks.dot}{counted(name.articles, 'article')}"
            told += f"{self._marks.dot}{KIND_NAMES[name.kind][0]}" if self._kinds else ""
            return index, [(cut(told, self._width, self._marks.ellipsis), Role.TITLE)]
        room = max(1, self._width - 1 - self._articles - 1)
        kind = KIND_NAMES[name.kind][0] if self._kinds and room > 36 else ""
        text = cut(drawable(name.text), room - 2 - (cell_len(kind) + 2 if kind else 0), self._marks.ellipsis)
        blanks = " " * max(0, room - 1 - cell_len(text) - cell_len(kind))
        return index, [
            (" ", Role.TITLE),
            (f"{text}", Role.TITLE),
            (blanks, Role.TITLE),
            (kind, Role.FAINT),
            (f" {name.articles:>{self._articles},}", Role.DETAIL),
        ]


def account_page(account: Account, width: int, marks: Glyphs, *, ascii_marks: bool) -> Page:
    """All that is told of one name, for so many cells."""
    page = Page()
    told, room = account.told, max(1, width - 2)
    name = told.name
    page.write(("", Role.TITLE))
    page.write((f" {cut(drawable(name.text), room, marks.ellipsis)}", Role.UNREAD_TITLE))
    kind = KIND_NAMES[name.kind][0]
    parts = (kind, counted(name.articles, "article"), counted(name.mentions, "mention"))
    page.write((f" {cut(marks.dot.join(parts), room, marks.ellipsis)}", Role.DETAIL))
    for line in _over_time(told, room, marks, ascii_marks=ascii_marks):
        page.write(*line)
    _listed(page, "Written", [(variant, variant.text, variant.count) for variant in told.variants], room, marks)
    if told.roles:
        page.write()
        page.write((" Called", Role.HEADING))
        for role in told.roles[:6]:
            page.write(*_counted(role.text, role.count, room, marks))
    _listed(page, "Named beside", [(other, other.text, other.articles) for other in told.companions], room, marks)
    page.write()
    page.write((" Articles", Role.HEADING))
    for headline in account.headlines:
        page.enter(headline, *_article(headline, room, marks))
    every = "both articles" if name.articles == 2 else f"all {counted(name.articles, 'article')}"
    page.enter(told, (f"  {marks.entry} {every}", Role.DETAIL))
    return page


def _listed(
    page: Page, heading: str, entries: Sequence[tuple[Variant | NameCount, str, int]], room: int, marks: Glyphs
) -> None:
    if not entries:
        return
    page.write()
    page.write((f" {heading}", Role.HEADING))
    for entry, text, count in entries:
        page.enter(entry, *_counted(text, count, room, marks))


def _counted(text: str, count: int, room: int, marks: Glyphs) -> list[Piece]:
    number = f" {count:,}"
    shown = cut(drawable(text), max(1, room - 2 - len(number)), marks.ellipsis)
    return [("  ", Role.TITLE), (shown, Role.TITLE), (number, Role.DETAIL)]


def _article(headline: Headline, room: int, marks: Glyphs) -> list[Piece]:
    title = drawable(headline.title).strip() or drawable(headline.id)
    day = shown_day(headline.date) if headline.date and room > 40 else ""
    column = 12 if day else 0
    role = Role.TITLE if headline.marks.read else Role.UNREAD_TITLE
    return [
        ("  ", Role.TITLE),
        (f"{day:<{column}}", Role.DETAIL),
        (cut(title, max(1, room - 2 - column), marks.ellipsis), role),
    ]


# Over time


def _over_time(told: NameAccount, room: int, marks: Glyphs, *, ascii_marks: bool) -> Iterator[list[Piece]]:
    if not told.days:
        return
    if told.first == told.last:
        yield [(f" {shown_day(told.first)}", Role.DETAIL)]
        return
    unit, counts = course(told.days, min(room, WIDEST))
    yield []
    if not marks.words:
        yield [(f" {bars(counts, ascii_marks=ascii_marks)}", Role.BAR)]
    period = f"{shown_day(told.first)} {marks.dash} {shown_day(told.last)}"
    period += f", by {unit}" if not marks.words else ""
    yield [(f" {cut(period, room, marks.ellipsis)}", Role.DETAIL)]


def course(days: Sequence[tuple[str, int]], room: int) -> tuple[str, list[int]]:
    """Articles in each day, week, month or year from the first to the last, the shortest unit that `room` holds.

    Years that do not fit are left out, the first ones.
    """
    dated = [(date.fromisoformat(day), count) for day, count in days]
    first, last = dated[0][0], dated[-1][0]
    unit = next((unit for unit in UNITS if _steps(unit, first, last) < room), UNITS[-1])
    counts = [0] * (_steps(unit, first, last) + 1)
    for day, count in dated:
        counts[_steps(unit, first, day)] += count
    return unit, counts[-room:]


def _steps(unit: str, first: date, day: date) -> int:
    """How many units a day is after the first one."""
    match unit:
        case "day":
            return (day - first).days
        case "week":
            return (day - first + timedelta(days=first.weekday())).days // 7
        case "month":
            return (day.year - first.year) * 12 + day.month - first.month
        case _:
            return day.year - first.year


def bars(counts: Sequence[int], *, ascii_marks: bool = False) -> str:
    """A character for each count, as high as its share of the highest; a blank for none."""
    levels = ASCII_BARS if ascii_marks else BARS
    most = max(counts, default=0)
    return "".join(levels[(count * len(levels) - 1) // most] if count else " " for count in counts)
