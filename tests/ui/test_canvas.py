"""What is written by difference gives the same screen as all of it would, with fewer bytes."""

import unicodedata
from unittest.mock import patch

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.ui.canvas import FARTHEST, Canvas, Piece

COLUMNS, ROWS = 24, 5
STYLES = (
    Style(),
    Style(color="#102030", bgcolor="#fafafa"),
    Style(color="#a02030", bgcolor="#fafafa"),
    Style(color="#102030", bgcolor="#fafafa", bold=True),
    Style(color="#102030", bgcolor="#fafafa", dim=True, bold=True),
    Style(color="#102030", bgcolor="#e0d0c0", underline=True),
    Style(color="#ff0000", bgcolor="#e0d0c0", reverse=True),
    Style(color="default", bgcolor="default", italic=True, strike=True),
)
TEXTS = (
    "",
    "a",
    "  ",
    "word and word",
    "          ",
    "│ ●",
    "한국 마을",
    "e\u0301te\u0301",
    "\u0301",
    "x한y",
    "tail      ",
    "हिन्दी की",
)

Row = tuple[int, list[Piece]]


def terminal(rows: int = ROWS) -> tuple[pyte.Screen, pyte.ByteStream]:
    """A column wider than what is drawn: behind the last one, pyte takes an accent for a character and scrolls."""
    screen = pyte.Screen(COLUMNS + 1, rows)
    return screen, pyte.ByteStream(screen)


def strip(pieces: list[tuple[str, int]], width: int) -> Strip:
    return Strip([Segment(text, STYLES[style]) for text, style in pieces]).adjust_cell_length(width, STYLES[1])


def cells(screen: pyte.Screen) -> list[list[tuple[object, ...]]]:
    """What can be seen in every cell."""
    seen = []
    for y in range(screen.lines):
        row = screen.buffer[y]
        seen.append([_seen(row[x]) for x in range(COLUMNS)])
    return seen


def _seen(cell: pyte.screens.Char) -> tuple[object, ...]:
    lines = (cell.underscore, cell.strikethrough, cell.reverse)
    if cell.data == " " and not any(lines):
        return (" ", cell.bg)
    return (cell.data, cell.fg, cell.bg, cell.bold, cell.italics, *lines)


texts = st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(0, len(STYLES) - 1)), max_size=5)
rows = st.tuples(st.integers(0, ROWS - 1), st.sampled_from((0, 3, 10)), texts)
updates = st.lists(st.lists(rows, min_size=1, max_size=4), min_size=1, max_size=6)


@settings(max_examples=80, deadline=None)
@given(updates, st.booleans(), st.sampled_from([ColorSystem.TRUECOLOR, ColorSystem.EIGHT_BIT, ColorSystem.STANDARD]))
def test_the_screen_is_as_if_all_had_been_written(
    steps: list[list[tuple[int, int, list[tuple[str, int]]]]], erases: bool, system: ColorSystem
) -> None:
    canvas = Canvas(erases=erases)
    screen, stream = terminal()
    plain, whole = terminal()
    for step in steps:
        pieces: dict[int, list[Piece]] = {}
        for y, x, texts in step:
            pieces[y] = [(x, strip(texts, COLUMNS - x))]
        update = list(pieces.items())
        stream.feed(canvas.written(update, system).encode())
        whole.feed(Canvas().written(update, system).encode())
        assert cells(screen) == cells(plain)


screens = st.lists(st.lists(st.tuples(st.sampled_from(TEXTS), st.integers(0, 4)), max_size=5), min_size=20, max_size=20)


def full(lines: list[list[tuple[str, int]]]) -> list[Row]:
    """All rows of a screen."""
    return [(y, [(0, strip(texts, COLUMNS))]) for y, texts in enumerate(lines)]


@settings(max_examples=120, deadline=None)
@given(screens, screens, st.integers(-FARTHEST, FARTHEST), st.integers(0, 8), st.integers(12, 20), st.booleans())
def test_rows_that_move_and_a_terminal_that_is_cleared_end_as_if_all_had_been_written(
    first: list[list[tuple[str, int]]],
    other: list[list[tuple[str, int]]],
    step: int,
    top: int,
    bottom: int,
    erases: bool,
) -> None:
    moved = [first[y - step] if top <= y < bottom and 0 <= y - step < 20 else other[y] for y in range(20)]
    canvas = Canvas(erases=erases)
    screen, stream = terminal(20)
    plain, whole = terminal(20)
    with patch("reader.ui.canvas.MUCH", 0), patch("reader.ui.canvas.LEAST_UNLIKE", 1):
        for lines in (first, moved, other, first):
            stream.feed(canvas.written(full(lines), ColorSystem.TRUECOLOR).encode())
            whole.feed(Canvas().written(full(lines), ColorSystem.TRUECOLOR).encode())
            assert cells(screen) == cells(plain)
    again, stream = terminal(20)
    stream.feed(canvas.whole().encode())
    assert cells(again) == cells(plain)


@pytest.mark.parametrize("step", [2, -1])
def test_rows_that_stand_a_little_higher_or_lower_are_moved_there(step: int) -> None:
    lines = [[(chr(ord("a") + y) * 20, 1)] for y in range(20)]
    canvas = Canvas()
    canvas.written(full(lines), ColorSystem.TRUECOLOR)
    moved = [lines[0], *(lines[y - step] if 2 <= y - step < 18 else [("new", 2)] for y in range(1, 19)), lines[19]]
    assert len(canvas.written(full(moved), ColorSystem.TRUECOLOR)) < 200
    assert canvas.written(full(moved), ColorSystem.TRUECOLOR) == ""


def test_a_terminal_is_cleared_where_little_is_to_stand_there() -> None:
    canvas = Canvas(erases=True)
    canvas.written(full([[("many", y % 4), (" words", (y + 1) % 4)] for y in range(20)]), ColorSystem.TRUECOLOR)
    with patch("reader.ui.canvas.MUCH", 100):
        assert "\x1b[2J" in canvas.written(full([[("few", 1)], *[[]] * 19]), ColorSystem.TRUECOLOR)


HINDI = "दिल्ली की नीति"
"""Five of its signs fill a cell in many terminals, and none in the others and by Rich's count."""


@pytest.fixture
def spacing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the terminal one of those that give vowel signs a cell of their own."""
    plain = pyte.screens.wcwidth
    monkeypatch.setattr(
        pyte.screens, "wcwidth", lambda character: 1 if unicodedata.category(character) == "Mc" else plain(character)
    )


def written(canvas: Canvas, stream: pyte.ByteStream, *texts: tuple[str, int]) -> None:
    update: list[Row] = [(1, [(0, strip(list(texts), COLUMNS))])]
    stream.feed(canvas.written(update, ColorSystem.TRUECOLOR).encode())


@pytest.mark.usefixtures("spacing")
@pytest.mark.parametrize("erases", [True, False])
def test_a_text_wider_than_thought_has_the_blanks_behind_it_and_leaves_nothing_there(erases: bool) -> None:
    canvas = Canvas(erases=erases)
    screen, stream = terminal()
    written(canvas, stream, (HINDI, 1), (" " * 6, 1), ("│ right", 3))
    assert unicodedata.normalize("NFC", screen.display[1]).split() == [*HINDI.split(), "│", "right"]
    assert screen.buffer[1][cell_len(HINDI) + 6].data == "│"
    written(canvas, stream, ("plain", 1), (" " * (cell_len(HINDI) + 1), 1), ("│ right", 3))
    assert screen.display[1].split() == ["plain", "│", "right"]


@pytest.mark.usefixtures("spacing")
def test_what_a_wider_text_runs_over_is_written_again() -> None:
    canvas = Canvas()
    screen, stream = terminal()
    written(canvas, stream, ("a place".ljust(cell_len(HINDI)), 1), ("│ right", 3))
    written(canvas, stream, (HINDI, 1), ("│ right", 3))
    assert "".join(screen.buffer[1][x].data for x in range(cell_len(HINDI), COLUMNS)).rstrip() == "│ right"


@pytest.mark.usefixtures("spacing")
def test_where_nothing_is_known_nothing_is_written_again() -> None:
    screen, stream = terminal()
    stream.feed(b"\x1b[1;16Hothers")
    update: list[Row] = [(0, [(0, strip([(HINDI, 1)], 14)), (22, strip([("ab", 1)], 2))])]
    stream.feed(Canvas().written(update, ColorSystem.TRUECOLOR).encode())
    assert screen.display[0].split() == [*HINDI.split(), "others", "ab"]


def test_a_text_narrower_than_thought_shows_nothing_of_what_stood_there() -> None:
    canvas = Canvas()
    screen, stream = terminal()
    sign = "\U0001fae8"  # of Unicode 15; the terminal gives it what it likes
    written(canvas, stream, ("x" * COLUMNS, 1))
    written(canvas, stream, (sign * 3, 1), ("end", 1))
    assert "x" not in screen.display[1]


def row(text: str, style: int = 1) -> list[Row]:
    return [(0, [(0, strip([(text, style)], COLUMNS))])]


def test_what_stands_there_already_is_not_written_again() -> None:
    canvas = Canvas()
    assert canvas.written(row("the same words"), ColorSystem.TRUECOLOR)
    assert canvas.written(row("the same words"), ColorSystem.TRUECOLOR) == ""
    assert canvas.written(row("the same wards"), ColorSystem.TRUECOLOR) == (
        "\x1b[;11H\x1b[38;2;16;32;48;48;2;250;250;250ma\x1b[m"
    )


def test_a_rule_down_the_screen_takes_few_bytes_more_than_its_characters() -> None:
    canvas = Canvas()
    screen, stream = terminal()
    stream.feed(canvas.written(full([[("word", 1)]] * ROWS), ColorSystem.TRUECOLOR).encode())
    ruled = canvas.written(full([[("word", 1), (" " * 9, 1), ("│", 1)]] * ROWS), ColorSystem.TRUECOLOR)
    stream.feed(ruled.encode())
    assert all(screen.buffer[y][13].data == "│" for y in range(ROWS))
    assert len(ruled) < 5 * ROWS + 50


@pytest.mark.parametrize("column", range(COLUMNS))
def test_the_cursor_finds_its_way_from_the_last_column_too(column: int) -> None:
    canvas = Canvas()
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    for sign in "ab":
        lines = [[(" " * (COLUMNS - 1), 1), (sign, 1)], [(" " * column, 1), (sign, 1)]] * 2
        stream.feed(canvas.written(full(lines), ColorSystem.TRUECOLOR).encode())
        assert screen.buffer[0][COLUMNS - 1].data == screen.buffer[1][column].data == sign


def test_a_row_that_changes_at_both_ends_is_written_at_both() -> None:
    canvas = Canvas()
    screen, stream = terminal()
    stream.feed(canvas.written(row("left  middle  right"), ColorSystem.TRUECOLOR).encode())
    ends: list[Row] = [(0, [(0, strip([("LEFT", 1)], 4))]), (0, [(14, strip([("RIGHT", 1)], 5))])]
    stream.feed(canvas.written(ends, ColorSystem.TRUECOLOR).encode())
    assert screen.display[0].rstrip() == "LEFT  middle  RIGHT"


def test_what_others_may_have_written_over_is_written_again() -> None:
    canvas = Canvas()
    first = canvas.written(row("the same words"), ColorSystem.TRUECOLOR)
    canvas.forget()
    assert canvas.written(row("the same words"), ColorSystem.TRUECOLOR) == first


def test_a_link_begins_and_ends_where_its_text_does() -> None:
    linked = Strip([Segment("see "), Segment("here", Style(link="https://example.org/")), Segment(" now")])
    written = Canvas().written([(0, [(0, linked)])], ColorSystem.TRUECOLOR)
    assert "\x1b]8;;https://example.org/\x1b\\here\x1b]8;;\x1b\\" in written


def test_blanks_are_erased_where_the_terminal_can() -> None:
    many = Canvas(erases=True).written(row("word"), ColorSystem.TRUECOLOR)
    assert many.endswith("word\x1b[20X\x1b[m")
    underlined = Canvas(erases=True).written(row("word".ljust(COLUMNS), 5), ColorSystem.TRUECOLOR)
    assert "X" not in underlined


def test_an_update_in_which_nothing_of_a_row_was_drawn_writes_nothing() -> None:
    canvas = Canvas(erases=True)
    canvas.written([(0, [(0, strip([("word", 1)], COLUMNS))])], ColorSystem.TRUECOLOR)
    assert canvas.written([(0, [])], ColorSystem.TRUECOLOR) == ""
