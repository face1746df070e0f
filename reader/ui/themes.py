"""Hand our themes to Textual."""

from textual.theme import Theme as TextualTheme

from reader.settings.themes import Theme

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


def textual_theme(theme: Theme) -> TextualTheme:
    """The theme as Textual takes it; our roles are variables of it."""
    colours = theme.colours
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
            "border": colours["border"],
            **({"ansi-background": colours["background"], "ansi-foreground": colours["text"]} if ansi else {}),
        },
    )
