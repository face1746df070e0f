"""A pane that shows one text at a comfortable measure, drawn line by line: wrapping, scrolling, hits, selection."""

import re
from functools import partial
from typing import ClassVar

from rich.style import Style
from textual.cache import LRUCache
from textual.geometry import Size
from textual.reactive import reactive
from textual.selection import Selection
from textual.strip import Strip

from reader.ui.widgets.drawing import Role, Styles, spans_of, strip_of, styles_of
from reader.ui.widgets.finding import finder
from reader.ui.widgets.hyperlinks import linked
from reader.ui.widgets.pane import Pane
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.text_page import START, Place, TextPage

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
    Role.HIGHLIGHT,
    Role.MATCH,
    Role.CURRENT_MATCH,
    Role.SELECTED,
)


BESIDE_TEXT = 3
"""Cells beside a line of text at least: a sign, a blank and a margin."""
BELOW = -1
"""The row that stands for all below the last line."""


class TextView(Pane, inherit_bindings=False):
    """Some text to read; what it is, is written in the classes built on it."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {f"text-view--{role}" for role in _ROLES}
    DEFAULT_CSS = """
    TextView {
        & > .text-view--text { color: $ink; }
        & > .text-view--title { color: $ink; text-style: bold; }
        & > .text-view--standfirst { color: $ink; text-style: italic; }
        & > .text-view--heading { color: $ink; text-style: bold; }
        & > .text-view--quotation { color: $ink; }
        & > .text-view--caption { color: $muted; text-style: italic; }
        & > .text-view--detail { color: $muted; }
        & > .text-view--faint { color: $faint; }
        & > .text-view--tag { color: $tag; }
        & > .text-view--favourite { color: $favourite; }
        & > .text-view--known { color: $muted; }
        & > .text-view--new { color: $new; }
        & > .text-view--new-words { color: $ink; text-style: bold underline; }
        & > .text-view--bar { color: $faint; }
        & > .text-view--highlight { background: $highlight; color: $ink; text-style: $highlight-style; }
        & > .text-view--match { background: $match; color: $match-ink; text-style: $match-style; }
        & > .text-view--selected { background: $cursor; color: $cursor-ink; text-style: none; }
        & > .text-view--current-match { background: $hit; color: $hit-ink; text-style: $hit-style; }
    }
    """

    measure: reactive[int] = reactive(72)
    """Widest line of text, in cells."""
    hyperlinks: reactive[bool] = reactive(False)
    """Whether addresses are hyperlinks of the terminal."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._page = TextPage()
        self._hit = -1
        self._wanted = ""
        self._before_finding = (START, -1)
        self._place = START
        self._laid_out_width = 0
        self._gone_to = 0
        self._strips: LRUCache[int, Strip] = LRUCache(512)
        self._styles: Styles = {}

    def _written(self) -> tuple[Paragraph, ...]:
        """What is shown; part of the classes built on this one."""
        raise NotImplementedError

    @property
    def _lit(self) -> re.Pattern[str] | None:
        """What is lit in it."""
        return None

    # Moving

    @property
    def cursor_line(self) -> int:
        """The line of the hit or the new passage that was gone to, while it is on screen; else the first one."""
        line = self._gone_to - int(self.scroll_offset.y)
        return line if 0 < line < self.size.height else 0

    @property
    def position(self) -> float:
        """How much of it has been in view, counted from its start: 0 to 1; 0 when there is none."""
        if not self._page.lines:
            return 0.0
        return min(1.0, (self.scroll_offset.y + self.size.height) / len(self._page.lines))

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

    def fit(self) -> None:
        """Wrap again for the new width, staying at the same words."""
        if self._width != self._laid_out_width:
            self._wrap_again()
        self._show_first_hit()

    def watch_measure(self) -> None:
        """Wrap again."""
        self._wrap_again()

    def watch_hyperlinks(self) -> None:
        """Draw again with them, or without."""
        self._strips.clear()

    def _wrap_again(self) -> None:
        self._lay_out(self._anchor())

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
        strip = strip_of(pieces, self._width, styles, styles[Role.TEXT])
        links = self._page.links(row, self._margin) if self.hyperlinks else []
        return linked(strip, links) if links else strip

    def _current_styles(self) -> dict[Role, Style]:
        return styles_of(self, "text-view", _ROLES)

    # Laying out

    @property
    def _measured(self) -> int:
        """Cells of a line of text: the measure, or what the pane has room for."""
        return max(1, min(self.measure, self.room))

    @property
    def room(self) -> int:
        """Cells that a line of text could have at most, 0 before there is a layout."""
        return max(0, self._width - BESIDE_TEXT)

    @property
    def _margin(self) -> int:
        if self.linear:
            return 0
        room = self._width - self._measured
        return max(room // 2, min(2, room), 0)

    def _build(self, keep: bool) -> None:
        """Write the paragraphs again; `keep` stays at the same words."""
        place, old = self._anchor() if keep else START, self._page
        self._page = TextPage(self._written())
        self._light()
        self._lay_out(self._page.moved(place, old))

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

    @property
    def hit_count(self) -> int:
        """How many hits there are."""
        return len(self._page.hits)

    @property
    def hit(self) -> int:
        """Which of them is the current one, from 1; 0 for none."""
        return self._hit + 1

    def next_hit(self) -> bool:
        """Go to the next hit; false when there is none further on."""
        return self._go_to_hit(self._hit + 1)

    def previous_hit(self) -> bool:
        """Go to the previous hit; false when there is none before."""
        return self._go_to_hit(self._hit - 1)

    def last_hit(self) -> bool:
        """Go to the last hit; false when there is none."""
        return self._go_to_hit(self.hit_count - 1)

    @property
    def finds(self) -> bool:
        """Whether something that was asked for with `find` is lit."""
        return bool(self._wanted)

    def begin_finding(self) -> None:
        """Have what is looked for from now on be looked for from the top line on."""
        if not self._wanted:
            self._before_finding = (self._anchor(), self._hit)

    def find(self, wanted: str) -> None:
        """Light what holds these words in place of all other hits, and go to the first; stay where there is none."""
        self._wanted = wanted
        self._light()
        place, _ = self._before_finding
        self._hit = -1
        if not self._go_to_hit(self._page.hit_from(place)):
            self._go_to_place(place)

    def end_finding(self, *, back: bool = False) -> None:
        """Light again what was lit before, and go `back` to where that was, or stay."""
        place, self._hit = self._before_finding
        self._wanted = ""
        self._light()
        self._go_to_place(place if back else self._anchor())

    def _light(self) -> None:
        if self._wanted:
            self._page.light(finder(self._wanted), everywhere=True)
        else:
            self._page.light(partial(spans_of, pattern=self._lit))

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

    def _go_to_place(self, place: Place) -> None:
        """Bring a place to the top, and draw all again."""
        if self._page.lines:
            self._scroll_lines_to(self._page.row(place))
        self._strips.clear()
        self.refresh()

    def _go_to_row(self, line: int) -> None:
        """Bring a line into view, and draw all again."""
        self._gone_to = line
        top, height = self.scroll_offset.y, self.size.height
        if not top <= line < top + height - 1:
            self._scroll_lines_to(line - height // 3)
        self._strips.clear()
        self.refresh()
