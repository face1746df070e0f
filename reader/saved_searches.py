"""The searches that the user gave a name."""

from datetime import date
from typing import TYPE_CHECKING

from reader.errors import StateError
from reader.mark_words import name_kept
from reader.query import parse
from reader.store.state import State
from reader.store.tables import Tables

if TYPE_CHECKING:
    from reader.model.marking import SavedSearch


class SavedSearches:
    """The saved searches of one folder; they are changed in the thread that opened the library."""

    def __init__(self, tables: Tables, state: State, folder: str) -> None:
        """`folder` is the folder's name in state."""
        self._tables = tables
        self._state = state
        self._folder = folder

    def all(self) -> "tuple[SavedSearch, ...]":
        """All of them, by name."""
        return self._tables.kept.saved_searches()

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name, in place of one that is called so. Raises QueryError, and StateError."""
        parse(query, date.today())
        self._state.save_search(self._folder, name_kept(name), query)

    def remove(self, name: str) -> None:
        """Forget one. Raises StateError where none is called so."""
        known = [each.name for each in self.all()]
        found = next((each for each in known if each.casefold() == name_kept(name).casefold()), "")
        if not found:
            told = f"; there are {', '.join(known)}" if known else "; none is saved yet"
            raise StateError(f"no saved search is called {name}{told}")
        self._state.save_search(self._folder, found, None)
