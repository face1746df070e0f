"""What the screens of a story share: a title, one pane, a line of keys, reading by a worker, the person's own keys."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import Binding, BindingsMap
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.errors import BroadsheetError
from reader.library import Library
from reader.model import Headline, NameCount
from reader.settings.config import Config
from reader.settings.keynames import key_words
from reader.ui.bindings import with_same
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


class PageKey(NamedTuple):
    """A key of one page alone."""

    key: str
    """The key, as Textual calls it."""
    action: str
    """What it does: the name of an action of the page."""
    label: str
    """One or two words for the line of keys; empty for keys that only the help tells."""
    told: str
    """A sentence for the help."""


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


class PageScreen(Screen[Left]):
    """A page about an article and what tells the same; it closes with what is wanted of the main screen."""

    CSS_PATH = Path(__file__).with_name("page.tcss")
    AUTO_FOCUS = "#page-pane"
    PAGE_NAME: ClassVar[str] = ""
    """What stands first in its title."""
    KEYS: ClassVar[Sequence[PageKey]] = ()
    """Its own keys, the most important first."""
    MOVES: ClassVar[Mapping[str, str]] = {
        "move.down": "move(1)",
        "move.up": "move(-1)",
        "move.page_down": "page(1)",
        "move.page_up": "page(-1)",
        "article.next": "page(1)",
        "move.top": "end(-1)",
        "move.bottom": "end(1)",
        "app.back": "back",
        "app.leave": "back",
        "app.quit": "app.quit",
    }
    """What the person's own keys do here too."""
    SAME: ClassVar[Mapping[str, str]] = {}
    """Actions of the table that this page has too, with its name for them."""

    def __init__(
        self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]], article: Headline
    ) -> None:
        """`article` is what the page is about."""
        super().__init__()
        self.library = library
        """Where all is read."""
        self.config = config
        """The settings."""
        self.keys = keys
        """Keys of every action."""
        self.about = article
        """The article that the page is about."""
        self._bindings = _bindings(self.KEYS, {**self.SAME, **self.MOVES}, keys)
        self._request = 0
        self._version = 0

    def make_pane(self) -> "EntryPane | ArticleView | ComparisonView":
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
        self.pane.ascii_marks = self.config.ascii_marks
        named = ((key_words(key), label) for key, _, label, _ in self.KEYS if label)
        self.query_one(KeyLine).keys = tuple(named)
        self.tell_title()
        self._version = self.library.version()
        self.look_up()
        self.set_interval(POLL_SECONDS, self._poll)

    @property
    def pane(self) -> "EntryPane | ArticleView | ComparisonView":
        """The pane."""
        pane = self.query_one("#page-pane")
        if not isinstance(pane, EntryPane | ArticleView | ComparisonView):
            raise LookupError("a page has no other pane")
        return pane

    @property
    def marks(self) -> Glyphs:
        """The signs to use."""
        return glyphs(self.config.ascii_marks)

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

    def answer(self, text: str) -> None:
        """Tell, on the line of keys, what a key has led to."""
        self.query_one(KeyLine).answer = text

    # Actions of all pages

    def action_move(self, steps: int) -> None:
        """An entry or a line down or up."""
        self.answer("")
        if isinstance(self.pane, EntryPane):
            self.pane.move(steps)
        else:
            self.pane.scroll_lines(steps)

    def action_page(self, direction: int) -> None:
        """A page down or up."""
        self.answer("")
        if isinstance(self.pane, EntryPane):
            self.pane.page(direction)
        else:
            self.pane.scroll_page(direction)

    def action_end(self, direction: int) -> None:
        """To the end or the beginning."""
        self.answer("")
        if direction > 0:
            self.pane.bottom()
        else:
            self.pane.top()

    def action_back(self) -> None:
        """Close the page."""
        self.dismiss(STAYED)

    def action_help(self) -> None:
        """All keys of this page."""
        from reader.ui.dialogs.page_keys import PageKeys

        told = [(key_words(each.key), each.told) for each in self.KEYS]
        self.app.push_screen(PageKeys(f"Keys here: {self.PAGE_NAME.lower()}", [*told, ("esc", "go back")]))

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


def _bindings(own: Sequence[PageKey], same: Mapping[str, str], keys: Mapping[str, tuple[str, ...]]) -> BindingsMap:
    """The page's own keys, those that the person has for the same, and behind them all two that leave."""
    made = with_same(BindingsMap([Binding(each.key, each.action, each.label, show=False) for each in own]), same, keys)
    leave = [Binding(key, "back", show=False) for key in ("escape", "q") if key not in made.key_to_bindings]
    return BindingsMap.merge([made, BindingsMap(leave)])
