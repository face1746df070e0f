"""The text that an article has word for word in common with others, the furniture of its page left out."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

import numpy as np

from reader.stories.furniture import PASSAGE, furniture, without
from reader.stories.overlap import NONE, NOTHING, SHORT, Overlap, members, overlap
from reader.stories.profile import Hashes, Mask, Profile, term_hash
from reader.stories.scores import Numbers
from reader.stories.segment import COUNT, Places
from reader.stories.vectors import Text, Vectors

BOILERPLATE = 200
"""A fingerprint in more articles than this says nothing about who shares text with whom."""
MOST_EQUAL = 2000
"""Copies word for word that are compared at most."""
PAGES = 3
"""What so many pages have that otherwise have nothing in common is furniture wherever it stands; what two have is so to
these alone, for a report may be quoted by one that tells of other things."""
_ENOUGH = 2
"""So many common fingerprints let two texts be compared: 25 words in a row have five on average, .15 of a text more."""
_ALIKE = 0.04
"""Articles less alike than half of what makes anything of two are not compared without their furniture."""
_WITNESSES = 4
"""Of boilerplate so many fingerprints, and articles that have each, tell whether it is furniture."""


class Asked(NamedTuple):
    """An article whose related ones are asked for."""

    row: int
    """Its row."""
    profile: Profile
    """Its profile."""
    text: Text
    """Its terms, without what is furniture wherever it stands."""
    overlaps: Mapping[int, Overlap]
    """The text in common with each row that shares some, furniture left out."""
    furniture: Mapping[int, Hashes]
    """For each of these rows the shingles that are furniture to the two; empty where the article has none at all."""


class SharedText:
    """Finds the text that articles share; `profile` gives that of an article."""

    def __init__(self, profile: Callable[[int], Profile], vectors: Vectors) -> None:
        self._profile = profile
        self._vectors = vectors

    def asked(self, number: int, row: int, limit: int) -> Asked:
        """An article with the text it has in common with every row that seems to share some, the likeliest first.

        What is furniture of its page is seen from these, and from some of the very many that have its boilerplate.
        """
        mine, text = self._profile(number), self._vectors.text(row)
        others, boilerplate = self._sharing(mine, row, limit)
        overlaps = {other: overlap(mine, self._of(other), boilerplate) for other in others}
        suspects = [other for other, found in overlaps.items() if PASSAGE <= found.run < mine.words]
        marked = self._furniture(mine, (*suspects, *self._witnesses(row, boilerplate, overlaps)))
        if not marked:
            return Asked(row, mine, text, overlaps, {})
        usual = np.unique(mine.shingles[np.sum(list(marked.values()), axis=0) >= PAGES - 1])
        to_both = {
            other: np.union1d(usual, mine.shingles[marked[other]]) if other in marked else usual for other in others
        }
        left = {
            other: found if found.equal else self._left(mine, other, boilerplate, to_both[other])
            for other, found in overlaps.items()
        }
        return Asked(row, mine, self._bare(mine, text.language, usual), left, to_both)

    def cosines(self, asked: Asked, rows: Places) -> Numbers:
        """How alike the words of the article and of some rows are; the rows ascend, those that share text among them.

        Of those that have the same furniture on their page it is left out on both sides, where they are alike at all.
        """
        cosines = self._vectors.cosines(asked.text, rows)
        for other, shared in asked.furniture.items():
            place = int(np.searchsorted(rows, other))
            theirs = self._of(other)
            if cosines[place] >= _ALIKE and members(theirs.shingles, shared).any():
                mine = self._bare(asked.profile, asked.text.language, shared)
                other_text = self._bare(theirs, self._vectors.text(other).language, shared)
                cosines[place] = self._vectors.cosine(mine, other_text)
        return cosines

    def _of(self, row: int) -> Profile:
        return self._profile(self._vectors.number(row))

    def _sharing(self, mine: Profile, row: int, limit: int) -> tuple[list[int], Hashes]:
        """The rows that seem to share text with an article, the likeliest first, and what very many have of it."""
        wanted = prints(mine)
        others, shared, boilerplate = self._vectors.sharing(wanted, BOILERPLATE)
        enough = (shared >= min(_ENOUGH, len(wanted))) & (others != row)
        likeliest = others[enough][np.argsort(-shared[enough], kind="stable")][: 2 * limit].tolist()
        equal: list[int] = []
        if len(boilerplate) or not len(wanted):  # else those that are equal share most
            equal = [other for other in self._vectors.sharing(twin(mine), MOST_EQUAL)[0].tolist() if other != row]
        return list(dict.fromkeys((*equal, *likeliest))), boilerplate

    def _witnesses(self, row: int, boilerplate: Hashes, known: Iterable[int]) -> list[int]:
        """Some of the rows that have boilerplate, an article and those that are known already left out."""
        if not len(boilerplate):
            return []
        step = -(-len(boilerplate) // _WITNESSES)
        return sorted({*self._vectors.holding(boilerplate[::step], _WITNESSES).tolist()} - {row, *known})

    def _furniture(self, mine: Profile, suspects: Iterable[int]) -> dict[int, Mask]:
        """Which shingles of an article are furniture of its page, as these rows show that have the same.

        Those that have nothing else in common with it than what enough others have shown need not be looked at.
        """
        found: dict[int, Mask] = {}
        shown = np.zeros(len(mine.shingles), np.intp)
        for other in suspects:
            theirs = self._of(other)
            if members(mine.shingles[shown < PAGES - 1], theirs.shingles).any():
                marked = furniture(mine, theirs, self._vectors.weights)
                if marked.any():
                    found[other] = marked
                    shown += marked
        return found

    def _left(self, mine: Profile, other: int, boilerplate: Hashes, shared: Hashes) -> Overlap:
        """The text in common with a row when these shingles are left out."""
        theirs = self._of(other)
        kept = mine.shingles[~members(mine.shingles, shared)]
        return overlap(mine, theirs, boilerplate, shared) if members(kept, theirs.shingles).any() else NOTHING

    def _bare(self, profile: Profile, language: int, shingles: Hashes) -> Text:
        """The text of an article without the passages of these shingles."""
        return Text(profile.terms & ~COUNT | without(profile, shingles), language)


def prints(profile: Profile) -> Hashes:
    """What finds the articles that share text with it."""
    return profile.fingerprints if profile.words >= SHORT else profile.shingles[:1]


def twin(profile: Profile) -> Hashes:
    """What finds the articles whose whole text is equal, though very many may have it."""
    return np.array([term_hash(profile.content_hash)], np.uint32) if profile.content_hash else NONE
