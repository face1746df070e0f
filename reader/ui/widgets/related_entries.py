"""How related articles look in their pane: headings, and for each entry its title, origin, kind and reasons."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from reader.model.headline import Link, LinkKind
from reader.ui.widgets.drawing import Glyphs, Piece, Role, centred, cut, drawable, shown_day, with_doubt
from reader.ui.widgets.wrapping import wrapped

BACKGROUND_SHOWN = 5
"""Links of kind background that are shown."""
MOST_REASON_LINES = 5
"""Lines that kind and reasons of one entry may take."""
INDENT = 3
"""Cells before the text of an entry: the cursor's edge, the entry's mark, a blank."""
NO_ENTRY = -1
"""The entry of a line that belongs to none."""
EntryLine = tuple[int, list[Piece]]
"""Index of the entry that a line belongs to, and the line."""


def in_order(links: Sequence[Link]) -> tuple[Link, ...]:
    """The links that are shown, in the order of the pane: the story, then some background."""
    story = [link for link in links if link.kind is not LinkKind.BACKGROUND]
    background = [link for link in links if link.kind is LinkKind.BACKGROUND]
    return (*story, *background[:BACKGROUND_SHOWN])


def entry_lines(links: Sequence[Link], width: int, marks: Glyphs) -> list[EntryLine]:
    """All lines for links that stand in the order of the pane, with a blank one above each."""
    return list(_written(links, width, marks))


def _written(links: Sequence[Link], width: int, marks: Glyphs) -> Iterator[EntryLine]:
    heading = ""
    for entry, link in enumerate(links):
        wanted = "Background" if link.kind is LinkKind.BACKGROUND else "In this story"
        yield NO_ENTRY, []
        if wanted != heading:
            heading = wanted
            yield NO_ENTRY, [(" " + cut(heading, max(1, width - 2)), Role.HEADING)]
        for line in _entry(link, width - INDENT - 1, marks):
            yield entry, line


def _entry(link: Link, room: int, marks: Glyphs) -> Iterator[list[Piece]]:
    headline = link.headline
    title = drawable(headline.title).strip() or drawable(headline.id)
    if headline.title:
        title = with_doubt(title, 0.0 if headline.title_derived else headline.title_confidence, marks)
    role = Role.TITLE if headline.marks.read else Role.UNREAD_TITLE
    if marks.words and not headline.marks.read:
        title = f"{marks.unread}: {title}"
    sign = (marks.favourite, Role.FAVOURITE) if headline.marks.favourite else (marks.entry, Role.FAINT)
    for index, text in enumerate(_short(title, room, marks)):
        yield (
            [("   ", Role.FAINT), (text, role)] if index else [(" ", Role.FAINT), sign, (" ", Role.FAINT), (text, role)]
        )
    day = with_doubt(shown_day(headline.date), headline.date_confidence, marks)
    after_outlet = marks.dot + day if day and headline.outlet else day
    outlet = cut(
        with_doubt(drawable(headline.outlet), headline.outlet_confidence, marks),
        max(0, room - cell_len(after_outlet)),
        marks.ellipsis,
    )
    if outlet or day:
        yield [("   ", Role.DETAIL), (cut(outlet + after_outlet, room, marks.ellipsis), Role.DETAIL)]
    for text in _reasons(link, room, marks):
        yield [("   ", Role.FAINT), (text, Role.FAINT)]


def _reasons(link: Link, room: int, marks: Glyphs) -> list[str]:
    """The kind, where the heading does not say it, and the reasons; a line ends between two of them where it can."""
    kind = () if link.kind is LinkKind.BACKGROUND else (link.kind.value,)
    lines: list[str] = []
    between: list[str] = []
    for part in (*kind, *map(drawable, link.reasons)):
        if lines and cell_len(lines[-1] + marks.dot + part) <= room:
            lines[-1] += marks.dot + part
        else:
            pieces = [part[start:end] for start, end in wrapped(part, max(1, room))]
            lines += pieces
            between += [marks.dot, *[" "] * (len(pieces) - 1)]
    shown = lines[:MOST_REASON_LINES]
    if len(lines) > len(shown):
        shown[-1] = cut(f"{shown[-1]}{between[len(shown)]}{lines[len(shown)]}", room, marks.ellipsis)
    return shown


def _short(text: str, room: int, marks: Glyphs) -> list[str]:
    """The text on at most two lines."""
    lines = wrapped(text, max(1, room))
    if len(lines) <= 2 or marks.words:
        return [text[start:end] for start, end in lines]
    (start, end), (rest, _) = lines[:2]
    return [text[start:end], cut(text[rest:], room, marks.ellipsis)]


def notice_lines(text: str, width: int) -> list[EntryLine]:
    """A notice in place of entries."""
    return [(NO_ENTRY, []), *((NO_ENTRY, [(line, Role.DETAIL)]) for line in centred(text, width))]
