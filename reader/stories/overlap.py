"""How much text two articles share, word for word, and whether their figures are the same."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from reader.stories.profile import SAMPLED, SHINGLE_WORDS, Hashes, Profile

SHORT = 40
"""Under so many words only equal text is shared text: five common words in a row mean nothing there."""
SAME_FIGURES = 0.5
"""At least half of the figures of a copy are those of the other."""
_FIGURES = 2
"""Under so many figures, another figure may be a correction."""
_WORDS_A_FIGURE = 20
"""Only articles full of figures are bulletins: one in 20 words. Without this, eight pairs of ECB+ that are copies
edited under one event, with an age or an hour that the other lacks, would be taken for bulletins."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles have in common, word for word."""

    containment: float = 0.0
    """Share of the five-word runs of the shorter one that stand in the other, 0 to 1."""
    mine: float = 0.0
    """Share of the words of the one that stand in shared runs, 0 to 1."""
    theirs: float = 0.0
    """The same for the other."""
    run: int = 0
    """Words of the longest passage shared without a change."""
    equal: bool = False
    """Whether the whole text is the same."""
    other_figures: bool = False
    """Whether fewer than half of the figures are the same: bulletins of one form, not copies."""

    def turned(self) -> "Overlap":
        """The same, as seen from the other article."""
        return Overlap(self.containment, self.theirs, self.mine, self.run, self.equal, self.other_figures)


NOTHING = Overlap()
"""No text in common."""
NONE: Hashes = np.empty(0, np.uint32)


def overlap(mine: Profile, theirs: Profile, boilerplate: Hashes, furniture: Hashes = NONE) -> Overlap:
    """Compare two texts exactly.

    Passages whose fingerprints are all boilerplate do not count, nor do the shingles of page furniture.
    """
    if mine.content_hash and mine.content_hash == theirs.content_hash:
        return Overlap(1.0, 1.0, 1.0, mine.words, equal=True)
    if min(mine.words, theirs.words) < SHORT:
        same = len(mine.shingles) > 0 and np.array_equal(mine.shingles, theirs.shingles)
        return Overlap(1.0, 1.0, 1.0, mine.words, equal=True) if same else NOTHING
    in_mine, in_theirs = _inside(mine, theirs, boilerplate), _inside(theirs, mine, boilerplate)
    if len(furniture):
        in_mine &= ~members(mine.shingles, furniture)
        in_theirs &= ~members(theirs.shingles, furniture)
    shared = len(np.unique(mine.shingles[in_mine]))
    if not shared:
        return NOTHING
    my_runs, their_runs = runs(in_mine), runs(in_theirs)
    return Overlap(
        containment=shared / min(_different(mine, furniture), _different(theirs, furniture)),
        mine=_covered(my_runs) / mine.words,
        theirs=_covered(their_runs) / theirs.words,
        run=min(_longest(my_runs), _longest(their_runs)),
        other_figures=_other_figures(mine, theirs),
    )


def _inside(one: Profile, other: Profile, boilerplate: Hashes) -> npt.NDArray[np.bool_]:
    """For each shingle of the one whether it stands in the other, and in no passage that very many articles have."""
    inside = members(one.shingles, other.shingles)
    if len(boilerplate) and inside.any():
        common = members(one.shingles, boilerplate)
        sampled = one.shingles % SAMPLED == 0
        for start, end in runs(inside):
            if common[start:end].any() and common[start:end][sampled[start:end]].all():
                inside[start:end] = False
    return inside


def members(values: Hashes, among: Hashes) -> npt.NDArray[np.bool_]:
    """For each value whether it is among the others."""
    if not len(among):
        return np.zeros(len(values), np.bool_)
    ordered = np.sort(among)
    found: npt.NDArray[np.bool_] = ordered[np.minimum(np.searchsorted(ordered, values), len(ordered) - 1)] == values
    return found


def runs(inside: npt.NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Start and end of each unbroken run of true."""
    edges = np.flatnonzero(np.diff(np.concatenate(([False], inside, [False]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _different(one: Profile, furniture: Hashes) -> int:
    """How many different shingles a text has without furniture."""
    shingles = np.unique(one.shingles)
    return int((~members(shingles, furniture)).sum()) if len(furniture) else len(shingles)


def _longest(runs: list[tuple[int, int]]) -> int:
    """Words of the longest run of shingles."""
    return max((end - start + SHINGLE_WORDS - 1 for start, end in runs), default=0)


def _covered(runs: list[tuple[int, int]]) -> int:
    """Words that stand in at least one shingle of the runs."""
    words = covered_to = 0
    for start, end in runs:
        last = end + SHINGLE_WORDS - 1
        words += last - max(start, covered_to)
        covered_to = last
    return words


def _other_figures(mine: Profile, theirs: Profile) -> bool:
    if not all(len(one.figures) * _WORDS_A_FIGURE >= one.words for one in (mine, theirs)):
        return False
    fewer = min(len(mine.figures), len(theirs.figures))
    same = len(np.intersect1d(mine.figures, theirs.figures, assume_unique=True))
    return fewer >= _FIGURES and same < SAME_FIGURES * fewer
