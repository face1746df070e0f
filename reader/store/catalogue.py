"""The catalogue: a table of headlines, stories and links, derived from the folder. The refresh process alone writes it.

Article numbers are never used twice, so that a word index that lags behind can point at nothing wrong.
"""

import os
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import time

from reader.articles.corrections import corrections
from reader.articles.doubts import doubts
from reader.errors import StoreError
from reader.model.article import Article
from reader.model.refresh import Problem
from reader.store.catalogue_file import opened, opened_or_begun_anew
from reader.store.catalogue_schema import FILE_NAME
from reader.store.corrections import written
from reader.store.database import sqlite_translated, transaction, translated
from reader.store.day_table import DayTable
from reader.store.folder import FileEntry, identifier
from reader.store.link_table import LinkTable
from reader.store.name_table import NameTable
from reader.store.recorded import Recorded
from reader.store.story_table import StoryTable


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file as the catalogue remembers it."""

    number: int
    """Its number in the catalogue."""
    size: int
    """In bytes, when it was read."""
    modified: int
    """Nanoseconds since 1970, when it was read."""
    digest: bytes
    """Of its content; empty when it could not be read."""
    complete: bool
    """Whether all its articles are in the word index."""

    def matches(self, entry: FileEntry) -> bool:
        """Whether the file need not be read again; one that could not be read is tried each time."""
        same = self.size == entry.size and self.modified == entry.modified
        return same and self.complete and bool(self.digest)


class Catalogue:
    """The catalogue of one folder, open for writing. Every method but `batch` is part of the batch that is open."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        self._connection = connection
        self._refresh = 0
        self.path = path
        """The file."""
        self.links = LinkTable(connection)
        """How its articles relate."""
        self.stories = StoryTable(connection)
        """Which stories they form."""
        self.days = DayTable(connection)
        """How the order of day and month was settled."""
        self.names = NameTable(connection)
        """Who and what they name."""

    @classmethod
    def open(cls, directory: Path) -> "Catalogue":
        """The catalogue in `directory`, made when absent. Raises DamagedError or another StoreError."""
        return cls(opened(directory), directory / FILE_NAME)

    @classmethod
    def open_or_begin_anew(cls, directory: Path) -> tuple["Catalogue", str]:
        """The catalogue, all of it checked, and what had to be mended: a damaged one is set aside.

        Raises StoreError where it cannot be written.
        """
        connection, mended = opened_or_begun_anew(directory, thorough=True)
        return cls(connection, directory / FILE_NAME), mended

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    @contextmanager
    def translated(self) -> Iterator[None]:
        """What SQLite raises inside, in words. Raises DamagedError or another StoreError."""
        with sqlite_translated(self.path, StoreError):
            yield

    @contextmanager
    def batch(self) -> Iterator[None]:
        """All changes inside reach readers at once, or not at all. Raises StoreError."""
        with translated(self.path, StoreError), transaction(self._connection):
            yield

    # Files and their articles

    def begin(self) -> None:
        """Note that the catalogue is incomplete until this refresh is through; one that was cut short goes on."""
        self._refresh = int(self.fact("refreshes") or 0) + bool(self.fact("complete"))
        self.note("refreshes", str(self._refresh))
        self.note("complete", "")

    def files(self) -> dict[str, KnownFile]:
        """All known files by path."""
        rows = self._connection.execute("SELECT path, number, size, modified, digest, complete FROM file")
        return {
            os.fsdecode(path): KnownFile(number, size, modified, digest, bool(complete))
            for path, number, size, modified, digest, complete in rows
        }

    def put(self, entry: FileEntry, digest: bytes, articles: Sequence[Article], known: KnownFile | None) -> list[int]:
        """Enter what a file holds now, in place of what it held; the numbers of its articles.

        `known` is the row to use again, of the same file or of the one it was renamed from.
        """
        number = self._put_file(entry, digest, known)
        self._connection.execute("INSERT OR IGNORE INTO unlisted SELECT number FROM article WHERE file = ?", (number,))
        self._connection.execute("DELETE FROM problem WHERE file = ?", (number,))
        kept = [self._put_article(number, part, article, entry) for part, article in enumerate(articles)]
        surplus = self._connection.execute(
            "SELECT number FROM article WHERE file = ? AND part >= ?", (number, len(articles))
        )
        self._forget([row[0] for row in surplus])
        self._doubt(number, list(zip(kept, articles, strict=True)))
        for article_number, article in zip(kept, articles, strict=True):
            self.days.put(article_number, article)
        return kept

    def complain(self, entry: FileEntry, digest: bytes, reason: str, known: KnownFile | None) -> None:
        """Enter a file that gave no article, with the reason; it is not read again until it changes."""
        self.put(entry, digest, (), known)
        number = self._connection.execute(
            "SELECT number FROM file WHERE path = ?", (os.fsencode(entry.path),)
        ).fetchone()[0]
        self._connection.execute("UPDATE file SET complete = 1 WHERE number = ?", (number,))
        self._connection.execute(
            "INSERT OR REPLACE INTO problem VALUES (?, ?, ?)", (identifier(entry.path), number, reason)
        )

    def replace_complaints(self, problems: Iterable[Problem]) -> None:
        """Enter what of the folder could not be looked into this time, in place of what could not last time."""
        self._connection.execute("DELETE FROM problem WHERE file IS NULL")
        self._connection.executemany(
            "INSERT OR REPLACE INTO problem VALUES (?, NULL, ?)", [(problem.id, problem.reason) for problem in problems]
        )

    def complaints(self) -> tuple[Problem, ...]:
        """What of the folder could not be looked into last time."""
        rows = self._connection.execute("SELECT id, reason FROM problem WHERE file IS NULL ORDER BY id")
        return tuple(Problem(*row) for row in rows)

    def corrected_otherwise(self, recorded: Recorded) -> set[int]:
        """Numbers of the files of which an article holds other corrections than those that are recorded now."""
        columns = "SELECT file, id, content_hash, corrected FROM article WHERE"
        rows = self._connection.execute(f"{columns} corrected <> ''").fetchall()
        for one in recorded.ids:
            rows += self._connection.execute(f"{columns} id = ? AND corrected = ''", (one,)).fetchall()
        return {file for file, one, text, applied in rows if written(recorded.of(one, text)) != applied}

    def touch(self, known: KnownFile, entry: FileEntry) -> None:
        """Note that a file has a new time but the content that it had."""
        self._connection.execute(
            "UPDATE file SET size = ?, modified = ?, complete = ? WHERE number = ?",
            (entry.size, entry.modified, int(known.complete), known.number),
        )

    def remove_files(self, numbers: Iterable[int]) -> None:
        """Take out files that have vanished, with their articles."""
        for number in numbers:
            self._forget(
                [row[0] for row in self._connection.execute("SELECT number FROM article WHERE file = ?", (number,))]
            )
            self._connection.execute("DELETE FROM file WHERE number = ?", (number,))

    def problems(self) -> tuple[Problem, ...]:
        """Every file that gave no article."""
        return tuple(Problem(*row) for row in self._connection.execute("SELECT id, reason FROM problem ORDER BY id"))

    def articles(self) -> int:
        """How many articles there are."""
        return int(self._connection.execute("SELECT count(*) FROM article").fetchone()[0])

    def _put_file(self, entry: FileEntry, digest: bytes, known: KnownFile | None) -> int:
        row = (os.fsencode(entry.path), entry.size, entry.modified, digest)
        if known is None:
            made = self._connection.execute("INSERT INTO file (path, size, modified, digest) VALUES (?, ?, ?, ?)", row)
            return int(made.lastrowid or 0)
        self._connection.execute(
            "UPDATE file SET path = ?, size = ?, modified = ?, digest = ?, complete = 0 WHERE number = ?",
            (*row, known.number),
        )
        return known.number

    def _put_article(self, file: int, part: int, article: Article, entry: FileEntry) -> int:
        return int(
            self._connection.execute(
                """
                INSERT INTO article (file, part, id, title, title_derived, day, day_confidence, outlet, agency, section,
                    place, language, words, minutes, content_hash, added, corrected,
                    title_confidence, outlet_confidence, agency_confidence, since, arrived)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (file, part) DO UPDATE SET id = excluded.id, title = excluded.title,
                    title_derived = excluded.title_derived, day = excluded.day,
                    day_confidence = excluded.day_confidence, outlet = excluded.outlet, agency = excluded.agency,
                    section = excluded.section, place = excluded.place, language = excluded.language,
                    words = excluded.words, minutes = excluded.minutes, content_hash = excluded.content_hash,
                    added = excluded.added, corrected = excluded.corrected,
                    title_confidence = excluded.title_confidence, outlet_confidence = excluded.outlet_confidence,
                    agency_confidence = excluded.agency_confidence, indexed = 0, related = 0,
                    since = iif(id = excluded.id AND content_hash = excluded.content_hash, since, excluded.since)
                RETURNING number
                """,
                (
                    file,
                    part,
                    article.id,
                    article.title.text,
                    article.title_derived,
                    article.date.text,
                    article.date.confidence,
                    article.outlet.text,
                    article.agency.text,
                    article.section.text,
                    article.place.text,
                    article.language,
                    article.words,
                    article.minutes,
                    article.content_hash,
                    entry.modified / 1e9,
                    written(corrections(article)),
                    article.title.confidence,
                    article.outlet.confidence,
                    article.agency.confidence,
                    self._refresh,
                    time() if self._refresh else 0.0,
                ),
            ).fetchone()[0]
        )

    def _doubt(self, file: int, articles: Sequence[tuple[int, Article]]) -> None:
        """Enter what is doubtful about the articles of a file, in place of what was."""
        first: dict[str, int] = {}
        count: Counter[str] = Counter()
        for number, article in articles:
            for reason in doubts(article):
                first.setdefault(reason, number)
                count[reason] += 1
        self._connection.execute("DELETE FROM doubt WHERE file = ?", (file,))
        self._connection.executemany(
            "INSERT INTO doubt VALUES (?, ?, ?, ?)", [(file, reason, first[reason], count[reason]) for reason in first]
        )

    def _forget(self, numbers: Sequence[int]) -> None:
        rows = [(number,) for number in numbers]
        self._connection.executemany("INSERT OR IGNORE INTO unlisted VALUES (?)", rows)
        self._connection.executemany("DELETE FROM article WHERE number = ?", rows)

    # The word index's part

    def unlisted(self) -> list[int]:
        """Numbers that the word index still holds though their articles are gone."""
        return [row[0] for row in self._connection.execute("SELECT article FROM unlisted")]

    def mark_indexed(self, profiles: Mapping[int, bytes], words: Mapping[str, int], unlisted: Iterable[int]) -> None:
        """Note that these articles, with the profiles that relate them, stand in the word index, and these no more."""
        self._connection.executemany(
            "UPDATE article SET indexed = 1, related = 0 WHERE number = ?", [(n,) for n in profiles]
        )
        self._connection.executemany("INSERT OR REPLACE INTO profile VALUES (?, ?)", profiles.items())
        self._connection.executemany("DELETE FROM link WHERE article = ?1 OR other = ?1", [(n,) for n in profiles])
        self._connection.executemany(
            "INSERT INTO word VALUES (?, ?) ON CONFLICT (word) DO UPDATE SET articles = articles + excluded.articles",
            sorted(words.items()),
        )
        self._connection.executemany("DELETE FROM unlisted WHERE article = ?", [(number,) for number in unlisted])
        self._connection.execute(
            "UPDATE file SET complete = 1 WHERE complete = 0"
            " AND NOT EXISTS (SELECT 1 FROM article WHERE file = file.number AND indexed = 0)"
        )

    def forget_index(self) -> None:
        """Note that the word index is lost: every file is read again."""
        self._connection.execute("UPDATE file SET complete = 0 WHERE number IN (SELECT file FROM article)")
        self._connection.execute("UPDATE article SET indexed = 0")
        self._connection.execute("DELETE FROM word")
        self._connection.execute("DELETE FROM unlisted")

    # Facts

    def fact(self, name: str) -> str:
        """What was noted under this name, or nothing."""
        row = self._connection.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else ""

    def note(self, name: str, value: str) -> None:
        """Note a fact."""
        self._connection.execute("INSERT OR REPLACE INTO fact VALUES (?, ?)", (name, value))
