"""How alike articles are by their words, and who shares fingerprints: segments that merge as they grow."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from reader.stories.cosine import Vector, common, cosine, cosines, likeness, pruned, unit
from reader.stories.profile import Counts, Hashes
from reader.stories.rarities import Rarities
from reader.stories.scores import Numbers, date_factors
from reader.stories.segment import (
    ABOUT,
    COUNT,
    MOST,
    POSTED,
    Entry,
    Places,
    Segment,
    Weights,
    built,
    merged,
    spread,
    vector_lengths,
)

VISITED, LEAST_TERMS = 15_000, 8
"""The `POSTED` strongest terms of an article look for candidates; they stop when they have visited so many rows, but
not before so many terms: so the time of a search does not grow with the folder."""
_MERGED_AT_ONCE = 1.5
"""A segment is merged with the one before it when that one is less than so many times its length."""
_GROWTH = 1.5
"""Estimated lengths are taken anew when the folder has grown or shrunk so much."""
_WASTED = 0.5
"""A segment is cleaned of dropped rows when they are more than this share of it."""


class Text(NamedTuple):
    """An article as it is compared."""

    entries: Hashes
    """Its terms, ascending, with their counts in the lowest bits."""
    language: int
    """The number of its language, 0 where unknown."""


class Vectors:
    """Term vectors and fingerprints of articles; a row is good until the next article is added or dropped."""

    def __init__(self, segments: Iterable[Segment] = ()) -> None:
        self._segments: list[Segment] = []
        self._living: list[npt.NDArray[np.bool_]] = []
        self._waiting: dict[int, Entry] = {}
        self._rarities = Rarities()
        self._live = 0
        self._measured_at = 0.0
        for segment in segments:
            self._take(segment)
        self._rarities.settle()
        self._measured_at = float(self._live)
        self._settled = False

    def __len__(self) -> int:
        return self._live

    @property
    def segments(self) -> Sequence[Segment]:
        """The segments, everything that was added in them."""
        self._settle()
        return tuple(self._segments)

    def replace(self, segments: Sequence[Segment]) -> None:
        """Use these in place of `segments`, of which they are copies elsewhere."""
        self._segments = list(segments)
        self._settled = False

    def numbers(self) -> npt.NDArray[np.int64]:
        """The numbers of all articles, in no order."""
        self._settle()
        living: npt.NDArray[np.int64] = self._numbers[self._alive]
        return living

    def add(self, entry: Entry) -> None:
        """Take in an article that is not there."""
        self._waiting[entry.number] = entry
        self._rarities.count(entry.terms, 1)
        self._live += 1
        self._settled = False
        if len(self._waiting) >= MOST:
            self._flush()

    def drop(self, number: int) -> bool:
        """Forget an article; whether it was there."""
        waiting = self._waiting.pop(number, None)
        if waiting is not None:
            self._rarities.count(waiting.terms, -1)
        else:
            place, row = self._place(number)
            if row < 0:
                return False
            segment = self._segments[place]
            self._rarities.count(segment.entries[segment.slice(row)], -1)
            self._living[place][row] = False
        self._live -= 1
        self._settled = False
        return True

    def row(self, number: int) -> int:
        """The row of an article, -1 where it is not there."""
        self._settle()
        place, row = self._place(number)
        return row if row < 0 else self._bases[place] + row

    def number(self, row: int) -> int:
        """The article of a row."""
        return int(self._numbers[row])

    def day(self, row: int) -> int:
        """The day of a row as an ordinal, 0 where unknown."""
        return int(self._days[row])

    def days(self, rows: Places) -> npt.NDArray[np.int32]:
        """The day of each row as an ordinal, 0 where unknown."""
        return self._days[rows]

    def text(self, row: int) -> Text:
        """The text of a row."""
        place = int(np.searchsorted(self._bases, row, "right")) - 1
        segment = self._segments[place]
        return Text(segment.entries[segment.slice(row - int(self._bases[place]))], int(self._languages[row]))

    def weights(self, terms: Hashes, counts: Counts) -> Weights:
        """What terms weigh in a text in which they stand so often."""
        return self._telling(terms & ~COUNT | counts, np.array([len(terms)]), self._live)

    def frequency(self, term: int) -> int:
        """In about how many articles a term stands."""
        return self._rarities.frequency(term)

    def near(self, row: int, text: Text, limit: int) -> Places:
        """The rows likely to be nearest to a row with this text by words and days, at most `limit`, unordered."""
        terms, weights = self._strongest(*self._vector(text, self._live))
        weights = weights * self._rarities.of(terms, self._live)
        rows, added = [np.empty(0, np.intp)], [np.empty(0, np.float32)]
        for base, segment in zip(self._bases.tolist(), self._segments, strict=True):
            at, places = segment.holders(terms)
            held = segment.key_rows[at]
            rows.append(base + (held >> 2).astype(np.intp))
            added.append(ABOUT[held & 3] * weights[places])
        sums = np.bincount(np.concatenate(rows), np.concatenate(added))
        found: Places = np.flatnonzero(sums > 0)  # of truths it is several times as fast as of numbers
        likely = sums[found] * date_factors(self._days[found], self._days[row]) / np.maximum(self._lengths[found], 1e-9)
        likely[~self._alive[found] | (found == row)] = 0
        if len(found) > limit:
            best = np.argpartition(-likely, limit)[:limit]
            found, likely = found[best], likely[best]
        near: Places = found[likely > 0]
        return near

    def sharing(self, prints: Hashes, most: int) -> tuple[Places, Places, Hashes]:
        """Rows that have some of the fingerprints, how many each, and those that more than `most` articles have.

        These are boilerplate and left out of the count.
        """
        bounds = [segment.holding(prints) for segment in self._segments]
        holders = sum((lengths for _, lengths in bounds), np.zeros(len(prints), np.intp))
        usual = holders <= most
        rows = [np.empty(0, np.intp)]
        for base, segment, (begins, lengths) in zip(self._bases, self._segments, bounds, strict=True):
            at, _ = spread(begins[usual], lengths[usual])
            rows.append(base + segment.print_rows[at].astype(np.intp))
        found = np.concatenate(rows)
        sharing, shared = np.unique(found[self._alive[found]], return_counts=True)
        return sharing, shared, prints[~usual]

    def holding(self, prints: Hashes, most: int) -> Places:
        """Rows that have one of the fingerprints, of each and in each segment the first `most`."""
        rows = [np.empty(0, np.intp)]
        for base, segment in zip(self._bases, self._segments, strict=True):
            begins, lengths = segment.holding(prints)
            at, _ = spread(begins, np.minimum(lengths, most))
            rows.append(base + segment.print_rows[at].astype(np.intp))
        found = np.unique(np.concatenate(rows))
        living: Places = found[self._alive[found]]
        return living

    def cosine(self, one: Text, other: Text) -> float:
        """The exact cosine between two texts, from 0 to 1."""
        articles = self._spoken(one.language) if one.language == other.language else self._live
        return cosine(self._vector(one, articles), self._vector(other, articles))

    def cosines(self, text: Text, others: Places) -> Numbers:
        """The exact cosine between a text and each of some rows, from 0 to 1.

        How rare a word is counts among the articles of its language where both are of one, else among all: a folder of
        many languages has few articles with the usual words of one, which would be taken for what the text is about.
        """
        found = np.zeros(len(others))
        fellows = self._languages[others] == text.language
        for places, articles in (
            (np.flatnonzero(fellows), self._spoken(text.language)),
            (np.flatnonzero(~fellows), self._live),
        ):
            if len(places) and len(text.entries):
                entries, owners = self._entries(others[places])
                weights = self._telling(entries, self._sizes[others[places]], articles)
                found[places] = cosines(self._vector(text, articles), entries, owners, weights, len(places))
        return found

    def in_common(self, text: Text, others: Places, most: int) -> list[Places]:
        """For each of some rows the places of the terms of a text that add most to their likeness, best first."""
        mine, weights = self._vector(text, self._live)
        entries, owners = self._entries(others)
        shared, at = common(mine, entries)
        owners, added = owners[shared], weights[at] * self._weighed(entries[shared])
        order = np.lexsort((at, -added, owners))
        bounds = np.searchsorted(owners[order], np.arange(len(others) + 1)).tolist()
        return [at[order[begin : min(end, begin + most)]] for begin, end in pairwise(bounds)]

    def likeness(self, rows: Places) -> Numbers:
        """The exact cosines between all of the rows, as `cosines` has them: a square matrix in their order."""
        languages = self._languages[rows]
        spoken = np.unique(languages).tolist()
        if len(spoken) == 1:
            return self._likeness(rows, self._spoken(spoken[0]))
        found = self._likeness(rows, self._live)
        for language in spoken:
            places = np.flatnonzero(languages == language)
            if len(places) > 1:
                found[np.ix_(places, places)] = self._likeness(rows[places], self._spoken(language))
        return found

    def _likeness(self, rows: Places, articles: int) -> Numbers:
        entries, owners = self._entries(rows)
        return likeness(entries, owners, self._telling(entries, self._sizes[rows], articles), len(rows))

    def _vector(self, text: Text, articles: int) -> Vector:
        """The vector of a text, as the rarity of words among so many articles makes it."""
        sizes = np.array([len(text.entries)])
        return text.entries & ~COUNT, unit(self._telling(text.entries, sizes, articles))

    def _telling(self, entries: Hashes, sizes: Places, articles: int) -> Weights:
        """What each entry of texts of these sizes weighs that tells what its text is about, and 0 for the rest."""
        return pruned(self._rarities.weighed(entries, articles), sizes)

    def _spoken(self, language: int) -> int:
        """How many articles are in a language; all for an unknown one."""
        return int(self._speakers[language]) if language else self._live

    def _strongest(self, terms: Hashes, weights: Weights) -> tuple[Hashes, Weights]:
        """The terms that look for candidates."""
        order = np.argsort(-weights, kind="stable")[:POSTED]
        visited = np.cumsum(self._rarities.frequencies(terms[order]))
        order = order[: max(LEAST_TERMS, int(np.searchsorted(visited, VISITED, "right")))]
        order.sort()
        return terms[order], weights[order]

    def _place(self, number: int) -> tuple[int, int]:
        """The segment of an article and its row there, -1 where it is in none."""
        for place in range(len(self._segments) - 1, -1, -1):
            row = self._segments[place].row(number)
            if row >= 0 and self._living[place][row]:
                return place, row
        return -1, -1

    def _entries(self, rows: Places) -> tuple[Hashes, Places]:
        """The entries of some rows one after the other, and which of the rows each is of."""
        of = (np.searchsorted(self._bases, rows, "right") - 1).tolist()
        begins, sizes = self._begins[rows].tolist(), self._sizes[rows]
        parts = [
            self._segments[place].entries[begin : begin + size]
            for place, begin, size in zip(of, begins, sizes.tolist(), strict=True)
        ]
        return np.concatenate([np.empty(0, np.uint32), *parts]), np.repeat(np.arange(len(rows)), sizes)

    def _weighed(self, entries: Hashes) -> Weights:
        """What each of some entries weighs in its article."""
        return self._rarities.weighed(entries, self._live)

    def _take(self, segment: Segment) -> None:
        """Use a segment that was kept."""
        self._segments.append(segment)
        self._living.append(np.ones(len(segment), np.bool_))
        self._rarities.take(segment.keys, segment.frequencies)
        self._live += len(segment)

    def _settle(self) -> None:
        """Put what waits into a segment, and merge segments of like length."""
        if self._settled:
            return
        self._flush()
        self._clean()
        self._bases = np.cumsum([0, *map(len, self._segments)])[:-1].astype(np.intp)
        self._measure()
        self._numbers = np.concatenate([segment.numbers for segment in self._segments] or [np.empty(0, np.int64)])
        starts = [segment.starts for segment in self._segments]
        self._begins = np.concatenate([np.empty(0, np.uint32), *(begins[:-1] for begins in starts)])
        self._sizes = np.concatenate([np.empty(0, np.uint32), *(begins[1:] - begins[:-1] for begins in starts)]).astype(
            np.intp
        )
        self._days = np.concatenate([segment.days for segment in self._segments] or [np.empty(0, np.int32)])
        self._languages = np.concatenate([np.empty(0, np.uint16), *(segment.languages for segment in self._segments)])
        self._lengths = np.concatenate([segment.lengths for segment in self._segments] or [np.empty(0, np.float32)])
        self._alive = np.concatenate(self._living or [np.empty(0, np.bool_)])
        self._speakers = np.bincount(self._languages[self._alive])
        self._settled = True

    def _flush(self) -> None:
        if self._waiting:
            self._append(built(tuple(self._waiting.values()), self._weighed))
            self._waiting.clear()
        while len(self._segments) > 1 and self._like(len(self._segments[-2]), len(self._segments[-1])):
            parts = [(self._segments.pop(), self._living.pop()) for _ in range(2)]
            self._append(merged(parts, self._weighed))

    @staticmethod
    def _like(before: int, last: int) -> bool:
        return before < _MERGED_AT_ONCE * last and before + last <= MOST

    def _clean(self) -> None:
        """Take dropped rows out of the segments that have many of them."""
        for place in range(len(self._segments) - 1, -1, -1):
            alive = self._living[place]
            if alive.sum() < (1 - _WASTED) * len(alive):
                whole = merged([(self._segments[place], alive)], self._weighed)
                self._segments[place : place + 1] = [whole] if len(whole) else []
                self._living[place : place + 1] = [np.ones(len(whole), np.bool_)] if len(whole) else []

    def _append(self, segment: Segment) -> None:
        self._segments.append(segment)
        self._living.append(np.ones(len(segment), np.bool_))

    def _measure(self) -> None:
        """Bring the estimated lengths up to date."""
        if not self._measured_at / _GROWTH <= self._live <= self._measured_at * _GROWTH:
            self._segments = [
                segment.with_lengths(vector_lengths(segment.starts, self._weighed(segment.entries)))
                for segment in self._segments
            ]
            self._measured_at = float(self._live)
