"""Actions that write: a note about an article, highlighted passages with notes about them."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reader.told import counted
from reader.ui.messages import Loaded
from reader.ui.screens.marking import Marking
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.highlighting import Highlighting

if TYPE_CHECKING:
    from reader.model.marking import Highlight
    from reader.ui.dialogs.highlight import Asked, Wish


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
        """Ask about the passage in view, or those that are selected: a note, another passage, or no highlight."""
        from reader.ui.dialogs.highlight import HighlightDialog

        passages = self.reader.passages_here
        if not passages or not self.shown:
            self.answer("There is no passage here to highlight.")
            return
        number = self.shown
        asked = self._ask_about(passages)

        def move(direction: int) -> "Asked":
            nonlocal asked
            edge = asked.passages[-1 if direction > 0 else 0]
            asked = self._ask_about((self.reader.passage_beside(edge, direction),))
            return asked

        def settle(wish: "Wish | None") -> None:
            self._settle_highlight(number, wish)

        self.app.push_screen(HighlightDialog(asked, move), settle)

    def _ask_about(self, passages: tuple[str, ...]) -> "Asked":
        """Show passages as they would look, and say what they are now."""
        from reader.ui.dialogs.highlight import Asked

        standing = self._standing()
        highlight = standing.get(passages[0])
        self.reader.highlighting = Highlighting(self.reader.highlighting.kept, passages)
        below = self.reader.show_passage(passages[0]) * 2 >= self.size.height - 1
        highlighted = all(passage in standing for passage in passages)
        return Asked(passages, highlight.note if highlight else "", highlighted, below)

    def _settle_highlight(self, number: int, wish: "Wish | None") -> None:
        """Do what was wished, to the passages under the texts that they were highlighted by."""
        standing = self._standing()
        self.reader.highlighting = Highlighting(self.reader.highlighting.kept)
        if wish is None:
            return
        texts = [standing[passage].text if passage in standing else passage for passage in wish.passages]
        notes, count = self.library.notes, counted(len(texts), "passage")
        if wish.taken_off:
            done = self._mark([number], lambda _: notes.take_off(number, texts))
        else:
            done = self._mark([number], lambda _: notes.highlight(number, texts, wish.note))
        self.clear_selection()
        if done and len(texts) > 1:
            self.answer(f"{'No longer highlighted' if wish.taken_off else 'Highlighted'}: {count}")

    def _standing(self) -> "Mapping[str, Highlight]":
        """What is highlighted in the text on show, by passage."""
        from reader.notes import placed, texts_of

        article = self.reader.article
        return placed(texts_of(article), self.reader.highlighting.kept).standing if article else {}

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
