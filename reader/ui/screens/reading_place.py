"""How far the text has been read, told at the end of the line of keys while the reader has them."""

from textual.events import DescendantFocus

from reader.model.article import WORDS_PER_MINUTE
from reader.ui.messages import Loaded
from reader.ui.screens.sending import Sending
from reader.ui.widgets.lines import KeyLine


class ReadingPlace(Sending):
    """In the place of the row of the list."""

    def tell_place(self) -> None:
        """Say how far the text has been read; while another pane has the keys, in which row of it the cursor is."""
        article = self.reader.article
        if self.pane is self.related:
            self.query_one(KeyLine).place = self.related.place_told
        elif self.pane is self.reader and self.reader.covered:
            self.query_one(KeyLine).place = ""  # what covers the article is no part of the list
        elif self.pane is not self.reader or article is None:
            super().tell_place()
        else:
            self.query_one(KeyLine).place = place_told(self.reader.position, article.words)

    def on_related_list_highlighted(self) -> None:
        """Say it anew."""
        if self.pane is self.related:
            self.tell_place()

    def on_article_view_scrolled(self) -> None:
        """Say it anew."""
        if self.pane is self.reader:
            self.tell_place()

    def on_descendant_focus(self, event: DescendantFocus) -> None:  # noqa: ARG002 - as the others
        """Say where the pane is that has the keys now, once it has its place."""
        self.call_after_refresh(self.tell_place)

    def on_loaded(self, message: Loaded) -> None:
        """Show the article, and where in it one is."""
        message.prevent_default()  # or Textual would call the handler of the base again
        super().on_loaded(message)
        self.call_after_refresh(self.tell_place)


def place_told(position: float, words: int) -> str:
    """How much of a text has been in view, and how long the rest takes to read: `42 % · 3 min left`."""
    left = words * (1 - position) / WORDS_PER_MINUTE
    if position >= 1:
        return "100 %"
    return f"{int(position * 100)} % · {max(1, round(left))} min left"
