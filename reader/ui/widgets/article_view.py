"""The reader pane: one article at a comfortable measure, drawn line by line."""

import re
from typing import TYPE_CHECKING, ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from reader.files import Raw
from reader.model import Article, Headline
from reader.ui.widgets.article_layout import (
    Manner,
    article_paragraphs,
    headline_paragraphs,
    message_paragraphs,
    raw_paragraphs,
)
from reader.ui.widgets.days_told import day_from
from reader.ui.widgets.drawing import Role, Styles, glyphs, strip_of, styles_of
from reader.ui.widgets.pane import Pane
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.text_page import START, Place, TextPage

if TYPE_CHECKING:
    from reader.stories.novelty import Judgement

_ROLES = (
    Role.TEXT,
    Role.TITLE,
    Role.STANDFIRST,
    Role.HEADING,
    Role.QUOTATION,
    Role.CAPTION,
    Role.DETAIL,
    Role.FAINT,
    Role.TAG,
    Role.FAVOURITE,
    Role.KNOWN,
    Role.NEW,
    Role.NEW_WORDS,
    Role.BAR,
    Role.MATCH,
    Role.CURRENT_MATCH,
)


BESIDE_TEXT = 3
"""Cells beside a line of text at least: a sign, a blank and a margin."""
BELOW = -1
"""The row that stands for all below the last line."""


class ArticleView(Pane, inherit_bindings=False):
    """One article to read."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-view--text",
        "article-view--title",
        "article-view--standfirst",
        "article-view--heading",
        "article-view--quotation",
        "article-view--caption",
        "article-view--detail",
        "article-view--faint",
        "article-view--tag",
        "article-view--favourite",
        "article-view--known",
        "article-view--new",
        "article-view--new-words",
        "article-view--bar",
        "article-view--match",
        "article-view--current-match",
    }
    DEFAULT_CSS = """
    ArticleView {
        & > .article-view--text { color: $ink; }
        & > .article-view--title { color: $ink; text-style: bold; }
        & > .article-view--standfirst { color: $ink; text-style: italic; }
        & > .article-view--heading { color: $ink; text-style: bold; }
        & > .article-view--quotation { color: $ink; }
        & > .article-view--caption { color: $muted; text-style: italic; }
        & > .article-view--detail { color: $muted; }
        & > .article-view--faint { color: $faint; }
        & > .article-view--tag { color: $tag; }
        & > .article-view--favourite { color: $favourite; }
        & > .article-view--known { color: $muted; }
        & > .article-view--new { color: $accent; }
        & > .article-view--new-words { color: $ink; text-style: bold underline; }
        & > .article-view--bar { color: $faint; }
        & > .article-view--match { background: $match; color: $match-ink; text-style: underline; }
        & > .article-view--current-match { background: $accent; color: $paper; text-style: bold underline; }
    }
    """

    class Scrolled(Message):
        """Another part of the article is in view."""

        def __init__(self, fraction: float) -> None:
            super().__init__()
            self.fraction = fraction
            """How much of it has been in view, counted from its start: 0 to 1."""

    measure: reactive[int] = reactive(72)
    """Widest line of text, in cells."""
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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._headline: Headline | None = None
        self._message = ("", "")
        self._raw: Raw | None = None
        self._before_raw = START
        self._folded = True
        self._judgements: tuple[Judgement, ...] = ()
        self._new = -1
        self._pattern: re.Pattern[str] | None = None
        self._page = TextPage()
        self._hit = -1
        self._place = START
        self._laid_out_width = 0
        self._gone_to = 0
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._styles: Styles = {}

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
        if self._raw and same:
            self._hit = self._hit if stays else -1
            return
        self._raw = None
        self._build(keep=stays)
        if not stays:
            self._hit = -1
            self._show_first_hit()

    def show_message(self, title: str, text: str) -> None:
        """Show a message in place of an article: what is wrong, or why there is nothing."""
        self._article = self._headline = self._pattern = None
        self._message = (title, text)
        self._raw = None
        self._build(keep=False)

    @property
    def shows_raw(self) -> bool:
        """Whether a file is shown as it is."""
        return self._raw is not None

    def show_raw(self, raw: Raw) -> None:
        """Show a file as it is, over what was shown, until `hide_raw` or until there is another article to show."""
        if self._raw is None:
            self._before_raw = self._anchor()
        self._raw = raw
        self._build(keep=False)
        if raw.begin:
            self._scroll_lines_to(self._page.paragraph_row(raw.text.count("\n", 0, raw.begin) + 1) - 1)

    def hide_raw(self) -> None:
        """Show again what was shown before, at the same place."""
        if self._raw is not None:
            self._raw = None
            self._page = TextPage(self._written(), self._pattern)
            self._lay_out(self._before_raw)

    @property
    def article(self) -> Article | None:
        """The article on show."""
        return self._article

    def toggle_boilerplate(self) -> None:
        """Unfold the lines of page furniture, or fold them again."""
        self._folded = not self._folded
        self._build(keep=True)

    # Moving

    @property
    def cursor_line(self) -> int:
        """The line of the hit or the new passage that was gone to, while it is on screen; else the first one."""
        line = self._gone_to - int(self.scroll_offset.y)
        return line if 0 < line < self.size.height else 0

    @property
    def position(self) -> float:
        """How much of the article has been in view, counted from its start: 0 to 1; 0 when there is none."""
        if not self._page.lines:
            return 0.0
        return min(1.0, (self.scroll_offset.y + self.size.height) / len(self._page.lines))

    @property
    def place(self) -> Place:
        """What stands at the top of the pane, however it is wrapped; of what is under a file that is shown as it is."""
        return self._before_raw if self._raw is not None else self._anchor()

    def go_to_place(self, place: Place) -> None:
        """Have what stands at a `place` at the top, as far as the end allows; where there is no layout yet, later."""
        self._hit = 0 if self._page.hits else -1
        self._place = place
        if self._page.lines:
            self._scroll_lines_to(self._page.row(place))

    def go_to(self, position: float) -> None:
        """Scroll to a `position` read earlier at this size, or close to it at another."""
        self._scroll_lines_to(round(position * len(self._page.lines)) - self.size.height)

    def scroll_page(self, direction: int) -> bool:
        """Scroll a page down (1) or up (-1), keeping one line; false when already at that end."""
        return self.scroll_lines(direction * max(1, self.size.height - 1))

    def scroll_lines(self, lines: int) -> bool:
        """Scroll down, or up where `lines` is negative; false when already at that end."""
        self._gone_to = 0
        before = self.scroll_offset.y
        self._scroll_lines_to(before + lines)
        return self.scroll_offset.y != before

    def top(self) -> None:
        """Scroll to the start."""
        self._scroll_lines_to(0)

    def bottom(self) -> None:
        """Scroll to the end."""
        self._scroll_lines_to(len(self._page.lines))

    def next_hit(self) -> bool:
        """Go to the next hit; false when there is none further on."""
        return self._go_to_hit(self._hit + 1)

    def previous_hit(self) -> bool:
        """Go to the previous hit; false when there is none before."""
        return self._go_to_hit(self._hit - 1)

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
    def hit_count(self) -> int:
        """How many hits the article has."""
        return len(self._page.hits)

    @property
    def days_told(self) -> int:
        """How many days are told in the text."""
        return self._page.inserted

    # Selecting text

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, with soft-wrapped lines joined and blank lines between paragraphs."""
        text = self._page.selected_text(selection, self._margin)
        return (text, "\n") if text else None

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - asked for at drawing
        """Draw again with what is selected now."""
        self._strips.clear()
        self.refresh()

    # Events

    def on_resize(self) -> None:
        """Wrap again for the new width, staying at the same words."""
        if self._width != self._laid_out_width:
            self._lay_out(self._anchor())
        self._show_first_hit()

    def watch_measure(self) -> None:
        """Wrap again."""
        self._lay_out(self._anchor())

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

    def watch_boilerplate_key(self) -> None:
        """Name the other key."""
        self._build(keep=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how far the person has come."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._report(self.Scrolled(self.position))

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old colours."""
        super().notify_style_update()
        self._styles = {}
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        row = y + self.scroll_offset.y
        if row >= len(self._page.lines):
            row = BELOW
        strip = self._strips.get(row)
        if strip is None:
            blank = row == BELOW
            strip = Strip.blank(self._width, self.rich_style) if blank else self._drawn(row).apply_offsets(0, row)
            self._strips[row] = strip
        return strip

    def _drawn(self, row: int) -> Strip:
        if not self._styles:
            self._styles = self._current_styles()
        selection, styles = self.text_selection, self._styles
        selected = self._page.selected_on(selection, row, self._margin) if selection else None
        margin = self._page.sign(row, self._margin)
        pieces = [margin, *self._page.pieces(row, self._hit, selected)]
        return strip_of(pieces, self._width, styles, styles[Role.TEXT])

    def _current_styles(self) -> dict[Role, Style]:
        return {**styles_of(self, "article-view", _ROLES), Role.SELECTED: self.selection_style}

    # Laying out

    @property
    def room(self) -> int:
        """Cells that a line of text could have at most, 0 before there is a layout."""
        return max(0, self._width - BESIDE_TEXT)

    @property
    def _measured(self) -> int:
        """Cells of a line of text: the measure, or what the pane has."""
        room = self._width - BESIDE_TEXT
        return max(1, room if self._raw else min(self.measure, room))

    @property
    def _margin(self) -> int:
        if self.linear:
            return 0
        room = self._width - self._measured
        return max(room // 2, min(2, room), 0)

    def _build(self, keep: bool) -> None:
        """Write the paragraphs again; `keep` stays at the same words."""
        place, old = self._anchor() if keep else START, self._page
        self._page = TextPage(self._written(), None if self._raw else self._pattern)
        self._lay_out(self._page.moved(place, old))

    def _written(self) -> tuple[Paragraph, ...]:
        marks = glyphs(self.ascii_marks, self.linear)
        if self._raw is not None:
            return raw_paragraphs(self._raw, marks)
        if self._article is not None:
            return article_paragraphs(self._article, self._headline, marks, self._manner)
        if self._headline is not None:
            return headline_paragraphs(self._headline, marks)
        return message_paragraphs(*self._message) if any(self._message) else ()

    @property
    def _manner(self) -> Manner:
        return Manner(
            self.boilerplate_key,
            self._folded,
            day_from(self.days_from),
            self._judgements,
            self.known_key,
            self.known_hidden,
        )

    def _lay_out(self, place: Place) -> None:
        """Wrap the paragraphs for the pane's width, and scroll to a place in them."""
        self._strips.clear()
        self._laid_out_width = self._width
        self._gone_to = 0
        if not self._width:
            return
        self._page.wrap(self._measured)
        self.virtual_size = Size(self._width, len(self._page.lines))
        self._place = place
        self._scroll_lines_to(self._page.row(place))
        self.refresh()

    def _anchor(self) -> Place:
        """The place at the top of the pane: the one last laid out for, as long as that is still on the top line."""
        lines, top = len(self._page.lines), self.scroll_offset.y
        if not lines or self._page.row(self._place) == top:
            return self._place
        return self._page.place(min(top, lines - 1))

    # Hits

    def _show_first_hit(self) -> None:
        """Go to the first hit, once there is a layout and as long as no hit has been gone to."""
        if self._hit < 0 and self._page.hits and self._page.lines:
            self._go_to_hit(0)

    def _go_to_hit(self, index: int) -> bool:
        if not 0 <= index < len(self._page.hits):
            return False
        self._hit = index
        self._go_to_row(self._page.hit_row(index))
        return True

    def _go_to_row(self, line: int) -> None:
        """Bring a line into view, and draw all again."""
        self._gone_to = line
        top, height = self.scroll_offset.y, self.size.height
        if not top <= line < top + height - 1:
            self._scroll_lines_to(line - height // 3)
        self._strips.clear()
        self.refresh()
