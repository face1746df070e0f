"""Which articles are related to one, how, and why: an index in memory that grows and shrinks with the folder."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import islice

import numpy as np
import numpy.typing as npt

from reader.model import LinkKind
from reader.stories.kinds import UNRELATED, Closeness, kind, shown_score
from reader.stories.names_shared import name_key, shared_names
from reader.stories.overlap import NOTHING, SHORT, Overlap, overlap
from reader.stories.postings import Postings
from reader.stories.profile import Hashes, Profile, term_hash
from reader.stories.reasons import MOST_NAMES, reasons
from reader.stories.scores import Numbers, date_factors, supported
from reader.stories.vectors import Vectors

CANDIDATES = 300
"""Articles that are scored exactly, after their strongest terms found them."""
BOILERPLATE = 200
"""A fingerprint in more articles than this says nothing about who shares text with whom."""
NEIGHBOURHOOD = 60
"""So many of the best are scored with the help of their common neighbours."""
_ENOUGH = 2
"""So many common fingerprints let two texts be compared: 25 words in a row have five on average, .15 of a text more."""
_FAINT = 0.03
"""Candidates below this are not looked at further."""
_RARE_SHARE, _RARE_LEAST = 0.02, 5
"""A name is rare when at most so large a share of the articles, or so many, have it."""
_KEPT_PROFILES = 512
_WASTED = 256
"""Dropped rows are cleared away when they are as many as the live ones, and more than this."""


@dataclass(frozen=True, slots=True)
class Found:
    """One related article."""

    number: int
    """Its number in the catalogue."""
    score: float
    """Closeness, 0 to 1, the same from both sides; of a copy at least its containment."""
    kind: LinkKind
    """What it is."""
    reasons: tuple[str, ...]
    """Why, as seen from the article that was asked about, strongest first."""
    back_reasons: tuple[str, ...]
    """Why the article that was asked about is linked to this one."""


class Linker:
    """Finds related articles by number; `load` gives the whole profile of one that was added, as it was added.

    In memory are the terms and fingerprints of all articles, some 8 KB for one of 300 words, and the profiles last
    used. The profile of an article must be loadable from the moment it is added, and stay so until it is removed.
    """

    def __init__(self, load: Callable[[int], Profile]) -> None:
        self._load = load
        self._profile = lru_cache(_KEPT_PROFILES)(load)
        self._rows: dict[int, int] = {}
        self._equal: dict[str, set[int]] = {}
        self._hashes: dict[int, str] = {}
        self._vectors = Vectors()
        self._prints = Postings()
        self._numbers = np.zeros(256, np.int64)
        self._days = np.zeros(256, np.int32)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, number: int) -> bool:
        return number in self._rows

    def add(self, number: int, profile: Profile) -> None:
        """Take in an article; one already there is replaced."""
        self.remove(number)
        row = self._vectors.add(profile.terms, profile.weights)
        prints = profile.fingerprints if profile.words >= SHORT else profile.shingles[:1]
        self._prints.add(prints, np.full(len(prints), row, np.uint32), np.ones(len(prints), np.float32))
        self._place(row, number, _ordinal(profile.date))
        if profile.content_hash:
            self._equal.setdefault(profile.content_hash, set()).add(number)
            self._hashes[number] = profile.content_hash

    def extend(self, articles: Iterable[tuple[int, Profile]]) -> None:
        """Take in many articles."""
        for number, profile in articles:
            self.add(number, profile)

    def remove(self, number: int) -> None:
        """Forget an article; nothing happens where it is not there."""
        row = self._rows.pop(number, None)
        if row is None:
            return
        self._profile.cache_clear()
        self._vectors.drop(row)
        content_hash = self._hashes.pop(number, "")
        if content_hash:
            self._equal[content_hash].discard(number)
            if not self._equal[content_hash]:
                del self._equal[content_hash]
        if self._vectors.rows - self._vectors.live > max(_WASTED, self._vectors.live):
            self._compact()

    def find(self, number: int, limit: int = 50) -> list[Found]:
        """The related articles, closest first, at most `limit`; raises KeyError where the number is not there."""
        row = self._rows[number]
        overlaps = self._overlaps(number, row, limit)
        rows, scores = self._scores(row, sorted(overlaps))
        ranked: list[tuple[float, int, int, float]] = []
        for other, score in zip(rows.tolist(), scores.tolist(), strict=True):
            shown = shown_score(score, overlaps.get(other, NOTHING))
            if shown >= UNRELATED or other in overlaps:
                ranked.append((-shown, int(self._numbers[other]), other, score))
        ranked.sort()
        found = (self._found(row, other, -shown, score, overlaps) for shown, _, other, score in ranked)
        return list(islice((link for link in found if link is not None), limit))

    def _scores(self, row: int, sharing: list[int]) -> tuple[npt.NDArray[np.intp], Numbers]:
        """The rows that may be related, those that share text among them, and how close each is."""
        days = self._days[: self._vectors.rows]
        factors = date_factors(days, self._days[row])
        near = self._vectors.near(row, factors, CANDIDATES)
        rows = np.union1d(near, np.array(sharing, np.intp)).astype(np.intp)
        scores = self._vectors.cosines(row, rows) * factors[rows]
        best = np.argsort(-scores, kind="stable")[:NEIGHBOURHOOD]
        best = best[scores[best] >= _FAINT]
        if len(best) > 1:
            around = np.concatenate(([row], rows[best]))
            likeness = self._vectors.likeness(around) * date_factors(days[around], days[around][:, None])
            scores[best] = supported(likeness)[1:]
        return rows, scores

    def _found(self, row: int, other: int, shown: float, score: float, overlaps: dict[int, Overlap]) -> Found | None:
        number, their_number = int(self._numbers[row]), int(self._numbers[other])
        mine, theirs = self._profile(number), self._profile(their_number)
        first, second = (mine, theirs) if number < their_number else (theirs, mine)
        names, rare = self._common_names(first, second)
        known = self._days[row] and self._days[other]
        days = int(self._days[other] - self._days[row]) if known else None
        closeness = Closeness(score, overlaps.get(other, NOTHING), days, rare)
        link = kind(closeness)
        if link is None:
            return None
        common = names or self._common_terms(row, other, mine)
        back = Closeness(score, closeness.overlap.turned(), None if days is None else -days, rare)
        there = reasons(mine, theirs, link, closeness, common)
        return Found(their_number, shown, link, there, reasons(theirs, mine, link, back, common))

    def _overlaps(self, number: int, row: int, limit: int) -> dict[int, Overlap]:
        """The text in common with every row that seems to share some, the likeliest first."""
        mine = self._profile(number)
        prints = mine.fingerprints if mine.words >= SHORT else mine.shingles[:1]
        found = self._prints.find(prints)
        living = self._vectors.alive[found.rows]
        places, rows = found.places[living], found.rows[living]
        common = np.bincount(places, minlength=len(prints)) > BOILERPLATE
        boilerplate = prints[common]
        rows = rows[~common[places]]
        others, shared = np.unique(rows[rows != row], return_counts=True)
        enough = shared >= min(_ENOUGH, len(prints))
        likeliest = others[enough][np.argsort(-shared[enough], kind="stable")][: 2 * limit].tolist()
        equal = (self._rows[twin] for twin in self._equal.get(mine.content_hash, ()) if twin != number)
        return {other: self._overlap(mine, other, boilerplate) for other in dict.fromkeys((*equal, *likeliest))}

    def _overlap(self, mine: Profile, other: int, boilerplate: Hashes) -> Overlap:
        return overlap(mine, self._profile(int(self._numbers[other])), boilerplate)

    def _common_names(self, first: Profile, second: Profile) -> tuple[list[str], int]:
        """Names that both have, as the first writes them, rarest first, and how many of them are rare."""
        rarity = {name: self._name_frequency(name) for name in shared_names(first.names, second.names)}
        names = sorted(rarity, key=lambda name: rarity[name])
        rare = max(_RARE_LEAST, _RARE_SHARE * len(self._rows))
        return names[:MOST_NAMES], sum(frequency <= rare for frequency in rarity.values())

    def _name_frequency(self, name: str) -> int:
        """In how many articles a name can stand at most: those that have its rarest word."""
        return min((self._vectors.frequency(term_hash(word)) for word in name_key(name)), default=0)

    def _common_terms(self, row: int, other: int, mine: Profile) -> list[str]:
        """The terms that add most to the score, as mine writes them."""
        terms, weights = self._vectors.terms(row)
        their_terms, their_weights = self._vectors.terms(other)
        _, here, there = np.intersect1d(terms, their_terms, assume_unique=True, return_indices=True)
        best = np.argsort(-(weights[here] * their_weights[there]), kind="stable")[:MOST_NAMES]
        surfaces = mine.surfaces
        return [surfaces[place] for place in here[best].tolist()]

    def _place(self, row: int, number: int, day: int) -> None:
        if row >= len(self._numbers):
            self._numbers = np.concatenate((self._numbers, np.zeros_like(self._numbers)))
            self._days = np.concatenate((self._days, np.zeros_like(self._days)))
        self._rows[number] = row
        self._numbers[row] = number
        self._days[row] = day

    def _compact(self) -> None:
        """Build the arrays anew from the live articles."""
        numbers = list(self._rows)
        self._rows.clear()
        self._equal.clear()
        self._hashes.clear()
        self._vectors, self._prints = Vectors(), Postings()
        self.extend((number, self._load(number)) for number in numbers)


def _ordinal(day: str) -> int:
    """The day's number; 0 where it is unknown."""
    return date.fromisoformat(day).toordinal() if day else 0
