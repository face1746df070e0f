"""`list` and `search`: which articles there are, and which answer a query."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED
from reader.cli.fields import Fields, headline_fields
from reader.cli.layout import headline_lines
from reader.cli.output import complain, document, records, say, width
from reader.cli.parsing import add_json, add_limit, add_no_refresh
from reader.cli.session import asked, configured, headlines, opened
from reader.model.headline import Headline
from reader.query import Query, text_of
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.library import Answer, Library, Order

BEST = "best"
"""The order by how well articles answer."""


def fill_list(made: ArgumentParser) -> None:
    """What `list` takes."""
    made.add_argument("query", nargs="*", metavar="QUERY", help="only articles that answer it (default: all)")
    made.add_argument(
        "--sort",
        choices=("newest", "oldest", BEST, "title", "outlet"),
        default="newest",
        help="in which order (default: newest)",
    )
    _fill(made)


def fill_search(made: ArgumentParser) -> None:
    """What `search` takes."""
    made.add_argument("query", nargs="+", metavar="QUERY", help="what to find")
    made.add_argument("--sort", choices=(BEST, "newest"), default=BEST, help="in which order (default: best)")
    _fill(made)


def _fill(made: ArgumentParser) -> None:
    add_limit(made)
    add_no_refresh(made)
    add_json(made)


def run_list(arguments: Namespace, paths: Paths) -> int:
    """Print headlines."""
    query = asked(" ".join(arguments.query))
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        found = library.find(query, _order(arguments))
        listed = headlines(library, _limited(found.numbers, arguments.limit))
        if arguments.json or arguments.jsonl:
            records(map(headline_fields, listed), lines=arguments.jsonl)
        else:
            for headline in listed:
                _print(headline)
        return _code(library, query, found)


def run_search(arguments: Namespace, paths: Paths) -> int:
    """Print headlines with a snippet of each text, best first."""
    query = asked(" ".join(arguments.query))
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        found = library.find(query, _order(arguments))
        shown = _limited(found.numbers, arguments.limit)
        if arguments.json:
            document(_answer(query, found, list(_hits(library, query, found, shown))))
        elif arguments.jsonl:
            records(_hits(library, query, found, shown), lines=True)
        else:
            for headline in headlines(library, shown):
                _print(headline, library.snippets([headline.number], query).get(headline.number, ""))
        return _code(library, query, found)


def _order(arguments: Namespace) -> "Order | None":
    from reader.library import Order

    return None if arguments.sort == BEST else Order(arguments.sort)


def _limited(numbers: Sequence[int], limit: int) -> Sequence[int]:
    return numbers[:limit] if limit else numbers


def _print(headline: Headline, snippet: str = "") -> None:
    for line in headline_lines(headline, width(), snippet):
        say(line)


def _answer(query: Query, found: "Answer", hits: Sequence[Fields]) -> Fields:
    """The document that `search --json` prints; every query is counted to its end, so the total is exact."""
    return {
        "query": query.text,
        "parsed": text_of(query.root),
        "total": len(found.numbers),
        "total_is_exact": True,
        "hits": hits,
    }


def _hits(library: "Library", query: Query, found: "Answer", numbers: Sequence[int]) -> Iterator[Fields]:
    scores = _scores(library, query, found)
    for headline in headlines(library, numbers):
        score = scores.get(headline.number)
        snippet = library.snippets([headline.number], query).get(headline.number)
        yield headline_fields(headline) | {
            "score": None if score is None else round(score, 4),
            "snippet": snippet or None,
        }


def _scores(library: "Library", query: Query, found: "Answer") -> Mapping[int, float]:
    """How well the best articles answer, also where they are listed in another order."""
    scores = found.scores if found.scores is not None or not found.numbers else library.find(query, None).scores
    return scores or {}


def _code(library: "Library", query: Query, found: "Answer") -> int:
    """0, or 1 where nothing was found, after saying why."""
    if found.numbers:
        return DONE
    if query.text.strip():
        near = [f"did you mean {near} instead of {word}?" for word, near in found.near]
        unknown = [each.told() for each in found.unknown]
        complain("; ".join([f"nothing found for {query.text}", *near, *unknown]))
        return FAILED
    problems = library.counts().problems
    unread = f"; {problems:,} files could not be read, `broadsheet index` lists them" if problems else ""
    complain(f"no articles in {library.folder}{unread}")
    return FAILED
