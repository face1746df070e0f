"""What a list tells of articles: headlines with their marks, the links between them, stories, and counts."""

from dataclasses import dataclass
from enum import StrEnum


class LinkKind(StrEnum):
    """How two articles relate, closest first."""

    COPY = "copy"
    EDITED_COPY = "edited copy"
    SHARES_TEXT = "shares text"
    SAME_STORY = "same story"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Marks:
    """What the user set on one article."""

    read: bool = False
    """Opened, or marked as read."""
    favourite: bool = False
    """Saved with a star."""
    tags: tuple[str, ...] = ()
    """Tags in alphabetical order."""
    note: str = ""
    """What the user wrote about it."""
    highlights: int = 0
    """How many of its passages the user highlighted."""


@dataclass(frozen=True, slots=True)
class Headline:
    """The part of an article that a list shows."""

    number: int
    """The catalogue's own number of the article; not stable across a rebuild."""
    id: str
    """The article's id."""
    title: str
    """Title as shown."""
    title_derived: bool = False
    """Whether the title was made from the text."""
    title_confidence: float = 1.0
    """As in `Value`."""
    date: str = ""
    """Day of publication, `YYYY-MM-DD`, or empty."""
    date_confidence: float = 0.0
    """As in `Value`."""
    outlet: str = ""
    """Who published it, or empty."""
    outlet_confidence: float = 1.0
    """As in `Value`."""
    agency: str = ""
    """The wire it credits, or empty."""
    agency_confidence: float = 1.0
    """As in `Value`."""
    section: str = ""
    """Its section, or empty."""
    place: str = ""
    """Its place, or empty."""
    words: int = 0
    """Length."""
    minutes: int = 1
    """Reading time."""
    story: int = 0
    """Number of its story, 0 for none."""
    copies: int = 0
    """How many other articles are copies or edited copies of it."""
    outlets: int = 0
    """How many outlets tell its story, where that is known."""
    story_day: str = ""
    """The newest day of a version of its story, where that is known."""
    story_begin: str = ""
    """The oldest one."""
    added: float = 0.0
    """The file's time of change, seconds since 1970."""
    marks: Marks = Marks()
    """What the user set."""


@dataclass(frozen=True, slots=True)
class Link:
    """How another article relates to this one, and why."""

    headline: Headline
    """The other article."""
    score: float
    """Closeness, 0 to 1; ranks, but is no percentage of anything."""
    kind: LinkKind
    """What the other article is to this one."""
    reasons: tuple[str, ...]
    """Why, in words, strongest first."""


@dataclass(frozen=True, slots=True)
class Story:
    """The articles that report one event, as a list shows them."""

    number: int
    """Its number; it stays when articles join, and no other story ever has it."""
    article: int
    """The number of its fullest version, whose title it bears."""
    title: str
    """The title as shown."""
    articles: int
    """How many versions it has."""
    texts: int
    """How many of them are left when copies and edited copies of one another are counted as one."""
    outlets: tuple[str, ...] = ()
    """Who published it, the one with most versions first; versions without an outlet are left out."""
    first: str = ""
    """The first day of a version, `YYYY-MM-DD`, empty where none has a date."""
    last: str = ""
    """The last one."""
    growth: tuple[tuple[str, int], ...] = ()
    """How many versions appeared on each day, in order; those without a date are left out."""

    @property
    def copies(self) -> int:
        """How many versions only repeat another one."""
        return self.articles - self.texts


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles there are of each sort."""

    articles: int = 0
    """All."""
    unread: int = 0
    """Not yet read."""
    favourites: int = 0
    """Favourites."""
    stories: int = 0
    """Stories of at least two articles."""
    problems: int = 0
    """Files that gave no article."""
