"""`saved`: the saved searches with how many articles each finds now; one more, or one less."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED, UsageError
from reader.cli.fields import Fields
from reader.cli.output import columns, complain, padded, records, say
from reader.cli.parsing import add_json, add_no_refresh
from reader.cli.session import asked, configured, opened
from reader.errors import QueryError
from reader.query import parse
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.library import Library


def fill_saved(made: ArgumentParser) -> None:
    """What `saved` takes."""
    made.add_argument("job", nargs="?", choices=("add", "remove"), help="keep one, or forget one; all are listed else")
    made.add_argument("name", nargs="?", metavar="NAME", help="what it is called")
    made.add_argument("query", nargs="*", metavar="QUERY", help="words, and filters such as outlet:bbc is:unread")
    add_no_refresh(made)
    add_json(made)


def run_saved(arguments: Namespace, paths: Paths) -> int:
    """Keep or forget a saved search, and print all of them."""
    text = " ".join(arguments.query)
    if arguments.job and not arguments.name:
        raise UsageError(f"name the search: broadsheet saved {arguments.job} NAME")
    if (arguments.job == "add") != bool(text):
        raise UsageError("to keep a search, write its name, in quotes if it has blanks, and then the query")
    asked(text)  # raises what is wrong with the query, and where
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        if arguments.job == "add":
            library.saved_searches.save(arguments.name, text)
        elif arguments.job:
            library.saved_searches.remove(arguments.name)
        found = list(_fields(library))
    return _print(arguments, found)


def _print(arguments: Namespace, found: list[Fields]) -> int:
    if arguments.json or arguments.jsonl:
        records(found, lines=arguments.jsonl)
    else:
        room = max((columns(str(each["name"])) for each in found), default=0)
        for each in found:
            count = "     ?" if each["articles"] is None else f"{each['articles']:6,}"
            say(f"{padded(str(each['name']), room)}  {count}  {each['query']}")
    if found or arguments.job:
        return DONE
    complain("no search is saved; try: broadsheet saved add NAME QUERY")
    return FAILED


def _fields(library: "Library") -> Iterator[Fields]:
    """Every saved search with the number of its articles; null for a query that means nothing any more."""
    for each in library.saved_searches.all():
        try:
            count = len(library.find(parse(each.query, date.today())).numbers)
        except QueryError as fault:
            complain(f"{each.name}: {fault}")
            yield {"name": each.name, "query": each.query, "articles": None}
        else:
            yield {"name": each.name, "query": each.query, "articles": count}
