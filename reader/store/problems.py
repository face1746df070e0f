"""The files that gave no article and those that gave doubtful ones, grouped by what is the matter."""

import os
import sqlite3

from reader.articles.doubts import heading
from reader.model.refresh import Problem, ProblemGroup
from reader.store.asking import Ask

_ALL = """
(SELECT id, reason, 0 AS doubtful, 0 AS article, 0 AS articles FROM problem
UNION ALL
SELECT a.id, d.reason, 1, d.article, d.articles FROM doubt d JOIN article a ON a.number = d.article)
"""
_FITTING = "(:part = '' OR instr(folded(id || ' ' || reason), :part) > 0)"


class Problems:
    """The files of one folder that gave no article, or doubtful ones."""

    def __init__(self, connection: sqlite3.Connection, ask: Ask) -> None:
        """`ask` asks through this connection, which learns what trouble a reason tells of, and to fold case."""
        self._ask = ask
        connection.create_function("heading", 1, heading, deterministic=True)
        connection.create_function("folded", 1, str.casefold, deterministic=True)

    def all(self) -> tuple[Problem, ...]:
        """Every file that gave no article, with the reason."""
        return tuple(Problem(*row) for row in self._ask("SELECT id, reason FROM problem ORDER BY id"))

    def groups(self, part: str) -> tuple[ProblemGroup, ...]:
        """All kinds of trouble of the files whose id or reason holds `part`: first those without an article."""
        rows = self._ask(
            f"SELECT heading(reason) AS kind, doubtful, count(*) FROM {_ALL} WHERE {_FITTING}"
            " GROUP BY doubtful, kind ORDER BY doubtful, count(*) DESC, kind",
            part=part.casefold(),
        )
        return tuple(ProblemGroup(kind, bool(doubtful), files) for kind, doubtful, files in rows)

    def of(self, group: ProblemGroup, part: str, begin: int, count: int) -> tuple[Problem, ...]:
        """Some of the files of a group whose id or reason holds `part`, in the order of their ids.

        The rows before `begin` are counted again each time: 4 ms where there are 10,000.
        """
        rows = self._ask(
            f"SELECT id, reason, article, articles FROM {_ALL} WHERE doubtful = :doubtful AND heading(reason) = :kind"
            f" AND {_FITTING} ORDER BY id, reason LIMIT :count OFFSET :begin",
            doubtful=int(group.doubtful),
            kind=group.heading,
            part=part.casefold(),
            begin=begin,
            count=count,
        )
        return tuple(Problem(*row) for row in rows)

    def file_of(self, identifier: str) -> str:
        """The path inside the folder of a file that gave no article, empty where it is none that could be read."""
        statement = "SELECT f.path FROM problem p JOIN file f ON f.number = p.file WHERE p.id = :id"
        rows = self._ask(statement, id=identifier)
        return os.fsdecode(rows[0][0]) if rows else ""
