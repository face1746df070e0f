"""How related articles look in their pane: headings, and for each entry its title, origin, kind and reasons."""

from collections.abc import Iterator, Sequence

from rich.cells import cell_len

from reader.model.headline import Headline, Link, LinkKind
from reader.ui.widgets.drawing import Glyphs, Piece, Role, centred, cut, drawable, shown_day, with_doubt
from reader.ui.widgets.wrapping import wrapped

BACKGROUND_SHOWN = 5
"""Links of kind background that are shown."""
MOST_REASON_LINES = 7
"""Lines that kind and reasons of one entry may take where not all entries are in sight at once."""
MOST_TITLE_LINES = 2
"""Likewise for its title."""
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


def entry_lines(links: Sequence[Link], width: int, marks: Glyphs, height: int) -> list[EntryLine]:
    """All lines for links that stand in the order of the pane, with a blank one above each.

    Nothing is cut where all of them are in sight in a pane of this `height`.
    """
    room = max(1, width - INDENT - 1)
    full = list(_written(links, width, [_whole_entry(link, room, marks) for link in links]))
    if len(full) <= height:
        return full
    return list(_written(links, width, [_entry(link, room, marks) for link in links]))


def _written(links: Sequence[Link], width: int, entries: Sequence[Sequence[list[Piece]]]) -> Iterator[EntryLine]:
    heading = ""
    for entry, (link, lines) in enumerate(zip(links, entries, strict=True)):
        wanted = "Background" if link.kind is LinkKind.BACKGROUND else "In this story"
        yield NO_ENTRY, []
        if wanted != heading:
            heading = wanted
            yield NO_ENTRY, [(" " + cut(heading, max(1, width - 2)), Role.HEADING)]
        for line in lines:
            yield entry, line


def _whole_entry(link: Link, room: int, marks: Glyphs) -> list[list[Piece]]:
    """The lines of an entry with all that there is to say."""
    outlet, day = _origin(link.headline, marks)
    after_outlet = marks.dot + day if day and outlet else day
    origin = [outlet + after_outlet] if cell_len(outlet + after_outlet) <= room else [*_lines(outlet, room), day]
    reasons = [text for text, _ in _reason_lines(link, room, marks)]
    return _pieces(link.headline, _lines(_title(link.headline, marks), room), origin, reasons, marks)


def _entry(link: Link, room: int, marks: Glyphs) -> list[list[Piece]]:
    """The lines of an entry as far as they leave room for others."""
    outlet, day = _origin(link.headline, marks)
    after_outlet = marks.dot + day if day and outlet else day
    outlet = cut(outlet, max(0, room - cell_len(after_outlet)), marks.ellipsis)
    origin = [cut(outlet + after_outlet, room, marks.ellipsis)]
    title = _short(_title(link.headline, marks), room, marks)
    return _pieces(link.headline, title, origin, _reasons(link, room, marks), marks)


def _pieces(
    headline: Headline, title: Sequence[str], origin: Sequence[str], reasons: Sequence[str], marks: Glyphs
) -> list[list[Piece]]:
    role = Role.TITLE if headline.marks.read else Role.UNREAD_TITLE
    sign = (marks.favourite, Role.FAVOURITE) if headline.marks.favourite else (marks.entry, Role.FAINT)
    first: list[Piece] = [(" ", Role.FAINT), sign, (" ", Role.FAINT), (title[0], role)]
    lines = [*((text, role) for text in title[1:]), *((text, Role.DETAIL) for text in origin if text)]
    lines += [(text, Role.FAINT) for text in reasons]
    return [first, *([("   ", each), (text, each)] for text, each in lines)]


def _title(headline: Headline, marks: Glyphs) -> str:
    title = drawable(headline.title).strip() or drawable(headline.id)
    if headline.title:
        title = with_doubt(title, 0.0 if headline.title_derived else headline.title_confidence, marks)
    return f"{marks.unread}: {title}" if marks.words and not headline.marks.read else title


def _origin(headline: Headline, marks: Glyphs) -> tuple[str, str]:
    """Outlet and day."""
    outlet = with_doubt(drawable(headline.outlet), headline.outlet_confidence, marks)
    return outlet, with_doubt(shown_day(headline.date), headline.date_confidence, marks)


def _reasons(link: Link, room: int, marks: Glyphs) -> list[str]:
    """The kind and the reasons, on so many lines as an entry may take."""
    lines = _reason_lines(link, room, marks)
    shown = [text for text, _ in lines[:MOST_REASON_LINES]]
    if len(lines) > len(shown):
        text, between = lines[len(shown)]
        shown[-1] = cut(f"{shown[-1]}{between}{text}", room, marks.ellipsis)
    return shown


def _reason_lines(link: Link, room: int, marks: Glyphs) -> list[tuple[str, str]]:
    """The kind, where the heading does not say it, and the reasons; a line ends between two of them where it can.

    Beside each line stands what would join it to the one above.
    """
    kind = () if link.kind is LinkKind.BACKGROUND else (link.kind.value,)
    lines: list[tuple[str, str]] = []
    for part in (*kind, *map(drawable, link.reasons)):
        if lines and cell_len(lines[-1][0] + marks.dot + part) <= room:
            lines[-1] = (lines[-1][0] + marks.dot + part, lines[-1][1])
        else:
            first, *others = _lines(part, room)
            lines += [(first, marks.dot), *((text, " ") for text in others)]
    return lines


def _lines(text: str, room: int) -> list[str]:
    return [text[start:end] for start, end in wrapped(text, room)]


def _short(text: str, room: int, marks: Glyphs) -> list[str]:
    """The title on as many lines as an entry may take."""
    lines = wrapped(text, room)
    if len(lines) <= MOST_TITLE_LINES or marks.words:
        return [text[start:end] for start, end in lines]
    (start, end), (rest, _) = lines[:MOST_TITLE_LINES]
    return [text[start:end], cut(text[rest:], room, marks.ellipsis)]


def notice_lines(text: str, width: int) -> list[EntryLine]:
    """A notice in place of entries."""
    return [(NO_ENTRY, []), *((NO_ENTRY, [(line, Role.DETAIL)]) for line in centred(text, width))]
