"""Reading by ear or by finger: one column, words in place of signs, nothing that is only told by its place."""

import re

import pytest
from builders import Desk
from person import reading, settings

from reader.ui.widgets.drawing import LINEAR

LINES = settings(linear=True)
BOXES = re.compile("[─-▟■-◿★●]")
"""Rules, blocks and signs that a screen reader spells out or a Braille display cannot show."""


@pytest.mark.parametrize("size", [(40, 10), (80, 24), (200, 60)])
async def test_there_is_one_pane_at_a_time_whatever_the_width(made: Desk, size: tuple[int, int]) -> None:
    async with reading(made, LINES, size=size) as person:
        await person.sees("unread: The long report. ")
        assert "Paragraph 0 of" not in person.screen
        await person.press("enter")
        await person.sees("Paragraph 0 of")
        assert "unread: Bridge shut" not in person.screen
        await person.press("r")
        await person.sees("Nothing in this")
        assert "Paragraph 0 of" not in person.screen


async def test_a_row_tells_everything_in_words(made: Desk) -> None:
    library = made.open()
    library.set_favourite([library.number("bridge-2.txt")], True)
    library.change_tags([library.number("bridge-2.txt")], ["roads", "city"], [])
    library.close()
    async with reading(made, LINES, size=(120, 24)) as person:
        await person.sees("unread: favourite: Bridge shut. Kelmstad Daily; 21 May 2021; 1 min; tags city, roads")


@pytest.mark.parametrize(
    "keys", ["", "j", "\r", "r", "S", "d", "m", "T", "0", "p", "?", ":", "t", "4", "!", "/lantern"]
)
async def test_no_screen_has_rules_blocks_or_signs(made: Desk, keys: str) -> None:
    names = {"\r": "enter", "?": "question_mark", "!": "exclamation_mark", "/": "slash", ":": "colon"}
    async with reading(made, LINES, size=(120, 40)) as person:
        await person.sees("unread: The long report. ")
        await person.press("j")
        await person.until(lambda: "Bridge" in str(person.app.screen.query_one("#reader").article))  # type: ignore[attr-defined]
        before = person.screen
        await person.press(*(names.get(key, key) for key in keys))
        if keys not in ("", "j"):
            await person.until(lambda: person.screen != before)
        await person.pilot.pause(0.2)  # for what is still read or searched
        assert not BOXES.findall(person.screen)


@pytest.mark.parametrize(("key", "text"), [("question_mark", "Choose an article"), ("i", "front matter")])
async def test_what_a_dialog_has_to_say_is_there(made: Desk, key: str, text: str) -> None:
    async with reading(made, LINES, size=(80, 24)) as person:
        await person.press(key)
        await person.sees(text)


async def test_a_row_that_is_chosen_says_so_and_loses_nothing(made: Desk) -> None:
    async with reading(made, LINES, size=(40, 24)) as person:
        await person.sees("unread: The long report. ")
        told = " ".join(" ".join(person.lines[1:4]).split())
        await person.press("v")
        await person.sees("chosen: unread: The long report.")
        assert " ".join(" ".join(person.lines[1:5]).split()).startswith(f"chosen: {told}")


async def test_a_highlight_is_said_before_its_passage(made: Desk) -> None:
    async with reading(made, LINES, size=(80, 24)) as person:
        await person.press("enter")
        await person.sees("Paragraph 0 of")
        await person.press("a", "enter")
        await person.sees("Highlighted: Paragraph 0 of")


async def test_a_change_is_said_on_the_line_of_keys(made: Desk) -> None:
    async with reading(made, LINES, size=(80, 24)) as person:
        await person.sees("unread: The long report. ")
        await person.press("s")
        await person.until(lambda: "Unread, favourite." in person.foot)
        await person.press("enter")
        await person.until(lambda: "Read, favourite." in person.foot)


async def test_a_search_tells_where_it_hits(made: Desk) -> None:
    async with reading(made, LINES, size=(80, 24)) as person:
        await person.press("slash", *"lantern", "enter")
        await person.sees("A lantern stood there")
        assert len([line for line in person.lines if "The long report" in line]) == 1


async def test_two_versions_are_compared_in_one_column(made: Desk) -> None:
    async with reading(made, LINES, size=(200, 60)) as person:
        await person.press("j", "d")
        await person.sees("[first: more than a year]", "[second: fourteen", "Shared: ", "Shared but for some words: ")


async def test_what_is_new_stands_before_the_paragraph(made: Desk) -> None:
    async with reading(made, LINES, size=(120, 40)) as person:
        await person.press("j", "enter")
        await person.sees("more than a year")
        await person.press("q", "j", "enter")
        await person.sees("Bridge to close", "Known: ")


async def test_without_it_signs_are_signs(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.sees("● The long report")
        assert LINEAR.unread not in person.lines[1]
