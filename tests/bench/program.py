"""Broadsheet as the measurements start it: this checkout, on a folder, with places of its own."""

import sys
from collections.abc import Mapping
from pathlib import Path

from reader.library import Library, Places
from reader.model.refresh import Outcome
from reader.settings.paths import locate

CHECKOUT = Path(__file__).resolve().parents[2]
HEADLINE = r"[A-Z]\w+ (rejects|announces|delays|approves|investigates|welcomes|defends|reopens|suspends|questions) \w+"
"""A title of the generated articles."""
SETTLED = 2.0
"""Seconds after which a started program is taken to have done all that belongs to its start."""


def words(folder: Path) -> list[str]:
    """The command line that opens the folder."""
    return [sys.executable, "-m", "reader", str(folder)]


def surroundings(root: Path) -> Mapping[str, str]:
    """The environment that keeps everything below `root`, compiled modules too, as an installed program has them."""
    return {
        "PYTHONDONTWRITEBYTECODE": "",
        "PYTHONPYCACHEPREFIX": str(root / "compiled"),
        "PYTHONPATH": str(CHECKOUT),
        "BROADSHEET_CONFIG": str(root / "config.yaml"),
        "BROADSHEET_CACHE_DIR": str(root / "cache"),
        "BROADSHEET_DATA_DIR": str(root / "data"),
    }


def library(folder: Path, root: Path) -> Library:
    """The library that a program in those surroundings opens."""
    paths = locate(environment=surroundings(root))
    return Library(Places(folder, paths.cache_for(folder), paths.data_dir, paths.log_file))


def indexed(folder: Path, root: Path) -> None:
    """See that the folder's catalogue and index below `root` are complete."""
    opened = library(folder, root)
    for report in opened.start_refresh().reports():
        if not isinstance(report, Outcome) and report.message:
            print(report.message, file=sys.stderr)
    opened.close()
