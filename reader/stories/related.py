"""Which articles are related to one, how, and why: an index in memory that grows and shrinks with the folder."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import numpy as np

from reader.model.headline import LinkKind
from reader.stories.kinds import LIKELY_STORY, UNRELATED, Closeness, kind, shown_score
from reader.stories.names_shared import name_key, shared_names
from reader.stories.overlap import NOTHING
from reader.stories.profile import Profile, term_hash
from reader.stories.reasons import MOST_NAMES, reasons
from reader.stories.scores import Numbers, date_factors, supported
from reader.stories.segment import Entry, Places, Segment
from reader.stories.shared_text import Asked, SharedText, prints, twin
from reader.stories.vectors import Vectors

CANDIDATES = 120
"""Articles that are scored exactly, after their strongest terms found them."""
NEIGHBOURHOOD = 60
"""So many of the best are scored with the help of their common neighbours."""
_FAINT = 0.03
"""Candidates below this are not looked at further."""
_RARE_SHARE, _RARE_LEAST = 0.02, 5
"""A name is rare when at most so large a share of the articles, or so many, have it."""
_LOOKED_THROUGH = 4 * MOST_NAMES
"""Terms that are looked through for those that a reason names: some may stand in addresses alone."""
_KEPT_PROFILES = 512
BACKGROUND = 20
"""At most so many links of an article are mere background."""


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

    Terms and fingerprints of all articles stand in segments, some 1.1 KB for an article of 300 words, which may be
    mapped from files; beside them some 25 MB are in memory, and the profiles last used. The profile of an article must
    be loadable from the moment it is added, and stay so until it is removed.
    """

    def __init__(self, load: Callable[[int], Profile], segments: Iterable[Segment] = ()) -> None:
        self._profile = lru_cache(_KEPT_PROFILES)(load)
        self._vectors = Vectors(segments)
        self._text = SharedText(self._profile, self._vectors)

    def __len__(self) -> int:
        return len(self._vectors)

    def __contains__(self, number: int) -> bool:
        return self._vectors.row(number) >= 0

    @property
    def segments(self) -> Sequence[Segment]:
        """All that is known of the articles, for keeping; the same objects as last time where nothing changed."""
        return self._vectors.segments

    def replace(self, segments: Sequence[Segment]) -> None:
        """Use these in place of `segments`, of which they are copies elsewhere."""
        self._vectors.replace(segments)

    def keep(self, numbers: Iterable[int]) -> set[int]:
        """Forget every article that is not among the numbers; those of the numbers that are not there."""
        wanted, held = np.fromiter(numbers, np.int64), self._vectors.numbers()
        for number in np.setdiff1d(held, wanted, assume_unique=True).tolist():
            self.remove(number)
        return set(np.setdiff1d(wanted, held, assume_unique=True).tolist())

    def add(self, number: int, profile: Profile) -> None:
        """Take in an article; one already there is replaced."""
        self.remove(number)
        kept = np.union1d(prints(profile), twin(profile))
        self._vectors.add(
            Entry(number, _ordinal(profile.date), profile.terms, profile.counts, kept, _numbered(profile.language))
        )

    def extend(self, articles: Iterable[tuple[int, Profile]]) -> None:
        """Take in many articles."""
        for number, profile in articles:
            self.add(number, profile)

    def remove(self, number: int) -> None:
        """Forget an article; nothing happens where it is not there."""
        if self._vectors.drop(number):
            self._profile.cache_clear()

    def find(self, number: int, limit: int = 50) -> list[Found]:
        """The related articles, closest first, at most `limit`; raises KeyError where the number is not there.

        Of those that are only background at most `BACKGROUND` are given.
        """
        row = self._vectors.row(number)
        if row < 0:
            raise KeyError(number)
        asked = self._text.asked(number, row, limit)
        overlaps = asked.overlaps
        rows, scores, neighbours = self._scores(asked)
        ranked: list[tuple[float, int, int, float, int]] = []
        for other, score, common in zip(rows.tolist(), scores.tolist(), neighbours.tolist(), strict=True):
            shown = shown_score(score, overlaps.get(other, NOTHING))
            if shown >= UNRELATED or other in overlaps:
                ranked.append((-shown, self._vectors.number(other), other, score, common))
        ranked.sort()
        links: list[_Link] = []
        background = 0
        for shown, _, other, score, common in ranked:
            if len(links) == limit or (background == BACKGROUND and -shown < LIKELY_STORY and other not in overlaps):
                continue
            link = self._link(asked, other, -shown, Closeness(score, overlaps.get(other, NOTHING), None, 0, common))
            background += link is not None and link.kind is LinkKind.BACKGROUND
            if link is not None and not (link.kind is LinkKind.BACKGROUND and background > BACKGROUND):
                links.append(link)
        return self._told(asked, links)

    def _scores(self, asked: Asked) -> tuple[Places, Numbers, Places]:
        """The rows that may be related, those that share text among them, how close, and the neighbours in common."""
        row = asked.row
        near = self._vectors.near(row, asked.text, CANDIDATES)
        rows = np.union1d(near, np.array(sorted(asked.overlaps), np.intp)).astype(np.intp)
        cosines = self._text.cosines(asked, rows)
        scores = cosines * date_factors(self._vectors.days(rows), self._vectors.day(row))
        neighbours = np.zeros(len(rows), np.intp)
        best = np.argsort(-scores, kind="stable")[:NEIGHBOURHOOD]
        best = best[scores[best] >= _FAINT]
        if len(best) > 1:
            around = np.concatenate(([row], rows[best]))
            days = self._vectors.days(around)
            likeness = self._vectors.likeness(around)
            if asked.furniture:
                likeness[0, 1:] = likeness[1:, 0] = cosines[best]
            likeness *= date_factors(days, days[:, None])
            supports, common = supported(likeness)
            scores[best], neighbours[best] = supports[1:], common[1:]
        return rows, scores, neighbours

    def _link(self, asked: Asked, other: int, shown: float, measured: Closeness) -> "_Link | None":
        row, mine, their_number = asked.row, asked.profile, self._vectors.number(other)
        theirs = self._profile(their_number)
        first, second = (mine, theirs) if self._vectors.number(row) < their_number else (theirs, mine)
        names, rare = self._common_names(first, second)
        day, their_day = self._vectors.day(row), self._vectors.day(other)
        days = their_day - day if day and their_day else None
        closeness = Closeness(measured.score, measured.overlap, days, rare, measured.neighbours)
        link = kind(closeness)
        return _Link(other, their_number, shown, link, closeness, names) if link else None

    def _told(self, asked: Asked, links: Sequence["_Link"]) -> list[Found]:
        """The links with their reasons."""
        mine = asked.profile
        nameless = [link.row for link in links if not link.names]
        best = self._vectors.in_common(asked.text, np.array(nameless, np.intp), _LOOKED_THROUGH) if nameless else []
        surfaces = mine.surfaces if nameless else ()
        words = [[surfaces[at] for at in places.tolist() if surfaces[at]] for places in best]
        terms = dict(zip(nameless, words, strict=True))
        found: list[Found] = []
        for link in links:
            theirs, common = self._profile(link.number), link.names or terms[link.row]
            there = reasons(mine, theirs, link.kind, link.closeness, common)
            back = reasons(theirs, mine, link.kind, link.closeness.turned(), common)
            found.append(Found(link.number, link.shown, link.kind, there, back))
        return found

    def _common_names(self, first: Profile, second: Profile) -> tuple[list[str], int]:
        """Names that both have, as the first writes them, rarest first, and how many of them are rare."""
        rarity = {name: self._name_frequency(name) for name in shared_names(first.names, second.names)}
        names = sorted(rarity, key=lambda name: rarity[name])
        rare = max(_RARE_LEAST, _RARE_SHARE * len(self))
        return names[:MOST_NAMES], sum(frequency <= rare for frequency in rarity.values())

    def _name_frequency(self, name: str) -> int:
        """In how many articles a name can stand at most: those that have its rarest word."""
        return min((self._vectors.frequency(term_hash(word)) for word in name_key(name)), default=0)


class _Link(NamedTuple):
    """A link whose reasons are still to be told."""

    row: int
    number: int
    shown: float
    kind: LinkKind
    closeness: Closeness
    names: list[str]
    """Names that both have, rarest first."""


def _numbered(language: str) -> int:
    """The number of a language whose code has two letters; 0 where it is unknown."""
    if len(language) != len("en") or not (language.isascii() and language.isalpha() and language.islower()):
        return 0
    return 1 + 26 * (ord(language[0]) - ord("a")) + ord(language[1]) - ord("a")


def _ordinal(day: str) -> int:
    """The day's number; 0 where it is unknown."""
    return date.fromisoformat(day).toordinal() if day else 0
