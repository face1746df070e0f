"""The reader pane: one article, its headline as long as it is not read yet, its file or an output, or a message."""

import re
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from textual.message import Message
from textual.reactive import reactive

from reader.files import Raw
from reader.model.article import Article
from reader.model.headline import Headline
from reader.ui.widgets.article_layout import (
    Manner,
    article_paragraphs,
    headline_paragraphs,
    message_paragraphs,
    raw_paragraphs,
    verbatim_paragraphs,
)
from reader.ui.widgets.days_told import day_from
from reader.ui.widgets.drawing import Glyphs, glyphs
from reader.ui.widgets.highlighting import Highlighting, with_highlights
from reader.ui.widgets.links_told import with_numbers
from reader.ui.widgets.newness import KNOWN
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.selecting import SelectingView
from reader.ui.widgets.text_page import START, Excerpt, Place, TextPage

if TYPE_CHECKING:
    from reader.stories.novelty import Judgement


class ArticleView(SelectingView, inherit_bindings=False):
    """One article to read."""

    class Scrolled(Message):
        """Another part of the article is in view."""

        def __init__(self, fraction: float) -> None:
            super().__init__()
            self.fraction = fraction
            """How much of it has been in view, counted from its start: 0 to 1."""

    ascii_marks: reactive[bool] = reactive(False)
    """Whether marks are plain ASCII."""
    boilerplate_key: reactive[str] = reactive("")
    """The key that unfolds page furniture, named on the folded line."""

    known_key: reactive[str] = reactive("")
    """The key that hides what is known, named where that is hidden."""
    known_hidden: reactive[bool] = reactive(False)
    """Whether what is known from other versions is hidden."""
    days_from: reactive[str] = reactive("")
    """The day, `YYYY-MM-DD`, as seen from which the days in the text are told; empty while they are not."""

    highlighting: reactive[Highlighting] = reactive(Highlighting())
    """What is highlighted in the article."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._headline: Headline | None = None
        self._message = ("", "")
        self._laid_over: Callable[[Glyphs], tuple[Paragraph, ...]] | None = None
        self._before_cover = START
        self._folded = True
        self._judgements: tuple[Judgement, ...] = ()
        self._new = -1
        self._numbers_links = False
        self._pattern: re.Pattern[str] | None = None

    # What it shows

    def show(
        self,
        article: Article | None,
        headline: Headline | None = None,
        hits: re.Pattern[str] | None = None,
        judgements: "tuple[Judgement, ...]" = (),
    ) -> None:
        """Show an article from its start, or from the first hit; the same article again stays where it is.

        `judgements` say what each of its blocks is to who has read others, none where nothing near it was read.
        Without the article, its headline is shown until `show` is called again; without both, nothing.
        """
        same = article is not None and self._article is not None and article.id == self._article.id
        stays = same and hits == self._pattern
        self._article, self._headline, self._pattern, self._message = article, headline, hits, ("", "")
        self._folded = self._folded or not same
        self._judgements = judgements
        self._new = self._new if same else -1
        if not stays:
            self._wanted = ""
        if self._laid_over and same:
            self._hit = self._hit if stays else -1
            return
        self._laid_over = None
        self._build(keep=stays)
        if not stays:
            self._hit = -1
            self._show_first_hit()

    def show_message(self, title: str, text: str) -> None:
        """Show a message in place of an article: what is wrong, or why there is nothing."""
        self._article = self._headline = self._pattern = None
        self._message = (title, text)
        self._laid_over, self._wanted = None, ""
        self._build(keep=False)

    @property
    def covered(self) -> bool:
        """Whether something else is shown over the article: its file as it is, or what a command made of it."""
        return self._laid_over is not None

    def show_raw(self, raw: Raw) -> None:
        """Show a file as it is, over what was shown, until `uncover` or until there is another article to show."""
        self._cover_with(partial(raw_paragraphs, raw))
        if raw.begin:
            self._scroll_lines_to(self._page.paragraph_row(raw.text.count("\n", 0, raw.begin) + 1) - 1)

    def show_output(self, told: str, text: str) -> None:
        """Show what a command has printed, under a line about it, in the same way."""
        self._cover_with(partial(verbatim_paragraphs, told, text))

    def _cover_with(self, written: Callable[[Glyphs], tuple[Paragraph, ...]]) -> None:
        if self._laid_over is None:
            self._before_cover = self._anchor()
        self._laid_over, self._wanted = written, ""
        self._build(keep=False)

    def uncover(self) -> None:
        """Show again what was shown before, at the same place."""
        if self._laid_over is not None:
            self._laid_over, self._wanted = None, ""
            self._page = TextPage(self._written())
            self._light()
            self._lay_out(self._before_cover)

    @property
    def article(self) -> Article | None:
        """The article on show."""
        return self._article

    @property
    def place(self) -> Place:
        """What stands at the top of the pane, however it is wrapped; of what is under a file that is shown as it is."""
        return self._before_cover if self.covered else self._anchor()

    def toggle_boilerplate(self) -> None:
        """Unfold the lines of page furniture, or fold them again."""
        self._folded = not self._folded
        self._build(keep=True)

    # Links

    def number_links(self) -> tuple[str, ...]:
        """Put a number behind every link, and return the addresses in the order of their numbers."""
        self._numbers_links = True
        self._build(keep=True)
        return with_numbers(self._text())[1]

    def forget_links(self) -> None:
        """Take the numbers away."""
        if self._numbers_links:
            self._numbers_links = False
            self._build(keep=True)

    # What is new

    def next_new(self, direction: int = 1) -> bool:
        """Go to the next passage that is new, or with -1 to the one before; false when there is none."""
        places = self._page.signed(glyphs(self.ascii_marks, self.linear).new)
        index = self._new + direction if self._new >= 0 else 0
        if not 0 <= index < len(places):
            return False
        self._new = index
        self._go_to_row(self._page.paragraph_row(places[index]))
        return True

    @property
    def new_count(self) -> int:
        """How many passages are new."""
        return len(self._page.signed(glyphs(self.ascii_marks, self.linear).new))

    @property
    def known_count(self) -> int:
        """How many passages are known, hidden or not."""
        return sum(judgement.status == KNOWN for judgement in self._judgements)

    @property
    def days_told(self) -> int:
        """How many days are told in the text."""
        return self._page.inserted

    # Passages

    @property
    def excerpts(self) -> tuple[Excerpt, ...]:
        """What is selected of the passages, none where nothing is."""
        if self.text_selection is None or self._article is None or self.covered:
            return ()
        return self._page.passages_selected(self.text_selection, self._margin)

    @property
    def passage_here(self) -> str:
        """The first passage in view; empty where there is none."""
        if self._article is None or self.covered:
            return ""
        return self._page.passage_in(self.scroll_offset.y, self.size.height)

    @property
    def passages(self) -> Sequence[str]:
        """The passages that are shown, each once."""
        return self._page.passages

    def show_passage(self, passage: str, place: int = 0) -> int:
        """Bring a passage into view, a place in it in particular; the line of the screen on which that is."""
        row = self._page.passage_row(passage, place)
        self._go_to_row(row)
        return self.region.y + row - self.scroll_offset.y

    # Events

    def watch_ascii_marks(self) -> None:
        """Write again with other marks."""
        self._build(keep=True)

    def watch_linear(self) -> None:
        """Write again in words, or with marks."""
        self._build(keep=True)

    def watch_known_hidden(self) -> None:
        """Hide what is known, or show it again."""
        self._build(keep=True)

    def watch_days_from(self) -> None:
        """Tell the days, or no longer."""
        self._build(keep=True)

    def watch_highlighting(self) -> None:
        """Show what is highlighted now."""
        self._build(keep=True)

    def watch_boilerplate_key(self) -> None:
        """Name the other key."""
        self._build(keep=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how far the person has come."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._report(self.Scrolled(self.position))

    # What is written

    @property
    def _lit(self) -> re.Pattern[str] | None:
        return None if self._laid_over else self._pattern

    @property
    def _measured(self) -> int:
        """Cells of a line of text; what is shown as it is takes all there is."""
        return max(1, self.room) if self._laid_over else super()._measured

    def _written(self) -> tuple[Paragraph, ...]:
        return with_numbers(self._text())[0] if self._numbers_links else self._text()

    def _text(self) -> tuple[Paragraph, ...]:
        marks = glyphs(self.ascii_marks, self.linear)
        if self._laid_over is not None:
            return self._laid_over(marks)
        if self._article is not None:
            paragraphs = article_paragraphs(self._article, self._headline, marks, self._manner)
            return with_highlights(paragraphs, self._article, self.highlighting, marks)
        if self._headline is not None:
            return headline_paragraphs(self._headline, marks)
        return message_paragraphs(*self._message) if any(self._message) else ()

    @property
    def _manner(self) -> Manner:
        return Manner(
            self.boilerplate_key,
            self._folded,
            day_from(self.days_from),
            self._article is not None and self._article.date.late,
            self._judgements,
            self.known_key,
            self.known_hidden,
        )
