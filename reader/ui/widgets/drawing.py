"""Turning text into exact terminal cells: cleaning, cutting, dates, marks, and strips of styled pieces."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from reader.model.article import LIKELY, SURE, Span
from reader.told import day_told
from reader.ui.widgets.wrapping import prefix_length, widest, wrapped

NO_BREAK = "\xa0"
"""A blank at which no line ends."""

WIDEST_NOTICE = 60
"""Cells of a line of a notice in an empty pane."""

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SPACING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
_BROKEN = re.compile("[\ud800-\udfff]")
_INVISIBLE = re.compile(
    "[\xad\u061c\u180b-\u180e\u200b\u200d-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U0001f3fb-\U0001f3ff\U000e0000-\U000e0fff]"
)


class Role(StrEnum):
    """What a piece of text is; the component class `<prefix>--<role>` says how it looks."""

    TEXT = "text"
    TITLE = "title"
    UNREAD_TITLE = "unread-title"
    HEADING = "heading"
    STANDFIRST = "standfirst"
    QUOTATION = "quotation"
    CAPTION = "caption"
    DETAIL = "detail"
    FAINT = "faint"
    TAG = "tag"
    UNREAD = "unread"
    FAVOURITE = "favourite"
    MATCH = "match"
    CURRENT_MATCH = "current-match"
    KNOWN = "known"
    NEW_WORDS = "new-words"
    NEW = "new"
    BAR = "bar"
    HIGHLIGHT = "highlight"
    SELECTED = "selected"


Piece = tuple[str, Role]
"""Some text, already clean, and what it is."""
RoleSpan = tuple[int, int, Role]
"""Start and end in a text, and what lies between them."""
Styles = Mapping[Role, Style]
"""How each role looks in one pane, at this moment."""


@dataclass(frozen=True, slots=True)
class Glyphs:
    """The characters that mean something by themselves."""

    unread: str = "●"
    """Not yet read."""
    favourite: str = "★"
    """A favourite."""
    opening: str = "‹"
    """Before a derived title, or a doubtful value."""
    closing: str = "›"
    """After it."""
    about: str = "≈"
    """Before an inferred value."""
    ellipsis: str = "…"
    """Where text was cut."""
    dot: str = " · "
    """Between two values."""
    cursor: str = "▌"
    """At the left edge of what the cursor is on."""
    entry: str = "▸"
    """Before an entry."""
    bar: str = "│"
    """Beside a quotation."""
    picture: str = "▣"
    """Before a caption."""
    dash: str = "—"
    """Before a signature."""
    bullet: str = "•"
    """Before an item of a list."""
    inner_bullet: str = "◦"
    """Before an item of a list inside of a list."""
    wall: str = " │ "
    """Between two cells of a table."""
    new: str = "▌"
    """Beside what stands in no version that was read."""
    partly: str = "▏"
    """Beside what was read in other words."""
    known: str = "·"
    """Beside what was read before."""
    folded: str = "▸"
    """At a story whose versions are out of sight."""
    unfolded: str = "▾"
    """At a story whose versions stand below."""
    passages: str = " new"
    """After a number of passages that were not read."""
    chosen: str = "✓"
    """At the left edge of what is chosen."""
    note: str = "✎"
    """Before what the user wrote, and at an article that has a note."""
    highlight: str = "»"
    """Beside a passage that the user highlighted, and at an article that has one."""
    begun: str = "○"
    """Read itself, at a story of which some passages were not."""
    words: bool = False
    """Whether these are words to be heard or felt, so that nothing is told by where it stands."""


UNICODE = Glyphs()
"""The marks as they should be."""
ASCII = Glyphs(
    *("*", "+", "<", ">", "~", "...", " - ", "|", "-", "|", "[ ]", "--"),
    bullet="*",
    inner_bullet="-",
    wall=" | ",
    new="|",
    partly=":",
    known=".",
    folded=">",
    unfolded="v",
    chosen="x",
    begun="o",
    note="[n]",
    highlight=">>",
)
"""The marks for terminals and fonts that have no others."""


LINEAR = replace(
    ASCII,
    unread="unread",
    favourite="favourite",
    opening="perhaps ",
    closing="",
    about="probably ",
    dot="; ",
    cursor=" ",
    entry="",
    bar="Quotation:",
    picture="Picture:",
    wall="; ",
    new="New",
    partly="Reworded",
    known="Known",
    chosen="chosen",
    begun="begun",
    note="note:",
    highlight="Highlighted",
    words=True,
)
"""Words in place of marks, for screen readers and Braille."""


def unread_sign(signs: Glyphs, read: bool, unseen: int | None = None) -> str:
    """The sign of what is left to read, empty where nothing is.

    It is that of an article, or of a story whose leading version this is: then `unseen` is how many of its passages
    were not read, None where none was.
    """
    if unseen is None:
        return "" if read else signs.unread
    if not unseen:
        return ""
    return signs.begun if read else signs.unread


def glyphs(ascii_marks: bool, linear: bool = False) -> Glyphs:
    """The set of marks to use."""
    return LINEAR if linear else ASCII if ascii_marks else UNICODE


def drawable(text: str) -> str:
    """The text without anything that a terminal would obey or that has no certain width.

    Controls become blanks, half surrogates U+FFFD; joiners, variation selectors, direction marks, fillers and the tones
    of skin, which are a colour in one terminal and two cells more in the next, are left out.
    """
    if text.isascii() and text.isprintable():
        return text
    return _INVISIBLE.sub("", _BROKEN.sub("\ufffd", _SPACING.sub(" ", text)))


def cut(text: str, width: int, ellipsis: str = UNICODE.ellipsis) -> str:
    """The text, cut with an ellipsis where it is wider than `width` cells; never wider than that, and not padded."""
    if widest(text) <= width:
        return text
    room = width - cell_len(ellipsis)
    if room < 0:
        return ellipsis[: max(0, width)]
    return text[: prefix_length(text, room)].rstrip() + ellipsis


def bracketed(text: str, width: int, marks: Glyphs) -> str:
    """The text between the marks of a derived title, cut to `width` cells with both marks kept."""
    inside = width - cell_len(marks.opening) - cell_len(marks.closing)
    return marks.opening + cut(text, inside, marks.ellipsis) + marks.closing if inside > 0 else cut(text, width)


def shown_day(day: str, weekday: bool = False) -> str:
    """A `YYYY-MM-DD` day as `8 Apr 2021`, with the weekday as `Thu 8 Apr 2021`; anything else as it stands."""
    try:
        value = date.fromisoformat(day)
    except ValueError:
        return drawable(day)
    shown = day_told(value, short=True)
    return f"{_DAYS[value.weekday()]} {shown}" if weekday else shown


def with_doubt(text: str, confidence: float, marks: Glyphs) -> str:
    """A value with the mark of how sure it is: none when sure, `≈` when likely, in `‹ ›` when doubtful."""
    if not text or confidence >= SURE:
        return text
    return marks.about + text if confidence >= LIKELY else marks.opening + text + marks.closing


def styles_of(widget: Widget, prefix: str, roles: Iterable[Role]) -> dict[Role, Style]:
    """How the roles look in a widget now, from its component classes `<prefix>--<role>`."""
    return {role: widget.get_component_rich_style(f"{prefix}--{role}") for role in roles}


def cursor_styles_of(widget: Widget, prefix: str, roles: Iterable[Role]) -> tuple[Styles, Styles, Styles]:
    """How the roles look on a plain row, under the cursor without focus, and under the cursor.

    The component classes `<prefix>--weak-cursor` and `<prefix>--cursor` are laid over the others; hits stay underlined,
    the bar keeps its colour, and what is faint becomes as strong as details, to be read on any background.
    """
    plain = styles_of(widget, prefix, roles)
    weak, strong = (
        _overlaid(plain, widget.get_component_rich_style(f"{prefix}--{name}", partial=True))
        for name in ("weak-cursor", "cursor")
    )
    strong[Role.TITLE] += Style(bold=True)
    return plain, weak, strong


def _overlaid(plain: Styles, cursor: Style) -> dict[Role, Style]:
    styles = {role: below + cursor for role, below in plain.items()}
    styles[Role.BAR] = Style(color=plain[Role.BAR].color, bgcolor=styles[Role.TITLE].bgcolor)
    styles[Role.FAINT] = styles[Role.DETAIL]
    if Role.MATCH in styles:
        styles[Role.MATCH] = styles[Role.TITLE] + Style(underline=True, bold=True)
    return styles


def centred(text: str, width: int) -> list[str]:
    """A notice of one or more lines, cleaned, wrapped, and each line indented to the middle of `width` cells."""
    room = max(1, min(WIDEST_NOTICE, width - 4))
    lines = [line[start:end] for line in map(drawable, text.split("\n")) for start, end in wrapped(line, room)]
    return [" " * max(0, (width - cell_len(line)) // 2) + line for line in lines]


def lit(text: str, role: Role, spans: Iterable[RoleSpan]) -> list[Piece]:
    """The text in pieces: the spans, in order and apart, in their roles, the rest in `role`."""
    pieces: list[Piece] = []
    position = 0
    for start, end, inside in spans:
        pieces += [(text[position:start], role), (text[start:end], inside)]
        position = end
    pieces.append((text[position:], role))
    return [piece for piece in pieces if piece[0]]


def spans_of(text: str, pattern: re.Pattern[str] | None) -> list[Span]:
    """Where the pattern matches something in the text."""
    if pattern is None:
        return []
    return [match.span() for match in pattern.finditer(text) if match.end() > match.start()]


def strip_of(pieces: Iterable[Piece], width: int, styles: Styles, background: Style) -> Strip:
    """One line of exactly `width` cells, cut or padded."""
    segments: list[Segment] = []
    used = 0
    for text, role in pieces:
        size = cell_len(text)
        if used + size > width:
            text = text[: prefix_length(text, width - used)]
            size = cell_len(text)
        segments.append(Segment(text, styles[role]))
        used += size
    if used < width:
        segments.append(Segment(" " * (width - used), background))
    return Strip(segments, width)
