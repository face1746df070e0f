"""Words that are offered for others are written as people write them."""

import pytest

from reader.spelling import written


@pytest.mark.parametrize(
    ("folded", "texts", "expected"),
    [
        ("cafe", ["A café, the café’s owner, a cafe"], "café"),
        ("government", ["Government falls\nThe government’s end"], "government"),
        ("kelmstad", ["KELMSTAD\nIn Kelmstad, and Kelmstad's streets"], "Kelmstad"),
        ("un", ["the U.N. said"], "U.N."),
        ("strasse", ["nothing", "die Straße"], "Straße"),
        ("colo", ["the colour of it"], ""),
        ("colour", [], ""),
    ],
)
def test_a_folded_word_is_written_as_the_first_text_that_holds_it_does(
    folded: str, texts: list[str], expected: str
) -> None:
    assert written(folded, texts) == expected
