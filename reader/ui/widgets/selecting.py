"""A pane in which text is selected by keys; with the mouse Textual does it, and both give the same selection."""

from textual.geometry import Offset
from textual.selection import Selection

from reader.ui.widgets.carets import Caret, Carets, Step
from reader.ui.widgets.text_view import TextView


class SelectingView(TextView, inherit_bindings=False):
    """A text with a selection that has a fixed end and one that is moved."""

    _ends: tuple[Caret, Caret] | None = None
    """The fixed end of what is selected by keys, and the one that is moved; none without such."""

    _made: Selection | None = None
    """The selection that was made of them."""

    @property
    def selected(self) -> str:
        """The selected text, whoever has selected it; empty for none."""
        selection = self.text_selection
        found = self.get_selection(selection) if selection else None
        return found[0] if found else ""

    @property
    def moves_start(self) -> bool:
        """Whether the end that is moved is the first one."""
        return self._ends is not None and self._ends[1] < self._ends[0]

    def begin_selecting(self) -> bool:
        """Select the text's first letter in view, or go on with what is selected by keys; false where there is none."""
        if self._ends is None:
            first = Carets(self._page).text_at_row(self.scroll_offset.y)
            if first is None:
                return False
            self._ends = (first, first)
        self._select()
        return True

    def move_end(self, step: Step, direction: int, times: int = 1) -> None:
        """Move the end that is not fixed, and bring it into view."""
        if self._ends is None:
            return
        carets, (fixed, moved) = Carets(self._page), self._ends
        for _ in range(times):
            last = moved > fixed or (moved == fixed and direction > 0)  # the first letter where the start is moved
            moved = carets.stepped(moved, step, direction, last=last)
        self._ends = (fixed, moved)
        self._select()

    def move_end_by_page(self, direction: int) -> None:
        """Move it by as many lines as are seen."""
        self.move_end(Step.LINE, direction, max(1, self.size.height - 2))

    def exchange_ends(self) -> None:
        """Fix the other end."""
        if self._ends is not None:
            self._ends = (self._ends[1], self._ends[0])
            self._select()

    def drop_selection(self) -> None:
        """Select nothing."""
        self._ends = None
        self.screen.clear_selection()

    def selection_updated(self, selection: Selection | None) -> None:
        """Draw again with what is selected now; what the mouse selects is not moved by keys."""
        # Textual tells it a moment later, when a new width may have moved it already: what counts is what it is now.
        if self._ends is not None and self.text_selection != self._made:
            self._ends = None
        super().selection_updated(selection)

    def _selection(self) -> Selection:
        """What is selected by keys, as Textual has it."""
        fixed, moved = self._ends or ((0, 0), (0, 0))
        first, last = sorted((fixed, moved))
        end = Carets(self._page).end(last) - 1
        begin = self._page.offset(*first, self._margin)
        before = self._page.offset(last[0], end, self._margin)
        return Selection(begin, Offset(before.x + 1, before.y))

    def _select(self) -> None:
        if self._ends is None:
            return
        self._made = self._selection()
        self.screen.selections = {self: self._made}
        row, top, height = Carets(self._page).row(self._ends[1]), self.scroll_offset.y, self.size.height
        if row < top:
            self._scroll_lines_to(row)
        elif row >= top + height - 1:
            self._scroll_lines_to(row - height + 2)

    def _build(self, keep: bool) -> None:
        """Write the paragraphs again; what was selected in the others is selected no more."""
        if self.is_attached and self.text_selection:
            self.drop_selection()
        super()._build(keep)

    def _wrap_again(self) -> None:
        """Wrap again with the same words selected; what the mouse selected is not known by its words."""
        if self.is_attached and self.text_selection and self._ends is None:
            self.drop_selection()
        super()._wrap_again()
        self._select()
