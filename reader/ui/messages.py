"""What workers and other processes tell the main screen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from textual.message import Message

from reader.errors import BroadsheetError
from reader.files import Raw
from reader.grouping import Grouped
from reader.library import Answer
from reader.model.article import Article
from reader.model.headline import Link
from reader.model.refresh import Outcome, Progress

if TYPE_CHECKING:
    from reader.stories.novelty import Judgement


@dataclass
class Listed(Message):
    """A search has its answer."""

    request: int
    """Number of the request; an answer to an older one is dropped."""
    found: Answer
    """The articles."""
    rows: Grouped
    """How they are listed."""
    keep: bool
    """Whether the cursor stays on its article."""
    news: bool = True
    """Whether what has come into the list is then told as new."""


@dataclass
class Counted(Message):
    """The articles of the list were counted again."""

    request: int
    """Number of the request that listed them."""
    asked: int
    """Number of the request to count."""
    found: Answer
    """Those that answer now."""


@dataclass
class Snipped(Message):
    """The snippets of the rows on screen are there."""

    request: int
    """Number of the request that listed the rows."""
    snippets: Mapping[int, str]
    """Snippets by article number."""
    hits: re.Pattern[str]
    """What is lit in them."""


@dataclass
class Unseen(Message):
    """It is known how much of some stories was not read yet."""

    version: int
    """The library's version when that was asked."""
    asked: Sequence[int]
    """The heads of the stories."""
    passages: Mapping[int, int]
    """Passages by head; a story of which nothing was read is missing."""


@dataclass
class Loaded(Message):
    """An article was read."""

    number: int
    """Its number."""
    article: Article
    """The whole of it."""
    hits: re.Pattern[str] | None
    """What the search lights in it."""
    links: Sequence[Link]
    """What it is related to."""
    judgements: "tuple[Judgement, ...]" = ()
    """What each of its blocks is to who has read others; none where nothing near it was read."""
    passages: Mapping[int, bytes] = field(default_factory=dict)
    """What is to be remembered of it where it counts as read now."""


@dataclass
class NotLoaded(Message):
    """An article could not be read."""

    number: int
    """Its number."""
    error: BroadsheetError
    """Why, in words."""


@dataclass
class RawRead(Message):
    """A file was read as it is."""

    number: int
    """Number of the article that it holds, 0 where it gave none."""
    raw: Raw
    """The file."""


@dataclass
class Failed(Message):
    """Something that was asked for went wrong."""

    error: BroadsheetError
    """What, in words."""


@dataclass
class Refreshed(Message):
    """The refresh has come further, or to its end."""

    report: Progress | Outcome
    """How far, or what it did."""

    def can_replace(self, message: Message) -> bool:
        """Only the newest of several reports in a row counts."""
        return (
            isinstance(message, Refreshed)
            and isinstance(message.report, Progress)
            and not message.report.message
            and isinstance(self.report, Progress)
        )


@dataclass
class RefreshFailed(Message):
    """The refresh came to nothing."""

    error: BroadsheetError
    """Why, in words."""


class FolderChanged(Message):
    """Something in the folder is not as it was."""

    def can_replace(self, message: Message) -> bool:
        """One is enough."""
        return isinstance(message, FolderChanged)
