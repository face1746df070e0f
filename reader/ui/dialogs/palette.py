"""Every action by its words: Textual's palette in our looks."""

import re
from pathlib import Path

from textual.app import ComposeResult
from textual.command import CommandList, CommandPalette, Hit, Hits
from textual.content import Content
from textual.system_commands import SystemCommandsProvider

from reader.ui.closing import Closing
from reader.ui.dialogs.options import Options

NAMED, MENTIONED = 2.0, 1.0
"""What an entry that has all words, in its sentence or beside it, is ahead of one that only has the letters."""


class Actions(SystemCommandsProvider):
    """Finds actions by words of their sentences in any order, by their ids and keys, and else by their letters."""

    async def search(self, query: str) -> Hits:
        """What is found."""
        matcher, words = self.matcher(query), query.casefold().split()
        for sentence, beside, run, *_ in self.app.get_system_commands(self.screen):
            alike = matcher.match(sentence)
            ahead = NAMED if _begin(words, sentence) else MENTIONED if _begin(words, f"{sentence} {beside}") else 0.0
            if alike + ahead > 0:
                shown = matcher.highlight(sentence) if alike > 0 else Content(sentence)
                yield Hit(ahead + alike / (1 + alike), shown, run, text=sentence, help=beside)


def _begin(words: list[str], text: str) -> bool:
    """Whether each of some words stands at the beginning of a word of a text."""
    text = text.casefold()
    return all(re.search(rf"(?<!\w){re.escape(word)}", text) for word in words)


class Commands(CommandList, Options):
    """The list of the palette, with a cursor as in our own lists; Textual takes styles from the class named first."""


class Palette(CommandPalette, Closing[None]):
    """The palette, with a style sheet that is read when it opens first."""

    CSS_PATH = Path(__file__).with_name("palette.tcss")

    def __init__(self) -> None:
        super().__init__(providers=[Actions], id="--command-palette")

    def compose(self) -> ComposeResult:
        """Textual's palette, with a list of ours."""
        for widget in super().compose():
            yield Commands() if type(widget) is CommandList else widget
