"""`note` and `undo`: what is written about an article, and the way back from every change of marks."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED
from reader.cli.fields import marks_fields
from reader.cli.layout import marks_line
from reader.cli.output import complain, document, records, say
from reader.cli.parsing import add_json, add_no_refresh
from reader.cli.session import bring_up_to_date, configured, number_of, opened
from reader.errors import ArticleError
from reader.model import Headline, Undone
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.library import Library

MOST_PRINTED = 200
"""Articles whose marks are printed after an undo."""


def fill_note(made: ArgumentParser) -> None:
    """What `note` takes."""
    made.add_argument("article", metavar="ID", help="the article, by id or path")
    made.add_argument("words", nargs="+", metavar="TEXT", help="what is to be remembered; '' takes the note off")
    add_no_refresh(made)
    add_json(made)


def fill_undo(made: ArgumentParser) -> None:
    """What `undo` takes."""
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
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        undone = library.undo()
        if undone and undone.corrected and not arguments.no_refresh:
            bring_up_to_date(library)
        headlines = _headlines(library, undone) if undone else []
    if undone is None:
        complain("nothing to undo")
        return FAILED
    if arguments.json:
        document({"undone": undone.told, "ids": list(undone.ids), "articles": [*map(marks_fields, headlines)]})
        return DONE
    say(f"undone: {undone.told}")
    for headline in headlines:
        say(marks_line(headline))
    if len(undone.ids) > len(headlines):
        complain(f"{len(undone.ids) - len(headlines):,} more articles")
    return DONE


def _headlines(library: "Library", undone: Undone) -> list[Headline]:
    """The first articles that it was about, as far as they are in the folder."""
    numbers = []
    for identifier in undone.ids[:MOST_PRINTED]:
        try:
            numbers.append(library.number(identifier))
        except ArticleError:
            continue
    return library.headlines(numbers)
