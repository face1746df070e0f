"""The front page: what matters now in the folder, or mattered on the day that one has walked to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Static
from textual.worker import get_current_worker

from reader.front import Entry, FrontPage
from reader.library import Library
from reader.query import Query
from reader.settings.config import Config
from reader.settings.keys import Scope
from reader.ui.screens.keyed_page import PageKey
from reader.ui.screens.library_page import LibraryPage, PageRead
from reader.ui.widgets.day_spans import shown_days
from reader.ui.widgets.day_strip import DayStrip
from reader.ui.widgets.drawing import shown_day
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.front_lines import FrontLines, FrontPainter, moment
from reader.ui.widgets.lines import KeyLine


@dataclass(frozen=True, slots=True)
class Wanted:
    """With what the page closes, and how it was left."""

    day: str
    """The day that it showed; empty for now."""
    article: int = 0
    """Number of the article under its cursor; 0 for none."""
    action: str = ""
    """What is wanted of the main screen: an action of the table on that article, or nothing."""
    query: Query | None = None
    """Articles to list; None for none."""
    name: str = ""
    """What these are called."""


@dataclass
class FrontTold(PageRead):
    """A page was put together."""

    page: FrontPage
    """The page."""


@dataclass
class FrontUnseen(PageRead):
    """It is known what was not read yet of the stories on the page."""

    unseen: Mapping[int, int]
    """Passages by article."""


class FrontScreen(LibraryPage[Wanted]):
    """A strip of days, and below it the page of one of them."""

    CSS_PATH = Path(__file__).with_name("front.tcss")
    AUTO_FOCUS = "#front-page"
    VERTICAL_BREAKPOINTS = [(0, "-low"), (18, "-tall")]  # noqa: RUF012 - Textual's own declaration
    PAGE_NAME = "Front page"
    PLACE = Scope.FRONT
    KEYS: ClassVar[Sequence[PageKey]] = (
        PageKey("page.choose", "choose", "read", "Read the fullest article of the entry"),
        PageKey("story.open", "leave_for('story.open')", "story", "Show the page of the story"),
        PageKey("front.day_before", "day(-1)", "day back"),
        PageKey("front.day_after", "day(1)", "day on"),
        PageKey("front.now", "now", "now"),
        PageKey("article.open", "choose", told="Read the fullest article of the entry"),
        PageKey("article.next", "choose", told="Read the fullest article of the entry"),
        PageKey("front.open", "back", told="Close the front page"),
    )

    def __init__(
        self,
        library: Library,
        config: Config,
        keys: Mapping[str, tuple[str, ...]],
        at: Wanted | None = None,
    ) -> None:
        """`at` is how it was left."""
        super().__init__(library, config, keys)
        self._day = at.day if at else ""
        self._at = at.article if at else 0
        self._page: FrontPage | None = None
        self._unseen: Mapping[int, int] = {}
        self._laid_out = FrontLines()

    def compose(self) -> ComposeResult:
        """A title, the days, the page, and the keys."""
        yield Static(id="page-title")
        yield Container(DayStrip(id="front-days"), EntryPane(id="front-page"), id="front-desk")
        yield KeyLine()

    def on_mount(self) -> None:
        """Set up the panes."""
        self.pane.ascii_marks = self._strip.ascii_marks = self.config.ascii_marks
        self.pane.linear = self._strip.linear = self.config.linear

    @property
    def pane(self) -> EntryPane:
        """The entries."""
        return self.query_one(EntryPane)

    @property
    def _strip(self) -> DayStrip:
        return self.query_one(DayStrip)

    @property
    def _entry(self) -> Entry | None:
        """What is under the cursor; None for all articles of the page, or where there are none."""
        targets = self._laid_out.entries
        return targets[self.pane.cursor] if self.pane.cursor < len(targets) else None

    # Looking up

    def read_page(self) -> Callable[[int], FrontUnseen]:
        """First the page; then what is unread of its stories."""
        day = self._day

        def read(request: int) -> FrontUnseen:
            page = self.library.front.page(day, date.today())
            self.post_message(FrontTold(request, page))
            stories = [entry.headline.number for entry in _entries(page) if entry.headline.story]
            if get_current_worker().is_cancelled:
                stories = []
            return FrontUnseen(request, self.library.stories.unseen(stories))

        return read

    def on_front_told(self, message: FrontTold) -> None:
        """Show the page; the cursor stays on its entry where that is still there."""
        if self.is_old(message):
            return
        if self._page and not self._at and self._page.day == message.page.day and self._entry:
            self._at = self._entry.headline.number
        self._page = message.page
        self._lay_out()
        self._tell_title()

    def on_front_unseen(self, message: FrontUnseen) -> None:
        """Show what is unread of the stories."""
        if not self.is_old(message) and message.unseen != self._unseen:
            self._unseen = {**self._unseen, **message.unseen}
            self._at = self._entry.headline.number if self._entry else 0
            self._lay_out()

    def _lay_out(self) -> None:
        page, pane, marks = self._page, self.pane, self.marks
        if page is None or not pane.room:
            return
        self._laid_out = FrontPainter(pane.room, marks, self._unseen).page(page)
        places = {each.headline.number: place for place, each in enumerate(self._laid_out.entries) if each}
        cursor, self._at = places.get(self._at, 0), 0
        if page.lead:
            pane.show(self._laid_out.lines, self._laid_out.rows, cursor)
        else:
            pane.tell("There is nothing to tell here yet.\nArticles show up as they are read; esc goes to the list.")
        strip = self._strip
        strip.display = bool(page.days)
        strip.days, strip.day, strip.until = page.days, page.day, shown_days(page.first, page.last, marks)
        self._tell_place()

    # What the panes report

    def on_entry_pane_resized(self) -> None:
        """Lay out the page for the new width."""
        self._at = self._entry.headline.number if self._entry else self._at
        self._lay_out()
        self._tell_title()

    def on_entry_pane_highlighted(self) -> None:
        """Tell the place of the cursor."""
        self.answer("")
        self._tell_place()

    def on_day_strip_chosen(self, message: DayStrip.Chosen) -> None:
        """Show the day that was clicked on."""
        self._show_day(message.day)

    # Actions

    def action_choose(self) -> None:
        """Read the article under the cursor, or list all of the page."""
        page = self._page
        if self._entry:
            self.action_leave_for("article.open")
        elif page and page.lead:
            name = shown_day(page.day) if page.day else "front page"
            self.dismiss(Wanted(self._day, query=page.query, name=name))

    def action_leave_for(self, action: str) -> None:
        """Have the main screen do something with the entry."""
        if self._entry:
            self.dismiss(Wanted(self._day, self._entry.headline.number, action))

    def action_day(self, days: int) -> None:
        """To another day with articles; behind the last one stands now."""
        known = [day for day, _ in self._page.days] if self._page else []
        days *= self.times
        if self._day:
            place = known.index(self._day) + days if self._day in known else len(known) - 1
        else:
            place = len(known) - 1 if days < 0 else len(known)
        if place < 0:
            self.answer("This is the first day.")
        elif self._day or place < len(known):
            self._show_day(known[place] if place < len(known) else "")
        else:
            self.answer("This is what matters now." if known else "No article here has a day.")

    def action_now(self) -> None:
        """To what matters now."""
        self._show_day("")

    def action_back(self) -> None:
        """Back to the list."""
        self.dismiss(Wanted(self._day, self._entry.headline.number if self._entry else 0))

    def _show_day(self, day: str) -> None:
        self.answer("")
        self._day = day
        self._at = 0
        self.look_up()

    # The lines above and below

    def _tell_title(self) -> None:
        self.tell_title(_news(self._page, datetime.now()) if self._page else "", "$ink")

    def _tell_place(self) -> None:
        count = len(self._laid_out.entries)
        self.tell_place(f"{self.pane.cursor + 1 if count else 0:,}/{count:,}")


def _entries(page: FrontPage) -> list[Entry]:
    """All entries of a page."""
    lead = [page.lead] if page.lead else []
    return [*lead, *page.told, *(entry for section in page.sections for entry in section.entries)]


def _news(page: FrontPage, now: datetime) -> str:
    """What came since the last visit; empty where nothing is said of that."""
    if not page.since:
        return ""
    return f"{page.new or 'nothing'} new since {moment(page.since, now)}"
