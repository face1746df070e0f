"""Breaking text into lines by terminal cells.

The rules are a small part of Unicode Standard Annex 14 (line breaking): a line may end at a blank, after a hyphen
between letters, after a dash, and beside any East Asian character; closing punctuation starts no line and opening
punctuation ends none. Korean is broken at its blanks, as in its books, though the annex would let it break anywhere.
"""

import re
import unicodedata
from collections.abc import Iterator

from rich.cells import cell_len, get_character_cell_size

from reader.model.article import Span
from reader.words import is_hangul

BLANKS = " \t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
"""Blanks at which a line may end; the no-break ones (U+00A0, U+2007, U+202F) are missing on purpose."""
CLOSING = frozenset(
    ".,;:!?)]}%…‰。、，．：；？！）］｝〕〉》」』】〙〗〟｠»›”’ー々〻゛゜・ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ％℃"
)
"""Characters that may not start a line."""
OPENING = frozenset("([{（［｛〔〈《「『【〘〖〝｟«‹“‘¿¡$£€¥￥＄")
"""Characters that may not end a line."""

_EAST_ASIAN = (
    "[\u2e80-\u312f\u3190-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003fffd]"
)
_NARROW = re.compile(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0400-\u0482\u048a-\u052f\u1e00-\u1fff\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*"
)
_HYPHENS = "-\u2010"
_DASHES = "\u2013\u2014"
_FIRST_SPACING = "\u0903"
"""The first sign that combines with what stands before it and yet has a width (Unicode's category Mc)."""
_FLAG_LETTERS = frozenset(map(chr, range(0x1F1E6, 0x1F200)))
"""Regional indicators: two of them are one flag."""


def wrapped(text: str, width: int) -> list[Span]:
    """Lines of a paragraph as (start, end) in characters, each at most `width` cells wide.

    What lies between one line's end and the next one's start is blank. There is always at least one line. A character
    wider than `width` stands alone on its line.
    """
    return list(_lines(text, max(1, width))) or [(0, 0)]


def chopped(text: str, width: int) -> list[Span]:
    """Pieces of a line as (start, end) in characters, each at most `width` cells wide, with all its blanks.

    A piece ends after a blank where there is one, else where it is full. There is always at least one piece.
    """
    width = max(1, width)
    narrow = _NARROW.fullmatch(text) is not None
    pieces: list[Span] = []
    start = 0
    while start < len(text):
        end = min(start + width, len(text)) if narrow else max(start + 1, prefix_length(text, width, start))
        blank = text.rfind(" ", start, end) + 1 if end < len(text) else 0
        if blank and not text[start:blank].isspace():
            end = blank
        pieces.append((start, end))
        start = end
    return pieces or [(0, 0)]


def prefix_length(text: str, cells: int, start: int = 0) -> int:
    """Index of the first character from `start` on that no longer fits into that many cells."""
    used = 0
    for index in range(start, len(text)):
        character = text[index]
        used += get_character_cell_size(character) or _may_fill_a_cell(character)
        if used > cells:
            return index
    return len(text)


def widest(text: str) -> int:
    """The cells that a text fills, in a terminal that gives the vowel signs of India one of their own."""
    if text.isascii():
        return len(text)
    return cell_len(text) + (sum(map(_may_fill_a_cell, text)) if max(text) >= _FIRST_SPACING else 0)


def _may_fill_a_cell(character: str) -> bool:
    """Whether a sign that adds nothing to what stands before it fills a cell in many terminals all the same."""
    return character >= _FIRST_SPACING and unicodedata.category(character) == "Mc"


def _lines(text: str, width: int) -> Iterator[Span]:
    narrow = _NARROW.fullmatch(text) is not None
    stop = len(text.rstrip(BLANKS))
    start = _skip_blanks(text, 0, stop)
    while start < stop:
        limit = start + width if narrow else prefix_length(text, width, start)
        end = stop if limit >= stop else _break(text, start, limit)
        yield start, start + len(text[start:end].rstrip(BLANKS))
        start = _skip_blanks(text, end, stop)


def _skip_blanks(text: str, start: int, stop: int) -> int:
    while start < stop and text[start] in BLANKS:
        start += 1
    return start


def _break(text: str, start: int, limit: int) -> int:
    """The best place after `start`, at most `limit`, to break; where no rule allows one, a word is cut."""
    for index in range(limit, start, -1):
        if _may_break(text, start, index):
            return index
    for index in range(limit, start, -1):
        if _may_cut(text, start, index):
            return index
    return max(limit, start + 1)


def _may_break(text: str, start: int, index: int) -> bool:
    """Whether the line that begins at `start` may end before `text[index]`, which is not the end of the text."""
    last, following = index - 1, _skip_blanks(text, index, len(text))
    while last > start and text[last] in BLANKS:
        last -= 1
    before, after = text[last], text[following]
    if after in CLOSING or before in OPENING:
        return False
    if following > index or last < index - 1:
        return True
    if before in _HYPHENS:
        return last > start and text[last - 1].isalnum() and after.isalpha()
    if before in _DASHES:
        return after.isalpha()
    if before.isascii() and after.isascii():
        return False
    if (is_hangul(before) and after.isalnum()) or (is_hangul(after) and before.isalnum()):
        return False
    # Compiled when such a text is met first: 2 ms that a start can do without.
    return bool(re.match(_EAST_ASIAN, before) or re.match(_EAST_ASIAN, after)) and get_character_cell_size(after) > 0


def _may_cut(text: str, start: int, index: int) -> bool:
    """Whether a word that is too long may be cut there: not before an accent, nor within the two letters of a flag."""
    if text[index] in CLOSING or text[index - 1] in OPENING or not get_character_cell_size(text[index]):
        return False
    letters = index
    while letters > start and text[letters - 1] in _FLAG_LETTERS:
        letters -= 1
    return (index - letters) % 2 == 0 or text[index] not in _FLAG_LETTERS
