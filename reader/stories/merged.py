"""One reading of all versions: the fullest, and at their places what only the others have."""

from collections.abc import Sequence
from dataclasses import dataclass

from reader.model.article import Article, BlockKind
from reader.stories.matrix import ABSENT, matrix
from reader.stories.novelty import Status, verdict
from reader.stories.passages import passage
from reader.stories.reading import Read


@dataclass(frozen=True, slots=True)
class Piece:
    """One block of the merged reading."""

    version: int
    """The version that it is taken from, from 0."""
    block: int
    """Its place among the blocks of that version, from 0."""
    holders: tuple[int, ...]
    """All versions that have it, in these or other words, from 0."""
    added: bool = False
    """Whether the fullest version lacks it."""


def merged(versions: Sequence[Article]) -> tuple[Piece, ...]:
    """The fullest version whole, without boilerplate, and between its blocks what is new to who has read that far.

    What several others have is taken once, from the one with most words. The verdicts are those of
    `reader.stories.novelty`, against the fullest version and everything that was taken already.
    """
    if not versions:
        return ()
    found = matrix(versions)
    base = versions[found.fullest]
    read = Read(passage(text) for text in (base.standfirst.text, *(block.text for block in base.blocks)) if text)
    pieces: list[Piece] = []
    headings = [number for number, block in enumerate(base.blocks) if block.kind is BlockKind.HEADING]
    for column in found.columns:
        block = column.blocks[found.fullest]
        if block != ABSENT:
            while headings and headings[0] < block:
                pieces.append(Piece(found.fullest, headings.pop(0), (found.fullest,)))
            pieces.append(Piece(found.fullest, block, column.holders))
            continue
        version = max(column.holders, key=lambda one: (versions[one].words, -one))
        one = versions[version].blocks[column.blocks[version]]
        if _is_new(one.kind, one.text, read):
            read.add(passage(one.text))
            pieces.append(Piece(version, column.blocks[version], column.holders, added=True))
    pieces.extend(Piece(found.fullest, heading, (found.fullest,)) for heading in headings)
    return tuple(pieces)


def _is_new(kind: BlockKind, text: str, read: Read) -> bool:
    """Whether it adds anything; a few words, which are not rated, do unless they were read."""
    found = verdict(kind, passage(text), (read,))
    return found.status is Status.NEW or (found.status is Status.UNRATED and found.familiarity < 1)
