"""Escape is told from the beginning of what terminals send for other keys."""

import pytest

from reader.ui.escapes import Escapes
from reader.ui.pastes import BEGIN, END


@pytest.mark.parametrize(
    ("typed", "pieces"),
    [
        ("jk", ["jk"]),
        ("\x1bj", ["\x1b", "j"]),
        ("ab\x1b/cd\x1b\r", ["ab", "\x1b", "/cd", "\x1b", "\r"]),
        ("\x1b1\x1b \x1b\té\x1bé", ["\x1b", "1", "\x1b", " ", "\x1b", "\té", "\x1b", "é"]),
        ("\x1b[A\x1bOP", ["\x1b[A\x1bOP"]),
        ("x\x1b[1;3Dy\x1bq", ["x\x1b[1;3Dy", "\x1b", "q"]),
        ("\x1b\x1b[A", ["\x1b\x1b[A"]),
        ("\x1b\x1bj", ["\x1b", "\x1b", "j"]),
        ("\x1b]11;rgb:0/0/0\x1b\\\x1bP>|x\x1b\\", ["\x1b]11;rgb:0/0/0\x1b\\\x1bP>|x\x1b\\"]),
        ("\x1b\x7f", ["\x1b\x7f"]),
        (f"{BEGIN}a\x1bb{END}\x1bj", [BEGIN, f"a\x1bb{END}", "\x1b", "j"]),
        ("\x1bx\x1by", ["\x1bx", "\x1b", "y"]),
    ],
)
def test_a_read_is_parted_at_the_key(typed: str, pieces: list[str]) -> None:
    assert Escapes().told(typed, with_alt=lambda: "x") == pieces


def test_only_time_tells_what_an_escape_at_the_end_of_a_read_is() -> None:
    escapes = Escapes()
    assert escapes.told("j\x1b") == ["j"]
    assert escapes.held
    assert escapes.told("[A") == ["\x1b[A"]
    assert escapes.told("\x1b\x1b") == ["\x1b"]
    assert escapes.told("k") == ["\x1b", "k"]
    assert escapes.told("\x1b") == []
    assert escapes.over()
    assert not escapes.over()
    assert escapes.told("k") == ["k"]


def test_nothing_in_a_paste_is_a_key_however_it_is_read() -> None:
    escapes = Escapes()
    assert escapes.told(f"{BEGIN}a\x1b") == [BEGIN, "a\x1b"]
    assert not escapes.held
    assert escapes.told("b\x1bc") == ["b\x1bc"]
    assert escapes.told(f"d{END}\x1bj") == [f"d{END}", "\x1b", "j"]
