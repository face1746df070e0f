"""The list of articles: draws only the rows on screen, however many there are."""

import re
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual.cache import LRUCache
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from reader.errors import BroadsheetError
from reader.model.headline import Headline
from reader.ui.widgets.drawing import Role, Styles, centred, cursor_styles_of, glyphs, strip_of
from reader.ui.widgets.folding import Folding, Place
from reader.ui.widgets.headline_rows import RowPainter
from reader.ui.widgets.headline_window import HeadlineWindow
from reader.ui.widgets.row_places import place_after, row_of
from reader.ui.widgets.rows import Rows

_ROLES = (
    Role.TITLE,
    Role.UNREAD_TITLE,
    Role.DETAIL,
    Role.FAINT,
    Role.TAG,
    Role.UNREAD,
    Role.FAVOURITE,
    Role.MATCH,
    Role.BAR,
)


class ArticleList(Rows, inherit_bindings=False):
    """A list of headlines with a cursor."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "article-list--title",
        "article-list--unread-title",
        "article-list--detail",
        "article-list--faint",
        "article-list--tag",
        "article-list--unread",
        "article-list--favourite",
        "article-list--match",
        "article-list--bar",
        "article-list--cursor",
        "article-list--weak-cursor",
    }
    DEFAULT_CSS = """
    ArticleList {
        & > .article-list--title { color: $ink; }
        & > .article-list--unread-title { color: $ink; text-style: bold; }
        & > .article-list--detail { color: $muted; }
        & > .article-list--faint { color: $faint; }
        & > .article-list--tag { color: $tag; }
        & > .article-list--unread { color: $unread; }
        & > .article-list--favourite { color: $favourite; }
        & > .article-list--match { background: $match; color: $match-ink; text-style: $match-style; }
        & > .article-list--bar { color: $accent; }
        & > .article-list--cursor { background: $cursor; color: $cursor-ink; }
        & > .article-list--weak-cursor { background: $surface; }
    }
    """

    class Highlighted(Message):
        """The cursor is on another article."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number
            """The article's number, 0 when the list is empty."""

    class Chosen(Message):
        """An article is to be opened."""

        def __init__(self, number: int) -> None:
            super().__init__()
            self.number = number
            """The article's number."""

    class Scrolled(Message):
        """Other rows are on screen; see `visible_numbers`."""

    class Failed(Message):
        """Headlines could not be read; their rows stay empty until `changed` or `show`."""

        def __init__(self, error: BroadsheetError) -> None:
            super().__init__()
            self.error = error
            """What went wrong, in words for the person."""

    ascii_marks: reactive[bool] = reactive(False)
    """Whether marks are plain ASCII."""
    empty_text: reactive[str] = reactive("")
    """What is shown when there are no rows; several lines are allowed."""

    def __init__(
        self,
        headlines: Callable[[Sequence[int]], Sequence[Headline]],
        *,
        id: str | None = None,  # noqa: A002 - Textual's own word
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._folding = Folding()
        self._window = HeadlineWindow(headlines)
        self._snippets: Mapping[int, str] = {}
        self._unseen: Mapping[int, int] = {}
        self._hits: re.Pattern[str] | None = None
        self._strips: LRUCache[tuple[int, int], list[Strip]] = LRUCache(1024)
        self._chosen: dict[int, None] = {}
        self._palettes: tuple[Styles, ...] = ()
        self._announced = 0

    # What it shows

    def show(
        self,
        numbers: "array[int]",
        keep: int | None = None,
        others: Mapping[int, Sequence[int]] | None = None,
        *,
        unfold: bool = False,
    ) -> None:
        """Show these articles, in this order; `others` holds what can be unfolded below an article, by its number.

        `keep` is the number to keep the cursor on, at the same height of the pane; where it has left the list, the
        cursor goes to its nearest neighbour, and where it is folded away now, to the head of its story, unless that
        is to `unfold` for it. Without it the cursor goes to the first row.
        """
        old, followed = self.rows, self._followed_row()
        unfold = unfold or self._folding.place(keep or 0) is Place.INNER  # its story was unfolded before
        height = followed * self.row_height - self.scroll_offset.y
        self._folding.show(numbers, others or {})
        self._strips.clear()
        self._update_virtual_size()
        if self._chosen:
            listed = self._folding.all_numbers()
            self._chosen = {number: None for number in self._chosen if number in listed}
        if keep is None:
            self.set_reactive(ArticleList.cursor, 0)
            self._scroll_lines_to(0)
        else:
            unfolds = unfold and self._unfold_for(keep)
            self._keep(old, followed, height, self._folding.visible(keep))
            if unfolds:
                self._show_head()
        self.refresh()
        self.announce()

    def toggle_story(self) -> bool:
        """Unfold the story under the cursor or fold it, with the cursor on its head; false where there is none."""
        head = self._folding.head(self.cursor_number)
        old, row = self.rows, row_of(self.rows, head, self.cursor)
        height = row * self.row_height - self.scroll_offset.y
        if not self._folding.toggle(head):
            return False
        self._strips.clear()
        self._update_virtual_size()
        self._keep(old, row, height, head)
        self._show_cursor()
        self.refresh()
        self.announce()
        return True

    @property
    def chosen(self) -> tuple[int, ...]:
        """Numbers of the articles that are chosen, in the order in which that was done."""
        return tuple(self._chosen)

    def versions_under_cursor(self) -> Sequence[int]:
        """The articles that the row under the cursor stands for: all versions of a story that is folded."""
        return self._folding.stands_for(self.cursor_number) if self.cursor_number else ()

    def toggle_chosen(self) -> None:
        """Choose what the row under the cursor stands for, or no longer where all of that is chosen."""
        numbers = self.versions_under_cursor()
        if all(number in self._chosen for number in numbers):
            self._chosen = {number: None for number in self._chosen if number not in numbers}
        else:
            self._chosen |= dict.fromkeys(numbers)
        self._strips.clear()
        self._refresh_row(self.cursor)

    def choose_rows(self, first: int, last: int) -> None:
        """Choose what these rows stand for, both included."""
        numbers = (each for row in self.rows[first : last + 1] for each in self._folding.stands_for(row))
        self._chosen |= dict.fromkeys(numbers)
        self._strips.clear()
        self.refresh()

    def drop_choice(self) -> None:
        """Choose nothing any more."""
        self._chosen = {}
        self._strips.clear()
        self.refresh()

    @property
    def rows(self) -> "array[int]":
        """Numbers of the articles that have a row, in order."""
        return self._folding.rows

    def changed(self, numbers: Iterable[int]) -> None:
        """Read the headlines of these articles again and repaint them."""
        self._window.forget(numbers)
        self._strips.clear()
        self.refresh()

    def changed_all(self) -> None:
        """Read all headlines again and repaint them."""
        self._window.clear()
        self._strips.clear()
        self.refresh()

    def snippets(self, found: Mapping[int, str], hits: re.Pattern[str] | None = None) -> None:
        """Show each article's snippet, by number, as a third line, and light the hits; an empty mapping ends it."""
        top, height = self.scroll_offset.y // self.row_height, self.row_height
        self._snippets, self._hits = found, hits
        self._strips.clear()
        self._update_virtual_size()
        if self.row_height != height:
            self._scroll_lines_to(top * self.row_height)
            self._show_cursor()
        self.refresh()

    def unseen(self, found: Mapping[int, int]) -> None:
        """Tell at the heads of stories, by number, how many passages were not read; of the others none was."""
        if found != self._unseen:
            self._unseen = found
            self._strips.clear()
            self.refresh()

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    @property
    def row_height(self) -> int:
        """Lines of a row."""
        if self.linear:
            from reader.ui.widgets.linear_rows import linear_height  # who sees the screen does not need it

            return linear_height(self._width, snippets=bool(self._snippets))
        return 3 if self._snippets else 2

    @property
    def cursor_number(self) -> int:
        """Number of the article under the cursor, 0 when there is none."""
        return self.rows[self.cursor] if self.cursor < len(self.rows) else 0

    @property
    def visible_numbers(self) -> "array[int]":
        """Numbers of the rows on screen."""
        first = self.scroll_offset.y // self.row_height
        return self.rows[first : first + self.rows_per_page + 1]

    @property
    def visible_stories(self) -> "array[int]":
        """Those of them that are heads of stories."""
        return array("q", [number for number in self.visible_numbers if self._folding.versions(number)])

    # Moving

    def go_to(self, number: int) -> bool:
        """Move the cursor to an article, unfolding its story where need be; false where it is not in the list."""
        unfolds = self._unfold_for(number)
        row = row_of(self.rows, number, self.cursor)
        if row >= 0:
            self.cursor = row
            if unfolds:
                self._show_head()
        return row >= 0

    def choose(self) -> None:
        """Report the article under the cursor as chosen."""
        if self.cursor_number:
            self._report(self.Chosen(self.cursor_number))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Say that other rows are on screen."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self._report(self.Scrolled())

    def watch_ascii_marks(self) -> None:
        """Draw all again."""
        self._strips.clear()

    def watch_linear(self) -> None:
        """Draw all again, in rows of another height."""
        self._strips.clear()
        self._update_virtual_size()

    def forget_drawn(self) -> None:
        """Draw all rows again when they are needed."""
        self._strips.clear()

    def notify_style_update(self) -> None:
        """Drop what was drawn in the old colours."""
        super().notify_style_update()
        self._palettes = ()
        self._strips.clear()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the pane."""
        if not self.rows:
            return self._empty_line(y)
        row, line = divmod(y + self.scroll_offset.y, self.row_height)
        if row >= len(self.rows):
            return Strip.blank(self._width, self.rich_style)
        return self._row_strips(row)[line]

    def _row_strips(self, row: int) -> list[Strip]:
        state = 0 if row != self.cursor else 2 if self.has_focus else 1
        key = (self.rows[row], state)
        strips = self._strips.get(key)
        if strips is None:
            strips = self._strips[key] = self._drawn(self._headline(row), state)
        return strips

    def _drawn(self, headline: Headline, state: int) -> list[Strip]:
        if not self._palettes:
            self._palettes = cursor_styles_of(self, "article-list", _ROLES)
        styles, width = self._palettes[state], self._width
        snippet = self._snippets.get(headline.number, "") if self._snippets else None
        number, versions = headline.number, self._folding.versions(headline.number)
        unseen = self._unseen.get(number) if versions else None
        chosen = any(each in self._chosen for each in self._folding.stands_for(number))
        place = self._folding.place(number)
        if self.linear:
            from reader.ui.widgets.linear_rows import LinearPainter  # likewise

            spoken = LinearPainter(width, self._hits, chosen)
            lines = spoken.row(headline, self.row_height, snippet or "", place, versions, unseen)
        else:
            painter = RowPainter(width, glyphs(self.ascii_marks), self._hits, self._folding.folds)
            lines = painter.row(headline, state > 0, snippet, place, versions, unseen)
            if chosen:
                lines[0] = painter.chosen(lines[0])
        return [strip_of(line, width, styles, styles[Role.TITLE]) for line in lines]

    def _headline(self, row: int) -> Headline:
        try:
            return self._window.headline(self.rows, row)
        except BroadsheetError as error:
            self._report(self.Failed(error))
            return Headline(self.rows[row], "", "")

    def _empty_line(self, y: int) -> Strip:
        lines = centred(self.empty_text, self._width)
        line = y - max(0, (self.size.height - len(lines)) // 3)
        text = lines[line] if 0 <= line < len(lines) else ""
        style = self.get_component_rich_style("article-list--detail")
        return strip_of([(text, Role.DETAIL)], self._width, {Role.DETAIL: style}, style)

    # Places

    def _followed_row(self) -> int:
        """The row that stays at its height when the list changes: the cursor's, or the top one if it is off screen."""
        height = self.cursor * self.row_height - self.scroll_offset.y
        return self.cursor if 0 <= height < max(1, self.size.height) else self.scroll_offset.y // self.row_height

    def _keep(self, old: "array[int]", followed: int, height: int, keep: int) -> None:
        """Put the cursor back on `keep` or near it, and the followed row back at its height."""
        followed_cursor = followed == self.cursor
        row = row_of(self.rows, keep, self.cursor)
        self.set_reactive(ArticleList.cursor, row if row >= 0 else place_after(old, self.rows, self.cursor))
        anchor = self.cursor if followed_cursor else place_after(old, self.rows, followed)
        self._scroll_lines_to(anchor * self.row_height - height)
        if followed_cursor:
            self._show_cursor()

    def _unfold_for(self, number: int) -> bool:
        """Unfold the story in which an article is folded away; false where it is in sight as it is."""
        if self._folding.visible(number) == number:
            return False
        self._folding.toggle(number)
        self._strips.clear()
        self._update_virtual_size()
        self.refresh()
        return True

    def _show_head(self) -> None:
        """Scroll up to the head of the story under the cursor, as far as the cursor stays in view."""
        head = row_of(self.rows, self._folding.head(self.cursor_number), self.cursor)
        first = max(head, self.cursor - self.rows_per_page + 1)
        if first * self.row_height < self.scroll_offset.y:
            self._scroll_lines_to(first * self.row_height)

    def announce(self) -> None:
        """Report the article under the cursor, if it is another one."""
        if self.cursor_number != self._announced:
            self._announced = self.cursor_number
            self._report(self.Highlighted(self._announced))
