"""What a refresh tells: how far it is, what it did, and which files gave no article."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """A file that gave no article, or a doubtful one."""

    id: str
    """Its path inside the folder."""
    reason: str
    """What is wrong and what to do about it."""
    article: int = 0
    """Number of the doubtful article, of several the first; 0 where the file gave none."""
    articles: int = 0
    """How many articles of the file are doubtful for this reason."""


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """All files with one kind of trouble."""

    heading: str
    """What is the matter, in a few words."""
    doubtful: bool
    """Whether the files gave articles, but doubtful ones."""
    files: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one refresh did."""

    added: int = 0
    """Files that are new."""
    changed: int = 0
    """Files whose content is another than last time."""
    removed: int = 0
    """Files that have vanished."""
    unchanged: int = 0
    """Files that are as they were."""
    failed: tuple[Problem, ...] = ()
    """Files that gave no article."""
    articles: int = 0
    """Articles in the catalogue afterwards."""
    seconds: float = 0.0
    """Time taken."""

    @property
    def differs(self) -> bool:
        """Whether anything changed."""
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a refresh has come."""

    stage: str
    """`scanning`, `reading`, `indexing`, `relating` or `done`."""
    done: int = 0
    """How many are through this stage: files while reading, articles after."""
    total: int = 0
    """Of how many; 0 while unknown."""
    message: str = ""
    """A sentence for the user, usually empty."""
