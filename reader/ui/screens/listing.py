"""What is listed: the articles of a view that answer the search, found by a worker."""

import asyncio
from array import array
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

from textual.worker import get_current_worker

from reader.errors import QueryError
from reader.grouping import Grouped
from reader.library import Answer, Library
from reader.query import Everything, Node, Query, all_of, parse
from reader.settings.config import Config
from reader.told import counted
from reader.ui.messages import Failed, Listed
from reader.ui.screens.completing import Completing
from reader.ui.widgets.lines import KeyLine


@dataclass(frozen=True, slots=True)
class View:
    """A choice of articles that searches are made in."""

    name: str = ""
    """What it is called in the search bar; empty for all articles."""
    query: Query = field(default_factory=Query)
    """Which articles it holds."""


STORIES = "stories"
"""Under which it is remembered whether a story is one line of the list, behind what the configuration said then."""
MOST_WAITED = 1.0
"""Seconds that a key waits for the list that it is about."""


class Listing(Completing):
    """A view and a search narrow the list together."""

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(library, config, keys)
        self.view = View()
        chosen = library.remembered(STORIES, here=True) if config.resume else ""
        self.by_story = not config.stories if chosen == f"{config.stories}:{not config.stories}" else config.stories
        """Whether a story is one line of the list."""
        self.numbers: array[int] = array("q")
        """Numbers of the articles that are listed."""
        self.near: tuple[tuple[str, str], ...] = ()
        """Where nothing is listed: words that are not there, each with the nearest one that is."""
        self.settled = False
        """Whether the cursor is to stay on its article when others arrive: not before there was something to choose."""
        self._kept: set[int] = set()
        self._awaited = self._answered = 0
        self._near = self._stories = 0
        self.aim = 0
        """Number of the article on which the cursor is to be as soon as there is a list, 0 for none."""

    def on_mount(self) -> None:
        """Show what the catalogue knows, at once."""
        self.call_after_refresh(self.count)
        self.call_after_refresh(self.look_for_unseen)
        found = self.library.find(self.view.query, keep=[self.aim] if self.view.name else ())
        rows = self._rows(found)
        self.list.show(rows.numbers, others=rows.others)
        self._go_to_aim()
        self.tell_found(found, rows)

    async def listed(self) -> None:
        """Wait for the list that was asked for, as far as that takes no more than a moment.

        A key that is pressed behind a search or a view is about what that lists, and not about what stood there before.
        """
        end = monotonic() + MOST_WAITED
        while self._answered < self._awaited and monotonic() < end:
            await asyncio.sleep(0.005)
        self._answered = max(self._answered, self._awaited)  # whatever became of it, the next key does not wait again

    def relist(self, *, keep: bool, aim: int = 0, near: int = 0, news: bool = True) -> None:
        """Find again what is to be listed; with `keep` the cursor stays on its article, and that in the list.

        `aim` is the number of an article on which the cursor is to be then, whether it answers or not, `near` that of
        one on which it is to be if it does. What comes into the list then is told as new unless it is no `news`.
        """
        self.request += 1
        if not keep:
            self._awaited, self._near = self.request, near
        request, view, asked = self.request, self.view, self.asked
        if keep:
            self._kept.add(self.list.cursor_number)
        else:
            self._kept.clear()
        self.aim = aim or (self.aim if keep else 0)
        self._kept.add(self.aim)
        kept = frozenset(self._kept - {0})

        def find() -> None:
            if not get_current_worker().is_cancelled:
                self.post_answer(lambda: self._listed(request, self.found(view, asked, kept), keep, news))

        self.run_worker(find, thread=True, exclusive=True, group="list", exit_on_error=False)

    def _listed(self, request: int, found: Answer, keep: bool, news: bool) -> Listed:
        return Listed(request, found, self._rows(found), keep, news)

    def _rows(self, found: Answer) -> Grouped:
        """The list's rows: one for each story, or one for each article."""
        return self.library.grouped(found.numbers) if self.by_story else Grouped(found.numbers)

    def found(self, view: View, asked: Query, kept: Collection[int]) -> Answer:
        """What answers a query in a view; where nothing does, what does with its last word as one that is begun."""

        def find(root: Node) -> Answer:
            return self.library.find(Query(asked.text, all_of([view.query.root, root])), keep=kept)

        found = find(asked.root)
        if found.numbers or not asked.text:
            return found
        begun = parse(asked.text, date.today(), typing=True)
        completed = find(self.library.completed(begun).root)
        if completed.numbers or completed.near or completed.unknown:
            return completed
        return found if found.near or found.unknown else find(begun.root)

    def keep_listed(self, numbers: Sequence[int]) -> None:
        """Have those of these articles that are listed stay so until another view or search, whatever their marks."""
        listed = self.numbers if len(numbers) == 1 else set(self.numbers)
        self._kept.update(number for number in numbers if number in listed)

    def on_listed(self, message: Listed) -> None:
        """Show what was found, unless something else was asked for meanwhile."""
        if message.request != self.request:
            return
        self._answered = message.request
        self.bar.fault = ("", 0)
        if message.keep and message.news and not self.reading:
            self._tell_news(message.found)
        rows = message.rows
        keep = self.list.cursor_number if message.keep else None
        self.list.show(rows.numbers, keep, rows.others, unfold=bool(keep) and keep == self.opened)
        if not message.keep and self._near:
            self.list.go_to(self._near)
        self._go_to_aim()
        self.tell_found(message.found, rows)
        if not message.found.numbers:
            self.load_nothing()
        elif self.list.cursor_number != self.shown and not (message.keep and self._reads_unlisted):
            self.load(self.list.cursor_number)
        self.complete_rows(anew=True)

    def _go_to_aim(self) -> None:
        if self.aim:
            self.list.go_to(self.aim)
            self.aim = 0

    @property
    def _reads_unlisted(self) -> bool:
        """Whether an article was opened that is not the cursor's, and is still there: it stays on show."""
        return bool(self.shown) and self.opened == self.shown and self.headline(self.shown) is not None

    def _tell_news(self, found: Answer) -> None:
        """Say how many have come: the list stays where it is, so that they may stand out of sight."""
        if come := len(set(found.numbers).difference(self.numbers)):
            self.answer(counted(come, "new article"))

    def tell_found(self, found: Answer, rows: Grouped) -> None:
        """Say how many there are, and where there is none, why."""
        self.numbers = found.numbers
        self.near = () if found.numbers else found.near
        self._stories = rows.stories
        self.tell_count(found.kept)
        with self.faults_told():
            self.list.empty_text = self._why_empty(self._searched, found)
            self.tell_place()

    def tell_count(self, kept: int) -> None:
        """Say how many there are; the list holds as many as are `kept` besides, which have answered before."""
        count = len(self.numbers) - kept
        told = [f"{count:,} found" if self._searched else counted(count, "article")]
        told += [counted(self._stories, "story", "stories")] * bool(self._stories)
        self.bar.found = ", ".join([*told, *[f"{kept:,} no longer"] * bool(kept)])

    @property
    def _searched(self) -> bool:
        """Whether something is searched for."""
        return not isinstance(self.asked.root, Everything)

    def _why_empty(self, searched: bool, found: Answer) -> str:
        if found.numbers:
            return ""
        from reader.ui.empty_list import Emptiness, why_empty  # a first screen mostly has articles

        empty = Emptiness(
            self.library.folder.resolve().name,
            self.library.counts(),
            self.view.name,
            searched,
            tuple(found.near),
            self.reading,
            self.config.watch,
            found.unknown,
        )
        return why_empty(empty, self.key)

    @property
    def sought(self) -> Query:
        """What is looked for: in the search bar, and in the view where that is a search."""
        return Query(self.asked.text, all_of([self.view.query.root, self.asked.root]))

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
        self._answered = self._awaited  # there may be no list to wait for any more
        if isinstance(message.error, QueryError):
            self.bar.fault = (str(message.error), message.error.position)
        else:
            self.answer("")  # that it goes on
            self.complain(message.error)
