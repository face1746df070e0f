import random

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.model.headline import LinkKind
from reader.stories.clusters import inherited, stories
from reader.stories.components import components

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
    assert stories([(1, 2, 0.16, SAME)], [1, 2]) == []


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


def inside(*members: int) -> list[tuple[int, int, float, LinkKind]]:
    return [(one, other, 0.6, SAME) for one in members for other in members if one < other]


def test_two_events_of_one_subject_stay_two_stories() -> None:
    between = [(one, other, 0.3, SAME) for one in (1, 2, 3) for other in (4, 5, 6)]
    assert stories([*inside(1, 2, 3), *inside(4, 5, 6), *between], range(1, 7)) == [(1, 2, 3), (4, 5, 6)]


def test_what_the_user_wants_apart_is_never_joined() -> None:
    assert stories(inside(1, 2, 3), [1, 2, 3], apart=[(3, 1), (3, 2)]) == [(1, 2)]


def test_one_unwanted_pair_keeps_the_rest_of_a_story_together() -> None:
    found = stories(inside(1, 2, 3, 4), range(1, 5), apart=[(1, 4)])
    assert not any({1, 4} <= set(story) for story in found)
    assert max(map(len, found)) == 3


def test_what_the_user_wants_together_is_joined_without_a_link() -> None:
    assert stories(inside(1, 2), [1, 2, 3, 4], together=[(4, 2)]) == [(1, 2, 4)]


def test_the_user_may_put_a_round_up_into_a_story() -> None:
    assert stories(inside(1, 2, 3), [1, 2, 3], {3}, together=[(3, 1)]) == [(1, 2, 3)]


def test_apart_counts_where_both_are_said() -> None:
    assert stories(inside(1, 2), [1, 2, 3], apart=[(1, 3)], together=[(2, 3), (1, 2)]) in ([(1, 2)], [(2, 3)])


def test_a_story_keeps_its_number_when_others_join() -> None:
    assert inherited([(1, 2, 3), (4, 5)], {1: 70, 2: 70}) == [70, 0]


def test_of_a_story_that_falls_apart_the_larger_part_keeps_the_number() -> None:
    assert inherited([(1, 2), (3, 4, 5)], dict.fromkeys(range(1, 6), 70)) == [0, 70]


def test_of_two_stories_that_become_one_the_larger_gives_the_number() -> None:
    assert inherited([(1, 2, 3, 4, 5)], {1: 70, 2: 70, 3: 80, 4: 80, 5: 80}) == [80]


def test_components_hang_together() -> None:
    assert sorted(map(sorted, components([(1, 2), (3, 4), (2, 5)]))) == [[1, 2, 5], [3, 4]]
