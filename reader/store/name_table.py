"""Who and what the articles of the catalogue name: spellings, mentions, and which spellings stand for one name."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from reader.model.name import Name, NameKind
from reader.store.name_folding import folded_name

AT_ONCE = 500
"""Groups of spellings that are merged in one go, and numbers in one statement."""

_TOUCHED = "CREATE TEMP TABLE IF NOT EXISTS touched (number INTEGER PRIMARY KEY)"
_RECOUNTED = """
    UPDATE spelling SET (articles, mentions, notable) = (
        SELECT count(DISTINCT m.article), coalesce(sum(m.count), 0), coalesce(sum(m.count) > 1 OR max(m.role) <> '', 0)
        FROM spelling s CROSS JOIN mention m ON m.name = s.number WHERE s.name = spelling.number)
    WHERE number IN (SELECT number FROM touched)
"""
"""Named twice in all is twice in one article, or in two. CROSS keeps SQLite from walking all mentions first."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way in which articles of the folder write a name in full."""

    number: int
    """Its number in the catalogue."""
    text: str
    """The spelling."""
    count: int
    """How often the name stands in articles that know it best by this spelling."""


@dataclass(frozen=True, slots=True)
class LoneSurname:
    """A surname that an article gives without ever writing the name in full."""

    article: int
    """Number of the article."""
    story: int
    """Number of its story, 0 for none."""
    written: int
    """Number of the spelling."""
    text: str
    """The spelling."""
    name: int
    """Number of the spelling that it is taken for now; itself where none is known."""


class NameTable:
    """The part of the catalogue that naming writes; every method is part of the catalogue's open batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def put(self, named: Mapping[int, Sequence[Name]], key: Callable[[NameKind, str], str]) -> None:
        """Enter what articles name, by their numbers, in place of what they named.

        `key` is what spellings of one name have in common.
        """
        numbers = self._numbers(named.values(), key)
        self._connection.executemany("DELETE FROM mention WHERE article = ?", [(article,) for article in named])
        self._connection.executemany(
            "INSERT INTO mention (article, name, written, count, role) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT (article, name, written) DO UPDATE SET count = count + excluded.count",
            [
                (article, numbers[name.kind, name.text], numbers[name.kind, variant.text], variant.count, role)
                for article, names in named.items()
                for name in names
                for variant, role in zip(name.variants, (name.role, *[""] * len(name.variants)), strict=False)
            ],
        )
        self._unsettle({numbers[name.kind, name.text] for names in named.values() for name in names})

    def _numbers(
        self, named: Iterable[Sequence[Name]], key: Callable[[NameKind, str], str]
    ) -> dict[tuple[NameKind, str], int]:
        """The numbers of all spellings, new ones entered as names of their own."""
        wanted = {
            (name.kind, text)
            for names in named
            for name in names
            for text in (name.text, *(variant.text for variant in name.variants))
        }
        numbers: dict[tuple[NameKind, str], int] = {}
        for kind, text in sorted(wanted):
            known = self._connection.execute(
                "SELECT number FROM spelling WHERE kind = ? AND text = ?", (kind.value, text)
            ).fetchone()
            numbers[kind, text] = known[0] if known else self._enter(kind, text, key(kind, text))
        return numbers

    def _enter(self, kind: NameKind, text: str, key: str) -> int:
        made = self._connection.execute(
            "INSERT INTO spelling (kind, text, folded, key, name) VALUES (?, ?, ?, ?, 0)",
            (kind.value, text, folded_name(text), key),
        )
        self._connection.execute("UPDATE spelling SET name = number WHERE number = ?", (made.lastrowid,))
        return int(made.lastrowid or 0)

    def _unsettle(self, spellings: Iterable[int]) -> None:
        self._connection.executemany(
            "INSERT OR IGNORE INTO unsettled VALUES (?)", [(spelling,) for spelling in spellings]
        )

    # Merging

    def unsettled(self) -> bool:
        """Whether there are spellings whose merging is to be done again."""
        return bool(self._connection.execute("SELECT 1 FROM unsettled LIMIT 1").fetchone())

    def unsettled_groups(self) -> Iterator[tuple[NameKind, tuple[Spelling, ...]]]:
        """All spellings with the keys of those that are unsettled, those of one kind and key together."""
        rows = self._connection.execute(
            """
            SELECT s.kind, s.key, s.number, s.text,
                (SELECT coalesce(sum(m.count), 0) FROM mention m WHERE m.name = s.number)
            FROM spelling s
            WHERE (s.kind, s.key) IN (
                SELECT DISTINCT u.kind, u.key FROM unsettled JOIN spelling u ON u.number = unsettled.spelling)
            ORDER BY s.kind, s.key, s.number
            """
        ).fetchall()
        for (kind, _), members in groupby(rows, key=lambda row: (row[0], row[1])):
            yield NameKind(kind), tuple(Spelling(*row[2:]) for row in members)

    def company(self, spellings: Iterable[int]) -> dict[int, set[int]]:
        """For each of these spellings, the spellings of what stands beside it in articles."""
        found: dict[int, set[int]] = {}
        for spelling in spellings:
            rows = self._connection.execute(
                "SELECT DISTINCT o.name FROM mention m JOIN mention o ON o.article = m.article"
                " WHERE m.name = ?1 AND o.name <> ?1",
                (spelling,),
            )
            found[spelling] = {row[0] for row in rows}
        return found

    def settle(self, names: Mapping[int, int]) -> None:
        """Enter under which spelling each of these stands, count the names anew, and note that they are settled."""
        self._connection.execute(_TOUCHED)
        self._connection.execute("DELETE FROM touched")
        self._connection.executemany("INSERT INTO touched VALUES (?)", [(spelling,) for spelling in names])
        self._connection.executemany(
            "UPDATE spelling SET name = ?1 WHERE number = ?2 AND name <> ?1",
            [(name, spelling) for spelling, name in names.items()],
        )
        self._connection.execute(_RECOUNTED)
        self._connection.execute(
            "DELETE FROM spelling WHERE number IN (SELECT number FROM touched)"
            " AND NOT EXISTS (SELECT 1 FROM mention WHERE name = spelling.number)"
            " AND NOT EXISTS (SELECT 1 FROM mention WHERE written = spelling.number)"
        )
        self._connection.execute("DELETE FROM unsettled")

    # Surnames that stand alone

    def lone_surnames(self) -> list[LoneSurname]:
        """Every person of one word whose article does not write the name in full."""
        rows = self._connection.execute(
            """
            SELECT m.article, a.story, m.written, s.text, m.name
            FROM spelling s CROSS JOIN mention m ON m.written = s.number CROSS JOIN article a ON a.number = m.article
            WHERE s.kind = 'person' AND instr(s.text, ' ') = 0 AND (m.name = m.written OR m.lent = 1)
            ORDER BY m.article
            """
        )
        return [LoneSurname(*row) for row in rows]

    def full_names(self, stories: Iterable[int]) -> dict[tuple[int, str], set[int]]:
        """Numbers of the names that people have in the articles of these stories, by story and folded last word."""
        found: dict[tuple[int, str], set[int]] = {}
        for story in stories:
            rows = self._connection.execute(
                """
                SELECT DISTINCT s.folded, s.name
                FROM article a CROSS JOIN mention m ON m.article = a.number CROSS JOIN spelling s ON s.number = m.name
                WHERE a.story = ? AND s.kind = 'person' AND instr(s.text, ' ') > 0 AND m.lent = 0
                """,
                (story,),
            )
            for folded, name in rows:
                found.setdefault((story, folded.rpartition(" ")[2]), set()).add(name)
        return found

    def lend(self, surname: LoneSurname, name: int) -> None:
        """Take a lone surname for this name in its article; for itself where it is the spelling's own number."""
        self._unsettle((surname.name, name))
        self._connection.execute(
            "UPDATE OR REPLACE mention SET name = ?, lent = ? WHERE article = ? AND name = ? AND written = ?",
            (name, int(name != surname.written), surname.article, surname.name, surname.written),
        )
