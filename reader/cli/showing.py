"""`show`: one parsed article, of the folder or of any file."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from reader.cli.failures import DONE, UsageError
from reader.cli.fields import article_fields
from reader.cli.layout import article_lines
from reader.cli.output import document, measure, say
from reader.cli.parsing import add_json
from reader.cli.session import chosen_folder, configured, number_of, opened, parted
from reader.errors import ArticleError
from reader.model import Article
from reader.settings.config import Config
from reader.settings.paths import Paths


def fill_show(made: ArgumentParser) -> None:
    """What `show` takes."""
    made.add_argument("article", metavar="FILE_OR_ID", help="any file, or the id of an article of the folder")
    made.add_argument("--raw", action="store_true", help="print the file as it is, made harmless for a terminal")
    add_json(made)


def run_show(arguments: Namespace, paths: Paths) -> int:
    """Print an article."""
    if arguments.raw and (arguments.json or arguments.jsonl):
        raise UsageError("--raw prints the file itself; leave out --json and --jsonl")
    config = configured(arguments, paths)
    if arguments.raw:
        say(_raw(arguments, paths, config))
        return DONE
    articles = _articles(arguments, paths, config)
    if arguments.json and len(articles) > 1:
        raise UsageError(
            f"{arguments.article} holds {len(articles)} articles; name one, such as {articles[0].id}, or use --jsonl"
        )
    for number, article in enumerate(articles):
        if arguments.json or arguments.jsonl:
            document(article_fields(article))
        else:
            _print(article, config, first=not number)
    return DONE


def _print(article: Article, config: Config, *, first: bool) -> None:
    if not first:
        say("\n")
    for line in article_lines(article, measure(config.layout.measure)):
        say(line)


def _articles(arguments: Namespace, paths: Paths, config: Config) -> Sequence[Article]:
    """The articles that are meant: more than one only where a file was named that holds several."""
    from reader.library import read_file

    file, part = _file(arguments, config)
    try:
        if file:
            folder, _ = chosen_folder(arguments.folder, config)
            return _part(read_file(file, config.max_file_size, folder, paths.data_dir), part)
        with opened(arguments, paths, config) as library:
            number = number_of(library, arguments.article)
            return (library.article(number),)
    except ArticleError as fault:
        raise _named(fault, arguments.article) from fault


def _raw(arguments: Namespace, paths: Paths, config: Config) -> str:
    from reader.library import raw_file

    file, _ = _file(arguments, config)
    try:
        if file:
            return raw_file(file)
        with opened(arguments, paths, config) as library:
            return library.raw(number_of(library, arguments.article))
    except ArticleError as fault:
        raise _named(fault, arguments.article) from fault


def _file(arguments: Namespace, config: Config) -> tuple[Path | None, str]:
    """The file that is meant, by its path or by the id of an article in the folder, and which article of it.

    None where only the catalogue can tell. Raises ArticleError for a folder.
    """
    path, part = parted(arguments.article)
    if path.is_dir():
        raise ArticleError(f"this is a folder; to open it, try: broadsheet {arguments.article}")
    if path.exists():
        return path, part
    folder, _ = chosen_folder(arguments.folder, config)
    inside, part = parted(str(folder / arguments.article))
    return (inside, part) if inside.is_file() else (None, "")


def _part(articles: Sequence[Article], part: str) -> Sequence[Article]:
    """All articles of a file, or the one of that number, from 1. Raises ArticleError."""
    if not part:
        return articles
    if not 0 < int(part) <= len(articles):
        raise ArticleError(f"the file holds {len(articles)} article{'' if len(articles) == 1 else 's'}")
    return articles[int(part) - 1 : int(part)]


def _named(fault: ArticleError, name: str) -> ArticleError:
    """The same error, naming what was asked for."""
    told = str(fault)
    return fault if told.startswith(f"{name}: ") else ArticleError(f"{name}: {told}")
