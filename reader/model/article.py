"""An article: one news text with its metadata, each value with the rule that found it, and its blocks."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""Start and end of a passage, in characters of the decoded text."""

SURE = 0.8
"""From this confidence on a value counts as stated, and is shown as it is."""
LIKELY = 0.5
"""From this one on it counts as inferred; below it is a guess, and shown as doubtful."""

EVENING = "18:00"
"""From this time on an article may be kept up, or read, on the next day."""
WORDS_PER_MINUTE = 238
"""Silent reading of English prose: Brysbaert 2019, "How many words do we read per minute?", J. Mem. Lang. 109."""
BULLET = "•"
"""Before an item of a list."""
INNER_BULLET = "◦"
"""Before an item of a list inside of a list."""


class BlockKind(StrEnum):
    """What a block of an article is."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    QUOTATION = "quotation"
    TWEET = "tweet"
    CAPTION = "caption"
    LIST = "list"
    TABLE = "table"
    BOILERPLATE = "boilerplate"


@dataclass(frozen=True, slots=True)
class Value:
    """One piece of metadata, with the rule that found it; false when nothing was found."""

    text: str = ""
    """The value as shown; a date is `YYYY-MM-DD`."""
    rule: str = ""
    """The name of the rule that found it, such as `crawl mark`."""
    confidence: float = 0.0
    """From 0 (a guess) to 1 (stated by the file): see `SURE` and `LIKELY`."""
    span: Span = (0, 0)
    """Where in the decoded text it was read; (0, 0) where it was not read in the text."""
    other: str = ""
    """What the same words can mean as well: of a date in figures, that with day and month exchanged."""
    time: str = ""
    """Of a date: the time of day beside it, `HH:MM`; empty where none is told."""

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def late(self) -> bool:
        """Whether it was so late in the day that it was the next one elsewhere, or soon was."""
        return self.time >= EVENING


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of an article's text."""

    kind: BlockKind
    """What it is."""
    text: str
    """Its words, one line, no markup; a tweet without its signature, a caption without its credit.

    A `list` block is one item of a list: it begins with `• `, inside of another with `◦ `, or with its number (`3. `);
    a further paragraph of an item begins with neither. A `table` block is one row: its cells stand between ` | `.
    """
    span: Span = (0, 0)
    """Where it stands in the decoded text."""
    author: str = ""
    """Of a tweet: the name it is signed with."""
    handle: str = ""
    """Of a tweet: the account, with its `@`."""
    date: str = ""
    """Of a tweet: its day, `YYYY-MM-DD`."""
    media: str = ""
    """Of a tweet: the address of the picture it carries."""
    credit: str = ""
    """Of a caption: who is credited for the picture."""


@dataclass(frozen=True, slots=True)
class Article:
    """One news text with its metadata, from one file or one part of a file."""

    id: str
    """The path inside the folder, POSIX style; `#n` is added for the n-th article of a file that holds several."""
    title: Value = Value()
    """The headline; derived from the text where the file has none."""
    date: Value = Value()
    """The day of publication; never the file's own time."""
    not_before: Value = Value()
    """Where no day of publication is known, the newest that the text names: a weak lower bound, never shown as date."""
    outlet: Value = Value()
    """Who published it."""
    agency: Value = Value()
    """The wire service that it credits."""
    section: Value = Value()
    """The part of the paper that it stands in."""
    place: Value = Value()
    """Where it was written, or the place named before its title."""
    byline: Value = Value()
    """Who wrote it."""
    standfirst: Value = Value()
    """The sentences under the headline that sum it up."""
    url: Value = Value()
    """Where it was published."""
    language: str = ""
    """ISO 639-1 code, empty where unknown."""
    date_order: str = ""
    """`day first` or `month first`, as its dates in figures prove; of a date that can be read both ways, how it was."""
    blocks: tuple[Block, ...] = ()
    """The text in order, without the title, standfirst and metadata lines."""
    words: int = 0
    """Words of body, tweets and captions."""
    content_hash: str = ""
    """128-bit digest of the text with case, quotes and spaces folded: equal text, equal digest."""
    encoding: str = "utf-8"
    """How the bytes were read; ends in `(guessed)` where a detector chose."""
    notes: tuple[str, ...] = ()
    """What a reader should know about how the file was read, in sentences."""
    corrected: tuple[str, ...] = ()
    """Names of the fields whose values the user corrected, in alphabetical order."""

    @property
    def title_derived(self) -> bool:
        """Whether the title was made from the text, because the file has none."""
        return self.title.rule == "derived"

    @property
    def minutes(self) -> int:
        """Reading time in whole minutes, at least one."""
        return max(1, round(self.words / WORDS_PER_MINUTE))

    @property
    def text(self) -> str:
        """Everything in it that is prose, a paragraph a line: for searching and comparing."""
        kept = (block.text for block in self.blocks if block.kind is not BlockKind.BOILERPLATE)
        return "\n".join(part for part in (self.standfirst.text, *kept) if part)
