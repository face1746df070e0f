"""Addresses on the screen as hyperlinks of the terminal, which can then open them by the mouse.

The sequence is OSC 8, of which a terminal that does not know it shows nothing:
https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
"""

from collections.abc import Iterable
from urllib.parse import quote

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.model.article import Span
from reader.ui.widgets.links_told import addresses
from reader.ui.widgets.paragraph import Paragraph

LONGEST = 500
"""Characters of an address that is made a hyperlink: longer ones cost a slow line more than they are worth."""
MOST_LOOKED_THROUGH = 100_000
"""Characters of a paragraph in which addresses are looked for whenever it is drawn; a longer one is data."""
_AS_IT_IS = "%/:?#[]@!$&'()*+,;=~"
"""Signs that mean something in an address (RFC 3986); all others, and what is not ASCII, are encoded."""

Link = tuple[int, int, str]
"""Where some text begins and ends, and the address that it is a link to."""


def links_in(paragraph: Paragraph) -> list[Link]:
    """The addresses in a paragraph, by their places in its text: of the web alone, and in printable ASCII."""
    if len(paragraph.text) > MOST_LOOKED_THROUGH:
        return []
    found = ((span, quote(address, safe=_AS_IT_IS)) for span, address in addresses(paragraph.own_text))
    return [
        (paragraph.shown(start, begins=True), paragraph.shown(end), address)
        for (start, end), address in found
        if len(address) <= LONGEST
    ]


def linked(strip: Strip, links: Iterable[Link]) -> Strip:
    """A line with some of its characters made links; these are in order and apart, counted from its begin."""
    segments: list[Segment] = []
    rest, at = list(reversed(list(strip))), 0
    for start, end, address in links:
        at = _moved(rest, segments, at, start)
        inside: list[Segment] = []
        at = _moved(rest, inside, at, end)
        link = Style(link=address)
        segments += [Segment(text, style + link if style else link) for text, style, _ in inside]
    return Strip([*segments, *reversed(rest)], strip.cell_length)


def _moved(rest: list[Segment], to: list[Segment], at: int, end: int) -> int:
    """Move characters from the end of `rest`, where the line goes on, until there are `end` of them; how many then."""
    while rest and at < end:
        text, style, control = rest.pop()
        room = end - at
        to.append(Segment(text[:room], style, control))
        if text[room:]:
            rest.append(Segment(text[room:], style, control))
        at += min(room, len(text))
    return at


def on_line(links: Iterable[Link], line: Span, before: int) -> list[Link]:
    """Those parts of the links that lie on a line, behind so many characters that stand there before its words."""
    first, last = line
    return [
        (before + max(start, first) - first, before + min(end, last) - first, address)
        for start, end, address in links
        if start < last and end > first
    ]
