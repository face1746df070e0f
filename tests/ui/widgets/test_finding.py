"""Finding what is typed in a text."""

import pytest

from reader.ui.widgets.finding import finder


@pytest.mark.parametrize(
    ("part", "text", "expected"),
    [
        ("the", "The others, the rest", ["The", "the", "the"]),
        ("e", "Café, cafe\u0301 et thé", ["é", "e\u0301", "e", "é"]),
        ("CAFÉ", "a cafe, Café", ["cafe", "Café"]),
        ('"no', "“No,” he said: «non»", ["“No", "«no"]),
        ("don't", "They don’t know", ["don’t"]),
        ("us-iraq", "the US–Iraq talks", ["US–Iraq"]),
        ("strasse", "Die Straße", ["Straße"]),
        ("s", "Straße", ["S", "ß"]),
        ("10 000", "10\xa0000 boats", ["10\xa0000"]),
        ("(IS)", "the (IS) group", ["(IS)"]),
        ("a.c", "abc a.c", ["a.c"]),
        ("中国", "在中国（北京）", ["中国"]),
        ("aa", "aaaa a", ["aa", "aa"]),
        ("xyz", "nothing of the sort", []),
        ("", "nothing", []),
        ("\u0301", "e\u0301", []),
    ],
)
def test_words_are_found_whatever_their_case_accents_quotes_and_dashes(
    part: str, text: str, expected: list[str]
) -> None:
    assert [text[start:end] for start, end in finder(part)(text)] == expected
