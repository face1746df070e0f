"""Rows of a list of stories, unfolded and folded."""

from array import array

from reader.ui.widgets.folding import Folding, Place

OTHERS = {9: [7, 3], 2: [8]}


def folding() -> Folding:
    made = Folding()
    made.show(array("q", [5, 9, 2]), OTHERS)
    return made


def test_a_story_is_folded_at_first() -> None:
    made = folding()
    assert list(made.rows) == [5, 9, 2]
    assert [made.place(number) for number in (5, 9, 2)] == [Place.ALONE, Place.FOLDED, Place.FOLDED]
    assert [made.versions(number) for number in (5, 9, 2)] == [0, 2, 1]


def test_unfolding_shows_the_versions_below_their_head_and_folding_hides_them() -> None:
    made = folding()
    assert made.toggle(9)
    assert list(made.rows) == [5, 9, 7, 3, 2]
    assert [made.place(number) for number in (9, 7, 3)] == [Place.UNFOLDED, Place.INNER, Place.INNER]
    assert made.toggle(3), "from a version its story is folded"
    assert list(made.rows) == [5, 9, 2]


def test_an_article_by_itself_cannot_be_unfolded() -> None:
    made = folding()
    assert not made.toggle(5)
    assert not made.toggle(0)


def test_a_new_list_keeps_unfolded_what_it_still_holds() -> None:
    made = folding()
    made.toggle(9)
    made.toggle(2)
    made.show(array("q", [4, 9, 2]), {9: [7]})
    assert list(made.rows) == [4, 9, 7, 2]


def test_an_article_that_is_folded_away_is_found_at_its_head() -> None:
    made = folding()
    assert [made.visible(number) for number in (5, 9, 3, 8)] == [5, 9, 9, 2]
    made.toggle(9)
    assert made.visible(3) == 3
