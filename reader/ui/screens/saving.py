"""Actions about saved searches: to save what is listed under a name, and to list it again."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from reader.errors import BroadsheetError, QueryError
from reader.query import Everything, Or, Query, parse, text_of
from reader.told import counted
from reader.ui.screens.listing import View
from reader.ui.screens.viewing import Viewing
from reader.ui.widgets.drawing import cut, drawable

if TYPE_CHECKING:
    from reader.model.marking import SavedSearch

LONGEST_VIEW = 30
"""Cells of a name in the search bar."""


class Saving(Viewing):
    """A saved search is a view of its own."""

    def do_search_save(self, name: str = "") -> None:
        """Keep the view and the search under a name, after asking for one where none is given."""
        query = _written(self.view.query, self.asked)
        if not query:
            self.answer(f"There is nothing to save: {self.key('search.open')} searches, and views narrow the list.")
        elif name:
            self._save(name, query)
        else:
            self._ask_for_name(query)

    def _ask_for_name(self, query: str) -> None:
        from reader.ui.dialogs.line import LineDialog

        names = [each.name for each in self.library.saved_searches.all()]
        told = f"{query}\nsaved already: {', '.join(names)}" if names else query
        dialog = LineDialog("Save this search as", placeholder="a name; without one, the search itself", told=told)
        self.app.push_screen(dialog, lambda name: self._save(name, query))

    def _save(self, name: str | None, query: str) -> None:
        if name is None:
            return
        name = name or query
        with self.faults_told():
            self.library.saved_searches.save(name, query)
            self.answer(f"Saved as “{drawable(name)}”; {self.key('view.saved')} lists it.")

    def do_view_saved(self, name: str = "") -> None:
        """The articles of the saved search of this name, or after asking which."""
        saved = self.library.saved_searches.all()
        named = next((each for each in saved if name and each.name.casefold() == name.casefold()), None)
        if named:
            self.show_saved(named.name, named.query)
        elif name:
            self.answer(f"No saved search is called “{drawable(name)}”.")
        elif saved:
            self._ask_which(saved)
        else:
            self.answer(f"No search is saved yet; {self.key('search.save')} saves the one on show.")

    def _ask_which(self, saved: "Sequence[SavedSearch]") -> None:
        from reader.ui.dialogs.saved import SavedDialog

        queries = {each.name: each.query for each in saved}

        def show(name: str | None) -> None:
            if name:
                self.show_saved(name, queries[name])

        self.app.push_screen(SavedDialog(saved, self._counted, self._take_off), show)

    def show_saved(self, name: str, query: str) -> None:
        """List the articles of a saved search, under its name."""
        with self.faults_told():
            self.show_view(View(cut(drawable(name), LONGEST_VIEW), parse(query, date.today())))

    def _counted(self, query: str) -> str:
        """How many articles a query finds, in words; for any thread."""
        try:
            return counted(len(self.library.find(parse(query, date.today())).numbers), "article")
        except BroadsheetError as fault:
            return str(fault)

    def _take_off(self, name: str) -> bool:
        try:
            self.library.saved_searches.remove(name)
        except BroadsheetError as fault:
            self.complain(fault)
            return False
        undo = self.key("marks.undo")
        self.answer(f"“{drawable(name)}” is removed{f'; {undo} undoes that' if undo else ''}.")
        return True


def _written(*queries: Query) -> str:
    """What finds the articles that all of some queries find, as it was typed, so that `newer:3d` stays relative."""
    narrowing = [query for query in queries if not isinstance(query.root, Everything)]
    texts = [_text(query) for query in narrowing]
    if len(texts) == 1:
        return texts[0]
    return " ".join(
        f"({text})" if isinstance(query.root, Or) else text for query, text in zip(narrowing, texts, strict=True)
    )


def _text(query: Query) -> str:
    """The text of a query as it was typed; what was made without one, or from the beginning of a word, in full."""
    try:
        if query.text and parse(query.text, date.today()).root == query.root:
            return query.text
    except QueryError:
        pass  # what was being typed was completed
    return text_of(query.root)
