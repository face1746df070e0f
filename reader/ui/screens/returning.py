"""Actions that go back and forward through what was opened: each article with its place, pane and list."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from reader.query import Query
from reader.ui.arrangement import Part
from reader.ui.messages import Loaded
from reader.ui.screens.asking import Asking
from reader.ui.screens.listing import View
from reader.ui.widgets.text_page import START, Place

if TYPE_CHECKING:
    from reader.ui.history import History, Opened


class Origin(NamedTuple):
    """What was listed when an article was opened."""

    view: View
    """The view."""
    asked: Query
    """The search in it."""


class Returning(Asking):
    """An article that was only passed is no part of it."""

    opened_before: tuple[str, Place] = ("", START)
    """Id of an article that was opened before this start, and how it was left; empty for none."""
    _history: "History | None" = None
    awaited: tuple[int, Place] = (0, START)
    """Number of an article that is about to be shown again, and the place in it that is wanted."""
    _page_left: "tuple[int, Callable[[], None]] | None" = None
    """Number of an article that was opened from a page, and what opens that page again."""

    _view_left: "tuple[View, Callable[[], None]] | None" = None
    """A view that was chosen on a page, and what opens that page again."""

    @property
    def history(self) -> "History":
        """What was opened."""
        from reader.ui.history import History, Opened  # not needed before something is opened

        if self._history is None:
            article, place = self.opened_before
            first = Opened(article, place, origin=Origin(self.view, self.asked))
            self._history = History().opened(first) if article else History()
        return self._history

    def load(self, number: int, *, opened: bool = False) -> None:
        """Read an article and its links, and show them; one that is opened is noted, and how the last one was left."""
        self._note_leaving()
        if self._page_left and number != self._page_left[0]:
            self._page_left = None
        if number != self.awaited[0]:
            self.awaited = (0, START)
        super().load(number, opened=opened)
        headline = self.headline(number) if opened else None
        if headline:
            from reader.ui.history import Opened

            self._history = self.history.opened(Opened(headline.id, origin=Origin(self.view, self.asked)))

    def on_loaded(self, message: Loaded) -> None:
        """Show the article, at the place where it was left if that is wanted."""
        super().on_loaded(message)
        number, place = self.awaited
        if number and number == message.number == self.shown:
            self.awaited = (0, START)
            self.reader.go_to_place(place)

    def open_from(self, number: int, page: Callable[[], None]) -> None:
        """Open an article from a page; the next step back calls `page`, which opens that again."""
        self.open_article(number)
        self._page_left = number, page

    def show_view_from(self, view: View, page: Callable[[], None]) -> None:
        """Show a view that was chosen on a page; the step back from it calls `page`, which opens that again."""
        self.show_view(view)
        self._view_left = view, page

    def leave_view(self) -> None:
        """From a view to all, and to the page on which it was chosen."""
        left, self._view_left = self._view_left, None
        view = self.view
        super().leave_view()
        if left and left[0] == view:
            left[1]()

    def open_article(self, number: int) -> None:
        """Show an article as one that is read now; back from it leads to the list."""
        self._page_left = None
        super().open_article(number)

    def go_back(self) -> bool:
        """From an article to the page that it was opened from, or one of the other steps back."""
        if self._page_left and self.pane is self.reader and not self.has_class("-text-only"):
            (number, page), self._page_left = self._page_left, None
            if number == self.shown:
                page()
                return True
        return super().go_back()

    def do_history_back(self) -> None:
        """To what was opened before."""
        self._go(-1)

    def do_history_forward(self) -> None:
        """To what was opened after it."""
        self._go(1)

    def _go(self, direction: int) -> None:
        self._note_leaving()
        steps = 0 if direction < 0 and self._is_elsewhere else direction
        while self.history.can_go(steps):
            entry = self.history.entries[self.history.at + steps]
            number = self.library.known_number(entry.article)
            if number:
                self._history = self.history.gone(steps)
                self._return(entry, number)
                self._tell_history()
                return
            self._history = self.history.without(self.history.at + steps)
        end = "first" if direction < 0 else "last"
        none = "No article has been opened yet."
        self.answer(f"This is the {end} article that was opened." if self.history.entries else none)

    def _return(self, entry: "Opened", number: int) -> None:
        """Show an article again as it was left, under what was listed then."""
        self.awaited = (number, entry.place)
        origin = entry.origin
        if isinstance(origin, Origin) and origin != Origin(self.view, self.asked):
            self._list_again(origin, number)
        else:
            self.list.go_to(number)
        self.load(number, opened=True)
        self.go_to_pane(self.pane_of(entry.part))

    def _list_again(self, origin: Origin, number: int) -> None:
        self.view, self.asked = origin.view, origin.asked
        self.bar.write(origin.asked.text)
        self.bar.view = origin.view.name
        self.relist(keep=False, aim=number)

    def _tell_history(self) -> None:
        keys = (("history.back", "back"), ("history.forward", "forward"))
        told = "  ".join(f"{self.key(action)} {word}" for action, word in keys if self.key(action))
        place = f"{self.history.at + 1} of {len(self.history.entries)}"
        self.answer(f"{place} · {told}" if told else place)

    @property
    def _is_elsewhere(self) -> bool:
        """Whether another article is on show than the one that somebody is at."""
        current = self.history.current
        return current is not None and self.library.known_number(current.article) != self.shown

    def _note_leaving(self) -> None:
        """Take note of the place in the article that somebody is at, while it is on show."""
        article = self.reader.article
        if article is None or (self._history is None and not self.opened_before[0]):
            return
        current = self.history.current
        if current and article.id == current.article and not self.awaited[0]:
            part = Part.RELATED if self.part is Part.RELATED else Part.TEXT
            self._history = self.history.left(self.reader.place, part)
