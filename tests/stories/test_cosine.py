import random

import numpy as np
import pytest

from reader.stories.cosine import TERMS, cosine, cosines, likeness, pruned, unit
from reader.stories.segment import Entry
from reader.stories.vectors import Vectors

SIZES = np.array([3, 2, 4])
ENTRIES = np.array([1, 2, 5, 2, 7, 1, 2, 5, 9], np.uint32) << np.uint32(8)
OWNERS = np.repeat(np.arange(3), SIZES)
WEIGHTS = np.array([1, 2, 3, 1, 5, 2, 2, 2, 1], np.float32)


def test_one_cosine_is_that_of_all_at_once() -> None:
    vectors = [(ENTRIES[text == OWNERS], unit(WEIGHTS[text == OWNERS])) for text in range(3)]
    single = [[cosine(one, other) for other in vectors] for one in vectors]
    assert single[0][1] == pytest.approx(2 / (14**0.5 * 26**0.5))
    assert likeness(ENTRIES, OWNERS, WEIGHTS, 3) == pytest.approx(np.array(single), abs=1e-6)
    for text in range(3):
        assert cosines(vectors[text], ENTRIES, OWNERS, WEIGHTS, 3) == pytest.approx(np.array(single[text]), abs=1e-6)


def test_of_a_long_text_the_strongest_terms_are_left_and_short_ones_stay_whole() -> None:
    long, short = np.arange(TERMS + 20, dtype=np.float32) + 1, np.ones(3, np.float32)
    left = pruned(np.concatenate((short, long, short)), np.array([3, TERMS + 20, 3]))
    assert np.flatnonzero(left == 0).tolist() == list(range(3, 23))
    assert left[-3:].tolist() == [1, 1, 1]


def test_terms_that_weigh_the_same_stay_together() -> None:
    even = np.ones(TERMS + 20, np.float32)
    assert pruned(even, np.array([TERMS + 20])).tolist() == even.tolist()


def entry(number: int, terms: dict[int, int]) -> Entry:
    """An article with these terms, each so often."""
    ordered = sorted(terms)
    hashed = np.array(ordered, np.uint32) << np.uint32(8)
    return Entry(number, 0, hashed, np.array([terms[term] for term in ordered], np.uint8), np.empty(0, np.uint32))


def test_two_long_essays_are_not_alike_by_their_everyday_words() -> None:
    chance, everyday = random.Random(1), range(900)
    made = Vectors()
    for number in range(2):
        own = range(1000 * (number + 1), 1000 * (number + 1) + TERMS)
        made.add(entry(number, dict.fromkeys(everyday, 1) | dict.fromkeys(own, 3)))
        made.add(entry(10 + number, dict.fromkeys(own, 1)))
    for number in range(20, 120):
        made.add(entry(number, dict.fromkeys(chance.sample(everyday, 60), 1)))
    rows = np.array([made.row(number) for number in (1, 10)])
    to_essay, to_own = made.cosines(made.text(made.row(0)), rows)
    assert to_essay < 0.05
    assert to_own > 0.5
