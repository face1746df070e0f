"""What happened when: the days on which the articles of a story were published, and those that they name."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reader.articles.dates_mentioned import DateMention, Precision, dates_mentioned
from reader.articles.sentences import sentence_spans
from reader.model.article import LIKELY, SURE, Article, Block, Span
from reader.stories.passages import LEFT_OUT, passage
from reader.stories.reading import Read

SAME_SENTENCE = 0.5
"""Familiarity from which two sentences about one day are one entry."""

LOOKED_AT = 50
"""Sentences about one day that a further one is compared with."""

LONGEST_PLACE = 40
"""Characters of the place in a dateline."""
_AFTER_DATELINE = re.compile(r",? ?(?:\([^()]{2,40}\)|--|[—–:-] )")


class Source(StrEnum):
    """How a day comes into the timeline."""

    PUBLISHED = "published"
    MENTIONED = "mentioned"


@dataclass(frozen=True, slots=True)
class Entry:
    """One day, month or year, and what is said of it."""

    when: str
    """`YYYY-MM-DD`, `YYYY-MM` or `YYYY`."""
    source: Source
    """Whether articles were published then, or say that something happened then."""
    sentence: str = ""
    """What is said, in the words of the first article that says it; of a day of publication the title of the
    article that is surest of it."""
    span: Span = (0, 0)
    """Where the date stands in the sentence; (0, 0) where it does not stand there."""
    articles: tuple[str, ...] = ()
    """Ids of the articles that say so, or were published then."""
    found_out: bool = False
    """Whether the day was found out: from a weekday and the day of publication, or from another article."""
    uncertain: bool = False
    """Whether it was found out from days of publication alone that were found out themselves."""


@dataclass(frozen=True, slots=True)
class _Said:
    when: str
    sentence: str
    span: Span
    article: str
    found_out: bool
    uncertain: bool = False


def timeline(articles: Sequence[Article]) -> tuple[Entry, ...]:
    """Everything that happened, oldest first; of one time the publications last.

    Weekdays and days without a year are found out where the article's own date is at least likely, and left out where
    it is not. Sentences of several articles that say the same of the same day are one entry.
    """
    said = [each for article in articles for each in _said_by(article)]
    entries = [*_published(articles), *_together(said)]
    return tuple(sorted(entries, key=lambda entry: (_sortable(entry.when), entry.source is Source.PUBLISHED)))


def _sortable(when: str) -> str:
    """A year before its months, a month before its days."""
    return f"{when}-00-00"[: len("YYYY-MM-DD")]


def _published(articles: Sequence[Article]) -> Iterator[Entry]:
    days: dict[str, list[Article]] = {}
    for article in articles:
        if article.date and article.date.confidence >= LIKELY:
            days.setdefault(article.date.text, []).append(article)
    for day, those in days.items():
        inferred = all(article.date.confidence < SURE for article in those)
        surest = max(those, key=lambda article: article.date.confidence)
        yield Entry(day, Source.PUBLISHED, surest.title.text, (0, 0), tuple(article.id for article in those), inferred)


def _said_by(article: Article) -> Iterator[_Said]:
    """Every sentence of an article that names a day, a month or a year, once for each."""
    anchor = _anchor(article)
    texts = [Block(article.blocks[0].kind, article.standfirst.text)] if article.standfirst and article.blocks else []
    for block in (*texts, *article.blocks):
        if block.kind in LEFT_OUT:
            continue
        sentences = list(sentence_spans(block.text))
        for mention in dates_mentioned(block.text, anchor, article.date.late):
            if mention.day == anchor and _in_dateline(block.text, mention.span):
                continue
            start, end = next(
                (each for each in sentences if each[0] <= mention.span[0] < each[1]), (0, len(block.text))
            )
            span = (mention.span[0] - start, mention.span[1] - start)
            uncertain = mention.relative and article.date.confidence < SURE
            yield _Said(_when(mention), block.text[start:end], span, article.id, mention.relative, uncertain)
        if block.date:
            yield _Said(block.date, block.text, (0, 0), article.id, found_out=False)


def _in_dateline(text: str, span: Span) -> bool:
    """Whether a day stands before the text proper, as in `OSLO, March 9 (Reuters) --`: that is the publication's."""
    before = text[: span[0]].rstrip(" ,")
    if not before or len(before) > LONGEST_PLACE:
        return False
    return before.isupper() or (before.istitle() and _AFTER_DATELINE.match(text, span[1]) is not None)


def _anchor(article: Article) -> date | None:
    """The day from which weekdays are found out; None where it is not known well enough."""
    if article.date.confidence < LIKELY:
        return None
    try:
        return date.fromisoformat(article.date.text)
    except ValueError:
        return None


def _when(mention: DateMention) -> str:
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[mention.precision]
    return mention.day.isoformat()[:length]


def _together(said: Sequence[_Said]) -> Iterator[Entry]:
    """One entry for all that say the same of one day."""
    by_day: dict[str, list[list[_Said]]] = {}
    for each in said:
        groups = by_day.setdefault(each.when, [])
        group = _group(each, groups)
        if group is None:
            groups.append([each])
        else:
            group.append(each)
    for when, groups in by_day.items():
        for group in groups:
            ids = tuple(dict.fromkeys(each.article for each in group))
            found_out, uncertain = (all(each.found_out for each in group), all(each.uncertain for each in group))
            yield Entry(when, Source.MENTIONED, group[0].sentence, group[0].span, ids, found_out, uncertain)


def _group(said: _Said, groups: Sequence[list[_Said]]) -> list[_Said] | None:
    """Those that say the same; of very many the last ones are looked at."""
    text = passage(said.sentence)
    for group in groups[-LOOKED_AT:]:
        known = passage(group[0].sentence)
        if text.words == known.words or any(each.score >= SAME_SENTENCE for each in Read([known]).near(text)):
            return group
    return None
