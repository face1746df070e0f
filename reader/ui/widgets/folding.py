"""Which rows a list of stories has: a head for each, and below an unfolded one its other versions."""

from array import array
from collections.abc import Mapping, Sequence
from enum import Enum


class Place(Enum):
    """What a row is in its story."""

    ALONE = 0
    """An article by itself."""
    FOLDED = 1
    """The head of a story whose other versions are out of sight."""
    UNFOLDED = 2
    """The head of a story whose other versions stand below."""
    INNER = 3
    """One of those versions."""


class Folding:
    """The rows of a list; what was unfolded stays so as long as its head is listed."""

    def __init__(self) -> None:
        self._numbers: array[int] = array("q")
        self._others: Mapping[int, Sequence[int]] = {}
        self._unfolded: set[int] = set()
        self._head_of: dict[int, int] = {}
        self.rows: array[int] = array("q")
        """Numbers of the articles, row by row."""

    def show(self, numbers: "array[int]", others: Mapping[int, Sequence[int]]) -> None:
        """Take a new list; `others` holds, under the head of each story, its other versions."""
        self._numbers, self._others = numbers, others
        self._unfolded.intersection_update(others)
        self._lay_out()

    def toggle(self, number: int) -> bool:
        """Unfold the story of an article, or fold it; false where there is nothing to unfold."""
        head = self.head(number)
        if head not in self._others:
            return False
        self._unfolded ^= {head}
        self._lay_out()
        return True

    def all_numbers(self) -> set[int]:
        """Numbers of all articles, also of those that are folded away."""
        return set(self._numbers).union(*self._others.values())

    @property
    def folds(self) -> bool:
        """Whether any story is listed that can be unfolded."""
        return bool(self._others)

    def head(self, number: int) -> int:
        """The article that stands for this one while its story is folded: itself where it is in none."""
        return self._head_of.get(number, number)

    def place(self, number: int) -> Place:
        """What the row of an article is."""
        if number in self._head_of:
            return Place.INNER
        if number not in self._others:
            return Place.ALONE
        return Place.UNFOLDED if number in self._unfolded else Place.FOLDED

    def versions(self, head: int) -> int:
        """How many other versions a head stands for."""
        return len(self._others.get(head, ()))

    def stands_for(self, number: int) -> Sequence[int]:
        """The articles that a row stands for: all versions of a story that is folded, the article alone otherwise."""
        return (number, *self._others[number]) if self.place(number) is Place.FOLDED else (number,)

    def visible(self, number: int) -> int:
        """The article itself, or where it is folded away, the head of its story."""
        head = self.head(number)
        return number if head == number or head in self._unfolded else head

    def _lay_out(self) -> None:
        self._head_of = {number: head for head, numbers in self._others.items() for number in numbers}
        if not self._unfolded:
            self.rows = self._numbers
            return
        self.rows = array("q")
        for number in self._numbers:
            self.rows.append(number)
            if number in self._unfolded:
                self.rows.extend(self._others[number])
