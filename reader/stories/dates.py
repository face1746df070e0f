"""The day of an article that gives none, from a near duplicate that does."""

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from reader.model.article import SURE
from reader.stories.kinds import EDITED
from reader.stories.overlap import overlap
from reader.stories.profile import Profile

_NO_BOILERPLATE = np.empty(0, np.uint32)


class InferredDate(NamedTuple):
    """A day taken over from another article; false where there is none."""

    date: str = ""
    """The day, `YYYY-MM-DD`, or empty."""
    number: int = 0
    """The number of the article that it was taken from, 0 where there is none."""

    def __bool__(self) -> bool:
        return bool(self.date)


def inferred_date(undated: Profile, copies: Iterable[tuple[int, Profile]]) -> InferredDate:
    """The day of the closest of the numbered copies that is surely dated and names a weekday that `undated` names.

    A copy shares at least half of the shorter text. The weekday keeps apart the days of a text that is used again:
    where no weekday is named in both, nothing is inferred. Of equally close copies the earliest counts.
    """
    if undated.date:
        return InferredDate()
    best: list[tuple[float, str, int]] = []
    for number, other in copies:
        if other.date and other.date_confidence >= SURE and other.weekdays & undated.weekdays:
            common = overlap(undated, other, _NO_BOILERPLATE)
            if common.containment >= EDITED and not (common.other_figures and not common.equal):
                best.append((-common.containment, other.date, number))
    return InferredDate(*min(best)[1:]) if best else InferredDate()
