"""What the user says of the values of articles, where the rules are wrong."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from reader.store.identity import Identity
from reader.store.state import State
from reader.store.tables import Tables


class Corrections:
    """The corrections of one folder; they are made in the thread that opened the library."""

    def __init__(
        self, tables: Tables, state: State, folder: str, identities: Callable[[Sequence[int]], list[Identity]]
    ) -> None:
        """`folder` is the folder's name in state; `identities` says what marks recognise articles by."""
        self._tables = tables
        self._state = state
        self._folder = folder
        self._identities = identities

    def correct(self, number: int, field: str, text: str) -> None:
        """Say what a value of an article is, empty for none. Lists show it at once, searches after a refresh.

        Raises CorrectionError for what it cannot be, and StateError; then nothing was changed.
        """
        from reader.articles.corrections import checked  # not for who only asks

        value = checked(field, text, date.today())
        self._state.correct(self._folder, self._identities([number])[0], field, value)

    def take_back(self, number: int, field: str) -> None:
        """Let a value be again what the rules find. Raises StateError; then nothing was changed."""
        self._state.take_back(self._folder, self._identities([number])[0], field)

    def of(self, number: int) -> Mapping[str, str]:
        """What the user says of the values of an article, by field; empty values for "there is none"."""
        return self._tables.said.corrections(number)

    def waiting(self) -> bool:
        """Whether a refresh is needed for lists and searches to agree with the corrections."""
        return self._tables.said.uncorrected()
