"""How a text is split into words for searching, and how they are folded."""

import pytest

from reader.words import folded, joined, split, unspaced


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The governor's U.S.-led car, snake_case", ["The", "governor's", "U.S.", "led", "car", "snake", "case"]),
        ("L'État c'est moi, d'Oslo", ["L", "État", "c", "est", "moi", "d", "Oslo"]),
        ("dell’Italia all'estero qu’il", ["dell", "Italia", "all", "estero", "qu", "il"]),
        ("Don't ask O'Brien, they're N'Djamena's", ["Don't", "ask", "O'Brien", "they're", "N'Djamena's"]),
        ("cafe\u0301 كَتَبَ שָׁלוֹם हिन्दी", ["cafe\u0301", "كَتَبَ", "שָׁלוֹם", "हिन्दी"]),
        ("الى،ان", ["الى", "ان"]),
        ("中国iPhone", ["中", "国", "iPhone"]),
        ("佐々木", ["佐", "々", "木"]),
        ("", []),
    ],
)
def test_a_text_is_split(text: str, words: list[str]) -> None:
    assert split(text) == words


def test_ascii_is_split_as_any_other_text_is() -> None:
    text = "The U.S. and the U.K's don't; l'Iraq d'Arcy 10:30 a_b x'y'z C'mon c'mon rock'n'roll"
    assert [*split(text), "ä"] == split(f"{text} ä")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Straße", "strasse"),
        ("Ångström", "angstrom"),
        ("Ærø", "aero"),
        ("Łódź", "lodz"),
        ("İSTANBUL", "istanbul"),
        ("ışık", "isik"),
        ("governor’s", "governor"),
        ("U.S.", "us"),
        ("ёлки", "елки"),
        ("Йод", "йод"),
        ("إلى", "الي"),
        ("مـــدرسة", "مدرسه"),
        ("مُدَرِّسَة", "مدرسه"),
        ("٢٠٢١", "2021"),
        ("ﷺ", "صلي الله عليه وسلم".replace(" ", "")),
        ("ガ", "ガ"),
        ("한", "한"),
        ("हिन्दी", "हिन्दी"),
        ("Ｔｏｋｙｏ", "tokyo"),
        ("--", ""),
    ],
)
def test_a_word_is_folded(written: str, plain: str) -> None:
    assert folded(written) == plain


def test_signs_of_a_script_without_blanks_go_on_over_a_line_break_but_not_over_a_comma() -> None:
    assert joined("中国\n人,民") == [("中", True), ("国", True), ("人", False), ("民", False)]
    assert joined("학교 가다") == [("학", True), ("교", False), ("가", True), ("다", False)]
    assert joined("a b") == [("a", False), ("b", False)]


def test_scripts_without_blanks_are_known() -> None:
    assert all(map(unspaced, ("中", "か", "カ", "한", "ไ", "𠀀")))
    assert not any(map(unspaced, ("a", "é", "ж", "ا", "")))
