"""The front page: what matters now in a folder, or mattered on one of its days, the most important first."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from reader.errors import ArticleError
from reader.model.article import Article, BlockKind
from reader.model.headline import Headline
from reader.query import DateRange, Everything, Is, Node, Query, any_of
from reader.store.front_table import Candidate, Scope
from reader.store.tables import Tables

AT_LEAST = 30
"""So many articles make a page of now: days before are taken along until there are so many."""
AT_MOST_DAYS = 366
"""But no more days than these."""
OLDEST = 7
"""Days after which what is old does not weigh less any more: an archive that has just arrived has its order too."""
MOST_TOLD = 8
"""Stories of several articles that stand before the sections, beside the lead."""
MOST_SECTIONS = 8
"""Sections with a heading of their own."""
IN_SECTION = 5
"""Entries under each of them."""
IN_REST = 10
"""Entries under no section."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A story on the page, or an article that is in none."""

    headline: Headline
    """The article that tells it best, by which it is opened."""
    articles: int = 1
    """How many versions there are; on the page of a day, there were by then."""
    outlets: int = 0
    """How many outlets tell it."""
    grown: int = 0
    """How many versions came since the last visit; on the page of a day, on that day."""
    day: str = ""
    """The newest day of a version, `YYYY-MM-DD`; empty where none is known."""


@dataclass(frozen=True, slots=True)
class Section:
    """Entries under one heading."""

    name: str
    """The heading; empty for the stories at the top, and where no section is known."""
    entries: tuple[Entry, ...]
    """The most important first."""


@dataclass(frozen=True, slots=True)
class FrontPage:
    """All that a front page shows."""

    day: str = ""
    """The day that it is about, `YYYY-MM-DD`; empty for now."""
    first: str = ""
    """The first day of what it shows; empty where no day is known."""
    last: str = ""
    """The last one."""
    days: tuple[tuple[str, int], ...] = ()
    """Every day of the folder with its number of articles, oldest first."""
    since: float = 0.0
    """When the last visit ended, seconds since 1970; 0 where nothing is said of that."""
    new: int = 0
    """How many articles arrived after it."""
    lead: Entry | None = None
    """The most important; None on an empty page."""
    standfirst: str = ""
    """What stands below its title, or how it begins."""
    told: tuple[Entry, ...] = ()
    """Other stories of several articles."""
    sections: tuple[Section, ...] = ()
    """The rest, the largest section first, what is in none last."""
    articles: int = 0
    """How many articles the page is about."""

    @property
    def query(self) -> Query:
        """All these articles."""
        published: Node = DateRange(self.first, self.last) if self.last else Everything()
        if self.day or not self.new:
            return Query("", published)
        return Query("", any_of([Is("new"), published]))


def rank(outlets: int, grown: int, age: int) -> float:
    """How much a story matters: outlets * (1 + growth) / 2 ** days; `grown` are versions beside the first one.

    How many newsrooms tell a story, and how fast that number grows, are the plainest signs of what editors think of it:
    they are what news aggregators rank by (US patent 7,568,148, "number of articles", "breaking news"). Both count by
    their ratio, not their difference, and age divides, as in Reddit's "hot" (log of the votes plus linear time): a day
    older weighs as much as half of the outlets.
    """
    return max(1, outlets) * (1 + grown) / (1 << max(0, min(age, OLDEST)))


class Front:
    """The front pages of one folder, in the thread that asks."""

    def __init__(self, tables: Tables, article: Callable[[int], Article]) -> None:
        """`article` reads an article, or raises ArticleError."""
        self._tables = tables
        self._table = tables.front
        self._article = article

    def page(self, day: str, today: date) -> FrontPage:
        """The page of a day, or of now where that is empty."""
        days = self._table.days()
        since = self._tables.visits.since(self._tables.visit)
        new = len(self._tables.visits.new(since))
        scope = Scope(day, day, as_it_happened=True) if day else _now(days, since if new else 0.0, today)
        ranked = _ranked([*self._table.stories(scope), *self._table.single(scope)], scope)
        lead, rest = ranked[:1], ranked[1:]
        told = [each for each in rest if each.articles > 1][:MOST_TOLD]
        taken = {each.number for each in told}
        sections = _sections([each for each in rest if each.number not in taken])
        entries = self._entries([*lead, *told, *(each for _, part in sections for each in part)])
        return FrontPage(
            day, scope.first, scope.last, days, since, new,
            next(iter(_of(entries, lead)), None), self._standfirst(lead[0].number) if lead else "",
            _of(entries, told), tuple(Section(name, _of(entries, part)) for name, part in sections),
            self._table.count(scope),
        )  # fmt: skip

    def _entries(self, shown: Sequence[Candidate]) -> dict[int, Entry]:
        found = {each.number: each for each in self._tables.headlines.of([each.number for each in shown])}
        return {
            each.number: Entry(found[each.number], each.articles, each.outlets, each.grown, each.day)
            for each in shown
            if each.number in found
        }

    def _standfirst(self, number: int) -> str:
        try:
            article = self._article(number)
        except ArticleError:
            return ""
        told = article.standfirst.text
        return told or next((block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH), "")


def _now(days: Sequence[tuple[str, int]], since: float, today: date) -> Scope:
    """The newest day and the one before, and further back while there are few articles; without days, what has none.

    A day after tomorrow is a slip in a file, unless all days are.
    """
    tomorrow = (today + timedelta(days=1)).isoformat()
    past = [each for each in days if each[0] <= tomorrow] or days
    if not past:
        return Scope("", "", since)
    last = date.fromisoformat(past[-1][0])
    first, count = last, 0
    for day, articles in reversed(past):
        back = (last - date.fromisoformat(day)).days
        if back >= AT_MOST_DAYS or (back > 1 and count >= AT_LEAST):
            break
        first, count = date.fromisoformat(day), count + articles
    return Scope(first.isoformat(), last.isoformat(), since)


def _ranked(found: Iterable[Candidate], scope: Scope) -> list[Candidate]:
    """The most important first; of equal ones those that have grown, the newest, the fullest."""

    def key(each: Candidate) -> tuple[float, bool, str, int, int]:
        growth = min(each.grown, each.articles - 1)
        return rank(each.outlets, growth, _age(each, scope)), each.grown > 0, each.day, each.fullness, each.number

    return sorted(found, key=key, reverse=True)


def _age(found: Candidate, scope: Scope) -> int:
    """How many days old it is; what has just arrived is news to the reader, and counts as of yesterday at most."""
    if found.day and scope.last:
        age = (date.fromisoformat(scope.last) - date.fromisoformat(found.day)).days
    else:
        age = OLDEST if scope.last else 0
    return min(age, 1) if scope.since and found.grown else age


def _sections(found: Sequence[Candidate]) -> list[tuple[str, list[Candidate]]]:
    """The largest sections with what matters most in each, and at the end what is in none of them."""
    members: dict[str, list[Candidate]] = {}
    for each in found:
        members.setdefault(" ".join(each.section.casefold().split()), []).append(each)
    rest = members.pop("", [])
    largest = sorted(members.values(), key=len, reverse=True)
    chosen = [part for part in largest if len(part) > 1][:MOST_SECTIONS]
    rest += [each for part in largest if not any(part is kept for kept in chosen) for each in part]
    places = {each.number: place for place, each in enumerate(found)}
    rest.sort(key=lambda each: places[each.number])
    named = [(part[0].section, part[:IN_SECTION]) for part in chosen]
    return [*named, ("", rest[:IN_REST])] if rest else named


def _of(entries: dict[int, Entry], shown: Iterable[Candidate]) -> tuple[Entry, ...]:
    return tuple(entries[each.number] for each in shown if each.number in entries)
