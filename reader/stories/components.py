"""What hangs together by pairs."""

from collections.abc import Iterable


def components(pairs: Iterable[tuple[int, int]]) -> list[set[int]]:
    """The numbers that hang together by these pairs; one that is paired with itself hangs at least alone."""
    leader: dict[int, int] = {}

    def root(number: int) -> int:
        while leader.setdefault(number, number) != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for first, second in pairs:
        leader[root(first)] = root(second)
    found: dict[int, set[int]] = {}
    for number in list(leader):
        found.setdefault(root(number), set()).add(number)
    return list(found.values())
