"""Write down what is to be remembered: when it changes, at most once a second, and never so that anybody waits."""

from collections.abc import Callable
from contextlib import suppress

from reader.errors import StateError
from reader.library import Library

REMEMBERED_SECONDS = 1.0
"""How long a change is kept back at most: a key held down makes one write of many, and a kill loses no more."""

Tell = Callable[[], str]
"""What the value is by now; empty for none that is worth to be remembered."""


class Remembering:
    """What changed and is not written yet. What cannot be kept is let be: nothing depends on it."""

    def __init__(self, library: Library, later: Callable[[float, Callable[[], None]], None]) -> None:
        """`later` calls something after some seconds."""
        self._library = library
        self._later = later
        self._changed: dict[tuple[str, bool], Tell] = {}
        self._waiting = False

    def changed(self, name: str, tell: Tell, *, here: bool = False) -> None:
        """Have a value written soon, `here` for this folder alone; it is asked for only then."""
        self._changed[name, here] = tell
        if not self._waiting:
            self._waiting = True
            self._later(REMEMBERED_SECONDS, self._second_over)

    def write(self) -> None:
        """Write what has changed."""
        changed, self._changed = self._changed, {}
        for (name, here), tell in changed.items():
            value = tell()
            if value and value != self._library.remembered(name, here=here):
                with suppress(StateError):
                    self._library.remember(name, value, here=here)

    def _second_over(self) -> None:
        self._waiting = False
        self.write()
