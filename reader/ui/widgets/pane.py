"""What the panes have in common: one quiet scrollbar, scrolling without animation, messages that always go up."""

from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView

EDGE = "-edge"
"""Class of a pane while the mouse is on the rule before it, or drags that."""

HIDDEN = Size(0, 0)


class Pane(ScrollView, can_focus=True, inherit_bindings=False):
    """A pane that draws its own lines."""

    DEFAULT_CSS = """
    Pane {
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
        &.-edge { pointer: move; }
    }
    """

    _fitted = HIDDEN
    _is_fitted = False

    linear: reactive[bool] = reactive(False)
    """Whether everything is told in words and in one column, for screen readers and Braille."""

    @property
    def cursor_line(self) -> int:
        """The line of the pane, counted from its top, on which the terminal's own cursor is to stand."""
        return 0

    @property
    def _width(self) -> int:
        """Cells beside the scrollbar."""
        return self.scrollable_content_region.width

    def focus_on_click(self) -> bool:
        """Take the keys when clicked, but not by a drag of the rule before it."""
        return not self.has_class(EDGE)

    def fit(self) -> None:
        """Lay out for a new size, or for the first time since it was hidden."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        """Take a size over and fit it; Textual's event of it comes only after all was drawn once as it was before."""
        changed = super()._size_updated(size, virtual_size, container_size, layout)
        if self._size != self._fitted:
            self._fitted = self._size
            self._is_fitted = True
            self.fit()
        return changed

    def on_resize(self) -> None:
        """Fit where that has not been done: a pane that was hidden for a moment comes back at the same size."""
        if not self._is_fitted:
            self.fit()
        self._is_fitted = False

    def on_hide(self) -> None:
        """Fit again when shown: nothing is laid out meanwhile."""
        self._fitted = HIDDEN

    def _report(self, message: Message) -> None:
        """Post a message all the way up, even when a screen's own action led to it: Textual stops one at its sender."""
        self.post_message(message.set_sender(self))

    def _scroll_lines_to(self, y: int) -> None:
        if self.is_attached:
            self.scroll_to(y=max(0, y), animate=False, immediate=True, force=True)
