"""A configuration that is edited while Broadsheet runs counts as soon as it is read again."""

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from builders import Desk
from person import Person, every_theme, reading

from reader.settings import choices, themes
from reader.settings.paths import locate
from reader.ui import configured as configured_app

QUIET = "watch: false\nstories: false\nmark_copies_read: false\nkey_wait: 0\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "settings" / "config.yaml"
    path.parent.mkdir()
    path.write_text(QUIET)
    return path


@pytest.fixture(autouse=True)
def seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing read by itself, but where a test is about that."""
    monkeypatch.setattr(configured_app, "EDIT_SECONDS", 3600)


@asynccontextmanager
async def configured(made: Desk, file: Path) -> AsyncIterator[Person]:
    """Read with the configuration in a file."""
    paths = locate(config=file, data_dir=made.places.data)

    def load() -> choices.Choices:
        return choices.load(paths)

    async with reading(
        made, load().config, config_file=file, load_again=load, watched=(paths.config_file, paths.themes_dir)
    ) as person:
        await person.sees("Paragraph 0 of")
        yield person


async def read_again(person: Person) -> None:
    """Choose the action in the palette."""
    await person.press("colon")
    await person.sees("Search for commands")
    await person.type("read the configuration")
    await person.sees("config.reload")
    await person.press("enter")
    await person.misses("Search for commands")


async def test_keys_macros_marks_and_layout_count_at_once(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        await person.press("s")
        await person.sees("★ The long report", "s favourite")
        file.write_text(
            QUIET + "ascii_marks: true\nlayout: {list_width: 50, show_related: false, measure: 40}\n"
            "keys:\n  article.favourite: [x]\nmacros:\n  later: {keys: [X], does: [article.tag +later]}\n"
        )
        await read_again(person)
        await person.sees("Read again: ascii_marks, layout, keys, macros.", "+ The long report")
        assert person.lines[3].index("│") == 60
        await person.press("s")  # means nothing any more
        await person.press("X")
        await person.sees("4 min - later", "+ The long report", "Tags +later")
        await person.press("x")
        await person.sees("* The long report", "x favourite")


async def test_a_theme_of_ones_own_counts_at_once_and_so_does_every_change_of_it(made: Desk, file: Path) -> None:
    own = file.parent / "themes" / "mine.yaml"
    own.parent.mkdir()
    text = themes.template(themes.named("sepia", every_theme()))
    async with configured(made, file) as person:
        own.write_text(text)
        file.write_text(f"{QUIET}theme: mine\n")
        await read_again(person)
        await person.sees("Read again: theme, themes.")
        assert person.app.theme == "mine"
        own.write_text(re.sub("background: .*", "background: '#123456'", text))
        await read_again(person)
        await person.sees("Read again: themes.")
        await person.until(lambda: person.app.screen.query_one("#reader").styles.background.hex == "#123456")
        own.write_text("dark: maybe\n")
        file.write_text(f"{QUIET}theme: harbour\n")
        await read_again(person)
        await person.sees("mine.yaml", "Read again: theme, themes.")
        assert person.app.theme == "harbour"


async def test_a_theme_that_was_chosen_here_stays_until_the_file_names_another(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        person.app.use_theme("forest")
        file.write_text(f"{QUIET}ascii_marks: true\n")
        await read_again(person)
        await person.sees("Read again: ascii_marks.")
        assert person.app.theme == "forest"
        file.write_text(f"{QUIET}theme: sepia\n")
        await read_again(person)
        await person.sees("Read again: theme, ascii_marks.")
        assert person.app.theme == "sepia"


async def test_what_counts_only_at_a_start_is_told(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        file.write_text(f"{QUIET}mouse: false\nlinear: true\nmark_read: never\n")
        await read_again(person)
        await person.sees("Read again: mark_read. From the next start on: mouse, linear.")
        assert "▌" in person.screen  # not linear yet
        await person.press("enter")
        await person.sees("34 unread")  # but not marked


async def test_a_file_with_faults_changes_nothing_and_its_faults_are_told(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        file.write_text(f"{QUIET}theem: sepia\nascii_marks: true\nkeys:\n  article.favourite: [x]\n")
        await read_again(person)
        await person.sees(":5: theem: no such setting; did you mean theme?", "The settings stay as they were")
        await person.press("s")
        await person.sees("★ The long report")


async def test_a_file_as_before_is_told_so(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        await read_again(person)
        await person.sees("The settings are as they were.")


async def test_an_edited_file_is_read_when_another_program_gives_the_terminal_back(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        person.app.app_resume_signal.publish(person.app)
        await person.pilot.pause()
        assert "as they were" not in person.foot
        file.write_text(f"{QUIET}ascii_marks: true\n")
        person.app.app_resume_signal.publish(person.app)
        await person.sees("Read again: ascii_marks.")
        assert "▌" not in person.screen


async def test_an_edit_counts_by_itself_once_the_file_is_whole(
    made: Desk, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(configured_app, "EDIT_SECONDS", 0.05)
    async with configured(made, file) as person:
        file.write_text(f"{QUIET}keys:\n  article.favourite: [x]\n")
        await person.sees("Read again: keys.")
        await person.press("x")
        await person.sees("★ The long report")
        file.write_text(f"{QUIET}keys:\n  article.favourite: [x\n")
        await person.sees("The settings stay as they were")
        file.write_text(f"{QUIET}keys:\n  article.favourite: [X]\n")
        await person.sees("Read again: keys.")
        await person.press("X")
        await person.misses("★ The long report")


async def test_an_edit_of_a_theme_counts_by_itself(made: Desk, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(configured_app, "EDIT_SECONDS", 0.05)
    own = file.parent / "themes" / "mine.yaml"
    own.parent.mkdir()
    text = themes.template(themes.named("sepia", every_theme()))
    async with configured(made, file) as person:
        own.write_text(text)
        file.write_text(f"{QUIET}theme: mine\n")
        await person.until(lambda: person.app.theme == "mine")
        own.write_text(re.sub("background: .*", "background: '#123456'", text))
        await person.until(lambda: person.app.screen.query_one("#reader").styles.background.hex == "#123456")


async def test_a_page_that_is_open_has_the_new_keys(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        await person.press("p")
        await person.sees("Named beside")
        file.write_text(f"{QUIET}keys:\n  app.back: [x]\n")
        person.app.action_read_configuration()
        await person.sees("Read again: keys.")
        await person.press("x")
        await person.sees("s favourite")


async def test_faults_that_are_told_while_it_runs_claim_no_defaults_and_go_when_they_are_mended(
    made: Desk, file: Path
) -> None:
    async with configured(made, file) as person:
        file.write_text(f"{QUIET}mark_read: perhaps\n")
        person.app.action_read_configuration()
        await person.sees("! config.yaml:5: mark_read: must be one of open, preview, never, not 'perhaps'")
        await person.sees("The settings stay as they were until the file is mended.")
        assert "is used" not in person.screen
        file.write_text(f"{QUIET}mark_read: never\n")
        person.app.action_read_configuration()
        await person.sees("Read again: mark_read.")
        await person.misses("config.yaml:5")


async def test_a_file_that_is_no_yaml_leaves_the_settings_as_they_were(made: Desk, file: Path) -> None:
    async with configured(made, file) as person:
        file.write_text(f"{QUIET}keys: [\n")
        person.app.action_read_configuration()
        await person.sees("! config.yaml:6: no valid YAML", "The settings stay as they were")
        assert "defaults" not in person.screen
