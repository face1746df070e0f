"""What was opened, one after another, and where in that somebody is: back and forward, as a browser does it."""

from dataclasses import dataclass, replace

from reader.ui.arrangement import Part
from reader.ui.widgets.text_page import START, Place

__all__ = ["MOST", "START", "History", "Opened", "Place"]

MOST = 200
"""So many articles are kept, the latest ones."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that was opened, and how it was left."""

    article: str
    """Its id."""
    place: Place = START
    """What stood at the top of the pane."""
    part: Part = Part.TEXT
    """The pane that had the keys."""
    origin: object = None
    """Where it was opened from: whatever the screen needs to go back there."""


@dataclass(frozen=True, slots=True)
class History:
    """Articles that were opened, the first one first."""

    entries: tuple[Opened, ...] = ()
    """All of them; no two neighbours are the same article."""
    at: int = -1
    """Index of the one that was opened last, or gone back to; -1 while there is none."""

    @property
    def current(self) -> Opened | None:
        """The one that somebody is at."""
        return self.entries[self.at] if self.entries else None

    def opened(self, entry: Opened) -> "History":
        """With an article opened: those that one could have gone forward to are left behind; the same again is none."""
        if self.current and self.current.article == entry.article:
            return self
        kept = (*self.entries[: self.at + 1], entry)[-MOST:]
        return History(kept, len(kept) - 1)

    def left(self, place: Place, part: Part) -> "History":
        """With note of how the current one is left."""
        if self.current is None:
            return self
        entries = list(self.entries)
        entries[self.at] = replace(self.current, place=place, part=part)
        return replace(self, entries=tuple(entries))

    def can_go(self, steps: int) -> bool:
        """Whether there is one so many steps on, or back where `steps` is negative."""
        return 0 <= self.at + steps < len(self.entries)

    def gone(self, steps: int) -> "History":
        """At the one so many steps on."""
        return replace(self, at=self.at + steps) if self.can_go(steps) else self

    def without(self, index: int) -> "History":
        """Without one that has vanished, and at the one before where it was that.

        Neighbours that are the same article then become one.
        """
        entries = list(self.entries)
        del entries[index]
        at = self.at - (index <= self.at)
        if 0 < index < len(entries) and entries[index - 1].article == entries[index].article:
            del entries[index]
            at -= at >= index
        return History(tuple(entries), max(0, at) if entries else -1)
