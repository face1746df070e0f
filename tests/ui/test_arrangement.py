"""How the screen is divided: nothing falls below its least, whatever the sizes that are wanted."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.settings.config import Layout
from reader.ui.arrangement import (
    LEAST_BESIDE,
    LEAST_TEXT,
    LEAST_TEXT_LINES,
    Arrangement,
    Panes,
    Part,
    Room,
    panes_on,
    read,
    written,
)

WIDE = Room(120, 37)
TALL = Room(80, 21)
PERCENT = st.floats(0, 100)
HIDDEN = st.frozensets(st.sampled_from(Part))
ARRANGEMENTS = st.builds(
    Arrangement,
    list_width=PERCENT,
    related_width=PERCENT,
    list_height=PERCENT,
    reading_height=PERCENT,
    measure=st.integers(40, 120),
    hidden_beside=HIDDEN,
    hidden_stacked=HIDDEN,
)
PARTS = st.sampled_from(Part)
ROOMS = st.builds(Room, st.integers(1, 400), st.integers(6, 200))


def columns(arrangement: Arrangement, room: Room = WIDE, at: Part = Part.LIST) -> tuple[int, int, int]:
    """Widths of list, text and related pane side by side."""
    division = arrangement.division(room, at)
    listed, text, related = (division.cells(part, room) if part in division.shown else 0 for part in Part)
    return listed, text, related


def test_the_configuration_gives_the_first_sizes() -> None:
    assert columns(Arrangement.of(Layout())) == (43, 51, 26)
    assert columns(Arrangement.of(Layout(show_related=False))) == (43, 77, 0)
    assert columns(Arrangement.of(Layout(list_width=60, related_width=25))) == (72, 35, 13)


def test_the_list_grows_at_the_cost_of_the_text_and_then_of_the_related_pane() -> None:
    arrangement, widths = Arrangement(), []
    for _ in range(20):
        arrangement = arrangement.wider(Part.LIST, 1, WIDE, Part.LIST)
        widths.append(columns(arrangement))
    assert widths[0] == (48, 46, 26)
    assert widths[-1] == (120 - LEAST_TEXT - LEAST_BESIDE, LEAST_TEXT, LEAST_BESIDE)
    assert arrangement.wider(Part.LIST, 1, WIDE, Part.LIST) is arrangement


@settings(deadline=None)
@given(ARRANGEMENTS, ROOMS, PARTS)
def test_what_the_panes_get_is_all_there_is(arrangement: Arrangement, room: Room, at: Part) -> None:
    division = arrangement.division(room, at)
    whole = room.columns if room.panes is Panes.THREE else room.lines
    assert sum(division.cells(part, room) for part in division.shown) == whole


def test_the_related_pane_grows_likewise() -> None:
    arrangement = Arrangement()
    for _ in range(20):
        arrangement = arrangement.wider(Part.RELATED, 1, WIDE, Part.RELATED)
    assert columns(arrangement) == (LEAST_BESIDE, LEAST_TEXT, 120 - LEAST_TEXT - LEAST_BESIDE)


def test_the_text_takes_from_both_sides_what_it_grows_by() -> None:
    assert columns(Arrangement().wider(Part.TEXT, 1, WIDE, Part.TEXT)) == (40, 56, 24)
    assert columns(Arrangement().wider(Part.TEXT, -1, WIDE, Part.TEXT)) == (45, 47, 28)
    assert columns(Arrangement().wider(Part.TEXT, 2, WIDE, Part.TEXT)) == (38, 61, 21)


def test_what_is_left_of_two_panes_goes_to_the_other() -> None:
    alone = Arrangement(hidden_beside=frozenset({Part.TEXT}))
    assert columns(alone) == (94, 0, 26)
    assert columns(alone.wider(Part.LIST, -1, WIDE, Part.LIST)) == (89, 0, 31)
    assert columns(alone.wider(Part.RELATED, -1, WIDE, Part.LIST)) == (99, 0, 21)
    one = Arrangement(hidden_beside=frozenset({Part.TEXT, Part.RELATED}))
    assert columns(one) == (120, 0, 0)
    assert one.wider(Part.LIST, 1, WIDE, Part.LIST) is one


def test_the_list_has_two_heights_one_for_choosing_and_one_for_reading() -> None:
    higher = Arrangement().wider(Part.LIST, 1, TALL, Part.LIST)
    assert (higher.list_height, higher.reading_height) == (55, 30)
    higher = Arrangement().wider(Part.TEXT, 1, TALL, Part.TEXT)
    assert (higher.list_height, higher.reading_height) == (45, 20)


def test_a_pane_that_is_hidden_is_shown_while_it_has_the_keys() -> None:
    arrangement = Arrangement().with_hidden(Part.LIST, Panes.THREE, True)
    assert arrangement.shown(Panes.THREE, Part.TEXT) == {Part.TEXT, Part.RELATED}
    assert arrangement.shown(Panes.THREE, Part.LIST) == set(Part)
    assert arrangement.shown(Panes.TWO, Part.TEXT) == {Part.LIST, Part.TEXT}
    assert arrangement.with_hidden(Part.LIST, Panes.THREE, False) == Arrangement()


def test_the_related_articles_take_the_place_of_the_text_where_there_is_room_for_two() -> None:
    assert Arrangement().shown(Panes.TWO, Part.RELATED) == {Part.LIST, Part.RELATED}
    assert Arrangement().shown(Panes.ONE, Part.RELATED) == {Part.RELATED}


@pytest.mark.parametrize("cells", range(121))
def test_a_rule_stands_where_it_was_drawn_to_or_as_close_as_it_may(cells: int) -> None:
    first = Arrangement().with_edge(Part.TEXT, cells, WIDE, Part.LIST)
    assert columns(first)[0] == max(LEAST_BESIDE, min(cells, 120 - LEAST_TEXT - LEAST_BESIDE))
    second = Arrangement().with_edge(Part.RELATED, cells, WIDE, Part.LIST)
    assert columns(second)[2] == max(LEAST_BESIDE, min(120 - cells, 120 - LEAST_TEXT - LEAST_BESIDE))


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ARRANGEMENTS, ROOMS, PARTS, PARTS, st.integers(-3, 3), st.integers(-50, 500))
def test_every_pane_keeps_its_least_whatever_is_done(
    arrangement: Arrangement, room: Room, at: Part, part: Part, steps: int, cells: int
) -> None:
    for each in (arrangement.wider(part, steps, room, at), arrangement.with_edge(part, cells, room, at)):
        division = each.division(room, at)
        assert at in division.shown
        if room.panes is Panes.THREE:
            widths = columns(each, room, at)
            assert sum(widths) == room.columns
            least = {Part.LIST: LEAST_BESIDE, Part.TEXT: LEAST_TEXT, Part.RELATED: LEAST_BESIDE}
            assert all(width >= least[part] for part, width in zip(Part, widths, strict=True) if part in division.shown)
        elif division.list_height:
            lines = int(division.list_height * room.lines / 100 + 1e-6)
            assert 2 <= lines <= max(2, room.lines - LEAST_TEXT_LINES)


def test_a_measure_has_limits() -> None:
    assert Arrangement().with_measure(1).measure == 76
    assert Arrangement(measure=118).with_measure(1).measure == 120
    assert Arrangement(measure=42).with_measure(-1).measure == 40
    assert Arrangement(measure=72).with_measure(1, 74).measure == 74
    assert Arrangement(measure=96).with_measure(-1, 60).measure == 56
    assert Arrangement(measure=96).with_measure(1, 60).measure == 96


@pytest.mark.parametrize(("columns", "panes"), [(1, 1), (59, 1), (60, 2), (109, 2), (110, 3), (400, 3)])
def test_the_width_says_how_many_panes_there_are(columns: int, panes: int) -> None:
    assert panes_on(columns) == panes


@settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(ARRANGEMENTS)
def test_what_is_remembered_is_read_again(arrangement: Arrangement) -> None:
    assert read(written(arrangement, Layout()), Layout()) == arrangement


def test_a_changed_configuration_counts_more_than_what_was_remembered_under_another() -> None:
    remembered = written(Arrangement(list_width=50, measure=80), Layout())
    assert read(remembered, Layout(measure=60)) == Arrangement(measure=60)
    assert read("", Layout(list_width=20)) == Arrangement(list_width=20)


GOOD: dict[str, object] = json.loads(written(Arrangement(list_width=50), Layout()))
WRONG: tuple[dict[str, object], ...] = (
    {"list_width": -1},
    {"list_width": 10**400},
    {"list_width": "wide"},
    {"list_height": float("nan")},
    {"measure": None},
    {"measure": float("inf")},
    {"hidden_beside": ["cellar"]},
    {"hidden_stacked": 3},
    {"hidden_stacked": [[]]},
)


@pytest.mark.parametrize("text", ["{", "[]", "7", "null", "[" * 100_000, *(json.dumps(GOOD | each) for each in WRONG)])
def test_nonsense_in_what_was_remembered_is_passed_over(text: str) -> None:
    assert read(text, Layout()) == Arrangement()
