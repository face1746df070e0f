"""Evidence: why an article is shown as it is, and corrections, which are everywhere at once."""

from pathlib import Path

from builders import BRIDGE, Desk, desk, found, write
from person import copy_of, reading, settings


async def test_every_value_is_shown_with_its_reason_and_its_words(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j", "i")
        await person.sees("Evidence of “Bridge shut”", "Bridge shut", "sure .99, front matter at the top")
        await person.sees("2021-05-21  Fri 21 May 2021", "“date: 2021-05-21”")
        await person.sees("none: nothing in the file names it")
        await person.press("G")
        await person.sees("encoding", "utf-8", "as the bytes of the file say")
        await person.press("escape")
        await person.misses("Evidence")


async def test_a_title_is_corrected_in_text_list_search_and_at_the_next_start(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("i", "enter")
        await person.sees("enter keep")
        await person.press("ctrl+u")
        await person.type("The short report")
        await person.press("enter")
        await person.sees("your correction; the file says The long report")
        await person.press("escape")
        await person.at("The short report")
        await person.until(lambda: not person.library.corrections.waiting())
        await person.until(lambda: found(person.library, "title:short") == ["long.txt"])
        await person.until(lambda: "The long report" not in person.screen)
    async with reading(made) as person:
        await person.at("The short report")


async def test_a_date_changes_the_order_of_the_list(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("i", "j", "enter", "ctrl+u")
        await person.type("2020-01-31")
        await person.press("enter")
        await person.sees("2020-01-31  Fri 31 Jan 2020")
        await person.press("q")
        await person.until(lambda: found(person.library, "*")[-1] == "long.txt")
        await person.at("The long report")  # the cursor stays on it
        await person.press("g", "g")
        await person.at("Bridge shut")


async def test_what_cannot_be_is_refused_and_typed_again(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("i", "j", "enter", "ctrl+u")
        await person.type("31 May")
        await person.press("enter")
        await person.sees("'31 May' is no date: write it as")
        await person.press("ctrl+u")
        await person.type("2999-01-01")
        await person.press("enter")
        await person.sees("still to come")
        await person.press("escape")
        await person.misses("still to come", "enter keep")
        await person.sees("2021-05-30  Sun 30 May 2021")
        await person.press("k", "enter", "ctrl+u", "enter")
        await person.sees("a title cannot be empty")


async def test_a_value_is_emptied_and_taken_back(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("j")
        await person.at("Bridge shut")
        await person.press("i", "j", "j", "x")
        await person.sees("Nothing to take back")
        await person.press("enter", "ctrl+u", "enter")
        await person.sees("your correction; the file says Kelmstad Daily")
        await person.press("x")
        await person.misses("your correction")
        await person.press("escape")
        await person.sees("Kelmstad Daily · 21 May")


async def test_what_is_no_value_cannot_be_corrected(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("i", "G", "enter")
        await person.sees("This is not a value that can be corrected.", "↑ ↓ move · esc leave")
        assert "enter correct" not in person.screen


async def test_letters_are_typed_while_a_value_is_edited(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("i", "enter", "ctrl+u")
        await person.type("xqij")
        await person.press("enter")
        await person.sees("xqij", "your correction")


async def test_an_unchanged_value_is_no_correction(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("i", "enter", "enter")
        await person.misses("enter keep")
        assert "your correction" not in person.screen
        assert not person.library.corrections.of(person.library.number("long.txt"))


async def test_a_day_from_a_copy_says_from_which(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "one.txt", BRIDGE, title="Bridge to close", day="2021-05-20")
    write(made.folder, "two.txt", BRIDGE, title="Harbour bridge")
    made.refresh()
    async with reading(made) as person:
        await person.at("Harbour bridge")
        await person.press("i")
        await person.sees("likely .50, from a copy: one.txt, “Bridge to close”")


async def test_marks_that_cannot_be_saved_are_told_of_where_the_value_is(ready: Desk, tmp_path: Path) -> None:
    made = copy_of(ready, tmp_path)
    made.places.data.write_text("a file where the directory should be")
    async with reading(made) as person:
        await person.press("i", "enter", "x", "enter")
        fault = person.app.screen.query_one("#evidence-fault")
        await person.until(lambda: "marks cannot be saved" in str(fault.render()))
        await person.press("escape", "escape")
        await person.at("The long report")


async def test_it_fits_a_small_terminal_and_plain_marks(made: Desk) -> None:
    async with reading(made, settings(ascii_marks=True), size=(40, 10)) as person:
        await person.press("i")
        await person.sees("Evidence of “The long report”", "| title")
        await person.press("j", "j")
        await person.sees("| outlet")
        await person.press("enter")
        await person.sees("enter keep")
        assert all(len(line) <= 40 for line in person.lines)
