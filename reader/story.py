"""Stories as front ends ask for them: the articles that tell one event, and what is new in each."""

from collections.abc import Sequence

from reader.grouping import Grouped, grouped
from reader.store.telling import Telling


class Stories:
    """The stories of one folder."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling

    def grouped(self, listed: Sequence[int]) -> Grouped:
        """A list of articles with every story folded to one row."""
        return grouped(listed, self._telling.story_of(), self._telling.fullest())

    def members(self, story: int) -> list[int]:
        """The articles of a story, oldest first."""
        return self._telling.members(story)
