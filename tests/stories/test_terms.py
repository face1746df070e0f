import pytest

from reader.stories.stop_words import STOP_WORDS
from reader.stories.terms import figures, tokens, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The U.S.-led coalition", "the US-led coalition"),
        ("Iraq’s ministers", "Iraq's ministers"),
        ("Erdoğan met Peña in São Paulo", "Erdogan met Pena in Sao Paulo"),
        ("Łódź and Malmö", "Lodz and Malmo"),
        ("counter–terrorism", "counter-terrorism"),
        ("office ﬁnances", "office finances"),
        ("co\u00adalition", "coalition"),
        ("“quoted”", '"quoted"'),
    ],
)
def test_two_spellings_of_one_text_give_the_same_words(one: str, other: str) -> None:
    assert words(one) == words(other) != []


def test_initials_become_one_word() -> None:
    assert words("the U.S. and the U.K.") == ["us", "uk"]


def test_a_possessive_is_taken_off() -> None:
    assert words("the government's plan") == ["government", "plan"]


def test_said_and_weekdays_are_stop_words() -> None:
    assert words("He said on Wednesday that it says nothing") == ["nothing"]
    assert 150 <= len(STOP_WORDS) <= 260


def test_stop_words_are_written_as_the_words_of_a_text_are() -> None:
    assert all(tokens(word) == [word] for word in STOP_WORDS)


def test_tokens_keep_the_case_in_which_they_stand() -> None:
    assert tokens("Fuad Hussein’s visit") == ["Fuad", "Hussein", "visit"]


def test_a_script_without_spaces_gives_pairs() -> None:
    assert words("安全保障理事会") == ["安全", "全保", "保障", "障理", "理事", "事会"]


def test_other_alphabets_give_words() -> None:
    assert words("Президент России") == ["президент", "россии"]


def test_figures_leave_out_years_and_thousands_marks() -> None:
    assert figures("In 2008 it sold 1,200 tonnes at 3.5 dollars by 10:30") == {"1200", "3.5", "10:30"}


def test_no_text_gives_no_words() -> None:
    assert words("") == [] == words(" — … ")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("de", "Die Häuser waren nicht für den Minister", ["hauser", "minister"]),
        ("fr", "L'État n'est pas l’ami d'Oslo", ["etat", "ami", "oslo"]),
        ("it", "dell'Italia e degli altri", ["italia", "altri"]),
        ("ru", "Он был в новом доме и не только", ["новом", "доме"]),
        ("ja", "東京で", ["東京", "京で"]),
        ("", "The war of the men and the house", ["war", "men", "house"]),
        ("en", "The war, der Mann", ["war", "der", "mann"]),
    ],
)
def test_stop_words_are_those_of_the_language(language: str, text: str, expected: list[str]) -> None:
    assert words(text, language) == expected
