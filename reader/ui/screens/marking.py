"""Actions that mark: favourite, tags, read and unread."""

from collections.abc import Callable, Sequence

from reader.errors import BroadsheetError
from reader.model import LinkKind
from reader.ui.screens.listing import Listing
from reader.ui.screens.loading import MOST_LINKS
from reader.ui.widgets.lines import counted


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
            self._mark([headline.number], lambda numbers: self.library.set_favourite(numbers, favourite))

    def do_article_unread(self) -> None:
        """Mark as unread."""
        if self.marked:
            self.opened = 0
            self._mark([self.marked], lambda numbers: self.library.set_read(numbers, False))

    def mark_read(self, number: int) -> None:
        """Mark as read, if it is not, and its copies with it where that is wanted."""
        headline = self.headline(number)
        if headline and not headline.marks.read:
            copies = self._unread_copies(number) if self.config.mark_copies_read else []
            self._mark([number, *copies], lambda numbers: self.library.set_read(numbers, True))
            if copies:
                self.answer(f"{counted(len(copies), 'copy', 'copies')} marked as read with it.")

    def _unread_copies(self, number: int) -> list[int]:
        others = (link for link in self.library.links(number, MOST_LINKS) if link.kind is LinkKind.COPY)
        return [link.headline.number for link in others if not link.headline.marks.read]

    def do_article_tag(self, changes: str = "") -> None:
        """Ask for the tags of the article, or make changes such as `+iraq -todo`."""
        if changes:
            self._change_tags(changes)
            return
        from reader.ui.dialogs.tags import TagsDialog

        headline = self.headline(self.marked)
        if headline is None:
            return
        before = set(headline.marks.tags)

        def change(tags: frozenset[str] | None) -> None:
            if tags is not None and tags != before:
                added, removed = tags - before, before - tags
                self._mark([headline.number], lambda numbers: self.library.change_tags(numbers, added, removed))

        known = [count.tag for count in self.library.tags()]
        self.app.push_screen(TagsDialog(headline.title, headline.marks.tags, known), change)

    def _change_tags(self, changes: str) -> None:
        words = changes.split()
        removed = [word[1:] for word in words if word.startswith("-")]
        added = [word.removeprefix("+") for word in words if not word.startswith("-")]
        if self.marked:
            self._mark([self.marked], lambda numbers: self.library.change_tags(numbers, added, removed))
            self.answer(f"Tags: {changes}")

    def _mark(self, numbers: Sequence[int], change: Callable[[Sequence[int]], None]) -> None:
        """Change marks and show that; where they cannot be kept, show that instead."""
        try:
            change(numbers)
            self.keep_listed(numbers)
            self.changed(numbers)
        except BroadsheetError as fault:
            self.complain(fault)
