"""`note`, `undo` and `redo`: what is written about an article; the way back from changes of marks, and on again."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED
from reader.cli.fields import marks_fields
from reader.cli.layout import marks_line
from reader.cli.output import complain, document, records, say
from reader.cli.parsing import add_json, add_no_refresh
from reader.cli.session import bring_up_to_date, configured, number_of, opened
from reader.errors import ArticleError
from reader.model.headline import Headline
from reader.model.marking import PastChange
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.library import Library

MOST_PRINTED = 200
"""Articles whose marks are printed after an undo or redo."""


def fill_note(made: ArgumentParser) -> None:
    """What `note` takes."""
    made.add_argument("article", metavar="ID", help="the article, by id or path")
    made.add_argument("words", nargs="+", metavar="TEXT", help="what is to be remembered; '' takes the note off")
    add_no_refresh(made)
    add_json(made)


def fill_undo(made: ArgumentParser) -> None:
    """What `undo` and `redo` take."""
    add_no_refresh(made)
    add_json(made, lines=False)


def run_note(arguments: Namespace, paths: Paths) -> int:
    """Write a note about an article, or take it off."""
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        number = number_of(library, arguments.article)
        before = library.headlines([number])
        library.notes.set_note(number, " ".join(arguments.words))
        after = library.headlines([number])
    changed = [headline for headline in after if headline not in before]
    if arguments.json or arguments.jsonl:
        records(map(marks_fields, changed), lines=arguments.jsonl)
    else:
        for headline in changed:
            say(marks_line(headline))
        if not changed:
            complain("nothing to change: the note is so already")
    return DONE


def run_undo(arguments: Namespace, paths: Paths) -> int:
    """Take back the last change of marks, say what it was, and print the marks as they are again."""
    return _run(arguments, paths, "undo")


def run_redo(arguments: Namespace, paths: Paths) -> int:
    """Do again what was taken back last, say what it was, and print the marks as they are then."""
    return _run(arguments, paths, "redo")


def _run(arguments: Namespace, paths: Paths, job: str) -> int:
    """Undo or redo one change."""
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        change = library.undo() if job == "undo" else library.redo()
        if change and change.corrected and not arguments.no_refresh:
            bring_up_to_date(library)
        headlines = _headlines(library, change) if change else []
    if change is None:
        complain(f"nothing to {job}")
        return FAILED
    word = {"undo": "undone", "redo": "redone"}[job]
    if arguments.json:
        document({word: change.told, "ids": list(change.ids), "articles": [*map(marks_fields, headlines)]})
        return DONE
    say(f"{word}: {change.told}")
    for headline in headlines:
        say(marks_line(headline))
    if len(change.ids) > len(headlines):
        complain(f"{len(change.ids) - len(headlines):,} more articles")
    return DONE


def _headlines(library: "Library", change: PastChange) -> list[Headline]:
    """The first articles that it was about, as far as they are in the folder."""
    numbers = []
    for identifier in change.ids[:MOST_PRINTED]:
        try:
            numbers.append(library.number(identifier))
        except ArticleError:
            continue
    return library.headlines(numbers)
