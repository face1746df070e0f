"""Terms and fingerprints of some articles as arrays: in memory, or mapped from a file of the cache."""

import struct
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self, TypeVar

import numpy as np
import numpy.typing as npt

from reader.stories.profile import Hashes

Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float32]
Weigh = Callable[[Hashes], Weights]
"""What each of some entries weighs in its article."""
Kind = TypeVar("Kind", bound=np.generic)

MOST = 1 << 14
"""Articles of one segment at most: merging two of half of it takes .4 s and 40 MB, and a row fits into 14 bits."""
POSTED = 64
"""So many of an article's strongest terms lead to it; all of them are in its vector."""
COUNT = np.uint32(0xFF)
"""The bits of an entry that tell how often a term stands in an article; the rest are the first 24 of the term's hash.
Of two articles with 300 terms each, one pair in 200 seems to share a term that it does not."""
COUNT_BITS = 8
ABOUT = np.array([1, 1 + np.log(2), 1 + np.log(3.5), 1 + np.log(7)], np.float32)
"""What the counts 1, 2, 3 to 4, and more are worth where two bits must do."""
_FINENESS = 2048.0
"""Weights, which are under 128, are ordered to so many parts of one."""
_CROWDED = 256
"""Fingerprints of one head that are compared one by one; among more of them a footer's is searched for."""
_HEAD = struct.Struct("<4sI6Q")
_MAGIC = b"BSG3"


class Entry(NamedTuple):
    """One article as a segment takes it in."""

    number: int
    """Its number in the catalogue."""
    day: int
    """Its day as an ordinal, 0 where unknown."""
    terms: Hashes
    """Hashes of its terms, ascending."""
    counts: npt.NDArray[np.uint8]
    """How often each stands there."""
    prints: Hashes
    """Its fingerprints, ascending."""
    language: int = 0
    """The number of its language, 0 where unknown."""


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Articles in the order of their numbers, and which of them have a term or fingerprint.

    Some 1.1 KB an article of 300 words: an entry of a vector, a term of 24 bits and its count of 8, takes 4 bytes, a
    row to which a term leads 2, and a fingerprint 4, since those with one head stand together.
    """

    numbers: npt.NDArray[np.int64]
    """Their numbers, ascending; the place is the article's row."""
    days: npt.NDArray[np.int32]
    """Of each row the day."""
    lengths: Weights
    """Of each row the length of its vector, as it was when it was last measured."""
    starts: npt.NDArray[np.uint32]
    """Where the entries of each row begin, and at last where all end."""
    entries: Hashes
    """The terms of every row one after the other, ascending, each with its count in the lowest bits."""
    keys: Hashes
    """Every term once, ascending."""
    key_starts: npt.NDArray[np.uint32]
    """Where the rows of each key begin, and at last where all end."""
    head_starts: npt.NDArray[np.uint32]
    """Where the fingerprints of each head begin, and at last where all end."""
    languages: npt.NDArray[np.uint16]
    """Of each row the number of its language, 0 where unknown."""
    frequencies: npt.NDArray[np.uint16]
    """In how many rows each key stands."""
    key_rows: npt.NDArray[np.uint16]
    """The rows that each key leads to, one after the other: a row, and in the lowest two bits the place in `ABOUT`."""
    heads: npt.NDArray[np.uint16]
    """The upper halves of all fingerprints, each once, ascending."""
    tails: npt.NDArray[np.uint16]
    """The lower half of each fingerprint, ascending under its head."""
    print_rows: npt.NDArray[np.uint16]
    """The row of each fingerprint."""

    def __len__(self) -> int:
        return len(self.numbers)

    def row(self, number: int) -> int:
        """The row of an article, -1 where it has none."""
        row = int(np.searchsorted(self.numbers, number))
        return row if row < len(self) and self.numbers[row] == number else -1

    def slice(self, row: int) -> "slice":
        """Where the entries of a row stand."""
        return slice(int(self.starts[row]), int(self.starts[row + 1]))

    def holders(self, terms: Hashes) -> tuple[Places, Places]:
        """Where in `key_rows` the rows of some terms stand, and of each place which of the terms it is about."""
        begins, lengths = _found(self.keys, self.key_starts, terms)
        return spread(begins, lengths)

    def holding(self, prints: Hashes) -> tuple[Places, Places]:
        """Where in `print_rows` the rows of each of some fingerprints begin, and how many there are."""
        begins, lengths = _found(self.heads, self.head_starts, (prints >> 16).astype(np.uint16))
        tails = (prints & 0xFFFF).astype(np.uint16)
        for place in np.flatnonzero(lengths > _CROWDED).tolist():
            crowd = self.tails[begins[place] : begins[place] + lengths[place]]
            first, last = (int(np.searchsorted(crowd, tails[place], side)) for side in ("left", "right"))
            begins[place], lengths[place] = begins[place] + first, last - first
        at, owners = spread(begins, np.where(lengths > _CROWDED, 0, lengths))
        same = np.flatnonzero(self.tails[at] == tails[owners])
        counted = np.bincount(owners[same], minlength=len(prints))
        held = np.flatnonzero(counted)
        begins[held] = at[same[(np.cumsum(counted) - counted)[held]]]
        return begins, np.where(lengths > _CROWDED, lengths, counted)

    def prints(self) -> Hashes:
        """The fingerprints of all rows, ascending, as in `print_rows`."""
        heads = np.repeat(self.heads.astype(np.uint32), _sizes(self.head_starts))
        whole: Hashes = heads << np.uint32(16) | self.tails
        return whole

    def with_lengths(self, lengths: Weights) -> Self:
        """The same with lengths measured anew."""
        return replace(self, lengths=lengths.astype(np.float32))

    def to_bytes(self) -> bytes:
        """The arrays one after the other, those of the widest numbers first, so that each is aligned."""
        counted = (self.numbers, self.entries, self.keys, self.heads, self.key_rows, self.print_rows)
        head = _HEAD.pack(_MAGIC, 0, *(array.size for array in counted))
        body = b"".join((head, *(np.ascontiguousarray(array).tobytes() for array in self._arrays())))
        return body + struct.pack("<I", zlib.crc32(body))

    @classmethod
    def from_buffer(cls, data: bytes | memoryview) -> Self:
        """What `to_bytes` wrote, without a copy; raises ValueError where it is damaged or of another version."""
        view = memoryview(data)
        if len(view) < _HEAD.size + 4 or zlib.crc32(view[:-4]) != int.from_bytes(view[-4:], "little"):
            raise ValueError("the links are damaged")
        magic, _, *sizes = _HEAD.unpack_from(view)
        if magic != _MAGIC:
            raise ValueError("the links are of another version")
        arrays, at = [], _HEAD.size
        for kind, length in _layout(*sizes):
            arrays.append(np.frombuffer(view, kind, length, at))
            at += length * np.dtype(kind).itemsize
        return cls(*arrays)

    def _arrays(self) -> Sequence[npt.NDArray[np.generic]]:
        return (
            self.numbers, self.days, self.lengths, self.starts, self.entries, self.keys, self.key_starts,
            self.head_starts, self.languages, self.frequencies, self.key_rows, self.heads, self.tails, self.print_rows,
        )  # fmt: skip


def built(articles: Sequence[Entry], weigh: Weigh) -> Segment:
    """A segment of these articles, at most `MOST`, each once."""
    articles = sorted(articles, key=lambda article: article.number)
    rows = np.repeat(np.arange(len(articles)), [len(article.prints) for article in articles])
    return _segment(
        np.array([article.number for article in articles], np.int64),
        np.array([article.day for article in articles], np.int32),
        np.array([article.language for article in articles], np.uint16),
        np.array([len(article.terms) for article in articles], np.intp),
        _joined((article.terms for article in articles), np.uint32) & ~COUNT
        | _joined((article.counts for article in articles), np.uint8),
        _joined((article.prints for article in articles), np.uint32),
        rows,
        weigh,
    )


def merged(parts: Sequence[tuple[Segment, npt.NDArray[np.bool_]]], weigh: Weigh) -> Segment:
    """One segment of the rows of several that are alive."""
    numbers = np.concatenate([part.numbers[alive] for part, alive in parts])
    order = np.argsort(numbers)
    places = np.empty(len(order), np.intp)
    places[order] = np.arange(len(order))
    bases = np.cumsum([0, *(len(part.entries) for part, _ in parts)])
    begins = np.concatenate([base + part.starts[:-1][alive] for base, (part, alive) in zip(bases, parts, strict=False)])
    sizes = np.concatenate([_sizes(part.starts)[alive] for part, alive in parts])
    at, _ = spread(begins[order].astype(np.intp), sizes[order])
    prints, rows, first = [], [], 0
    for part, alive in parts:
        target = np.zeros(len(part), np.intp)
        count = int(alive.sum())
        target[alive] = places[first : first + count]
        first += count
        kept = alive[part.print_rows]
        prints.append(part.prints()[kept])
        rows.append(target[part.print_rows[kept]])
    return _segment(
        numbers[order],
        np.concatenate([part.days[alive] for part, alive in parts])[order],
        np.concatenate([part.languages[alive] for part, alive in parts])[order],
        sizes[order],
        np.concatenate([part.entries for part, _ in parts])[at],
        np.concatenate(prints),
        np.concatenate(rows),
        weigh,
    )


def spread(starts: Places, lengths: Places) -> tuple[Places, Places]:
    """The positions of several slices one after the other (start, start + 1, …), and which slice each is of."""
    ends = np.cumsum(lengths)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    total = int(ends[-1]) if len(ends) else 0
    positions: Places = np.arange(total) + (starts - (ends - lengths))[owners]
    return positions, owners


def vector_lengths(starts: npt.NDArray[np.uint32], weights: Weights) -> Weights:
    """The length of the vector of each row, whose weights begin where `starts` tells."""
    sums = np.concatenate(([0.0], np.cumsum(weights.astype(np.float64) ** 2)))
    ends = starts.astype(np.intp)
    lengths: Weights = np.sqrt(np.maximum(sums[ends[1:]] - sums[ends[:-1]], 0)).astype(np.float32)
    return lengths


def _segment(
    numbers: npt.NDArray[np.int64],
    days: npt.NDArray[np.int32],
    languages: npt.NDArray[np.uint16],
    sizes: Places,
    entries: Hashes,
    prints: Hashes,
    print_rows: Places,
    weigh: Weigh,
) -> Segment:
    """A segment from its rows.

    What belongs to each key and head is found by sorting whole numbers that are made of both, which NumPy does several
    times as fast as it finds an order.
    """
    starts = np.concatenate(([0], np.cumsum(sizes))).astype(np.uint32)
    weights = weigh(entries)
    chosen, owners = _strongest(starts, sizes, weights)
    posted = _sorted(entries[chosen] & ~COUNT, owners << 2 | _about(entries[chosen] & COUNT))
    keys, frequencies = np.unique(entries & ~COUNT, return_counts=True)
    ordered = _sorted(prints, print_rows)
    heads, head_counts = np.unique((ordered >> np.uint64(32)).astype(np.uint16), return_counts=True)
    return Segment(
        numbers=numbers,
        days=days,
        languages=languages,
        lengths=vector_lengths(starts, weights),
        starts=starts,
        entries=entries,
        keys=keys,
        key_starts=np.append(
            np.searchsorted((posted >> np.uint64(16)).astype(np.uint32), keys), len(posted)
        ).astype(np.uint32),
        head_starts=np.concatenate(([0], np.cumsum(head_counts))).astype(np.uint32),
        frequencies=frequencies.astype(np.uint16),
        key_rows=(posted & np.uint64(0xFFFF)).astype(np.uint16),
        heads=heads,
        tails=(ordered >> np.uint64(16) & np.uint64(0xFFFF)).astype(np.uint16),
        print_rows=(ordered & np.uint64(0xFFFF)).astype(np.uint16),
    )  # fmt: skip


def _strongest(starts: npt.NDArray[np.uint32], sizes: Places, weights: Weights) -> tuple[Places, Places]:
    """Which entries are among the `POSTED` strongest of their row, of equal ones the first; and the row of each."""
    owners = np.repeat(np.arange(len(sizes)), sizes)
    inside = np.arange(len(weights)) - starts[:-1].astype(np.intp)[owners]
    weakness = (1 << 18) - 1 - np.minimum(weights * _FINENESS, (1 << 18) - 1).astype(np.intp)
    ordered = np.sort(owners << 42 | weakness << 24 | inside)
    ordered = ordered[inside < POSTED]
    rows = ordered >> 42
    return starts[:-1].astype(np.intp)[rows] + (ordered & 0xFFFFFF), rows


def _sizes(starts: npt.NDArray[np.uint32]) -> Places:
    """How much each of some parts holds that begin, and at last end, where this tells."""
    ends = starts.astype(np.intp)
    return ends[1:] - ends[:-1]


def _about(counts: Hashes) -> Places:
    """The place in `ABOUT` of each count."""
    return np.searchsorted(np.array([2, 3, 5]), counts, "right")


def _sorted(hashes: Hashes, rows: Places) -> npt.NDArray[np.uint64]:
    """Hashes with their rows in the lowest 16 bits, ascending."""
    return np.sort(hashes.astype(np.uint64) << np.uint64(16) | rows.astype(np.uint64))


def _found(keys: npt.NDArray[Kind], starts: npt.NDArray[np.uint32], wanted: npt.NDArray[Kind]) -> tuple[Places, Places]:
    """Where what belongs to each of the wanted keys begins, and how much it is."""
    if not len(keys):
        return np.zeros(len(wanted), np.intp), np.zeros(len(wanted), np.intp)
    at = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    begins = starts[at].astype(np.intp)
    return begins, np.where(keys[at] == wanted, starts[at + 1] - begins, 0).astype(np.intp)


def _layout(rows: int, entries: int, keys: int, heads: int, posted: int, prints: int) -> tuple[tuple[str, int], ...]:
    """Type and length of each array of a segment, in the order of its fields."""
    return (
        ("<i8", rows), ("<i4", rows), ("<f4", rows), ("<u4", rows + 1), ("<u4", entries), ("<u4", keys),
        ("<u4", keys + 1), ("<u4", heads + 1), ("<u2", rows), ("<u2", keys), ("<u2", posted), ("<u2", heads),
        ("<u2", prints), ("<u2", prints),
    )  # fmt: skip


def _joined(arrays: Iterator[npt.NDArray[Kind]], kind: type[Kind]) -> npt.NDArray[Kind]:
    return np.concatenate([np.empty(0, kind), *arrays])
