import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model import LinkKind
from reader.stories.clusters import stories

SAME = LinkKind.SAME_STORY


def test_linked_articles_are_a_story_and_others_are_none() -> None:
    assert stories([(1, 2, 0.5, SAME), (2, 3, 0.4, SAME), (1, 3, 0.4, SAME)], [1, 2, 3, 4]) == [(1, 2, 3)]


def test_a_chain_is_cut() -> None:
    links = [(number, number + 1, 0.3, SAME) for number in range(1, 6)]
    assert max(map(len, stories(links, range(1, 7)))) == 2


def test_one_strong_link_does_not_join_two_stories() -> None:
    inside = [
        (1, 2, 0.6, SAME),
        (1, 3, 0.6, SAME),
        (2, 3, 0.6, SAME),
        (4, 5, 0.6, SAME),
        (4, 6, 0.6, SAME),
        (5, 6, 0.6, SAME),
    ]
    assert stories([*inside, (3, 4, 0.5, SAME)], range(1, 7)) == [(1, 2, 3), (4, 5, 6)]


def test_a_round_up_joins_no_story() -> None:
    assert stories([(1, 2, 0.5, SAME), (2, 3, 0.5, SAME)], [1, 2, 3], {2}) == []


def test_a_weak_link_makes_no_story() -> None:
    assert stories([(1, 2, 0.19, SAME)], [1, 2]) == []


def test_a_link_given_from_both_sides_counts_once() -> None:
    assert stories([(1, 2, 0.15, SAME), (2, 1, 0.15, SAME)], [1, 2]) == []


def test_links_to_unknown_articles_are_left_out() -> None:
    assert stories([(1, 9, 0.9, SAME), (1, 1, 0.9, SAME)], [1, 2]) == []


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000))
def test_the_order_of_links_and_numbers_makes_no_difference(seed: int) -> None:
    chance = random.Random(seed)
    links = [(a, b, chance.randint(8, 60) / 100, SAME) for a in range(14) for b in range(a) if chance.random() < 0.3]
    numbers = list(range(14))
    found = stories(links, numbers)
    chance.shuffle(links)
    chance.shuffle(numbers)
    assert stories([(b, a, score, kind) for a, b, score, kind in links], numbers) == found
    assert len({number for story in found for number in story}) == sum(map(len, found))
