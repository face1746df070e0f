"""`related`: what an article is related to and why, or that of all articles."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED, UsageError
from reader.cli.fields import Fields, link_fields
from reader.cli.layout import link_lines
from reader.cli.output import complain, document, records, say, width
from reader.cli.parsing import add_json, add_no_refresh, count
from reader.cli.session import configured, headlines, number_of, opened
from reader.model.headline import Headline
from reader.query import Query
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.library import Library


def fill_related(made: ArgumentParser) -> None:
    """What `related` takes."""
    made.add_argument("article", nargs="?", metavar="ID", default="", help="the article, by its id or path")
    made.add_argument("--all", action="store_true", help="every article of the folder instead of one")
    made.add_argument("--limit", type=count, metavar="N", default=50, help="at most so many of each (default: 50)")
    add_no_refresh(made)
    add_json(made)


def run_related(arguments: Namespace, paths: Paths) -> int:
    """Print links, best first."""
    if arguments.all == bool(arguments.article):
        raise UsageError("name one article, or --all; see `broadsheet related --help`")
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        return _of_all(library, arguments) if arguments.all else _of_one(library, arguments)


def _of_one(library: "Library", arguments: Namespace) -> int:
    (headline,) = library.headlines([number_of(library, arguments.article)])
    fields = _fields(library, headline, arguments.limit)
    if arguments.json or arguments.jsonl:
        document(fields)
    else:
        _print(library, headline, arguments.limit)
    if fields["related"]:
        return DONE
    complain(f"nothing is related to {headline.id}")
    return FAILED


def _of_all(library: "Library", arguments: Namespace) -> int:
    articles = headlines(library, library.find(Query()).numbers)
    if arguments.json or arguments.jsonl:
        every = (_fields(library, headline, arguments.limit) for headline in articles)
        found = records(every, lines=arguments.jsonl)
    else:
        found = sum(_printed(library, headline, arguments.limit) for headline in articles)
    if found:
        return DONE
    complain(f"no articles in {library.folder}")
    return FAILED


def _fields(library: "Library", headline: Headline, limit: int) -> Fields:
    return {"id": headline.id, "related": link_fields(library.links(headline.number, limit))}


def _printed(library: "Library", headline: Headline, limit: int) -> int:
    """Print an article's id with its links; 1, for it is one article."""
    say(headline.id)
    _print(library, headline, limit)
    say()
    return 1


def _print(library: "Library", headline: Headline, limit: int) -> None:
    for link in library.links(headline.number, limit):
        for line in link_lines(link, width()):
            say(line)
