"""Who has what: the passages of all versions of a story in one order, and how each stands in each version."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import Article, BlockKind
from reader.stories.novelty import HOLDS, KNOWN, PARTLY, SHORT, Status, Verdict, verdict
from reader.stories.passages import LEFT_OUT, Passage, passage
from reader.stories.reading import Near, Read

ABSENT = -1
"""No block."""


class Cell(StrEnum):
    """How a passage stands in a version; the value is its sign."""

    ONLY_HERE = "+"
    SHARED = "="
    REWORDED = "▓"
    LACKS = "·"


@dataclass(frozen=True, slots=True)
class Column:
    """One passage: a paragraph, tweet or caption as it stands in one or more versions."""

    cells: tuple[Cell, ...]
    """How it stands in each version."""
    blocks: tuple[int, ...]
    """Its place among the blocks of each version, from 0; ABSENT where that lacks it."""

    @property
    def holders(self) -> tuple[int, ...]:
        """The versions that have it, from 0."""
        return tuple(version for version, block in enumerate(self.blocks) if block != ABSENT)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Which passages which versions have."""

    columns: tuple[Column, ...]
    """The passages in the order of the fullest version, what others add at its place between them."""
    fullest: int
    """The version with most words, from 0; 0 where there is none."""

    def row(self, version: int) -> tuple[Cell, ...]:
        """How each passage stands in one version."""
        return tuple(column.cells[version] for column in self.columns)

    def added(self, version: int) -> tuple[int, ...]:
        """The blocks that stand in this version alone."""
        found = ((column.cells[version], column.blocks[version]) for column in self.columns)
        return tuple(block for cell, block in found if cell is Cell.ONLY_HERE)


@dataclass(slots=True)
class _Member:
    """One paragraph of one version."""

    block: int
    words: int
    place: int
    cell: Cell
    near: tuple[Near, ...]


def fullest(versions: Sequence[Article]) -> int:
    """The version with most words, of equal ones the first; 0 where there is none."""
    return max(range(len(versions)), key=lambda version: versions[version].words, default=0)


def matrix(versions: Sequence[Article], base: int | None = None) -> Matrix:
    """Compare all versions with one another; `base` gives the order, by default the fullest.

    Every paragraph is judged as `reader.stories.novelty` does, against all other versions: only here is new, shared is
    known, reworded is partly known. A paragraph that is told elsewhere in other words, but is nobody's counterpart,
    has a column of its own without being only there.
    """
    first = fullest(versions) if base is None else base
    order = [
        first,
        *sorted((one for one in range(len(versions)) if one != first), key=lambda one: -versions[one].words),
    ]
    members = _members(versions)
    columns = _Columns(len(versions))
    for version in order if versions else ():
        columns.take(version, members[version])
    return Matrix(tuple(columns.finished()), first)


def _members(versions: Sequence[Article]) -> list[list[_Member]]:
    """Every paragraph of every version, judged against the other versions."""
    read, own, placed = Read(), [], []
    texts: dict[str, Passage] = {}
    for version, article in enumerate(versions):
        standfirst = [passage(article.standfirst.text)] if article.standfirst else []
        own.append(Read(standfirst))
        for each in standfirst:
            read.add(each, 1 << version)
        for one in article.blocks:
            if one.text not in texts:
                texts[one.text] = passage(one.text)
        placed.append(
            [
                (block, text, read.add(text, 1 << version))
                for block, one in enumerate(article.blocks)
                if one.kind not in LEFT_OUT and (text := texts[one.text]).words
            ]
        )
    judge = _Judge(read, own)
    return [
        [judge.member(version, block, versions[version].blocks[block].kind, text, place) for block, text, place in held]
        for version, held in enumerate(placed)
    ]


class _Judge:
    """Judges each paragraph against all versions but its own; one that several versions have, only once."""

    def __init__(self, read: Read, own: Sequence[Read]) -> None:
        self.read = read
        self.own = own
        self.judged: dict[tuple[int, BlockKind], Verdict] = {}

    def member(self, version: int, block: int, kind: BlockKind, text: Passage, place: int) -> _Member:
        found = self.judged.get((place, kind))
        if found is None:
            found = verdict(kind, text, (self.read, self.own[version]), 1 << version)
            if self.read.is_shared(place):
                self.judged[place, kind] = found
        known = found.status is Status.KNOWN or (found.status is Status.UNRATED and found.familiarity >= KNOWN)
        reworded = Cell.REWORDED if found.status is Status.PARTLY else Cell.ONLY_HERE
        near = tuple(each for each in found.near if max(each.score, each.back) >= PARTLY)
        return _Member(block, len(text.words), place, Cell.SHARED if known else reworded, near)


@dataclass(slots=True, eq=False)
class _Link:
    """A passage in the order of all, and its neighbours."""

    members: dict[int, _Member]
    before: "_Link | None" = None
    after: "_Link | None" = None


class _Columns:
    """The passages in order while one version after the other is put in."""

    def __init__(self, versions: int) -> None:
        self.versions = versions
        self.head = _Link({})
        self.tail = self.head
        self.at: dict[int, list[_Link]] = {}
        self.words: dict[int, int] = {}

    def take(self, version: int, members: Sequence[_Member]) -> None:
        """Put in a version: each paragraph under its counterpart, the others after what stands before them in it."""
        counterparts = self._counterparts(version, members)
        first = next((counterparts[each.block] for each in members if each.block in counterparts), None)
        anchor = first.before if first and first.before else self.tail
        for member in members:
            anchor = counterparts.get(member.block) or self._inserted(anchor)
            anchor.members[version] = member
            self.words[member.place] = member.words
            self.at.setdefault(member.place, []).append(anchor)

    def finished(self) -> Iterator[Column]:
        """All columns in order."""
        link = self.head.after
        while link:
            held = [link.members.get(version) for version in range(self.versions)]
            yield Column(
                tuple(member.cell if member else Cell.LACKS for member in held),
                tuple(member.block if member else ABSENT for member in held),
            )
            link = link.after

    def _inserted(self, anchor: _Link) -> _Link:
        made = _Link({}, anchor, anchor.after)
        if anchor.after:
            anchor.after.before = made
        else:
            self.tail = made
        anchor.after = made
        return made

    def _counterparts(self, version: int, members: Sequence[_Member]) -> dict[int, _Link]:
        """The column that each paragraph belongs to, the closest pairs first; none is used twice."""
        edges = [
            (-near.score - near.back, abs(number - order), member.block, link)
            for order, member in enumerate(members)
            for near in member.near
            if near.place in self.at and _corresponds(near, member.words, self.words[near.place])
            for number, link in enumerate(self.at[near.place][:_SAME])
        ]
        found: dict[int, _Link] = {}
        for _, _, block, link in sorted(edges, key=lambda edge: edge[:3]):
            if block not in found and version not in link.members:
                found[block] = link
                link.members[version] = _PLACEHOLDER
        return found


_SAME = 20
"""Columns of one and the same text that are tried: a line that stands in a file a thousand times."""
_PLACEHOLDER = _Member(ABSENT, 0, 0, Cell.LACKS, ())


def _corresponds(near: Near, words: int, other_words: int) -> bool:
    """Whether two paragraphs tell the same: neither would be new to who has read the other."""
    if min(words, other_words) < SHORT:
        return min(near.score, near.back) >= KNOWN
    return max(near.score, near.back) >= HOLDS or min(near.score, near.back) >= PARTLY
