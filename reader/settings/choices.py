"""What the person chose, ready for a start: the configuration and its theme, held against each other."""

from dataclasses import dataclass

from reader.errors import ThemeError
from reader.settings import config as configuration
from reader.settings import themes
from reader.settings.config import Config
from reader.settings.faults import Fault
from reader.settings.paths import Paths, shipped
from reader.settings.themes import Theme


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be used of what the person set, and what is wrong with the rest."""

    config: Config
    """The settings."""
    theme: Theme
    """The theme that the settings name; the usual one where there is none of that name."""
    themes: tuple[Theme, ...]
    """All themes, by name: the shipped ones and the person's own."""
    faults: tuple[Fault, ...] = ()
    """All that is wrong in configuration and theme files."""


def load(paths: Paths, *, must_exist: bool = False) -> Choices:
    """The choices in the files of one user, whatever is wrong with them.

    Raises `ConfigError` where the files that come with Broadsheet are missing and, if `must_exist` is set, where
    there is no configuration file; `ThemeError` where not even the usual theme is there.
    """
    loaded = configuration.load(paths.config_file, must_exist=must_exist)
    every, faults = themes.available((shipped("themes"), paths.themes_dir))
    found = (*loaded.problems, *faults)
    try:
        theme = themes.named(loaded.config.theme, every)
    except ThemeError as error:
        theme = themes.named(Config().theme, every)
        message = f"{error}; {theme.name} is used"
        found = (Fault(paths.config_file, loaded.lines.get("theme", 0), "theme", message), *found)
    return Choices(loaded.config, theme, every, found)
