"""Days in figures that can be read both ways: both readings, what other articles tell of the order, and the choice."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence

from reader.articles.dates import DAY_FIRST
from reader.articles.day_order import PROVED, VOTED, settled_by_vote, voted
from reader.model.article import Article


class DayTable:
    """The table of one catalogue; every method is part of the batch that is open."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, number: int, article: Article) -> None:
        """Enter what an article tells of the order, or that its own day is open, in place of what it told before."""
        self._connection.execute("DELETE FROM day_order WHERE article = ?", (number,))
        if not article.date_order or "date" in article.corrected:
            return
        day, other = article.date.text, article.date.other
        readings = (day, other) if article.date_order == DAY_FIRST else (other, day)
        self._connection.execute(
            "INSERT INTO day_order VALUES (?, ?, ?, ?, ?, '')",
            (number, article.date_order, *(readings if other else ("", "")), article.date.confidence),
        )

    def settle(self) -> None:
        """Read every open day as clearly most dates of its outlet are written, or else as those of the folder are.

        Where an article whose words are indexed gets another day, its file is read again next time, so that what
        relates it to others is found for that day.
        """
        unsettled = self._connection.execute(
            "SELECT d.article, a.outlet, d.told, d.day_first, d.month_first, d.sure, a.day FROM day_order d"
            " JOIN article a ON a.number = d.article WHERE d.day_first <> ''"
        ).fetchall()
        if not unsettled:
            return
        of_outlet, of_folder = self._votes()
        for number, outlet, guessed, day_first, month_first, sure, day in unsettled:
            by_outlet = voted(of_outlet[outlet]) if outlet else ""
            order = by_outlet or voted(of_folder)
            voters, confidence = ("outlet", PROVED) if by_outlet else ("folder", VOTED) if order else ("", sure)
            chosen = day_first if (order or guessed) == DAY_FIRST else month_first
            self._connection.execute(
                "UPDATE article SET day = ?, day_confidence = ? WHERE number = ?", (chosen, confidence, number)
            )
            self._connection.execute("UPDATE day_order SET voters = ? WHERE article = ?", (voters, number))
            if chosen != day:
                self._connection.execute(
                    "UPDATE file SET complete = 0 WHERE number ="
                    " (SELECT file FROM article WHERE number = ? AND indexed = 1)",
                    (number,),
                )

    def _votes(self) -> tuple[defaultdict[str, Counter[str]], Counter[str]]:
        """How many articles prove each order, by outlet and in all."""
        of_outlet: defaultdict[str, Counter[str]] = defaultdict(Counter)
        of_folder: Counter[str] = Counter()
        for outlet, order, count in self._connection.execute(
            "SELECT a.outlet, d.told, count(*) FROM day_order d JOIN article a ON a.number = d.article"
            " WHERE d.day_first = '' GROUP BY a.outlet, d.told"
        ):
            of_outlet[outlet][order] += count
            of_folder[order] += count
        return of_outlet, of_folder

    def settled(self, articles: Sequence[tuple[int, Article]]) -> list[tuple[int, Article]]:
        """Numbered articles with their days as they were settled."""
        return [
            (number, with_settled_day(article, self._connection, number) if article.date.other else article)
            for number, article in articles
        ]


def with_settled_day(article: Article, connection: sqlite3.Connection, number: int) -> Article:
    """The article with its day as the catalogue has settled it, if it has."""
    row = connection.execute(
        "SELECT a.day, a.day_confidence, d.voters FROM article a JOIN day_order d ON d.article = a.number"
        " WHERE a.number = ? AND d.voters <> ''",
        (number,),
    ).fetchone()
    return settled_by_vote(article, *row) if row else article
