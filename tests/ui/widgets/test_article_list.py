import re
from array import array
from collections.abc import Sequence
from dataclasses import replace

import pytest
from pane_app import PaneApp, Source, made_up
from rich.style import Style
from textual.events import MouseScrollDown
from textual.theme import Theme

from reader.errors import StoreError
from reader.model.headline import Headline, Marks
from reader.ui.widgets.article_list import ArticleList

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


def numbers(*values: int) -> "array[int]":
    return array("q", values)


def first(count: int) -> "array[int]":
    return array("q", range(1, count + 1))


def highlighted(app: PaneApp) -> list[int]:
    return [message.number for message in app.reported if isinstance(message, ArticleList.Highlighted)]


def chosen(app: PaneApp) -> list[int]:
    return [message.number for message in app.reported if isinstance(message, ArticleList.Chosen)]


def style_at(pane: ArticleList, y: int, text: str) -> Style:
    return next(segment.style or Style() for segment in pane.render_line(y) if text in segment.text)


@SIZES
async def test_rows_show_title_outlet_day_length_tags_and_copies(size: tuple[int, int]) -> None:
    source = Source()
    source.known[1] = replace(
        made_up(1), title="Budget sent back", minutes=4, copies=6, marks=Marks(tags=("money", "vote"))
    )
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=size) as pilot:
        pane.show(first(3))
        await pilot.pause()
        lines = app.shown()
        assert lines[0] == "▌● Budget sent back"
        assert lines[1].startswith("▌  Daily Ledger · 8 Apr 2021 · 4 min · money, vote  ")
        assert lines[1].endswith("  +6 copies")
        assert len(lines[1]) == size[0] - 2  # a margin, and the place of the scrollbar
        assert lines[2:4] == [" ● Title 2", "   Daily Ledger · 8 Apr 2021 · 1 min"]


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (61, "   Daily Ledger · 8 Apr 2021 · 4 min · money, vote  +6 copies"),
        (54, "   Daily Ledger · 8 Apr 2021 · money, vote    +6 copies"),
        (46, "   Daily Ledger · 8 Apr 2021 · money, vote   +6"),
        (42, "   Daily Ledger · 8 Apr 2021 · money …  +6"),
        (34, "   Daily Ledger · 8 Apr 2021    +6"),
        (24, "   Daily L… · 8 Apr 2021"),
        (14, "   Daily Ledg…"),
    ],
)
async def test_the_least_important_gives_way_when_it_is_narrow(width: int, expected: str) -> None:
    source = Source()
    source.known[2] = replace(made_up(2), minutes=4, copies=6, marks=Marks(tags=("money", "vote"), read=True))
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=(width + 2, 10)) as pilot:
        pane.show(first(3))
        await pilot.pause()
        shown = app.shown()[3]
        assert shown.split() == expected.split()
        assert len(shown) <= width


async def test_marks_are_characters_and_unread_is_bold() -> None:
    source = Source()
    for number, marks in ((1, Marks(read=True)), (2, Marks(favourite=True, read=True)), (3, Marks(favourite=True))):
        source.known[number] = replace(made_up(number), marks=marks)
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(numbers(4, 1, 2, 3))
        await pilot.pause()
        assert [line[1] for line in app.shown()[:8]] == ["●", " ", " ", " ", "★", " ", "★", "●"]
        assert style_at(pane, 6, "Title 3").bold
        assert not style_at(pane, 4, "Title 2").bold
        pane.ascii_marks = True
        await pilot.pause()
        assert [line[1] for line in app.shown()[:8]] == ["*", " ", " ", " ", "+", " ", "+", "*"]
        assert app.shown()[0][0] == "|"


async def test_titles_and_days_show_how_sure_they_are() -> None:
    source = Source()
    source.known[1] = replace(made_up(1), title_derived=True, date_confidence=0.6)
    source.known[2] = replace(made_up(2), title="", date_confidence=0.2)
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(2))
        await pilot.pause()
        assert "‹Title 1›" in app.shown()[0]
        assert "≈8 Apr 2021" in app.shown()[1]
        assert "2.txt" in app.shown()[2]
        assert "‹8 Apr 2021›" in app.shown()[3]


async def test_text_of_an_article_is_no_markup_and_gives_no_orders() -> None:
    source = Source()
    source.known[1] = replace(made_up(1), title="[red]a\x1b]0;b\x07 字👨\u200d👩", outlet="\x1b[2J[b]")
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=(40, 10)) as pilot:
        pane.show(first(1))
        await pilot.pause()
        assert app.shown()[0] == "▌● [red]a ]0;b  字👨👩"
        assert "[2J[b]" in app.shown()[1]
        assert pane.render_line(0).cell_length == 39


async def test_the_cursor_shows_without_colour_and_is_weaker_without_focus() -> None:
    pane, other = ArticleList(Source()), ArticleList(Source())
    app = PaneApp(pane, other)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(9))
        pane.focus()
        pane.move(2)
        await pilot.pause()
        assert [line[0] for line in app.shown()[:8]] == [" "] * 4 + ["▌"] * 2 + [" "] * 2
        strong = style_at(pane, 4, "Title 3").bgcolor
        other.focus()
        await pilot.pause()
        weak = style_at(pane, 4, "Title 3").bgcolor
        assert app.shown()[4][0] == "▌"
        assert len({strong, weak, style_at(pane, 0, "Title 1").bgcolor}) == 3


async def test_only_pages_on_screen_are_fetched_and_changed_rows_once_more() -> None:
    source = Source()
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(100_000))
        await pilot.pause()
        assert source.asked == [list(range(1, 129))]
        pane.bottom()
        await pilot.pause()
        assert max(map(len, source.asked)) == 128
        assert sum(map(len, source.asked)) <= 3 * 128
        source.asked.clear()
        source.known[100_000] = replace(made_up(100_000), title="Now corrected")
        pane.changed([100_000, 5])
        await pilot.pause()
        assert source.asked == [[100_000]]
        assert "Now corrected" in "\n".join(app.shown())


async def test_an_article_that_is_gone_leaves_a_line_and_is_not_asked_for_again() -> None:
    source = Source()
    source.missing = {2}
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(3))
        pane.move(1)
        await pilot.pause()
        pane.move(1)
        await pilot.pause()
        assert "no longer in the folder" in app.shown()[2]
        assert len(source.asked) == 1


async def test_a_catalogue_that_cannot_be_read_is_reported_once_and_crashes_nothing() -> None:
    def broken(_: Sequence[int]) -> Sequence[Headline]:
        raise StoreError("the catalogue is damaged")

    pane = ArticleList(broken)
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(30))
        await pilot.pause()
        pane.move(3)
        await pilot.pause()
        await pilot.pause()
        failures = [message for message in app.reported if isinstance(message, ArticleList.Failed)]
        assert [str(failure.error) for failure in failures] == ["the catalogue is damaged"]


@SIZES
async def test_moving_keeps_the_cursor_on_a_whole_row_and_reports_it(size: tuple[int, int]) -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=size) as pilot:
        pane.show(first(500))
        await pilot.pause()
        for act, expected in (
            (lambda: pane.move(1), 2),
            (lambda: pane.move(-5), 1),
            (lambda: pane.move(35), 36),
            (lambda: pane.page(1), 36 + size[1] // 2 - 1),
            (lambda: pane.page(-1), 36),
            (pane.bottom, 500),
            (lambda: pane.move(1), 500),
            (pane.top, 1),
            (lambda: pane.go_to(250), 250),
        ):
            act()
            await pilot.pause()
            assert pane.cursor_number == expected
            title = next(y for y, line in enumerate(app.shown()) if line.startswith("▌"))
            assert f"Title {expected}" in app.shown()[title]
            assert app.shown()[title + 1].startswith("▌")
            assert title % 2 == 0
        assert highlighted(app) == [1, 2, 1, 36, 36 + size[1] // 2 - 1, 36, 500, 1, 250]
        assert not pane.go_to(777)
        assert pane.cursor_number == 250


@pytest.mark.parametrize("height", [23, 24, 25, 26])
@pytest.mark.parametrize("searching", [False, True])
async def test_the_top_row_is_whole_at_every_height(height: int, searching: bool) -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, height)) as pilot:
        pane.snippets({number: f"about {number}" for number in range(1, 101)} if searching else {})
        pane.show(first(100))
        for act in (pane.bottom, lambda: pane.go_to(50), lambda: pane.page(1), lambda: pane.page(-1), pane.top):
            act()
            await pilot.pause()
            assert "Title" in app.shown()[0]


async def test_new_arrivals_move_nothing_on_screen() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(200))
        pane.go_to(100)
        await pilot.pause()
        before = app.shown()
        pane.show(array("q", [*range(900, 950), *range(1, 201)]), keep=pane.cursor_number)
        await pilot.pause()
        assert app.shown() == before
        assert pane.cursor_number == 100
        assert highlighted(app) == [1, 100]


async def test_a_list_scrolled_away_from_the_cursor_stays_where_it_is() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(200))
        await pilot.pause()
        pane.scroll_to(y=100, animate=False)
        await pilot.pause()
        before = app.shown()
        pane.show(array("q", [*range(900, 950), *range(1, 201)]), keep=pane.cursor_number)
        await pilot.pause()
        assert app.shown() == before
        assert pane.cursor_number == 1


async def test_the_cursor_goes_to_the_neighbour_of_a_vanished_article() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(10))
        pane.go_to(5)
        await pilot.pause()
        pane.show(numbers(1, 3, 4, 6, 7), keep=5)
        assert pane.cursor_number == 6
        pane.show(numbers(1, 3), keep=6)
        assert pane.cursor_number == 3
        pane.show(numbers(), keep=3)
        assert pane.cursor_number == 0
        await pilot.pause()
        assert highlighted(app) == [1, 5, 6, 3, 0]


async def test_the_cursor_goes_to_the_head_of_a_story_that_its_article_is_folded_into() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(60))
        pane.go_to(34)
        await pilot.pause()
        pane.show(first(30), keep=34, others={30: range(31, 61)})
        await pilot.pause()
        assert (pane.cursor_number, pane.row_count) == (30, 30)
        assert any(line.startswith("▌● Title 30") for line in app.shown())


async def test_a_story_that_is_unfolded_for_its_article_has_its_head_in_view() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(60))
        pane.go_to(34)
        await pilot.pause()
        pane.scroll_to(y=66, animate=False)
        await pilot.pause()
        pane.show(first(30), keep=34, others={30: range(31, 61)}, unfold=True)
        await pilot.pause()
        assert (pane.cursor_number, pane.row_count) == (34, 60)
        assert app.shown()[0].startswith(" ● Title 30")
        pane.show(first(30), keep=34, others={30: range(31, 61)})
        assert pane.cursor_number == 34, "what was unfolded stays so"


async def test_a_list_without_keep_starts_at_the_top() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(100))
        pane.bottom()
        await pilot.pause()
        pane.show(array("q", range(50, 90)))
        await pilot.pause()
        assert app.shown()[0] == "▌● Title 50"


async def test_a_list_filled_before_it_has_a_size_shows_its_cursor() -> None:
    pane = ArticleList(Source())
    pane.show(first(300), keep=200)
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)):
        assert any(line.startswith("▌● Title 200") for line in app.shown())


async def test_snippets_make_a_third_line_with_the_words_lit() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(100))
        pane.go_to(60)
        await pilot.pause()
        pane.snippets({60: "the ferry ran aground", 61: "a ferry\x1b[31m sank"}, re.compile("ferry"))
        await pilot.pause()
        at = next(y for y, line in enumerate(app.shown()) if line.startswith("▌"))
        assert app.shown()[at + 2] == "▌  the ferry ran aground"
        assert app.shown()[at - 1] == ""
        if at + 5 < 24:
            assert app.shown()[at + 5] == "   a ferry [31m sank"
        assert style_at(pane, at + 2, "ferry").underline
        pane.snippets({})
        await pilot.pause()
        assert pane.row_height == 2
        assert any(line.startswith("▌● Title 60") for line in app.shown())


async def test_click_selects_and_a_second_click_chooses() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(100))
        await pilot.click(pane, offset=(10, 9))
        assert pane.cursor_number == 5
        assert chosen(app) == []
        await pilot.click(pane, offset=(10, 8))
        assert chosen(app) == [5]
        pane.choose()
        await pilot.pause()
        assert chosen(app) == [5, 5]


async def test_a_click_below_the_last_row_does_nothing() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(2))
        await pilot.click(pane, offset=(10, 20))
        assert pane.cursor_number == 1
        assert chosen(app) == []


async def test_the_wheel_scrolls_by_whole_rows_and_leaves_the_cursor() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(100))
        await pilot._post_mouse_events([MouseScrollDown], pane, (5, 5))
        await pilot.pause()
        assert app.shown()[0] == " ● Title 2"
        assert pane.cursor_number == 1


async def test_the_cursor_stays_in_view_when_the_pane_shrinks() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(first(100))
        pane.move(18)
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert any(line.startswith("▌● Title 19") for line in app.shown())


async def test_scrolling_is_reported_with_the_rows_that_are_on_screen() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(100))
        pane.move(3)
        await pilot.pause()
        assert not any(isinstance(message, ArticleList.Scrolled) for message in app.reported)
        assert list(pane.visible_numbers)[:12] == list(range(1, 13))
        pane.move(20)
        await pilot.pause()
        assert any(isinstance(message, ArticleList.Scrolled) for message in app.reported)
        assert list(pane.visible_numbers)[:12] == list(range(13, 25))


async def test_what_a_screen_itself_makes_the_list_do_reaches_the_app_too() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(100))
        await pilot.pause()
        app.screen.call_later(pane.move, 4)
        app.screen.call_later(pane.choose)
        await pilot.pause()
        await pilot.pause()
        assert highlighted(app) == [1, 5]
        assert chosen(app) == [5]


async def test_an_empty_list_says_why() -> None:
    pane = ArticleList(Source())
    pane.empty_text = "Nothing found.\nTry fewer words, or [another] one; this sentence is long enough to be wrapped."
    app = PaneApp(pane)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        words = " ".join(" ".join(app.shown()).split())
        assert words == pane.empty_text.replace("\n", " ")
        line = next(line for line in app.shown() if line)
        assert abs(len(line) - len(line.lstrip()) - (59 - len(line))) <= 1
        pane.choose()
        pane.move(1)
        await pilot.pause()
        assert chosen(app) == []


async def test_a_new_theme_repaints_in_its_colours() -> None:
    pane = ArticleList(Source())
    app = PaneApp(pane)
    app.register_theme(Theme("sea", primary="#0000ff", variables={"cursor": "#004455", "unread": "#00ff00"}))
    sixteen = {"cursor": "ansi_red", "ansi-background": "ansi_black", "ansi-foreground": "ansi_white"}
    app.register_theme(Theme("plain", primary="ansi_blue", ansi=True, variables=sixteen))
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(first(3))
        pane.focus()
        for theme, expected in (("sea", "#004455"), ("plain", "color(1)")):
            app.theme = theme
            await pilot.pause()
            colour = style_at(pane, 0, "Title 1").bgcolor
            assert colour is not None
            assert colour.name == expected


@pytest.mark.parametrize(
    ("read", "unseen", "starts"),
    [
        (False, {}, "▌● Title 1"),
        (True, {}, "▌  Title 1"),
        (True, {1: 3}, "▌○ Title 1"),
        (False, {1: 3}, "▌● Title 1"),
        (False, {1: 0}, "▌  Title 1"),
    ],
)
async def test_a_story_tells_whether_its_leading_version_or_only_others_are_left_to_read(
    read: bool, unseen: dict[int, int], starts: str
) -> None:
    source = Source()
    source.known[1] = replace(made_up(1), marks=Marks(read=read))
    pane = ArticleList(source)
    app = PaneApp(pane)
    async with app.run_test(size=(80, 10)) as pilot:
        pane.show(first(1), others={1: [2]})
        pane.unseen(unseen)
        await pilot.pause()
        assert app.shown()[0].startswith(starts)
