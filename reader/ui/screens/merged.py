"""The merged reading of a story: the fullest version, and in it what only the others have.

To open it marks nothing: who looks into it may want the versions one by one afterwards. At its end a line says what
space does there: it marks all versions that were merged as read, and remembers their passages.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from reader.errors import ArticleError, BroadsheetError
from reader.settings.keys import Scope
from reader.told import counted
from reader.ui.screens.keyed_page import PageKey
from reader.ui.screens.library_page import PageRead
from reader.ui.screens.page import Left, PageScreen
from reader.ui.widgets.merged_view import MergedReading, MergedView


@dataclass
class Merged(PageRead):
    """The versions were put together."""

    reading: MergedReading
    """The text."""


class MergedScreen(PageScreen):
    """One text of all versions."""

    PAGE_NAME = "Merged reading"
    PLACE = Scope.MERGED
    KEYS: ClassVar[Sequence[PageKey]] = (
        PageKey("article.next", "read_on", "page", "A page on; at the end, mark all versions as read"),
        PageKey("novelty.next", "addition(1)", "next", "Go to the next passage that the fullest version lacks"),
        PageKey("novelty.previous", "addition(-1)", "previous", "Go to the one before"),
        PageKey("merged.mark_read", "mark_read", "mark read"),
        PageKey("article.unread", "mark_unread", "unread", "Mark all versions as unread"),
        PageKey("page.choose", "choose", "open", "Open the fullest version in the reader"),
        PageKey("article.open", "choose", told="Open the fullest version in the reader"),
        PageKey("story.merged", "back", told="Close the merged reading"),
    )
    _reading: MergedReading | None = None

    def make_pane(self) -> MergedView:
        """The text."""
        return MergedView(id="page-pane")

    @property
    def text(self) -> MergedView:
        """The pane."""
        return self.query_one(MergedView)

    def on_mount(self) -> None:
        """Set the measure."""
        self.text.measure = self.config.layout.measure
        self.text.hyperlinks = self.hyperlinks

    # Reading

    def read_page(self) -> Callable[[int], Merged]:
        """All texts."""
        identifier = self.about.id

        def read(request: int) -> Merged:
            from reader.notes import texts_of
            from reader.stories.matrix import fullest
            from reader.stories.merged import merged

            texts = self.library.stories.texts(self.library.number(identifier))
            if texts.fault:
                raise ArticleError(texts.fault)
            passages = [text for article in texts.articles for text in texts_of(article)]
            notes = self.library.notes.about((each.number for each in texts.versions), passages)
            reading = MergedReading(texts, merged(texts.articles), fullest(texts.articles), notes)
            return Merged(request, reading)

        return read

    def on_merged(self, message: Merged) -> None:
        """Show the text; the same one again stays as it is."""
        if self.is_old(message) or message.reading == self._reading:
            return
        self._reading = message.reading
        count = len(message.reading.texts.read)
        versions = "it" if count == 1 else f"the {count} versions"
        left_out = message.reading.texts.left_out
        rest = f" {left_out} shorter ones were left out." if left_out else ""
        self.text.show_reading(message.reading, f"The end.{rest} {self.key('article.next')} marks {versions} as read.")
        self.tell_title(counted(message.reading.additions, "added passage"))

    def show_fault(self, fault: str) -> None:
        """In place of the text, where there is none."""
        if self._reading:
            super().show_fault(fault)
        else:
            self.text.show_message("This story cannot be read", fault)

    # Actions

    def action_read_on(self) -> None:
        """A page on; at the end, mark all as read."""
        self.answer("")
        if not self.text.scroll_page(1):
            self.action_mark_read()

    def action_addition(self, direction: int) -> None:
        """To the next or the previous passage that is set in."""
        self.answer("")
        if not self.text.next_addition(direction):
            end = "last" if direction > 0 else "first"
            told = f"This is the {end} added passage." if self.text.additions else "The others add nothing."
            self.answer(told)

    def action_mark_read(self) -> None:
        """Mark all versions that were merged as read, and remember what they say."""
        reading = self._reading
        if reading is None:
            return

        def mark(numbers: Sequence[int]) -> None:
            self.library.set_read(numbers, True)
            for number, article in zip(numbers, reading.texts.articles, strict=True):
                self.library.keep_read(number, self.library.passages(article))

        self._mark(reading, mark, f"read; {self.key('article.unread')} takes that back.")

    def action_mark_unread(self) -> None:
        """Mark all versions as unread."""
        if self._reading is not None:
            self._mark(self._reading, lambda numbers: self.library.set_read(numbers, False), "unread.")

    def _mark(self, reading: MergedReading, mark: Callable[[Sequence[int]], None], told: str) -> None:
        try:
            mark([self.library.number(version.id) for version in reading.texts.read])
        except BroadsheetError as fault:
            super().show_fault(str(fault))
            return
        self.answer(f"{counted(len(reading.texts.read), 'version')} marked as {told}")

    def action_choose(self) -> None:
        """Open the fullest version."""
        if self._reading:
            self.dismiss(Left(self._reading.texts.read[self._reading.fullest].number))
