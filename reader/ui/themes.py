"""Hand our themes to Textual, and draw without colours."""

from collections.abc import Mapping
from functools import lru_cache

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
BLACK, WHITE = "#000000", "#ffffff"


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
            "input-selection-background": colours["match"],
            "input-selection-foreground": colours["match_text"],
            "border": colours["border"],
            **_of_notices(colours, ansi=ansi),
            **({"ansi-background": colours["background"], "ansi-foreground": colours["text"]} if ansi else {}),
        },
    )


def _of_notices(colours: Mapping[str, str], *, ansi: bool) -> dict[str, str]:
    """The ground of notices, which is no other thing's, what is written on it, and how."""
    if ansi:
        return {"notice": OWN, "notice-ink": OWN, "notice-style": "reverse"}
    if colours["warning"] == WHITE:  # without colours
        return {"notice": WHITE, "notice-ink": BLACK, "notice-style": "none"}
    ground = Color.parse(colours["background"]).blend(Color.parse(colours["warning"]), NOTICED)
    return {"notice": ground.hex, "notice-ink": colours["text"], "notice-style": "none"}


class Colourless(LineFilter):
    """Takes all colours away: light grounds become reversed ones, and the terminal's own two colours are left."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002 - Textual's
        """The same text without colours."""
        return [Segment(text, _colourless(style) if style else style, control) for text, style, control in segments]


@lru_cache(1024)
def _colourless(style: Style) -> Style:
    """A style without colours: what stands out of black by its ground is reversed."""
    light = _is_light(style.bgcolor)
    return style + Style(color="default", bgcolor="default", reverse=bool(style.reverse) is not light)


def _is_light(colour: RichColor | None) -> bool:
    if colour is None or colour.is_default:
        return False
    return Color.from_rich_color(colour).brightness > 0.5


def _in_black_and_white(colours: Mapping[str, str]) -> dict[str, str]:
    """A monochrome theme in colours that Textual can mix: `Colourless` takes them away again."""
    drawn = {}
    for role in colours:
        dark = role in GROUNDS or colours.get(ON_REVERSED.get(role, ""), "") == REVERSE
        drawn[role] = BLACK if dark else WHITE
        if role in ON_REVERSED.values() and colours[role] != REVERSE:
            drawn[role] = BLACK
    return drawn
