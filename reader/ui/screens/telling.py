"""Actions that lead from an article to its story: the story's page, a comparison, the merged reading, the timeline."""

from typing import TYPE_CHECKING

from reader.model.headline import Headline
from reader.model.refresh import Outcome
from reader.ui.messages import FolderChanged, Refreshed
from reader.ui.screens.listing import View
from reader.ui.screens.reading_place import ReadingPlace
from reader.ui.widgets.drawing import cut, drawable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from reader.model.name import NameCount
    from reader.ui.screens.page import Left

LONGEST_NAME = 30
"""Cells of a name in the search bar."""


class Telling(ReadingPlace):
    """Each opens a page of its own, which says what is wanted when it is left."""

    _regrouped = False
    """Whether the user has split or joined stories, so that the related articles may be others."""

    def do_story_open(self) -> None:
        """The page of the story."""
        from reader.ui.screens.story import StoryScreen

        headline = self._about
        if headline:
            self._show(lambda: StoryScreen(self.library, self.config, self.keys, headline, self._regroup))

    def do_story_compare(self) -> None:
        """The article beside its closest version."""
        from reader.ui.screens.comparison import ComparisonScreen

        headline = self._about
        if headline is None:
            return
        other = self.headline(self.library.stories.closest(headline.number))
        if other is None:
            self.answer("No other version of this article is known.")
            return
        self._show(lambda: ComparisonScreen(self.library, self.config, self.keys, headline, other))

    def do_story_merged(self) -> None:
        """All versions as one text."""
        from reader.ui.screens.merged import MergedScreen

        headline = self._about
        if headline:
            self._show(lambda: MergedScreen(self.library, self.config, self.keys, headline))

    def do_story_timeline(self) -> None:
        """All days of the story."""
        from reader.ui.screens.timeline import TimelineScreen

        headline = self._about
        if headline:
            self._show(lambda: TimelineScreen(self.library, self.config, self.keys, headline))

    def _show(self, page: "Callable[[], Screen[Left]]") -> None:
        """Lay a page over the screen; what is opened or listed from there leads back to it."""

        def leave(left: "Left | None") -> None:
            if left and left.article:
                self.open_from(left.article, lambda: self._show(page))
            elif left and left.name is not None:
                self.list_name(left.name, lambda: self._show(page))

        self.app.push_screen(page(), leave)

    @property
    def _about(self) -> Headline | None:
        """The article that a page is to be about; where there is none, that is told."""
        headline = self.headline(self.marked)
        if headline is None:
            self.answer("No article, so no story.")
        return headline

    def list_name(self, name: "NameCount", page: "Callable[[], None]") -> None:
        """List the articles of a name that was chosen on a page; the step back from there opens that again."""
        from reader.names import articles_naming  # not needed for the first screen

        view = View(f"{name.kind} {cut(drawable(name.text), LONGEST_NAME)}", articles_naming(name))
        self.show_view_from(view, page)

    def _regroup(self) -> None:
        """Have the folder read again, with what the user now makes of stories."""
        self._regrouped = True
        self.post_message(FolderChanged())

    def on_refreshed(self, message: Refreshed) -> None:
        """Read the article on show and its links again where the user has regrouped stories; the rest is elsewhere."""
        if self._regrouped and self.shown and isinstance(message.report, Outcome):
            self.load(self.shown, opened=self.opened == self.shown)
