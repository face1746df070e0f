import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from reader.ui.widgets.drawing import (
    ASCII,
    UNICODE,
    Role,
    bracketed,
    cut,
    drawable,
    lit,
    shown_day,
    strip_of,
    with_doubt,
)
from reader.ui.widgets.wrapping import widest

ANYTHING = st.text(st.characters(), max_size=60)


@settings(max_examples=300, deadline=None)
@given(ANYTHING)
def test_drawable_text_has_no_controls_and_can_be_written(text: str) -> None:
    clean = drawable(text)
    assert not any(unicodedata.category(character) in ("Cc", "Cs") for character in clean)
    assert not set(clean) & set("\u200d\ufe0f\u202e\u2066\u2028")
    clean.encode()


def test_an_escape_sequence_is_harmless() -> None:
    assert drawable("a\x1b[2Jb\x9b1mc\td") == "a [2Jb 1mc d"


@settings(max_examples=300, deadline=None)
@given(ANYTHING.map(drawable), st.integers(0, 40))
def test_cut_text_is_never_too_wide_and_whole_where_it_fits(text: str, width: int) -> None:
    shown = cut(text, width)
    assert cell_len(shown) <= width
    assert shown == text if widest(text) <= width else shown.endswith("…") or width == 0


def test_vowel_signs_have_room_in_case_they_need_it() -> None:
    hindi = "दिल्ली की नीति"
    assert (cell_len(hindi), widest(hindi)) == (8, 13)
    assert cut(hindi, 13) == hindi
    assert cut(hindi, 12).endswith("…")


@pytest.mark.parametrize("text", ["\U0001f44d\U0001f3fd", "\u3164\U0001f44d", "\U0001f44d\uffa0", "\u061c\U0001f44d"])
def test_what_has_another_width_in_every_terminal_is_left_out(text: str) -> None:
    assert drawable(text) == "\U0001f44d"


@settings(max_examples=300, deadline=None)
@given(ANYTHING.map(drawable), st.integers(0, 40))
def test_a_strip_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    pieces = [(text[:5], Role.TEXT), (text[5:], Role.TITLE)]
    strip = strip_of(pieces, width, {Role.TEXT: Style(), Role.TITLE: Style(bold=True)}, Style())
    assert cell_len(strip.text) == strip.cell_length == width


def test_a_derived_title_keeps_both_marks_when_cut() -> None:
    assert bracketed("US and Iraq have agreed", 12, UNICODE) == "‹US and Ir…›"
    assert bracketed("US", 12, ASCII) == "<US>"


@pytest.mark.parametrize(
    ("confidence", "expected"), [(1, "8 Apr"), (0.8, "8 Apr"), (0.79, "≈8 Apr"), (0.5, "≈8 Apr"), (0.49, "‹8 Apr›")]
)
def test_a_value_shows_how_sure_it_is(confidence: float, expected: str) -> None:
    assert with_doubt("8 Apr", confidence, UNICODE) == expected


def test_days_are_written_for_people_and_nonsense_is_left() -> None:
    assert shown_day("2021-04-08") == "8 Apr 2021"
    assert shown_day("2021-04-08", weekday=True) == "Thu 8 Apr 2021"
    assert shown_day("2021-13-45") == "2021-13-45"
    assert shown_day("") == ""


def test_spans_are_lit_and_nothing_is_lost() -> None:
    assert lit("abcdef", Role.TEXT, [(0, 2, Role.MATCH), (3, 4, Role.MATCH)]) == [
        ("ab", Role.MATCH),
        ("c", Role.TEXT),
        ("d", Role.MATCH),
        ("ef", Role.TEXT),
    ]
