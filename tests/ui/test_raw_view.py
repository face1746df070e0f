"""The file as it is: over the article, and back to the same place in it."""

import json

from builders import Desk, write
from person import reading


async def test_the_file_is_shown_with_its_name_and_encoding_and_left_by_the_same_key(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("enter")
        await person.sees("Paragraph 0 of")
        await person.press("space", "space")
        await person.misses("Paragraph 0 of")
        before = person.screen
        await person.press("backslash")
        await person.sees("long.txt · as it is · utf-8", "---", "title: The long report", "date: 2021-05-30")
        await person.press("j", "G")
        await person.sees("Paragraph 59 of")
        await person.press("backslash")
        await person.until(lambda: person.screen == before)


async def test_escape_leaves_it_and_goes_back_to_the_list_it_came_from(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        focus = person.app.focused
        await person.press("backslash")
        await person.sees("as it is")
        await person.press("escape")
        await person.misses("as it is")
        assert person.app.focused is focus


async def test_it_stays_while_the_article_is_marked_and_goes_with_it(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("backslash")
        await person.sees("title: The long report")
        await person.press("s")
        await person.sees("★", "title: The long report")
        await person.press("J")
        await person.misses("as it is")
        await person.sees("more than a year")


async def test_one_article_of_many_is_shown_where_it_stands(made: Desk) -> None:
    told = [f"Statement {n} of the council about the road was read out until late." for n in range(200)]
    lines = [json.dumps({"title": f"Part {n}", "date": "2022-01-01", "text": text}) for n, text in enumerate(told)]
    (made.folder / "many.jsonl").write_text("\n".join(lines))
    made.refresh()
    async with reading(made) as person:
        await person.press("slash")
        await person.type("id:many.jsonl#151")
        await person.sees("1 found")
        await person.press("enter")
        await person.sees("Statement 150 of")
        await person.press("backslash")
        await person.sees('"title": "Part 150"', "Statement 151 of")
        assert '"title": "Part 0"' not in person.screen


async def test_controls_in_a_file_are_shown_as_pictures(made: Desk) -> None:
    text = "The \x1b[31mred\x1b[0m ferry ran aground, the coastguard said.\tIt waits.\n"
    write(made.folder, "escape.txt", text, day="2022-01-01")
    made.refresh()
    async with reading(made) as person:
        await person.sees("The red ferry")
        await person.press("backslash")
        await person.sees("␛[31mred␛[0m ferry")


async def test_it_is_shown_on_one_pane_and_in_text_only(made: Desk) -> None:
    async with reading(made, size=(40, 12)) as person:
        await person.at("The long report")
        await person.press("backslash")
        await person.sees("as it is")
        await person.press("backslash")
        await person.at("The long report")
        await person.press("z", "backslash")
        await person.sees("title: The long report")
        await person.press("escape")
        await person.sees("Paragraph 0 of")


async def test_a_file_that_vanished_is_told_of(ready: Desk, made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        (made.folder / "long.txt").unlink()
        await person.press("backslash")
        await person.sees("long.txt", "has vanished")
