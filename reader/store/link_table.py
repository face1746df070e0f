"""How the articles of the catalogue relate: their profiles, links and stories, and the dates that copies tell."""

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from reader.model import LinkKind

COPY_KINDS = (LinkKind.COPY.value, LinkKind.EDITED_COPY.value)


@dataclass(frozen=True, slots=True)
class StoredLink:
    """A link from one article to another, as it is kept."""

    article: int
    """Number of the article that it is shown beside."""
    other: int
    """Number of the article that it leads to."""
    score: float
    """Closeness, 0 to 1."""
    kind: LinkKind
    """What the other is to the article."""
    reasons: tuple[str, ...]
    """Why, in words."""


class LinkTable:
    """The part of the catalogue that relating writes; every method is part of the catalogue's open batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def profiles(self) -> Iterator[tuple[int, bytes]]:
        """The profiles of all indexed articles, by number."""
        return iter(self._connection.execute("SELECT article, data FROM profile ORDER BY article"))

    def unrelated(self) -> list[int]:
        """Numbers of the articles whose links are still to be found."""
        return [
            row[0]
            for row in self._connection.execute(
                "SELECT number FROM article WHERE related = 0 AND indexed = 1 ORDER BY number"
            )
        ]

    def forget_all(self) -> None:
        """Have the links of all articles found anew."""
        self._connection.execute("DELETE FROM link")
        self._connection.execute("UPDATE article SET related = 0")

    def put(self, number: int, links: Sequence[StoredLink]) -> None:
        """Enter the links from and to one article, beside those that others have already found."""
        self._connection.executemany(
            "INSERT OR REPLACE INTO link VALUES (?, ?, ?, ?, ?)",
            [(link.article, link.other, link.score, link.kind.value, "\n".join(link.reasons)) for link in links],
        )
        self._connection.execute("UPDATE article SET related = 1 WHERE number = ?", (number,))

    def all(self) -> list[tuple[int, int, float, LinkKind]]:
        """All links, each in both directions: article, other, score, kind."""
        kinds = {kind.value: kind for kind in LinkKind}
        return [
            (article, other, score, kinds[kind])
            for article, other, score, kind in self._connection.execute("SELECT article, other, score, kind FROM link")
        ]

    def copies(self, number: int) -> list[int]:
        """Numbers of the copies and edited copies of an article."""
        rows = self._connection.execute(
            "SELECT other FROM link WHERE article = ? AND kind IN (?, ?)", (number, *COPY_KINDS)
        )
        return [row[0] for row in rows]

    def put_stories(self, stories: Iterable[Sequence[int]]) -> None:
        """Enter all stories, in place of those that there were, and count every article's copies."""
        self._connection.execute("CREATE TEMP TABLE IF NOT EXISTS grouped (number INTEGER PRIMARY KEY, story INTEGER)")
        self._connection.execute("DELETE FROM grouped")
        self._connection.executemany(
            "INSERT INTO grouped VALUES (?, ?)", [(number, min(members)) for members in stories for number in members]
        )
        self._connection.execute(
            "UPDATE article SET story = coalesce((SELECT story FROM grouped WHERE number = article.number), 0)"
            " WHERE story <> coalesce((SELECT story FROM grouped WHERE number = article.number), 0)"
        )
        counted = "(SELECT count(*) FROM link WHERE article = article.number AND kind IN (?1, ?2))"
        self._connection.execute(
            f"UPDATE article SET copies = {counted} WHERE copies <> {counted}",
            COPY_KINDS,
        )

    def infer_day(self, number: int, day: str, confidence: float) -> None:
        """Enter the day of publication that a copy tells of an article, unless the user says that it has none."""
        self._connection.execute(
            "UPDATE article SET day = ?, day_confidence = ? WHERE number = ? AND day_confidence < 1",
            (day, confidence, number),
        )
