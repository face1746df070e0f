"""The plain values that every floor of the house speaks in: articles, headlines, links, marks."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""Start and end of a passage, in characters of the decoded text."""

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


class NameKind(StrEnum):
    """What a name is the name of."""

    PERSON = "person"
    PLACE = "place"
    ORGANISATION = "organisation"
    OTHER = "other"


class LinkKind(StrEnum):
    """How two articles relate, closest first."""

    COPY = "copy"
    EDITED_COPY = "edited copy"
    SHARES_TEXT = "shares text"
    SAME_STORY = "same story"
    BACKGROUND = "background"


@dataclass(frozen=True, slots=True)
class Value:
    """One piece of metadata, with the rule that found it; false when nothing was found."""

    text: str = ""
    """The value as shown; a date is `YYYY-MM-DD`."""
    rule: str = ""
    """The name of the rule that found it, such as `crawl mark`."""
    confidence: float = 0.0
    """From 0 (a guess) to 1 (stated by the file): at least .8 is sure, at least .5 likely, less is weak."""
    span: Span = (0, 0)
    """Where in the decoded text it was read; (0, 0) where it was not read in the text."""
    other: str = ""
    """What the same words can mean as well: of a date in figures, that with day and month exchanged."""

    def __bool__(self) -> bool:
        return bool(self.text)


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
class TagCount:
    """A tag and how often it is used."""

    tag: str
    """The tag."""
    articles: int
    """How many articles of this folder carry it."""


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
