"""The values that filters can be given in one folder: its outlets, agencies, sections, languages and tags."""

from collections.abc import Callable
from typing import Any

VALUED = ("outlet", "agency", "section", "language", "tag")
"""The fields whose values are few enough to be told."""


def values(ask: Callable[[str], list[tuple[Any, ...]]], column: str) -> tuple[str, ...]:
    """All values of one column of the articles, each in one spelling, that of the most articles first."""
    rows = ask(
        f"SELECT a.{column} FROM article a WHERE a.{column} <> '' GROUP BY a.{column} COLLATE NOCASE"
        f" ORDER BY count(*) DESC, a.{column}"
    )
    return tuple(row[0] for row in rows)
