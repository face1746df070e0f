"""What the user sets besides the marks of a headline, and takes back."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Highlight:
    """What the user highlighted in an article: a passage, or some words of one."""

    text: str
    """The words as they stood there."""
    note: str = ""
    """What the user wrote about them."""
    within: str = ""
    """The passage that they are a part of, as it stood there; empty where they are all of it."""
    place: int = 0
    """Where in that passage they began, in characters: the same words may stand there more than once."""

    @property
    def passage(self) -> str:
        """The passage that it is in."""
        return self.within or self.text


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
