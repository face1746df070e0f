"""Articles to stories: groups whose members fit the whole group, whatever order the articles came in."""

from collections.abc import Iterable
from heapq import heapify, heappop, heappush

from reader.model import LinkKind

MEMBER = 0.20
"""Two groups are one story when the mean score between their members is at least this."""

Pair = tuple[int, int]


def stories(
    links: Iterable[tuple[int, int, float, LinkKind]], numbers: Iterable[int], round_ups: Iterable[int] = ()
) -> list[tuple[int, ...]]:
    """The stories of at least two articles, each in ascending order, ordered by their first article.

    Average-link grouping: again and again the two groups with the highest mean score between them are joined, a pair
    without a link counting 0, until no mean reaches `MEMBER`. So one strong link cannot chain two stories together.
    A link may be given from one side or from both (the higher score counts); `round_ups` join no story, and
    articles that are not among `numbers` are left out.
    """
    allowed = set(numbers) - set(round_ups)
    sums = _sums(links, allowed)
    members: dict[int, tuple[int, ...]] = {number: (number,) for number in allowed}
    neighbours: dict[int, set[int]] = {}
    for first, second in sums:
        neighbours.setdefault(first, set()).add(second)
        neighbours.setdefault(second, set()).add(first)
    queue = [(-score, pair) for pair, score in sums.items() if score >= MEMBER]
    heapify(queue)
    while queue:
        mean, pair = heappop(queue)
        if pair in sums and mean == -_mean(sums, members, pair):
            _join(pair, sums, members, neighbours, queue)
    return sorted(tuple(sorted(group)) for group in members.values() if len(group) > 1)


def _sums(links: Iterable[tuple[int, int, float, LinkKind]], allowed: set[int]) -> dict[Pair, float]:
    """The score of each pair of articles that may stand in a story."""
    sums: dict[Pair, float] = {}
    for first, second, score, _ in links:
        if first != second and first in allowed and second in allowed:
            pair = _pair(first, second)
            sums[pair] = max(score, sums.get(pair, 0.0))
    return sums


def _join(
    pair: Pair,
    sums: dict[Pair, float],
    members: dict[int, tuple[int, ...]],
    neighbours: dict[int, set[int]],
    queue: list[tuple[float, Pair]],
) -> None:
    """Make the two groups one, under the name of the first."""
    first, second = pair
    members[first] += members.pop(second)
    del sums[pair]
    neighbours[first].discard(second)
    for other in neighbours.pop(second) - {first}:
        neighbours[other].discard(second)
        neighbours[other].add(first)
        neighbours[first].add(other)
        joined = _pair(first, other)
        sums[joined] = sums.get(joined, 0.0) + sums.pop(_pair(second, other))
    for other in neighbours[first]:
        mean = _mean(sums, members, _pair(first, other))
        if mean >= MEMBER:
            heappush(queue, (-mean, _pair(first, other)))


def _mean(sums: dict[Pair, float], members: dict[int, tuple[int, ...]], pair: Pair) -> float:
    return sums[pair] / (len(members[pair[0]]) * len(members[pair[1]]))


def _pair(first: int, second: int) -> Pair:
    return (first, second) if first < second else (second, first)
