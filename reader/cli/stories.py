"""`stories` and `timeline`: the stories of the folder, and what happened when in one of them."""

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli.failures import DONE, FAILED, UsageError
from reader.cli.fields import Fields
from reader.cli.named import named_articles, named_file
from reader.cli.output import complain, measure, records, say, width
from reader.cli.parsing import add_json, add_limit, add_no_refresh
from reader.cli.session import chosen_folder, configured, name_inside, number_of, opened
from reader.errors import ArticleError
from reader.model.article import Article, Value
from reader.model.headline import Headline
from reader.settings.paths import Paths

if TYPE_CHECKING:
    from reader.library import Library
    from reader.stories.summaries import StorySummary
    from reader.stories.timeline import Entry


def fill_stories(made: ArgumentParser) -> None:
    """What `stories` takes."""
    add_limit(made)
    add_no_refresh(made)
    add_json(made)


def fill_timeline(made: ArgumentParser) -> None:
    """What `timeline` takes."""
    made.add_argument("story", metavar="STORY_OR_ID", help="a story's number, an article of it, or any file")
    add_no_refresh(made)
    add_json(made)


def run_stories(arguments: Namespace, paths: Paths) -> int:
    """Print the stories of the folder."""
    from reader.stories.summaries import summaries

    with opened(arguments, paths, configured(arguments, paths), refreshed=not arguments.no_refresh) as library:
        numbers = library.stories.numbers(arguments.limit)
        shown = (story for number in numbers for story in summaries(library.stories.told(number)))
        if arguments.json or arguments.jsonl:
            records(map(_story_fields, shown), lines=arguments.jsonl)
        else:
            from reader.cli.stories_layout import story_lines

            for story in shown:
                for line in story_lines(story, width()):
                    say(line)
        if numbers:
            return DONE
        complain(f"no stories in {library.folder}: no two articles tell the same event")
        return FAILED


def run_timeline(arguments: Namespace, paths: Paths) -> int:
    """Print the days of a story, or of one article that is in none."""
    from reader.stories.timeline import timeline

    articles = _articles(arguments, paths)
    entries = timeline(articles)
    if arguments.json or arguments.jsonl:
        records(map(entry_fields, entries), lines=arguments.jsonl)
    else:
        from reader.cli.stories_layout import entry_lines

        for entry in entries:
            for line in entry_lines(entry, len(articles), measure(100)):
                say(line)
    if entries:
        return DONE
    complain(f"{arguments.story}: no day is named, and none of publication is known")
    return FAILED


def _articles(arguments: Namespace, paths: Paths) -> Sequence[Article]:
    """The articles of the story that is meant, or of a file outside the folder."""
    config = configured(arguments, paths)
    name = arguments.story
    file, _ = (None, "") if _is_number(name) else named_file(name, arguments, config)
    if file and not name_inside(chosen_folder(arguments.folder, config)[0], str(file)):
        return named_articles(name, arguments, paths, config)
    with opened(arguments, paths, config, refreshed=not arguments.no_refresh) as library:
        return [_dated(library, headline) for headline in versions_of(library, name)]


def versions_of(library: "Library", name: str) -> Sequence[Headline]:
    """The headlines of the story with this number, or that an article is in, oldest first. Raises UsageError."""
    if not _is_number(name):
        return library.stories.versions(number_of(library, name))
    told = library.stories.told(int(name))
    if not told:
        raise UsageError(f"there is no story {name}; `broadsheet stories` lists them with their numbers")
    return told


def _is_number(name: str) -> bool:
    """Whether this is the number of a story: a file that is called like one is meant by its name."""
    return name.isdecimal() and not Path(name).exists()


def _dated(library: "Library", headline: Headline) -> Article:
    """An article with the day that the folder knows for it, which may have been told by a copy."""
    try:
        article = library.article(headline.number)
    except ArticleError as fault:
        raise ArticleError(f"{headline.id}: {fault}") from fault
    if headline.date and headline.date_confidence > article.date.confidence:
        article = replace(article, date=Value(headline.date, "catalogue", headline.date_confidence))
    return replace(article, id=headline.id)


def _story_fields(story: "StorySummary") -> Fields:
    return {
        "story": story.number,
        "title": story.title or None,
        "articles": [version.id for version in story.versions],
        "outlets": list(story.outlets),
        "first": story.first or None,
        "last": story.last or None,
        "title_derived": story.title_derived,
    }


def entry_fields(entry: "Entry") -> Fields:
    """A day of a timeline."""
    mention = entry.sentence[slice(*entry.span)]
    return {
        "date": entry.when,
        "precision": {10: "day", 7: "month", 4: "year"}[len(entry.when)],
        "kind": str(entry.source),
        "inferred": entry.found_out,
        "uncertain": entry.uncertain,
        "sentence": entry.sentence or None,
        "mention": mention or None,
        "articles": list(entry.articles),
    }
