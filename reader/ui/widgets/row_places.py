"""Where an article stands in a list of numbers, and where its place is once the list is another."""

from array import array

NEAR = 512
"""Rows on either side that are looked through before the whole list is, or instead of it."""


def row_of(numbers: "array[int]", number: int, near: int) -> int:
    """Row of a number, looking around the row `near` first; -1 where it is missing."""
    first = max(0, near - NEAR)
    for part, offset in ((numbers[first : near + NEAR], first), (numbers, 0)):
        if number in part:
            return part.index(number) + offset
    return -1


def place_after(old: "array[int]", new: "array[int]", row: int) -> int:
    """Row in `new` of what stood in `row` of `old`, or closest to it, those below first; 0 for an empty list."""
    first = max(0, row - NEAR)
    places = {number: place for place, number in enumerate(new[first : row + NEAR], first)}
    from_row_down, above = old[row : row + NEAR], reversed(old[first:row])
    for number in (*from_row_down, *above):
        if number in places:
            return places[number]
    return max(0, min(row, len(new) - 1))
