"""`show`: one parsed article, of the folder or of any file."""

from argparse import ArgumentParser, Namespace

from reader.cli.failures import DONE, UsageError
from reader.cli.fields import Fields, article_fields, written_fields
from reader.cli.layout import article_lines
from reader.cli.named import named_articles, named_file, naming
from reader.cli.output import document, measure, say
from reader.cli.parsing import add_json
from reader.cli.session import chosen_folder, configured, number_of, opened
from reader.errors import ArticleError
from reader.model.article import Article
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
    articles = named_articles(arguments.article, arguments, paths, config)
    if arguments.json and len(articles) > 1:
        raise UsageError(
            f"{arguments.article} holds {len(articles)} articles; name one, such as {articles[0].id}, or use --jsonl"
        )
    for number, article in enumerate(articles):
        if arguments.json or arguments.jsonl:
            document(article_fields(article) | _written(article, arguments, paths, config))
        else:
            _print(article, config, first=not number)
    return DONE


def _written(article: Article, arguments: Namespace, paths: Paths, config: Config) -> Fields:
    """What the user wrote about an article of the folder; of any other file, nothing is known."""
    from reader.library import id_of, read_notes

    folder, _ = chosen_folder(arguments.folder, config)
    file, _ = named_file(arguments.article, arguments, config)
    if file and not id_of(file, folder):
        return written_fields(article, "", ())
    return written_fields(article, *read_notes(article, folder, paths.data_dir))


def _print(article: Article, config: Config, *, first: bool) -> None:
    if not first:
        say("\n")
    for line in article_lines(article, measure(config.layout.measure)):
        say(line)


def _raw(arguments: Namespace, paths: Paths, config: Config) -> str:
    from reader.library import raw_file

    try:
        file, _ = named_file(arguments.article, arguments, config)
        if file:
            return raw_file(file)
        with opened(arguments, paths, config) as library:
            return library.files.raw(number_of(library, arguments.article))
    except ArticleError as fault:
        raise naming(fault, arguments.article) from fault
