import numpy as np
import pytest

from reader.stories.profile import term_hash
from reader.stories.rarities import LARGE, Rarities

ONE, TWO = np.array([1 << 8], np.uint32), np.array([2 << 8], np.uint32)


def worth(rarities: Rarities, term: np.ndarray[tuple[int], np.dtype[np.uint32]], articles: int) -> float:
    return float(rarities.of(term, articles)[0])


@pytest.mark.parametrize("frequency", [2, 50, 127])
def test_a_term_of_few_articles_is_worth_its_smooth_inverse_frequency(frequency: int) -> None:
    rarities = Rarities()
    for _ in range(frequency):
        rarities.count(ONE, 1)
    assert worth(rarities, ONE, 1000) == pytest.approx(1 + np.log(1001 / (1 + frequency)))


@pytest.mark.parametrize("frequency", [128, 300, 16_384])
def test_a_term_of_many_articles_is_worth_about_that(frequency: int) -> None:
    rarities = Rarities()
    for _ in range(5):
        rarities.take(ONE, np.array([frequency], np.uint16))
    rarities.settle()
    assert rarities.frequencies(ONE).tolist() == [5 * frequency]
    assert worth(rarities, ONE, 100_000) == pytest.approx(1 + np.log(100_001 / (1 + 5 * frequency)), abs=0.05)


def test_a_term_of_one_article_is_worth_something_among_few_and_nothing_among_many() -> None:
    rarities = Rarities()
    rarities.count(ONE, 1)
    assert worth(rarities, ONE, 3) > 1.5
    assert worth(rarities, ONE, 100 * LARGE) < 0.01


def test_an_article_that_is_forgotten_counts_no_more() -> None:
    rarities = Rarities()
    for _ in range(130):
        rarities.count(np.concatenate((ONE, TWO)), 1)
    for _ in range(128):
        rarities.count(ONE, -1)
    assert worth(rarities, ONE, 1000) == pytest.approx(1 + np.log(1001 / 3))
    assert worth(rarities, TWO, 1000) < worth(rarities, ONE, 1000)


def test_a_count_in_the_lowest_bits_changes_no_term_but_its_weight() -> None:
    rarities = Rarities()
    rarities.count(ONE, 1)
    assert rarities.frequencies(ONE + np.uint32(3)).tolist() == [1]
    weights = rarities.weighed(np.concatenate((ONE + np.uint32(1), ONE + np.uint32(3))), 3)
    assert weights[1] / weights[0] == pytest.approx(1 + np.log(3))


def of_words(*words: str) -> Rarities:
    """Two articles that have each of the words."""
    rarities = Rarities()
    for _ in range(2):
        rarities.count(np.sort(np.array([term_hash(word) for word in words], np.uint32)), 1)
    return rarities


def test_a_small_folder_knows_that_usual_words_say_little_though_all_of_its_articles_have_all_words() -> None:
    rarities = of_words("minister", "report", "Pellworth")
    usual, rare = (np.array([term_hash(word)], np.uint32) for word in ("report", "Pellworth"))
    assert worth(rarities, usual, 2) < 0.6 * worth(rarities, rare, 2)


def test_where_no_usual_word_stands_a_small_folder_knows_only_itself() -> None:
    rarities = of_words("Varnholt", "Pellworth")
    assert worth(rarities, np.array([term_hash("Pellworth")], np.uint32), 2) == pytest.approx(1)


def test_a_large_folder_knows_itself_how_usual_words_are() -> None:
    rarities = of_words("report", "Pellworth")
    usual, rare = (np.array([term_hash(word)], np.uint32) for word in ("report", "Pellworth"))
    assert worth(rarities, usual, 10 * LARGE) == worth(rarities, rare, 10 * LARGE)


def test_usual_words_are_counted_anew_when_an_article_takes_the_place_of_another() -> None:
    rarities = of_words("report", "Pellworth")
    term = np.array([term_hash("Pellworth")], np.uint32)
    before = worth(rarities, term, 2)
    rarities.count(np.array([term_hash("report")], np.uint32), -1)
    rarities.count(np.array([term_hash("Ferrisby")], np.uint32), 1)
    assert worth(rarities, term, 2) < before


def test_the_same_term_is_worth_something_else_among_more_articles_whichever_is_asked_first() -> None:
    rarities = of_words("report", "Pellworth")
    term = np.array([term_hash("Pellworth")], np.uint32)
    asked = [worth(rarities, term, articles) for articles in (2, 40, 2, 40)]
    assert asked[:2] == asked[2:]
    assert asked[0] < asked[1]
