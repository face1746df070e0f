"""What a command works with: the configuration, the folder, the opened library brought up to date."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.failures import UsageError
from reader.cli.output import columns, complain
from reader.errors import ArticleError, QueryError, StateError, StoreError
from reader.model.headline import Headline
from reader.query import Query, parse
from reader.settings import config as configuration
from reader.settings.config import Config
from reader.settings.paths import Paths, expanded, shipped

if TYPE_CHECKING:
    from argparse import Namespace

    from reader.library import Library

EXCERPT = 70
"""Characters of a wrong query that are shown, the fault among them."""
WINDOW = 200
"""Headlines that are fetched at a time."""
NOTHING_NAMED = "no folder is named or configured, so these are the sample articles; try: broadsheet --folder DIR"


def configured(arguments: "Namespace", paths: Paths) -> Config:
    """The configuration; what is wrong in it is told and does not stop anything.

    Raises ConfigError where a file was named that is not there.
    """
    loaded = configuration.load(paths.config_file, must_exist=bool(arguments.config))
    for fault in loaded.problems:
        complain(str(fault))
    return loaded.config


def chosen_folder(named: str, config: Config) -> tuple[Path, bool]:
    """The folder that is meant: the one named, else the configured one, else the sample articles; whether those."""
    if named:
        return expanded(named, Path.cwd()), False
    if config.folder:
        return Path(config.folder), False
    return shipped("sample_articles"), True


@contextmanager
def opened(arguments: "Namespace", paths: Paths, config: Config, *, refreshed: bool = True) -> Iterator["Library"]:
    """The library of the chosen folder, brought up to date first unless that is not wanted.

    Raises FolderError, StateError or StoreError. What only keeps it from being up to date is told instead.
    """
    from reader.library import Library, Places  # 50 ms, with SQLite: not for a command's help

    folder, samples = chosen_folder(arguments.folder, config)
    if samples:
        complain(NOTHING_NAMED)
    library = Library(
        Places(folder, paths.cache_for(folder), paths.data_dir, paths.log_file, config.ignore, config.max_file_size)
    )
    try:
        for complaint in library.complaints:
            complain(complaint)
        if refreshed:
            bring_up_to_date(library)
        yield library
    finally:
        library.close()


def bring_up_to_date(library: "Library") -> None:
    """Refresh; what keeps the library from being up to date is told, and no error."""
    from reader.cli.progress import progress

    try:
        with progress() as report:
            library.refresh(report)
    except (StateError, StoreError) as fault:
        complain(f"{fault}; what was found until then is used")


def asked(text: str) -> Query:
    """The query in a text. Raises UsageError, which points at the wrong character."""
    try:
        return parse(text, date.today())
    except QueryError as fault:
        raise UsageError(f"{fault}\n{pointed(text, fault.position)}") from None


def pointed(text: str, position: int) -> str:
    """The part of a query around a fault, and a caret under the character that is wrong."""
    flat = "".join(each if each.isprintable() else " " for each in text)
    begin = max(0, position - EXCERPT // 2) if len(flat) > EXCERPT else 0
    shown = flat[begin : begin + EXCERPT]
    return f"  {shown}\n  {' ' * columns(flat[begin:position])}^"


def number_of(library: "Library", name: str) -> int:
    """The number of the article with this id, whose file lies at this path, or alone has this name but for its ending.

    Raises ArticleError, with near ids, where there is none.
    """
    try:
        return library.number(name)
    except ArticleError:
        inside = name_inside(library.folder, name) or name.removeprefix("./")
        found = library.known_number(inside) or library.number_called(name)
        return found or library.number(inside)


def headlines(library: "Library", numbers: Sequence[int]) -> Iterator[Headline]:
    """The headlines of any number of articles, in the same order, without those that have vanished."""
    for begin in range(0, len(numbers), WINDOW):
        yield from library.headlines(numbers[begin : begin + WINDOW])


def name_inside(folder: Path, name: str) -> str:
    """The id of a file of the folder that was named by its path, with its `#n`; empty for any other file."""
    from reader.library import id_of

    path, part = parted(name)
    inside = id_of(path, folder)
    return f"{inside}#{part}" if inside and part else inside


def parted(name: str) -> tuple[Path, str]:
    """A path, and the number of an article in its file where one is named behind `#`."""
    before, _, part = name.rpartition("#")
    if before and part.isdecimal() and not Path(name).exists():
        return Path(before), part
    return Path(name), ""
