"""What the user makes of a story on its page: a version that is split off, another story that is joined with it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from reader.errors import BroadsheetError, QueryError
from reader.library import Library
from reader.model.headline import Headline
from reader.query import parse
from reader.settings.config import Config
from reader.ui.screens.page import PageScreen
from reader.ui.widgets.version_lines import title

MOST_FOUND = 50
"""Articles of a search that are proposed for joining."""
LONGEST_TITLE = 40
"""Cells of a title in a question or an answer."""
SPLIT = "“{}” stands by itself as soon as the folder is read; + joins it again."
JOINED = "Joined with “{}” as soon as the folder is read; x splits it off again."


class Regrouping(PageScreen):
    """Choices are kept at once, and seen when the folder was read for them."""

    def __init__(
        self,
        library: Library,
        config: Config,
        keys: Mapping[str, tuple[str, ...]],
        article: Headline,
        regroup: Callable[[], None],
    ) -> None:
        """`regroup` has the folder read again, after the user has split or joined stories."""
        super().__init__(library, config, keys, article)
        self.regroup = regroup
        """Has the folder read again."""
        self.versions: Sequence[Headline] = ()
        """The versions of the story, oldest first."""

    @property
    def version(self) -> Headline | None:
        """The version that is meant; part of what the page shows."""
        raise NotImplementedError

    @property
    def fullest(self) -> Headline:
        """The version whose title the story bears; part of what the page shows."""
        raise NotImplementedError

    def action_split(self) -> None:
        """Split the version off, after telling what that means."""
        from reader.ui.dialogs.confirm import ConfirmDialog

        version = self.version
        others = [each for each in self.versions if version and each.number != version.number]
        if version is None or not others:
            self.answer("There is no other version to split it from.")
            return
        rest = "the other one too" if len(others) == 1 else f"the other {len(others)} stay one story"
        shown = title(version, LONGEST_TITLE, self.marks)
        told = f"“{shown}” will stand by itself, {rest}, whatever is found later. + joins them again."
        question = "Split this version off?"
        self.app.push_screen(ConfirmDialog(question, told, "split it off"), partial(self._split, version, others[0]))

    def _split(self, version: Headline, other: Headline, wanted: bool | None) -> None:
        if not wanted:
            return
        if self._change(lambda: self.library.stories.split(version.number)):
            if version.id == self.about.id:  # the page stays with the story
                self.about = other
            self.answer(SPLIT.format(title(version, LONGEST_TITLE, self.marks)))

    def action_join(self) -> None:
        """Join the story with that of another article."""
        from reader.ui.dialogs.headline import HeadlineDialog

        if not self.versions:
            return
        number = self.versions[0].number
        held = {each.number for each in self.versions}

        def find(part: str) -> list[Headline]:
            return _beside(self.library, number, held, part)

        question = f"Join “{title(self.fullest, LONGEST_TITLE, self.marks)}” with"
        empty = "Nothing in this folder goes with that."
        self.app.push_screen(HeadlineDialog(question, find, self.marks, empty), self._join)

    def _join(self, other: Headline | None) -> None:
        if other and self._change(lambda: self.library.stories.join(self.versions[0].number, other.number)):
            self.answer(JOINED.format(title(other, LONGEST_TITLE, self.marks)))

    def _change(self, change: Callable[[], object]) -> bool:
        """Keep what the user makes of stories, and have the folder read for it; false where it cannot be kept."""
        try:
            change()
        except BroadsheetError as fault:
            self.tell_fault(str(fault))
            return False
        self.regroup()
        return True


def _beside(library: Library, number: int, held: set[int], part: str) -> list[Headline]:
    """What may belong to a story: what is related to it and holds what is typed, then what a search for that finds."""
    wanted = part.casefold()
    related = library.stories.beside(number)
    found = [each for each in related if wanted in f"{each.title} {each.outlet}".casefold()]
    if part:
        try:
            numbers = library.find(library.completed(parse(part, date.today(), typing=True)), None).numbers
        except QueryError:
            return found
        known = held | {each.number for each in found}
        found += library.headlines([each for each in numbers[: MOST_FOUND + len(known)] if each not in known])
    return found
