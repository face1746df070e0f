"""The page of a story: its versions, who has what, what differs, the days, the names, and why it is one story."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import ClassVar

from reader.errors import ArticleError
from reader.model.headline import Headline
from reader.model.name import NameCount
from reader.settings.keys import Scope
from reader.story_page import StoryPage
from reader.told import counted
from reader.ui.screens.keyed_page import PageKey
from reader.ui.screens.library_page import PageRead
from reader.ui.screens.names_desk import Wanted
from reader.ui.screens.page import Left
from reader.ui.screens.regrouping import Regrouping
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.story_lines import Lines, Part, StoryEntry, story_lines


@dataclass
class VersionsRead(PageRead):
    """The versions are known; their texts are still being read."""

    versions: Sequence[Headline]
    """All of them, oldest first."""


@dataclass
class StoryRead(PageRead):
    """The whole page is known."""

    page: StoryPage
    """All that is told."""


class StoryScreen(Regrouping):
    """A page of entries: enter does what goes with each."""

    PAGE_NAME = "Story"
    PLACE = Scope.STORY
    KEYS: ClassVar[Sequence[PageKey]] = (
        PageKey("page.choose", "choose", "open", "Open the version, or compare the two"),
        PageKey("story.compare", "compare", "compare", "Compare the version with the fullest one"),
        PageKey("story.merged", "merged", "merged"),
        PageKey("story.timeline", "timeline", "timeline", "All days, and what is said of them"),
        PageKey("names.open", "names", "names", "Who and what the story is about"),
        PageKey("page.split", "split", "split", "Split the version off the story"),
        PageKey("page.join", "join", "join", "Join the story with another one"),
        PageKey("page.part_next", "part(1)", told="Go to the next part of the page"),
        PageKey("page.part_previous", "part(-1)", told="Go to the part before"),
        PageKey("article.open", "choose", told="Open the version, or compare the two"),
        PageKey("article.next", "page(1)", told="A page on"),
        PageKey("story.open", "back", told="Close the page of the story"),
    )

    _told: StoryPage | None = None
    _lines: Lines = Lines()

    def make_pane(self) -> EntryPane:
        """Entries."""
        return EntryPane(id="page-pane")

    @property
    def listed(self) -> EntryPane:
        """The pane."""
        return self.query_one(EntryPane)

    # Reading

    def read_page(self) -> Callable[[int], PageRead]:
        """First the versions, which the catalogue knows; then what their texts tell."""
        about = self.about.id
        others = [each.id for each in self.versions if each.id != about]

        def read(request: int) -> StoryRead:
            stories = self.library.stories
            number = self._still_there(about, others)
            self.post_message(VersionsRead(request, stories.versions(number)))
            return StoryRead(request, stories.page(number))

        return read

    def _still_there(self, about: str, others: Sequence[str]) -> int:
        """The article that the page was opened for; where its file has gone or got another name, another version.

        Raises ArticleError, which names the first one, where none is left.
        """
        try:
            return self.library.number(about)
        except ArticleError:
            for other in others:
                with suppress(ArticleError):
                    return self.library.number(other)
            raise

    def on_versions_read(self, message: VersionsRead) -> None:
        """Show the versions until their texts are read; where these were shown before, they stay."""
        if self.is_old(message) or self._told is not None:
            return
        self.versions = message.versions
        about = tuple(each.number for each in self.versions if each.id == self.about.id)
        self._lay_out(StoryEntry(Part.VERSIONS, about))

    def on_story_read(self, message: StoryRead) -> None:
        """Show all; the cursor stays where it is, as far as that is still there."""
        if self.is_old(message) or message.page == self._told:
            return
        entry = self.entry
        if [each.id for each in self.versions] != [each.id for each in message.page.texts.versions]:
            self.answer("")  # what was to come has come
        self._told, self.versions = message.page, message.page.texts.versions
        if all(each.id != self.about.id for each in self.versions):
            self.about = self.versions[0]
        self._lay_out(entry)

    def show_fault(self, fault: str) -> None:
        """In place of the page where there is none."""
        if self.versions:
            super().show_fault(fault)
        else:
            self.listed.tell(fault)

    def on_entry_pane_resized(self) -> None:
        """Lay out for the new width."""
        self.tell_title(self._counted())
        if self.versions:
            self._lay_out(self.entry)

    def _lay_out(self, at: StoryEntry | None) -> None:
        if not self.listed.room:
            return
        self._lines = story_lines(self.versions, self._told, self.listed.room, self.marks)
        self.listed.show(self._lines.lines, self._lines.rows, self._place_of(at))
        self.tell_title(self._counted())
        self._tell_cursor()

    def _place_of(self, entry: StoryEntry | None) -> int:
        """Where an entry stands now; where it is gone, one about the same article."""
        entries = self._lines.entries
        if entry is None:
            return 0
        if entry in entries:
            return entries.index(entry)
        near = [place for place, each in enumerate(entries) if each.articles[:1] == entry.articles[:1] != ()]
        return near[0] if near else 0

    def on_entry_pane_highlighted(self) -> None:
        """Say where the cursor is."""
        self._tell_cursor()

    def _tell_cursor(self) -> None:
        entry = self.entry
        if entry is not None:
            of_part = [each for each in self._lines.entries if each.part is entry.part]
            self.tell_place(f"{of_part.index(entry) + 1}/{len(of_part)}")

    def _counted(self) -> str:
        return counted(len(self.versions), "version") if self.versions else ""

    # What is under the cursor

    @property
    def entry(self) -> StoryEntry | None:
        """The entry under the cursor."""
        entries = self._lines.entries
        return entries[self.listed.cursor] if self.listed.cursor < len(entries) else None

    @property
    def version(self) -> Headline | None:
        """The version that the entry is about: of two the second, and of none the one that the page was opened for."""
        entry = self.entry
        wanted = entry.articles[-1] if entry and entry.articles else 0
        if entry and entry.part is Part.TIMELINE and entry.articles:
            wanted = entry.articles[0]
        found = [each for each in self.versions if each.number == wanted]
        return next(iter((*found, *(each for each in self.versions if each.id == self.about.id))), None)

    @property
    def fullest(self) -> Headline:
        """The version whose title the story bears."""
        return self._told.fullest if self._told else self.versions[0]

    # Actions

    def action_choose(self) -> None:
        """Open a version, compare two, or list names."""
        entry, version = self.entry, self.version
        if entry is None or version is None:
            return
        if entry.part in (Part.DIFFERENCES, Part.LINKS):
            self._compare(*entry.articles)
        elif entry.part is Part.NAMES:
            self.action_names()
        else:
            self.dismiss(Left(version.number))

    def action_compare(self) -> None:
        """Compare the version with the fullest one; that one with what is closest to it."""
        entry, version = self.entry, self.version
        if version is None or self._told is None:
            return
        fullest = self._told.fullest
        if entry and len(entry.articles) == 2 and entry.part in (Part.DIFFERENCES, Part.LINKS):
            self._compare(*entry.articles)
        elif version.number != fullest.number:
            self._compare(fullest.number, version.number)
        elif closest := self.library.stories.closest(version.number):
            self._compare(fullest.number, closest)
        else:
            self.answer("There is no other version to compare it with.")

    def _compare(self, one: int, other: int) -> None:
        from reader.ui.screens.comparison import ComparisonScreen

        first, second = self.headline(one), self.headline(other)
        if first and second:
            self.app.push_screen(ComparisonScreen(self.library, self.config, self.keys, first, second), self.follow)

    def action_merged(self) -> None:
        """Read all versions as one text."""
        from reader.ui.screens.merged import MergedScreen

        self.app.push_screen(MergedScreen(self.library, self.config, self.keys, self.about), self.follow)

    def action_timeline(self) -> None:
        """All days."""
        from reader.ui.screens.timeline import TimelineScreen

        self.app.push_screen(TimelineScreen(self.library, self.config, self.keys, self.about), self.follow)

    def action_part(self, direction: int) -> None:
        """To the beginning of the next part, or of the one before."""
        entries, entry = self._lines.entries, self.entry
        if entry is None:
            return
        parts = list(dict.fromkeys(each.part for each in entries))
        wanted = parts[(parts.index(entry.part) + direction) % len(parts)]
        self.listed.cursor = next(place for place, each in enumerate(entries) if each.part is wanted)

    # Names

    def action_names(self) -> None:
        """Choose a name of the story, and go to it on the names page."""
        from reader.ui.dialogs.name import NameDialog

        numbers = [each.number for each in self.versions]

        def find(part: str) -> Sequence[NameCount]:
            wanted = part.strip().casefold()
            return [name for name in self.library.names.within(numbers) if wanted in name.text.casefold()]

        self.app.push_screen(NameDialog("Names of the story", find), self._show_name)

    def _show_name(self, name: NameCount | None) -> None:
        from reader.ui.screens.names import NamesScreen

        if name is not None:
            self.app.push_screen(NamesScreen(self.library, self.config, self.keys, name), self._leave_names)

    def _leave_names(self, wanted: Wanted | None) -> None:
        if wanted is not None:
            self.dismiss(Left(wanted.article, None if wanted.article else wanted.name))
