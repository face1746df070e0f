"""`tag`, `favourite`, `read`, `unread` and `tags`: the marks, changed for several articles at once, and counted."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED, UsageError
from reader.cli.fields import marks_fields
from reader.cli.given import FROM_INPUT, INPUT, given_ids
from reader.cli.layout import marks_line
from reader.cli.output import columns, complain, padded, records, say
from reader.cli.parsing import add_json, add_no_refresh
from reader.cli.session import asked, configured, headlines, number_of, opened
from reader.model.headline import Headline, Marks
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.library import Library


@dataclass(frozen=True, slots=True)
class Change:
    """What is to be done to the marks of some articles."""

    foretold: Callable[[Marks], Marks]
    """The marks that an article with these marks will have."""
    make: Callable[["Library", Sequence[int]], None]
    """Does it. Raises StateError, and then nothing was changed."""


def fill_tag(made: ArgumentParser) -> None:
    """What `tag` takes."""
    made.add_argument(
        "words",
        nargs="*",
        metavar="ID | +TAG | -TAG",
        help="articles, tags to add and tags to take away, in any order; an id that begins with + or - is written "
        f"./ID; {FROM_INPUT}",
    )
    _fill(made)


def fill_favourite(made: ArgumentParser) -> None:
    """What `favourite` takes."""
    made.add_argument("words", nargs="*", metavar="ID", help=f"the articles, by id or path; {FROM_INPUT}")
    made.add_argument("--off", action="store_true", help="take the star away")
    _fill(made)


def fill_read(made: ArgumentParser) -> None:
    """What `read` and `unread` take."""
    made.add_argument("words", nargs="*", metavar="ID", help=f"the articles, by id or path; {FROM_INPUT}")
    _fill(made)


def fill_tags(made: ArgumentParser) -> None:
    """What `tags` takes."""
    add_no_refresh(made)
    add_json(made)


def _fill(made: ArgumentParser) -> None:
    made.add_argument("--query", metavar="QUERY", default="", help="all articles that answer, in place of ids")
    made.add_argument("--dry-run", action="store_true", help="print what would change, and change nothing")
    add_no_refresh(made)
    add_json(made)


def run_tag(arguments: Namespace, paths: Paths) -> int:
    """Add tags to articles and take others away."""
    add = [_tag(word) for word in arguments.words if word.startswith("+")]
    remove = [_tag(word) for word in arguments.words if word.startswith("-") and word != INPUT]
    if not add and not remove:
        raise UsageError("name the tags, +TAG to add and -TAG to take away; see `broadsheet tag --help`")
    names = [word for word in arguments.words if word[:1] not in ("+", "-") or word == INPUT]
    change = Change(
        lambda marks: replace(marks, tags=_retagged(marks.tags, add, remove)),
        lambda library, numbers: library.change_tags(numbers, add, remove),
    )
    return _changed(arguments, paths, names, change)


def run_favourite(arguments: Namespace, paths: Paths) -> int:
    """Give articles the star, or take it away."""
    on = not arguments.off
    change = Change(
        lambda marks: replace(marks, favourite=on), lambda library, numbers: library.set_favourite(numbers, on)
    )
    return _changed(arguments, paths, arguments.words, change)


def run_read(arguments: Namespace, paths: Paths) -> int:
    """Mark articles as read."""
    return _changed(arguments, paths, arguments.words, _reading(read=True))


def run_unread(arguments: Namespace, paths: Paths) -> int:
    """Mark articles as unread."""
    return _changed(arguments, paths, arguments.words, _reading(read=False))


def run_tags(arguments: Namespace, paths: Paths) -> int:
    """Print all tags with how many articles carry them."""
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        tags = library.tags()
    if arguments.json or arguments.jsonl:
        records(({"tag": each.tag, "articles": each.articles} for each in tags), lines=arguments.jsonl)
    else:
        room = max((columns(each.tag) for each in tags), default=0)
        for each in tags:
            say(f"{padded(each.tag, room)}  {each.articles:6,}")
    if tags:
        return DONE
    complain("no article carries a tag; try: broadsheet tag ID +TAG")
    return FAILED


def _reading(*, read: bool) -> Change:
    return Change(lambda marks: replace(marks, read=read), lambda library, numbers: library.set_read(numbers, read))


def _changed(arguments: Namespace, paths: Paths, names: Sequence[str], change: Change) -> int:
    """Make a change, and print the marks of every article whose marks are others now."""
    if bool(names) == bool(arguments.query):
        raise UsageError(f"name the articles by their ids, with --query QUERY, or with {INPUT} on standard input")
    names = list(given_ids(names))
    if not names and not arguments.query:
        complain("there are no ids on standard input")
        return FAILED
    query = asked(arguments.query)
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        if names:
            numbers = list(dict.fromkeys(number_of(library, name) for name in names))
        else:
            numbers = list(library.find(query).numbers)
        if not numbers:
            complain(f"nothing found for {arguments.query}")
            return FAILED
        before = [*headlines(library, numbers)]
        if arguments.dry_run:
            change.make(library, ())  # raises what the change itself would raise
            after = [replace(headline, marks=change.foretold(headline.marks)) for headline in before]
        else:
            change.make(library, numbers)
            after = [*headlines(library, numbers)]
    _print(arguments, before, after)
    return DONE


def _print(arguments: Namespace, before: Sequence[Headline], after: Sequence[Headline]) -> None:
    marks = {headline.number: headline.marks for headline in before}
    changed = [headline for headline in after if headline.marks != marks.get(headline.number)]
    if arguments.json or arguments.jsonl:
        records(map(marks_fields, changed), lines=arguments.jsonl)
        return
    for headline in changed:
        say(marks_line(headline))
    if not changed:
        complain("nothing to change: the marks are so already")


def _tag(word: str) -> str:
    if len(word) == 1:
        raise UsageError(f"{word} stands alone; write the tag directly behind it: {word}TAG")
    return word[1:]


def _retagged(tags: Sequence[str], add: Sequence[str], remove: Sequence[str]) -> tuple[str, ...]:
    """The tags after a change; one that differs only in case is the same tag, and stays as it is written."""
    gone = {_folded(tag) for tag in remove}
    kept = {_folded(tag): tag for tag in tags if _folded(tag) not in gone}
    for tag in add:
        kept.setdefault(_folded(tag), " ".join(tag.split()))
    return tuple(kept[folded] for folded in sorted(kept))


def _folded(tag: str) -> str:
    return " ".join(tag.split()).lower()
