"""Actions that write: a note about an article, highlighted passages with notes about them."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.ui.messages import Loaded
from reader.ui.screens.marking import Marking
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.highlighting import Highlighting

if TYPE_CHECKING:
    from reader.model.marking import Highlight
    from reader.ui.dialogs.highlight import Asked, Wish
    from reader.ui.highlightable import Highlightable


class Noting(Marking):
    """What is written is on the disk before it is shown."""

    # A note about the article

    def do_article_note(self) -> None:
        """Ask for a note about the article."""
        from reader.ui.dialogs.line import LineDialog

        headline = self.headline(self.marked)
        if headline is None:
            return
        number, before = headline.number, headline.marks.note

        def settle(text: str | None) -> None:
            if text is not None and text != before:
                told = "Note" if text.strip() else "No note any more"
                self._mark_all([headline], lambda _: self.library.notes.set_note(number, text), told)

        keys = "enter keep · empty takes it off · esc leave" if before else ""
        dialog = LineDialog(f"Note on “{headline.title or headline.id}”", before, "what is to be remembered", keys=keys)
        self.app.push_screen(dialog, settle)

    # Highlights

    def do_passage_highlight(self) -> None:
        """Ask about the words that are selected, or the passage in view: a note, another passage, or no highlight."""
        from reader.ui.dialogs.highlight import HighlightDialog
        from reader.ui.highlightable import Highlightable

        article, number = self.reader.article, self.shown
        passage, excerpts = self.reader.passage_here, self.reader.excerpts
        if article is None or not passage or not number:
            self.answer("There is no passage here to highlight.")
            return
        there = Highlightable(article, self.reader.highlighting.kept, self.reader.passages)
        asked = self._ask_about(there.selected(excerpts) if excerpts else there.first_of(passage), there)

        def move(direction: int) -> "Asked":
            nonlocal asked
            asked = self._ask_about(there.beside(asked.highlights, direction), there)
            return asked

        def settle(wish: "Wish | None") -> None:
            self._settle_highlight(number, wish)

        self.app.push_screen(HighlightDialog(asked, move), settle)

    def _ask_about(self, highlights: "tuple[Highlight, ...]", there: "Highlightable") -> "Asked":
        """Show highlights as they would look, and say what they are now."""
        from reader.ui.dialogs.highlight import Asked

        first, kept = highlights[0], self.reader.highlighting.kept
        self.reader.highlighting = Highlighting(kept, highlights)
        below = self.reader.show_passage(there.passage_of(first), first.place) * 2 >= self.size.height - 1
        return Asked(highlights, all(each in kept for each in highlights), below)

    def _settle_highlight(self, number: int, wish: "Wish | None") -> None:
        """Do what was wished."""
        self.reader.highlighting = Highlighting(self.reader.highlighting.kept)
        if wish is None:
            return
        notes, highlights = self.library.notes, wish.highlights
        if wish.taken_off:
            done = self._mark([number], lambda _: notes.take_off(number, highlights))
        else:
            done = self._mark([number], lambda _: notes.highlight(number, highlights))
        self.clear_selection()
        if done and len(highlights) > 1:
            count = f"{sum(len(each.text.split()) for each in highlights):,} words in {len(highlights)} passages"
            self.answer(f"{'No longer highlighted' if wish.taken_off else 'Highlighted'}: {count}")

    # Showing them

    def on_loaded(self, message: Loaded) -> None:
        """Show the article with what is highlighted in it."""
        message.prevent_default()  # or Textual would call the handler of the base again
        if message.number == self.shown:
            self.reader.set_reactive(ArticleView.highlighting, self._highlighting(message.number))
        super().on_loaded(message)

    def changed(self, numbers: Sequence[int]) -> None:
        """Show the new marks of some articles everywhere, in the text too."""
        super().changed(numbers)
        if self.shown in numbers:
            self.reader.highlighting = self._highlighting(self.shown)

    def _highlighting(self, number: int) -> Highlighting:
        kept: tuple[Highlight, ...] = ()
        with self.faults_told():
            kept = self.library.notes.highlights(number) if number else ()
        return Highlighting(kept)
