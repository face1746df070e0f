"""What a front end asks about stories as lines of a list: title, outlets, days, growth, without looking at articles."""

from collections.abc import Sequence
from enum import StrEnum

from reader.model.headline import Story
from reader.store.asking import Ask, listed
from reader.store.story_table import COLUMNS, story

_FROM = "FROM story t JOIN article a ON a.number = t.article"


class StoryOrder(StrEnum):
    """In which order stories are listed."""

    NEWEST = "newest"
    LARGEST = "largest"


_ORDERS = {
    StoryOrder.NEWEST: "t.last DESC, t.number DESC",
    StoryOrder.LARGEST: "t.articles DESC, t.last DESC, t.number DESC",
}


class StoryList:
    """The stories of one folder, of at least two articles each."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def count(self) -> int:
        """How many there are."""
        return int(self._ask("SELECT count(*) FROM story WHERE articles > 0")[0][0])

    def numbers(self, order: StoryOrder = StoryOrder.NEWEST, limit: int = -1) -> list[int]:
        """Numbers of the stories in this order, at most `limit`, or all."""
        rows = self._ask(f"SELECT t.number FROM story t ORDER BY {_ORDERS[order]} LIMIT :limit", limit=limit)
        return [number for (number,) in rows]

    def stories(self, numbers: Sequence[int]) -> list[Story]:
        """These stories in the same order, without those that are no more."""
        rows = self._ask(f"SELECT {COLUMNS} {_FROM} WHERE t.number IN ({listed(numbers)})")
        found = {row[0]: story(row) for row in rows}
        return [found[number] for number in numbers if number in found]

    def story(self, number: int) -> Story | None:
        """One story; None where it is no more."""
        return next(iter(self.stories([number])), None)
