"""Note that somebody is looking at the folder: when that begins, and at most once a minute while it goes on."""

from collections.abc import Callable
from contextlib import suppress
from time import time

from reader.errors import StateError
from reader.library import Library

VISIT_SECONDS = 60.0
"""How often it is noted at most."""


class Visiting:
    """One visit. What cannot be noted is let be: that marks cannot be saved is told elsewhere, and nothing is lost."""

    def __init__(self, library: Library, later: Callable[[float, Callable[[], None]], None]) -> None:
        """`later` calls something after some seconds."""
        self._library = library
        self._later = later
        self._waiting = False
        self._looked = False

    def begin(self) -> None:
        """Note that the visit begins."""
        with suppress(StateError):
            self._library.begin_visit(time())

    def go_on(self) -> None:
        """Note that something was shown now, or, where that was noted just before, when a minute is over."""
        if self._waiting:
            self._looked = True
            return
        self._waiting, self._looked = True, False
        with suppress(StateError):
            self._library.go_on_visit(time())
        self._later(VISIT_SECONDS, self._minute_over)

    def _minute_over(self) -> None:
        self._waiting = False
        if self._looked:
            self.go_on()
