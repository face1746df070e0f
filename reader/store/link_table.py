"""How the articles of the catalogue relate: their profiles and links, and the dates that copies tell."""

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reader.model.headline import LinkKind

COPY_KINDS = (LinkKind.COPY.value, LinkKind.EDITED_COPY.value)
_KINDS = {kind.value: kind for kind in LinkKind}


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

    def profile(self, number: int) -> bytes:
        """What relates an article to others; empty where it is not indexed."""
        row = self._connection.execute("SELECT data FROM profile WHERE article = ?", (number,)).fetchone()
        return bytes(row[0]) if row else b""

    def indexed(self, number: int) -> bool:
        """Whether an article has a profile."""
        return self._connection.execute("SELECT 1 FROM profile WHERE article = ?", (number,)).fetchone() is not None

    def numbers(self) -> list[int]:
        """Numbers of all articles that have a profile; the index alone tells them, for the profiles are large."""
        rows = self._connection.execute("SELECT article FROM profile INDEXED BY profile_article ORDER BY article")
        return [number for (number,) in rows]

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

    def of(self, number: int, least: float = 0.0) -> list[tuple[int, int, float, LinkKind]]:
        """The links of an article with at least this score, closest first: article, other, score, kind."""
        rows = self._connection.execute(
            "SELECT article, other, score, kind FROM link WHERE article = ? AND score >= ? ORDER BY score DESC, other",
            (number, least),
        )
        return [(article, other, score, _KINDS[kind]) for article, other, score, kind in rows]

    def copies(self, number: int) -> list[int]:
        """Numbers of the copies and edited copies of an article."""
        rows = self._connection.execute(
            "SELECT other FROM link WHERE article = ? AND kind IN (?, ?)", (number, *COPY_KINDS)
        )
        return [row[0] for row in rows]

    def count_copies(self, numbers: Iterable[int]) -> None:
        """Count the copies of these articles, and of those that have lost one since they were last counted."""
        lost = [row[0] for row in self._connection.execute("SELECT article FROM recount")]
        self._connection.executemany(
            "UPDATE article SET copies = (SELECT count(*) FROM link WHERE article = ?1 AND kind IN (?2, ?3))"
            " WHERE number = ?1",
            [(number, *COPY_KINDS) for number in {*lost, *numbers}],
        )
        self._connection.execute("DELETE FROM recount")

    def infer_day(self, number: int, day: str, confidence: float) -> None:
        """Enter the day of publication that a copy tells of an article, unless the user says that it has none."""
        self._connection.execute(
            "UPDATE article SET day = ?, day_confidence = ? WHERE number = ? AND day_confidence < 1",
            (day, confidence, number),
        )
