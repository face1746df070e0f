"""Where files lie, and who may say so."""

import re
from pathlib import Path

import pytest

from reader.errors import ConfigError
from reader.settings.paths import Paths, expanded, locate, shipped


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(variable, raising=False)
    return tmp_path


def test_everything_lies_under_the_home_directory_by_default(home: Path) -> None:
    paths = locate(environment={})
    places = (paths.config_file, paths.themes_dir, paths.data_dir, paths.cache_dir, paths.log_file)
    assert all(place.is_relative_to(home) and "broadsheet" in place.as_posix() for place in places)
    assert paths.config_file.name == "config.yaml"
    assert paths.themes_dir.parent == paths.config_file.parent
    assert len({paths.config_file.parent, paths.data_dir, paths.cache_dir}) == 3


def test_locating_writes_nothing(home: Path) -> None:
    locate(environment={}).cache_for(home)
    assert list(home.iterdir()) == []


def test_the_environment_overrides_the_custom_and_an_argument_overrides_both(home: Path) -> None:
    environment = {
        "BROADSHEET_CONFIG": "/e/c.yaml",
        "BROADSHEET_CACHE_DIR": "/e/cache",
        "BROADSHEET_DATA_DIR": "/e/data",
    }
    by_environment = locate(environment=environment)
    assert by_environment == Paths(
        config_file=Path("/e/c.yaml"),
        themes_dir=Path("/e/themes"),
        data_dir=Path("/e/data"),
        cache_dir=Path("/e/cache"),
        log_file=Path("/e/data/broadsheet.log"),
    )
    by_argument = locate(config="/a/c.yaml", cache_dir=Path("/a/cache"), data_dir="/a/data", environment=environment)
    assert by_argument == Paths(
        config_file=Path("/a/c.yaml"),
        themes_dir=Path("/a/themes"),
        data_dir=Path("/a/data"),
        cache_dir=Path("/a/cache"),
        log_file=Path("/a/data/broadsheet.log"),
    )


def test_an_empty_variable_counts_as_none(home: Path) -> None:
    assert locate(environment={"BROADSHEET_DATA_DIR": ""}) == locate(environment={})


def test_relative_paths_and_the_home_sign_become_absolute(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (home / "work").mkdir()
    monkeypatch.chdir(home / "work")
    paths = locate(config="~/mine.yaml", data_dir="marks", environment={})
    assert paths.config_file == home / "mine.yaml"
    assert paths.data_dir == home / "work" / "marks"


def test_a_working_directory_that_was_deleted_does_no_harm(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = home / "gone"
    gone.mkdir()
    usual = locate(environment={})
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert locate(environment={}) == usual


def test_an_unknown_user_is_taken_as_a_name(tmp_path: Path) -> None:
    assert expanded("~no-such-user-here/x", tmp_path) == tmp_path / "~no-such-user-here" / "x"


def test_a_folder_has_one_readable_cache_by_whatever_way_it_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "My Clippings (2021)"
    folder.mkdir()
    (tmp_path / "other way").symlink_to(folder)
    paths = locate(cache_dir=tmp_path / "cache", environment={})
    cache = paths.cache_for(folder)
    assert cache.parent == tmp_path / "cache"
    assert re.fullmatch(r"my-clippings-2021-[0-9a-f]{10}", cache.name)
    assert paths.cache_for(tmp_path / "other way") == cache
    assert paths.cache_for(folder / ".." / folder.name) == cache


def test_two_folders_of_one_name_have_two_caches(tmp_path: Path) -> None:
    paths = locate(cache_dir=tmp_path, environment={})
    assert paths.cache_for(tmp_path / "a" / "news") != paths.cache_for(tmp_path / "b" / "news")


@pytest.mark.parametrize("name", ["新闻", "...", "\udcff\udcfe", "x" * 250])
def test_a_folder_of_any_name_has_a_cache_of_a_short_plain_name(tmp_path: Path, name: str) -> None:
    cache = locate(cache_dir=tmp_path, environment={}).cache_for(tmp_path / name)
    assert re.fullmatch(r"[a-z0-9-]{1,51}", cache.name)


@pytest.mark.parametrize("name", ["themes", "sample_articles"])
def test_what_comes_with_broadsheet_is_found(name: str) -> None:
    assert shipped(name).is_dir()


def test_what_does_not_come_with_broadsheet_is_a_clear_error() -> None:
    with pytest.raises(ConfigError, match="install Broadsheet again"):
        shipped("no_such_thing")
