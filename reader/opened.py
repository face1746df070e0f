"""What each thread opens of one folder: catalogue and marks to ask, and the search in them."""

import threading
from math import inf
from pathlib import Path

from reader.errors import BusyError
from reader.search import Search
from reader.store.catalogue_file import opened, opened_or_begun_anew
from reader.store.catalogue_schema import FILE_NAME
from reader.store.tables import Tables
from reader.store.writer_lock import lock


class _Thread(threading.local):
    """What each thread opens for itself."""

    tables: Tables | None = None
    search: Search | None = None
    generation: int = 0
    """Which of the catalogues that stood in the place of one another these read."""


class Opened:
    """Catalogue, marks and search of one folder, open once in every thread that asks."""

    def __init__(self, cache: Path, marks: Path, folder: str, *, markable: bool) -> None:
        """`marks` is the file of state, `folder` the folder's name in it, `markable` whether it can be written."""
        self._cache = cache
        self._marks = marks
        self._folder = folder
        self._markable = markable
        self._here = _Thread()
        self._generation = 0
        self.visit = inf
        """When the visit that is going on began; infinite where nobody looks."""

    def tables(self) -> Tables:
        """Catalogue and marks, for the thread that asks. Raises StoreError or StateError."""
        if self._here.generation != self._generation:
            self.let_go()
            self._here.generation = self._generation
        if self._here.tables is None:
            self._here.tables = Tables(self._cache / FILE_NAME, self._marks, self._folder, markable=self._markable)
        self._here.tables.visit = self.visit
        return self._here.tables

    def search(self) -> Search:
        """The search, for the thread that asks."""
        tables = self.tables()
        if self._here.search is None:
            self._here.search = Search(tables, self._cache)
        return self._here.search

    def version(self) -> int:
        """A number that differs whenever catalogue, index or marks were changed by anyone, for the thread that asks.

        Where another catalogue stands in the place of the open one, every thread opens that when it asks next.
        """
        if self.tables().replaced():
            self._generation += 1
        tables = self.tables()
        return self._generation << 64 | tables.version() << 32 | tables.marks_version()

    def let_go(self) -> None:
        """Close what this thread has open."""
        if self._here.search:
            self._here.search.close()
        if self._here.tables:
            self._here.tables.close()
        self._here.search = self._here.tables = None


def prepare(cache: Path) -> str:
    """See that there is a catalogue that can be read and written; what had to be mended, in a sentence."""
    try:
        with lock(cache):
            catalogue, mended = opened_or_begun_anew(cache)
    except BusyError:  # whoever is at work on it has mended what there was to mend
        catalogue, mended = opened(cache), ""
    catalogue.close()
    return mended
