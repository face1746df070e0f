"""Under which terms a word is indexed and asked for."""

import pytest

from reader.store.index_words import sequences, stem, stems, terms


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", ("voted", "votes", "voting")),
        ("", ("voted", "votes")),
        ("de", ("Haus", "Häuser", "HAUSES")),
        ("de", ("Straße", "Strassen")),
        ("de", ("Regierung", "Regierungen")),
        ("fr", ("nationalité", "nationalités", "nationalite")),
        ("fr", ("annoncée", "annoncées", "annoncé", "annoncer", "annoncee")),
        ("es", ("situación", "situaciones", "situacion")),
        ("es", ("economía", "economías", "economia")),
        ("it", ("città", "citta")),
        ("it", ("elezione", "elezioni")),
        ("pt", ("eleição", "eleições", "eleicao", "eleicoes")),
        ("pt", ("situação", "situações", "situacao")),
        ("nl", ("minister", "ministers")),
        ("sv", ("regeringen", "regeringar", "regering")),
        ("da", ("bilen", "biler", "bil")),
        ("no", ("bilen", "biler", "bil")),
        ("fi", ("talo", "talot", "talon")),
        ("ru", ("закон", "законы", "законами", "ЗАКОНОВ")),
        ("ru", ("ёлка", "елки")),
        ("ru", ("новый", "новые", "новой")),
        ("ar", ("مدينة", "المدينة", "والمدينة", "مدينه")),
        ("ar", ("كِتَاب", "كتاب", "كتـــاب", "الكتاب")),
        ("ar", ("أحمد", "احمد")),
        ("fa", ("می", "مي")),
        ("he", ("שָׁלוֹם", "שלום")),
        ("tr", ("İstanbul", "istanbul", "ISTANBUL", "ıstanbul")),
        ("pl", ("Łódź", "lodz")),
        ("zh", ("iPhones", "iPhone")),
    ],
)
def test_inflections_and_spellings_of_a_word_share_a_term(language: str, words: tuple[str, ...]) -> None:
    assert {stem(word, language) for word in words} == {stem(words[0], language)} != {""}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("ar", "كتاب", "كتب"),
        ("ar", "مكتب", "كاتب"),
        ("ja", "ガス", "カス"),
        ("hi", "काल", "कल"),
        ("pl", "plany", "plan"),  # no stemmer for Polish: nothing is taken off that may belong to the word
        ("de", "neue", "nue"),
    ],
)
def test_words_that_differ_do_not_share_one(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


def test_a_word_is_asked_for_once_for_each_term_that_it_has_in_the_languages_of_the_folder() -> None:
    assert stems("votes", ()) == stems("votes", ("en",)) == ("vote",)
    assert stems("minister", ("en", "nl", "sv")) == ("minist", "minister")
    assert stems("Haeuser", ("de",)) == ("haeus", "haus")
    assert stems("--", ("en", "de")) == ()


def test_signs_without_blanks_are_indexed_alone_and_in_pairs_at_the_place_of_the_first() -> None:
    assert list(terms("中国人 iPhone", "zh")) == [
        (0, "中"),
        (0, "中国"),
        (1, "国"),
        (1, "国人"),
        (2, "人"),
        (3, "iphon"),
    ]


@pytest.mark.parametrize(
    ("texts", "rows"),
    [
        (("中",), [("中",)]),
        (("中国",), [("中国",)]),
        (("中国人",), [("中国", "国人")]),
        (("中国", "人"), [("中国", "国", "人")]),
        (("iPhone在中国",), [("iphon", "在中", "中国")]),
        (("中国iPhone",), [("中国", "国", "iphon")]),
        (("대통령이",), [("대통", "통령", "령이")]),
        (("U.S.-led",), [("us", "led")]),
        ((), []),
        (("'s",), [("s",)]),
    ],
)
def test_what_is_asked_for_is_a_row_of_terms(texts: tuple[str, ...], rows: list[tuple[str, ...]]) -> None:
    assert sequences(texts, ("en",)) == rows


def test_a_row_is_asked_for_once_for_each_way_that_it_is_indexed() -> None:
    assert sequences(("new", "cars"), ("en", "pl", "")) == [("new", "car"), ("new", "cars")]
