"""Stories as front ends ask for them: the articles that tell one event, what was read of them, what is new in each."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reader.errors import ArticleError, StateError
from reader.model.article import Article
from reader.model.headline import Headline, Link, LinkKind
from reader.model.name import NameKind
from reader.store.state import State
from reader.store.story_list import StoryOrder
from reader.store.tables import Tables
from reader.stories.novelty import SHORT, Judgement, Status, novelty
from reader.stories.passages import Passage, passages
from reader.stories.reading import Read

if TYPE_CHECKING:
    from reader.story_page import StoryPage, Texts

MOST_LINKS = 50
"""Links of one article that are looked at."""
MOST_NAMES = 200
"""Names that a story page is given."""
MOST_VERSIONS = 30
"""Versions of a story that are read for one answer, the newest."""


@dataclass(frozen=True, slots=True)
class Novelty:
    """What is new in an article for somebody who has read others."""

    judgements: tuple[Judgement, ...] = ()
    """One for each block; none where nothing near it was read."""

    def __bool__(self) -> bool:
        return bool(self.judgements)

    def count(self, status: Status) -> int:
        """How many of its passages have this status."""
        return sum(judgement.status is status for judgement in self.judgements)

    @property
    def rated(self) -> int:
        """How many passages are rated."""
        return len(self.judgements) - self.count(Status.UNRATED)


NOTHING_READ = Novelty()


class Stories:
    """The stories of one folder, in the thread that asks; choices are made in the thread that opened the library."""

    def __init__(self, tables: Tables, state: State, folder: str, article: Callable[[int], Article]) -> None:
        """`folder` is the folder's name in state; `article` reads an article, or raises ArticleError."""
        self._tables = tables
        self._telling = tables.telling
        self._state = state
        self._folder = folder
        self._article = article

    # Which articles

    def versions(self, number: int) -> list[Headline]:
        """The articles of the story that an article is in, oldest first: itself alone where it is in none."""
        own = self._tables.headlines.of([number])
        if not own:
            raise ArticleError("this article has vanished from the folder; its marks are kept")
        return self._tables.headlines.of(self._telling.members(own[0].story)) if own[0].story else own

    def closest(self, number: int) -> int:
        """The article that is most like this one of those that tell the same; 0 where there is none."""
        linked = [link.headline.number for link in self._close(number)]
        others = [each.number for each in self.versions(number) if each.number != number]
        return next(iter((*linked, *others)), 0)

    def comparable(self, number: int) -> list[Headline]:
        """The other versions of its story, oldest first, and then what else tells the same as this article."""
        versions = [each for each in self.versions(number) if each.number != number]
        held = {each.number for each in versions}
        return [*versions, *(link.headline for link in self._close(number) if link.headline.number not in held)]

    def beside(self, number: int) -> list[Headline]:
        """The articles that are related to a version of its story without being in it, the closest first."""
        versions = self.versions(number)
        held = {each.number for each in versions}
        links = [link for each in versions for link in self._tables.headlines.links(each.number, MOST_LINKS)]
        links.sort(key=lambda link: -link.score)
        outside = {link.headline.number: link.headline for link in links if link.headline.number not in held}
        return list(outside.values())

    def _close(self, number: int) -> list[Link]:
        links = self._tables.headlines.links(number, MOST_LINKS)
        return [link for link in links if link.kind is not LinkKind.BACKGROUND]

    # What they tell

    def texts(self, number: int) -> "Texts":
        """The versions of an article's story with their texts, as far as these can be read."""
        from reader.story_page import texts  # what compares texts with one another is not needed for the reader

        return texts(self.versions(number), self._article)

    def page(self, number: int) -> "StoryPage":
        """All that is told of an article's story."""
        from reader.story_page import story_page, texts

        versions = self.versions(number)
        numbers = [each.number for each in versions]
        links = {each: self._tables.headlines.links(each, MOST_LINKS) for each in numbers}
        names = self._tables.naming.within(numbers, tuple(NameKind), MOST_NAMES)
        return story_page(texts(versions, self._article), links, names)

    def numbers(self, limit: int = 0) -> list[int]:
        """Numbers of the stories, those of most articles first, at most `limit` of them if that is not 0."""
        return self._tables.stories.numbers(StoryOrder.LARGEST, limit or -1)

    def told(self, story: int) -> list[Headline]:
        """The articles of a story, oldest first; none where it is no more."""
        return self._tables.headlines.of(self._telling.members(story))

    # What was read

    def novelty(self, number: int, article: Article) -> Novelty:
        """What is new in an article against every other version that was read, and against an earlier text of it."""
        read = self._read_near(number, article)
        return Novelty(novelty(article, read)) if len(read) else NOTHING_READ

    def unseen(self, numbers: Iterable[int]) -> dict[int, int]:
        """How many passages of the stories of these articles were not read yet, in any version.

        Only of stories of which something was read: of the others all is new.
        """
        found = {}
        for number in numbers:
            count = self._unseen(number)
            if count is not None:
                found[number] = count
        return found

    def _unseen(self, number: int) -> int | None:
        versions = self.versions(number)
        unread = [each.number for each in versions if not each.marks.read][-MOST_VERSIONS:]
        if len(unread) == len(versions):
            return None
        read: Read | None = None
        count = 0
        for article in self._articles(unread):
            if read is None:
                read = self._read_near(unread[0], article)
            judged = novelty(article, read)
            count += sum(each.status is Status.NEW for each in judged)
            read.extend(passages(article))
        return count

    def _read_near(self, number: int, article: Article) -> Read:
        """Everything that was read near an article, but for its own text."""
        own = {each.digest: each for each in passages(article)}
        read = Read()
        for version in self._telling.read_versions(number)[-MOST_VERSIONS:]:
            if version.passages:
                read.extend(_passages(version.passages))
            else:
                for other in self._articles([version.number]):
                    read.extend(passages(other))
        long = [digest for digest, each in own.items() if len(each.words) >= SHORT]
        for version in self._telling.read_elsewhere(number, long)[:MOST_VERSIONS]:
            read.extend(_passages(version.passages))
        before = self._telling.read_before(number)
        if not own.keys() <= before.keys():  # it was read while its text was another
            read.extend(_passages(before))
        return read

    def _articles(self, numbers: Iterable[int]) -> Iterable[Article]:
        for number in numbers:
            try:
                yield self._article(number)
            except ArticleError:
                continue

    # What the user makes of them

    def split(self, number: int) -> int:
        """Have an article stand in no story with those that are in its story now; how many these are.

        Raises StateError.
        """
        others = [each.number for each in self.versions(number) if each.number != number]
        if not others:
            raise StateError("this article is in a story by itself already")
        self._choose([number], others, together=False)
        return len(others)

    def join(self, number: int, other: int) -> None:
        """Have the stories of two articles be one. Raises StateError where they are one already."""
        mine = [each.number for each in self.versions(number)]
        if other in mine:
            raise StateError("these two are in one story already")
        self._choose(mine, [each.number for each in self.versions(other)], together=True)

    def _choose(self, numbers: Sequence[int], others: Sequence[int], *, together: bool) -> None:
        articles, rest = self._tables.identities.identities(numbers), self._tables.identities.identities(others)
        if len(articles) < len(numbers) or len(rest) < len(others):
            raise StateError("an article has vanished meanwhile; nothing was changed")
        self._state.choose_stories(self._folder, articles, rest, together=together)


def kept(article: Article) -> dict[int, bytes]:
    """What is remembered of an article that was read, by the digest of each passage."""
    return {each.digest: each.to_bytes() for each in passages(article)}


def _passages(stored: Mapping[int, bytes]) -> Iterable[Passage]:
    """Passages as they were kept; those of another format count as not read."""
    for data in stored.values():
        try:
            yield Passage.from_bytes(data)
        except ValueError:
            continue
