"""The comparison of two versions, paragraph by paragraph and word by word."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from reader.errors import ArticleError
from reader.library import Library
from reader.model.article import Article
from reader.model.headline import Headline
from reader.settings.config import Config
from reader.settings.keys import Scope
from reader.told import counted
from reader.ui.screens.keyed_page import PageKey
from reader.ui.screens.library_page import PageRead
from reader.ui.screens.page import Left, PageScreen
from reader.ui.widgets.comparison_lines import Sides
from reader.ui.widgets.comparison_view import ComparisonView


@dataclass
class Compared(PageRead):
    """Two versions were compared."""

    sides: Sides
    """Both, and what they are to each other."""
    others: Sequence[Headline]
    """What else the first one can be compared with, that other one among it."""


class ComparisonScreen(PageScreen):
    """Two versions beside each other, or one in the other."""

    PAGE_NAME = "Compare"
    PLACE = Scope.COMPARISON
    KEYS: ClassVar[Sequence[PageKey]] = (
        PageKey("novelty.next", "difference(1)", "next", "Go to the next paragraph in which something differs"),
        PageKey("novelty.previous", "difference(-1)", "previous", "Go to the one before"),
        PageKey("novelty.hide", "hide", "hide shared", "Hide what is the same in both, or show it again"),
        PageKey("comparison.version_next", "other(1)", "next version"),
        PageKey("comparison.version_previous", "other(-1)"),
        PageKey("page.versions", "versions", "versions", "Choose the version to compare the first with"),
        PageKey("comparison.swap", "swap", "swap"),
        PageKey("page.choose", "choose", "open", "Open the second version in the reader"),
        PageKey("article.open", "choose", told="Open the second version in the reader"),
        PageKey("article.next", "page(1)", told="A page on"),
        PageKey("story.compare", "back", told="Close the comparison"),
    )

    def __init__(
        self,
        library: Library,
        config: Config,
        keys: Mapping[str, tuple[str, ...]],
        article: Headline,
        other: Headline,
    ) -> None:
        """`other` is what the article is compared with."""
        super().__init__(library, config, keys, article)
        self._other = other
        self._shown: Compared | None = None

    def make_pane(self) -> ComparisonView:
        """The pane."""
        pane = ComparisonView(id="page-pane")
        pane.set_reactive(ComparisonView.shared_key, self.key("novelty.hide"))
        return pane

    @property
    def compared(self) -> ComparisonView:
        """The pane."""
        return self.query_one(ComparisonView)

    # Reading

    def read_page(self) -> Callable[[int], Compared]:
        """Both texts."""
        ids = (self.about.id, self._other.id)

        def read(request: int) -> Compared:
            from reader.notes import texts_of
            from reader.stories.compare import compare

            first, second = (self.library.number(each) for each in ids)
            found = {each.number: each for each in self.library.headlines([first, second])}
            if len(found) < 2:
                raise ArticleError("one of the two has vanished from the folder; its marks are kept")
            one, other = found[first], found[second]
            articles = (_article(self.library, one), _article(self.library, other))
            others = self.library.stories.comparable(first)
            passages = [text for article in articles for text in texts_of(article)]
            notes = self.library.notes.about((first, second), passages)
            return Compared(request, Sides((one, other), articles, compare(*articles), notes), others)

        return read

    def on_compared(self, message: Compared) -> None:
        """Show the comparison; the same one again stays where it is."""
        if self.is_old(message):
            return
        before, self._shown = self._shown, message
        if before and before.sides == message.sides:
            return
        same = before is not None and _ids(before) == _ids(message)
        self.compared.show(message.sides, keep=same)
        self.tell_title(counted(len(message.others), "other version"))
        self._tell_difference()

    def show_fault(self, fault: str) -> None:
        """In place of the comparison, where there is none."""
        if self._shown and _ids(self._shown) == (self.about.id, self._other.id):
            super().show_fault(fault)
        else:
            self._shown = None
            self.compared.tell(fault)

    def _tell_difference(self) -> None:
        count = len(self.compared.differing)
        self.tell_place(f"{self.compared.difference}/{count}")

    # Actions

    def action_difference(self, direction: int) -> None:
        """To the next or the previous paragraph in which something differs."""
        self.answer("")
        if self.compared.next_difference(direction):
            self._tell_difference()
        elif self._shown:
            end = "last" if direction > 0 else "first"
            none = not self.compared.differing
            self.answer("Nothing differs in these two." if none else f"This is the {end} difference.")

    def action_hide(self) -> None:
        """Hide what is the same in both, or show it again; where nothing is, say so."""
        if self._shown and not self.compared.shared_hidden and self.compared.all_differs:
            self.answer("There is nothing to hide: every paragraph differs.")
            return
        self.compared.shared_hidden = not self.compared.shared_hidden
        self.answer("What is the same in both is hidden." if self.compared.shared_hidden else "Everything is shown.")

    def action_swap(self) -> None:
        """The second version first."""
        self.about, self._other = self._other, self.about
        self.look_up()

    def action_other(self, direction: int) -> None:
        """Compare the first with the next of the other versions."""
        others = self._shown.others if self._shown else ()
        if len(others) < 2:
            self.answer("There is no other version to compare with.")
            return
        ids = [each.id for each in others]
        place = ids.index(self._other.id) if self._other.id in ids else -1 if direction > 0 else 0
        self._compare_with(others[(place + direction) % len(others)])

    def action_versions(self) -> None:
        """Choose which version to compare the first with."""
        from reader.ui.dialogs.headline import HeadlineDialog

        others = self._shown.others if self._shown else ()

        def find(part: str) -> list[Headline]:
            wanted = part.casefold()
            return [each for each in others if wanted in f"{each.title} {each.outlet} {each.date}".casefold()]

        empty = "No other version of it is like that."
        self.app.push_screen(HeadlineDialog("Compare with", find, self.marks, empty), self._compare_with)

    def _compare_with(self, other: Headline | None) -> None:
        if other is not None:
            self._other = other
            self.answer("")
            self.look_up()

    def action_choose(self) -> None:
        """Open the second version."""
        if self._shown:
            self.dismiss(Left(self._shown.sides.headlines[1].number))


def _article(library: Library, version: Headline) -> Article:
    """The text of a version. Raises ArticleError, which names it."""
    try:
        return library.article(version.number)
    except ArticleError as fault:
        raise ArticleError(f"{version.id}: {fault}") from fault


def _ids(compared: Compared) -> tuple[str, str]:
    first, second = compared.sides.headlines
    return first.id, second.id
