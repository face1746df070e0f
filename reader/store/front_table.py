"""What the front page asks of the catalogue: the days there are, and what there is to tell of a span of them."""

from dataclasses import dataclass

from reader.store.asking import Ask

MOST_SINGLE = 1500
"""Articles of no story that are looked at for one page, the newest."""
MOST_STORIES = 1500
"""Stories that are looked at for one page, those of the most articles. On a day of 100,000 articles that leaves out
those of two, and takes 60 ms instead of 300."""
_FULLNESS = "a.words - 100000 * a.title_derived"
"""How well an article tells its story: the most words, but rather one with a title of its own."""


@dataclass(frozen=True, slots=True)
class Scope:
    """Which articles a page is about."""

    first: str
    """The first day of publication, `YYYY-MM-DD`."""
    last: str
    """The last one; both empty for articles without a day."""
    since: float = 0.0
    """What arrived after this moment belongs to the page too, whatever its day; seconds since 1970, 0 for none."""
    as_it_happened: bool = False
    """Whether nothing that was published later counts."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A story, or an article that is in none."""

    number: int
    """The article that tells it best."""
    story: int
    """Number of the story; 0 for none."""
    section: str
    """Section of that article."""
    articles: int
    """How many versions there are."""
    outlets: int
    """How many outlets tell it."""
    grown: int
    """How many versions have arrived since; where nothing is said of that, how many were published on the last day."""
    day: str
    """The newest day of a version."""
    fullness: int
    """How well that article tells it, for a choice among equals."""


class FrontTable:
    """The articles of one folder by day and story."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def days(self) -> tuple[tuple[str, int], ...]:
        """Every day with articles and how many they are, oldest first: 8 ms for 100,000 articles."""
        return tuple(self._ask("SELECT day, count(*) FROM article WHERE day > '' GROUP BY day ORDER BY day"))

    def count(self, scope: Scope) -> int:
        """How many articles a page is about."""
        rows = self._ask(f"SELECT count(*) FROM article a WHERE {_within(scope)}", **_values(scope))
        return int(rows[0][0])

    def stories(self, scope: Scope) -> list[Candidate]:
        """The stories of which a version is in the scope, those of the most articles."""
        known = "AND a.day > '' AND a.day <= :last" if scope.as_it_happened else ""
        # The + has the day's index found and not that of all stories: 0.1 ms against 50 for a day of 100,000 articles.
        # Of the columns beside max() SQLite takes those of its row: https://sqlite.org/lang_select.html#bareagg
        rows = self._ask(
            f"WITH there (story) AS (SELECT DISTINCT +a.story FROM article a WHERE +a.story > 0 AND {_within(scope)}),"
            " told (story) AS (SELECT s.number FROM there CROSS JOIN story s ON s.number = there.story"
            " ORDER BY s.articles DESC, s.last DESC, s.number LIMIT :most)"
            " SELECT a.number, a.story, a.section, count(*), count(DISTINCT nullif(a.outlet, '') COLLATE NOCASE),"
            f" sum({_grown(scope)}), max(a.day), {_FULLNESS}, {_best(scope)}"
            f" FROM told t JOIN article a ON a.story = t.story AND a.story > 0 {known} GROUP BY t.story",
            most=MOST_STORIES,
            **_values(scope),
        )
        return [Candidate(*row[:-1]) for row in rows]

    def single(self, scope: Scope) -> list[Candidate]:
        """The newest articles in the scope that are in no story."""
        order = "a.arrived > :since DESC, " if scope.since else ""
        rows = self._ask(
            f"SELECT a.number, 0, a.section, 1, a.outlet <> '', {_grown(scope)}, a.day, {_FULLNESS} FROM article a"
            f" WHERE a.story = 0 AND {_within(scope)} ORDER BY {order}a.day DESC, a.added DESC, a.number LIMIT :most",
            most=MOST_SINGLE,
            **_values(scope),
        )
        return [Candidate(*row) for row in rows]


def _within(scope: Scope) -> str:
    published = "a.day >= :first AND a.day <= :last"
    return f"(({published}) OR (a.arrived > 0 AND a.arrived > :since))" if scope.since else f"({published})"


def _grown(scope: Scope) -> str:
    return "(a.arrived > :since)" if scope.since else "(a.day = :last)"


def _best(scope: Scope) -> str:
    """Which article stands for its story: the fullest; on a page of one day the fullest of that day."""
    return f"max(iif(a.day = :last, 1000000000, 0) + {_FULLNESS})" if scope.as_it_happened else f"max({_FULLNESS})"


def _values(scope: Scope) -> dict[str, object]:
    return {"first": scope.first, "last": scope.last, "since": scope.since}
