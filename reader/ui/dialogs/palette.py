"""Every action by its words: Textual's palette in our looks."""

from pathlib import Path

from textual.command import CommandPalette

from reader.ui.closing import Closing


class Palette(CommandPalette, Closing[None]):
    """The palette, with a style sheet that is read when it opens first."""

    CSS_PATH = Path(__file__).with_name("palette.tcss")
