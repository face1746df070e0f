"""Articles to stories: groups whose members fit the whole group, whatever order the articles came in."""

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from math import inf, sqrt

from reader.model.headline import LinkKind

MEMBER = 0.17
"""Two groups can be one story when the mean score between their members is at least this."""
COHERENT = 0.65
"""And at least this share of how close the members of each are among themselves, the geometric mean of both: two events
of one subject stay two stories though some link between them is strong. On ECB+: B-cubed .942 with it, .916 without."""
USUAL = 0.25
"""How close the members of a group are thought to be before any pair is known; it counts as one pair."""

Pair = tuple[int, int]
LinkRow = tuple[int, int, float, LinkKind]
"""An article, another, the score of the two and what they are to each other."""


def stories(
    links: Iterable[LinkRow],
    numbers: Iterable[int],
    round_ups: Iterable[int] = (),
    apart: Iterable[Pair] = (),
    together: Iterable[Pair] = (),
) -> list[tuple[int, ...]]:
    """The stories of at least two articles, each in ascending order, ordered by their first article.

    Average-link grouping: again and again the two groups with the highest mean score between them are joined, a pair
    without a link counting 0, until no mean reaches `MEMBER` and `COHERENT` times the groups' own means. So one strong
    link cannot chain two stories together. A link may be given from one side or from both (the higher score counts);
    `round_ups` join no story, and articles that are not among `numbers` are left out.

    The articles of a pair that is `together` are in one story and those of one that is `apart` never are, whatever
    their scores: it is the user who says so. Where both are said of the same articles, apart counts.
    """
    known, wanted = set(numbers), [pair for pair in together if pair[0] != pair[1]]
    allowed = known - (set(round_ups) - {number for pair in wanted for number in pair})
    groups = _Groups(allowed, _scores(links, allowed), [pair for pair in apart if set(pair) <= allowed])
    for first, second in wanted:
        if first in allowed and second in allowed:
            groups.put_together(first, second)
    return groups.joined()


def inherited(groups: Sequence[Sequence[int]], before: Mapping[int, int]) -> list[int]:
    """The number of each group, from the stories that its articles were in `before`; 0 where it needs a new one.

    A group takes the number of the story that most of its articles come from; of several groups that come from one
    story the one with most of its articles does.
    """
    claims: list[tuple[int, int, int]] = []
    for place, group in enumerate(groups):
        counted: dict[int, int] = {}
        for number in group:
            if before.get(number):
                counted[before[number]] = counted.get(before[number], 0) + 1
        claims += [(-count, story, place) for story, count in counted.items()]
    given: dict[int, int] = {}
    taken: set[int] = set()
    for _, story, place in sorted(claims):
        if story not in taken and place not in given:
            given[place] = story
            taken.add(story)
    return [given.get(place, 0) for place in range(len(groups))]


class _Groups:
    """Groups that are being joined, each under the number of one of its members."""

    def __init__(self, numbers: Iterable[int], scores: dict[Pair, float], apart: Iterable[Pair]) -> None:
        self._sums = scores
        self._members: dict[int, tuple[int, ...]] = {number: (number,) for number in numbers}
        self._inside = dict.fromkeys(self._members, 0.0)
        self._neighbours: dict[int, set[int]] = {}
        for first, second in apart:
            self._sums[_pair(first, second)] = -inf
        for first, second in self._sums:
            self._neighbours.setdefault(first, set()).add(second)
            self._neighbours.setdefault(second, set()).add(first)

    def put_together(self, first: int, second: int) -> None:
        """Join the groups of two articles whatever their score, unless members of them are to be apart."""
        one, other = self._group_of(first), self._group_of(second)
        pair = _pair(one, other)
        if one != other and self._sums.get(pair, 0.0) != -inf:
            self._sums.setdefault(pair, 0.0)
            self._neighbours.setdefault(one, set()).add(other)
            self._neighbours.setdefault(other, set()).add(one)
            self._join(*pair)

    def joined(self) -> list[tuple[int, ...]]:
        """Join what belongs together; all groups of two and more."""
        queue = [(-self._mean(pair), pair) for pair in self._sums if self._fits(pair)]
        heapify(queue)
        while queue:
            mean, pair = heappop(queue)
            if pair in self._sums and mean == -self._mean(pair) and self._fits(pair):
                self._join(*pair)
                for other in self._neighbours[pair[0]]:
                    beside = _pair(pair[0], other)
                    if self._fits(beside):
                        heappush(queue, (-self._mean(beside), beside))
        return sorted(tuple(sorted(group)) for group in self._members.values() if len(group) > 1)

    def _fits(self, pair: Pair) -> bool:
        mean = self._mean(pair)
        return mean >= MEMBER and mean >= COHERENT * sqrt(self._closeness(pair[0]) * self._closeness(pair[1]))

    def _mean(self, pair: Pair) -> float:
        return self._sums[pair] / (len(self._members[pair[0]]) * len(self._members[pair[1]]))

    def _closeness(self, group: int) -> float:
        """The mean score among the members of a group."""
        count = len(self._members[group])
        return (self._inside[group] + USUAL) / (count * (count - 1) / 2 + 1)

    def _group_of(self, number: int) -> int:
        return next(name for name, members in self._members.items() if number in members)

    def _join(self, first: int, second: int) -> None:
        """Make the two groups one, under the name of the first."""
        self._inside[first] += self._inside.pop(second) + self._sums.pop((first, second))
        self._members[first] += self._members.pop(second)
        self._neighbours[first].discard(second)
        for other in self._neighbours.pop(second) - {first}:
            self._neighbours[other].discard(second)
            self._neighbours[other].add(first)
            self._neighbours[first].add(other)
            beside = _pair(first, other)
            self._sums[beside] = self._sums.get(beside, 0.0) + self._sums.pop(_pair(second, other))


def _scores(links: Iterable[LinkRow], allowed: set[int]) -> dict[Pair, float]:
    """The score of each pair of articles that may stand in a story."""
    scores: dict[Pair, float] = {}
    for first, second, score, _ in links:
        if first != second and first in allowed and second in allowed:
            pair = _pair(first, second)
            scores[pair] = max(score, scores.get(pair, 0.0))
    return scores


def _pair(first: int, second: int) -> Pair:
    return (first, second) if first < second else (second, first)
