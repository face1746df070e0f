"""Finding what is typed in a text: letter by letter, whatever its case, accents, quotes and dashes."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from reader.model.article import Span
from reader.words import folded

Finder = Callable[[str], Sequence[Span]]
"""Tells where in a text something stands, as (start, end) in order and apart."""

_SAME = str.maketrans("‘’‚‛“”„‟«»‐‑‒–—―\xa0\u2009\u202f", '\'\'\'\'""""""------   ')
"""Signs that are taken for those that a keyboard has."""


def finder(part: str) -> Finder:
    """What finds some words just as they are typed, but for case, accents and the forms of quotes and dashes."""
    wanted = "".join(map(_plain, part))

    def find(text: str) -> Sequence[Span]:
        return _places(text, wanted) if wanted else ()

    return find


@lru_cache(maxsize=10_000)
def _plain(sign: str) -> str:
    """A letter without case and accents, or a sign as a keyboard has it; nothing for an accent by itself."""
    if sign.isalnum():
        return folded(sign) or sign
    return "" if unicodedata.combining(sign) else sign.translate(_SAME)


def _places(text: str, wanted: str) -> list[Span]:
    """Where a plain text stands in another; an accent belongs to the letter before it."""
    plain, signs = _plain_text(text)
    found: list[Span] = []
    place = plain.find(wanted)
    while place >= 0:
        start, end = signs[place], signs[place + len(wanted) - 1] + 1
        while end < len(text) and not _plain(text[end]):
            end += 1
        if not found or start >= found[-1][1]:
            found.append((start, end))
        place = plain.find(wanted, place + len(wanted))
    return found


@lru_cache(maxsize=2_000)
def _plain_text(text: str) -> tuple[str, Sequence[int]]:
    """A text made plain, and for each letter of that which sign of the text it comes from."""
    if text.isascii():  # the usual case, and thirty times as fast
        return text.lower(), range(len(text))
    pieces = [_plain(sign) for sign in text]
    return "".join(pieces), [index for index, piece in enumerate(pieces) for _ in piece]
