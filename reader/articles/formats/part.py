"""One article's share of a file: its text and what the container says about it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from reader.articles.draft import Piece
from reader.model.article import Value


@dataclass(frozen=True, slots=True)
class Part:
    """What a format hands on to the rules."""

    text: str
    """The text without the container's own lines."""
    start: int = 0
    """Where that text begins in the decoded text of the file; 0 for a text that the format has put together."""
    fields: Mapping[str, Value] = field(default_factory=dict)
    """Values that the container states, by field of Article."""
    language: str = ""
    """The language that the container states."""
    marked_up: bool = False
    """Whether the text is Markdown."""
    notes: tuple[str, ...] = ()
    """Sentences for the reader."""
    markup: str = ""
    """The text as HTML, where it is; then `text` is empty."""
    pieces: tuple[Piece, ...] = ()
    """The text in pieces, where the container says what each is; else empty, and the text is split by its lines."""
