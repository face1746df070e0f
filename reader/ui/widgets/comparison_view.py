"""The pane of a comparison: two versions paragraph by paragraph, with a way from difference to difference."""

from bisect import bisect_left
from typing import ClassVar

from textual.geometry import Size
from textual.reactive import reactive
from textual.strip import Strip

from reader.ui.widgets.comparison_lines import NO_ROW, RowLine, Sides, comparison_lines
from reader.ui.widgets.drawing import Role, Styles, centred, glyphs, strip_of, styles_of
from reader.ui.widgets.pane import Pane

_ROLES = (Role.TEXT, Role.TITLE, Role.DETAIL, Role.FAINT, Role.KNOWN, Role.NEW_WORDS, Role.BAR, Role.HIGHLIGHT)


class ComparisonView(Pane, inherit_bindings=False):
    """Two versions, compared."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"comparison-view--{role}" for role in _ROLES}
    DEFAULT_CSS = """
    ComparisonView {
        & > .comparison-view--text { color: $ink; }
        & > .comparison-view--title { color: $ink; text-style: bold; }
        & > .comparison-view--detail { color: $muted; }
        & > .comparison-view--faint { color: $faint; }
        & > .comparison-view--known { color: $muted; }
        & > .comparison-view--new-words { color: $ink; text-style: bold; }
        & > .comparison-view--bar { color: $accent; text-style: bold; }
        & > .comparison-view--highlight { background: $highlight; color: $ink; text-style: $highlight-style; }
    }
    """

    ascii_marks: reactive[bool] = reactive(False)
    """Whether marks are plain ASCII."""
    shared_hidden: reactive[bool] = reactive(False)
    """Whether paragraphs in which nothing differs are hidden."""
    shared_key: reactive[str] = reactive("")
    """The key that shows them again."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id)
        self._sides: Sides | None = None
        self._notice = ""
        self._lines: list[RowLine] = []
        self._row = NO_ROW
        self._styles: Styles = {}
        self._laid_out_for = 0

    # What it shows

    def show(self, sides: Sides, *, keep: bool = False) -> None:
        """Show a comparison, from its beginning or with `keep` from where the pane is."""
        self._sides, self._notice = sides, ""
        if not keep:
            self._row = NO_ROW
        self._lay_out()
        if not keep:
            self._scroll_lines_to(0)

    def tell(self, notice: str) -> None:
        """Show a notice in place of a comparison."""
        self._sides, self._notice, self._row = None, notice, NO_ROW
        self._lay_out()

    @property
    def differing(self) -> list[int]:
        """The rows in which something differs."""
        if self._sides is None:
            return []
        return [row for row in range(len(self._sides.comparison.rows)) if self._sides.differs(row)]

    @property
    def all_differs(self) -> bool:
        """Whether something differs in every row."""
        return self._sides is not None and len(self.differing) == len(self._sides.comparison.rows)

    @property
    def difference(self) -> int:
        """Which of the differences was gone to, from 1; 0 before the first."""
        return bisect_left(self.differing, self._row) + 1 if self._row != NO_ROW else 0

    @property
    def cursor_line(self) -> int:
        """The first line of the difference that was gone to, while it is on screen; else the first one."""
        places = (y for y, (row, _) in enumerate(self._lines) if row == self._row != NO_ROW)
        line = next(places, 0) - int(self.scroll_offset.y)
        return line if 0 < line < self.size.height else 0

    # Moving

    def scroll_lines(self, lines: int) -> bool:
        """Scroll down, or up where `lines` is negative; false when already at that end."""
        before = self.scroll_offset.y
        self._scroll_lines_to(before + lines)
        return self.scroll_offset.y != before

    def scroll_page(self, direction: int) -> bool:
        """Scroll a page down (1) or up (-1), keeping one line; false when already at that end."""
        return self.scroll_lines(direction * max(1, self.size.height - 1))

    def top(self) -> None:
        """Scroll to the beginning."""
        self._scroll_lines_to(0)

    def bottom(self) -> None:
        """Scroll to the end."""
        self._scroll_lines_to(len(self._lines))

    def next_difference(self, direction: int) -> bool:
        """Go to the next row in which something differs, or with -1 to the one before; false when there is none."""
        rows = self.differing
        further = [row for row in rows if (row > self._row if direction > 0 else row < self._row)]
        if not further:
            return False
        self._row = further[0] if direction > 0 else further[-1]
        places = [y for y, (row, _) in enumerate(self._lines) if row == self._row]
        top, height = self.scroll_offset.y, self.size.height
        if places and not (top <= places[0] and places[-1] < top + height):
            self._scroll_lines_to(places[0] - min(height // 3, max(0, height - len(places))))
        self.refresh()
        return True

    # Events

    def fit(self) -> None:
        """Lay out for the new width, staying at the same row."""
        if self._width != self._laid_out_for:
            top = self.scroll_offset.y
            row = next((row for row, _ in self._lines[top:] if row != NO_ROW), NO_ROW) if top else NO_ROW
            self._lay_out()
            self._scroll_lines_to(next((y for y, line in enumerate(self._lines) if line[0] == row != NO_ROW), 0))

    def watch_ascii_marks(self) -> None:
        """Write again with other marks."""
        self._lay_out()

    def watch_linear(self) -> None:
        """Write again in words, or with marks."""
        self._lay_out()

    def watch_shared_hidden(self) -> None:
        """Hide what is shared, or show it again."""
        self._lay_out()

    def notify_style_update(self) -> None:
        """Take the new colours."""
        super().notify_style_update()
        self._styles = {}

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        if not self._styles:
            self._styles = styles_of(self, "comparison-view", _ROLES)
        place = y + self.scroll_offset.y
        row, pieces = self._lines[place] if place < len(self._lines) else (NO_ROW, [])
        if pieces and row == self._row != NO_ROW:
            text, role = pieces[0]
            pieces = [(glyphs(self.ascii_marks, self.linear).cursor, Role.BAR), (text[1:], role), *pieces[1:]]
        return strip_of(pieces, self._width, self._styles, self._styles[Role.TEXT])

    def _lay_out(self) -> None:
        width = self._laid_out_for = self._width
        if not width:
            return
        if self._sides is None:
            told = centred(self._notice, width) if self._notice else []
            self._lines = [(NO_ROW, []), *((NO_ROW, [(line, Role.DETAIL)]) for line in told)]
        else:
            marks = glyphs(self.ascii_marks, self.linear)
            self._lines = comparison_lines(self._sides, width, marks, hidden=self.shared_hidden, key=self.shared_key)
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()
