import re
from dataclasses import replace

import pytest
from pane_app import PaneApp, long_article, made_up, sample_article
from rich.segment import Segment
from textual.geometry import Offset
from textual.selection import Selection
from textual.strip import Strip
from textual.widget import Widget

from reader.model.article import Article, Block, BlockKind, Value
from reader.model.headline import Marks
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.drawing import Role
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.text_page import TextPage

SIZES = pytest.mark.parametrize("size", [(80, 24), (120, 40)])


def text_of(app: PaneApp) -> str:
    return " ".join(" ".join(app.shown()).split())


def styled(pane: Widget, text: str) -> Segment:
    for y in range(pane.size.height):
        for segment in pane.render_line(y):
            if text in segment.text:
                return segment
    raise AssertionError(f"{text!r} is not on screen")


def fractions(app: PaneApp) -> list[float]:
    return [message.fraction for message in app.reported if isinstance(message, ArticleView.Scrolled)]


async def test_an_article_is_set_as_a_reader_expects() -> None:
    pane = ArticleView()
    pane.boilerplate_key = "b"
    app = PaneApp(pane)
    headline = made_up(1)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(sample_article(), headline)
        await pilot.pause()
        lines = app.shown()
        margin = (119 - 72) // 2
        expected = [(" " * margin + line).rstrip() for line in EXPECTED.splitlines()]
        assert lines[: len(expected)] == expected


EXPECTED = """
‹Ferry runs aground›

Nobody hurt, says harbour master

Cape Herald · Xinhua · ≈Thu 8 Apr 2021
By Jane Doe
1 min · 240 words

… 2 lines of page furniture (b)

The harbour of Port Ellery closed on Monday after the ferry ran aground.

What happened

│ Nobody was hurt.

│ All safe.
│ — Ada Moss @adamoss · 7 Apr 2021

▣ The ferry at dawn (J. Holt)

The harbour reopens on Friday.

Read as cp1252 (guessed).
"""


async def test_kinds_differ_by_weight_and_slope_not_by_colour_alone() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(sample_article())
        await pilot.pause()
        for text, attribute in (
            ("Ferry runs", "bold"),
            ("Nobody hurt", "italic"),
            ("What happened", "bold"),
            ("The ferry at dawn", "italic"),
        ):
            style = styled(pane, text).style
            assert style is not None
            assert getattr(style, attribute)


async def test_ascii_marks_replace_all_others() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(sample_article(), made_up(1))
        pane.ascii_marks = True
        await pilot.pause()
        text = "\n".join(app.shown())
        assert text.isascii()
        assert "<Ferry runs aground>" in text
        assert "[ ] The ferry at dawn" in text
        assert "~Thu 8 Apr 2021" in text


async def test_tags_and_star_stand_with_the_length() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(sample_article(), replace(made_up(1), marks=Marks(favourite=True, tags=("iraq", "sea"))))
        await pilot.pause()
        assert "1 min · 240 words · ★ · iraq · sea" in text_of(app)


async def test_page_furniture_unfolds_and_folds() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(sample_article())
        pane.toggle_boilerplate()
        await pilot.pause()
        assert "Share this story Subscribe to our letter The harbour" in text_of(app)
        pane.toggle_boilerplate()
        await pilot.pause()
        assert "Share this story" not in text_of(app)
        assert "… 2 lines of page furniture The harbour" in text_of(app)


async def test_the_headline_stands_in_until_the_article_is_read() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(None, made_up(7))
        await pilot.pause()
        assert text_of(app) == "Title 7 Daily Ledger · Thu 8 Apr 2021 1 min · 0 words"
        pane.show(None)
        await pilot.pause()
        assert text_of(app) == ""


async def test_a_message_takes_the_place_of_the_article() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(long_article())
        pane.bottom()
        pane.show_message("Cannot read [ferry.txt]", "The file is gone.\nPress r to look again.")
        await pilot.pause()
        assert [line.strip() for line in app.shown()[1:5]] == [
            "Cannot read [ferry.txt]",
            "",
            "The file is gone.",
            "Press r to look again.",
        ]
        assert pane.article is None


async def test_text_is_no_markup_and_gives_no_orders() -> None:
    article = Article(
        "x", title=Value("[b]T\x1b[2J", "", 1), blocks=(Block(BlockKind.PARAGRAPH, "a\x9b31m [red]b\x00"),)
    )
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(article)
        await pilot.pause()
        assert "[b]T [2J" in text_of(app)
        assert "a 31m [red]b" in text_of(app)


@SIZES
async def test_pages_go_through_every_word_and_say_when_they_are_at_the_end(size: tuple[int, int]) -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=size) as pilot:
        pane.show(long_article())
        await pilot.pause()
        seen = text_of(app)
        assert not pane.scroll_page(-1)
        pages = 1
        while pane.scroll_page(1):
            await pilot.pause()
            seen += text_of(app)
            pages += 1
        assert 2 < pages < 40
        assert all(f"needle{number}" in seen for number in range(40))
        assert pane.position == 1
        await pilot.pause()
        assert fractions(app) == sorted(fractions(app))
        assert fractions(app)[-1] == 1
        pane.top()
        assert pane.position < 0.5
        assert pane.scroll_lines(3)
        pane.bottom()
        assert pane.position == 1


async def test_a_position_can_be_returned_to() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(long_article())
        pane.scroll_lines(33)
        await pilot.pause()
        before, position = app.shown(), pane.position
        pane.show(sample_article())
        pane.show(long_article())
        pane.go_to(position)
        await pilot.pause()
        assert app.shown() == before


async def test_an_article_that_fits_has_been_read_at_once() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        assert pane.position == 0
        pane.show(sample_article())
        await pilot.pause()
        assert pane.position == 1
        assert not pane.scroll_page(1)


async def test_wrapping_again_stays_at_the_same_words() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(long_article(), None, re.compile("needle20"))
        pane.next_hit()
        await pilot.pause()
        pane.scroll_lines(next(y for y, line in enumerate(app.shown()) if "needle20" in line))
        await pilot.pause()
        assert "needle20" in app.shown()[0]
        for size in ((60, 24), (40, 12), (100, 30), (33, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "needle20" in " ".join(app.shown()[:3])
        pane.measure = 50
        await pilot.pause()
        assert "needle20" in " ".join(app.shown()[:3])


async def test_no_line_is_drawn_at_another_width_than_it_was_wrapped_for(monkeypatch: pytest.MonkeyPatch) -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    drawn: list[bool] = []
    render = ArticleView.render_line

    def noting(view: ArticleView, y: int) -> Strip:
        drawn.append(view._laid_out_width == view._width)
        return render(view, y)

    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(long_article())
        await pilot.pause()
        monkeypatch.setattr(ArticleView, "render_line", noting)
        for width in (60, 40, 100):
            await pilot.resize_terminal(width, 24)
            await pilot.pause()
        pane.display = False
        await pilot.pause()
        await pilot.resize_terminal(80, 24)
        pane.display = True
        await pilot.pause()
        assert any("word" in line for line in app.shown())
        assert drawn
        assert all(drawn)


async def test_the_measure_is_kept_and_centred() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        pane.show(long_article())
        await pilot.pause()
        body = [line for line in app.shown() if "word" in line]
        assert {len(line) - len(line.lstrip()) for line in body} == {(119 - 72) // 2}
        assert max(len(line.strip()) for line in body) <= 72
        await pilot.resize_terminal(40, 24)
        await pilot.pause()
        body = [line for line in app.shown() if "word" in line]
        assert {len(line) - len(line.lstrip()) for line in body} == {2}
        assert max(map(len, body)) <= 38


async def test_the_first_hit_is_in_view_and_lit() -> None:
    pane = ArticleView()
    pane.show(long_article(), None, re.compile(r"needle(9|20|31)\b"))
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "needle9" in text_of(app)
        style = styled(pane, "needle9").style
        assert style is not None
        assert style.underline
        assert pane.hit_count == 3
        assert not pane.previous_hit()
        for expected in ("needle20", "needle31"):
            assert pane.next_hit()
            await pilot.pause()
            assert expected in text_of(app)
        assert not pane.next_hit()
        assert pane.previous_hit()
        await pilot.pause()
        assert "needle20" in text_of(app)


async def test_hits_are_lit_across_line_breaks_and_metadata_is_left_alone() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(30, 24)) as pilot:
        pane.show(sample_article(), None, re.compile("port ellery closed|herald", re.IGNORECASE))
        await pilot.pause()
        assert pane.hit_count == 1
        lit = [
            segment.text
            for y in range(24)
            for segment in pane.render_line(y)
            if segment.style is not None and segment.style.underline
        ]
        assert lit == ["Port Ellery", "closed"]


async def test_the_same_article_again_stays_where_it_is_and_another_starts_at_its_top() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(long_article())
        pane.scroll_lines(30)
        for _ in range(9):  # from a line of text as well as from a blank one
            pane.scroll_lines(1)
            await pilot.pause()
            before = app.shown()
            pane.show(long_article(), made_up(1))
            pane.show(long_article())
            await pilot.pause()
            assert app.shown() == before
        pane.show(sample_article())
        await pilot.pause()
        assert "Ferry runs aground" in app.shown()[1]


async def test_text_can_be_selected_with_the_mouse_and_wrapped_lines_are_joined() -> None:
    article = Article(
        "x",
        title=Value("Title", "header", 1),
        blocks=(
            Block(BlockKind.PARAGRAPH, "The harbour of Port Ellery closed on Monday 字 after the ferry ran aground."),
            Block(BlockKind.QUOTATION, "Nobody was hurt."),
        ),
    )
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(43, 24)) as pilot:
        pane.show(article)
        await pilot.pause()
        lines = app.shown()
        start = next(y for y, line in enumerate(lines) if "harbour" in line)
        end = next(y for y, line in enumerate(lines) if "Nobody" in line)
        assert end > start + 2
        await pilot.mouse_down(pane, offset=(lines[start].index("harbour"), start))
        await pilot.hover(pane, offset=(lines[end].index("body") + 3, end))
        await pilot.mouse_up(pane, offset=(lines[end].index("body") + 3, end))
        await pilot.pause()
        assert app.screen.get_selected_text() == (
            "harbour of Port Ellery closed on Monday 字 after the ferry ran aground.\n\nNobody"
        )
        plain, selected = styled(pane, "The ").style, styled(pane, "harbour").style
        assert plain is not None
        assert selected is not None
        assert plain.bgcolor != selected.bgcolor
        app.screen.clear_selection()
        await pilot.pause()
        assert styled(pane, "The harbour").text


def test_what_is_told_about_an_article_is_copied_only_by_itself() -> None:
    parts = ("Title", False), ("8 April 2021", True), ("The harbour closed.", False)
    page = TextPage([Paragraph(Role.TEXT, text, gap=False, about=about) for text, about in parts])
    page.wrap(40)
    assert page.selected_text(Selection(None, None), 0) == "Title\nThe harbour closed."
    assert page.selected_text(Selection(Offset(2, 1), Offset(7, 1)), 0) == "April"


async def test_every_hit_of_twenty_thousand_words_is_found() -> None:
    pane = ArticleView()
    app = PaneApp(pane)
    async with app.run_test(size=(120, 40)) as pilot:
        article = long_article(330)
        pane.show(article, None, re.compile("needle"))
        await pilot.pause()
        assert pane.hit_count == 330


@pytest.mark.parametrize("width", [1, 2, 3, 5])
async def test_a_sliver_of_a_pane_crashes_nothing(width: int) -> None:
    pane = ArticleView()
    pane.styles.width = width
    app = PaneApp(pane)
    async with app.run_test(size=(80, 24)) as pilot:
        pane.show(sample_article(), made_up(1), re.compile("harbour"))
        pane.scroll_page(1)
        await pilot.pause()
        assert 0 <= pane.position <= 1
