"""What panes of entries have in common: lines, some of them an entry's, a cursor on one, a click that goes to it."""

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.reactive import reactive
from textual.strip import Strip

from reader.ui.widgets.drawing import Role, Styles, cursor_styles_of, glyphs, strip_of
from reader.ui.widgets.pane import EDGE, Pane
from reader.ui.widgets.related_entries import NO_ENTRY, EntryLine

_ROLES = (
    Role.TEXT,
    Role.TITLE,
    Role.UNREAD_TITLE,
    Role.HEADING,
    Role.DETAIL,
    Role.FAINT,
    Role.BAR,
    Role.FAVOURITE,
    Role.UNREAD,
)


class Entries(Pane, inherit_bindings=False):
    """Draws its lines, with those of the entry under the cursor set off."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "entries--text",
        "entries--title",
        "entries--unread-title",
        "entries--heading",
        "entries--detail",
        "entries--faint",
        "entries--bar",
        "entries--favourite",
        "entries--unread",
        "entries--cursor",
        "entries--weak-cursor",
    }
    DEFAULT_CSS = """
    Entries {
        & > .entries--text { color: $ink; }
        & > .entries--title { color: $ink; }
        & > .entries--unread-title { color: $ink; text-style: bold; }
        & > .entries--heading { color: $accent; text-style: $heading-style; }
        & > .entries--detail { color: $muted; }
        & > .entries--faint { color: $faint; }
        & > .entries--bar { color: $accent; }
        & > .entries--favourite { color: $favourite; }
        & > .entries--unread { color: $unread; }
        & > .entries--cursor { background: $cursor; color: $cursor-ink; }
        & > .entries--weak-cursor { background: $surface; }
    }
    """

    cursor: reactive[int] = reactive(0, init=False)
    """The entry under the cursor."""
    ascii_marks: reactive[bool] = reactive(False)
    """Whether marks are plain ASCII."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own word
        super().__init__(id=id, classes=classes)
        self._lines: Sequence[EntryLine] = ()
        self._palettes: tuple[Styles, ...] = ()

    def choose(self) -> None:
        """Report the entry under the cursor as chosen; part of what is built on this."""
        raise LookupError

    @property
    def cursor_line(self) -> int:
        """The first line of the entry under the cursor."""
        return self._first_line(self.cursor) - int(self.scroll_offset.y)

    def _first_line(self, entry: int) -> int:
        """On which line an entry begins; the first one where there is none."""
        return next((y for y, (of, _) in enumerate(self._lines) if of == entry), 0)

    # Events

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where the person clicks; a click on the cursor's entry chooses it."""
        place = event.get_content_offset(self)
        y = place.y + self.scroll_offset.y if place else len(self._lines)
        entry = self._lines[y][0] if y < len(self._lines) else NO_ENTRY
        if event.button != 1 or entry == NO_ENTRY or self.has_class(EDGE):
            return
        if entry == self.cursor:
            self.choose()
        self.cursor = entry

    def notify_style_update(self) -> None:
        """Take the new colours."""
        super().notify_style_update()
        self._palettes = ()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        if not self._palettes:
            self._palettes = cursor_styles_of(self, "entries", _ROLES)
        row = y + self.scroll_offset.y
        entry, pieces = self._lines[row] if row < len(self._lines) else (NO_ENTRY, [])
        under_cursor = entry != NO_ENTRY and entry == self.cursor
        styles = self._palettes[(2 if self.has_focus else 1) if under_cursor else 0]
        if under_cursor and pieces:
            pieces = [
                (glyphs(self.ascii_marks, self.linear).cursor, Role.BAR),
                (pieces[0][0][1:], pieces[0][1]),
                *pieces[1:],
            ]
        return strip_of(pieces, self._width, styles, styles[Role.DETAIL])
