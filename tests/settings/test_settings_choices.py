"""What a start makes of all settings together."""

from pathlib import Path

import pytest

from reader.errors import ConfigError
from reader.settings import choices
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
    assert found.theme.name == Config().theme
    assert len(found.themes) == 8


def test_an_own_theme_can_be_chosen(paths: Paths) -> None:
    paths.themes_dir.mkdir()
    (paths.themes_dir / "mine.yaml").write_bytes((shipped("themes") / "harbour.yaml").read_bytes())
    paths.config_file.write_text("theme: mine\n")
    found = choices.load(paths)
    assert found.theme.name == "mine"
    assert found.faults == ()


def test_an_unknown_theme_is_told_with_its_line_and_the_usual_one_is_used(paths: Paths) -> None:
    paths.config_file.write_text("watch: no\ntheme: habour\n")
    found = choices.load(paths)
    assert found.theme.name == Config().theme
    assert found.config.watch is False
    assert told(found) == [
        "config.yaml:2: theme: no theme is called 'habour'; did you mean harbour?; broadsheet is used"
    ]


def test_faults_of_configuration_and_themes_come_together(paths: Paths) -> None:
    paths.themes_dir.mkdir()
    (paths.themes_dir / "mine.yaml").write_text("dark: [\n")
    paths.config_file.write_text("theme: mine\nmouse: sometimes\n")
    found = choices.load(paths)
    assert found.theme.name == Config().theme
    assert [line.split(": ")[0] for line in told(found)] == ["config.yaml:1", "config.yaml:2", "mine.yaml:2"]


def test_a_configuration_that_was_named_must_be_there(paths: Paths) -> None:
    with pytest.raises(ConfigError, match="config init"):
        choices.load(paths, must_exist=True)
