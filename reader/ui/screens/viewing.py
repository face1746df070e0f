"""Actions that choose what is listed: views and the search bar."""

from typing import TYPE_CHECKING

from textual.timer import Timer

from reader.errors import QueryError
from reader.query import Everything, Is, Match, Query
from reader.settings.keys import Scope
from reader.ui.messages import Failed
from reader.ui.screens.dividing import Dividing
from reader.ui.screens.listing import STORIES, View

if TYPE_CHECKING:
    from reader.model.marking import TagCount

SEARCH_SECONDS = 0.06
"""How long typing pauses before a search begins."""


class Viewing(Dividing):
    """A view and a search narrow the list together."""

    _search_timer: Timer | None = None
    _before_search = 0
    """Number of the article under the cursor when the search began."""
    _before_view = 0
    """The same when the view was chosen."""

    def show_view(self, view: View) -> None:
        """List the articles of a view, under the search that there is."""
        self.view = view
        self.bar.view = view.name
        self._before_view = self.list.cursor_number or self._before_view
        self.relist(keep=False, near=self._before_view)
        self.go_to_pane(self.list)

    def do_view_all(self) -> None:
        """All articles."""
        self.show_view(View())

    def do_view_unread(self) -> None:
        """The unread ones."""
        self.show_view(View("unread", Query("is:unread", Is("unread"))))

    def do_view_favourites(self) -> None:
        """The favourites."""
        self.show_view(View("favourites", Query("is:favourite", Is("favourite"))))

    def do_view_tag(self, tag: str = "") -> None:
        """The articles of one tag, after asking which where none is named."""
        if tag:
            self.show_view(View(f"tag {tag}", Query("", Match("tag", tag))))
            return
        from reader.ui.dialogs.choice import ChoiceDialog

        tags = self.library.tags()
        if not tags:
            self.answer(f"No tags yet; {self.key('article.tag')} gives some.")
            return

        def show(tag: str | None) -> None:
            if tag:
                self.do_view_tag(tag)

        choices = [(each.tag, _described(each)) for each in tags]
        self.app.push_screen(ChoiceDialog("Articles with the tag", choices), show)

    # Stories

    def do_list_stories(self) -> None:
        """One line for each story, or one for each article."""
        self.by_story = not self.by_story
        self.library.remember(STORIES, f"{self.config.stories}:{self.by_story}", here=True)
        self.relist(keep=True)
        self.go_to_pane(self.list)
        self.answer("Stories, with their versions folded." if self.by_story else "Every article by itself.")

    def do_story_unfold(self) -> None:
        """Unfold the versions of the story under the cursor, or fold them."""
        if self.list.toggle_story():
            self.tell_place()
        elif self.by_story:
            self.answer("There is no other version of it in this list.")
        else:
            self.answer(f"Every article has a line of its own here; {self.key('list.stories')} lists stories.")

    # The search bar

    async def do_search_open(self, query: str = "") -> None:
        """Give the keys to the search bar, or search what is named."""
        if isinstance(self.asked.root, Everything):
            self._before_search = self.list.cursor_number
        await self.bar.open()
        if query:
            self.bar.field.value = query
            self._accept()

    def do_search_accept(self) -> None:
        """Keep the search, its last word as it stands, and go to the results."""
        self._accept()

    def _accept(self) -> None:
        self._search(self.bar.text, typing=False)
        self.go_to_pane(self.list)

    def do_search_clear(self) -> None:
        """Empty the search bar and go back to the list."""
        found = 0 if self.place is Scope.SEARCH else self.list.cursor_number
        near = found or self._before_search
        self.bar.clear()
        self._search("", typing=False, near=near)
        self.go_to_pane(self.list)

    def on_search_bar_changed(self) -> None:
        """Search as soon as typing pauses."""
        if self._search_timer:
            self._search_timer.stop()
        self._search_timer = self.set_timer(SEARCH_SECONDS, self._search_typed)

    def _search_typed(self) -> None:
        """List what is typed by now, unless the search was kept or cleared meanwhile."""
        if self.bar.field.has_focus:
            self._search(self.bar.text, typing=True)

    def _search(self, text: str, *, typing: bool, near: int = 0) -> None:
        """List what the text asks for, the cursor `near` an article; a wrong text leaves the list as it is."""
        self.bar.doubt = ""
        try:
            asked = self.parsed(text, typing=typing)
        except QueryError as fault:
            self.post_message(Failed(fault))
            return
        self.bar.fault, self.bar.doubt = ("", 0), asked.doubt
        if asked == self.asked:
            return
        self.asked = asked
        self.shown = 0
        self.relist(keep=False, near=near)

    # Back

    def do_app_back(self) -> None:
        """One step back."""
        self.go_back()

    def do_app_leave(self) -> None:
        """One step back, or out."""
        if not self.go_back():
            self.leave()

    def go_back(self) -> bool:
        """From the text to the list, from a choice, a search, then a view to all; false where there is no way back."""
        if self.has_class("-text-only"):
            self.remove_class("-text-only")
        elif self.pane is not self.list:
            self.go_to_pane(self.list)
        elif self.list.chosen:
            self.drop_choice()
        elif not isinstance(self.asked.root, Everything) or self.bar.text:
            self.do_search_clear()
        elif self.view.name:
            self.leave_view()
        else:
            return False
        return True

    def leave_view(self) -> None:
        """From a view to all."""
        self.do_view_all()


def _described(count: "TagCount") -> str:
    return f"{count.articles:,} article{'s' if count.articles != 1 else ''}"
