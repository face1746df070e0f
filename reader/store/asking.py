"""How a question is put to catalogue and marks, and what of it has to be written in a certain way."""

from collections.abc import Iterable
from typing import Any, Protocol


class Ask(Protocol):
    """Asks catalogue and marks; `:folder` is known to it."""

    def __call__(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows of an answer. Raises StoreError."""


def listed(numbers: Iterable[int]) -> str:
    """Numbers as they stand in the parentheses of an IN."""
    return ",".join(str(int(number)) for number in numbers)


def escaped(text: str) -> str:
    r"""A text as it stands in a LIKE with ESCAPE '\'."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
