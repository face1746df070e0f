"""How alike two articles are by their words: weighted term vectors, and who is near whom."""

import numpy as np
import numpy.typing as npt

from reader.stories.postings import Keys, Postings, Weights, spread
from reader.stories.profile import Hashes

STRONGEST = 64
"""So many of an article's strongest terms look for candidates; the best of these are scored with all terms."""
LARGE = 100
"""From about this many articles on, a term that a single article has counts for nothing."""
_GROWTH = 1.1
"""Estimated lengths are taken anew when the folder has grown or shrunk by a tenth."""


class Vectors:
    """Term vectors of articles by row; rows count from 0, and a dropped row stays empty."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {}
        self._articles = np.zeros(1024, np.uint32)
        self._terms = np.zeros(1 << 16, np.uint32)
        self._weights = np.zeros(1 << 16, np.float32)
        self._starts = np.zeros(257, np.intp)
        self._lengths = np.zeros(256, np.float32)
        self._alive = np.zeros(256, np.bool_)
        self._rows = self._live = self._measured = 0
        self._measured_at = 0.0
        self._rarities = np.zeros(0, np.float32)
        self._postings = Postings()

    @property
    def rows(self) -> int:
        """Rows given out so far, dropped ones too."""
        return self._rows

    @property
    def live(self) -> int:
        """Rows not dropped."""
        return self._live

    @property
    def alive(self) -> npt.NDArray[np.bool_]:
        """For each row whether it is not dropped."""
        return self._alive[: self._rows]

    def add(self, hashes: Hashes, weights: Weights) -> int:
        """Take in an article's terms, each once, with their weights; gives its row."""
        numbers, row = self._numbers, self._rows
        terms = np.array([numbers.setdefault(term, len(numbers)) for term in hashes.tolist()], np.uint32)
        start, end = int(self._starts[row]), int(self._starts[row]) + len(terms)
        self._make_room(end)
        self._articles[terms] += 1
        self._terms[start:end] = terms
        self._weights[start:end] = weights
        self._starts[row + 1] = end
        self._alive[row] = True
        self._rows, self._live = row + 1, self._live + 1
        self._postings.add(terms, np.full(len(terms), row, np.uint32), weights)
        return row

    def drop(self, row: int) -> None:
        """Let an article's row count no more."""
        self._articles[self._slice(row)[0]] -= 1
        self._alive[row] = False
        self._live -= 1

    def terms(self, row: int) -> tuple[Keys, Weights]:
        """The terms of a row and the weight of each, of a vector of length 1."""
        terms, weights = self._slice(row)
        weighed = weights * self._rarity(terms)
        length = float(np.sqrt(weighed @ weighed))
        return terms, weighed / length if length else weighed

    def frequency(self, hashed: int) -> int:
        """In how many articles a term stands."""
        number = self._numbers.get(hashed)
        return 0 if number is None else int(self._articles[number])

    def near(self, row: int, factor: npt.NDArray[np.float64], limit: int) -> npt.NDArray[np.intp]:
        """The rows likely to be nearest by cosine times the factor given for each row, at most `limit`, unordered."""
        self._measure()
        terms, weights = self.terms(row)
        if len(terms) > STRONGEST:
            strongest = np.argpartition(-weights, STRONGEST)[:STRONGEST]
            terms, weights = terms[strongest], weights[strongest]
        weights = weights * self._rarity(terms)
        found = self._postings.find(terms)
        products = np.bincount(found.rows, found.weights * weights[found.places], self._rows)
        sums = products * factor / np.maximum(self._lengths[: self._rows], 1e-9)
        sums[~self.alive] = 0
        sums[row] = 0
        if len(sums) > limit:
            best = np.argpartition(-sums, limit)[:limit]
            return best[sums[best] > 0]
        return np.flatnonzero(sums > 0)

    def cosines(self, row: int, others: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """The exact cosine between a row and each of the others, from 0 to 1."""
        terms, weights = self.terms(row)
        mine = np.zeros(len(self._numbers), np.float64)
        mine[terms] = weights
        at, owners = self._entries(others)
        weighed = (self._weights[at] * self._rarity(self._terms[at])).astype(np.float64)
        products = np.bincount(owners, weighed * mine[self._terms[at]], len(others))
        squares = np.bincount(owners, weighed * weighed, len(others))
        return np.minimum(products / np.sqrt(np.maximum(squares, 1e-12)), 1.0)

    def likeness(self, rows: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
        """The exact cosines between all of the rows: a square matrix in their order.

        By `einsum`, because a matrix product this small is slowed down by the threads that BLAS starts for it.
        """
        at, owners = self._entries(rows)
        terms = self._terms[at]
        weighed = self._weights[at] * self._rarity(terms)
        lengths = np.sqrt(np.bincount(owners, weighed * weighed, len(rows)))
        _, columns, holders = np.unique(terms, return_inverse=True, return_counts=True)
        shared = holders[columns] > 1
        _, columns = np.unique(columns[shared], return_inverse=True)
        table = np.zeros((len(rows), int(columns.max(initial=-1)) + 1), np.float32)
        table[owners[shared], columns] = weighed[shared] / np.maximum(lengths, 1e-9)[owners[shared]]
        products = np.einsum("ij,kj->ik", table, table).astype(np.float64)
        np.fill_diagonal(products, 1.0)
        bounded: npt.NDArray[np.float64] = np.minimum(products, 1.0)
        return bounded

    def _slice(self, row: int) -> tuple[Keys, Weights]:
        part = slice(self._starts[row], self._starts[row + 1])
        return self._terms[part], self._weights[part]

    def _entries(self, rows: npt.NDArray[np.intp]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
        starts = self._starts[rows]
        lengths = self._starts[rows + 1] - starts
        return spread(starts, lengths), np.repeat(np.arange(len(rows)), lengths)

    def _rarity(self, terms: Keys) -> Weights:
        """What each term is worth: smooth inverse document frequency, ln((1 + N) / (1 + df)) + 1.

        Smooth, because with ln(N / df) the terms that two articles alone in a folder share would be worth nothing.
        A term of one article only lengthens its vector: that is right among few and noise among many.
        """
        if len(self._rarities) != self._live + 1:
            table = np.log((1 + self._live) / (1 + np.arange(self._live + 1, dtype=np.float64))) + 1
            table[:2] *= 1 / (1 + (self._live / LARGE) ** 2)
            self._rarities = table.astype(np.float32)
        return self._rarities[self._articles[terms]]

    def _measure(self) -> None:
        """Bring the estimated lengths up to date."""
        stale = not self._measured_at / _GROWTH <= self._live <= self._measured_at * _GROWTH
        first = 0 if stale else self._measured
        if stale:
            self._measured_at = float(self._live)
        rows = np.arange(first, self._rows)
        if len(rows):
            at, owners = self._entries(rows)
            weighed = self._weights[at] * self._rarity(self._terms[at])
            self._lengths[rows] = np.sqrt(np.bincount(owners, weighed * weighed, len(rows)))
        self._measured = self._rows

    def _make_room(self, entries: int) -> None:
        """Enlarge the arrays, by doubling, so that one more row of entries up to `entries` fits."""
        while len(self._articles) < len(self._numbers):
            self._articles = np.concatenate((self._articles, np.zeros_like(self._articles)))
        while len(self._terms) < entries:
            self._terms = np.concatenate((self._terms, np.zeros_like(self._terms)))
            self._weights = np.concatenate((self._weights, np.zeros_like(self._weights)))
        if len(self._alive) <= self._rows:
            self._alive = np.concatenate((self._alive, np.zeros_like(self._alive)))
            self._lengths = np.concatenate((self._lengths, np.zeros_like(self._lengths)))
            self._starts = np.concatenate((self._starts, np.zeros(len(self._alive) + 1 - len(self._starts), np.intp)))
