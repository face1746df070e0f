"""A list of files that gave no article or a doubtful one, under headings, read as they come into view."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.model.refresh import Problem, ProblemGroup
from reader.ui.widgets.drawing import Role, Styles, centred, cursor_styles_of, cut, drawable, glyphs, strip_of
from reader.ui.widgets.pane import Pane

WINDOW = 64
"""Files read at a time."""
_ROLES = (Role.TITLE, Role.HEADING, Role.DETAIL, Role.BAR)

Fetch = Callable[[ProblemGroup, int, int], Sequence[Problem]]
"""Files of a group, from which on and how many."""


class ProblemList(Pane, inherit_bindings=False):
    """A line for each kind of trouble, and under it one for each file."""

    can_focus = False
    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "problem-list--title",
        "problem-list--heading",
        "problem-list--detail",
        "problem-list--bar",
        "problem-list--cursor",
        "problem-list--weak-cursor",
    }
    DEFAULT_CSS = """
    ProblemList {
        & > .problem-list--title { color: $ink; }
        & > .problem-list--heading { color: $accent; text-style: $heading-style; }
        & > .problem-list--detail { color: $muted; }
        & > .problem-list--bar { color: $accent; }
        & > .problem-list--cursor { background: $cursor; color: $cursor-ink; }
        & > .problem-list--weak-cursor { background: $surface; }
    }
    """

    class Highlighted(Message):
        """The cursor is on another file."""

    cursor: reactive[int] = reactive(0, init=False, always_update=True)
    """The how manieth file the cursor is on, from 0."""
    ascii_marks: reactive[bool] = reactive(False)
    """Whether marks are plain ASCII."""

    def __init__(self, fetch: Fetch) -> None:
        super().__init__()
        self._fetch = fetch
        self._groups: Sequence[ProblemGroup] = ()
        self._starts: list[int] = []
        """The how manieth file the first one of each group is."""
        self._windows: LRUCache[tuple[int, int], Sequence[Problem]] = LRUCache(64)
        self._palettes: tuple[Styles, ...] = ()
        self._empty = ""

    def show(self, groups: Sequence[ProblemGroup], empty: str) -> None:
        """Show these kinds of trouble, or a notice where there are none; the cursor goes to the first file."""
        self._groups, self._empty = groups, empty
        self._starts = [sum(group.files for group in groups[:index]) for index in range(len(groups))]
        self._windows.clear()
        self._resize()
        self._scroll_lines_to(0)
        self.cursor = 0

    @property
    def count(self) -> int:
        """How many files are listed."""
        return sum(group.files for group in self._groups)

    @property
    def problem(self) -> Problem | None:
        """The file under the cursor; none where nothing is listed."""
        return self._file(self.cursor) if self._groups else None

    def move(self, files: int) -> None:
        """Move the cursor down, or up where `files` is negative."""
        self.cursor = self.cursor + files

    def page(self, direction: int) -> None:
        """Move the cursor a page down (1) or up (-1)."""
        self.move(direction * max(1, self.size.height - 2))

    def validate_cursor(self, cursor: int) -> int:
        """Keep the cursor on a file."""
        return max(0, min(cursor, self.count - 1))

    def watch_cursor(self) -> None:
        """Bring the file into view, and its heading with the first one of a group."""
        if self._groups:
            group = self._group(self.cursor)
            line = self._line(self.cursor)
            first = line - 1 if self.cursor == self._starts[group] else line
            top, height = self.scroll_offset.y, max(1, self.size.height)
            if first < top:
                self._scroll_lines_to(first)
            elif line >= top + height:
                self._scroll_lines_to(line - height + 1)
        self.refresh()
        self._report(self.Highlighted())

    def fit(self) -> None:
        """Keep the cursor in view."""
        self._resize()
        self.cursor = self.cursor

    def notify_style_update(self) -> None:
        """Take up the new colours."""
        super().notify_style_update()
        self._palettes = ()

    def render_line(self, y: int) -> Strip:
        """One line: a heading, or a file."""
        if not self._palettes:
            self._palettes = cursor_styles_of(self, "problem-list", _ROLES)
        plain, _, strong = self._palettes
        row = y + self.scroll_offset.y
        if not self._groups:
            notice = centred(self._empty, self._width)
            text = notice[row - 1] if 0 < row <= len(notice) else ""
            return strip_of([(text, Role.DETAIL)], self._width, plain, plain[Role.TITLE])
        if row >= self.count + len(self._groups):
            return Strip.blank(self._width, self.rich_style)
        index = bisect_right([start + group for group, start in enumerate(self._starts)], row) - 1
        place = row - self._starts[index] - index - 1
        if place < 0:
            return strip_of(self._heading(self._groups[index]), self._width, plain, plain[Role.TITLE])
        number = self._starts[index] + place
        styles = strong if number == self.cursor else plain
        return strip_of(self._drawn(number), self._width, styles, styles[Role.TITLE])

    def _heading(self, group: ProblemGroup) -> list[tuple[str, Role]]:
        count = f"{group.files:,}"
        kind = "doubtful: " if group.doubtful else ""
        marks = glyphs(self.ascii_marks)
        title = cut(f"{kind}{drawable(group.heading)}", max(1, self._width - len(count) - 2), marks.ellipsis)
        return [(title, Role.HEADING), (f"  {count}", Role.DETAIL)]

    def _drawn(self, number: int) -> list[tuple[str, Role]]:
        found, marks = self._file(number), glyphs(self.ascii_marks)
        edge = marks.cursor if number == self.cursor else " "
        room = max(1, self._width - 3)
        if found is None:
            return [(edge, Role.BAR), (" " + marks.ellipsis, Role.DETAIL)]
        several = f"  {found.articles:,} articles" if found.articles > 1 else ""
        shown = cut(drawable(found.id), max(1, room - len(several)), marks.ellipsis)
        return [(edge, Role.BAR), (f" {shown}", Role.TITLE), (several, Role.DETAIL)]

    def _group(self, number: int) -> int:
        return bisect_right(self._starts, number) - 1

    def _line(self, number: int) -> int:
        return number + self._group(number) + 1

    def _file(self, number: int) -> Problem | None:
        """One file, from the window that holds it; none where it has gone meanwhile."""
        index = self._group(number)
        window, place = divmod(number - self._starts[index], WINDOW)
        files = self._windows.get((index, window))
        if files is None:
            files = self._fetch(self._groups[index], window * WINDOW, WINDOW)
            self._windows[index, window] = files
        return files[place] if place < len(files) else None

    def _resize(self) -> None:
        self.virtual_size = Size(self._width, self.count + len(self._groups))
        self.refresh()
