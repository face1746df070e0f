"""The articles that a person names on the command line: by any file's path, or by the id of one in the folder."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli.failures import UsageError
from reader.cli.session import chosen_folder, number_of, opened, parted
from reader.errors import ArticleError
from reader.model.article import Article
from reader.settings.config import Config
from reader.settings.paths import Paths
from reader.told import counted


def named_articles(name: str, arguments: Namespace, paths: Paths, config: Config) -> Sequence[Article]:
    """The articles that are meant: more than one only where a file was named that holds several.

    Raises ArticleError, naming what was asked for.
    """
    from reader.library import read_file

    try:
        file, part = named_file(name, arguments, config)
        if file:
            folder, _ = chosen_folder(arguments.folder, config)
            return _part(read_file(file, config.max_file_size, folder, paths.data_dir), part)
        with opened(arguments, paths, config) as library:
            return (library.article(number_of(library, name)),)
    except ArticleError as fault:
        raise naming(fault, name) from fault


def named_article(name: str, arguments: Namespace, paths: Paths, config: Config) -> Article:
    """The one article that is meant. Raises UsageError for a file that holds several, and ArticleError."""
    articles = named_articles(name, arguments, paths, config)
    if len(articles) > 1:
        raise UsageError(f"{name} holds {len(articles)} articles; name one, such as {name}#1")
    return articles[0]


def named_file(name: str, arguments: Namespace, config: Config) -> tuple[Path | None, str]:
    """The file that is meant, by its path or by the id of an article in the folder, and which article of it.

    None where only the catalogue can tell. Raises ArticleError for a folder.
    """
    path, part = parted(name)
    if path.is_dir():
        raise ArticleError(f"this is a folder; to open it, try: broadsheet {name}")
    if path.exists():
        return path, part
    folder, _ = chosen_folder(arguments.folder, config)
    inside, part = parted(str(folder / name))
    return (inside, part) if inside.is_file() else (None, "")


def naming(fault: ArticleError, name: str) -> ArticleError:
    """The same error, naming what was asked for."""
    told = str(fault)
    return fault if told.startswith(f"{name}: ") else ArticleError(f"{name}: {told}")


def _part(articles: Sequence[Article], part: str) -> Sequence[Article]:
    """All articles of a file, or the one of that number, from 1. Raises ArticleError."""
    if not part:
        return articles
    if not 0 < int(part) <= len(articles):
        raise ArticleError(f"the file holds {counted(len(articles), 'article')}")
    return articles[int(part) - 1 : int(part)]
