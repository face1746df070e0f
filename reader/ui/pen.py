"""Writes text into the cells of a terminal with as few bytes as will do."""

import unicodedata
from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len, get_character_cell_size
from rich.color import Color, ColorSystem
from rich.segment import Segment
from rich.style import Style

ERASED = 6
"""Blanks that are erased rather than written, from this number on: that takes five bytes."""
NO_LINK = "\x1b]8;;\x1b\\"
"""What ends a hyperlink."""
ANY = "any"
"""The ink of a blank: it is not seen."""
_ATTRIBUTES = (
    ("bold", "1"),
    ("dim", "2"),
    ("italic", "3"),
    ("underline", "4"),
    ("blink", "5"),
    ("blink2", "6"),
    ("reverse", "7"),
    ("conceal", "8"),
    ("strike", "9"),
    ("underline2", "21"),
    ("overline", "53"),
)
"""Rich's names of what can be done to characters, with the numbers of ECMA-48, Select Graphic Rendition."""
_OFF = {"1": "22", "2": "22", "3": "23", "4": "24", "5": "25", "6": "25", "7": "27", "8": "28", "9": "29"}
_OFF |= {"21": "24", "53": "55"}
"""What switches each off again; bold and dim have one switch, and so have the kinds of lines and of blinking."""
_LEVELS = (0, 95, 135, 175, 215, 255)
"""The shares of red, green and blue in xterm's cube of colours; its greys go from 8 in steps of 10."""
_SEEN_ON_BLANKS = frozenset({"4", "7", "9", "21", "53"})
"""What is seen where there is no character: lines, and the colours changed round."""


class Look(NamedTuple):
    """How a cell looks, in the parameters that a terminal takes."""

    attributes: tuple[str, ...] = ()
    """Bold and the like."""
    ink: str = ""
    """The colour of the character; empty for the terminal's own, `ANY` for blanks."""
    paper: str = ""
    """The colour behind it; empty for the terminal's own."""
    link: str = ""
    """What begins the hyperlink that it belongs to."""


class Stroke(NamedTuple):
    """What is written in one go."""

    y: int
    """Its row."""
    x: int
    """The column where it begins."""
    text: str
    """The characters."""
    width: int
    """How many cells they fill."""
    certain: bool
    """Whether every terminal agrees about that."""


Cell = tuple[str, Look]
"""What a cell holds: a character; the whole text where characters are not one cell wide, with nothing in its others."""
PLAIN = Look()
UNKNOWN: Cell = ("\0", PLAIN)
"""A cell of which nothing is known: unlike all others."""
_NOWHERE = (-1, -1)


class Pen:
    """Collects what is written, with no more moves and changes of colour than are needed."""

    def __init__(self, erases: bool, columns: int) -> None:
        """`erases`: whether the terminal can blank cells (ECH), in the colour of the moment; `columns`: its width."""
        self._erases = erases
        self._columns = columns
        self._written: list[str] = []
        self._look = PLAIN
        self._at = _NOWHERE

    def draw(self, look: Look, stroke: Stroke) -> None:
        """Write one stroke."""
        self._move(stroke.y, stroke.x)
        self._take(look)
        inked = stroke.text.rstrip(" ")
        blanks = len(stroke.text) - len(inked)
        if self._erases and stroke.certain and blanks >= ERASED and not look.attributes:
            self._written.append(f"{inked}\x1b[{blanks}X")
            self._at = (stroke.y, stroke.x + len(inked))
        else:
            self._written.append(stroke.text)
            end = stroke.x + stroke.width
            self._at = (stroke.y, end) if stroke.certain and end < self._columns else _NOWHERE

    def clear(self, look: Look) -> None:
        """Blank the whole terminal, in the colours of a look; only for terminals that can blank cells so."""
        self._take(look)
        self._written.append("\x1b[2J")

    def finished(self) -> str:
        """All of it, and the terminal's own colours at the end."""
        self._take(PLAIN)
        return "".join(self._written)

    def _move(self, y: int, x: int) -> None:
        if self._at != (y, x):
            self._written.append(_way(self._at, (y, x)))

    def _take(self, look: Look) -> None:
        if look.ink == ANY:
            look = _for_blanks(self._look, look)
        if look != self._look:
            self._written.append(_change(self._look, look))
            self._look = look


def cells_of(segment: Segment, system: ColorSystem) -> list[Cell]:
    """The cells that a piece of text fills."""
    text, style, control = segment
    if control:
        return []
    look = _look(style, False, system)
    if not _is_even(text):
        width = cell_len(text)
        return [(text, look), *[("", look)] * (width - 1)] if width else []
    if " " not in text:
        return [(character, look) for character in text]
    blank = (" ", _look(style, True, system))
    return [blank if character == " " else (character, look) for character in text]


@lru_cache(8192)
def look_for_both(look: Look, other: Look) -> Look | None:
    """The look in which two texts can be written, of which one may be blanks."""
    if look == other:
        return look
    if ANY not in (look.ink, other.ink) or look.paper != other.paper or look.link != other.link:
        return None
    inked = look if other.ink == ANY else other
    return inked if _SEEN_ON_BLANKS.isdisjoint(inked.attributes) else None


def is_ground(cell: Cell, look: Look) -> bool:
    """Whether a cell is a blank that a text of that look can run over without a seam."""
    text, blank = cell
    if text != " " or blank.paper != look.paper or blank.link != look.link:
        return False
    return _SEEN_ON_BLANKS.intersection(blank.attributes) == _SEEN_ON_BLANKS.intersection(look.attributes)


@lru_cache(8192)
def _way(start: tuple[int, int], end: tuple[int, int]) -> str:
    """The shortest that moves a cursor between two cells: by how far, from the left margin, or to row and column."""
    y, x = end
    there = f"\x1b[{y + 1 if y else ''}{f';{x + 1}' if x else ''}H"
    down, right = y - start[0], x - start[1]
    if start == _NOWHERE or down < 0:
        return there
    fall = _by(down, "B")
    across = _by(right, "C") if right >= 0 else min("\b" * -right, _by(-right, "D"), key=len)
    return min(fall + across, "\r" + min("\n" * down, fall, key=len) + _by(x, "C"), there, key=len)


def _by(steps: int, direction: str) -> str:
    """What moves a cursor by some cells."""
    return f"\x1b[{steps if steps > 1 else ''}{direction}" if steps else ""


@lru_cache(4096)
def _for_blanks(now: Look, blank: Look) -> Look:
    """The look closest to the one now in which blanks look as they should."""
    if _SEEN_ON_BLANKS.isdisjoint(now.attributes):
        return now._replace(paper=blank.paper, link=blank.link)
    return blank._replace(ink=now.ink)


@lru_cache(4096)
def _change(before: Look, look: Look) -> str:
    """What changes how the terminal writes from one look to another, as short as can be."""
    link = "" if look.link == before.link else look.link or NO_LINK
    if look[:3] == before[:3]:
        return link
    off = {_OFF[code]: "" for code in before.attributes if code not in look.attributes}
    changed = (
        *off,
        *(code for code in look.attributes if code not in before.attributes or _OFF[code] in off),
        *((look.ink or "39",) if look.ink != before.ink else ()),
        *((look.paper or "49",) if look.paper != before.paper else ()),
    )
    afresh = ("0", *look.attributes, *filter(None, (look.ink, look.paper))) if look[:3] != PLAIN[:3] else ("",)
    return f"\x1b[{min(';'.join(afresh), ';'.join(changed), key=len)}m{link}"


@lru_cache(4096)
def _look(style: Style | None, blank: bool, system: ColorSystem) -> Look:
    """How text of a style looks; on a blank only what can be seen there."""
    if style is None:
        return Look(ink=ANY) if blank else PLAIN
    attributes = tuple(code for name, code in _ATTRIBUTES if getattr(style, name))
    bare = blank and _SEEN_ON_BLANKS.isdisjoint(attributes)
    return Look(
        () if bare else attributes,
        ANY if bare else _colour(style.color, system, foreground=True),
        _colour(style.bgcolor, system, foreground=False),
        f"\x1b]8;;{style.link}\x1b\\" if style.link else "",
    )


def _colour(colour: Color | None, system: ColorSystem, *, foreground: bool) -> str:
    if colour is None or colour.is_default:
        return ""
    if system is ColorSystem.EIGHT_BIT and colour.triplet:
        return f"{'38' if foreground else '48'};5;{nearest(*colour.triplet)}"
    return ";".join(colour.downgrade(system).get_ansi_codes(foreground))


@lru_cache(4096)
def nearest(red: int, green: int, blue: int) -> int:
    """The number of the closest of xterm's 256 colours; Rich's own choice makes pale paper pink."""
    cube = [min(range(6), key=[abs(level - part) for level in _LEVELS].__getitem__) for part in (red, green, blue)]
    grey = min(range(24), key=lambda step: abs(8 + 10 * step - (red + green + blue) / 3))
    of_cube = sum((_LEVELS[step] - part) ** 2 for step, part in zip(cube, (red, green, blue), strict=True))
    of_greys = sum((8 + 10 * grey - part) ** 2 for part in (red, green, blue))
    return 232 + grey if of_greys < of_cube else 16 + 36 * cube[0] + 6 * cube[1] + cube[2]


@lru_cache(8192)
def is_doubtful(text: str) -> bool:
    """Whether terminals disagree about how many cells a text fills.

    They agree about East Asian characters and about accents; of the vowel signs of India some say one cell and some
    none, and of a new sign what their version of Unicode says.
    """
    return not text.isascii() and not all(map(_is_agreed, text))


def _is_agreed(character: str) -> bool:
    width = get_character_cell_size(character)
    if width == 1:
        return True
    if width:
        return unicodedata.east_asian_width(character) in {"W", "F"}
    return unicodedata.category(character) in {"Mn", "Me"}


@lru_cache(8192)
def _is_even(text: str) -> bool:
    """Whether each character of a text fills one cell."""
    return text.isascii() or all(get_character_cell_size(character) == 1 for character in text)
