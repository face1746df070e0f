"""The panes of the main screen and what is laid on them: the list, the article under its cursor, its related ones."""

import re
from array import array
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.timer import Timer
from textual.widget import Widget
from textual.worker import get_current_worker

from reader.errors import BroadsheetError, QueryError
from reader.library import Found, Library
from reader.model import Headline
from reader.query import Everything, Node, Query, all_of, parse, words
from reader.settings.config import Config, MarkRead
from reader.settings.keynames import key_words
from reader.settings.keys import ACTIONS, Scope
from reader.ui.bindings import bindings
from reader.ui.messages import Failed, Listed, Loaded, NotLoaded, Snipped
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.lines import KeyLine, TitleLine, counted
from reader.ui.widgets.related_list import RelatedList
from reader.ui.widgets.search_bar import SearchBar

PREVIEW_SECONDS = 0.04
"""How long the cursor rests before the article under it is read: a key held down repeats faster."""
SEARCH_SECONDS = 0.06
"""How long typing pauses before a search begins."""
MOST_LINKS = 50
TWO_PANES = 60
"""Columns from which the list stands over the reader or the related articles; below, one pane is shown at a time."""
THREE_PANES = 110
"""Columns from which list, reader and related articles stand side by side."""


EVERYTHING = Query("", Everything())


@dataclass(frozen=True, slots=True)
class View:
    """A choice of articles that searches are made in."""

    name: str = ""
    """What it is called in the search bar; empty for all articles."""
    query: Query = EVERYTHING
    """Which articles it holds."""


class Desk(Screen[None]):
    """What is shown; the actions are in the classes built on it."""

    AUTO_FOCUS = "ArticleList"
    HORIZONTAL_BREAKPOINTS = [(0, "-one"), (TWO_PANES, "-two"), (THREE_PANES, "-three")]  # noqa: RUF012 - Textual's own declaration

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__()
        self.library = library
        self.config = config
        self.keys = keys
        """Keys of every action."""
        self.view = View()
        self.asked = EVERYTHING
        """What stands in the search bar, as far as it is right."""
        self.shown = 0
        """Number of the article in the reader."""
        self.opened = 0
        """Number of the article that was opened, not only passed by the cursor."""
        self.settled = False
        """Whether the cursor is to stay on its article when others arrive: not before there was something to choose."""
        self.reading = True
        """Whether the folder has not been read to its end yet."""
        self._request = 0
        self.numbers: array[int] = array("q")
        """Numbers of the articles that are listed."""
        self._kept: set[int] = set()
        self._hits: re.Pattern[str] | None = None
        self._snippets: Mapping[int, str] = {}
        self._preview_timer: Timer | None = None
        self.search_timer: Timer | None = None
        """Runs while typing may go on before a search begins."""
        self._snip_timer: Timer | None = None
        # Those of the panes too: for a moment at the start, and in a search, no pane has the keys.
        self._bindings = bindings(keys, Scope.PANE, bindings(keys, Scope.APP, self._bindings))

    def compose(self) -> ComposeResult:
        """Two lines above the panes, one below."""
        self._divide(self.app.size.width)
        yield TitleLine()
        yield SearchBar(lambda others: bindings(self.keys, Scope.SEARCH, others))
        listed, related = ArticleList(self._headlines, id="list"), RelatedList(id="related")
        self._widen(listed, related, self.app.size.width)
        yield Container(listed, ArticleView(id="reader"), related, id="panes")
        yield KeyLine()

    def on_mount(self) -> None:
        """Show what the catalogue knows, at once."""
        layout = self.config.layout
        self.reader.measure = layout.measure
        for pane in (self.list, self.reader, self.related):
            pane.ascii_marks = self.config.ascii_marks
        self.query_one(TitleLine).folder = self.library.folder.resolve().name
        self.query_one(KeyLine).keys = self._key_line()
        self.reader.boilerplate_key = self.key("article.boilerplate")
        self.call_after_refresh(self._count)
        found = self.library.find(EVERYTHING)
        self.tell_found(found)
        self.list.show(found.numbers)

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

    def _key_line(self) -> tuple[tuple[str, str], ...]:
        named = ((self.key(action.id), action.label) for action in ACTIONS if action.shown)
        return tuple((key, label) for key, label in named if key)

    # The list

    def relist(self, *, keep: bool) -> None:
        """Find again what is to be listed; with `keep` the cursor stays on its article, and that in the list."""
        self._request += 1
        request, view, asked = self._request, self.view, self.asked
        if keep:
            self._kept.add(self.list.cursor_number)
        else:
            self._kept.clear()
        kept = frozenset(self._kept - {0})

        def find() -> None:
            if not get_current_worker().is_cancelled:
                self._answer(lambda: Listed(request, self._found(view, asked, kept), keep))

        self.run_worker(find, thread=True, exclusive=True, group="list", exit_on_error=False)

    def _found(self, view: View, asked: Query, kept: Collection[int]) -> Found:
        """What answers a query in a view; where its last word completed finds nothing, what it finds as it stands."""

        def find(root: Node) -> Found:
            return self.library.find(Query(asked.text, all_of([view.query.root, root])), keep=kept)

        found = find(asked.root)
        if found.numbers or found.near or not asked.text:
            return found
        return find(parse(asked.text, date.today(), typing=True).root)

    def keep_listed(self, numbers: Sequence[int]) -> None:
        """Have articles stay in the list until another view or search, whatever their marks."""
        self._kept.update(numbers)

    def on_listed(self, message: Listed) -> None:
        """Show what was found, unless something else was asked for meanwhile."""
        if message.request != self._request:
            return
        self.bar.fault = ("", 0)
        self._snippets = {}
        if message.keep and not self.reading:
            self._tell_news(message.found)
        self.tell_found(message.found)
        self.list.show(message.found.numbers, self.list.cursor_number if message.keep else None)
        self._tell_place()  # the cursor may be in another row, and on the same article
        if not message.found.numbers:
            self._load_nothing()
        elif self.list.cursor_number != self.shown:
            self.load(self.list.cursor_number)
        self._snip()

    def _tell_news(self, found: Found) -> None:
        """Say how many have come: the list stays where it is, so that they may stand out of sight."""
        if come := len(set(found.numbers).difference(self.numbers)):
            self.answer(counted(come, "new article", "new articles"))

    def tell_found(self, found: Found) -> None:
        """Say how many there are, and where there is none, why."""
        self.numbers = found.numbers
        count = len(found.numbers)
        searched = not isinstance(self.asked.root, Everything)
        self.bar.found = f"{count:,} found" if searched else counted(count, "article", "articles")
        with self.faults_told():
            self.list.empty_text = self._why_empty(searched, found)
            self._tell_place()

    def _why_empty(self, searched: bool, found: Found) -> str:
        if searched and found.near:
            near = ", ".join(f"{word} → {nearest}" for word, nearest in found.near)
            return f"Nothing found.\nSpelt differently here: {near}"
        if searched:
            where = f" among “{self.view.name}”" if self.view.name else ""
            return f"Nothing found{where}.\n{self.key('app.back') or 'esc'} clears the search."
        if self.view.name:
            return f"No articles under “{self.view.name}”.\n{self.key('view.all')} shows all."
        if self.reading:
            return "Reading the folder …"
        if problems := self.library.counts().problems:
            files = counted(problems, "file here is no article", "files here are no articles")
            return f"{files}.\n{self.key('problems.open')} tells why."
        return "No articles here yet.\n" + (
            "Files that are put into the folder appear by themselves."
            if self.config.watch
            else f"{self.key('app.refresh')} looks at the folder again."
        )

    def _snip(self) -> None:
        """Have the rows on screen show where the search hits them."""
        if not words(self.asked):
            self.list.snippets({})
            return
        request, asked = self._request, self.asked
        numbers = [number for number in self.list.visible_numbers if number not in self._snippets]
        if not numbers:
            return
        known = dict(self._snippets)

        def snip() -> None:
            snippets = known | self.library.snippets(numbers, asked)
            titles = [headline.title for headline in self.library.headlines(list(snippets))]
            text = "\n".join([*snippets.values(), *titles])
            self._answer(lambda: Snipped(request, snippets, self.library.hits(text, asked)))

        self.run_worker(snip, thread=True, exclusive=True, group="snippets", exit_on_error=False)

    def on_article_list_scrolled(self) -> None:
        """Have the rows that came into view show their hits too, once the scrolling pauses."""
        if words(self.asked):
            if self._snip_timer:
                self._snip_timer.stop()
            self._snip_timer = self.set_timer(PREVIEW_SECONDS, self._snip)

    def on_snipped(self, message: Snipped) -> None:
        """Show the snippets, unless the list is another one by now."""
        if message.request == self._request:
            self._snippets = message.snippets
            self.list.snippets(self._snippets, message.hits)

    # The article under the cursor

    def on_article_list_highlighted(self, message: ArticleList.Highlighted) -> None:
        """Read the article, as soon as the cursor rests."""
        message.stop()
        self._tell_place()
        if self._preview_timer:
            self._preview_timer.stop()
        if message.number and message.number != self.shown:
            self._preview_timer = self.set_timer(PREVIEW_SECONDS, lambda: self.load(message.number))

    def load(self, number: int, *, opened: bool = False) -> None:
        """Read an article and its links, and show them."""
        if self._preview_timer:  # a preview that is still to come would take back that it was opened
            self._preview_timer.stop()
        self.shown = number
        self.opened = number if opened else 0
        asked = self.asked

        def read() -> None:
            try:
                article = self.library.article(number)
                text = f"{article.title.text}\n{article.text}"
                hits: re.Pattern[str] | None = self.library.hits(text, asked) if words(asked) else None
                links = self.library.links(number, MOST_LINKS)
            except BroadsheetError as fault:
                self.post_message(NotLoaded(number, fault))
            else:
                self.post_message(Loaded(number, article, hits, links))

        self.run_worker(read, thread=True, exclusive=True, group="article", exit_on_error=False)

    def on_loaded(self, message: Loaded) -> None:
        """Show the article, unless the cursor is elsewhere by now; mark it as read where that is wanted."""
        if message.number != self.shown:
            return
        wanted = self.config.mark_read
        if wanted is MarkRead.PREVIEW or (wanted is MarkRead.OPEN and self.opened == message.number):
            self.mark_read(message.number)
        self._hits = message.hits
        self.reader.show(message.article, self.headline(message.number), message.hits)
        self.related.empty_text = "Nothing in this folder is related to it."
        self.related.show(message.links)

    def on_not_loaded(self, message: NotLoaded) -> None:
        """Say why there is nothing to read."""
        if message.number == self.shown:
            self.reader.show_message("This article cannot be read", str(message.error))
            self.related.show(())

    def mark_read(self, number: int) -> None:
        """Mark as read; part of the marking actions."""
        raise LookupError(number)

    def _load_nothing(self) -> None:
        self.shown = 0
        self.reader.show(None)
        self.related.empty_text = ""
        self.related.show(())

    # Counts and faults

    def _count(self) -> None:
        with self.faults_told():  # the counts stay as they were; whatever asked for them goes on
            self.query_one(TitleLine).counts = self.library.counts()

    def _tell_place(self) -> None:
        row = self.list.cursor + 1 if self.numbers else 0
        self.query_one(KeyLine).place = f"{row:,}/{len(self.numbers):,}"

    def changed(self, numbers: Sequence[int]) -> None:
        """Show the new marks of some articles everywhere."""
        self.list.changed(numbers)
        self._count()
        if self.shown in numbers and self.reader.article:
            self.reader.show(self.reader.article, self.headline(self.shown), self._hits)

    def on_failed(self, message: Failed) -> None:
        """Say what went wrong: a wrong query under the search bar, anything else in a notice."""
        if isinstance(message.error, QueryError):
            self.bar.fault = (str(message.error), message.error.position)
        else:
            self.complain(message.error)

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

    def _answer(self, ask: Callable[[], Listed | Snipped]) -> None:
        """Post an answer from a worker, or what kept it from one."""
        try:
            answer = ask()
        except BroadsheetError as fault:
            self.post_message(Failed(fault))
        else:
            self.post_message(answer)

    def parsed(self, text: str, *, typing: bool) -> Query:
        """What the text asks for today; its end may be unfinished while `typing`. Raises QueryError."""
        query = parse(text, date.today(), typing=typing)
        return self.library.completed(query) if typing else query


def displayed(widget: Widget) -> bool:
    """Whether a pane is on the screen."""
    return widget.display and widget.size.width > 0
