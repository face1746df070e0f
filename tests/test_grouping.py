"""Folding a list of articles to one of stories."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.grouping import grouped


def test_a_story_is_one_row_where_its_first_article_stood() -> None:
    found = grouped([5, 9, 2, 7, 3], {9: 1, 7: 1, 3: 1}, {1: 9})
    assert list(found.numbers) == [5, 9, 2]
    assert {head: list(others) for head, others in found.others.items()} == {9: [7, 3]}
    assert found.stories == 1


def test_the_fullest_article_stands_for_its_story_if_it_is_listed() -> None:
    assert list(grouped([9, 2, 7], {9: 1, 7: 1}, {1: 7}).numbers) == [7, 2]
    assert list(grouped([9, 2, 7], {9: 1, 7: 1}, {1: 40}).numbers) == [9, 2]


def test_a_story_of_which_one_article_is_listed_has_nothing_to_unfold() -> None:
    found = grouped([9, 2], {9: 1, 7: 1}, {1: 7})
    assert list(found.numbers) == [9, 2]
    assert found.others == {}


@settings(deadline=None)
@given(
    st.lists(st.integers(1, 40), unique=True),
    st.dictionaries(st.integers(1, 40), st.integers(1, 5)),
    st.dictionaries(st.integers(1, 5), st.integers(1, 40)),
)
def test_every_article_is_listed_once(listed: list[int], story_of: dict[int, int], fullest: dict[int, int]) -> None:
    found = grouped(listed, story_of, fullest)
    everything = [*found.numbers, *(number for others in found.others.values() for number in others)]
    assert sorted(everything) == sorted(listed)
    assert set(found.others) <= set(found.numbers)
