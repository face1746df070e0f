"""The title on a crude web page, where menus and other headlines stand above the text."""

import re
from collections.abc import Iterable

from reader.articles.draft import Draft, Piece
from reader.articles.kinds import is_boilerplate, is_prose
from reader.articles.rules.head import ZONE
from reader.model import BlockKind

CONFIDENCE = 0.6
SHORTEST, LONGEST = 12, 180
READ = 4000
"""Letters of the text that a title is compared with."""
SHARED = 0.5
"""Share of its longer words that a title has in common with its text."""
FEWEST_SHARED = 2

LONG_WORD = re.compile(r"[^\W\d_]{4,}")


def page_title(draft: Draft) -> Draft:
    """Of the lines above the text the one whose words it repeats most; of equals the one nearest to it."""
    if len(draft.head) <= ZONE or draft.value("title"):
        return draft
    text = " ".join(piece.text for piece in draft.body[:30])[:READ].casefold()
    known = set(LONG_WORD.findall(text))
    best = max(possible(draft.head), key=lambda piece: (score(piece.text, known), piece.span), default=None)
    if best is None or score(best.text, known) <= 0:
        return draft
    draft = draft.stated("title", best.text, "page title", CONFIDENCE, best.span)
    return draft.with_head(piece for piece in draft.head if piece is not best)


def possible(pieces: Iterable[Piece]) -> Iterable[Piece]:
    """Lines that are neither menus of known words nor running text."""
    for piece in pieces:
        usual = (
            piece.kind in (None, BlockKind.HEADING, BlockKind.BOILERPLATE) and SHORTEST <= len(piece.text) <= LONGEST
        )
        if usual and " " in piece.text and not is_boilerplate(piece.text) and not is_prose(piece.text):
            yield piece


def score(line: str, known: set[str]) -> float:
    """How much of a line the text repeats: long lines before short ones, 0 for those with little in common."""
    words = set(LONG_WORD.findall(line.casefold()))
    shared = words & known
    if len(shared) < FEWEST_SHARED or len(shared) < SHARED * len(words):
        return 0.0
    return len(shared) * len(shared) / len(words)
