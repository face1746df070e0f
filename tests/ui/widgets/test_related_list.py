from collections.abc import Sequence
from dataclasses import replace
from functools import partial

import pytest
from pane_app import PaneApp, made_up

from reader.model.headline import Link, LinkKind, Marks
from reader.ui.widgets.related_list import RelatedList


def link(number: int, kind: LinkKind, *reasons: str, title: str = "", read: bool = False) -> Link:
    headline = replace(made_up(number), marks=Marks(read=read))
    return Link(replace(headline, title=title) if title else headline, 0.5, kind, reasons)


LINKS = (
    link(1, LinkKind.EDITED_COPY, "64 % same text", "same day"),
    link(2, LinkKind.SAME_STORY, "Green Zone", "6 days earlier", read=True),
    *(link(number, LinkKind.BACKGROUND, "Port Ellery") for number in range(3, 11)),
)


def events(app: PaneApp, kind: type[RelatedList.Chosen] | type[RelatedList.Highlighted]) -> Sequence[int]:
    return [message.number for message in app.reported if isinstance(message, kind)]


async def test_links_stand_under_headings_with_kind_and_reasons() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(60, 40)) as pilot:
        pane.show(LINKS)
        await pilot.pause()
        assert app.shown()[:14] == [
            "",
            " In this story",
            "▌▸ Title 1",
            "▌  Daily Ledger · 8 Apr 2021",
            "▌  edited copy · 64 % same text · same day",
            "",
            " ▸ Title 2",
            "   Daily Ledger · 8 Apr 2021",
            "   same story · Green Zone · 6 days earlier",
            "",
            " Background",
            " ▸ Title 3",
            "   Daily Ledger · 8 Apr 2021",
            "   Port Ellery",
        ]


async def test_at_most_five_are_background() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(60, 60)) as pilot:
        pane.show(LINKS)
        await pilot.pause()
        assert [line[3:] for line in app.shown() if "Title" in line] == [f"Title {number}" for number in range(1, 8)]


async def test_in_a_narrow_pane_titles_take_two_lines_and_reasons_break_between_two() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(29, 8)) as pilot:
        title = "Iraqi FM Stresses Government's Keenness to Enhance Partnership"
        pane.show([link(1, LinkKind.EDITED_COPY, "64 % same text", "same day", title=title)])
        await pilot.pause()
        assert app.shown()[2:8] == [
            "▌▸ Iraqi FM Stresses",
            "▌  Government's Keenness t…",
            "▌  Daily Ledg… · 8 Apr 2021",
            "▌  edited copy",
            "▌  64 % same text",
            "▌  same day",
        ]


async def test_reasons_that_there_is_no_room_for_are_set_off_from_those_before() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(29, 11)) as pilot:
        reasons = [f"{number} words in common" for number in range(8)]
        pane.show([link(1, LinkKind.COPY, *reasons, title="Bridge")])
        await pilot.pause()
        assert app.shown()[10] == "▌  6 words in common · 7 w…"


async def test_nothing_is_cut_where_all_entries_are_in_sight() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(20, 24)) as pilot:
        reasons = [f"{number} common" for number in range(8)]
        title = "Iraqi FM Stresses Government's Keenness to Enhance"
        pane.show([link(1, LinkKind.COPY, *reasons, "grouped in one story", title=title)])
        await pilot.pause()
        shown = app.shown()
        assert shown[2:8] == [
            "▌▸ Iraqi FM",
            "▌  Stresses",
            "▌  Government's",
            "▌  Keenness to",
            "▌  Enhance",
            "▌  Daily Ledger",
        ]
        assert shown[8:][:1] == ["▌  8 Apr 2021"]
        assert "…" not in "".join(shown)
        assert shown[-7:-5] == ["▌  grouped in one", "▌  story"]


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (30, 9)])
async def test_the_cursor_moves_over_entries_and_stays_in_view(size: tuple[int, int]) -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=size) as pilot:
        pane.show(LINKS)
        await pilot.pause()
        down = partial(pane.move, 1)
        for act, expected in ((down, 2), (pane.bottom, 7), (down, 7), (pane.top, 1)):
            act()
            await pilot.pause()
            under = [line for line in app.shown() if line.startswith("▌")]
            assert under[0] == f"▌▸ Title {expected}"
            assert len(under) >= 3
            assert pane.cursor_number == expected
        assert any("In this story" in line for line in app.shown())
        assert events(app, RelatedList.Highlighted) == [2, 7, 1]


async def test_pages_reach_every_entry() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(40, 12)) as pilot:
        pane.show(LINKS)
        await pilot.pause()
        pane.page(1)
        assert pane.cursor_number == 3
        pane.page(1)
        pane.page(1)
        assert pane.cursor_number == 7
        for _ in range(4):
            pane.page(-1)
        assert pane.cursor_number == 1


async def test_click_selects_and_a_second_click_chooses() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(60, 40)) as pilot:
        pane.show(LINKS)
        await pilot.click(pane, offset=(5, 7))
        assert pane.cursor_number == 2
        assert events(app, RelatedList.Chosen) == []
        await pilot.click(pane, offset=(5, 8))
        assert events(app, RelatedList.Chosen) == [2]
        await pilot.click(pane, offset=(5, 1))
        assert events(app, RelatedList.Chosen) == [2]


async def test_other_links_start_at_their_top_and_the_same_ones_stay() -> None:
    pane = RelatedList()
    app = PaneApp(pane)
    async with app.run_test(size=(40, 12)) as pilot:
        pane.show(LINKS)
        pane.bottom()
        await pilot.pause()
        before = app.shown()
        pane.show(LINKS)
        await pilot.pause()
        assert app.shown() == before
        pane.show(LINKS[1:])
        await pilot.pause()
        assert pane.cursor_number == 2
        assert "In this story" in app.shown()[1]


async def test_an_article_without_relations_says_so() -> None:
    pane = RelatedList()
    pane.empty_text = "Nothing like it in this folder."
    app = PaneApp(pane)
    async with app.run_test(size=(24, 12)) as pilot:
        pane.show(())
        pane.move(1)
        pane.choose()
        await pilot.pause()
        assert " ".join(" ".join(app.shown()).split()) == pane.empty_text
        assert pane.cursor_number == 0
        assert app.reported == []


async def test_marks_are_plain_where_asked_and_text_gives_no_orders() -> None:
    pane = RelatedList()
    pane.ascii_marks = True
    app = PaneApp(pane)
    async with app.run_test(size=(60, 12)) as pilot:
        pane.show([link(1, LinkKind.COPY, "[b]same\x1b[2J", title="A\x07[red]b")])
        await pilot.pause()
        assert "\n".join(app.shown()).isascii()
        assert app.shown()[2] == "|- A [red]b"
        assert app.shown()[4] == "|  copy - [b]same [2J"
