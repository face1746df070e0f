"""Where sentences end in several languages, and how much there is to read."""

import pytest

from reader.articles.sentences import count_words, first_sentence, sentence_spans, weight


def sentences(text: str, language: str = "") -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, language)]


@pytest.mark.parametrize(
    ("language", "parts"),
    [
        ("en", ["Mr. Smith of the U.S. Senate left at 5 p.m. yesterday.", "He was with Dr. J. Brown.", "Why?"]),
        ("en", ["“It is over.”", "He left.", "(She stayed.)", "Then it rained!"]),
        ("en", ["They came third in group 3.", "Then they left.", "Sales rose 3.5 percent."]),
        ("en", ["He waited… and went.", "Nobody said a word."]),
        ("en", ["The Aoraki-Mt. Cook park (St. Mary's side) is open.", "Insp. Dave Gaskin and Cpl. Lund said so."]),
        ("en", ["He left at 4: 30 p. m. Saturday.", "The U. S. Senate met in Ft. Worth, No. 12 Main Ave. North."]),
        ("en", ["He said no.", "Then he left.", "It was Smith vs. Brown–Gen. Lee's case."]),
        ("es", ["It is due in court Feb. 17.", "That is all."]),
        ("en", ["Windows 8. 1 is out.", "It has come."]),
        ("de", ["Am 3. März kam Dr. Meier.", "Der 1. Weltkrieg war vorbei.", "Er blieb z. B. Berlin fern."]),
        (
            "de",
            ["Sie stehen auf Platz 3.", "Die Gegner nicht.", "„Das ist gut.“", "»Nein!«", "5 Mio. Euro fehlen."],
        ),
        ("fr", ["« C'est fini ! »", "Il est parti.", "« Vraiment ? » dit M. Dupont à Mme Leroy.", "Oui."]),
        ("fr", ["Il est né le 3 mars 1950.", "Mgr. Vidal l'a vu av. J.-C. à Rome."]),
        ("es", ["¿Qué pasó?", "¡Nada!", "La Sra. López de EE.UU. no dijo nada.", "«Es tarde.»", "Se fue."]),
        ("it", ["Il sig. Rossi e l'on. Bianchi sono usciti.", "Perché?", "«Basta.»", "È tardi."]),
        ("pt", ["O Sr. Silva e a Dra. Costa saíram.", "Não voltaram.", "À noite choveu."]),
        ("nl", ["Dhr. De Vries en mevr. Jansen zijn vertrokken.", "Waarom?", "'s Avonds regende het."]),
        ("sv", ["Den 3. maj kom bl.a. Dr. Öberg.", "Åskan gick.", "Ingen vet varför."]),
        ("ru", ["А. С. Пушкин жил на ул. Мойка.", "Это известно.", "В г. Москве живёт 13 млн. Человек."]),
        ("ar", ["قال د. أحمد إن الأمر انتهى.", "هل هذا صحيح؟", "نعم، بالتأكيد!"]),
        ("hi", ["वह चला गया।", "कोई नहीं आया।"]),
        ("pl", ["Dr. Nowak mieszka przy ul. Długiej.", "To prawda."]),
    ],
)
def test_a_text_is_cut_into_its_sentences(language: str, parts: list[str]) -> None:
    assert sentences(" ".join(parts), language) == parts


@pytest.mark.parametrize(
    "parts",
    [
        ["他走了。", "真的吗？", "“是的！”", "没有人知道。"],
        ["彼は「もう終わりだ。」と言った。", "本当？", "「はい。」", "誰も知らない。"],
        ["日本１－０で勝利．", "次は韓国。"],
    ],
)
def test_chinese_and_japanese_are_cut_without_blanks(parts: list[str]) -> None:
    assert sentences("".join(parts)) == parts


def test_the_language_is_told_where_it_is_not_given() -> None:
    german = (
        "Die Wahl ist am 3. März. Das sagte der Minister, und er war nicht der einzige. Es kamen u.a. Meier und Ott."
    )
    assert [part[:6] for part in sentences(german)] == ["Die Wa", "Das sa", "Es kam"]
    english = "They were in group 3. March was cold and the rest of the year was not much better for any of them."
    assert len(sentences(english)) == 2


def test_a_word_that_is_short_in_another_language_ends_a_sentence_in_this_one() -> None:
    assert sentences("She is not in, and he is on. Nobody knows.", "en")[0].endswith("on.")
    assert len(sentences("L'on. Bianchi è uscito.", "it")) == 1


def test_the_first_sentence_of_no_text_is_empty() -> None:
    assert first_sentence("") == ""
    assert first_sentence("One. Two.") == "One."


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The U.S.-led group, 3 of them — left.", 7),
        ("中" * 500, 238),
        ("あ" * 250, 119),
        ("iPhone 在中国", 2),
        ("대통령은 목요일 선거를", 3),
        ("", 0),
        ("— … !", 0),
        ("قال الوزير إن", 3),
    ],
)
def test_words_are_counted_by_reading_time_where_blanks_do_not_part_them(text: str, words: int) -> None:
    assert count_words(text) == words


def test_an_ideograph_weighs_three_letters() -> None:
    assert weight("中国") == 6
    assert weight("abc") == 3
