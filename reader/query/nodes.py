"""The tree of a query: plain values that the catalogue and the index can walk.

Every tree made by `all_of` and `any_of` is in normal form: no And directly inside an And, no Or inside an Or, at least
two children each, and Everything only as the root or inside a Not.
"""

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reader.model.article import Span

NOWHERE: Span = (0, 0)
"""The span of a node that was not read in a text."""


@dataclass(frozen=True, slots=True)
class Everything:
    """Every article."""

    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text."""


@dataclass(frozen=True, slots=True)
class Word:
    """Articles that hold a word."""

    text: str
    """As typed, without the punctuation around it; what the index splits (`U.S.-Iraq`, `10:30`) is sought in a row."""
    field: str = ""
    """`title`, `body`, or empty for both."""
    prefix: bool = False
    """Whether words that only begin so count as well."""
    fuzzy: bool = False
    """Whether words spelled nearly so count as well; never together with `prefix`."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text, with its field."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Articles that hold words in a row."""

    words: tuple[str, ...]
    """At least one, as typed, without punctuation around them."""
    field: str = ""
    """`title`, `body`, or empty for both."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text, with its field and quotes."""


@dataclass(frozen=True, slots=True)
class Match:
    """Articles with a certain outlet, agency, section, place, person, tag and so on; case does not count."""

    field: str
    """One of `terms.MATCHED`."""
    value: str
    """As typed; to be compared whole."""
    prefix: bool = False
    """Whether beginning with the value is enough; with an empty value: any that has one."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text."""


@dataclass(frozen=True, slots=True)
class Is:
    """Articles with a certain mark."""

    mark: str
    """One of `terms.MARKS` or `terms.HELD`."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text."""


@dataclass(frozen=True, slots=True)
class DateRange:
    """Articles published on one of these days; one without a date never is."""

    first: str = ""
    """First day, `YYYY-MM-DD`, or empty for no limit."""
    last: str = ""
    """Last day, inclusive, or empty for no limit; with both empty: any that has a date."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text."""


@dataclass(frozen=True, slots=True)
class Not:
    """Articles that the child does not find."""

    child: "Node"
    """What is excluded."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text, with its `-` or `NOT`."""


@dataclass(frozen=True, slots=True)
class And:
    """Articles that every child finds."""

    children: tuple["Node", ...]
    """At least two, none of them an And."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text, with its brackets if any."""


@dataclass(frozen=True, slots=True)
class Or:
    """Articles that at least one child finds."""

    children: tuple["Node", ...]
    """At least two, none of them an Or."""
    span: Span = dataclasses.field(default=NOWHERE, compare=False)
    """Where it stands in the query's text, with its brackets if any."""


Node = Everything | Word | Phrase | Match | Is | DateRange | Not | And | Or
"""Any node of the tree."""


@dataclass(frozen=True, slots=True)
class Query:
    """What was asked for."""

    text: str = ""
    """As typed."""
    root: Node = Everything()
    """What it means."""
    doubt: str = dataclasses.field(default="", compare=False)
    """What is wrong with a value at its end that is left out, and that no further letter can mend, in a few words."""


def all_of(nodes: Iterable[Node], span: Span = NOWHERE) -> Node:
    """The node that finds what every one of the nodes finds; Everything for none."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.children if isinstance(node, And) else (node,))
    kept = [node for node in flat if not isinstance(node, Everything)]
    if not kept:
        return Everything(span)
    return kept[0] if len(kept) == 1 else And(tuple(kept), span)


def any_of(nodes: Iterable[Node], span: Span = NOWHERE) -> Node:
    """The node that finds what at least one of the nodes finds; the nodes are one or more."""
    flat: list[Node] = []
    for node in nodes:
        flat.extend(node.children if isinstance(node, Or) else (node,))
    if any(isinstance(node, Everything) for node in flat):
        return Everything(span)
    return flat[0] if len(flat) == 1 else Or(tuple(flat), span)


def words(query: Query) -> tuple[Word | Phrase, ...]:
    """The words and phrases that a found article may hold, in the order of the text: those to light in the reader."""
    return tuple(node for node in _wanted(query.root, wanted=True) if isinstance(node, Word | Phrase))


def matches(query: Query) -> tuple[Match, ...]:
    """The values that a found article may have, in the order of the text."""
    return tuple(node for node in _wanted(query.root, wanted=True) if isinstance(node, Match))


def depends_on_marks(node: Node) -> bool:
    """Whether what a node finds may be another when marks are changed."""
    match node:
        case Is() | Match(field="tag"):
            return True
        case Not():
            return depends_on_marks(node.child)
        case And() | Or():
            return any(map(depends_on_marks, node.children))
        case _:
            return False


def _wanted(node: Node, *, wanted: bool) -> Iterator[Node]:
    if isinstance(node, Not):
        yield from _wanted(node.child, wanted=not wanted)
    elif isinstance(node, And | Or):
        for child in node.children:
            yield from _wanted(child, wanted=wanted)
    elif wanted:
        yield node
