"""The timeline of a story: every day that its versions name or were published on, with what is said of it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from reader.errors import ArticleError
from reader.model.headline import Headline
from reader.settings.keys import Scope
from reader.stories.timeline import Entry
from reader.story_page import Texts
from reader.told import counted
from reader.ui.screens.keyed_page import PageKey
from reader.ui.screens.library_page import PageRead
from reader.ui.screens.page import Left, PageScreen
from reader.ui.widgets.drawing import Role
from reader.ui.widgets.entry_lines import EntryLines, hanging
from reader.ui.widgets.entry_pane import EntryPane
from reader.ui.widgets.timeline_lines import entry_lines
from reader.ui.widgets.version_lines import Numbered


@dataclass
class TimelineRead(PageRead):
    """The days were found."""

    texts: Texts
    """The versions that tell them."""
    entries: tuple[Entry, ...]
    """The days, oldest first."""


class TimelineScreen(PageScreen):
    """One entry for each thing that is said of a day."""

    PAGE_NAME = "Timeline"
    PLACE = Scope.TIMELINE
    KEYS: ClassVar[Sequence[PageKey]] = (
        PageKey("page.choose", "choose", "open", "Open the article that says so"),
        PageKey("page.versions", "versions", "versions", "Choose among the articles that say so"),
        PageKey("page.part_next", "day(1)", "next day", "Go to the next day"),
        PageKey("page.part_previous", "day(-1)", told="Go to the day before"),
        PageKey("article.open", "choose", told="Open the article that says so"),
        PageKey("article.next", "page(1)", told="A page on"),
        PageKey("story.timeline", "back", told="Close the timeline"),
    )
    _shown: TimelineRead | None = None

    def make_pane(self) -> EntryPane:
        """Entries."""
        return EntryPane(id="page-pane")

    @property
    def listed(self) -> EntryPane:
        """The pane."""
        return self.query_one(EntryPane)

    # Reading

    def read_page(self) -> Callable[[int], TimelineRead]:
        """All texts."""
        identifier = self.about.id

        def read(request: int) -> TimelineRead:
            from reader.stories.timeline import timeline

            texts = self.library.stories.texts(self.library.number(identifier))
            if texts.fault:
                raise ArticleError(texts.fault)
            return TimelineRead(request, texts, timeline(texts.articles))

        return read

    def on_timeline_read(self, message: TimelineRead) -> None:
        """Show the days; the cursor stays on its entry."""
        if self.is_old(message):
            return
        before, self._shown = self._shown, message
        if before is None or (before.texts, before.entries) != (message.texts, message.entries):
            entry = before.entries[self.listed.cursor] if before and before.entries else None
            self._lay_out(message.entries.index(entry) if entry in message.entries else 0)

    def show_fault(self, fault: str) -> None:
        """In place of the days, where there are none."""
        if self._shown:
            super().show_fault(fault)
        else:
            self.listed.tell(fault)

    def on_entry_pane_resized(self) -> None:
        """Lay out for the new width."""
        self._lay_out(self.listed.cursor)

    def _lay_out(self, cursor: int) -> None:
        if self._shown is None or not self.listed.room:
            return
        versions, days = counted(len(self._shown.texts.versions), "version"), len(self._days)
        self.tell_title(f"{counted(days, 'day')}{self.marks.dot}{versions}")
        if not self._shown.entries:
            self.listed.tell("No day is named here, and none of publication is known.")
            return
        lines = EntryLines[Entry]()
        numbered = Numbered(self._shown.texts.versions, self.marks, self._shown.texts.addresses)
        for entry in self._shown.entries:
            lines.write()
            lines.enter(entry, entry_lines(entry, numbered, self.listed.room))
        legend = f"{self.marks.about} the day was found out: from another day, or as that of a publication"
        lines.write([], *hanging(legend, Role.FAINT, self.listed.room - 1, first=" "))
        self.listed.show(lines.lines, lines.rows, cursor)
        self._tell_cursor()

    @property
    def _days(self) -> list[str]:
        return list(dict.fromkeys(entry.when for entry in self._shown.entries)) if self._shown else []

    def on_entry_pane_highlighted(self) -> None:
        """Say where the cursor is."""
        self._tell_cursor()

    def _tell_cursor(self) -> None:
        if self._shown:
            self.tell_place(f"{self.listed.cursor + 1}/{len(self._shown.entries)}")

    # Actions

    def action_choose(self) -> None:
        """Open the first article that says so."""
        if versions := self._telling():
            self.dismiss(Left(versions[0].number))

    def action_versions(self) -> None:
        """Choose among the articles that say so."""
        from reader.ui.dialogs.headline import HeadlineDialog

        held = self._telling()

        def find(part: str) -> list[Headline]:
            return [each for each in held if part.casefold() in f"{each.title} {each.outlet}".casefold()]

        def leave(chosen: Headline | None) -> None:
            if chosen:
                self.dismiss(Left(chosen.number))

        self.app.push_screen(HeadlineDialog("Who says so", find, self.marks, "None of them is like that."), leave)

    def action_day(self, direction: int) -> None:
        """To the first entry of the next day, or of the one before."""
        if self._shown is None or not self._shown.entries:
            return
        whens = [entry.when for entry in self._shown.entries]
        wanted = self._days.index(whens[self.listed.cursor]) + direction
        if 0 <= wanted < len(self._days):
            self.listed.cursor = whens.index(self._days[wanted])

    def _telling(self) -> list[Headline]:
        """The articles that the entry under the cursor comes from."""
        if self._shown is None or not self._shown.entries:
            return []
        numbered = Numbered(self._shown.texts.versions, self.marks, self._shown.texts.addresses)
        ids = self._shown.entries[self.listed.cursor].articles
        return [found for each in ids if (found := numbered.by_id(each))]
