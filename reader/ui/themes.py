"""Hand our themes to Textual, and draw without colours."""

from collections.abc import Mapping
from functools import lru_cache

from rich.cells import cell_len
from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.theme import Theme as TextualTheme

from reader.settings.themes import OWN, REVERSE, Theme

VARIABLES = {
    "paper": "background",
    "ink": "text",
    "muted": "muted",
    "faint": "faint",
    "rule": "border",
    "cursor": "cursor",
    "cursor-ink": "cursor_text",
    "unread": "unread",
    "favourite": "favourite",
    "tag": "tag",
    "match": "match",
    "match-ink": "match_text",
    "new": "new",
}
"""The variables of our style sheets, with the role of a theme that each stands for."""
GROUNDS = ("background", "surface")
"""What lies behind everything."""
ON_REVERSED = {"cursor_text": "cursor", "match_text": "match"}
"""What is written on a ground that may be reversed."""
NOTICED = 0.22
"""The share of the warning's colour in the ground of notices."""
HIGHLIGHTED = 0.2
"""The share of the colour of tags in the ground of what the user highlighted."""
BLACK, WHITE, GREY, RULED = "#000000", "#ffffff", "#c0c0c0", "#a0a0a0"
"""Colours of a theme that has none: text and reversed grounds, what is dim, and rules and bars, which are dim too."""
GREYS = frozenset({GREY, RULED})
DIM = {"muted": GREY, "faint": GREY, "border": RULED}
"""The roles of a theme without colours that are neither black nor white."""
BARS, HALF = " ▁▂▃▄▅▆▇█", "▐"
"""What a bar for scrolling is drawn with, and what takes its place."""
LINES = {"heading-style": "bold", "match-style": "bold underline", "bar-style": "underline", "field-style": "underline"}
"""What sets apart, where there are no colours: headings, hits, the lines above and below the panes, fields."""
NO_LINES = {"heading-style": "none", "match-style": "none", "bar-style": "none", "field-style": "none"}
"""The same where colours do it."""


def textual_theme(theme: Theme) -> TextualTheme:
    """The theme as Textual takes it; our roles are variables of it."""
    colours = _in_black_and_white(theme.colours) if theme.monochrome else theme.colours
    ansi = any(colour.startswith("ansi_") for colour in colours.values())
    return TextualTheme(
        name=theme.name,
        primary=colours["accent"],
        secondary=colours["accent"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["surface"],
        error=colours["error"],
        warning=colours["warning"],
        success=colours["success"],
        dark=theme.dark,
        ansi=ansi,
        variables={
            **{variable: colours[role] for variable, role in VARIABLES.items()},
            "block-cursor-background": colours["cursor"],
            "block-cursor-foreground": colours["cursor_text"],
            "block-cursor-text-style": "bold",
            "input-selection-background": WHITE if theme.monochrome else colours["match"],
            "input-selection-foreground": BLACK if theme.monochrome else colours["match_text"],
            "border": colours["border"],
            **_grounds(colours, ansi=ansi, monochrome=theme.monochrome),
            **(LINES if theme.monochrome else NO_LINES),
            **({"ansi-background": colours["background"], "ansi-foreground": colours["text"]} if ansi else {}),
        },
    )


def _grounds(colours: Mapping[str, str], *, ansi: bool, monochrome: bool) -> dict[str, str]:
    """The grounds of notices, of what the user highlighted and of the hit that was gone to, and what is on them."""
    hit = (colours["accent"], colours["background"], "bold underline")
    if monochrome:
        notice, highlight = (WHITE, BLACK, "none"), (BLACK, "underline")
    elif ansi:
        notice, highlight = (OWN, OWN, "reverse"), (OWN, "underline")
        hit = (OWN, colours["accent"], "reverse bold underline")  # nobody knows what can be read on the accent
    else:
        paper = Color.parse(colours["background"])
        noticed = paper.blend(Color.parse(colours["warning"]), NOTICED).hex
        notice = (noticed, colours["text"], "none")
        highlight = (paper.blend(Color.parse(colours["tag"]), HIGHLIGHTED).hex, "none")
    names = ("notice", "notice-ink", "notice-style", "highlight", "highlight-style", "hit", "hit-ink", "hit-style")
    return dict(zip(names, (*notice, *highlight, *hit), strict=True))


class Colourless(LineFilter):
    """Takes all colours away: light grounds become reversed ones, and the terminal's own two colours are left.

    What is grey is drawn dim; a bar is half as wide, and what has the colour of its ground is not drawn.
    """

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same text without colours."""
        return [_without_colours(segment) if segment.style else segment for segment in segments]


def _without_colours(segment: Segment) -> Segment:
    text, style, control = segment
    if style is None:
        return segment
    if RULED in _names(style) and not text.strip(BARS):
        text, style = HALF * cell_len(text), Style(color=RULED)
    elif style.color and style.color == style.bgcolor and not style.color.is_default:
        text = " " * cell_len(text)
    return Segment(text, _colourless(style), control)


def _names(style: Style) -> tuple[str, ...]:
    return tuple(colour.name for colour in (style.color, style.bgcolor) if colour)


@lru_cache(1024)
def _colourless(style: Style) -> Style:
    """A style without colours: what stands out of black by its ground is reversed, what is grey is dim."""
    light = _is_light(style.bgcolor)
    dim = style.dim or (not light and style.color is not None and style.color.name in GREYS)
    return style + Style(color="default", bgcolor="default", reverse=bool(style.reverse) is not light, dim=dim)


def _is_light(colour: RichColor | None) -> bool:
    if colour is None or colour.is_default:
        return False
    return Color.from_rich_color(colour).brightness > 0.5


def _in_black_and_white(colours: Mapping[str, str]) -> dict[str, str]:
    """A monochrome theme in colours that Textual can mix: `Colourless` takes them away again."""
    drawn = {}
    for role in colours:
        dark = role in GROUNDS or colours.get(ON_REVERSED.get(role, ""), "") == REVERSE
        drawn[role] = BLACK if dark else DIM.get(role, WHITE)
        if role in ON_REVERSED.values() and colours[role] != REVERSE:
            drawn[role] = BLACK
    return drawn
