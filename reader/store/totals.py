"""What there is in a folder as a whole: how many articles of each sort, its tags, and the values of its fields."""

from typing import TYPE_CHECKING

from reader.model.headline import Counts
from reader.store.asking import Ask
from reader.store.state_schema import MARKED

if TYPE_CHECKING:
    from reader.model.marking import TagCount

VALUED = ("outlet", "agency", "section", "language", "tag")
"""The fields whose values are few enough to be told."""


class Totals:
    """The totals of one folder."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def counts(self) -> Counts:
        """How many articles there are of each sort."""
        row = self._ask(
            f"""SELECT count(*), coalesce(sum(coalesce(s.read, 0) = 0), 0), coalesce(sum(s.favourite = 1), 0),
            count(DISTINCT nullif(a.story, 0)), (SELECT count(*) FROM problem) FROM article a {MARKED}"""
        )[0]
        return Counts(*row)

    def tags(self) -> "tuple[TagCount, ...]":
        """All tags of the folder, the most used first."""
        from reader.model.marking import TagCount  # not for the first screen

        rows = self._ask(
            f"SELECT t.tag, count(*) FROM article a {MARKED} JOIN marks.tag t ON t.article = s.key"
            " GROUP BY t.tag ORDER BY count(*) DESC, t.tag"
        )
        return tuple(TagCount(*row) for row in rows)

    def values(self, field: str) -> tuple[str, ...]:
        """All values of one of the fields `VALUED`, each in one spelling, that of the most articles first."""
        if field == "tag":
            return tuple(each.tag for each in self.tags())
        rows = self._ask(
            f"SELECT a.{field} FROM article a WHERE a.{field} <> '' GROUP BY a.{field} COLLATE NOCASE"
            f" ORDER BY count(*) DESC, a.{field}"
        )
        return tuple(row[0] for row in rows)
