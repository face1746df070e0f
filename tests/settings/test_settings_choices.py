"""What a start makes of all settings together."""

from pathlib import Path

import pytest

from reader.errors import ConfigError, ThemeError
from reader.settings import choices, remembered
from reader.settings.config import Config
from reader.settings.paths import Paths, locate, shipped


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    return locate(config=tmp_path / "config.yaml", data_dir=tmp_path / "data", cache_dir=tmp_path / "cache")


def told(found: choices.Choices) -> list[str]:
    return [str(fault).replace(f"{fault.path.parent}/", "") for fault in found.faults]


def test_without_any_file_everything_is_as_usual(paths: Paths) -> None:
    found = choices.load(paths)
    assert (found.config, found.faults) == (Config(), ())
    assert found.theme == Config().theme
    assert len(found.themes) == 9


def test_an_own_theme_can_be_chosen(paths: Paths) -> None:
    paths.themes_dir.mkdir()
    (paths.themes_dir / "mine.yaml").write_bytes((shipped("themes") / "harbour.yaml").read_bytes())
    paths.config_file.write_text("theme: mine\n")
    found = choices.load(paths)
    assert found.theme == "mine"
    assert found.faults == ()


def test_an_unknown_theme_is_told_with_its_line_and_the_usual_one_is_used(paths: Paths) -> None:
    paths.config_file.write_text("watch: no\ntheme: habour\n")
    found = choices.load(paths)
    assert found.theme == Config().theme
    assert found.config.watch is False
    assert told(found) == ["config.yaml:2: theme: no theme is called 'habour'; did you mean harbour?; auto is used"]


def test_the_theme_fits_the_terminal_unless_it_is_named(paths: Paths) -> None:
    found = choices.load(paths)
    assert [found.named("auto", dark=dark).name for dark in (False, True)] == ["broadsheet", "broadsheet-dark"]
    paths.config_file.write_text("theme_light: sepia\ntheme_dark: harbour\n")
    found = choices.load(paths)
    assert [found.named("auto", dark=dark).name for dark in (False, True)] == ["sepia", "harbour"]
    assert [found.named("forest", dark=dark).name for dark in (False, True)] == ["forest", "forest"]


def test_an_unknown_theme_for_the_dark_is_told_and_the_usual_one_is_used(paths: Paths) -> None:
    paths.config_file.write_text("theme_dark: auto\n")
    found = choices.load(paths)
    assert found.named("auto", dark=True).name == "broadsheet-dark"
    assert told(found) == ["config.yaml:1: theme_dark: no theme is called 'auto'; broadsheet-dark is used"]


def test_what_was_chosen_on_the_screen_counts_until_the_configuration_says_something_else(paths: Paths) -> None:
    paths.config_file.write_text("theme: sepia\n")
    remembered.keep(paths.data_dir, "harbour", "sepia")
    assert choices.load(paths).theme == "harbour"
    paths.config_file.write_text("theme: forest\n")
    assert choices.load(paths).theme == "forest"


def test_to_choose_what_the_configuration_says_is_no_choice(paths: Paths) -> None:
    remembered.keep(paths.data_dir, "harbour", "auto")
    remembered.keep(paths.data_dir, "auto", "auto")
    assert list(paths.data_dir.iterdir()) == []
    assert choices.load(paths).theme == "auto"


@pytest.mark.parametrize(
    "kept", [b"", b"[1]", b"{", b'{"theme": 3}', b"\xff", b'{"theme": "gone", "instead_of": "auto"}']
)
def test_a_choice_that_cannot_be_read_or_shown_is_none(paths: Paths, kept: bytes) -> None:
    paths.data_dir.mkdir()
    (paths.data_dir / remembered.FILE_NAME).write_bytes(kept)
    assert (choices.load(paths).theme, choices.load(paths).faults) == ("auto", ())


def test_a_choice_that_cannot_be_kept_is_told(paths: Paths) -> None:
    paths.data_dir.write_text("no directory")
    with pytest.raises(ThemeError, match="the choice cannot be kept"):
        remembered.keep(paths.data_dir, "harbour", "auto")


def test_faults_of_configuration_and_themes_come_together(paths: Paths) -> None:
    paths.themes_dir.mkdir()
    (paths.themes_dir / "mine.yaml").write_text("dark: [\n")
    paths.config_file.write_text("theme: mine\nmouse: sometimes\n")
    found = choices.load(paths)
    assert found.theme == Config().theme
    assert [line.split(": ")[0] for line in told(found)] == ["config.yaml:1", "config.yaml:2", "mine.yaml:2"]


def test_a_configuration_that_was_named_must_be_there(paths: Paths) -> None:
    with pytest.raises(ConfigError, match="config init"):
        choices.load(paths, must_exist=True)
