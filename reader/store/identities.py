"""By what an article is known: its number and its id, the place of its text, and what marks recognise it by."""

import os
from collections.abc import Sequence
from dataclasses import dataclass

from reader.errors import StoreError
from reader.store.asking import Ask, listed
from reader.store.identity import Identity


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of an article is to be read."""

    path: str
    """The file, inside the folder; lone surrogates stand for bytes that are no UTF-8."""
    part: int
    """The how manieth article of the file, from 0."""


class Identities:
    """The articles of one folder, as they are known."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def number(self, identifier: str) -> int:
        """The number of the article with this id, 0 when there is none."""
        rows = self._ask("SELECT number FROM article WHERE id = :id ORDER BY number LIMIT 1", id=identifier)
        return int(rows[0][0]) if rows else 0

    def called(self, name: str) -> tuple[int, ...]:
        """The first two articles whose file has this name or path, but for its ending, and for a name the folder."""
        rows = self._ask(
            "SELECT number, id FROM article WHERE instr(id, :begin) = 1 OR instr(id, :inside) > 0 LIMIT 1000",
            begin=f"{name}.",
            inside=f"/{name}.",
        )
        return tuple(number for number, identifier in rows if name in _shorter(identifier))[:2]

    def near_ids(self, identifier: str) -> tuple[str, ...]:
        """Ids that hold this text: what a person may have meant."""
        rows = self._ask(
            "SELECT id FROM article WHERE instr(lower(id), lower(:id)) > 0 ORDER BY length(id) LIMIT 3", id=identifier
        )
        return tuple(row[0] for row in rows)

    def place(self, number: int) -> Place:
        """Where an article's text is. Raises StoreError when it has vanished."""
        rows = self._ask(
            "SELECT f.path, a.part FROM article a JOIN file f ON f.number = a.file WHERE a.number = :number",
            number=number,
        )
        if not rows:
            raise StoreError("this article has vanished from the folder; its marks are kept")
        return Place(os.fsdecode(rows[0][0]), int(rows[0][1]))

    def identities(self, numbers: Sequence[int]) -> list[Identity]:
        """What marks recognise these articles by; without those that have vanished."""
        rows = self._ask(f"SELECT id, content_hash, title FROM article WHERE number IN ({listed(numbers)})")
        return [Identity(*row) for row in rows]


def _shorter(identifier: str) -> tuple[str, str]:
    """The path of a file without its last ending, and its name alone: `world/hd0730` and `hd0730`."""
    path = identifier.rpartition(".")[0]
    return path, path.rpartition("/")[2]
