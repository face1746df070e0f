"""The panes of the main screen: how they divide it, and where it is said what went wrong."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widget import Widget

from reader.errors import BroadsheetError
from reader.library import Library
from reader.model.headline import Headline
from reader.settings.config import Config
from reader.settings.keynames import key_words
from reader.settings.keys import ACTIONS, PANES, Action, Scope
from reader.ui.arrangement import THREE_PANES, TWO_PANES, Arrangement, Panes, Part, Room, read, written
from reader.ui.bindings import live_in
from reader.ui.pressing import Pressing
from reader.ui.remembering import Remembering
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.lines import KeyLine, TitleLine
from reader.ui.widgets.related_list import RelatedList
from reader.ui.widgets.search_bar import SearchBar

LAYOUT = "layout"
"""Under which name it is remembered how the screen is divided."""
BESIDE_PANES = 2
"""Lines above and below the panes, without those of a search."""

PANE_WORDS = {Part.LIST: "list", Part.TEXT: "text", Part.RELATED: "related"}
"""What each pane is called where it is said which one has the keys."""
_PLACES = {"list": Scope.LIST, "reader": Scope.READER, "related": Scope.RELATED, "search": Scope.SEARCH}
"""Where the keys are, by the id of the widget that has them."""


class Desk(Pressing[None]):
    """List, reader and related pane; what is laid on them and the actions are in the classes built on it."""

    AUTO_FOCUS = ".-first"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_PANES, "-two"), (THREE_PANES, "-three")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.library = library
        self.hear(config, keys)
        self.arrangement = read(library.remembered(LAYOUT), config.layout)
        """How the screen is to be divided."""
        self.at = Part.LIST
        """The pane that has the keys, or had them last: it is on the screen, whatever else is."""
        self.remembering = Remembering(library, self.later)
        """What is to be remembered."""
        if config.linear:
            self.HORIZONTAL_BREAKPOINTS = [(0, "-one")]  # Textual asks the screen itself

    def hear(self, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        """Have a configuration and its keys count from now on."""
        self.config = config
        self.keys = keys
        """Keys of every action."""
        self.actions: tuple[Action, ...] = (*ACTIONS, *(macro.action for macro in config.macros))
        """The actions of the table, and the person's own."""
        self._live = {place: live_in(place, keys, self.actions) for place in (*PANES, Scope.SEARCH)}
        self.listen((key for live in self._live.values() for key in live), config.key_wait)

    def compose(self) -> ComposeResult:
        """Two lines above the panes, one below."""
        yield TitleLine()
        yield SearchBar()
        listed, reader = ArticleList(self._headlines, id="list"), ArticleView(id="reader")
        related = RelatedList(id="related")
        self._prepare(listed, related)
        {Part.LIST: listed, Part.TEXT: reader, Part.RELATED: related}[self.at].add_class("-first")
        yield Container(listed, reader, related, id="panes")
        yield KeyLine()

    def on_mount(self) -> None:
        """Set up the panes."""
        self.reader.measure = self.arrangement.measure
        self.query_one(TitleLine).folder = self.library.folder.resolve().name
        self.set_up_panes()

    def set_up_panes(self) -> None:
        """Have the panes show the marks and the keys of the configuration."""
        for pane in (self.list, self.reader, self.related):
            pane.ascii_marks, pane.linear = self.config.ascii_marks, self.config.linear
        self._show_keys()
        self.reader.hyperlinks = self.hyperlinks
        self.reader.known_key = self.key("novelty.hide")
        self.reader.boilerplate_key = self.key("article.boilerplate")

    # Dividing the screen

    def on_resize(self) -> None:
        """Divide the screen anew."""
        self.divide()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Name the keys of the pane that has them now; one that was clicked stays as it is under the mouse."""
        self._show_keys()
        if event.widget.id in set(Part):
            self.at = Part(event.widget.id)
        self._tell_pane()

    def rearrange(self, arrangement: Arrangement) -> None:
        """Divide the screen otherwise, and remember that."""
        self.arrangement = arrangement
        self.reader.measure = arrangement.measure
        self.divide()
        self.remembering.changed(LAYOUT, lambda: written(self.arrangement, self.config.layout))

    def divide(self) -> None:
        """Give every pane what it gets of the screen as that is now."""
        self._divide(self.list, self.related, self.room)
        self._tell_pane()

    def _tell_pane(self) -> None:
        """Say which pane has the keys, where there are several."""
        told = len(self.on_screen) > 1 and self.place in PANES
        self.query_one(KeyLine).pane = PANE_WORDS[self.at] if told else ""

    def _prepare(self, listed: ArticleList, related: RelatedList) -> None:
        """Set classes and sizes before anything is mounted, or all styles would be applied twice (20 ms)."""
        columns, lines = self.app.size
        self.add_class(next(name for least, name in reversed(self.HORIZONTAL_BREAKPOINTS) if columns >= least))
        self._divide(listed, related, Room(self._counting(columns), lines - BESIDE_PANES))

    def _divide(self, listed: ArticleList, related: RelatedList, room: Room) -> None:
        division = self.arrangement.division(room, self.at)
        for part in Part:
            self.set_class(part not in division.shown, f"-no-{part}")
        beside = room.panes is Panes.THREE
        for pane, columns in ((listed, division.list_columns), (related, division.related_columns)):
            pane.styles.width = (columns or "1fr") if beside else "100%"
        # A hundredth more, or rounding would take a line from a rule that was drawn to a place.
        listed.styles.height = f"{division.list_height + 0.01:.4f}%" if division.list_height else "1fr"

    @property
    def room(self) -> Room:
        """What there is to divide."""
        columns, lines = self.size
        return Room(self._counting(columns), self.panes.size.height or lines - BESIDE_PANES)

    def _counting(self, columns: int) -> int:
        """The columns that panes stand on: in a linear screen only as many as one pane takes."""
        return min(columns, TWO_PANES - 1) if self.config.linear else columns

    @property
    def on_screen(self) -> frozenset[Part]:
        """The panes that are on the screen."""
        return self.arrangement.shown(self.room.panes, self.at)

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
    def panes(self) -> Container:
        """What holds them."""
        return self.query_one("#panes", Container)

    def pane_of(self, part: Part) -> ArticleList | ArticleView | RelatedList:
        """One of them."""
        if part is Part.LIST:
            return self.list
        return self.reader if part is Part.TEXT else self.related

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
        named = ((self._key_in(place, action.id), action.label) for action in ACTIONS if place in action.shown)
        self.query_one(KeyLine).keys = tuple((key, label) for key, label in named if key)

    def later(self, seconds: float, call: Callable[[], None]) -> None:
        """Call something after a while that writes beside the marks; part of the main screen."""
        raise LookupError(seconds, call)

    def leave(self) -> None:
        """Leave the application; only what changed within the last second is not on the disk yet."""
        self.remembering.write()
        self.app.exit()

    def _key_in(self, place: Scope, action: str) -> str:
        """The first key that reaches an action in a place: into the search bar, signs and letters are typed."""
        keys = [key_words(key) for key in self.keys.get(action, ())]
        if place is Scope.SEARCH:
            keys = [key for key in keys if len(key) > 1]
        return keys[0] if keys else ""

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
        self.set_class(bool(text) and self.has_class("-text-only"), "-answering")

    @contextmanager
    def faults_told(self) -> Iterator[None]:
        """Where catalogue or marks fail inside, say so and go on behind it."""
        try:
            yield
        except BroadsheetError as fault:
            self.complain(fault)

    def complain(self, error: BroadsheetError) -> None:
        """Say what went wrong, in a notice."""
        self.app.notify(str(error))


def displayed(widget: Widget) -> bool:
    """Whether a pane is on the screen."""
    return widget.display and widget.size.width > 0
