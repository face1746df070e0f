"""What the person chose is what the screen shows: keys, layout, marks, themes, and what is wrong with the choices."""

from dataclasses import replace
from pathlib import Path

import pytest
from builders import Desk
from person import reading, settings
from textual.widgets import Input

from reader.settings import choices
from reader.settings.config import Layout
from reader.settings.paths import locate


async def test_a_key_of_ones_own_works_and_is_shown(made: Desk) -> None:
    async with reading(made, settings(keys={"article.favourite": ("f",)})) as person:
        await person.sees("f favourite")
        await person.press("s")
        await person.press("f")
        await person.until(lambda: "★" in person.row)
        await person.press("question_mark")
        await person.type("unmark")
        await person.sees("f ", "Mark or unmark as favourite")


async def test_an_action_may_have_no_key(made: Desk) -> None:
    async with reading(made, settings(keys={"article.favourite": ()})) as person:
        await person.sees("t tag")
        assert "favourite" not in person.foot
        await person.press("s")
        assert "★" not in person.screen


async def test_marks_may_be_plain_ascii(made: Desk) -> None:
    async with reading(made, settings(ascii_marks=True)) as person:
        await person.press("s")
        await person.until(lambda: "+" in person.row)
        assert not set("●★▌‹›≈…") & set(person.lines[1])


async def test_the_layout_is_that_of_the_configuration(made: Desk) -> None:
    layout = Layout(list_width=50, show_related=False, measure=40)
    async with reading(made, settings(layout=layout)) as person:
        await person.sees("Paragraph 0 of")
        assert person.lines[3].index("│") == 60
        assert "Nothing in this" not in person.screen
        text = [line[61:119].strip() for line in person.lines[8:30]]
        assert 30 < max(map(len, text)) <= 40


async def test_a_theme_is_seen_before_it_is_chosen(made: Desk) -> None:
    async with reading(made) as person:
        before = person.app.theme
        await person.press("f9")
        await person.type("harbour")
        await person.until(lambda: person.app.theme == "harbour")
        await person.press("escape")
        await person.until(lambda: person.app.theme == before)
        await person.press("f9")
        await person.type("harbour")
        await person.press("enter")
        await person.sees("To keep it, write  theme: harbour")
        assert person.app.theme == "harbour"


async def test_without_colours_the_terminals_own_theme_gives_way(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with reading(made, settings(theme="terminal")) as person:
        await person.sees("The long report")
        assert not person.app.current_theme.ansi


async def test_faults_of_the_configuration_are_told_and_the_rest_is_used(made: Desk, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(
        "theme: harbor\nascii_marks: true\nwatch: false\nkeys:\n  article.favorite: [f]\nmark_read: previw\n"
    )
    chosen = choices.load(locate(config=path))
    config = replace(chosen.config, theme=chosen.theme.name)
    async with reading(made, config, notices=tuple(map(str, chosen.faults))) as person:
        await person.sees(":1: theme", "did you mean harbour?", "article.favourite?", "mark_read: must be")
        assert person.row.startswith("* The long report")


async def test_more_faults_than_can_be_shown_are_counted(made: Desk) -> None:
    async with reading(made, notices=tuple(f"fault {count}" for count in range(9))) as person:
        await person.sees("fault 0", "fault 4", "… and 4 more: broadsheet config check tells all")
        assert "fault 5" not in person.screen


async def test_nothing_blinks_where_nothing_is_to_move(made: Desk) -> None:
    async with reading(made, settings(animation=False)) as person:
        await person.sees("Paragraph 0 of")
        assert person.app.animation_level == "none"
        await person.press("slash")
        await person.until(lambda: isinstance(person.app.focused, Input))
        assert isinstance(person.app.focused, Input)
        assert not person.app.focused.cursor_blink


async def test_the_cursor_of_the_terminal_follows_the_selection(made: Desk) -> None:
    async with reading(made, size=(120, 40)) as person:
        await person.sees("Paragraph 0 of")
        for key, row in (("j", "Bridge shut"), ("J", "Bridge shut"), ("j", "Bridge to close")):
            await person.press(key)
            await person.at(row)
            assert row in person.lines[person.app.cursor_position.y]
        await person.press("tab")
        assert person.app.cursor_position == person.app.screen.query_one("#reader").content_region.offset
        await person.press("i")
        await person.until(lambda: "title" in person.lines[person.app.cursor_position.y])
        await person.press("j")
        await person.until(lambda: "date" in person.lines[person.app.cursor_position.y])
