"""Choosing several articles of the list, for what marks them all at once."""

from collections.abc import Sequence

from reader.told import counted
from reader.ui.screens.counting import Counting


class Choosing(Counting):
    """The line of a folded story stands for the one article that it names, as for every other key; this is said.

    Chosen, it stands for all its versions; where they are unfolded, they are chosen one by one.
    """

    @property
    def marked(self) -> int:
        """Number of the article that marking is about: the one that is read, or the one under the pane's cursor."""
        if self.focused is self.related and self.related.cursor_number:
            return self.related.cursor_number
        return self.shown if self.focused in (self.reader, self.related) and self.shown else self.list.cursor_number

    @property
    def all_marked(self) -> Sequence[int]:
        """Numbers of all articles that marking is about: in the list, those that are chosen, where some are."""
        if self.list.chosen and self.focused not in (self.reader, self.related):
            return self.list.chosen
        return [self.marked] if self.marked else []

    def told_of(self, numbers: Sequence[int]) -> str:
        """What marking was about: several articles, or one that is not all that its line stands for; else empty."""
        if len(numbers) > 1:
            return f": {counted(len(numbers), 'article')}"
        versions = len(self.list.versions_under_cursor())
        if versions < 2 or self.list.chosen or self.focused in (self.reader, self.related):
            return ""
        keys = ((self.key("story.unfold"), "unfolds"), (self.key("list.select"), "chooses all"))
        told = ", ".join(f"{key} {does}" for key, does in keys if key)
        return "; ".join(filter(None, [f": leading version of {versions}", told]))

    def do_list_select(self) -> None:
        """Choose the row under the cursor, or no longer, and go on down; after a number, so many times."""
        for _ in range(min(self.times, len(self.list.rows) - self.list.cursor)):
            self.list.toggle_chosen()
            self.list.move(1)
        self.tell_place()

    def do_list_select_above(self) -> None:
        """Choose the row under the cursor and those above it."""
        self.list.choose_rows(0, self.list.cursor)
        self.tell_place()

    def do_list_select_below(self) -> None:
        """Choose the row under the cursor and those below it."""
        self.list.choose_rows(self.list.cursor, len(self.list.rows) - 1)
        self.tell_place()

    def do_list_select_all(self) -> None:
        """Choose all rows; where all were chosen, none of them any more."""
        before = len(self.list.chosen)
        self.list.choose_rows(0, len(self.list.rows) - 1)
        if len(self.list.chosen) == before:
            self.drop_choice()
        self.tell_place()

    def drop_choice(self) -> None:
        """Choose nothing any more."""
        self.list.drop_choice()
        self.tell_place()
