"""How alike two words are, and what an acronym stands for."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from reader.articles.names.acronyms import definitions
from reader.articles.names.spellings import jaro_winkler, name_words, ratio, signature

WORDS = some.text(alphabet="abcdefgh", min_size=0, max_size=12)


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("MARTHA", "MARHTA", 0.961),  # the three examples of Winkler 1990
        ("DWAYNE", "DUANE", 0.840),
        ("DIXON", "DICKSONX", 0.813),
        ("antony", "anthony", 0.967),
        ("abc", "xyz", 0.0),
        ("abc", "abc", 1.0),
        ("", "abc", 0.0),
    ],
)
def test_jaro_winkler_gives_the_published_values(first: str, second: str, expected: float) -> None:
    assert jaro_winkler(first, second) == pytest.approx(expected, abs=0.001)


@given(WORDS, WORDS)
@settings(deadline=None, max_examples=200)
def test_likeness_is_the_same_from_both_sides_and_within_bounds(first: str, second: str) -> None:
    for likeness in (jaro_winkler, ratio):
        assert 0 <= likeness(first, second) <= 1
    assert ratio(first, second) == pytest.approx(ratio(second, first))


def test_a_ratio_counts_letters_in_common_order() -> None:
    assert ratio("soleimani", "suleimani") == pytest.approx(16 / 18)
    assert ratio("", "") == 0.0


@pytest.mark.parametrize(
    ("first", "second"),
    [("qasem", "qassem"), ("fuad", "fouad"), ("hussein", "husain"), ("mohammed", "muhamad"), ("khaled", "haled")],
)
def test_transliterations_of_one_name_sound_alike(first: str, second: str) -> None:
    assert signature(first) == signature(second) or first[0] != second[0]


def test_words_of_a_name_are_folded_and_without_articles() -> None:
    assert name_words("Abu Mahdi al-Muhandis") == ("abu", "mahdi", "muhandis")
    assert name_words("José Álvarez Jr.") == ("jose", "alvarez")


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("the extremist Islamic State (IS) group", {"IS": "Islamic State"}),
        ("The Ministry of Health and Welfare (MHW) said", {"MHW": "Ministry of Health and Welfare"}),
        ("He (AB) said and nothing (see page 4) came", {}),
        ("Two Improvised Devices (IDs) were found", {"IDs": "Improvised Devices"}),
    ],
)
def test_an_acronym_stands_for_the_words_whose_letters_it_has(line: str, expected: dict[str, str]) -> None:
    assert definitions([line]) == expected
