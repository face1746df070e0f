"""Selecting with keys, copying, and quoting with the source."""

from pathlib import Path

import pytest
from builders import Desk, write
from person import Person, reading

from reader.ui.widgets.article_view import ArticleView


@pytest.fixture
def clipboard(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """What a program of the desktop has taken."""
    directory = tmp_path / "bin"
    directory.mkdir()
    (directory / "xclip").write_text(f'#!/bin/sh\nexec cat > "{tmp_path}/clipboard"\n')
    (directory / "xclip").chmod(0o755)
    monkeypatch.setenv("PATH", f"{directory}:/usr/bin:/bin")
    monkeypatch.setenv("DISPLAY", ":0")
    return tmp_path / "clipboard"


def pane(person: Person) -> ArticleView:
    return person.app.screen_stack[0].query_one(ArticleView)


async def select(person: Person) -> None:
    """Begin at the first paragraph of the text."""
    await person.sees("Paragraph 0 of")
    await person.press("tab", "j", "j", "j", "j", "j", "j")
    await person.until(lambda: pane(person).scroll_offset.y == 6)
    await person.press("v")
    await person.sees("other end", "1 word")


async def test_words_are_selected_with_keys_and_copied(made: Desk, clipboard: Path) -> None:
    async with reading(made) as person:
        await select(person)
        await person.press("w", "w", "w", "b")
        await person.sees("2 words")
        assert pane(person).selected == "Paragraph 0"
        await person.press("y")
        await person.sees("Copied 2 words with xclip.")
        assert clipboard.read_text() == "Paragraph 0"
        assert pane(person).selected == ""


async def test_lines_and_paragraphs_are_selected_and_soft_line_ends_are_no_ends(made: Desk) -> None:
    async with reading(made) as person:
        await select(person)
        await person.press("p")
        first = "Paragraph 0 of the report tells of the road and the weather on it."
        await person.until(lambda: pane(person).selected == first)
        await person.press("circumflex_accent", "j", "dollar_sign")
        assert pane(person).selected.startswith(f"{first}\n\nParagraph 1 of")
        await person.press("G")
        assert pane(person).selected.endswith("on it.")
        await person.press("g")
        assert pane(person).selected.startswith("The long report")
        assert pane(person).selected.endswith("\n\nP")
        await person.press("escape")
        assert pane(person).selected == ""
        await person.sees("space page")


async def test_the_other_end_moves_too(made: Desk) -> None:
    async with reading(made) as person:
        await select(person)
        await person.press("w", "w", "w", "w", "o")
        await person.sees("start moves · 4 words")
        await person.press("w", "w")
        assert pane(person).selected == "of the"
        await person.press("l", "b", "b", "right", "left")
        assert pane(person).selected == "0 of the"
        await person.press("o", "b")
        await person.until(lambda: "start moves" not in person.foot)
        assert pane(person).selected == "0 of"


async def test_the_keys_of_selecting_can_be_looked_up_meanwhile(made: Desk) -> None:
    async with reading(made) as person:
        await select(person)
        await person.sees("? help")
        await person.press("w", "question_mark")
        await person.sees("Keys while words are selected", "Move the other end", "To the end of the paragraph")
        await person.press("escape")
        await person.misses("Keys while words")
        await person.press("w")
        await person.until(lambda: pane(person).selected == "Paragraph 0")


async def test_what_is_kept_is_copied_later_and_dropped_by_escape(made: Desk, clipboard: Path) -> None:
    async with reading(made) as person:
        await select(person)
        await person.press("w", "w", "v")
        await person.sees("y copies what is selected")
        await person.press("Y")
        await person.sees("Copied the quotation with its source with xclip.")
        assert clipboard.read_text() == "“Paragraph 0” — The long report, 30 May 2021, long.txt"
        await person.press("escape")
        assert pane(person).selected == ""
        assert person.app.focused is pane(person)


async def test_the_same_words_stay_selected_at_another_width(made: Desk) -> None:
    async with reading(made) as person:
        await select(person)
        await person.press("p", "enter")
        before = pane(person).selected
        await person.pilot.resize_terminal(60, 20)
        await person.until(lambda: pane(person).selected == before)
        await person.press("J")
        await person.until(lambda: pane(person).selected == "")


async def test_an_article_is_copied_by_its_address_or_else_its_path(made: Desk, clipboard: Path) -> None:
    write(made.folder, "linked.txt", "Words.\n\nSource: https://herald.example/1", title="Linked", day="2021-06-01")
    (made.folder / "linked.txt").write_text(
        "---\ntitle: Linked\ndate: 2021-06-01\nurl: https://herald.example/1\n---\nW.\n"
    )
    made.refresh()
    async with reading(made) as person:
        await person.at("Linked")
        await person.press("y")
        await person.sees("Copied the address with xclip.")
        assert clipboard.read_text() == "https://herald.example/1"
        await person.press("j", "y")
        await person.sees("Copied the path with xclip.")
        assert clipboard.read_text() == str(made.folder / "long.txt")


async def test_without_a_program_the_terminal_is_asked(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    async with reading(made) as person:
        await select(person)
        await person.press("w", "w", "y")
        await person.sees("2 words sent to the terminal (OSC 52).")
        assert person.app.clipboard == "Paragraph 0"


async def test_a_selection_begins_at_the_text_and_not_at_what_is_told_about_it(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("tab", "v")
        await person.until(lambda: pane(person).selected == "P")
        await person.press("escape", "j", "j", "v")
        await person.until(lambda: pane(person).selected == "P")
        assert pane(person).scroll_offset.y == 2


async def test_a_quotation_leaves_out_what_is_told_about_the_article(made: Desk, clipboard: Path) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        await person.press("tab", "v", "g", "o", "p", "Y")
        await person.sees("Copied the quotation with its source with xclip.")
        quoted = "“The long report Paragraph 0 of the report tells of the road and the weather on it.”"
        assert clipboard.read_text() == f"{quoted} — The long report, 30 May 2021, long.txt"
