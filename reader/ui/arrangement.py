"""How the panes divide the screen: what the person made of it, and what follows from that for a screen of some size.

A start needs this: a named tuple is made in a third of the time that a dataclass takes.
"""

import json
from enum import IntEnum, StrEnum
from typing import NamedTuple

from reader.settings.config import Layout

TWO_PANES = 60
"""Columns from which the list stands over the reader or the related articles; below, one pane is shown at a time."""
THREE_PANES = 110
"""Columns from which list, reader and related articles stand side by side."""
LEAST_TEXT = 35
"""Columns that the reader keeps beside other panes: 30 of text, and what stands around it."""
LEAST_BESIDE = 12
"""Columns that list and related pane keep."""
LEAST_LIST_LINES = 2
"""Lines that the list keeps over the text: one headline."""
LEAST_TEXT_LINES = 4
"""Lines that the pane under the list keeps, with the rule above it."""
WIDTH_STEP = 4
"""Percent by which a key changes a width."""
HEIGHT_STEP = 10
"""Percent by which a key changes a height."""
MEASURES = range(40, 121)
"""Columns that a line of text may have."""
MEASURE_STEP = 4
"""Columns by which a key changes that."""
_ROUNDING = 1e-6
_USUAL = Layout()


class Part(StrEnum):
    """A pane, by the id of its widget."""

    LIST = "list"
    TEXT = "reader"
    RELATED = "related"


class Panes(IntEnum):
    """How many panes a screen has room for."""

    ONE = 1
    TWO = 2
    THREE = 3


def panes_on(columns: int) -> Panes:
    """How many panes there are on a screen of that many columns."""
    return Panes.THREE if columns >= THREE_PANES else Panes.TWO if columns >= TWO_PANES else Panes.ONE


class Room(NamedTuple):
    """What there is to divide."""

    columns: int
    """Width of the screen."""
    lines: int
    """Height of what the panes have together."""

    @property
    def panes(self) -> Panes:
        """How many panes there is room for."""
        return panes_on(self.columns)


class Division(NamedTuple):
    """What each pane gets; 0 is for the one that takes what the others leave, or all there is."""

    shown: frozenset[Part]
    """The panes on the screen."""
    list_columns: int = 0
    """Width of the list."""
    related_columns: int = 0
    """Width of the related pane, with the rule beside it."""
    list_height: float = 0
    """Height of the list, percent of what the panes have: that may change without the screen."""

    def cells(self, part: Part, room: Room) -> int:
        """Columns of a pane that is shown, or lines where panes stand one over another."""
        if room.panes is Panes.THREE:
            beside = {Part.LIST: self.list_columns, Part.RELATED: self.related_columns}
            return beside.get(part) or room.columns - sum(beside[each] for each in self.shown if each in beside)
        if len(self.shown) == 1:
            return room.lines
        listed = _cells(self.list_height, room.lines)
        return listed if part is Part.LIST else room.lines - listed


class Arrangement(NamedTuple):
    """How a person wants the screen divided, whatever its size."""

    list_width: float = _USUAL.list_width
    """Width of the list beside other panes, percent of the screen."""
    related_width: float = _USUAL.related_width
    """Width of the related pane beside others, percent."""
    list_height: float = 45
    """Height of the list over another pane, percent of what the two have."""
    reading_height: float = 30
    """Its height while the text below it has the keys."""
    measure: int = _USUAL.measure
    """Columns of a line of text."""
    hidden_beside: frozenset[Part] = frozenset()
    """Panes that are not wanted side by side."""
    hidden_stacked: frozenset[Part] = frozenset()
    """Panes that are not wanted one over another."""

    @classmethod
    def of(cls, layout: Layout) -> "Arrangement":
        """What the configuration says."""
        return cls(
            list_width=layout.list_width,
            related_width=layout.related_width,
            measure=layout.measure,
            hidden_beside=frozenset() if layout.show_related else frozenset({Part.RELATED}),
        )

    # What is on the screen

    def only_on_request(self, panes: Panes) -> frozenset[Part]:
        """The panes that are on the screen only while they have the keys, hidden or not."""
        return {Panes.ONE: frozenset(Part), Panes.TWO: frozenset({Part.RELATED})}.get(panes, frozenset())

    def wanted(self, panes: Panes) -> frozenset[Part]:
        """The panes that are on the screen whichever has the keys; but one over another, some may take their place."""
        hidden = self.hidden_beside if panes is Panes.THREE else self.hidden_stacked
        return frozenset(Part) - self.only_on_request(panes) - hidden

    def reachable(self, panes: Panes) -> frozenset[Part]:
        """The panes that one steps through."""
        return self.wanted(panes) | self.only_on_request(panes)

    def shown(self, panes: Panes, at: Part) -> frozenset[Part]:
        """The panes on the screen while one has the keys; that one always is, also where it is hidden else."""
        covered = {Part.TEXT} if panes is Panes.TWO and at is Part.RELATED else set()
        return (self.wanted(panes) - covered) | {at}

    def with_hidden(self, part: Part, panes: Panes, hidden: bool) -> "Arrangement":
        """With a pane hidden, or no longer, on screens with room for so many panes."""
        was = self.hidden_beside if panes is Panes.THREE else self.hidden_stacked
        now = was | {part} if hidden else was - {part}
        return self._replace(hidden_beside=now) if panes is Panes.THREE else self._replace(hidden_stacked=now)

    def division(self, room: Room, at: Part) -> Division:
        """What each pane gets of a screen while one of them has the keys."""
        shown, fitting = self.shown(room.panes, at), self.fitted(room, at)
        if room.panes is not Panes.THREE:
            over = Part.LIST in shown and len(shown) > 1
            return Division(shown, list_height=fitting._height(at) if over else 0)
        rest = next(part for part in (Part.TEXT, Part.LIST, Part.RELATED) if part in shown)
        columns = room.columns
        return Division(
            shown,
            _cells(fitting.list_width, columns) if rest is not Part.LIST else 0,
            _cells(fitting.related_width, columns) if rest is not Part.RELATED else 0,
        )

    def fitted(self, room: Room, at: Part) -> "Arrangement":
        """With sizes that leave every pane on this screen its least."""
        if room.panes is Panes.THREE:
            return self._fitted_widths(room.columns, self.shown(room.panes, at))
        most = max(LEAST_LIST_LINES, room.lines - LEAST_TEXT_LINES)
        height = _between(_percent(LEAST_LIST_LINES, room.lines), self._height(at), _percent(most, room.lines))
        return self._with_height(height, at)

    def _fitted_widths(self, columns: int, shown: frozenset[Part], first: Part = Part.LIST) -> "Arrangement":
        """With every pane as wide as it must be; `first` has what it wants as long as the others have their least."""
        least = _percent(LEAST_BESIDE, columns)
        if Part.TEXT not in shown:
            return self._replace(related_width=_between(least, self.related_width, 100 - least))
        most = 100 - _percent(LEAST_TEXT, columns)
        if not {Part.LIST, Part.RELATED} <= shown:
            listed, related = (_between(least, width, most) for width in (self.list_width, self.related_width))
        elif first is Part.RELATED:
            related = _between(least, self.related_width, most - least)
            listed = _between(least, self.list_width, most - related)
        else:
            listed = _between(least, self.list_width, most - least)
            related = _between(least, self.related_width, most - listed)
        return self._replace(list_width=listed, related_width=related)

    # Changing sizes

    def wider(self, part: Part, steps: int, room: Room, at: Part) -> "Arrangement":
        """With a pane some steps wider (one over another: higher), or less where `steps` is negative; others give way.

        The very same where that cannot be.
        """
        fitting, shown = self.fitted(room, at), self.shown(room.panes, at)
        if len(shown) < 2:
            return self
        if room.panes is Panes.THREE:
            changed = fitting._with_wider(part, steps * WIDTH_STEP, shown)._fitted_widths(room.columns, shown, part)
        else:
            change = HEIGHT_STEP * (steps if part is Part.LIST else -steps)
            changed = fitting._with_height(fitting._height(at) + change, at).fitted(room, at)
        return self if changed.division(room, at) == fitting.division(room, at) else changed

    def _with_wider(self, part: Part, change: float, shown: frozenset[Part]) -> "Arrangement":
        """With a pane wider than before, side by side: at the cost of the text, and the text at that of the others."""
        beside = shown - {Part.TEXT}
        given = {each: -change / len(beside) for each in beside} if part is Part.TEXT else {part: change}
        if Part.TEXT not in shown and part is Part.LIST:  # it has what the related pane leaves
            given = {Part.RELATED: -change}
        return self._replace(
            list_width=self.list_width + given.get(Part.LIST, 0),
            related_width=self.related_width + given.get(Part.RELATED, 0),
        )

    def with_edge(self, part: Part, cells: int, room: Room, at: Part) -> "Arrangement":
        """With the rule before a pane drawn to a place, in cells from where the panes begin; others give way."""
        fitting = self.fitted(room, at)
        if room.panes is not Panes.THREE:
            return fitting._with_height(_percent(cells, room.lines), at).fitted(room, at)
        if part is Part.RELATED:
            wanted = fitting._replace(related_width=_percent(room.columns - cells, room.columns))
        else:
            part, wanted = Part.LIST, fitting._replace(list_width=_percent(cells, room.columns))
        return wanted._fitted_widths(room.columns, self.shown(room.panes, at), part)

    def with_measure(self, steps: int, room: int = 0) -> "Arrangement":
        """With longer lines of text, or shorter ones where `steps` is negative; none longer than the `room` there is.

        They are counted from what is shown; 0 for any room.
        """
        most = room or MEASURES[-1]
        if steps > 0 and self.measure >= most:  # it stays what it is for a pane with more room
            return self
        return self._replace(measure=_measure(min(most, min(most, self.measure) + steps * MEASURE_STEP)))

    def _height(self, at: Part) -> float:
        return self.reading_height if at is Part.TEXT else self.list_height

    def _with_height(self, height: float, at: Part) -> "Arrangement":
        return self._replace(reading_height=height) if at is Part.TEXT else self._replace(list_height=height)


# From one start to the next


def written(arrangement: Arrangement, layout: Layout) -> str:
    """The text to be remembered; `layout` is what the configuration says at that time."""
    return json.dumps({**arrangement._asdict(), "configured": repr(layout)}, default=sorted)


def read(text: str, layout: Layout) -> Arrangement:
    """What was remembered; what the configuration says where nothing was, or where it said something else then."""
    try:
        told = json.loads(text or "{}")
        if told["configured"] == repr(layout):
            return Arrangement(
                **{name: _percentage(told[name]) for name in _PERCENTAGES},
                measure=_measure(int(told["measure"])),
                hidden_beside=frozenset(map(Part, told["hidden_beside"])),
                hidden_stacked=frozenset(map(Part, told["hidden_stacked"])),
            )
    except (ValueError, TypeError, KeyError, ArithmeticError, RecursionError):
        pass
    return Arrangement.of(layout)


_PERCENTAGES = ("list_width", "related_width", "list_height", "reading_height")


def _percentage(told: float) -> float:
    if not 0 <= told <= 100:
        raise ValueError(told)
    return float(told)


def _measure(wanted: int) -> int:
    return max(MEASURES[0], min(MEASURES[-1], wanted))


def _between(least: float, wanted: float, most: float) -> float:
    return max(least, min(wanted, most))


def _percent(cells: int, whole: int) -> float:
    return 100 * cells / max(1, whole)


def _cells(percent: float, whole: int) -> int:
    """Whole cells, as many as Textual makes of that share; a share that was computed from cells gives these again."""
    return int(percent * whole / 100 + _ROUNDING)
