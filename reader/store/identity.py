"""What marks recognise an article by, and what it says of one that it has gone elsewhere."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Identity:
    """What an article is recognised by."""

    id: str
    """Its id in the folder."""
    content_hash: str
    """The digest of its text."""
    title: str
    """Its title when it was marked, so that a vanished article can still be named."""


@dataclass(frozen=True, slots=True)
class Move:
    """A marked article was found again elsewhere, or with another text."""

    key: int
    """The row of state."""
    to: Identity
    """What it is now."""
    renamed: bool
    """Whether it stands under another id: its marks are then copied there; else its row is brought up to date."""


def former_id(identifier: str) -> str:
    """The id itself; of a row that remembers marks of an earlier text, the id under which that stood."""
    return identifier.partition("\n")[0]
