"""The headlines near what is on screen: fetched a page at a time by number, the oldest forgotten."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence

from reader.model.headline import Headline

PAGE = 128
"""Rows fetched at once."""
KEPT = 16 * PAGE
"""Headlines kept."""

Source = Callable[[Sequence[int]], Sequence[Headline]]
"""Gives the headlines of some article numbers; those that are gone are missing from the answer."""


class HeadlineWindow:
    """Headlines by number, for a list that is too long to hold them all."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._kept: OrderedDict[int, Headline] = OrderedDict()

    def headline(self, numbers: "array[int]", row: int) -> Headline:
        """The headline of a row; one with an empty id where the article is gone."""
        number = numbers[row]
        if number not in self._kept:
            self._fetch(numbers, row)
        self._kept.move_to_end(number)
        return self._kept[number]

    def forget(self, numbers: Iterable[int]) -> None:
        """Drop these, because they are another now."""
        for number in numbers:
            self._kept.pop(number, None)

    def clear(self) -> None:
        """Drop all."""
        self._kept.clear()

    def _fetch(self, numbers: "array[int]", row: int) -> None:
        first = row - row % PAGE
        wanted = [number for number in numbers[first : first + PAGE] if number not in self._kept]
        self._kept.update((number, Headline(number, "", "")) for number in wanted)
        self._kept.update((headline.number, headline) for headline in self._source(wanted))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
