"""Actions that move: the cursor, the text, and from pane to pane."""

from collections.abc import Callable

from reader.query import Is, Query
from reader.ui.arrangement import Panes, Part
from reader.ui.screens.choosing import Choosing
from reader.ui.screens.desk import displayed
from reader.ui.widgets.article_list import ArticleList
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.related_list import RelatedList

Pane = ArticleList | ArticleView | RelatedList


class Moving(Choosing):
    """Moves by a line, a page or all the way, in the pane that has the keys or in the other one."""

    @property
    def pane(self) -> Pane:
        """The pane that has the keys; the list while none has."""
        focused = self.focused
        return focused if isinstance(focused, ArticleList | ArticleView | RelatedList) else self.list

    def do_move_down(self) -> None:
        """A row or a line down."""
        _move(self.pane, self.times)

    def do_move_up(self) -> None:
        """A row or a line up."""
        _move(self.pane, -self.times)

    def do_move_page_down(self) -> None:
        """A page down."""
        _page(self.pane, self.times)

    def do_move_page_up(self) -> None:
        """A page up."""
        _page(self.pane, -self.times)

    def do_move_top(self) -> None:
        """To the beginning, or with a number to that row."""
        if not self._go_to_row():
            self.pane.top()

    def do_move_bottom(self) -> None:
        """To the end, or with a number to that row."""
        if not self._go_to_row():
            self.pane.bottom()

    def _go_to_row(self) -> bool:
        """Go to the row whose number was typed; false where none was."""
        if self.typed:
            self.pane.top()
            _move(self.pane, self.typed - 1)
        return bool(self.typed)

    def do_other_down(self) -> None:
        """Down in the pane that does not have the keys."""
        self._move_other(self.times)

    def do_other_up(self) -> None:
        """Up in the pane that does not have the keys."""
        self._move_other(-self.times)

    def _move_other(self, steps: int) -> None:
        other = self.list if self.pane is self.reader else self.reader
        if displayed(other):
            _move(other, steps)
        else:
            self.answer("No other pane is on the screen.")

    # From pane to pane

    @property
    def part(self) -> Part:
        """Which pane has the keys; the list while none has."""
        return Part(str(self.pane.id))

    def go_to_pane(self, pane: Pane) -> None:
        """Bring a pane onto the screen, whatever the width, and give it the keys."""
        self.at = Part(str(pane.id))
        self.divide()
        if pane is not self.reader:
            self.remove_class("-text-only")
        self.set_focus(pane, scroll_visible=False)  # at once: the next key may be there already

    def do_pane_next(self) -> None:
        """Give the keys to the next pane."""
        self._step(1)

    def do_pane_previous(self) -> None:
        """Give the keys to the previous pane."""
        self._step(-1)

    def _step(self, direction: int) -> None:
        if self.focused is not self.pane:  # from the search bar to what it found
            self.go_to_pane(self.list)
            return
        reachable = self.arrangement.reachable(self.room.panes)
        parts = [part for part in Part if part in reachable or part is self.at]
        self.go_to_pane(self.pane_of(parts[(parts.index(self.at) + direction) % len(parts)]))

    def do_pane_text_only(self) -> None:
        """Nothing but the text, or everything again."""
        alone = self.has_class("-text-only")
        if not alone and not self.shown:
            self.answer("There is no text to show.")
            return
        self.go_to_pane(self.reader)
        self.set_class(not alone, "-text-only")

    def do_article_related(self) -> None:
        """To the related articles; from there back, and they give way where they came on request."""
        there, panes = self.pane is self.related, self.room.panes
        back = self.list if Part.LIST in self.arrangement.reachable(panes) else self.reader
        self.go_to_pane(back if there else self.related)
        if panes is Panes.THREE:
            self.rearrange(self.arrangement.with_hidden(Part.RELATED, panes, there))

    # Opening

    def do_article_open(self) -> None:
        """Open what is under the cursor."""
        if isinstance(self.pane, ArticleList | RelatedList):
            self.pane.choose()

    def on_article_list_chosen(self, message: ArticleList.Chosen) -> None:
        """Open the article and go to it."""
        self.open_article(message.number)

    def on_related_list_chosen(self, message: RelatedList.Chosen) -> None:
        """Open the related article and go to it; the list's cursor follows where it can."""
        self.open_article(message.number)

    def open_article(self, number: int) -> None:
        """Show an article as one that is read now; 0 for none does nothing."""
        if not number:
            return
        self.list.go_to(number)
        self.load(number, opened=True)
        self.go_to_pane(self.reader)

    def do_article_next(self) -> None:
        """A page on in the text; after its end, on to the next unread article."""
        number = self.list.cursor_number
        if not displayed(self.reader):  # nothing is read that is not seen
            self.open_article(self.shown or number)
            return
        if number and self.shown == number and self.opened != number:
            self.load(number, opened=True)
        if not self.reader.scroll_page(self.times):
            self._open_next_unread()

    def _open_next_unread(self) -> None:
        unread = set(self.library.find(Query("", Is("unread"))).numbers)
        following = next((number for number in self.list.rows[self.list.cursor + 1 :] if number in unread), 0)
        if following:
            self.list.go_to(following)
            self.load(following, opened=True)
        else:
            self.answer("No unread article below this one.")

    # What is new

    def do_novelty_next(self) -> None:
        """To the next passage that is new."""
        self._go_to_new(1, "last")

    def do_novelty_previous(self) -> None:
        """To the new passage before."""
        self._go_to_new(-1, "first")

    def _go_to_new(self, direction: int, end: str) -> None:
        if not repeated(lambda: self.reader.next_new(direction), self.times):
            told = f"This is the {end} new passage." if self.reader.new_count else "Nothing here is marked as new."
            self.answer(told)

    def do_novelty_hide(self) -> None:
        """Hide what is known, or show it again; where nothing is, say so."""
        if not self.reader.known_hidden and not self.reader.known_count:
            self.answer("There is nothing to hide: nothing here is known to you from other versions.")
            return
        self.reader.known_hidden = not self.reader.known_hidden
        hidden = self.reader.known_hidden
        self.answer("What you know from other versions is hidden." if hidden else "Everything is shown.")


def repeated(step: Callable[[], bool], times: int) -> bool:
    """Go on so many times, or as far as it goes; false where it did not go on at all."""
    gone = 0
    while gone < times and step():
        gone += 1
    return gone > 0


def _move(pane: Pane, steps: int) -> None:
    if isinstance(pane, ArticleView):
        pane.scroll_lines(steps)
    else:
        pane.move(steps)


def _page(pane: Pane, direction: int) -> None:
    if isinstance(pane, ArticleView):
        pane.scroll_page(direction)
    else:
        pane.page(direction)
