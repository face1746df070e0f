"""`names` and `name`: who and what the folder is about; and the spellings of a name, joined and split by hand."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED, UsageError
from reader.cli.fields import Fields
from reader.cli.layout import days
from reader.cli.output import columns, complain, document, padded, records, say
from reader.cli.parsing import add_json, add_no_refresh, count
from reader.cli.session import asked, configured, opened
from reader.errors import ArticleError
from reader.model.name import NameAccount, NameCount, NameKind, Variant
from reader.settings.paths import Paths
from reader.told import counted

if TYPE_CHECKING:
    from reader.library import Library

KINDS = tuple(kind.value for kind in NameKind)
MOST = 100
"""Names that are printed unless told otherwise."""
ARTICLES = 20
"""Articles of one name that are printed as text unless told otherwise."""


def fill_names(made: ArgumentParser) -> None:
    """What `names` takes."""
    made.add_argument(
        "query", nargs="*", metavar="QUERY", help="only in the articles that answer it, such as ferry after:2021-04"
    )
    made.add_argument("--kind", choices=KINDS, default="", help="only names of this kind")
    made.add_argument(
        "--rare", action="store_true", help="also what stands once in the folder, without a title before it"
    )
    made.add_argument("--limit", type=count, metavar="N", default=MOST, help=f"at most so many (default: {MOST})")
    add_no_refresh(made)
    add_json(made)


def fill_name(made: ArgumentParser) -> None:
    """What `name` takes."""
    made.add_argument("name", nargs="+", metavar="NAME", help="the name, in any of its spellings")
    made.add_argument("--kind", choices=KINDS, default="", help="which one, where a person and a place have this name")
    change = made.add_mutually_exclusive_group()
    change.add_argument(
        "--join", metavar="OTHER", default="", help="have all spellings of OTHER stand under NAME from now on"
    )
    change.add_argument(
        "--split", metavar="VARIANT", default="", help="have a variant of NAME be a name of its own from now on"
    )
    made.add_argument(
        "--limit", type=count, metavar="N", default=ARTICLES, help=f"at most so many articles (default: {ARTICLES})"
    )
    add_no_refresh(made)
    add_json(made)


def run_names(arguments: Namespace, paths: Paths) -> int:
    """Print names, the most named first."""
    query = asked(" ".join(arguments.query))
    kinds = _kinds(arguments)
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        if query.text.strip():
            found = library.names.within(library.find(query).numbers, kinds, arguments.limit)
        else:
            found = library.names.top(kinds, rare=arguments.rare, limit=arguments.limit)
        if arguments.json or arguments.jsonl:
            records(map(_name_fields, found), lines=arguments.jsonl)
        else:
            _print_names(found)
        if found:
            return DONE
        complain(f"no names found for {query.text}" if query.text.strip() else f"no names in {library.folder}")
        return FAILED


def run_name(arguments: Namespace, paths: Paths) -> int:
    """Print all that the folder tells of a name, after joining or splitting where that is asked for."""
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        name = _named(library, " ".join(arguments.name), _kinds(arguments))
        if arguments.join:
            name = library.names.join(name, _named(library, arguments.join, (name.kind,)))
        elif arguments.split:
            name = library.names.split(name, arguments.split)
        account = library.names.account(name)
        others = library.names.containing(name)
        if arguments.json or arguments.jsonl:
            document(_account_fields(library, account, others, arguments.limit))
        else:
            for line in _account_lines(library, account, others, arguments.limit):
                say(line)
    return DONE


def _kinds(arguments: Namespace) -> tuple[NameKind, ...]:
    return (NameKind(arguments.kind),) if arguments.kind else tuple(NameKind)


def _named(library: "Library", text: str, kinds: Sequence[NameKind]) -> NameCount:
    """The name that is spelt so. Raises ArticleError where none is, UsageError where several are."""
    found = library.names.named(text, kinds)
    if not found:
        near = library.names.near(text)
        hint = f"; did you mean {' or '.join(near)}?" if near else "; `broadsheet names` lists those that there are"
        raise ArticleError(f"no article names {text}{hint}")
    others = [name for name in found[1:] if name.articles * 2 > found[0].articles]
    if others:
        told = ", ".join(f"{name.text} ({name.kind})" for name in found[:8])
        how = "with --kind" if len({name.kind for name in found}) == len(found) else "in full"
        raise UsageError(f"{text} may be {told}; name one {how}")
    return found[0]


# As text


def _print_names(names: Sequence[NameCount]) -> None:
    articles = max((len(f"{name.articles:,}") for name in names), default=0)
    mentions = max((len(f"{name.mentions:,}") for name in names), default=0)
    for name in names:
        role = f"  {name.role}" if name.role else ""
        say(f"{name.articles:>{articles},}  {name.mentions:>{mentions},}  {name.kind:12}  {name.text}{role}")


def _account_lines(library: "Library", account: NameAccount, others: Sequence[NameCount], limit: int) -> Iterator[str]:
    name, period = account.name, days(account.first, account.last)
    yield f"{name.text}  ({name.kind})"
    yield f"named {name.mentions:,} × in {counted(name.articles, 'article')}{f', {period}' if period else ''}"
    yield from _counted("written", account.variants)
    yield from _counted("called", account.roles)
    yield from _counted("beside", [Variant(other.text, other.articles) for other in account.companions])
    yield from _counted("see also", [Variant(other.text, other.articles) for other in others])
    yield ""
    for headline in library.headlines(account.numbers[:limit]):
        yield f"{padded(headline.date, 10)}  {headline.id}  {headline.title}"
    if len(account.numbers) > limit:
        yield f"… and {len(account.numbers) - limit:,} more; --limit shows them"


def _counted(heading: str, variants: Iterable[Variant]) -> Iterator[str]:
    room = columns("see also") + 2
    for variant in variants:
        yield f"{padded(heading, room)}{variant.text} {variant.count:,}"
        heading = ""


# As JSON


def _name_fields(name: NameCount) -> Fields:
    return {"name": name.text, "kind": str(name.kind), "articles": name.articles, "mentions": name.mentions}


def _account_fields(library: "Library", account: NameAccount, others: Sequence[NameCount], limit: int) -> Fields:
    return _name_fields(account.name) | {
        "variants": [{"text": variant.text, "count": variant.count} for variant in account.variants],
        "roles": [{"text": role.text, "articles": role.count} for role in account.roles],
        "first": account.first or None,
        "last": account.last or None,
        "days": [{"date": day, "articles": articles} for day, articles in account.days],
        "companions": [
            {"name": other.text, "kind": str(other.kind), "articles": other.articles} for other in account.companions
        ],
        "see_also": [{"name": each.text, "kind": str(each.kind), "articles": each.articles} for each in others],
        "ids": [headline.id for headline in library.headlines(account.numbers[:limit])],
    }
