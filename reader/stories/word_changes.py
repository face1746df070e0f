"""What became of every word between two versions of a paragraph."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import lru_cache

from reader.model.article import Span
from reader.stories.terms import without_dots
from reader.stories.wording import UNSPACED

EXACT = 40_000
"""Words of the one times words of the other up to which all are compared with all; longer texts are cut at words that
both have once (Bram Cohen's patience diff), so that two megabytes take seconds and not hours."""
_THOUSANDS = r"[^\w\s]?\d{1,3}(?:, \d{3})+(?!\d)"
_CHUNK = re.compile(rf"[{UNSPACED}]|{_THOUSANDS}[^\s{UNSPACED}]*|[^\s{UNSPACED}]+")
"""A word, or a figure that has a blank behind the comma of its thousands."""
_FOLDED = str.maketrans({**dict.fromkeys("‘’‚‛ʼ´`′", "'"), **dict.fromkeys("‐‑‒–—―−", "-")})
_OUTSIDE = re.compile(r"^[\W_]+|[\W_]+$")

Pairs = Iterator[tuple[int, int]]
"""Places of equal words in the one and the other, both rising."""


class Change(StrEnum):
    """What became of a word."""

    SAME = "="
    GONE = "-"
    NEW = "+"


@dataclass(frozen=True, slots=True)
class WordChange:
    """One word, with the marks around it."""

    change: Change
    """What became of it."""
    a: Span
    """Where it stands in the first text; (0, 0) for a new one."""
    b: Span
    """Where it stands in the second text; (0, 0) for one that is gone."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """What stands between blanks."""

    text: str
    """As it is written."""
    span: Span
    """Where."""


def chunks(text: str) -> list[Chunk]:
    """The words of a text with the marks around them."""
    return [Chunk(found[0], found.span()) for found in _CHUNK.finditer(text)]


def word_changes(a: str, b: str) -> tuple[WordChange, ...]:
    """Every word of both texts in reading order; what was replaced stands before what replaces it.

    Quotation marks, case, the dots of U.S. and the marks around a word make no difference; its spelling does.
    """
    return tuple(_changes(chunks(a), chunks(b)))


def _changes(a: Sequence[Chunk], b: Sequence[Chunk]) -> Iterator[WordChange]:
    next_a = next_b = 0
    for same_a, same_b in (
        *_pairs([folded(each.text) for each in a], [folded(each.text) for each in b]),
        (len(a), len(b)),
    ):
        yield from (WordChange(Change.GONE, each.span, (0, 0)) for each in a[next_a:same_a])
        yield from (WordChange(Change.NEW, (0, 0), each.span) for each in b[next_b:same_b])
        if same_a < len(a):
            yield WordChange(Change.SAME, a[same_a].span, b[same_b].span)
        next_a, next_b = same_a + 1, same_b + 1


@lru_cache(maxsize=20_000)
def folded(written: str) -> str:
    """A word as it is compared: without case, accents' composition, dots of initials and the marks around it."""
    text = unicodedata.normalize("NFC", written).translate(_FOLDED)
    return _OUTSIDE.sub("", without_dots(text).casefold()).replace(", ", ",") or text


def _pairs(a: Sequence[str], b: Sequence[str]) -> Pairs:
    """Equal words in order: the common beginning and end, and between them as many as are worth the time."""
    first, shorter = 0, min(len(a), len(b))
    while first < shorter and a[first] == b[first]:
        first += 1
    last = 0
    while last < shorter - first and a[-1 - last] == b[-1 - last]:
        last += 1
    yield from zip(range(first), range(first), strict=True)
    end_a, end_b = len(a) - last, len(b) - last
    for place_a, place_b in _middle(a[first:end_a], b[first:end_b]):
        yield first + place_a, first + place_b
    yield from zip(range(end_a, len(a)), range(end_b, len(b)), strict=True)


def _middle(a: Sequence[str], b: Sequence[str]) -> Pairs:
    if len(a) * len(b) <= EXACT:
        yield from _exact(a, b)
        return
    begin_a = begin_b = 0
    for anchor_a, anchor_b in (*_anchors(a, b), (len(a), len(b))):
        if (anchor_a - begin_a) * (anchor_b - begin_b) <= EXACT:
            for place_a, place_b in _exact(a[begin_a:anchor_a], b[begin_b:anchor_b]):
                yield begin_a + place_a, begin_b + place_b
        if anchor_a < len(a):
            yield anchor_a, anchor_b
        begin_a, begin_b = anchor_a + 1, anchor_b + 1


def _exact(a: Sequence[str], b: Sequence[str]) -> Pairs:
    for block in SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks():
        yield from zip(range(block.a, block.a + block.size), range(block.b, block.b + block.size), strict=True)


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The longest rising row of places of words that stand once in each."""
    times_a, times_b = Counter(a), Counter(b)
    where = {word: place for place, word in enumerate(b) if times_b[word] == 1}
    once = [(place, where[word]) for place, word in enumerate(a) if times_a[word] == 1 and word in where]
    ends: list[int] = []
    rows: list[int] = []
    before = [-1] * len(once)
    for number, (_, place) in enumerate(once):
        length = bisect_left(ends, place)
        before[number] = rows[length - 1] if length else -1
        ends[length : length + 1] = [place]
        rows[length : length + 1] = [number]
    found: list[tuple[int, int]] = []
    number = rows[-1] if rows else -1
    while number >= 0:
        found.append(once[number])
        number = before[number]
    return found[::-1]
