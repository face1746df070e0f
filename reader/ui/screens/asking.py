"""The search bar helps to ask: it completes what is typed, mends its spelling, and knows earlier searches."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING

from reader.errors import QueryError
from reader.query import Word, completions, parse, words
from reader.settings.keys import Scope
from reader.ui.screens.viewing import Viewing

if TYPE_CHECKING:
    from reader.ui.searches import Searches

SEARCHES = "searches"
"""Under which name they are remembered, for each folder."""


class Asking(Viewing):
    """One key completes, and completes otherwise when it is pressed again; two go through earlier searches."""

    _completed: tuple[str, ...] = ()
    """Every way to complete what was typed."""
    _searches: "Searches | None" = None

    def do_pane_next(self) -> None:
        """Complete what is typed in the search bar, or take the spelling that is offered; else on to the next pane."""
        asks = self.place is Scope.SEARCH
        if (asks and self._complete()) or (self.pane is self.list and self._respell()):
            return
        if asks:
            self._keep_search()
        super().do_pane_next()

    # Completing and mending

    def _complete(self) -> bool:
        """Complete what is typed, or in the next way; false where there is none, or none other."""
        text = self.bar.text
        if text in self._completed:
            at = (self._completed.index(text) + 1) % len(self._completed)
        else:
            at, self._completed = 0, completions(text, self.library.values_like)
        if not self._completed or self._completed[at] == text:
            return False
        self.bar.type(self._completed[at])
        if len(self._completed) > 1:
            self.answer(f"{at + 1} of {len(self._completed)} · {self.key('pane.next')} next")
        return True

    def _respell(self) -> bool:
        """Search for the words that are spelt so here; false where nothing is offered."""
        text = self.bar.text
        spelt = _respelt(text, dict(self.near))
        if spelt == text:
            return False
        self.bar.write(spelt)
        self.bar.field.cursor_position = len(spelt)
        self._search(spelt, typing=self.place is Scope.SEARCH)
        return True

    # Earlier searches

    @property
    def searches(self) -> "Searches":
        """Earlier searches, also those of earlier starts."""
        from reader.ui.searches import read  # not needed before something is searched for

        if self._searches is None:
            self._searches = read(self.library.remembered(SEARCHES, here=True))
        return self._searches

    async def do_search_open(self, query: str = "") -> None:
        """Give the keys to the search bar, or search what is named."""
        self._searches = self.searches.left()
        await super().do_search_open(query)

    def do_search_accept(self) -> None:
        """Keep the search, and remember it."""
        super().do_search_accept()
        self._keep_search()

    def _keep_search(self) -> None:
        if self.bar.text and not self.bar.fault[0]:
            self._searches = self.searches.kept(self.bar.text)
            self.remembering.changed(SEARCHES, lambda: self.searches.written, here=True)

    def do_search_earlier(self) -> None:
        """The search before the one in the bar."""
        self._recall(-1)

    def do_search_later(self) -> None:
        """The search after it; behind the last one, on to the results."""
        if self.searches.at == len(self.searches.texts):
            self.do_search_accept()
        else:
            self._recall(1)

    def _recall(self, steps: int) -> None:
        gone = self.searches.gone(steps, self.bar.text)
        if gone == self.searches:
            self.answer("There is no earlier search." if steps < 0 else "")
            return
        self._searches = gone
        self.bar.type(gone.text)


def _respelt(text: str, near: Mapping[str, str]) -> str:
    """A search with every word that has a near one replaced by that."""
    try:
        asked = parse(text, date.today(), typing=True)
    except QueryError:
        return text
    for word in reversed(words(asked)):
        if isinstance(word, Word) and word.text in near:
            start, end = word.span
            text = text[:start] + text[start:end].replace(word.text, near[word.text]) + text[end:]
    return text
