"""Catalogue and marks of one folder, open for reading as one, and all that can be asked of them. It never writes."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import DamagedError, StateError, StoreError
from reader.query import Match
from reader.store.database import has_journal, open_for_reading, translated
from reader.store.filters import Filters
from reader.store.headlines import Headlines
from reader.store.identities import Identities
from reader.store.kept_marks import KeptMarks
from reader.store.state_schema import SCHEMA as STATE_SCHEMA
from reader.store.story_list import StoryList
from reader.store.telling import Telling
from reader.store.totals import Totals
from reader.store.visits import Visits

if TYPE_CHECKING:  # what the first screen does not ask
    from reader.model.article import Article
    from reader.store.front_table import FrontTable
    from reader.store.lost_marks import LostMarks
    from reader.store.naming import Naming
    from reader.store.problems import Problems
    from reader.store.said import Said
    from reader.store.word_table import WordTable


class Tables:
    """Catalogue and state of one folder, open for reading. One object per thread."""

    def __init__(self, catalogue: Path, marks: Path, folder: str, *, markable: bool = True) -> None:
        """Open both files; `folder` is the folder's name in state, `markable` whether that can be written.

        Raises DamagedError or another StoreError, and StateError where it is the marks that cannot be read; so does
        every question.
        """
        self.path = catalogue
        self._folder = folder
        self._marks = marks
        self.visit = inf
        """When the visit that is going on began; infinite where nobody looks, so that the last one counts as before."""
        with translated(catalogue, StoreError):
            self._file = _which(catalogue)
            self._connection = open_for_reading(catalogue)
        with _reading_marks(marks):
            self._attach(marks, markable)
            found = self._connection.execute("SELECT name FROM marks.sqlite_master WHERE type = 'table'").fetchall()
        self.kept = KeptMarks(self.ask, {name for (name,) in found})
        """What is marked of articles."""
        self.stories = StoryList(self.ask)
        """The stories, as lines of a list."""
        self.telling = Telling(self.ask)
        """Which stories the articles tell."""
        self.visits = Visits(self.ask)
        """When the folder was looked at before."""
        self.headlines = Headlines(self.ask, self.kept, self.stories)
        """What a list shows of articles."""
        self.identities = Identities(self.ask)
        """By what articles are known."""
        self.filters = Filters(self.ask, self._named, self._new, annotated=self.kept.annotated)
        """Which articles answer a filter, and in which order."""
        self.totals = Totals(self.ask)
        """What there is in the folder as a whole."""

    # What the first screen does not ask

    @cached_property
    def front(self) -> "FrontTable":
        """What there is to tell of a day."""
        from reader.store.front_table import FrontTable

        return FrontTable(self.ask)

    @cached_property
    def lost_marks(self) -> "LostMarks":
        """Marks whose article is no longer as it was."""
        from reader.store.lost_marks import LostMarks

        return LostMarks(self.ask)

    @cached_property
    def naming(self) -> "Naming":
        """Who and what the articles name."""
        from reader.store.naming import Naming

        return Naming(self.ask)

    @cached_property
    def problems(self) -> "Problems":
        """The files that gave no article, or doubtful ones."""
        from reader.store.problems import Problems

        return Problems(self._connection, self.ask)

    @cached_property
    def said(self) -> "Said":
        """What the user says of articles."""
        from reader.store.said import Said

        return Said(self.ask, self.kept)

    @cached_property
    def words(self) -> "WordTable":
        """The words of the folder."""
        from reader.store.word_table import WordTable

        return WordTable(self.ask)

    def with_settled_day(self, number: int, article: "Article") -> "Article":
        """The article with its day as other articles have settled the order of day and month."""
        if not article.date.other:
            return article
        from reader.store.day_table import with_settled_day  # only a day that can be read both ways needs it

        with translated(self.path, StoreError):
            return with_settled_day(article, self._connection, number)

    def _named(self, asked: Match) -> set[int]:
        return self.naming.matching(asked)

    def _new(self) -> set[int]:
        return self.visits.new(self.visits.since(self.visit))

    # The files

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def replaced(self) -> bool:
        """Whether another catalogue has taken the place of the one that is open, so that no news will ever come."""
        try:
            return _which(self.path) != self._file
        except OSError:  # it is gone, and what is open is all there is
            return False

    def version(self) -> int:
        """A number that differs whenever another process or thread has changed the catalogue."""
        return int(self.ask("PRAGMA main.data_version")[0][0])

    def marks_version(self) -> int:
        """A number that differs whenever any process or thread has changed marks."""
        return int(self.ask("PRAGMA marks.data_version")[0][0])

    def fact(self, name: str) -> str:
        """What the refresh process noted under this name, or nothing."""
        rows = self.ask("SELECT value FROM fact WHERE name = :name", name=name)
        return str(rows[0][0]) if rows else ""

    def ask(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows of an answer; `:folder` is known. Raises StoreError, and StateError where the marks are damaged."""
        try:
            with translated(self.path, StoreError):
                return self._connection.execute(statement, {"folder": self._folder, **values}).fetchall()
        except DamagedError:
            self._check_marks()
            raise

    def _check_marks(self) -> None:
        """Raise StateError where it is the marks that are damaged, beside a catalogue that may be well."""
        with _reading_marks(self._marks):
            tables = self._connection.execute("SELECT name FROM marks.sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                self._connection.execute(f"SELECT * FROM marks.{table}").fetchall()

    def _attach(self, marks: Path, markable: bool) -> None:
        if marks.is_file():
            writable = markable and os.access(marks.parent, os.W_OK)
            mode = "mode=ro" if writable or has_journal(marks) else "immutable=1"
            self._connection.execute("ATTACH ? AS marks", (f"{marks.absolute().as_uri()}?{mode}",))
            return
        self._connection.execute("ATTACH ':memory:' AS marks")
        self._connection.execute("PRAGMA query_only = OFF")
        for statement in ";\n".join(STATE_SCHEMA).split(";\n"):
            self._connection.execute(
                statement.replace("CREATE TABLE ", "CREATE TABLE marks.").replace("INDEX ", "INDEX marks.")
            )
        self._connection.execute("PRAGMA query_only = ON")


@contextmanager
def _reading_marks(marks: Path) -> Iterator[None]:
    """Raise StateError, in words, where the file of the marks cannot be read."""
    try:
        with translated(marks, StateError):
            yield
    except DamagedError as fault:
        raise StateError(f"{fault}. It was not touched: leave Broadsheet, and put a copy in its place") from fault


def _which(path: Path) -> tuple[int, int]:
    """What tells a file from any other that ever has its name while it is open."""
    known = path.stat()
    return known.st_dev, known.st_ino
