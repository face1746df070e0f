"""A story as its page tells it: its versions, who has what, what they say differently, what happened when, and why."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from reader.errors import ArticleError
from reader.model.article import Article, BlockKind, Value
from reader.model.headline import Headline, Link
from reader.model.name import NameCount, NameKind
from reader.stories.compare import coverage, differences
from reader.stories.differences import Difference, DifferenceKind
from reader.stories.matrix import ABSENT, Matrix, matrix
from reader.stories.passages import BODY
from reader.stories.timeline import Entry, timeline
from reader.stories.word_changes import WordChange, word_changes

MOST_COMPARED = 30
"""Versions whose texts are read and compared with one another: the fullest."""
FROM_CATALOGUE = "catalogue"
"""The rule of a day that the folder knows and the article's own file does not tell."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The versions of a story, and the texts of those that can be compared."""

    versions: tuple[Headline, ...]
    """All versions, oldest first."""
    read: tuple[Headline, ...]
    """Those whose texts were read, in the same order."""
    articles: tuple[Article, ...]
    """Their texts, each with the day that the folder knows for it."""
    unreadable: tuple[tuple[int, str], ...] = ()
    """The numbers of those that cannot be read, with the reason."""

    @property
    def fault(self) -> str:
        """Why nothing can be read; empty where something can."""
        if self.articles or not self.unreadable:
            return ""
        number, reason = self.unreadable[0]
        return f"{next(each.id for each in self.versions if each.number == number)}: {reason}"

    @property
    def addresses(self) -> dict[int, str]:
        """Where those that were read stand in the web, by their numbers, as far as that is known."""
        read = zip(self.read, self.articles, strict=True)
        return {version.number: article.url.text for version, article in read if article.url}

    @property
    def left_out(self) -> int:
        """How many are not compared, because there are so many."""
        return len(self.versions) - len(self.read) - len(self.unreadable)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What one version says differently from the fullest one, or several versions alike."""

    difference: Difference
    """What: `a` as the fullest version has it, `b` as the others."""
    others: tuple[int, ...]
    """Which others, by their places among the texts that were read."""


@dataclass(frozen=True, slots=True)
class InnerLink:
    """How two versions of a story relate."""

    one: Headline
    """The older one."""
    link: Link
    """The other one, with kind, score and reasons as seen from `one`."""


@dataclass(frozen=True, slots=True)
class StoryPage:
    """All that is told of a story."""

    texts: Texts
    """Its versions."""
    matrix: Matrix
    """Which passages which of the texts have."""
    disagreements: tuple[Disagreement, ...]
    """What they say differently, figures first."""
    timeline: tuple[Entry, ...]
    """What happened when."""
    names: tuple[NameCount, ...]
    """Who and what they name, those named in most versions first."""
    links: tuple[InnerLink, ...]
    """Why they are one story: the links between its versions, the closest first."""

    @property
    def fullest(self) -> Headline:
        """The version whose title the story bears."""
        return self.texts.read[self.matrix.fullest] if self.texts.read else self.texts.versions[0]

    @property
    def coverage(self) -> str:
        """In words, where differences were looked for, and that none of weight was found, where that is so."""
        rows = [column.blocks for column in self.matrix.columns if column.blocks[self.matrix.fullest] != ABSENT]
        paired = sum(sum(block != ABSENT for block in blocks) > 1 for blocks in rows)
        others = len(self.matrix.columns) - paired
        which = "both have" if len(self.texts.read) == 2 else "the fullest shares with another"
        return coverage(paired, others, (each.difference for each in self.disagreements), which)

    def added(self, version: int) -> tuple[BlockKind, ...]:
        """What stands in one of the texts alone."""
        blocks = self.texts.articles[version].blocks
        return tuple(blocks[place].kind for place in self.matrix.added(version))

    def named(self, kind: NameKind) -> tuple[NameCount, ...]:
        """The names of one kind."""
        return tuple(name for name in self.names if name.kind is kind)

    @property
    def unlinked(self) -> tuple[Headline, ...]:
        """Versions that no link ties to another one: the user joined them, or what tied them has changed since."""
        tied = {number for each in self.links for number in (each.one.number, each.link.headline.number)}
        return tuple(each for each in self.texts.versions if len(self.texts.versions) > 1 and each.number not in tied)


def texts(versions: Sequence[Headline], article: Callable[[int], Article]) -> Texts:
    """Versions with their texts; `article` reads one, or raises ArticleError. Of very many, the fullest are read."""
    longest = sorted(versions, key=lambda version: -version.words)[:MOST_COMPARED]
    chosen = {version.number for version in longest}
    read: list[Headline] = []
    articles: list[Article] = []
    unreadable: list[tuple[int, str]] = []
    for version in versions:
        if version.number not in chosen:
            continue
        try:
            found = article(version.number)
        except ArticleError as fault:
            unreadable.append((version.number, str(fault)))
            continue
        read.append(version)
        articles.append(_dated(found, version))
    return Texts(tuple(versions), tuple(read), tuple(articles), tuple(unreadable))


def story_page(told: Texts, links: Mapping[int, Sequence[Link]], names: Sequence[NameCount]) -> StoryPage:
    """The page of a story, with the links of each version by its number and the names of all."""
    found = matrix(told.articles)
    disagreements = tuple(_disagreements(told.articles, found))
    return StoryPage(
        told, found, disagreements, timeline(told.articles), tuple(names), tuple(_inner(told.versions, links))
    )


def paragraphs_and_things(kinds: Sequence[BlockKind]) -> tuple[tuple[int, str, str], ...]:
    """What a version adds, counted: each with its word for one and for several."""
    counts = (
        (sum(kind in BODY for kind in kinds), "paragraph", "paragraphs"),
        (sum(kind is BlockKind.TWEET for kind in kinds), "tweet", "tweets"),
        (sum(kind is BlockKind.CAPTION for kind in kinds), "picture", "pictures"),
    )
    return tuple(each for each in counts if each[0])


def _dated(article: Article, headline: Headline) -> Article:
    """The article with the day that the folder knows for it, which a copy may have told."""
    date = article.date
    if headline.date and headline.date_confidence > date.confidence:
        date = Value(headline.date, FROM_CATALOGUE, headline.date_confidence)
    return replace(article, date=date, id=headline.id)


def _disagreements(articles: Sequence[Article], found: Matrix) -> Iterator[Disagreement]:
    """What the others say differently from the fullest, by kind; those that say the same are told together."""
    held: dict[Difference, list[int]] = {}
    for place, article in enumerate(articles):
        if place != found.fullest:
            for difference in differences(articles[found.fullest], article, _rows(articles, found, place)):
                held.setdefault(difference, []).append(place)
    kinds = list(DifferenceKind)
    for difference in sorted(held, key=lambda each: kinds.index(each.kind)):
        yield Disagreement(difference, tuple(held[difference]))


def _rows(articles: Sequence[Article], found: Matrix, other: int) -> Iterator[tuple[int, int, tuple[WordChange, ...]]]:
    """The blocks of the fullest that another one has too, with what became of every word."""
    for column in found.columns:
        block, beside = column.blocks[found.fullest], column.blocks[other]
        if block != ABSENT and beside != ABSENT:
            texts_of_both = articles[found.fullest].blocks[block].text, articles[other].blocks[beside].text
            yield block, beside, word_changes(*texts_of_both)


def _inner(versions: Sequence[Headline], links: Mapping[int, Sequence[Link]]) -> list[InnerLink]:
    """The links between versions, each pair once, the closest first."""
    found: dict[frozenset[int], InnerLink] = {}
    numbers = {version.number for version in versions}
    for version in versions:
        for link in links.get(version.number, ()):
            if link.headline.number in numbers:
                found.setdefault(frozenset((version.number, link.headline.number)), InnerLink(version, link))
    return sorted(found.values(), key=lambda each: -each.link.score)
