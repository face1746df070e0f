"""The article on show and its links: read by a worker as soon as the cursor rests."""

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.errors import BroadsheetError
from reader.library import Library
from reader.query import Query, words
from reader.settings.config import Config, MarkRead
from reader.ui.arrangement import Part
from reader.ui.messages import Loaded, NotLoaded
from reader.ui.screens.desk import Desk
from reader.ui.widgets.article_list import ArticleList

if TYPE_CHECKING:
    from reader.stories.novelty import Judgement

PREVIEW_SECONDS = 0.04
"""How long the cursor rests before the article under it is read: a key held down repeats faster."""
MOST_LINKS = 50


class Loading(Desk):
    """What is read of one article."""

    def __init__(self, library: Library, config: Config, keys: Mapping[str, tuple[str, ...]]) -> None:
        super().__init__(library, config, keys)
        self.asked = Query()
        """What stands in the search bar, as far as it is right."""
        self.shown = 0
        """Number of the article in the reader."""
        self.opened = 0
        """Number of the article that was opened, not only passed by the cursor."""
        self.reading = True
        """Whether the folder has not been read to its end yet."""
        self._hits: re.Pattern[str] | None = None
        self._judgements: tuple[Judgement, ...] = ()
        self._preview_timer: Timer | None = None

    @property
    def sought(self) -> Query:
        """What is looked for, whose words are lit."""
        return self.asked

    def on_article_list_highlighted(self, message: ArticleList.Highlighted) -> None:
        """Read the article, as soon as the cursor rests."""
        message.stop()
        self.tell_place()
        if self._preview_timer:
            self._preview_timer.stop()
        if message.number and message.number != self.shown:
            self._preview_timer = self.set_timer(PREVIEW_SECONDS, lambda: self._preview(message.number))

    def _preview(self, number: int) -> None:
        """Read an article, unless the cursor went on, or it was opened, while this call waited for its turn."""
        if number == self.list.cursor_number and number != self.shown:
            self.load(number)

    def tell_place(self) -> None:
        """Say in which row the cursor is; part of the list."""
        raise LookupError

    def load(self, number: int, *, opened: bool = False) -> None:
        """Read an article and its links, and show them."""
        if self._preview_timer:  # a preview that is still to come would take back that it was opened
            self._preview_timer.stop()
        self.shown = number
        self.opened = number if opened else 0
        asked = self.sought

        def read() -> None:
            try:
                article = self.library.article(number)
                text = f"{article.title.text}\n{article.text}"
                hits: re.Pattern[str] | None = (
                    self.library.hits(text, asked, article.language) if words(asked) else None
                )
                links = self.library.links(number, MOST_LINKS)
                novelty = self.library.novelty(number, article)
                judgements = novelty.judgements if novelty else ()
                kept = opened or self.config.mark_read is MarkRead.PREVIEW
                passages = self.library.passages(article) if kept else {}
            except BroadsheetError as fault:
                self.post_message(NotLoaded(number, fault))
            else:
                self.post_message(Loaded(number, article, hits, links, judgements, passages))

        self.run_worker(read, thread=True, exclusive=True, group="article", exit_on_error=False)

    def on_loaded(self, message: Loaded) -> None:
        """Show the article, unless the cursor is elsewhere by now; mark it as read where that is wanted."""
        if message.number != self.shown:
            return
        wanted = self.config.mark_read
        if wanted is MarkRead.PREVIEW or (wanted is MarkRead.OPEN and self.opened == message.number):
            self.mark_read(message.number)
            with self.faults_told():
                self.library.keep_read(message.number, message.passages)
        self._hits, self._judgements = message.hits, message.judgements
        self.reader.show(message.article, self.headline(message.number), message.hits, message.judgements)
        self.tell_unrelated()
        self.related.show(message.links)

    def tell_unrelated(self) -> None:
        """Have the related pane say why there is nothing in it, for when that is so, and who is in it how to leave."""
        key = self.key("article.related")
        back = "list" if Part.LIST in self.arrangement.reachable(self.room.panes) else "text"
        self.related.way_back = f"{key} goes back to the {back}." if key else ""
        if not self.shown:
            self.related.empty_text = "There is no article to relate others to."
        elif self.reading:
            self.related.empty_text = "Nothing is related to it so far: the folder is still being read."
        else:
            self.related.empty_text = "Nothing in this folder is related to it."

    def on_not_loaded(self, message: NotLoaded) -> None:
        """Say why there is nothing to read."""
        if message.number == self.shown:
            self.reader.show_message("This article cannot be read", str(message.error))
            self.related.show(())

    def mark_read(self, number: int) -> None:
        """Mark as read; part of the marking actions."""
        raise LookupError(number)

    def load_nothing(self) -> None:
        """Show that there is no article."""
        self.shown = 0
        self.reader.show(None)
        self.tell_unrelated()
        self.related.show(())

    def changed(self, numbers: Sequence[int]) -> None:
        """Show the new marks of some articles everywhere."""
        self.list.changed(numbers)
        related = self.related.numbers.intersection(numbers)
        if related:
            self.related.changed(self._headlines(sorted(related)))
        self.count()
        if self.shown in numbers and self.reader.article:
            self.reader.show(self.reader.article, self.headline(self.shown), self._hits, self._judgements)
