"""How far a text has been read."""

import pytest
from builders import Desk
from person import reading
from textual.widget import Widget

from reader.ui.screens.reading_place import place_told


async def test_the_reader_tells_how_much_was_seen_and_how_long_the_rest_takes(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of", "1/34")
        await person.press("enter")
        await person.sees("min left")
        before = person.foot
        await person.press("space")
        await person.until(lambda: "min left" in person.foot and person.foot != before)
        await person.press("G")
        await person.sees("100 %")
        await person.press("escape")
        await person.sees("1/34")


@pytest.mark.parametrize(
    ("position", "words", "told"),
    [
        (0.0, 238, "0 % · 1 min left"),
        (0.425, 1190, "42 % · 3 min left"),
        (0.999, 5, "99 % · 1 min left"),
        (1, 9, "100 %"),
    ],
)
def test_a_place_is_told_in_few_words(position: float, words: int, told: str) -> None:
    assert place_told(position, words) == told


async def test_the_pane_that_has_the_keys_is_named_and_the_rule_before_it_has_the_colour_of_the_accent(
    made: Desk,
) -> None:
    async with reading(made, size=(120, 40)) as person:
        await person.press("j")
        await person.sees("In this story", "list  2/34")
        panes = person.app.screen
        assert rule(panes.query_one("#reader")) == rule(panes.query_one("#related"))
        await person.press("tab")
        await person.until(lambda: person.foot.endswith("text  100 %"))
        assert rule(panes.query_one("#reader")) != rule(panes.query_one("#related"))
        await person.press("tab")
        await person.until(lambda: person.foot.endswith("related  1/1"))
        assert rule(panes.query_one("#reader")) != rule(panes.query_one("#related"))


async def test_where_there_is_one_pane_it_is_not_named(made: Desk) -> None:
    async with reading(made, size=(50, 20)) as person:
        await person.press("j")
        await person.until(lambda: person.foot.endswith(" 2/34"))
        assert "list" not in person.foot


def rule(pane: Widget) -> str:
    """The colour of the rule before a pane."""
    return pane.styles.border_left[1].hex
