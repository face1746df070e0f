import numpy as np
import pytest

from reader.stories.scores import BOTH_UNDATED, ONE_UNDATED, date_factors, supported


def test_the_factor_falls_softly_from_one_to_a_half() -> None:
    days = np.array([100, 101, 107, 5000], np.int32)
    assert date_factors(days, 100).tolist() == pytest.approx([1, 0.9334, 0.6839, 0.5], abs=1e-3)


def test_an_unknown_date_is_worth_less_than_the_same_day() -> None:
    days = np.array([0, 100], np.int32)
    assert date_factors(days, 100).tolist() == [ONE_UNDATED, 1]
    assert date_factors(days, 0).tolist() == [BOTH_UNDATED, ONE_UNDATED]


def test_alone_two_articles_are_as_close_as_their_words() -> None:
    assert supported(np.array([[1, 0.4], [0.4, 1]]))[0][1] == pytest.approx(0.4)


def test_common_neighbours_draw_two_articles_together() -> None:
    apart = np.array([[1, 0.2, 0.6, 0.1], [0.2, 1, 0.6, 0.1], [0.6, 0.6, 1, 0.1], [0.1, 0.1, 0.1, 1]])
    scores, common = supported(apart)
    assert common.tolist()[1:] == [1, 1, 0]
    assert 0.2 < scores[1] < 0.6
    assert scores[3] <= 0.1 + 1e-9


def test_support_is_the_same_from_both_sides() -> None:
    random = np.random.default_rng(7).random((9, 9))
    likeness = (random + random.T) / 2
    swapped = [4, 1, 2, 3, 0, 5, 6, 7, 8]
    assert supported(likeness)[0][4] == pytest.approx(supported(likeness[np.ix_(swapped, swapped)])[0][4])
