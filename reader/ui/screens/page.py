"""What the screens of a story share: a title, one pane, a line of keys, reading by a worker, the person's own keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.errors import BroadsheetError
from reader.library import Library
from reader.model import Headline, NameCount
from reader.settings.config import Config
from reader.ui.screens.keyed_page import KeyedPage, Moved
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.comparison_view import ComparisonView
from reader.ui.widgets.drawing import Glyphs, drawable, glyphs
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.lines import KeyLine, line

POLL_SECONDS = 1.0
"""How often a page looks whether the catalogue has changed."""
TELLS_FOLDER = 60
"""Columns from which the title names the folder."""


@dataclass(frozen=True, slots=True)
class Left:
    """What is wanted of the main screen when a page closes."""

    article: int = 0
    """Number of an article to open, 0 for none."""
    name: NameCount | None = None
    """A name whose articles are to be listed; None for none."""


STAYED = Left()
"""Nothing is wanted."""


@dataclass
class PageRead(Message):
    """What a page shows was read."""

    request: int
    """Number of the request; an answer to an older one is dropped."""


@dataclass
class PageFailed(Message):
    """It could not be read."""

    request: int
    """Number of the request; an answer to an older one is dropped."""
    error: BroadsheetError
    """Why, in words."""


class PageScreen(KeyedPage[Left]):
    """A page about an article and what tells the same; it closes with what is wanted of the main screen."""

    CSS_PATH = Path(__file__).with_name("page.tcss")
    AUTO_FOCUS = "#page-pane"

    def __init__(
        self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]], article: Headline
    ) -> None:
        """`article` is what the page is about."""
        super().__init__()
        self.library = library
        """Where all is read."""
        self.about = article
        """The article that the page is about."""
        self.hear(config, keys)
        self._request = 0
        self._version = 0

    def make_pane(self) -> Moved:
        """The pane, with the id `page-pane`."""
        raise NotImplementedError

    def read_page(self) -> Callable[[int], PageRead]:
        """What reads the page in a thread of its own: it gets the number of the request, and gives the message."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Title, pane and keys."""
        yield Static(id="page-title")
        yield self.make_pane()
        yield KeyLine()

    def on_mount(self) -> None:
        """Begin to read."""
        self.pane.ascii_marks, self.pane.linear = self.config.ascii_marks, self.config.linear
        self.query_one(KeyLine).keys = self.key_line()
        self.tell_title()
        self._version = self.library.version()
        self.look_up()
        self.set_interval(POLL_SECONDS, self._poll)

    @property
    def pane(self) -> Moved:
        """The pane."""
        pane = self.query_one("#page-pane")
        if not isinstance(pane, EntryPane | ArticleView | ComparisonView):
            raise LookupError("a page has no other pane")
        return pane

    @property
    def marks(self) -> Glyphs:
        """The signs to use."""
        return glyphs(self.config.ascii_marks, self.config.linear)

    # Reading

    def look_up(self) -> None:
        """Read what the page shows."""
        self._request += 1
        request, read = self._request, self.read_page()

        def work() -> None:
            try:
                message: Message = read(request)
            except BroadsheetError as fault:
                message = PageFailed(request, fault)
            if not get_current_worker().is_cancelled:
                self.post_message(message)

        self.run_worker(work, thread=True, exclusive=True, group="page", exit_on_error=False)

    def is_old(self, message: PageRead | PageFailed) -> bool:
        """Whether something else was asked for meanwhile."""
        return message.request != self._request

    def on_page_failed(self, message: PageFailed) -> None:
        """Say what went wrong, in place of the page where there is none yet."""
        if not self.is_old(message):
            self.answer("")
            self.show_fault(str(message.error))

    def show_fault(self, fault: str) -> None:
        """Say what went wrong with reading."""
        self.tell_fault(fault)

    def tell_fault(self, fault: str) -> None:
        """Say what went wrong, in a notice."""
        self.app.notify(fault, severity="error", timeout=10, markup=False)

    def _poll(self) -> None:
        """Read again where a refresh, or another Broadsheet, has changed anything."""
        try:
            version = self.library.version()
        except BroadsheetError:
            return  # the main screen asks as often, and says so
        if version != self._version:
            self._version = version
            self.look_up()

    # Lines above and below

    def tell_title(self, told: str = "") -> None:
        """Write the line above the pane, with something at its right end."""
        title = self.query_one("#page-title", Static)
        width = title.content_size.width or self.app.size.width - 2
        parts = [(f"{self.PAGE_NAME}  ", "bold $accent")]
        if width >= TELLS_FOLDER:
            parts.append((drawable(self.library.folder.resolve().name), "bold"))
        title.update(line(parts, [(told, "$muted")], width) if width > 0 else Content(""))

    def tell_place(self, told: str) -> None:
        """Write the end of the line of keys."""
        self.query_one(KeyLine).place = told

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
