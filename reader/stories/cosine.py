"""How alike texts are: the cosine between vectors of weighted terms, of two or of many at once."""

import numpy as np

from reader.stories.profile import Hashes
from reader.stories.scores import Numbers
from reader.stories.segment import COUNT, COUNT_BITS, Places, Weights

Vector = tuple[Hashes, Weights]
"""The terms of a text, without their counts, ascending, and the weight of each, of a vector of length 1."""
TERMS = 500
"""So many of a text's strongest terms, and those that weigh the same as the last, tell what it is about. A text of
5,000 words has all the everyday ones too, and two such essays would be alike by these alone. At 400 ECB+ loses MAP."""


def pruned(weights: Weights, sizes: Places) -> Weights:
    """The weights of texts, one after the other, `sizes` terms each, with those that are not among the strongest 0."""
    ends = np.cumsum(sizes)
    kept = weights.copy() if len(sizes) and sizes.max() > TERMS else weights
    for place in np.flatnonzero(sizes > TERMS).tolist():
        part = kept[ends[place] - sizes[place] : ends[place]]
        part[part < np.partition(part, len(part) - TERMS)[len(part) - TERMS]] = 0
    return kept


def unit(weights: Weights) -> Weights:
    """Weights of a vector of length 1; of an empty one as they are."""
    length = float(np.sqrt(weights @ weights))
    return weights / length if length else weights


def cosine(one: Vector, other: Vector) -> float:
    """The cosine between two vectors, from 0 to 1."""
    _, at, their_at = np.intersect1d(one[0], other[0], return_indices=True)
    return min(float(one[1][at] @ other[1][their_at]), 1.0)


def cosines(vector: Vector, entries: Hashes, owners: Places, weights: Weights, count: int) -> Numbers:
    """The cosines between a vector and `count` texts: their entries, which text each is of, and what it weighs."""
    mine, my_weights = vector
    squares = np.bincount(owners, np.square(weights), count)
    shared, at = common(mine, entries)
    products = np.bincount(owners[shared], weights[shared].astype(np.float64) * my_weights[at], count)
    found: Numbers = np.minimum(products / np.sqrt(np.maximum(squares, 1e-12)), 1.0)
    return found


def likeness(entries: Hashes, owners: Places, weights: Weights, count: int) -> Numbers:
    """The cosines between all of `count` texts, given as for `cosines`: a square matrix in their order.

    By `einsum`, because a matrix product this small is slowed down by the threads that BLAS starts for it.
    """
    terms = entries & ~COUNT
    lengths = np.sqrt(np.bincount(owners, weights * weights, count))
    order = np.argsort(terms, kind="stable")
    begins = np.concatenate(([True], terms[order][1:] != terms[order][:-1]))[: len(order)]
    columns = np.empty(len(order), np.intp)
    columns[order] = np.cumsum(begins) - 1
    shared = np.bincount(columns) > 1
    kept = shared[columns]
    table = np.zeros((count, int(shared.sum())), np.float32)
    table[owners[kept], (np.cumsum(shared) - 1)[columns[kept]]] = (
        weights[kept] / np.maximum(lengths, 1e-9)[owners[kept]]
    )
    products = np.einsum("ij,kj->ik", table, table).astype(np.float64)
    np.fill_diagonal(products, 1.0)
    bounded: Numbers = np.minimum(products, 1.0)
    return bounded


def common(mine: Hashes, entries: Hashes) -> tuple[Places, Places]:
    """Which of some entries are of my terms, and the place of each among mine.

    A table of the lowest bits of my terms leaves one in a hundred of the rest to be looked up.
    """
    listed = np.zeros(1 << 16, np.bool_)
    listed[mine >> COUNT_BITS & 0xFFFF] = True
    likely = np.flatnonzero(listed[entries >> COUNT_BITS & 0xFFFF])
    wanted: Hashes = entries[likely] & ~COUNT
    at: Places = np.minimum(np.searchsorted(mine, wanted), len(mine) - 1)
    same = np.flatnonzero(mine[at] == wanted)
    return likely[same], at[same]
