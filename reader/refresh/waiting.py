"""Articles that stand in the list and wait for the word index, in order: few in memory, many in a passing file."""

import pickle
from collections.abc import Iterable
from pathlib import Path
from tempfile import SpooledTemporaryFile
from types import TracebackType
from typing import Self

from reader.errors import StoreError
from reader.model.article import Article
from reader.store.database import translated

IN_MEMORY = 2_000_000
"""Bytes beyond which they go into a file; some 500 articles of 400 words."""

Numbered = tuple[int, Article]
"""An article with its number in the catalogue."""


class Waiting:
    """A queue of articles; the file behind it is gone with the process, however that ends."""

    def __init__(self, directory: Path) -> None:
        """Begin an empty one; `directory` is where its file will be."""
        self._directory = directory
        self._file = SpooledTemporaryFile(max_size=IN_MEMORY, dir=str(directory))  # noqa: SIM115 - see `__exit__`
        self._next = 0
        self._count = 0

    def __len__(self) -> int:
        return self._count

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._file.close()

    def add(self, articles: Iterable[Numbered]) -> None:
        """Put articles at the end. Raises StoreError where there is no room for them."""
        with translated(self._directory, StoreError):
            self._file.seek(0, 2)
            for article in articles:
                pickle.dump(article, self._file, pickle.HIGHEST_PROTOCOL)
                self._count += 1

    def take(self, most: int) -> list[Numbered]:
        """Take at most so many from the beginning."""
        with translated(self._directory, StoreError):
            self._file.seek(self._next)
            taken: list[Numbered] = [
                pickle.load(self._file)  # noqa: S301 - see above
                for _ in range(min(most, self._count))
            ]
            self._next = self._file.tell()
        self._count -= len(taken)
        return taken
