"""Which rows hold a key: sorted runs in memory that merge as they grow, so that adding stays cheap."""

from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint32]
Rows = npt.NDArray[np.uint32]
Weights = npt.NDArray[np.float32]

_MERGED_AT_ONCE = 1.5
"""A run is merged with the one before it when that one is less than so many times its length."""


class Postings:
    """Keys (such as term numbers), each with the rows that hold it and a weight in each; rows are never taken out.

    A log-structured merge: new entries form a short run, and runs of like length are merged, so that an entry is
    sorted again about log2(all / new) times and a look-up visits as many runs.
    """

    def __init__(self) -> None:
        self._runs: list[_Run] = []
        self._waiting: list[tuple[Keys, Rows, Weights]] = []

    def add(self, keys: Keys, rows: Rows, weights: Weights) -> None:
        """Take in entries: three arrays of one length, in any order."""
        if len(keys):
            self._waiting.append((keys, rows, weights))

    def find(self, keys: Keys) -> "Found":
        """All entries of the given keys."""
        self._settle()
        parts = [run.find(keys) for run in self._runs]
        if not parts:
            return Found(np.empty(0, np.intp), np.empty(0, np.uint32), np.empty(0, np.float32))
        return Found(*(np.concatenate(column) for column in zip(*parts, strict=True)))

    def _settle(self) -> None:
        """Sort what waits into a run, and merge runs of like length."""
        if not self._waiting:
            return
        keys, rows, weights = zip(*self._waiting, strict=True)
        self._runs.append(_sorted_run(np.concatenate(keys), np.concatenate(rows), np.concatenate(weights)))
        self._waiting.clear()
        while len(self._runs) > 1 and len(self._runs[-2].keys) < _MERGED_AT_ONCE * len(self._runs[-1].keys):
            last, before = self._runs.pop(), self._runs.pop()
            self._runs.append(
                _sorted_run(
                    np.concatenate((before.keys, last.keys)),
                    np.concatenate((before.rows, last.rows)),
                    np.concatenate((before.weights, last.weights)),
                )
            )


class Found(NamedTuple):
    """Entries that a look-up found, column by column."""

    places: npt.NDArray[np.intp]
    """Which of the keys asked for each entry belongs to."""
    rows: Rows
    """The row of each entry."""
    weights: Weights
    """The weight of each entry."""


@dataclass(frozen=True, slots=True, eq=False)
class _Run:
    """Entries in the order of their keys."""

    keys: Keys
    """Ascending."""
    rows: Rows
    """The row of each."""
    weights: Weights
    """The weight of each."""

    def find(self, keys: Keys) -> Found:
        """The entries of the given keys."""
        starts = np.searchsorted(self.keys, keys, "left")
        lengths = np.searchsorted(self.keys, keys, "right") - starts
        at = spread(starts, lengths)
        return Found(np.repeat(np.arange(len(keys)), lengths), self.rows[at], self.weights[at])


def spread(starts: npt.NDArray[np.intp], lengths: npt.NDArray[np.intp]) -> npt.NDArray[np.intp]:
    """The positions of several slices one after the other: start, start + 1, … for each."""
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    positions: npt.NDArray[np.intp] = np.arange(total) + np.repeat(starts - (ends - lengths), lengths)
    return positions


def _sorted_run(keys: Keys, rows: Rows, weights: Weights) -> _Run:
    order = np.argsort(keys, kind="stable")
    return _Run(keys[order], rows[order], weights[order])
