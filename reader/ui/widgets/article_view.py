"""The reader pane: one article at a comfortable measure, drawn line by line."""

import re
import sys
from bisect import bisect_left, bisect_right
from typing import ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from reader.model import Article, Headline, Span
from reader.ui.widgets.article_layout import (
    PROSE,
    Line,
    Paragraph,
    article_paragraphs,
    clipped,
    headline_paragraphs,
    lines_of,
    message_paragraphs,
    painted,
)
from reader.ui.widgets.drawing import NO_BREAK, Role, RoleSpan, Styles, glyphs, lit, spans_of, strip_of, styles_of

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
    Role.BAR,
    Role.MATCH,
    Role.CURRENT_MATCH,
)
Place = tuple[int, int]
"""Paragraph and character in it."""
Hit = tuple[int, int, int]
"""Paragraph, start and end of something found."""


class ArticleView(ScrollView, can_focus=True, inherit_bindings=False):
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
        "article-view--bar",
        "article-view--match",
        "article-view--current-match",
    }
    DEFAULT_CSS = """
    ArticleView {
        height: 1fr;
        overflow-x: hidden;
        overflow-y: auto;
        scrollbar-gutter: stable;
        scrollbar-size-vertical: 1;
        scrollbar-color: $rule;
        scrollbar-color-hover: $faint;
        scrollbar-color-active: $accent;
        scrollbar-background: $paper;
        scrollbar-background-hover: $paper;
        scrollbar-background-active: $paper;
        background: $paper;
        color: $ink;
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

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._article: Article | None = None
        self._headline: Headline | None = None
        self._message = ("", "")
        self._folded = True
        self._pattern: re.Pattern[str] | None = None
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._lines: list[Line] = []
        self._hits: list[Hit] = []
        self._hit = -1
        self._place: Place = (0, 0)
        self._laid_out_width = 0
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._styles: Styles = {}

    # What it shows

    def show(
        self, article: Article | None, headline: Headline | None = None, hits: re.Pattern[str] | None = None
    ) -> None:
        """Show an article from its start, or from the first hit; the same article again stays where it is.

        Without the article, its headline is shown until `show` is called again; without both, nothing.
        """
        same = article is not None and self._article is not None and article.id == self._article.id
        stays = same and hits == self._pattern
        self._article, self._headline, self._pattern, self._message = article, headline, hits, ("", "")
        self._folded = self._folded or not same
        self._build(keep=stays)
        if not stays:
            self._hit = -1
            self._show_first_hit()

    def show_message(self, title: str, text: str) -> None:
        """Show a message in place of an article: what is wrong, or why there is nothing."""
        self._article = self._headline = self._pattern = None
        self._message = (title, text)
        self._build(keep=False)

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
    def position(self) -> float:
        """How much of the article has been in view, counted from its start: 0 to 1; 0 when there is none."""
        if not self._lines:
            return 0.0
        return min(1.0, (self.scroll_offset.y + self.size.height) / len(self._lines))

    def go_to(self, position: float) -> None:
        """Scroll to a `position` read earlier at this size, or close to it at another."""
        self._scroll_lines_to(round(position * len(self._lines)) - self.size.height)

    def scroll_page(self, direction: int) -> bool:
        """Scroll a page down (1) or up (-1), keeping one line; false when already at that end."""
        return self.scroll_lines(direction * max(1, self.size.height - 1))

    def scroll_lines(self, lines: int) -> bool:
        """Scroll down, or up where `lines` is negative; false when already at that end."""
        before = self.scroll_offset.y
        self._scroll_lines_to(before + lines)
        return self.scroll_offset.y != before

    def top(self) -> None:
        """Scroll to the start."""
        self._scroll_lines_to(0)

    def bottom(self) -> None:
        """Scroll to the end."""
        self._scroll_lines_to(len(self._lines))

    def next_hit(self) -> bool:
        """Go to the next hit; false when there is none further on."""
        return self._go_to_hit(self._hit + 1)

    def previous_hit(self) -> bool:
        """Go to the previous hit; false when there is none before."""
        return self._go_to_hit(self._hit - 1)

    @property
    def hit_count(self) -> int:
        """How many hits the article has."""
        return len(self._hits)

    # Selecting text

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The selected text, with soft-wrapped lines joined and blank lines between paragraphs."""
        chosen: dict[int, Span] = {}
        for y, line in enumerate(self._lines):
            span = None if line.blank else self._selected_by(selection, y)
            if span:
                start = chosen.get(line.paragraph, (line.start + span[0], 0))[0]
                chosen[line.paragraph] = (start, line.start + span[1])
        parts: list[str] = []
        for index, (start, end) in chosen.items():
            paragraph = self._paragraphs[index]
            parts += ["\n\n" if paragraph.gap else "\n"] * bool(parts) + [paragraph.text[start:end]]
        return ("".join(parts).replace(NO_BREAK, " "), "\n") if parts else None

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

    def watch_boilerplate_key(self) -> None:
        """Name the other key."""
        self._build(keep=True)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say how far the person has come."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.post_message(self.Scrolled(self.position).set_sender(self))

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old colours."""
        super().notify_style_update()
        self._styles = {}
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        row = y + self.scroll_offset.y
        if row >= len(self._lines):
            return Strip.blank(self._width, self.rich_style)
        strip = self._strips.get(row)
        if strip is None:
            strip = self._strips[row] = self._drawn(row).apply_offsets(0, row)
        return strip

    def _drawn(self, row: int) -> Strip:
        if not self._styles:
            self._styles = self._current_styles()
        line, pieces = self._lines[row], [(" " * self._margin, Role.TEXT)]
        if not line.blank:
            paragraph = self._paragraphs[line.paragraph]
            spans = clipped(self._spans(line.paragraph), line.start, line.end)
            if selected := self._selected(row):
                spans = painted(spans, (*selected, Role.SELECTED))
            bar = paragraph.role if paragraph.role is Role.TITLE else Role.BAR
            text = paragraph.text[line.start : line.end].replace(NO_BREAK, " ")
            pieces += [(self._before(line), bar), *lit(text, paragraph.role, spans)]
        return strip_of(pieces, self._width, self._styles, self._styles[Role.TEXT])

    def _before(self, line: Line) -> str:
        paragraph = self._paragraphs[line.paragraph]
        return paragraph.first if line.start == 0 else paragraph.rest

    def _spans(self, paragraph: int) -> list[RoleSpan]:
        """The paragraph's own spans with the hits over them."""
        spans = list(self._paragraphs[paragraph].spans)
        for index in range(bisect_left(self._hits, (paragraph,)), bisect_left(self._hits, (paragraph + 1,))):
            _, start, end = self._hits[index]
            spans = painted(spans, (start, end, Role.CURRENT_MATCH if index == self._hit else Role.MATCH))
        return spans

    def _selected(self, row: int) -> Span | None:
        """What is selected on a line, counted in characters from the line's first word."""
        selection, line = self.text_selection, self._lines[row]
        return None if selection is None or line.blank else self._selected_by(selection, row)

    def _selected_by(self, selection: Selection, row: int) -> Span | None:
        line, span = self._lines[row], selection.get_span(row)
        if span is None:
            return None
        before, length = self._margin + len(self._before(line)), line.end - line.start
        start = min(length, max(0, span[0] - before))
        end = length if span[1] < 0 else min(length, max(0, span[1] - before))
        return (start, end) if start < end else None

    def _current_styles(self) -> dict[Role, Style]:
        return {**styles_of(self, "article-view", _ROLES), Role.SELECTED: self.selection_style}

    # Laying out

    @property
    def _width(self) -> int:
        """Cells beside the scrollbar."""
        return self.scrollable_content_region.width

    @property
    def _measured(self) -> int:
        """Cells of a line of text: the measure, or what the pane has within a margin of one cell."""
        return max(1, min(self.measure, self._width - 2))

    @property
    def _margin(self) -> int:
        return max(0, (self._width - self._measured) // 2)

    def _build(self, keep: bool) -> None:
        """Write the paragraphs again; `keep` stays at the same words."""
        place = self._anchor() if keep else (0, 0)
        old = self._paragraphs[place[0]].text if place[0] < len(self._paragraphs) else ""
        self._paragraphs = self._written()
        self._hits = [
            (index, *span)
            for index, paragraph in enumerate(self._paragraphs)
            if paragraph.role in PROSE
            for span in spans_of(paragraph.text, self._pattern)
        ]
        same = (index for index, paragraph in enumerate(self._paragraphs) if paragraph.text == old)
        self._lay_out((next(same, place[0]), place[1]) if any(place) else place)

    def _written(self) -> tuple[Paragraph, ...]:
        marks = glyphs(self.ascii_marks)
        if self._article is not None:
            return article_paragraphs(self._article, self._headline, marks, self.boilerplate_key, self._folded)
        if self._headline is not None:
            return headline_paragraphs(self._headline, marks)
        return message_paragraphs(*self._message) if any(self._message) else ()

    def _lay_out(self, place: Place) -> None:
        """Wrap the paragraphs for the pane's width, and scroll to a place in them."""
        self._strips.clear()
        self._laid_out_width = self._width
        if not self._width:
            return
        self._lines = lines_of(self._paragraphs, self._measured)
        self.virtual_size = Size(self._width, len(self._lines))
        self._place = place
        self._scroll_lines_to(self._line_of(place) if any(place) else 0)
        self.refresh()

    def _anchor(self) -> Place:
        """The place at the top of the pane: the one last laid out for, as long as that is still on the top line."""
        if not self._lines:
            return self._place
        top = min(self.scroll_offset.y, len(self._lines) - 1)
        if top == 0:
            return 0, 0
        return self._place if self._line_of(self._place) == top else self._lines[top][:2]

    def _line_of(self, place: Place) -> int:
        """Index of the line that holds a place."""
        return max(0, bisect_right(self._lines, (*place, sys.maxsize)) - 1)

    def _scroll_lines_to(self, y: int) -> None:
        if self.is_attached:
            self.scroll_to(y=max(0, y), animate=False, immediate=True, force=True)

    # Hits

    def _show_first_hit(self) -> None:
        """Go to the first hit, once there is a layout and as long as no hit has been gone to."""
        if self._hit < 0 and self._hits and self._lines:
            self._go_to_hit(0)

    def _go_to_hit(self, index: int) -> bool:
        if not 0 <= index < len(self._hits):
            return False
        self._hit = index
        line, top, height = self._line_of(self._hits[index][:2]), self.scroll_offset.y, self.size.height
        if not top <= line < top + height - 1:
            self._scroll_lines_to(line - height // 3)
        self._strips.clear()
        self.refresh()
        return True
