"""What counts as the same word."""

import pytest

from reader.stories.wording import WORD, key


@pytest.mark.parametrize(
    "spellings",
    [
        "emphasized emphasised emphasizes emphasising",
        "center centre centers Centre's",
        "labor labour labours",
        "traveled travelled travelling",
        "program programme programs",
        "defense defence",
        "counterterrorism counter-terrorism counter‐terrorism",
        "U.S. US U.S US’s",
        "agree agrees agreed agreeing",
        "city cities city's",
        "3,000 3000",
        "twelve 12",
        "José Jose",
    ],
)
def test_spellings_of_a_word_have_one_key(spellings: str) -> None:
    assert len({key(word) for word in spellings.split()}) == 1


@pytest.mark.parametrize("words", ["Iraq Iran", "1.5 15", "two 3", "said told", "form from", "nation notion"])
def test_different_words_have_different_keys(words: str) -> None:
    one, other = words.split()
    assert key(one) != key(other)


def test_a_country_of_two_words_is_one_word() -> None:
    assert [key(word) for word in WORD.findall("the United States and the US")] == ["the", "us", "and", "the", "us"]


def test_a_hyphen_joins_a_prefix_and_parts_other_words() -> None:
    assert WORD.findall("the Washington-led re-election") == ["the", "Washington", "led", "re-election"]
