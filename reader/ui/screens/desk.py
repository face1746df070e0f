"""The panes of the main screen: how they divide it, and where it is said what went wrong."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from reader.errors import BroadsheetError
from reader.library import Library
from reader.model import Headline
from reader.settings.config import Config
from reader.settings.keynames import key_words
from reader.settings.keys import ACTIONS, PANES, Action, Scope
from reader.ui.bindings import live_in
from reader.ui.pressing import Pressing
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.lines import KeyLine, TitleLine
from reader.ui.widgets.related_list import RelatedList
from reader.ui.widgets.search_bar import SearchBar

TWO_PANES = 60
"""Columns from which the list stands over the reader or the related articles; below, one pane is shown at a time."""
THREE_PANES = 110
"""Columns from which list, reader and related articles stand side by side."""

_PLACES = {"list": Scope.LIST, "reader": Scope.READER, "related": Scope.RELATED, "search": Scope.SEARCH}
"""Where the keys are, by the id of the widget that has them."""


class Desk(Pressing[None]):
    """List, reader and related pane; what is laid on them and the actions are in the classes built on it."""

    AUTO_FOCUS = "ArticleList"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_PANES, "-two"), (THREE_PANES, "-three")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.library = library
        self.config = config
        self.keys = keys
        """Keys of every action."""
        self.actions: tuple[Action, ...] = (*ACTIONS, *(macro.action for macro in config.macros))
        """The actions of the table, and the person's own."""
        self._live = {place: live_in(place, keys, self.actions) for place in (*PANES, Scope.SEARCH)}
        self.listen((key for live in self._live.values() for key in live), config.key_wait)

    def compose(self) -> ComposeResult:
        """Two lines above the panes, one below."""
        self._divide(self.app.size.width)
        yield TitleLine()
        yield SearchBar()
        listed, related = ArticleList(self._headlines, id="list"), RelatedList(id="related")
        self._widen(listed, related, self.app.size.width)
        yield Container(listed, ArticleView(id="reader"), related, id="panes")
        yield KeyLine()

    def on_mount(self) -> None:
        """Set up the panes."""
        layout = self.config.layout
        self.reader.measure = layout.measure
        for pane in (self.list, self.reader, self.related):
            pane.ascii_marks = self.config.ascii_marks
        self.query_one(TitleLine).folder = self.library.folder.resolve().name
        self._show_keys()
        self.reader.known_key = self.key("novelty.hide")
        self.reader.boilerplate_key = self.key("article.boilerplate")

    def on_descendant_focus(self) -> None:
        """Name the keys of the pane that has them now."""
        self._show_keys()

    def on_resize(self) -> None:
        """Divide the screen anew."""
        self._widen(self.list, self.related, self.size.width)

    def _divide(self, width: int) -> None:
        """Set the classes of this width before anything is mounted, or all styles would be applied twice (20 ms)."""
        fitting = [name for columns, name in self.HORIZONTAL_BREAKPOINTS if width >= columns]
        self.add_class(fitting[-1])
        self.set_class(self.config.layout.show_related, "-related-beside")

    def _widen(self, listed: ArticleList, related: RelatedList, width: int) -> None:
        """Give list and related pane the widths of the configuration where all three panes are side by side."""
        layout, beside = self.config.layout, width >= THREE_PANES
        listed.styles.width = f"{layout.list_width}%" if beside else "100%"
        related.styles.width = f"{layout.related_width}%" if beside else "100%"

    # What there is

    @property
    def list(self) -> ArticleList:
        """The list pane."""
        return self.query_one("#list", ArticleList)

    @property
    def reader(self) -> ArticleView:
        """The reader pane."""
        return self.query_one("#reader", ArticleView)

    @property
    def related(self) -> RelatedList:
        """The related pane."""
        return self.query_one("#related", RelatedList)

    @property
    def bar(self) -> SearchBar:
        """The search bar."""
        return self.query_one(SearchBar)

    @property
    def place(self) -> Scope:
        """Where the keys are; in the list while nothing has them, which is so for a moment at the start."""
        focused = self.focused.id if self.focused else ""
        return _PLACES.get(focused or "", Scope.LIST)

    @property
    def live(self) -> Mapping[str, str]:
        """The ids of the actions that can be performed now, by their keys."""
        return self._live[self.place]

    def label(self, name: str) -> str:
        """One or two words for an action."""
        return next(each.label for each in self.actions if each.id == name)

    def key(self, action: str) -> str:
        """The first key of an action as a person would write it, empty where it has none."""
        keys = self.keys.get(action, ())
        return key_words(keys[0]) if keys else ""

    def headline(self, number: int) -> Headline | None:
        """The headline of an article that is there; none where it cannot be asked for, which is then told."""
        found: Sequence[Headline] = ()
        with self.faults_told():
            found = self._headlines([number]) if number else ()
        return found[0] if found else None

    def _headlines(self, numbers: Sequence[int]) -> Sequence[Headline]:
        return self.library.headlines(numbers)

    def _show_keys(self) -> None:
        place = self.place
        named = ((self.key(action.id), action.label) for action in ACTIONS if place in action.shown)
        self.query_one(KeyLine).keys = tuple((key, label) for key, label in named if key)

    # Counts and faults

    def count(self) -> None:
        """Show how many articles there are of each sort."""
        with self.faults_told():  # the counts stay as they were; whatever asked for them goes on
            self.query_one(TitleLine).counts = self.library.counts()

    def on_article_list_failed(self, message: ArticleList.Failed) -> None:
        """Say why there are no headlines."""
        self.complain(message.error)

    def answer(self, text: str) -> None:
        """Tell, on the line of keys and until the next action, what a key has led to."""
        self.query_one(KeyLine).answer = text

    @contextmanager
    def faults_told(self) -> Iterator[None]:
        """Where catalogue or marks fail inside, say so and go on behind it."""
        try:
            yield
        except BroadsheetError as fault:
            self.complain(fault)

    def complain(self, error: BroadsheetError) -> None:
        """Say what went wrong, in a notice."""
        if str(error) not in {notice.message for notice in self.app._notifications}:
            self.app.notify(str(error), severity="error", timeout=10, markup=False)


def displayed(widget: Widget) -> bool:
    """Whether a pane is on the screen."""
    return widget.display and widget.size.width > 0
