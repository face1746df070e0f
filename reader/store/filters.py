"""Which articles answer one filter, and in which order articles are listed."""

from array import array
from collections.abc import Callable
from enum import StrEnum

from reader.query import HELD, NAMED, DateRange, Is, Match
from reader.store.asking import Ask, escaped
from reader.store.state_schema import MARKED


class Order(StrEnum):
    """In which order articles are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    OUTLET = "outlet"


_ORDERS = {
    Order.NEWEST: "a.day DESC, a.added DESC, a.number",
    Order.OLDEST: "a.day = '', a.day, a.added, a.number",
    Order.TITLE: "a.title COLLATE NOCASE, a.number",
    Order.OUTLET: "a.outlet = '', a.outlet COLLATE NOCASE, a.day DESC, a.added DESC, a.number",
}

_FIELDS = {name: f"a.{name}" for name in ("outlet", "agency", "section", "place", "id", "language")}

_MARKS = {
    "unread": "coalesce(s.read, 0) = 0",
    "read": "s.read = 1",
    "favourite": "s.favourite = 1",
    "tagged": "EXISTS (SELECT 1 FROM marks.tag WHERE article = s.key)",
    "note": "EXISTS (SELECT 1 FROM marks.note WHERE article = s.key)",
    "highlight": "EXISTS (SELECT 1 FROM marks.highlight WHERE article = s.key)",
}


class Filters:
    """The filters of one folder."""

    def __init__(
        self, ask: Ask, named: Callable[[Match], set[int]], new: Callable[[], set[int]], *, annotated: bool
    ) -> None:
        """`named` gives the articles that name somebody, `new` those that are new; `annotated` as in `KeptMarks`."""
        self._ask = ask
        self._named = named
        self._new = new
        self._annotated = annotated

    def numbers(self, order: Order) -> "array[int]":
        """Numbers of all articles, in this order."""
        return array("q", [row[0] for row in self._ask(f"SELECT a.number FROM article a ORDER BY {_ORDERS[order]}")])

    def matching(self, asked: Match | Is | DateRange) -> set[int]:
        """Numbers of the articles that answer one filter."""
        if isinstance(asked, Match) and asked.field in NAMED:
            named = self._named(asked)
            return named | self._meeting(asked) if asked.field in _FIELDS else named
        if isinstance(asked, Is) and asked.mark == "new":
            return self._new()
        if isinstance(asked, Is) and asked.mark in HELD and not self._annotated:
            return set()
        return self._meeting(asked)

    def _meeting(self, asked: Match | Is | DateRange) -> set[int]:
        condition, values = _condition(asked)
        return {row[0] for row in self._ask(f"SELECT a.number FROM article a {MARKED} WHERE {condition}", **values)}


def _condition(asked: Match | Is | DateRange) -> tuple[str, dict[str, object]]:
    """A filter as SQL, with its values."""
    match asked:
        case Is():
            return _MARKS[asked.mark], {}
        case DateRange():
            return (
                "a.day <> '' AND a.day >= :first AND a.day <= :last",
                {"first": asked.first, "last": asked.last or "9999-12-31"},
            )
        case Match(field="tag"):
            condition = "EXISTS (SELECT 1 FROM marks.tag WHERE article = s.key AND {})"
            column = "tag"
        case _:
            condition = "{}"
            column = _FIELDS[asked.field]
    if asked.prefix:
        beginning = f"{escaped(asked.value)}%" if asked.value else "_%"
        return condition.format(f"{column} LIKE :value ESCAPE '\\'"), {"value": beginning}
    return condition.format(f"{column} = :value COLLATE NOCASE"), {"value": asked.value}
