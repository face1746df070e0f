"""Where Broadsheet keeps its files, and where the files that come with it lie."""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ConfigError

NAME = "broadsheet"
CONFIG_VARIABLE = "BROADSHEET_CONFIG"
"""Environment variable that names the configuration file."""
CACHE_VARIABLE = "BROADSHEET_CACHE_DIR"
"""Environment variable that names the directory of catalogues and indexes."""
DATA_VARIABLE = "BROADSHEET_DATA_DIR"
"""Environment variable that names the directory of the marks."""


@dataclass(frozen=True, slots=True)
class Paths:
    """The files and directories of one user; none of them need exist."""

    config_file: Path
    """The settings, one YAML file."""
    themes_dir: Path
    """The user's own themes: `themes` beside the configuration file."""
    data_dir: Path
    """What cannot be rebuilt: the marks. Worth a backup."""
    cache_dir: Path
    """What can be rebuilt: one directory of catalogue and index for each folder."""
    log_file: Path
    """What went wrong; beside the marks where their directory was chosen by hand."""

    def cache_for(self, folder: Path) -> Path:
        """The directory for catalogue and index of `folder`; two ways to one folder lead to the same."""
        from hashlib import blake2b

        real = os.path.realpath(folder)
        digest = blake2b(os.fsencode(real), digest_size=5).hexdigest()
        words = re.sub(r"[^a-z0-9]+", "-", os.path.basename(real).lower())[:40].strip("-")  # noqa: PTH119
        return self.cache_dir / f"{words or 'folder'}-{digest}"


def locate(
    *,
    config: str | Path = "",
    cache_dir: str | Path = "",
    data_dir: str | Path = "",
    environment: Mapping[str, str] = os.environ,
) -> Paths:
    """Where everything is: an argument comes first, then the environment, then the platform's custom (XDG)."""
    from platformdirs import PlatformDirs  # 18 ms

    custom = PlatformDirs(NAME, appauthor=False)
    config_file = _chosen(config, environment.get(CONFIG_VARIABLE, ""), custom.user_config_path / "config.yaml")
    chosen_data = data_dir or environment.get(DATA_VARIABLE, "")
    data = _chosen(chosen_data, "", custom.user_data_path)
    return Paths(
        config_file=config_file,
        themes_dir=config_file.parent / "themes",
        data_dir=data,
        cache_dir=_chosen(cache_dir, environment.get(CACHE_VARIABLE, ""), custom.user_cache_path),
        log_file=(data if chosen_data else custom.user_log_path) / f"{NAME}.log",
    )


def shipped(name: str) -> Path:
    """The directory `themes` or `sample_articles` that came with Broadsheet: in the package, else in the checkout."""
    package = Path(__file__).resolve().parent.parent
    for candidate in (package / name, package.parent / name):
        if candidate.is_dir():
            return candidate
    raise ConfigError(f"{package / name}: missing from this installation; install Broadsheet again")


def expanded(path: str | Path, base: Path) -> Path:
    """An absolute path: `~` is the home directory, and a relative path begins at `base`."""
    try:
        path = Path(path).expanduser()
    except RuntimeError:  # `~nobody`, or a user without a home: then the name is taken as it stands
        path = Path(path)
    return Path(os.path.abspath(base / path))  # noqa: PTH100 - links stay as they were named


def _chosen(argument: str | Path, variable: str, custom: Path) -> Path:
    return expanded(argument or variable or custom, _here())


def _here() -> Path:
    """The working directory; the root where it has been deleted."""
    try:
        return Path.cwd()
    except OSError:
        return Path("/")
