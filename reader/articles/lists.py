"""Lists in plain text and Markdown: lines that begin with a bullet or with the next number."""

import re
from collections.abc import Sequence
from dataclasses import replace

from reader.articles.dates import month_number
from reader.articles.draft import Piece
from reader.model.article import BULLET, INNER_BULLET, BlockKind

FEWEST = 2
"""Items from which lines with a hyphen, a star or a number are a list; one of them may be anything."""
INDENTED = 2
"""Blanks by which an inner item stands further right than the outermost."""

ITEM = re.compile(r"(?:([-*+•‣▪●◦·])|(\d{1,3})[.)])\s+(?=\S)")
CHECK_BOX = re.compile(r"\[[ xX]\]\s+(?=\S)")
CERTAIN = frozenset("•‣▪●◦")
"""Bullets that are nothing else."""


def is_item(line: str) -> bool:
    """Whether a line begins as an item of a list does."""
    return ITEM.match(line) is not None


def is_listed(lines: Sequence[str]) -> bool:
    """Whether lines that no blank line parts hold a list."""
    return sum(map(is_item, lines)) >= FEWEST


def with_lists(found: Sequence[Piece], indents: Sequence[int], fewest: int) -> tuple[Piece, ...]:
    """The pieces, items of lists typed and their bullets made equal; `indents` says how far right each begins."""
    pieces = list(found)
    at = 0
    while at < len(pieces):
        end = run_end(pieces, at)
        if end - at >= fewest or (end > at and pieces[at].text[0] in CERTAIN):
            outermost = min(indents[at:end])
            for index in range(at, end):
                pieces[index] = item(pieces[index], indents[index] - outermost >= INDENTED)
        at = max(end, at + 1)
    return tuple(pieces)


def run_end(pieces: Sequence[Piece], start: int) -> int:
    """Where a list ends that begins here: bullets of any sort, or numbers each one higher than the last."""
    end, number = start, -1
    for piece in pieces[start:]:
        mark = ITEM.match(piece.text) if piece.kind is None else None
        if not mark or (mark[2] and month_number(piece.text[mark.end() :].split(" ", 1)[0])):
            break
        expected = number + 1 if number >= 0 else int(mark[2] or -1) if end == start else -1
        if int(mark[2] or -1) != expected and not (mark[1] and number < 0):
            break
        number = int(mark[2]) if mark[2] else number
        end += 1
    return end


def item(piece: Piece, inner: bool) -> Piece:
    """A piece as an item with its bullet or its number."""
    mark = ITEM.match(piece.text)
    words = piece.text[mark.end() :] if mark else piece.text
    words = CHECK_BOX.sub("", words, count=1) if CHECK_BOX.match(words) else words
    first = mark[0].strip() if mark and mark[2] else INNER_BULLET if inner else BULLET
    return replace(piece, text=f"{first} {words}", kind=BlockKind.LIST)
