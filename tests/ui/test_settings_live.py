"""What the person chose is what the screen shows: keys, layout, marks, themes, and what is wrong with the choices."""

from pathlib import Path

import pytest
from builders import Desk
from person import Person, reading, settings
from textual.widgets import Input

from reader.errors import ThemeError
from reader.settings import choices
from reader.settings.config import Layout
from reader.settings.faults import Fault
from reader.settings.paths import locate
from reader.ui.driver import GroundTold
from reader.ui.terminal import FEW, NONE, Ground, Terminal


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


async def test_a_theme_is_seen_before_it_is_chosen_and_kept(made: Desk) -> None:
    kept: list[str] = []
    async with reading(made, keep_theme=kept.append) as person:
        before = person.app.theme
        await person.press("f9")
        await person.type("harbour")
        await person.until(lambda: person.app.theme == "harbour")
        await person.press("escape")
        await person.until(lambda: person.app.theme == before)
        assert kept == []
        await person.press("f9")
        await person.type("harbour")
        await person.press("enter")
        await person.sees("Theme harbour, kept.")
        assert (person.app.theme, kept) == ("harbour", ["harbour"])


async def test_what_is_called_so_stands_before_what_is_only_said_to_be_so(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("f9")
        await person.sees("type to narrow")
        await person.type("dark")
        await person.until(lambda: person.app.theme == "broadsheet-dark")
        await person.sees("light or dark, as the terminal is")  # that is `auto`, further down


async def test_where_nothing_can_be_chosen_no_key_for_that_is_told(made: Desk) -> None:
    async with reading(made) as person:
        await person.press("f9")
        await person.sees("enter choose · ↑ ↓ move · esc leave")
        await person.type("zzz")
        await person.sees("Nothing holds “zzz”.", "esc leave")
        assert "enter choose" not in person.screen


async def choose(person: Person, theme: str) -> None:
    await person.press("f9")
    await person.sees("type to narrow")
    await person.type(theme)
    await person.press("enter")


async def test_a_theme_that_cannot_be_kept_is_shown_all_the_same(made: Desk) -> None:
    def keep(_: str) -> None:
        raise ThemeError("theme.json: the choice cannot be kept: Read-only file system")

    async with reading(made, keep_theme=keep) as person:
        await choose(person, "sepia")
        await person.sees("the choice cannot be kept: Read-only file")
        assert person.app.theme == "sepia"


async def test_the_theme_follows_the_terminal_from_the_start_and_when_it_changes(made: Desk) -> None:
    async with reading(made, terminal=Terminal(ground=Ground.DARK)) as person:
        assert person.app.theme == "broadsheet-dark"
        person.app.post_message(GroundTold(Ground.LIGHT))
        await person.until(lambda: person.app.theme == "broadsheet")
        person.app.use_theme("forest")
        person.app.post_message(GroundTold(Ground.DARK))
        await person.pilot.pause()
        assert person.app.theme == "forest"
        person.app.use_theme("auto")
        assert person.app.theme == "broadsheet-dark"


async def test_a_terminal_without_colours_gets_none_whichever_theme_is_chosen(made: Desk) -> None:
    async with reading(made, settings(theme="sepia"), terminal=Terminal(colours=NONE)) as person:
        await person.sees("The long report")
        strips = person.app.screen._compositor.render_strips()
        colours = {(style.color, style.bgcolor) for strip in strips for _, style, _ in strip if style}
        assert {colour.name for pair in colours for colour in pair if colour} == {"default"}
        assert any(style.reverse and "The long report" in text for text, style, _ in strips[1] if style)
        await choose(person, "harbour")
        await person.sees("Theme harbour, kept. monochrome is shown: no colours here, or NO_COLOR is set.")


async def test_a_terminal_with_sixteen_colours_gets_its_own(made: Desk) -> None:
    async with reading(made, settings(theme="sepia"), terminal=Terminal(colours=FEW)) as person:
        await person.sees("The long report")
        assert person.app.theme == "terminal"
        await choose(person, "harbour")
        await person.sees("terminal is shown: this terminal has sixteen colours.")
        person.app.use_theme("monochrome")
        assert person.app.theme == "monochrome"


async def test_faults_of_the_configuration_are_told_and_the_rest_is_used(made: Desk, tmp_path: Path) -> None:
    path = tmp_path / "config.yaml"
    path.write_text(
        "theme: harbor\nascii_marks: true\nwatch: false\nkeys:\n  article.favorite: [f]\nmark_read: previw\n"
    )
    chosen = choices.load(locate(config=path))
    async with reading(made, chosen.config, faults=chosen.faults) as person:
        await person.sees(":1: theme", "harbour?", "article.favourite?", "mark_read: must be")
        assert person.row.startswith("* The long report")


def faults(told: str, count: int = 1) -> tuple[Fault, ...]:
    return tuple(Fault(Path("config.yaml"), 0, "", told.format(number)) for number in range(count))


async def test_more_faults_than_can_be_shown_are_counted(made: Desk) -> None:
    async with reading(made, faults=faults("fault {}", 9)) as person:
        await person.sees("fault 0", "fault 2", "… and 6 more: broadsheet config check tells all")
        assert "fault 3" not in person.screen


@pytest.mark.parametrize(("animation", "level"), [(False, "none"), (True, "full")])
async def test_nothing_blinks_and_nothing_moves_where_that_is_not_wanted(
    made: Desk, animation: bool, level: str
) -> None:
    async with reading(made, settings(animation=animation)) as person:
        await person.sees("Paragraph 0 of")
        assert person.app.animation_level == level
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
