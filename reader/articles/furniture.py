"""What belongs to the page by its shape: rows of short lines, which no text has between its paragraphs."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from reader.articles.kinds import LONGEST_HEADING, is_prose, is_stopped
from reader.articles.sentences import weight
from reader.model.article import Block, BlockKind

ROW = 4
"""So many lines without a sentence, one after the other, are links: a sub-heading stands alone, or under another."""
_LINES = frozenset({BlockKind.HEADING, BlockKind.CAPTION, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE})


def without_rows(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with rows of links marked as boilerplate; a text without any prose stays as it is.

    A row reaches from one paragraph of prose to the next, or to the end. Short sentences in it, which are teasers, go
    with it, unless they follow the paragraph or lead to the next; a heading right over a paragraph stays. So does what
    a paragraph, or a short line after it, announces with a colon: names, results, lines of a program.
    """
    prose = [place for place, block in enumerate(blocks) if _is_text(block)]
    if not prose:
        return tuple(blocks)
    found = list(blocks)
    for before, after in pairwise((-1, *prose, len(blocks))):
        for place in _row(blocks, before, after):
            found[place] = replace(blocks[place], kind=BlockKind.BOILERPLATE)
    return tuple(found)


def _row(blocks: Sequence[Block], before: int, after: int) -> Iterator[int]:
    """The places of the row of links between two paragraphs, if there is one."""
    first, last = before + 1, after - 1
    while before >= 0 and first <= last and not _is_link(blocks[first]):
        first += 1
    if first and blocks[first - 1].text.endswith(":"):
        return
    if after < len(blocks) and first <= last and blocks[last].kind is BlockKind.HEADING:
        last -= 1
    while after < len(blocks) and first <= last and not _is_link(blocks[last]):
        last -= 1
    places = range(first, last + 1)
    links = sum(_is_link(blocks[place]) for place in places)
    if links >= ROW and 2 * links > len(places):
        yield from (place for place in places if blocks[place].kind in _LINES and not blocks[place].credit)


def _is_text(block: Block) -> bool:
    """Whether a block is running text, which parts rows."""
    return block.kind is BlockKind.TWEET or (block.kind is not BlockKind.BOILERPLATE and is_prose(block.text))


def _is_link(block: Block) -> bool:
    """Whether a block is a short line without a sentence.

    Not one with a figure in front, as ingredients and scores have, nor with a small letter, as in a text whose line
    breaks could not be mended.
    """
    first = block.text[:1]
    if block.kind not in _LINES or block.credit or first.isdigit() or first.islower():
        return False
    return weight(block.text) <= LONGEST_HEADING and not is_stopped(block.text)
