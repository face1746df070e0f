"""Finding words in the text on show."""

from builders import Desk
from person import Person, reading


def lit(person: Person) -> list[str]:
    """What is underlined in the reader, line by line."""
    pane = person.app.screen_stack[0].query_one("#reader")
    return [
        segment.text
        for y in range(pane.size.height)
        for segment in pane.render_line(y)
        if segment.style is not None and segment.style.underline
    ]


async def test_words_are_lit_while_they_are_typed_from_the_top_line_on(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("f")
        await person.type("LANT")
        await person.sees("A lantern stood there", "1 of 2")
        await person.until(lambda: lit(person) == ["lant"])
        await person.type("ern stood here")
        await person.sees("Another lantern stood", "1 of 1")
        await person.press("escape")
        await person.sees("Paragraph 0 of", "space page")
        assert lit(person) == []


async def test_what_is_kept_is_gone_through_until_escape_lights_the_search_again(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("slash")
        await person.type("weather")
        await person.press("enter")
        await person.until(lambda: lit(person)[:1] == ["weather"])
        await person.press("f")
        await person.type("lantern")
        await person.press("enter")
        await person.sees("1 of 2 · n next · N previous · esc ends")
        await person.press("n")
        await person.sees("Another lantern stood", "2 of 2")
        await person.press("n")
        await person.sees("2 of 2  This is the last hit.")
        await person.press("N")
        await person.sees("A lantern stood there", "1 of 2")
        assert lit(person) == ["lantern"]
        await person.press("escape")
        await person.until(lambda: "weather" in lit(person))
        assert person.app.focused is person.app.screen.query_one("#reader")


async def test_what_is_not_there_moves_nothing_and_is_told(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("tab", "j", "j", "j")
        await person.until(lambda: person.app.screen.query_one("#reader").scroll_offset.y == 3)
        before = person.lines[2:-1]
        await person.press("f")
        await person.type("lanx")
        await person.sees("not in this text")
        await person.press("enter")
        await person.sees("“lanx” does not stand in this text.")
        assert person.lines[2:-1] == before


async def test_the_arrows_go_through_what_is_found_while_it_is_typed(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("f")
        await person.type("lantern")
        await person.press("down")
        await person.sees("Another lantern stood", "2 of 2")
        await person.press("up")
        await person.sees("A lantern stood there", "1 of 2")


async def test_another_article_has_nothing_lit(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("f")
        await person.type("the")
        await person.press("enter")
        await person.until(lambda: bool(lit(person)))
        await person.press("J")
        await person.sees("more than a year")
        assert lit(person) == []


async def test_words_are_found_in_the_file_as_it_is(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("backslash")
        await person.sees("title: The long report")
        await person.press("f")
        await person.type("title:")
        await person.sees("1 of 1")
        await person.press("enter", "escape")
        await person.until(lambda: lit(person) == [])
        await person.sees("title: The long report")
