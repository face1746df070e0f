"""Whether a word stands in a text: looked for in a short one, collected from a long one, with the same answer."""

from hypothesis import given, settings
from hypothesis import strategies as st

from reader.articles.names import candidates
from reader.articles.names.candidates import WordsOf

LETTERS = st.text(alphabet="abé-' .A1_\n", max_size=60)
WORD = st.text(alphabet="abé-'A1", min_size=1, max_size=4)


@settings(deadline=None)
@given(LETTERS, st.lists(WORD, max_size=20))
def test_a_long_text_is_asked_with_the_same_answers(text: str, words: list[str]) -> None:
    looked_for = WordsOf(text)
    collected = WordsOf(text + " " * (candidates.LONG + 1))
    assert [word in collected for word in words] == [word in looked_for for word in words]


def test_a_word_ends_where_a_sign_begins() -> None:
    held = WordsOf("He met al-Hadi's men" + " " * candidates.LONG)
    assert all(word in held for word in ("met", "al", "al-Hadi", "al-Hadi's", "men"))
    assert not any(word in held for word in ("al-H", "Hadi", "He", "me"))
