"""Actions that mark: favourite, tags, read and unread."""

from collections.abc import Callable

from reader.errors import BroadsheetError
from reader.ui.screens.listing import Listing


class Marking(Listing):
    """Every mark is on the disk before it is shown."""

    @property
    def marked(self) -> int:
        """Number of the article that marking is about: the one under the list's cursor, or the one that is read."""
        return self.shown if self.focused in (self.reader, self.related) and self.shown else self.list.cursor_number

    def do_article_favourite(self) -> None:
        """Mark or unmark as favourite."""
        headline = self.headline(self.marked)
        if headline:
            favourite = not headline.marks.favourite
            self._mark(headline.number, lambda number: self.library.set_favourite([number], favourite))

    def do_article_unread(self) -> None:
        """Mark as unread."""
        if self.marked:
            self.opened = 0
            self._mark(self.marked, lambda number: self.library.set_read([number], False))

    def mark_read(self, number: int) -> None:
        """Mark as read, if it is not."""
        headline = self.headline(number)
        if headline and not headline.marks.read:
            self._mark(number, lambda number: self.library.set_read([number], True))

    def do_article_tag(self) -> None:
        """Ask for the tags of the article."""
        from reader.ui.dialogs.tags import TagsDialog

        headline = self.headline(self.marked)
        if headline is None:
            return
        before = set(headline.marks.tags)

        def change(tags: frozenset[str] | None) -> None:
            if tags is not None and tags != before:
                added, removed = tags - before, before - tags
                self._mark(headline.number, lambda number: self.library.change_tags([number], added, removed))

        known = [count.tag for count in self.library.tags()]
        self.app.push_screen(TagsDialog(headline.title, headline.marks.tags, known), change)

    def _mark(self, number: int, change: Callable[[int], None]) -> None:
        """Change marks and show that; where they cannot be kept, show that instead."""
        try:
            change(number)
            self.keep_listed([number])
            self.changed([number])
        except BroadsheetError as fault:
            self.complain(fault)
