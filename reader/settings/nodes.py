"""A settings file as a tree in which every value knows its line and column.

Values stay as they are written (`no`, `1`, `08` are texts): whoever asks for a truth value or a number says so,
so that `search.next_hit: n` is a key and no surprise.
"""

from dataclasses import dataclass

from reader.errors import BroadsheetError

EMPTY = frozenset({"", "~", "null", "Null", "NULL"})
"""The unquoted words that mean "nothing": YAML 1.1, https://yaml.org/type/null.html."""


class YamlError(BroadsheetError):
    """A text that is no YAML, or more than settings need."""

    def __init__(self, message: str, line: int = 0) -> None:
        super().__init__(message)
        self.line = line
        """The line, from 1; 0 where the whole text is meant."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as it is written."""

    text: str
    """Its text, without quotes."""
    line: int = 0
    """Line, from 1."""
    column: int = 0
    """Column, from 1."""
    quoted: bool = False
    """Whether it stands in quotes, or in a block of its own."""

    @property
    def empty(self) -> bool:
        """Whether nothing is given."""
        return not self.quoted and self.text in EMPTY


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple["Node", ...] = ()
    """The values in order."""
    line: int = 0
    """Line of its beginning, from 1."""
    column: int = 0
    """Column of its beginning, from 1."""


@dataclass(frozen=True, slots=True)
class Mapping:
    """Names with their values."""

    entries: tuple[tuple[Scalar, "Node"], ...] = ()
    """Name and value in order; a name may occur twice."""
    line: int = 0
    """Line of its beginning, from 1."""
    column: int = 0
    """Column of its beginning, from 1."""


Node = Scalar | Sequence | Mapping


def told(text: str) -> str:
    """A text of the file as a message repeats it: short, and with nothing that a terminal would act on."""
    return (text if text.isprintable() else ascii(text)[1:-1])[:60]
