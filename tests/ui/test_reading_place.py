"""How far a text has been read."""

import pytest
from builders import Desk
from person import reading

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
