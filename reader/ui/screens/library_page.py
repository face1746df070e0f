"""What all pages share: reading by a worker, again whenever catalogue or marks change; a title, and a line of keys."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message
from textual.screen import ScreenResultType
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.errors import BroadsheetError
from reader.library import Library
from reader.settings.config import Config
from reader.ui.screens.keyed_page import KeyedPage
from reader.ui.widgets.drawing import Glyphs, drawable, glyphs
from reader.ui.widgets.lines import KeyLine, line

POLL_SECONDS = 1.0
"""How often a page looks whether catalogue or marks have changed."""
TELLS_FOLDER = 60
"""Columns from which the title names the folder."""


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


class LibraryPage(KeyedPage[ScreenResultType]):
    """A page about what a library holds."""

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.library = library
        """Where all is read."""
        self.hear(config, keys)
        self._request = 0
        self._version = 0

    def read_page(self) -> Callable[[int], PageRead]:
        """What reads the page in a thread of its own: it gets the number of the request, and gives the message."""
        raise NotImplementedError

    def on_mount(self) -> None:
        """Begin to read."""
        self.query_one(KeyLine).keys = self.key_line()
        self.note_version()
        self.look_up()
        self.set_interval(POLL_SECONDS, self._poll)

    @property
    def marks(self) -> Glyphs:
        """The signs to use."""
        return glyphs(self.config.ascii_marks, self.config.linear)

    def take_configuration(self, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Be as another configuration says, and write the page in its marks."""
        super().take_configuration(config, keys)
        self.look_up()

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
        self.app.notify(fault)

    def note_version(self) -> None:
        """Take what the library holds now as known."""
        self._version = self.library.version()

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

    def tell_title(self, told: str = "", style: str = "$muted") -> None:
        """Write the line above the panes, with something at its right end."""
        title = self.query_one("#page-title", Static)
        width = title.content_size.width or self.app.size.width - 2
        parts = [(f"{self.PAGE_NAME}  ", "bold $accent")]
        if width >= TELLS_FOLDER:
            parts.append((drawable(self.library.folder.resolve().name), "bold"))
        title.update(line(parts, [(told, style)], width) if width > 0 else Content(""))

    def tell_place(self, told: str) -> None:
        """Write the end of the line of keys."""
        self.query_one(KeyLine).place = told

    # What the panes report

    def on_entry_pane_chosen(self) -> None:
        """Do what enter does."""
        self.action_choose()

    def action_choose(self) -> None:
        """Go where what is under the cursor leads; part of every page."""
        raise NotImplementedError
