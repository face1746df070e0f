from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from reader.ui.widgets.wrapping import BLANKS, CLOSING, prefix_length, wrapped

TEXTS = st.text(
    st.one_of(
        st.sampled_from("abc de fg-—’”“(),.: 。，「」字语漢かナ🎉é\u0301\u200c한ß %"),
        st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u200d\ufe0f"),
    ),
    max_size=120,
)


def pieces(text: str, width: int) -> list[str]:
    return [text[start:end] for start, end in wrapped(text, width)]


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(2, 40))
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(cell_len(line) <= width for line in pieces(text, width))


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.integers(1, 40))
def test_no_character_is_lost_but_blanks_at_breaks(text: str, width: int) -> None:
    position = 0
    for start, end in wrapped(text, width):
        assert position <= start <= end
        assert not text[position:start].strip(BLANKS)
        position = end
    assert not text[position:].strip(BLANKS)


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("abc字语漢。，）」！"), min_size=1, max_size=60), st.integers(6, 20))
def test_closing_punctuation_starts_a_line_only_where_the_line_above_is_nothing_else(text: str, width: int) -> None:
    lines = pieces(text, width)
    for above, line in pairwise(lines):
        assert line[0] not in CLOSING or not above[1:].strip("。，）」！")


@settings(max_examples=200, deadline=None)
@given(st.lists(st.text(st.sampled_from("abcdefgh"), min_size=1, max_size=9), max_size=30), st.integers(9, 30))
def test_lines_are_filled_with_as_many_words_as_fit(words: list[str], width: int) -> None:
    lines = pieces(" ".join(words), width)
    assert " ".join(lines) == " ".join(words)
    for line, following in pairwise(lines):
        assert len(line) + 1 + len(following.split(" ")[0]) > width


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("", 10, [""]),
        ("   ", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one  two", 3, ["one", "two"]),
        ("counter-terrorism", 10, ["counter-", "terrorism"]),
        ("on 2020-01-03", 10, ["on", "2020-01-03"]),
        ("it was—they said", 9, ["it was—", "they said"]),
        ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
        ("abcde.", 5, ["abcd", "e."]),
        ("really (not", 8, ["really", "(not"]),
        ("10\xa0000 boats", 6, ["10\xa0000", "boats"]),
        ("联军作战部队，说", 12, ["联军作战部", "队，说"]),
        ("他说「好」", 6, ["他说", "「好」"]),
        ("e\u0301e\u0301e\u0301", 2, ["e\u0301e\u0301", "e\u0301"]),
        ("字", 1, ["字"]),
        ("東京は「晴れ」です。", 8, ["東京は", "「晴れ」", "です。"]),
        ("キャッチャーと言った", 6, ["キャッ", "チャー", "と言っ", "た"]),
        ("他说：“好。”然后走了", 8, ["他说：", "“好。”然", "后走了"]),
        ("价格是￥500元", 8, ["价格是", "￥500元"]),
        ("ＡＢＣ、ＤＥＦ。", 6, ["ＡＢ", "Ｃ、Ｄ", "ＥＦ。"]),
        ("Windows在中国（北京）", 10, ["Windows在", "中国（北", "京）"]),
        ("2026年5月27日、島で", 9, ["2026年5月", "27日、島", "で"]),
        ("대통령은 목요일 선거를 했다.", 10, ["대통령은", "목요일", "선거를", "했다."]),
        ("2026년 Windows를 쓴다", 9, ["2026년", "Windows를", "쓴다"]),
        ("대한민국정부는", 6, ["대한민", "국정부", "는"]),
        ("🇫🇷🇩🇪🇮🇹", 3, ["🇫🇷", "🇩🇪", "🇮🇹"]),
        ("👍🏽👍🏽", 3, ["👍🏽", "👍🏽"]),
        ("aaaaa“hi”", 6, ["aaaaa", "“hi”"]),
        ("مرحبا بالعالم كله", 9, ["مرحبا", "بالعالم", "كله"]),
    ],
)
def test_breaks_where_a_reader_expects(text: str, width: int, expected: list[str]) -> None:
    assert pieces(text, width) == expected


def test_a_prefix_never_ends_within_a_wide_character_or_before_its_accents() -> None:
    assert prefix_length("字字", 3) == 1
    assert prefix_length("e\u0301x", 1) == 2
    assert prefix_length("abc", 9) == 3
