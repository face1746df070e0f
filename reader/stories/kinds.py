"""What one article is to another, decided from how close they are."""

from dataclasses import dataclass, replace

from reader.model.headline import LinkKind
from reader.stories.overlap import NOTHING, Overlap

COPY, EDITED, SHARED = 0.8, 0.5, 0.15
"""Containment from which text is a copy, an edited copy, shared. Of the shorter article, not Jaccard."""
SHARED_RUN = 25
"""So many words in a row are shared text whatever the containment."""
SAME_STORY, LIKELY_STORY, UNRELATED = 0.25, 0.17, 0.08
"""Scores: the same event; the same event if names and days agree; from which articles have anything to do
with each other (the 99th percentile of unrelated pairs lies between .09 and .19)."""
OTHER_BULLETIN = 0.15
"""What the score of two bulletins of one form is capped at: less than any story needs."""
NEAR_DAYS, NEAR_NAMES = 3, 2
"""What makes a likely story one: so many days apart at most, and so many rare names shared."""
COPIES = frozenset({LinkKind.COPY, LinkKind.EDITED_COPY})
"""The kinds that mean that one text is made from the other, or both from a third."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """How close two articles are, by everything that is measured."""

    score: float
    """Cosine of the words, softened by days apart; 0 to 1."""
    overlap: Overlap = NOTHING
    """The text in common."""
    days: int | None = None
    """Days from the first to the second; None where a date is unknown."""
    rare_names: int = 0
    """How many rare names both have."""
    neighbours: int = 0
    """How many articles that are close to both took part in the score."""

    def turned(self) -> "Closeness":
        """The same, as seen from the other article."""
        return replace(self, overlap=self.overlap.turned(), days=None if self.days is None else -self.days)


def text_kind(overlap: Overlap) -> LinkKind | None:
    """The kind that the common text alone gives."""
    if overlap.equal:
        return LinkKind.COPY
    if overlap.other_figures and overlap.containment >= SHARED:
        return None
    if overlap.containment >= COPY:
        return LinkKind.COPY
    if overlap.containment >= EDITED:
        return LinkKind.EDITED_COPY
    if overlap.containment >= SHARED or overlap.run >= SHARED_RUN:
        return LinkKind.SHARES_TEXT
    return None


def same_bulletin(overlap: Overlap) -> bool:
    """Whether the two have one form and other figures, such as two days' auction results."""
    return overlap.other_figures and overlap.containment >= SHARED and not overlap.equal


def shown_score(score: float, overlap: Overlap) -> float:
    """The score that ranks the link: of a copy at least its containment, of another bulletin never that of a story."""
    if text_kind(overlap) in COPIES:
        return max(score, overlap.containment)
    return min(score, OTHER_BULLETIN) if same_bulletin(overlap) else score


def kind(closeness: Closeness) -> LinkKind | None:
    """What the two are to each other; None when they have nothing to do with each other."""
    by_text = text_kind(closeness.overlap)
    if by_text is not None:
        return by_text
    if closeness.score < UNRELATED:
        return None
    if same_bulletin(closeness.overlap):
        return LinkKind.BACKGROUND
    near = closeness.days is not None and abs(closeness.days) <= NEAR_DAYS
    likely = closeness.score >= LIKELY_STORY and near and closeness.rare_names >= NEAR_NAMES
    return LinkKind.SAME_STORY if likely or closeness.score >= SAME_STORY else LinkKind.BACKGROUND
