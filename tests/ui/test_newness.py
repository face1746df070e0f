"""What a person sees of what is new: beside the text, on the words, and where what is known is hidden."""

from pathlib import Path

import pytest
from builders import BRIDGE, Desk, desk, write
from person import Person, reading, settings

from reader.ui.widgets.article_view import ArticleView

FERRY = "Nobody will have to pay for the ferry before the autumn, the mayor of Kelmstad promised on Friday evening."


@pytest.fixture
def two(tmp_path: Path) -> Desk:
    made = desk(tmp_path)
    longer = BRIDGE.replace("fourteen months", "nineteen months") + f"\n{FERRY}\n"
    write(made.folder, "second.txt", longer, title="Free ferry", day="2021-05-21", outlet="Kelmstad Daily")
    write(made.folder, "first.txt", BRIDGE, title="Bridge to close", day="2021-05-20", outlet="Varnholt Post")
    made.refresh()
    return made


def text_of(person: Person) -> list[str]:
    """The lines of the reader pane."""
    region = person.app.screen.query_one(ArticleView).region
    return [line[region.x : region.right].rstrip() for line in person.lines[region.y : region.bottom]]


async def read_the_first(person: Person) -> None:
    await person.sees("Bridge to close")
    await person.press("j", "enter")
    await person.sees("1 unread")
    await person.press("escape", "k")
    await person.sees("1 of 4 passages new to you")


async def test_nothing_is_marked_before_anything_was_read(two: Desk) -> None:
    async with reading(two) as person:
        await person.sees("The old harbour bridge")
        assert "new to you" not in person.screen
        await person.press("right_square_bracket")
        await person.sees("Nothing here is marked as new.")


@pytest.mark.parametrize(("ascii_marks", "new", "known"), [(False, "▌", "·"), (True, "|", ".")])
async def test_what_is_new_and_what_is_known_have_signs_in_the_margin(
    two: Desk, ascii_marks: bool, new: str, known: str
) -> None:
    async with reading(two, settings(ascii_marks=ascii_marks)) as person:
        await read_the_first(person)
        lines = text_of(person)
        ferry = next(line for line in lines if "Nobody will have to pay" in line)
        bridge = next(line for line in lines if "The old harbour bridge" in line)
        assert ferry.lstrip().removeprefix("│").lstrip().startswith(new)
        assert bridge.lstrip().removeprefix("│").lstrip().startswith(known)


async def test_a_new_figure_in_a_known_passage_is_marked_on_the_word(two: Desk) -> None:
    async with reading(two) as person:
        await read_the_first(person)
        pane = person.app.screen.query_one(ArticleView)
        marked = [
            segment.text
            for row in range(pane.size.height)
            for segment in pane.render_line(row)
            if segment.style and segment.style.bold and segment.style.underline
        ]
        assert marked == ["nineteen"]


async def test_what_is_known_is_hidden_on_request_and_shown_again(two: Desk) -> None:
    async with reading(two) as person:
        await read_the_first(person)
        await person.press("H")
        await person.sees("3 known passages: The old harbour bridge", "(H)", "Nobody will have to pay")
        await person.misses("Engineers working")
        await person.press("H")
        await person.sees("Engineers working")


async def test_a_key_leads_from_one_new_passage_to_the_next(two: Desk) -> None:
    async with reading(two, size=(80, 16)) as person:
        await read_the_first(person)
        await person.misses("Nobody will have to pay")
        await person.press("right_square_bracket")
        await person.sees("Nobody will have to pay")
        await person.press("right_square_bracket")
        await person.sees("This is the last new passage.")


async def test_what_was_read_is_known_at_the_next_start(two: Desk) -> None:
    async with reading(two) as person:
        await read_the_first(person)
    async with reading(two) as person:
        await person.sees("The old harbour bridge")
        await person.press("home")
        await person.sees("1 of 4 passages new to you")


async def test_where_nothing_is_known_there_is_nothing_to_hide_and_nothing_changes(two: Desk) -> None:
    async with reading(two) as person:
        await person.sees("The old harbour bridge")
        await person.press("H")
        await person.sees("There is nothing to hide: nothing here is known to you from other versions.")
        await person.press("j", "enter")
        await person.sees("1 unread")
        await person.press("escape", "k")
        await person.sees("1 of 4 passages new to you", "Engineers working")  # that key has not hidden it


async def test_the_count_says_how_many_passages_are_too_short_to_be_marked(two: Desk) -> None:
    text = (two.folder / "second.txt").read_text()
    (two.folder / "second.txt").write_text(f"{text}\nSwans came by.\n\nSo did geese.\n")
    two.refresh()
    async with reading(two, size=(200, 60)) as person:
        await read_the_first(person)
        await person.sees("1 of 4 passages new to you, 2 too short to compare")
        lines = text_of(person)
        assert sum("▌" in line for line in lines) >= 1
        assert not any("▌" in line and "Swans" in line for line in lines)


async def test_a_long_row_of_a_table_is_marked_as_it_is_counted(two: Desk) -> None:
    text = (two.folder / "second.txt").read_text()
    row = "| Varnholt ferry | runs every half hour from the old quay until midnight in the summer months | free |"
    (two.folder / "second.txt").write_text(f"{text}\n| Line | Times | Price |\n|---|---|---|\n{row}\n")
    two.refresh()
    async with reading(two, size=(200, 60)) as person:
        await person.sees("Bridge to close")
        await person.press("j", "enter")
        await person.sees("1 unread")
        await person.press("escape", "k")
        await person.sees("2 of 5 passages new to you, 1 too short to compare")
        pane = person.app.screen.query_one(ArticleView)
        assert pane.new_count == 2
