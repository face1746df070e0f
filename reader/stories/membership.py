"""What it adds to a link that both articles were grouped in one story, or in two."""

from typing import NamedTuple

from reader.model.headline import LinkKind

ADDED = 0.15
"""The share of what lacks to 1 that two articles of one story gain. It ranks the members of a story first where the
rest is nearly equal: on ECB+ it adds .003 of MAP."""
ONE_STORY = "ranked higher as same story"
"""The reason that says so."""


class Shown(NamedTuple):
    """A link as it is shown."""

    score: float
    """Closeness, 0 to 1."""
    kind: LinkKind
    """What the other article is."""
    reasons: tuple[str, ...]
    """Why, in words."""


def shown(score: float, kind: LinkKind, reasons: tuple[str, ...], mine: int, theirs: int) -> Shown:
    """A link with what the stories of the two articles (0 for none) add to it.

    What stands in one story is the same story at least, and what stands in another story is not: the whole of a story
    decides that, which says more than the score of one pair.
    """
    if mine and mine == theirs:
        kind = LinkKind.SAME_STORY if kind is LinkKind.BACKGROUND else kind
        return Shown(score + ADDED * (1 - score), kind, (*reasons, ONE_STORY))
    if mine and theirs and kind is LinkKind.SAME_STORY:
        kind = LinkKind.BACKGROUND
    return Shown(score, kind, reasons)
