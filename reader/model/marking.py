"""What the user sets besides the marks of a headline, and takes back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Highlight:
    """A passage of an article that the user highlighted."""

    text: str
    """The passage as it stood there."""
    note: str = ""
    """What the user wrote about it."""


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query that the user gave a name."""

    name: str
    """The name."""
    query: str
    """The query as text: what it means is asked anew each time, for `newer:3d` moves on."""


@dataclass(frozen=True, slots=True)
class PastChange:
    """A change of marks that was taken back, or done again."""

    told: str
    """What was done, in a few words: `tag iraq`."""
    ids: tuple[str, ...] = ()
    """The articles whose marks are as they were; none where it was about no article."""
    title: str = ""
    """The title of the first of them when it was marked."""
    corrected: bool = False
    """Whether a correction is among what was changed, so that a refresh is needed."""


@dataclass(frozen=True, slots=True)
class TagCount:
    """A tag and how often it is used."""

    tag: str
    """The tag."""
    articles: int
    """How many articles of this folder carry it."""
