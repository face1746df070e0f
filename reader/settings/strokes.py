"""What pressed keys mean: single keys, sequences such as `g g`, and numbers before a key as in `10j`."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from reader.settings.keynames import DIGITS

MOST_DIGITS = 4
"""Of a number before a key; further digits are left out."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """An action that was asked for."""

    action: str
    """What the keys stand for."""
    count: int = 0
    """How often, 0 where no number was typed."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What a key has led to."""

    strokes: tuple[Stroke, ...] = ()
    """What is to be done now, in order."""
    pending: tuple[str, ...] = ()
    """Keys that wait for more, digits first."""
    rests: bool = False
    """Whether `Strokes.rest` is to be called where nothing more comes for a while."""
    unknown: tuple[str, ...] = ()
    """A sequence that means nothing."""


NOTHING = Heard()


class Strokes:
    """Listens to one key after another.

    Which keys mean what may change with every key: `live` has the actions by their keys, a blank between those of a
    sequence, without a key that begins another's sequence.
    """

    def __init__(self, counting: Collection[str], *, numbers: bool = True) -> None:
        """`counting` are the actions that a number may stand before; without `numbers` digits are keys as any other."""
        self._counting = counting
        self._numbers = numbers
        self._digits = ""
        self._keys: tuple[str, ...] = ()
        self._lone = ""

    def press(self, key: str, live: Mapping[str, str]) -> Heard:
        """Hear a key. A digit that has an action of its own is that only when nothing more comes."""
        if key == "escape" and (self._digits or self._keys):
            self._forget()
            return NOTHING
        if self._is_number(key):
            self._lone = "" if self._digits else live.get(key, "")
            self._digits = (self._digits + key)[:MOST_DIGITS]
            return Heard(pending=tuple(self._digits), rests=bool(self._lone))
        keys = (*self._keys, key)
        name = " ".join(keys)
        if name in live:
            return self._over(live[name])
        if any(each.startswith(f"{name} ") for each in live):
            self._keys = keys
            return Heard(pending=(*self._digits, *keys))
        unknown = keys if self._keys else ()
        lone = self.rest().strokes
        self._forget()
        return Heard(lone, unknown=unknown)

    def rest(self) -> Heard:
        """Nothing more came for a while: a single digit means what it means by itself."""
        lone = self._lone
        if not lone:
            return Heard(pending=(*self._digits, *self._keys))
        self._forget()
        return Heard((Stroke(lone),))

    def _is_number(self, key: str) -> bool:
        if not self._numbers or self._keys or key not in DIGITS:
            return False
        return bool(self._digits) or key != "0"

    def _over(self, action: str) -> Heard:
        """The keys are complete."""
        digits, lone = self._digits, self._lone
        self._forget()
        if digits and action in self._counting:
            return Heard((Stroke(action, int(digits)),))
        before = (Stroke(lone),) if lone else ()
        return Heard((*before, Stroke(action)))

    def _forget(self) -> None:
        self._digits, self._keys, self._lone = "", (), ""
