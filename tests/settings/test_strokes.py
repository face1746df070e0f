"""Keys pressed one after another: sequences, and numbers before a key."""

import pytest

from reader.settings.strokes import Heard, Stroke, Strokes

LIVE = {"j": "down", "g g": "top", "g x": "links", "s": "star", "1": "all", "2": "unread", "0": "front"}
COUNTING = {"down", "top"}


def typed(strokes: Strokes, keys: str) -> list[Stroke]:
    """What all the keys lead to."""
    return [stroke for key in keys for stroke in strokes.press(key, LIVE).strokes]


def test_a_key_is_its_action_and_a_sequence_waits_for_its_end() -> None:
    strokes = Strokes(COUNTING)
    assert strokes.press("j", LIVE) == Heard((Stroke("down"),))
    assert strokes.press("g", LIVE) == Heard(pending=("g",))
    assert strokes.press("g", LIVE) == Heard((Stroke("top"),))


@pytest.mark.parametrize(
    ("keys", "wanted"),
    [
        ("10j", [Stroke("down", 10)]),
        ("2j", [Stroke("down", 2)]),
        ("100jj", [Stroke("down", 100), Stroke("down")]),
        ("123456j", [Stroke("down", 1234)]),
        ("7gg", [Stroke("top", 7)]),
        ("0j", [Stroke("front"), Stroke("down")]),
        ("1s", [Stroke("all"), Stroke("star")]),
        ("12s", [Stroke("star")]),
        ("7s", [Stroke("star")]),
    ],
)
def test_numbers_stand_before_keys_that_count(keys: str, wanted: list[Stroke]) -> None:
    assert typed(Strokes(COUNTING), keys) == wanted


def test_a_single_digit_is_its_own_action_when_nothing_more_comes() -> None:
    strokes = Strokes(COUNTING)
    assert strokes.press("1", LIVE) == Heard(pending=("1",), rests=True)
    assert strokes.rest() == Heard((Stroke("all"),))
    assert typed(strokes, "j") == [Stroke("down")]
    assert strokes.press("7", LIVE) == Heard(pending=("7",))
    assert strokes.rest() == Heard(pending=("7",))
    assert typed(strokes, "j") == [Stroke("down", 7)]


def test_without_numbers_digits_are_keys() -> None:
    assert typed(Strokes(COUNTING, numbers=False), "12j") == [Stroke("all"), Stroke("unread"), Stroke("down")]


def test_esc_forgets_what_was_begun() -> None:
    strokes = Strokes(COUNTING)
    strokes.press("g", LIVE)
    assert strokes.press("escape", {**LIVE, "escape": "back"}) == Heard()
    assert strokes.press("escape", {**LIVE, "escape": "back"}) == Heard((Stroke("back"),))
    strokes.press("1", LIVE)
    strokes.press("escape", LIVE)
    assert typed(strokes, "j") == [Stroke("down")]


def test_a_sequence_that_means_nothing_is_told_and_over() -> None:
    strokes = Strokes(COUNTING)
    strokes.press("g", LIVE)
    assert strokes.press("s", LIVE) == Heard(unknown=("g", "s"))
    assert typed(strokes, "s") == [Stroke("star")]


def test_what_is_live_may_change_between_two_keys() -> None:
    strokes = Strokes(COUNTING)
    strokes.press("g", LIVE)
    assert strokes.press("g", {"j": "down"}) == Heard(unknown=("g", "g"))
