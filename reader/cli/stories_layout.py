"""How a story and a day of its timeline look as plain text."""

import textwrap
from collections.abc import Iterator, Sequence

from reader.cli.layout import DOT, days, dotted
from reader.cli.output import cut
from reader.stories.summaries import StorySummary
from reader.stories.timeline import Entry, Source

COUNT = 5
"""Columns of the number of articles of a story."""
WHEN = 13
"""Columns of a day, with the sign that it was found out, and of a month or year."""
NAMED = 3
"""Outlets and articles that are named; of more only the number is told."""


def story_lines(story: StorySummary, width: int) -> Iterator[str]:
    """How many articles, and the title; below it days, outlets, the story's number, and ids."""
    title = f"‹{story.title}›" if story.title_derived else story.title
    yield f"{len(story.versions):>{COUNT - 2}}  {cut(title or story.versions[0].id, width - COUNT)}"
    parts = (days(story.first, story.last), _some(story.outlets), f"story {story.number}")
    yield f"{'':{COUNT}}{cut(dotted(parts), width - COUNT)}"
    yield f"{'':{COUNT}}{cut(_some([version.id for version in story.versions]), width - COUNT)}"


def entry_lines(entry: Entry, articles: int, measure: int) -> Iterator[str]:
    """The day and what is said of it, with the words that name it in brackets; below it who says so, unless all do."""
    start = f"{'≈' if entry.found_out else ' '}{entry.when:{WHEN - 1}}"
    first, last = entry.span
    text = entry.sentence
    if last:
        text = f"{text[:first]}[{text[first:last]}]{text[last:]}"
    if entry.source is Source.PUBLISHED:
        text = f"published: {text or DOT.join(entry.articles)}"
    yield from textwrap.wrap(text, measure, initial_indent=start, subsequent_indent=" " * WHEN, break_on_hyphens=False)
    if articles > 1 and (len(entry.articles) < articles or entry.source is Source.PUBLISHED):
        yield from textwrap.wrap(
            f"— {_some(entry.articles)}", measure, initial_indent=" " * WHEN, subsequent_indent=" " * (WHEN + 2)
        )
    if entry.uncertain:
        yield f"{'':{WHEN}}(reckoned from an inferred day of publication)"


def _some(names: Sequence[str]) -> str:
    more = len(names) - NAMED
    return f"{', '.join(names[:NAMED])}{f' and {more} more' if more > 0 else ''}"
