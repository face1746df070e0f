"""Page furniture by what it is shared with: the same words in articles that otherwise have nothing in common.

Templates of pages are found by what recurs in them (Bar-Yossef and Rajagopalan 2002); so does the text of an agency.
Hence the rest is looked at: of those that print one report it tells of the same, of two pages of a site it does not.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from reader.stories.cosine import cosine, unit
from reader.stories.kinds import COPY, UNRELATED
from reader.stories.overlap import SHORT, members, runs
from reader.stories.profile import SHINGLE_WORDS, Counts, Hashes, Mask, Profile
from reader.stories.segment import Weights

PASSAGE = 12
"""Words in a row that make a passage; fewer are a turn of phrase."""
OWN = 1 / 3
"""What holds so much of an article's title is the article."""
FIRST_WORDS = 20
"""So many first words stand for the title where there is none."""

Weigh = Callable[[Hashes, Counts], Weights]
"""What terms weigh in a text in which they stand so often."""


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two articles, parted into what it shares and the rest."""

    rest: Weights
    """What each of its terms weighs in the rest, title included, as a vector of length 1."""
    rest_words: int
    """Words of the rest."""
    coherence: float
    """How alike what it shares and the rest are, 0 to 1."""
    own: float
    """The share of its title that stands in what it shares."""


def furniture(mine: Profile, theirs: Profile, weigh: Weigh) -> Mask:
    """Of each of my shingles whether it belongs to a passage of page furniture that both have."""
    nothing = np.zeros(len(mine.shingles), np.bool_)
    here, there = _passages(mine, theirs), _passages(theirs, mine)
    if not here.any() or max(here.mean(), there.mean()) >= COPY:
        return nothing
    one = _side(mine, here, weigh)
    if not _is_apart(one):  # most are none, and the other side need not be looked at
        return nothing
    other = _side(theirs, there, weigh)
    if not _is_apart(other) or (one.coherence + other.coherence) / 2 >= UNRELATED:
        return nothing
    return here if cosine((mine.terms, one.rest), (theirs.terms, other.rest)) < UNRELATED else nothing


def without(profile: Profile, furniture: Hashes) -> Counts:
    """How often each term of an article stands there, passages of these shingles left out."""
    words = profile.covered(members(profile.shingles, furniture))
    return profile.counts - np.minimum(profile.counted(words), profile.counts)


def _passages(one: Profile, other: Profile) -> Mask:
    """Of each shingle of the one whether it belongs to a passage that stands in the other."""
    inside = members(one.shingles, other.shingles)
    for start, end in runs(inside):
        if end - start + SHINGLE_WORDS - 1 < PASSAGE:
            inside[start:end] = False
    return inside


def _is_apart(side: _Side) -> bool:
    """Whether what an article shares may have nothing to do with the rest of it."""
    return side.rest_words >= SHORT and side.own < OWN and side.coherence < 2 * UNRELATED


def _side(profile: Profile, shared: Mask, weigh: Weigh) -> _Side:
    words = profile.covered(shared)
    within = profile.counted(words)
    rest = unit(weigh(profile.terms, profile.counts - np.minimum(within, profile.counts)))
    return _Side(
        rest=rest,
        rest_words=int((~words).sum()),
        coherence=float(unit(weigh(profile.terms, within)) @ rest),
        own=_own(profile, words, within, weigh),
    )


def _own(profile: Profile, words: Mask, within: Counts, weigh: Weigh) -> float:
    if not profile.title_words:
        return float(words[:FIRST_WORDS].mean())
    told = profile.counted(np.ones(len(words), np.bool_))
    title = weigh(profile.terms, profile.counts - np.minimum(told, profile.counts))
    return float(title[within > 0].sum() / max(title.sum(), 1e-9))
