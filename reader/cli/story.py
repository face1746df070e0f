"""`story`: all that is told of one story, as its page in the reader tells it."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.failures import DONE
from reader.cli.fields import Fields
from reader.cli.output import document, measure, say
from reader.cli.parsing import add_json, add_no_refresh
from reader.cli.session import configured, opened
from reader.cli.stories import entry_fields, versions_of
from reader.model.headline import Headline
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.story_page import Disagreement, InnerLink, StoryPage

WIDEST = 100
"""Columns of a line at most."""


def fill_story(made: ArgumentParser) -> None:
    """What `story` takes."""
    made.add_argument("story", metavar="STORY_OR_ID", help="a story's number, or an article of it")
    add_no_refresh(made)
    add_json(made, lines=False)


def run_story(arguments: Namespace, paths: Paths) -> int:
    """Print a story."""
    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        page = library.stories.page(versions_of(library, arguments.story)[0].number)
    if arguments.json:
        document(_fields(page))
    else:
        from reader.cli.story_layout import story_lines

        for line in story_lines(page, measure(WIDEST)):
            say(line)
    return DONE


def _fields(page: "StoryPage") -> Fields:
    fullest, read = page.fullest, page.texts.read
    return {
        "story": fullest.story or None,
        "title": fullest.title or None,
        "title_derived": fullest.title_derived,
        "versions": [_version_fields(page, version) for version in page.texts.versions],
        "passages": [
            {version.id: cell.name.lower() for version, cell in zip(read, column.cells, strict=True)}
            for column in page.matrix.columns
        ],
        "differences": [_difference_fields(each, fullest, read) for each in page.disagreements],
        "timeline": [entry_fields(entry) for entry in page.timeline],
        "names": [{"name": each.text, "kind": str(each.kind), "articles": each.articles} for each in page.names],
        "links": [_link_fields(each) for each in page.links],
    }


def _version_fields(page: "StoryPage", version: Headline) -> Fields:
    numbers = [each.number for each in page.texts.read]
    read = version.number in numbers
    return {
        "id": version.id,
        "title": version.title or None,
        "outlet": version.outlet or None,
        "date": version.date or None,
        "agency": version.agency or None,
        "words": version.words,
        "fullest": version.number == page.fullest.number,
        "adds": [str(kind) for kind in page.added(numbers.index(version.number))] if read else None,
        "unreadable": dict(page.texts.unreadable).get(version.number),
    }


def _difference_fields(each: "Disagreement", fullest: Headline, read: Sequence[Headline]) -> Fields:
    found = each.difference
    return {
        "kind": str(found.kind),
        "a": found.a,
        "b": found.b,
        "subject": found.subject or None,
        "a_id": fullest.id,
        "b_ids": [read[place].id for place in each.others],
    }


def _link_fields(each: "InnerLink") -> Fields:
    return {
        "a": each.one.id,
        "b": each.link.headline.id,
        "kind": str(each.link.kind),
        "score": round(each.link.score, 2),
        "reasons": list(each.link.reasons),
    }
