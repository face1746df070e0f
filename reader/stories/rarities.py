"""How much a term is worth, by how many articles have it: counted in a table, without a dictionary of the terms."""

import numpy as np
import numpy.typing as npt

from reader.stories.profile import Hashes
from reader.stories.segment import COUNT, COUNT_BITS, Weights
from reader.stories.usual import ARTICLES, usual_words

LARGE = 100
"""From about this many articles on, a term that a single article has counts for nothing, and a folder knows itself how
usual words are."""
_FAR_LARGER = 10 * LARGE
"""From so many articles on, what is usual elsewhere would count like three articles or fewer: it is left out."""
_BUCKETS = 1 << 22
_LOWEST = np.uint32(_BUCKETS - 1)
"""Document frequencies are counted by the lowest bits of a term, in 16 MB. Of 300,000 terms one in 14 shares its place
with another, which makes it seem less rare."""
_EXACT, _GROWTH = 128, 1.085
_STEPS = np.concatenate((np.arange(_EXACT), np.round(_EXACT * _GROWTH ** np.arange(256 - _EXACT)))).astype(np.int32)
"""How rare a term is is known by the last of these that its frequency reaches: exactly under 128, then to within .04 of
a logarithm. A byte a term stays in the processor's cache, where four times as much does not."""
_MIDDLES = np.where(_STEPS < _EXACT, _STEPS, _STEPS * np.sqrt(_GROWTH))
_LOGARITHM = np.concatenate(([np.float32(0)], 1 + np.log(np.arange(1, 256, dtype=np.float32)))).astype(np.float32)


class Rarities:
    """In how many articles each term stands; of a term the lowest 8 bits, the count of an entry, are ignored."""

    def __init__(self) -> None:
        self._frequencies = np.zeros(_BUCKETS, np.int32)
        self._steps = np.zeros(_BUCKETS, np.uint8)
        self._occurrences = 0
        self._tables: dict[int, Weights] = {}
        self._listed, self._classes = np.zeros(0, np.uint32), np.zeros(0, np.uint8)

    def count(self, terms: Hashes, by: int) -> None:
        """Take in an article that has these terms, each once, or forget it: 1 or -1."""
        buckets = _buckets(terms)
        np.add.at(self._frequencies, buckets, by)
        self._steps[buckets] = self._reached(self._frequencies[buckets])
        self._occurrences += by * len(terms)
        self._tables.clear()

    def take(self, terms: Hashes, frequencies: npt.NDArray[np.uint16]) -> None:
        """Take in many articles at once; `settle` must follow."""
        np.add.at(self._frequencies, _buckets(terms), frequencies.astype(np.int32))
        self._occurrences += int(frequencies.sum())
        self._tables.clear()

    def settle(self) -> None:
        """Have what was taken in count."""
        used = np.flatnonzero(self._frequencies != 0)
        self._steps[used] = self._reached(self._frequencies[used])

    def frequencies(self, terms: Hashes) -> npt.NDArray[np.int32]:
        """In about how many articles each of some terms stands."""
        found: npt.NDArray[np.int32] = self._frequencies[_buckets(terms)]
        return found

    def frequency(self, term: int) -> int:
        """In about how many articles a term stands."""
        return int(self._frequencies[(term >> COUNT_BITS) % _BUCKETS])

    def of(self, terms: Hashes, articles: int) -> Weights:
        """What each term is worth: smooth inverse document frequency, ln((1 + N) / (1 + df)) + 1, of N articles.

        Smooth, because with ln(N / df) the terms that two articles alone in a folder share would be worth nothing.
        A term of one article only lengthens its vector: that is right among few and noise among many. A small folder
        is thought to be part of a larger one, of which a list of usual words tells the rest.
        """
        if articles not in self._tables:
            self._tables[articles] = self._worths(articles)
        table = self._tables[articles]
        buckets = _buckets(terms)
        steps = self._steps[buckets]
        worth: Weights = table[self._classes[buckets] if len(table) > 1 else 0, steps]
        return worth

    def weighed(self, entries: Hashes, articles: int) -> Weights:
        """What each of some entries weighs in its article: (1 + ln(count)) times what its term is worth."""
        weights: Weights = _LOGARITHM[entries & COUNT] * self.of(entries, articles)
        return weights

    def _worths(self, articles: int) -> Weights:
        """What a term is worth that is of each class of usual words, of which the first has the rest, and each step."""
        shares: tuple[float, ...] = (0.0,)
        lent = 0.0
        smallness = 1 / (1 + (articles / LARGE) ** 2)
        if articles < _FAR_LARGER:
            shares, lent = usual_words().shares, smallness * self._lent()
        held = np.minimum(_MIDDLES, articles) + lent * np.array(shares)[:, None]
        table = np.log((1 + articles + lent) / (1 + held)) + 1
        table[:, :2] *= smallness
        return table.astype(np.float32)

    def _lent(self) -> float:
        """For how many articles the list of usual words speaks: few where its words are few, as in other languages."""
        usual = usual_words()
        if not len(self._listed):
            self._listed, self._classes = _buckets(usual.terms), np.zeros(_BUCKETS, np.uint8)
            self._classes[self._listed] = usual.classes
        return ARTICLES * float(self._frequencies[self._listed].sum()) / max(1, self._occurrences)

    @staticmethod
    def _reached(frequencies: npt.NDArray[np.int32]) -> npt.NDArray[np.intp]:
        """The step of each frequency."""
        return np.searchsorted(_STEPS, frequencies, "right") - 1


def _buckets(terms: Hashes) -> Hashes:
    """Where what is known of some terms is kept."""
    buckets: Hashes = (terms >> np.uint32(COUNT_BITS)) & _LOWEST
    return buckets
