"""Actions that mark: favourite, tags, read and unread, for one article or several; undo and redo."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader.errors import BroadsheetError
from reader.model.headline import Headline, LinkKind
from reader.query import Is, Query
from reader.told import counted
from reader.ui.messages import FolderChanged
from reader.ui.screens.choosing import Choosing
from reader.ui.screens.loading import MOST_LINKS
from reader.ui.widgets.drawing import drawable

if TYPE_CHECKING:
    from reader.model.marking import PastChange


class Marking(Choosing):
    """Every mark is on the disk before it is shown."""

    def do_article_favourite(self) -> None:
        """Mark as favourite; what is one already, as one no more."""
        headlines = self._marked_headlines()
        if headlines:
            favourite = not all(each.marks.favourite for each in headlines)
            told = "Favourite" if favourite else "No favourite any more"
            self._mark_all(headlines, lambda numbers: self.library.set_favourite(numbers, favourite), told)

    def do_article_unread(self) -> None:
        """Mark as unread."""
        headlines = self._marked_headlines()
        if headlines:
            self.opened = 0
            self._mark_all(headlines, lambda numbers: self.library.set_read(numbers, False), "Unread")

    def mark_read(self, number: int) -> None:
        """Mark as read, if it is not, and its copies with it where that is wanted: nothing that undo would undo."""
        headline = self.headline(number)
        if headline and not headline.marks.read:
            copies = self._unread_copies(number) if self.config.mark_copies_read else []
            self._mark([number, *copies], lambda numbers: self.library.set_read(numbers, True, undoable=False))
            if copies:
                self.answer(f"{counted(len(copies), 'copy', 'copies')} marked as read with it.")

    def _unread_copies(self, number: int) -> list[int]:
        others = (link for link in self.library.links(number, MOST_LINKS) if link.kind is LinkKind.COPY)
        return [link.headline.number for link in others if not link.headline.marks.read]

    def do_article_tag(self, changes: str = "") -> None:
        """Ask for the tags of the article, or for those that all chosen ones have; or make changes: `+iraq -todo`."""
        if changes:
            self._change_tags(changes)
            return
        from reader.ui.dialogs.tags import TagsDialog

        headlines = self._marked_headlines()
        if not headlines:
            return
        before = {tag for tag in headlines[0].marks.tags if all(tag in each.marks.tags for each in headlines)}
        others = sorted({tag for each in headlines for tag in each.marks.tags} - before)

        def change(tags: frozenset[str] | None) -> None:
            if tags is not None and tags != before:
                added, removed = sorted(tags - before), sorted(before - tags)
                told = "; ".join(filter(None, [_told("Tag", added), _told("No longer", removed)]))
                self._mark_all(headlines, lambda numbers: self.library.change_tags(numbers, added, removed), told)

        known = [count.tag for count in self.library.tags()]
        self.app.push_screen(TagsDialog(_whose(headlines), sorted(before), known, others), change)

    def _change_tags(self, changes: str) -> None:
        words = changes.split()
        removed = [word[1:] for word in words if word.startswith("-")]
        added = [word.removeprefix("+") for word in words if not word.startswith("-")]
        numbers = self.all_marked
        if numbers and self._mark(numbers, lambda every: self.library.change_tags(every, added, removed)):
            self.answer(f"Tags {drawable(changes)}{self.told_of(numbers)}")

    def do_list_mark_read(self) -> None:
        """Mark what is chosen as read, or after asking, everything that is listed."""
        unread = set(self.library.find(Query("", Is("unread"))).numbers)
        chosen = self.list.chosen
        numbers = [number for number in chosen or self.numbers if number in unread]
        if not numbers:
            self.answer("All that are chosen are read." if chosen else "All that are listed are read.")
        elif chosen:
            self._mark_read(numbers)
        else:
            self._ask_to_mark_read(numbers)

    def _ask_to_mark_read(self, numbers: Sequence[int]) -> None:
        from reader.ui.dialogs.confirm import ConfirmDialog

        count = counted(len(numbers), "article")
        undo = self.key("marks.undo")
        told = "All that are listed here and not read yet, with every version of a story."
        told += f" {undo} undoes it." if undo else ""

        def settle(wanted: bool | None) -> None:
            if wanted:
                self._mark_read(numbers)

        self.app.push_screen(ConfirmDialog(f"Mark {count} as read?", told, "mark as read"), settle)

    def _mark_read(self, numbers: Sequence[int]) -> None:
        if self._mark(numbers, lambda every: self.library.set_read(every, True)):
            self.answer(f"Read: {counted(len(numbers), 'article')}")

    # Undo and redo

    def do_marks_undo(self) -> None:
        """Take the last change of marks back, and say what that was."""
        self._tell_past("Undone", self.library.undo(), "Nothing to undo.")

    def do_marks_redo(self) -> None:
        """Do again what was undone last, and say what that was."""
        self._tell_past("Redone", self.library.redo(), "Nothing to redo.")

    def _tell_past(self, word: str, change: "PastChange | None", nothing: str) -> None:
        """Say which change was taken back or done again, and show the marks as they are now."""
        if change is None:
            self.answer(nothing)
            return
        self.answer(f"{word}: {drawable(change.told)}{_on(change)}")
        if not change.ids:
            return
        self.list.changed_all()
        self.changed([self.shown, *self.related.numbers])
        self.relist(keep=True, news=False)
        if change.corrected:
            self.load(self.shown, opened=self.opened == self.shown)
            self.post_message(FolderChanged())

    # Marking

    def _marked_headlines(self) -> Sequence[Headline]:
        """The headlines of all articles that marking is about."""
        return self._headlines(self.all_marked)

    def _mark_all(self, headlines: Sequence[Headline], change: Callable[[Sequence[int]], None], told: str) -> None:
        """Change marks; say what of, where that is not the one article that the person looks at."""
        numbers = [each.number for each in headlines]
        if self._mark(numbers, change) and (about := self.told_of(numbers)):
            self.answer(f"{told}{about}")

    def _mark(self, numbers: Sequence[int], change: Callable[[Sequence[int]], None]) -> bool:
        """Change marks and show that; where they cannot be kept, show that instead."""
        try:
            change(numbers)
            self.keep_listed(numbers)
            self.changed(numbers)
        except BroadsheetError as fault:
            self.complain(fault)
            return False
        return True


def _whose(headlines: Sequence[Headline]) -> str:
    return counted(len(headlines), "article") if len(headlines) > 1 else f"“{headlines[0].title}”"


def _told(what: str, tags: Sequence[str]) -> str:
    return f"{what} {', '.join(map(drawable, tags))}" if tags else ""


def _on(change: "PastChange") -> str:
    """Of what something was undone or redone."""
    if len(change.ids) == 1:
        return f" on “{drawable(change.title or change.ids[0])}”"
    return f" on {counted(len(change.ids), 'article')}" if change.ids else ""
