"""What the person chose, ready for a start: the configuration and its themes, held against each other."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from reader.errors import ThemeError
from reader.settings import config as configuration
from reader.settings import remembered, themes
from reader.settings.config import Config
from reader.settings.faults import Fault
from reader.settings.paths import Paths, shipped
from reader.settings.themes import AUTO, Theme


@dataclass(frozen=True, slots=True)
class Choices:
    """Everything that can be used of what the person set, and what is wrong with the rest."""

    config: Config
    """The settings; every theme that they name is there."""
    themes: tuple[Theme, ...]
    """All themes, by name: the shipped ones and the person's own."""
    faults: tuple[Fault, ...] = ()
    """All that is wrong in configuration and theme files."""
    remarks: tuple[Fault, ...] = ()
    """What is as the person wants it in the configuration, and worth knowing all the same."""
    theme: str = Config().theme
    """The theme that counts, or `AUTO`: that of the settings, or what was chosen on the screen since."""

    def named(self, name: str, *, dark: bool) -> Theme:
        """The theme of a name, or for `AUTO` the one that fits a terminal whose background is dark or not."""
        if name == AUTO:
            name = self.config.theme_dark if dark else self.config.theme_light
        return themes.named(name, self.themes)


def load(paths: Paths, *, must_exist: bool = False) -> Choices:
    """The choices in the files of one user, whatever is wrong with them.

    Raises `ConfigError` where the files that come with Broadsheet are missing and, if `must_exist` is set, where
    there is no configuration file; `ThemeError` where not even the usual themes are there.
    """
    loaded = configuration.load(paths.config_file, must_exist=must_exist)
    every, faults = themes.available((shipped("themes"), paths.themes_dir))
    config, unknown = _with_known_themes(loaded, every, paths.config_file)
    chosen = remembered.read(paths.data_dir).now(config.theme)
    known = chosen == AUTO or any(chosen == theme.name for theme in every)
    theme = chosen if known else config.theme
    return Choices(config, every, (*unknown, *loaded.problems, *faults), loaded.remarks, theme)


def of(config: Config, every: Iterable[Theme]) -> Choices:
    """The choices of a configuration that names only themes among these."""
    return Choices(config, tuple(every), theme=config.theme)


def _with_known_themes(loaded: configuration.Loaded, every: Iterable[Theme], file: Path) -> tuple[Config, list[Fault]]:
    """The configuration with the usual theme in place of each that is not there, and a fault for each."""
    config = loaded.config
    faults = []
    for setting in ("theme", "theme_light", "theme_dark"):
        name = getattr(config, setting)
        usual = getattr(Config(), setting)
        try:
            if setting != "theme" or name != AUTO:
                themes.named(name, every)
        except ThemeError as error:
            faults.append(Fault(file, loaded.lines.get(setting, 0), setting, str(error), f"{usual} is used"))
            config = replace(config, **{setting: usual})
    return config, faults
