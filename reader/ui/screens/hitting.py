"""Actions that go from hit to hit, and from the last one of an article to those of the next."""

from collections.abc import Callable

from reader.query import Query, any_of, words
from reader.ui.messages import Loaded
from reader.ui.screens.moving import Moving, repeated


class Hitting(Moving):
    """At an end of an article that is said first; the same key again goes on."""

    _end_told = (0, 0, 0)
    """Number of the article at whose last (1) or first (-1) hit it was said how to go on, and of the one beside it."""
    _awaited_hits = (0, 0)
    """Number of the article whose hits are gone to as soon as it is read, and the direction."""

    def do_search_next_hit(self) -> None:
        """To the next hit in the text; behind the last one, in the next article that has any."""
        self._go_to_hit(self.reader.next_hit, 1)

    def do_search_previous_hit(self) -> None:
        """To the hit before; before the first one, to the last one of the article before that has any."""
        self._go_to_hit(self.reader.previous_hit, -1)

    def _go_to_hit(self, step: Callable[[], bool], direction: int) -> None:
        (*told, beside), self._end_told = self._end_told, (0, 0, 0)
        if not self.reader.hit_count:
            self.answer("Nothing is found in this text.")
        elif repeated(step, self.times):
            self.answer(self.hit_told())
        elif told == [self.shown, direction]:
            self._go_to_article(beside, direction)
        else:
            beside = self._beside(direction)
            self._end_told = (self.shown, direction, beside)
            self.answer(f"{self.hit_told()}  {self._way_on(direction, beside)}")

    def _way_on(self, direction: int, beside: int) -> str:
        """That this is the last hit, or the first one, and how to go on."""
        end, action = ("last", "search.next_hit") if direction > 0 else ("first", "search.previous_hit")
        if not self._goes_on:
            return f"This is the {end} hit."
        if not beside:
            return f"This is the {end} hit of the {end} article."
        way = "on to the next article" if direction > 0 else "back to the article before"
        return f"This is the {end} hit; {self.key(action)} again goes {way}."

    @property
    def _goes_on(self) -> bool:
        """Whether what is lit is what the list was searched for, and not words that were found in this text alone."""
        return not self.reader.finds and bool(words(self.sought))

    def _beside(self, direction: int) -> int:
        """Number of the next listed article that has hits, or of the one before; 0 for none."""
        if not self._goes_on:
            return 0
        held = set(self.library.find(Query("", any_of(words(self.sought)))).numbers)
        rows, at = self.list.rows, self.list.cursor
        beyond = rows[at + 1 :] if direction > 0 else reversed(rows[:at])
        return next((number for number in beyond if number in held), 0)

    def _go_to_article(self, number: int, direction: int) -> None:
        if number:
            opened = self.opened == self.shown
            self._awaited_hits = (number, direction)
            self.list.go_to(number)
            self.load(number, opened=opened)

    def on_loaded(self, message: Loaded) -> None:
        """Show the article; where its hits were gone to, say so, and show the last one on the way back."""
        super().on_loaded(message)
        number, direction = self._awaited_hits
        if number != message.number or number != self.shown:
            return
        self._awaited_hits = (0, 0)
        if direction < 0:
            self.reader.last_hit()
        self.answer(f"{self.hit_told()} in the {'next article' if direction > 0 else 'article before'}.")

    def hit_told(self) -> str:
        """Which of the hits in the text is the current one."""
        return f"{self.reader.hit:,} of {self.reader.hit_count:,}"
