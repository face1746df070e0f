"""What is listed: the articles of a view that answer the search, found by a worker."""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from textual.timer import Timer
from textual.worker import get_current_worker

from reader.errors import BroadsheetError, QueryError
from reader.grouping import Grouped
from reader.library import Found, Library
from reader.query import Everything, Node, Query, all_of, parse, words
from reader.settings.config import Config
from reader.ui.messages import Failed, Listed, Snipped, Unseen
from reader.ui.screens.loading import PREVIEW_SECONDS, Loading
from reader.ui.widgets.lines import KeyLine, counted


@dataclass(frozen=True, slots=True)
class View:
    """A choice of articles that searches are made in."""

    name: str = ""
    """What it is called in the search bar; empty for all articles."""
    query: Query = field(default_factory=Query)
    """Which articles it holds."""


class Listing(Loading):
    """A view and a search narrow the list together."""

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(library, config, keys)
        self.view = View()
        self.by_story = config.stories
        """Whether a story is one line of the list."""
        self.numbers: array[int] = array("q")
        """Numbers of the articles that are listed."""
        self.settled = False
        """Whether the cursor is to stay on its article when others arrive: not before there was something to choose."""
        self.reading = True
        """Whether the folder has not been read to its end yet."""
        self._request = 0
        self._kept: set[int] = set()
        self._snippets: Mapping[int, str] = {}
        self._unseen: Mapping[int, int] = {}
        self._unseen_known: tuple[int, set[int]] = (0, set())
        self._rest_timer: Timer | None = None
        self._scrolled = 0.0

    def on_mount(self) -> None:
        """Show what the catalogue knows, at once."""
        self.call_after_refresh(self.count)
        self.call_after_refresh(self.look_for_unseen)
        found = self.library.find(Query())
        rows = self._rows(found)
        self.list.show(rows.numbers, others=rows.others)
        self.tell_found(found, rows)

    def relist(self, *, keep: bool, news: bool = True) -> None:
        """Find again what is to be listed; with `keep` the cursor stays on its article, and that in the list.

        What comes into the list then is told as new unless it is no `news`.
        """
        self._request += 1
        request, view, asked = self._request, self.view, self.asked
        if keep:
            self._kept.add(self.list.cursor_number)
        else:
            self._kept.clear()
        kept = frozenset(self._kept - {0})

        def find() -> None:
            if not get_current_worker().is_cancelled:
                self._answer(lambda: self._listed(request, self._found(view, asked, kept), keep, news))

        self.run_worker(find, thread=True, exclusive=True, group="list", exit_on_error=False)

    def _listed(self, request: int, found: Found, keep: bool, news: bool) -> Listed:
        return Listed(request, found, self._rows(found), keep, news)

    def _rows(self, found: Found) -> Grouped:
        """The list's rows: one for each story, or one for each article."""
        return self.library.grouped(found.numbers) if self.by_story else Grouped(found.numbers)

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
        if message.keep and message.news and not self.reading:
            self._tell_news(message.found)
        rows = message.rows
        self.list.show(rows.numbers, self.list.cursor_number if message.keep else None, rows.others)
        self.tell_found(message.found, rows)
        if not message.found.numbers:
            self.load_nothing()
        elif self.list.cursor_number != self.shown:
            self.load(self.list.cursor_number)
        self._snip()
        self.call_after_refresh(self.look_for_unseen)

    def _tell_news(self, found: Found) -> None:
        """Say how many have come: the list stays where it is, so that they may stand out of sight."""
        if come := len(set(found.numbers).difference(self.numbers)):
            self.answer(counted(come, "new article", "new articles"))

    def tell_found(self, found: Found, rows: Grouped) -> None:
        """Say how many there are, and where there is none, why."""
        self.numbers = found.numbers
        count = len(found.numbers)
        searched = not isinstance(self.asked.root, Everything)
        told = f"{count:,} found" if searched else counted(count, "article", "articles")
        self.bar.found = f"{told}, {counted(rows.stories, 'story', 'stories')}" if rows.stories else told
        with self.faults_told():
            self.list.empty_text = self._why_empty(searched, found)
            self.tell_place()

    def _why_empty(self, searched: bool, found: Found) -> str:
        if searched and found.near:
            near = ", ".join(f"{word} → {nearest}" for word, nearest in found.near)
            return f"Nothing found.\nSpelt differently here: {near}"
        if searched:
            where = f" among “{self.view.name}”" if self.view.name else ""
            yet = " yet.\nThe folder is still being read" if self.reading else ""
            return f"Nothing found{where}{yet}.\n{self.key('app.back') or 'esc'} clears the search."
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

    @property
    def sought(self) -> Query:
        """What is looked for: in the search bar, and in the view where that is a search."""
        return Query(self.asked.text, all_of([self.view.query.root, self.asked.root]))

    def _snip(self) -> None:
        """Have the rows on screen show where the search hits them."""
        if not words(self.sought):
            self.list.snippets({})
            return
        request, asked = self._request, self.sought
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
        """Have the rows that came into view tell all that the others do, once the scrolling pauses."""
        self._scrolled = monotonic()
        if self._rest_timer is None:  # one timer for many steps: making and stopping one for each takes a millisecond
            self._rest_timer = self.set_timer(PREVIEW_SECONDS, self._complete_rows)

    def _complete_rows(self) -> None:
        """Do so, unless it goes on scrolling."""
        rest = self._scrolled + PREVIEW_SECONDS - monotonic()
        self._rest_timer = self.set_timer(rest, self._complete_rows) if rest > 0.001 else None
        if self._rest_timer:
            return
        if words(self.sought):
            self._snip()
        self.look_for_unseen()

    def on_snipped(self, message: Snipped) -> None:
        """Show the snippets, unless the list is another one by now."""
        if message.request == self._request:
            self._snippets = message.snippets
            self.list.snippets(self._snippets, message.hits)

    def on_resize(self) -> None:
        """Have rows that came into view tell all that the others do."""
        self.call_after_refresh(self.look_for_unseen)

    def changed(self, numbers: Sequence[int]) -> None:
        """Show the new marks of some articles everywhere, also at the stories that they are in."""
        super().changed(numbers)
        self.look_for_unseen()

    def look_for_unseen(self) -> None:
        """Have the stories on screen say how much of them is new to who has read some of it."""
        version = self.library.version()
        if version != self._unseen_known[0]:
            self._unseen_known = (version, set())
        asked = [number for number in self.list.visible_stories if number not in self._unseen_known[1]]
        if not asked:
            return

        def look() -> None:
            self._answer(lambda: Unseen(version, asked, self.library.stories.unseen(asked)))

        self.run_worker(look, thread=True, exclusive=True, group="unseen", exit_on_error=False)

    def on_unseen(self, message: Unseen) -> None:
        """Tell it in the list, unless it may be otherwise by now."""
        if message.version != self._unseen_known[0]:
            return
        self._unseen_known[1].update(message.asked)
        others = {number: count for number, count in self._unseen.items() if number not in set(message.asked)}
        self._unseen = others | dict(message.passages)
        self.list.unseen(self._unseen)

    def _answer(self, ask: Callable[[], Listed | Snipped | Unseen]) -> None:
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

    def tell_place(self) -> None:
        """Say in which row the cursor is, and how many are chosen."""
        rows, chosen = self.list.rows, self.list.chosen
        place = f"{self.list.cursor + 1 if rows else 0:,}/{len(rows):,}"
        self.query_one(KeyLine).place = f"{len(chosen):,} chosen  {place}" if chosen else place

    def on_failed(self, message: Failed) -> None:
        """Say what went wrong: a wrong query under the search bar, anything else in a notice."""
        if isinstance(message.error, QueryError):
            self.bar.fault = (str(message.error), message.error.position)
        else:
            self.complain(message.error)
