"""Terms and fingerprints of some articles as arrays: in memory, or mapped from a file of the cache."""

import struct
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Self, TypeVar

import numpy as np
import numpy.typing as npt

from reader.stories.profile import Hashes

Places = npt.NDArray[np.intp]
Weights = npt.NDArray[np.float32]
Kind = TypeVar("Kind", bound=np.generic)

MOST = 1 << 14
"""Articles of one segment at most: merging two of half of it takes .4 s and 40 MB, and a row fits into 16 bits."""
_HEAD = struct.Struct("<4sIQQQQ")
_MAGIC = b"BSG1"


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


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """Articles in the order of their numbers, and which of them have a term or fingerprint."""

    numbers: npt.NDArray[np.int64]
    """Their numbers, ascending; the place is the article's row."""
    days: npt.NDArray[np.int32]
    """Of each row the day."""
    lengths: Weights
    """Of each row the length of its vector, as it was when it was last measured."""
    starts: npt.NDArray[np.uint32]
    """Where the terms of each row begin, and at last where all end."""
    terms: Hashes
    """The terms of every row one after the other."""
    keys: Hashes
    """Every term once, ascending."""
    key_starts: npt.NDArray[np.uint32]
    """Where the rows of each key begin, and at last where all end."""
    prints: Hashes
    """The fingerprints of all rows, ascending."""
    key_rows: npt.NDArray[np.uint16]
    """The rows of every key one after the other."""
    print_rows: npt.NDArray[np.uint16]
    """The row of each fingerprint."""
    counts: npt.NDArray[np.uint8]
    """How often each of `terms` stands in its row."""
    key_counts: npt.NDArray[np.uint8]
    """How often the key stands in each of `key_rows`."""

    def __len__(self) -> int:
        return len(self.numbers)

    def row(self, number: int) -> int:
        """The row of an article, -1 where it has none."""
        row = int(np.searchsorted(self.numbers, number))
        return row if row < len(self) and self.numbers[row] == number else -1

    def slice(self, row: int) -> "slice":
        """Where the terms of a row stand."""
        return slice(int(self.starts[row]), int(self.starts[row + 1]))

    def holders(self, terms: Hashes) -> tuple[Places, Places]:
        """Where in `key_rows` the rows of some terms stand, and of each place which of the terms it is about."""
        if not len(self.keys):
            return np.empty(0, np.intp), np.empty(0, np.intp)
        at = np.minimum(np.searchsorted(self.keys, terms), len(self.keys) - 1)
        held = self.keys[at] == terms
        begin = self.key_starts[at].astype(np.intp)
        return spread(begin, np.where(held, self.key_starts[at + 1] - begin, 0).astype(np.intp))

    def holding(self, prints: Hashes) -> tuple[Places, Places]:
        """Where in `print_rows` the rows of each of some fingerprints begin, and how many there are."""
        begins = np.searchsorted(self.prints, prints)
        lengths = np.zeros(len(prints), np.intp)
        if len(self.prints):
            held = np.flatnonzero(self.prints[np.minimum(begins, len(self.prints) - 1)] == prints)
            lengths[held] = np.searchsorted(self.prints, prints[held], "right") - begins[held]
        return begins, lengths

    def with_lengths(self, lengths: Weights) -> Self:
        """The same with lengths measured anew."""
        return replace(self, lengths=lengths.astype(np.float32))

    def to_bytes(self) -> bytes:
        """The arrays one after the other, those of the widest numbers first, so that each is aligned."""
        head = _HEAD.pack(_MAGIC, 0, len(self.numbers), len(self.terms), len(self.keys), len(self.prints))
        body = b"".join((head, *(np.ascontiguousarray(array).tobytes() for array in self._arrays())))
        return body + struct.pack("<I", zlib.crc32(body))

    @classmethod
    def from_buffer(cls, data: bytes | memoryview) -> Self:
        """What `to_bytes` wrote, without a copy; raises ValueError where it is damaged or of another version."""
        view = memoryview(data)
        if len(view) < _HEAD.size + 4 or zlib.crc32(view[:-4]) != int.from_bytes(view[-4:], "little"):
            raise ValueError("the links are damaged")
        magic, _, rows, terms, keys, prints = _HEAD.unpack_from(view)
        if magic != _MAGIC:
            raise ValueError("the links are of another version")
        arrays, at = [], _HEAD.size
        for kind, length in _layout(rows, terms, keys, prints):
            arrays.append(np.frombuffer(view, kind, length, at))
            at += length * np.dtype(kind).itemsize
        return cls(*arrays)

    def _arrays(self) -> Sequence[npt.NDArray[np.generic]]:
        return (
            self.numbers, self.days, self.lengths, self.starts, self.terms, self.keys, self.key_starts, self.prints,
            self.key_rows, self.print_rows, self.counts, self.key_counts,
        )  # fmt: skip


def built(entries: Sequence[Entry]) -> Segment:
    """A segment of these articles, at most `MOST`, each once; their lengths are still to be measured."""
    entries = sorted(entries, key=lambda entry: entry.number)
    prints = _joined([entry.prints for entry in entries], np.uint32)
    rows = np.repeat(np.arange(len(entries)), [len(entry.prints) for entry in entries]).astype(np.uint16)
    return _segment(
        np.array([entry.number for entry in entries], np.int64),
        np.array([entry.day for entry in entries], np.int32),
        np.array([len(entry.terms) for entry in entries], np.intp),
        _joined([entry.terms for entry in entries], np.uint32),
        _joined([entry.counts for entry in entries], np.uint8),
        prints,
        rows,
    )


def merged(parts: Sequence[tuple[Segment, npt.NDArray[np.bool_]]]) -> Segment:
    """One segment of the rows of several that are alive; their lengths are still to be measured."""
    numbers = np.concatenate([part.numbers[alive] for part, alive in parts])
    order = np.argsort(numbers)
    places = np.empty(len(order), np.intp)
    places[order] = np.arange(len(order))
    bases = np.cumsum([0, *(len(part.terms) for part, _ in parts)])
    begins = np.concatenate([base + part.starts[:-1][alive] for base, (part, alive) in zip(bases, parts, strict=False)])
    sizes = np.concatenate([np.diff(part.starts.astype(np.intp))[alive] for part, alive in parts])
    at, _ = spread(begins[order].astype(np.intp), sizes[order])
    prints, rows, first = [], [], 0
    for part, alive in parts:
        target = np.zeros(len(part), np.intp)
        count = int(alive.sum())
        target[alive] = places[first : first + count]
        first += count
        kept = alive[part.print_rows]
        prints.append(part.prints[kept])
        rows.append(target[part.print_rows[kept]].astype(np.uint16))
    return _segment(
        numbers[order],
        np.concatenate([part.days[alive] for part, alive in parts])[order],
        sizes[order],
        np.concatenate([part.terms for part, _ in parts])[at],
        np.concatenate([part.counts for part, _ in parts])[at],
        np.concatenate(prints),
        np.concatenate(rows),
    )


def spread(starts: Places, lengths: Places) -> tuple[Places, Places]:
    """The positions of several slices one after the other (start, start + 1, …), and which slice each is of."""
    ends = np.cumsum(lengths)
    owners = np.repeat(np.arange(len(lengths)), lengths)
    total = int(ends[-1]) if len(ends) else 0
    positions: Places = np.arange(total) + (starts - (ends - lengths))[owners]
    return positions, owners


def _segment(
    numbers: npt.NDArray[np.int64],
    days: npt.NDArray[np.int32],
    sizes: Places,
    terms: Hashes,
    counts: npt.NDArray[np.uint8],
    prints: Hashes,
    print_rows: npt.NDArray[np.uint16],
) -> Segment:
    """A segment from its rows: the keys are found by sorting."""
    by_term = np.argsort(terms, kind="stable")
    ordered = terms[by_term]
    begins = np.flatnonzero(np.concatenate(([len(ordered) > 0], ordered[1:] != ordered[:-1])))
    begins = begins[begins < len(ordered)]
    owners = np.repeat(np.arange(len(numbers), dtype=np.uint16), sizes)
    by_print = np.argsort(prints, kind="stable")
    return Segment(
        numbers=numbers,
        days=days,
        lengths=np.ones(len(numbers), np.float32),
        starts=np.concatenate(([0], np.cumsum(sizes))).astype(np.uint32),
        terms=terms,
        keys=ordered[begins],
        key_starts=np.append(begins, len(ordered)).astype(np.uint32),
        prints=prints[by_print],
        key_rows=owners[by_term],
        print_rows=print_rows[by_print],
        counts=counts,
        key_counts=counts[by_term],
    )


def _layout(rows: int, terms: int, keys: int, prints: int) -> tuple[tuple[str, int], ...]:
    """Type and length of each array of a segment, in the order of its fields."""
    return (
        ("<i8", rows), ("<i4", rows), ("<f4", rows), ("<u4", rows + 1), ("<u4", terms), ("<u4", keys),
        ("<u4", keys + 1), ("<u4", prints), ("<u2", terms), ("<u2", prints), ("u1", terms), ("u1", terms),
    )  # fmt: skip


def _joined(arrays: Sequence[npt.NDArray[Kind]], kind: type[Kind]) -> npt.NDArray[Kind]:
    return np.concatenate(arrays) if arrays else np.empty(0, kind)
