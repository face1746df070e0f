"""A start goes on where the last one ended: the view, the article, the place in it, the pane that had the keys."""

from collections.abc import Mapping
from datetime import date

from textual import events

from reader.errors import QueryError
from reader.library import Library
from reader.query import parse, words
from reader.settings.config import Config
from reader.ui.resuming import Left, read, written
from reader.ui.screens.listing import View
from reader.ui.screens.returning import Returning

LEFT = "left"
"""Under which name that is remembered, for each folder."""


class Resuming(Returning):
    """Nothing of it waits for the leaving: it is written when it changes."""

    _above: int | None = None
    """How many rows stood above the article's; None where there was none."""

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(library, config, keys)
        left = read(library.remembered(LEFT, here=True)) if config.resume else Left()
        number = library.known_number(left.article) if left.article else 0
        if number:
            self._resume(left, number)

    def _resume(self, left: Left, number: int) -> None:
        self.at = left.part
        self.awaited = (number, left.place)
        self.aim, self._above = number, left.above
        self.view = _view(left)
        if left.opened:
            self.opened_before = (left.article, left.place)

    def on_mount(self) -> None:
        """Name the view that is listed, and have its rows stand where they stood."""
        self.list.begins_below = self._above
        if self.view.name:
            self.bar.view = self.view.name

    # Taking note

    def load(self, number: int, *, opened: bool = False) -> None:
        """Read an article and its links, and show them; take note of it."""
        super().load(number, opened=opened)
        self._note()

    def on_article_view_scrolled(self) -> None:
        """Take note of the place in the text."""
        self._note()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Take note of the pane."""
        super().on_descendant_focus(event)
        self._note()

    def _note(self) -> None:
        if self.config.resume:
            self.remembering.changed(LEFT, self._left, here=True)

    def _left(self) -> str:
        article = self.reader.article
        if article is None or self.awaited[0]:
            return ""
        view = self.view if self.view.query.text else View()
        opened = self.opened == self.shown
        return written(
            Left(article.id, self.reader.place, self.at, opened, view.name, view.query.text, self.list.rows_above)
        )


def _view(left: Left) -> View:
    """The view that was left; all articles where a start would have to wait for the index."""
    try:
        query = parse(left.query, date.today())
    except QueryError:
        return View()
    return View(left.view, query) if left.view and left.query and not words(query) else View()
