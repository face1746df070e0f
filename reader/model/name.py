"""Who and what articles name."""

from dataclasses import dataclass
from enum import StrEnum


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Variant:
    """One way in which a name is written."""

    text: str
    """As it stands in the text, without a title in front of it."""
    count: int
    """How often it stands there."""


@dataclass(frozen=True, slots=True)
class Name:
    """A person, place, organisation or other thing that an article names, all its variants together."""

    kind: NameKind
    """What it is the name of."""
    text: str
    """The variant by which it is known: the fullest of the frequent ones."""
    variants: tuple[Variant, ...]
    """Every way in which it is written, the most frequent first."""
    role: str = ""
    """Of a person: the first office or title that it is given, as it stands in the text."""

    @property
    def count(self) -> int:
        """How often it is named."""
        return sum(variant.count for variant in self.variants)


@dataclass(frozen=True, slots=True)
class NameCount:
    """A name of the folder, all its spellings together, and how often it is named."""

    kind: NameKind
    """What it is the name of."""
    text: str
    """The spelling under which all stand."""
    articles: int
    """How many articles name it."""
    mentions: int
    """How often they do in all."""
    role: str = ""
    """In one article: the office or title that this gives a person."""


@dataclass(frozen=True, slots=True)
class NameAccount:
    """All that a folder tells of one name."""

    name: NameCount
    """The name."""
    variants: tuple[Variant, ...]
    """Every way in which it is written, the most frequent first."""
    roles: tuple[Variant, ...]
    """The offices and titles given to a person, each with the number of articles that do, the most frequent first."""
    days: tuple[tuple[str, int], ...]
    """Every day, `YYYY-MM-DD`, on which articles that name it were published, with their number, oldest first."""
    companions: tuple[NameCount, ...]
    """Who and what the same articles name, with the number of articles that name both, the most frequent first."""
    numbers: tuple[int, ...]
    """Numbers of the articles that name it, newest first."""

    @property
    def first(self) -> str:
        """The day of the first article that names it; empty where none has a day."""
        return self.days[0][0] if self.days else ""

    @property
    def last(self) -> str:
        """The day of the last article that names it."""
        return self.days[-1][0] if self.days else ""
