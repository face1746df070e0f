"""The search bar helps to ask: it completes what is typed."""

from reader.query import completions
from reader.settings.keys import Scope
from reader.ui.screens.viewing import Viewing


class Asking(Viewing):
    """One key completes, and completes otherwise when it is pressed again."""

    _completed: tuple[str, ...] = ()
    """Every way to complete what was typed."""

    def do_pane_next(self) -> None:
        """Complete what is typed in the search bar; where that is whole, and in a pane, give the keys to the next."""
        if self.place is not Scope.SEARCH or not self._complete():
            super().do_pane_next()

    def _complete(self) -> bool:
        """Complete what is typed, or in the next way; false where there is none, or none other."""
        text = self.bar.text
        if text in self._completed:
            at = (self._completed.index(text) + 1) % len(self._completed)
        else:
            at, self._completed = 0, completions(text, self.library.values_like)
        if not self._completed or self._completed[at] == text:
            return False
        self.bar.type(self._completed[at])
        if len(self._completed) > 1:
            self.answer(f"{at + 1} of {len(self._completed)} · {self.key('pane.next')} next")
        return True
