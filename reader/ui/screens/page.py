"""What the screens of a story share: they are about an article, and have one pane."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static

from reader.errors import BroadsheetError
from reader.library import Library
from reader.model.headline import Headline
from reader.model.name import NameCount
from reader.settings.config import Config
from reader.ui.screens.keyed_page import Moved
from reader.ui.screens.library_page import LibraryPage
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.comparison_view import ComparisonView
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.lines import KeyLine


@dataclass(frozen=True, slots=True)
class Left:
    """What is wanted of the main screen when a page closes."""

    article: int = 0
    """Number of an article to open, 0 for none."""
    name: NameCount | None = None
    """A name whose articles are to be listed; None for none."""


STAYED = Left()
"""Nothing is wanted."""


class PageScreen(LibraryPage[Left]):
    """A page about an article and what tells the same; it closes with what is wanted of the main screen."""

    CSS_PATH = Path(__file__).with_name("page.tcss")
    AUTO_FOCUS = "#page-pane"

    def __init__(
        self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]], article: Headline
    ) -> None:
        """`article` is what the page is about."""
        super().__init__(library, config, keys)
        self.about = article
        """The article that the page is about."""

    def make_pane(self) -> Moved:
        """The pane, with the id `page-pane`."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, pane and keys."""
        yield Static(id="page-title")
        yield Container(self.make_pane(), id="page-desk")
        yield KeyLine()

    def on_mount(self) -> None:
        """Set up the pane."""
        self.pane.ascii_marks, self.pane.linear = self.config.ascii_marks, self.config.linear
        self.tell_title()

    @property
    def pane(self) -> Moved:
        """The pane."""
        pane = self.query_one("#page-pane")
        if not isinstance(pane, EntryPane | ArticleView | ComparisonView):
            raise LookupError("a page has no other pane")
        return pane

    # Actions of all pages

    def action_back(self) -> None:
        """Close the page."""
        self.dismiss(STAYED)

    def follow(self, left: Left | None) -> None:
        """Close with what is wanted of the main screen by a page that was opened from here; else stay."""
        if left is not None and left != STAYED:
            self.dismiss(left)

    def headline(self, number: int) -> Headline | None:
        """The headline of an article; None where it has vanished."""
        try:
            return next(iter(self.library.headlines([number])), None)
        except BroadsheetError as fault:
            self.show_fault(str(fault))
            return None
