"""What the rows on screen tell besides their headlines, found by workers: where a search hits, how much is new."""

from collections.abc import Callable, Mapping, Sequence
from time import monotonic

from textual.timer import Timer

from reader.errors import BroadsheetError
from reader.library import Library
from reader.query import words
from reader.settings.config import Config
from reader.ui.messages import Counted, Failed, Listed, Snipped, Unseen
from reader.ui.screens.loading import PREVIEW_SECONDS, Loading


class Completing(Loading):
    """Asked for the rows on screen alone, once scrolling pauses."""

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(library, config, keys)
        self.request = 0
        """Number of the last request for a list; an answer to an older one is dropped."""
        self._snippets: Mapping[int, str] = {}
        self._unseen: Mapping[int, int] = {}
        self._unseen_known: tuple[int, set[int]] = (0, set())
        self._rest_timer: Timer | None = None
        self._scrolled = 0.0

    def complete_rows(self, *, anew: bool = False) -> None:
        """Have the rows on screen tell all; `anew` where they are other ones."""
        if anew:
            self._snippets = {}
        self._snip()
        self.call_after_refresh(self.look_for_unseen)

    def _snip(self) -> None:
        """Have the rows on screen show where the search hits them."""
        if not words(self.sought):
            self.list.snippets({})
            return
        request, asked = self.request, self.sought
        numbers = [number for number in self.list.visible_numbers if number not in self._snippets]
        if not numbers:
            return
        known = dict(self._snippets)

        def snip() -> None:
            snippets = known | self.library.snippets(numbers, asked)
            titles = [headline.title for headline in self.library.headlines(list(snippets))]
            text = "\n".join([*snippets.values(), *titles])
            self.post_answer(lambda: Snipped(request, snippets, self.library.hits(text, asked)))

        self.run_worker(snip, thread=True, exclusive=True, group="snippets", exit_on_error=False)

    def on_article_list_scrolled(self) -> None:
        """Have the rows that came into view tell all that the others do, once the scrolling pauses."""
        self._scrolled = monotonic()
        if self._rest_timer is None:  # one timer for many steps: making and stopping one for each takes a millisecond
            self._rest_timer = self.set_timer(PREVIEW_SECONDS, self._scrolling_rested)

    def _scrolling_rested(self) -> None:
        """Do so, unless it goes on scrolling."""
        rest = self._scrolled + PREVIEW_SECONDS - monotonic()
        self._rest_timer = self.set_timer(rest, self._scrolling_rested) if rest > 0.001 else None
        if self._rest_timer:
            return
        if words(self.sought):
            self._snip()
        self.look_for_unseen()

    def on_snipped(self, message: Snipped) -> None:
        """Show the snippets, unless the list is another one by now."""
        if message.request == self.request:
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
            self.post_answer(lambda: Unseen(version, asked, self.library.stories.unseen(asked)))

        self.run_worker(look, thread=True, exclusive=True, group="unseen", exit_on_error=False)

    def on_unseen(self, message: Unseen) -> None:
        """Tell it in the list, unless it may be otherwise by now."""
        if message.version != self._unseen_known[0]:
            return
        self._unseen_known[1].update(message.asked)
        others = {number: count for number, count in self._unseen.items() if number not in set(message.asked)}
        self._unseen = others | dict(message.passages)
        self.list.unseen(self._unseen)

    def post_answer(self, ask: Callable[[], Listed | Counted | Snipped | Unseen]) -> None:
        """Post an answer from a worker, or what kept it from one."""
        try:
            answer = ask()
        except BroadsheetError as fault:
            self.post_message(Failed(fault))
        else:
            self.post_message(answer)
