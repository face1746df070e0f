"""Notes about articles and highlights in their text: written, seen, changed, taken off, found again."""

from builders import Desk, rewrite
from person import Person, reading

from reader.ui.widgets.article_view import ArticleView


def highlighted(person: Person) -> str:
    """What has the colour of a highlight in the text."""
    reader = person.app.screen.query_one("#reader", ArticleView)
    colour = reader.get_component_rich_style("text-view--highlight").bgcolor
    strips = (reader.render_line(row) for row in range(reader.size.height))
    parts = (segment.text for strip in strips for segment in strip if segment.style and segment.style.bgcolor == colour)
    return "".join(parts)


async def highlight(person: Person, note: str = "") -> None:
    """Highlight the second paragraph of the bridge's text."""
    await person.press("j")
    await person.sees("found deep cracks in two")
    await person.press("tab", "a")
    await person.sees("Highlight: The old harbour bridge")
    await person.press("down")
    await person.sees("Highlight: Engineers working")
    await person.type(note)
    await person.press("enter")
    await person.sees("» Engineers working")


async def test_a_note_about_an_article_is_shown_in_the_list_and_above_the_text(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("a")
        await person.sees("Note on “The long report”")
        await person.type("which road?")
        await person.press("enter")
        await person.sees("✎ which road?", "4 min · ✎")
    async with reading(made) as person:
        await person.sees("✎ which road?")
        await person.press("slash")
        await person.type("has:note")
        await person.sees("1 found")
        await person.press("enter", "escape", "a")
        await person.sees("empty takes it off")
        await person.press("ctrl+u", "enter")
        await person.misses("✎")
        await person.press("U")
        await person.sees("Undone: note taken off on “The long report”", "✎ which road?")


async def test_a_note_that_is_left_is_not_kept(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("a", "x", "escape")
        await person.misses("Note on", "✎")
        await person.press("U")
        await person.sees("Nothing to undo.")


async def test_a_passage_is_highlighted_with_a_note_and_found_again(made: Desk) -> None:
    async with reading(made) as person:
        await highlight(person, "who were they?")
        await person.sees("» Engineers working", "✎ who were they?", "21 May 2021 · »")
        assert "» The old harbour" not in person.screen
    async with reading(made) as person:
        await person.press("j")
        await person.sees("» Engineers working", "✎ who were they?")
        await person.press("slash")
        await person.type("has:highlight")
        await person.sees("1 found")
        await person.at("Bridge shut")


async def test_the_note_of_a_highlight_is_changed_and_the_highlight_taken_off(made: Desk) -> None:
    async with reading(made) as person:
        await highlight(person, "who?")
        await person.press("a", "down")
        await person.sees("Highlighted: Engineers", "ctrl+x take off")
        await person.type(" and why?")
        await person.press("enter")
        await person.sees("✎ who? and why?")
        await person.press("a", "down", "ctrl+x")
        await person.misses("»", "who?")
        await person.press("U")
        await person.sees("Undone: highlight taken off on “Bridge shut”", "» Engineers working", "✎ who? and why?")
        await person.press("U")
        await person.misses("and why?")
        await person.sees("✎ who?")


async def test_a_highlight_that_is_left_is_not_kept(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("tab", "a")
        await person.sees("» Paragraph 0 of")
        await person.press("escape")
        await person.misses("»")


async def test_the_passages_that_are_selected_are_highlighted_together(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.sees("found deep cracks in two")
        lines = person.lines
        first = next(row for row, line in enumerate(lines) if "The old harbour bridge" in line)
        last = next(row for row, line in enumerate(lines) if "Engineers working" in line)
        column = lines[first].index("The old harbour")
        await person.pilot.mouse_down(offset=(column + 4, first))
        await person.pilot.hover(offset=(column + 9, last))
        await person.pilot.mouse_up(offset=(column + 9, last))
        await person.press("a")
        await person.sees("Highlight 30 words in 2 passages: old harbour bridge")
        await person.type("how deep?")
        await person.press("enter")
        await person.sees("» The old harbour", "» Engineers working", "Highlighted: 30 words in 2 passages")
        assert "» Ferries" not in person.screen
        assert "» warned for years" not in person.screen, "a line beside which nothing is highlighted has no sign"
        rows = [line.partition("│")[2] for line in person.lines]
        note = next(row for row, line in enumerate(rows) if "✎ how deep?" in line)
        assert any("another winter passed" in line for line in rows[note - 3 : note])


async def test_words_that_are_selected_are_highlighted_and_nothing_else(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.sees("found deep cracks in two")
        await person.press("tab", "v", "w", "w", "w", "w", "a")
        await person.sees("Highlight 4 words: The old harbour bridge ")
        await person.type("which?")
        await person.press("enter")
        await person.sees("» The old harbour bridge", "✎ which?", "21 May 2021 · »")
        assert highlighted(person) == "The old harbour bridge"
    async with reading(made) as person:
        await person.sees("✎ which?", "100 %")
        assert highlighted(person) == "The old harbour bridge"
        await person.press("a")
        await person.sees("Highlighted 4 words: The old harbour bridge ")
        await person.press("down")
        await person.sees("Highlight: The old harbour bridge at Varnholt")
        await person.press("up", "ctrl+x")
        await person.misses("»", "which?")
        await person.press("U")
        await person.sees("» The old harbour bridge", "✎ which?")
        assert highlighted(person) == "The old harbour bridge"


async def test_highlighted_words_are_found_again_in_a_passage_that_was_changed(made: Desk) -> None:
    async with reading(made, refreshed=True) as person:
        await person.press("j")
        await person.sees("found deep cracks in two")
        await person.press("tab", "v", "w", "w", "w", "w", "a")
        await person.sees("Highlight 4 words")
        await person.press("enter")
        await person.sees("» The old harbour")
        rewrite(made.folder / "bridge-2.txt", "found deep cracks", "had seen big cracks")
        await person.press("R")
        await person.sees("had seen big cracks")
        assert highlighted(person) == "The old harbour bridge"
        rewrite(made.folder / "bridge-2.txt", "old harbour bridge", "old bridge")
        await person.press("R")
        await person.sees("Highlighted in an earlier version:", "» The old harbour bridge")


async def test_a_highlight_survives_edits_and_is_listed_below_when_its_passage_is_gone(made: Desk) -> None:
    async with reading(made, refreshed=True) as person:
        await highlight(person, "who?")
        rewrite(made.folder / "bridge-2.txt", "found deep cracks", "had seen big cracks")
        await person.press("R")
        await person.sees("had seen big cracks", "» Engineers working")
        (made.folder / "bridge-2.txt").rename(made.folder / "bridge-9.txt")
        await person.press("R")
        await person.until(lambda: not person.app.screen.refresher.busy)  # type: ignore[attr-defined]
        await person.sees("» Engineers working")
        rewrite(made.folder / "bridge-9.txt", "Engineers working", "People working")
        await person.press("R")
        await person.sees("Highlighted in an earlier version:", "» Engineers working", "✎ who?")
        assert "» People" not in person.screen


async def test_every_passage_can_be_reached_from_any_place(made: Desk) -> None:
    async with reading(made, size=(80, 24)) as person:
        await person.press("tab", "G", "a")
        await person.sees("Highlight: Paragraph 5")
        await person.press(*["down"] * 12)
        await person.sees("Highlight: Paragraph 59")
        await person.press("enter")
        await person.sees("» Paragraph 59")


async def test_where_there_is_no_text_nothing_is_highlighted(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("backslash")
        await person.sees("title: The long report")
        await person.press("a")
        await person.sees("There is no passage here to highlight.")


async def test_what_was_written_is_text_and_no_markup(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("a")
        await person.type("[red]a[/red]")
        await person.press("enter")
        await person.sees("✎ [red]a[/red]")


async def test_a_long_note_is_shown_with_its_end_where_one_goes_on(made: Desk) -> None:
    async with reading(made, size=(40, 10)) as person:
        await person.press("a")
        await person.type("who counted the passengers on the ferry, and when was that")
        await person.press("enter", "a")
        await person.sees("and when was that")
