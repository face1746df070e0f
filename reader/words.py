"""What counts as a word when searching: how a text is split, and how a word is folded. No library, no state."""

import re
import unicodedata
from functools import cache, lru_cache

IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
_WORD = (
    rf"[{IDEOGRAPHS}]"  # scripts without blanks: every character is a word, a run of them is searched as a phrase
    r"|[A-Za-z](?:\.[A-Za-z])+\b\.?"  # U.S., U.N, also without the last dot, which may end a sentence or be left out
    rf"|[^\W_{IDEOGRAPHS}]+(?:['’][^\W_{IDEOGRAPHS}]+)*"
)
LONGEST = 64
"""Characters of a word that count; longer ones are data, not language."""


@cache
def word_pattern() -> re.Pattern[str]:
    """What matches a word; compiled when it is needed first (4 ms)."""
    return re.compile(_WORD)


def split(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return word_pattern().findall(text)


@lru_cache(maxsize=100_000)
def folded(written: str) -> str:
    """A word in lower case, without accents, dots and the possessive s."""
    lower = unicodedata.normalize("NFKD", written.casefold()).replace("’", "'")
    if lower.endswith("'s"):
        lower = lower[:-2]
    return "".join(letter for letter in lower if letter.isalnum())[:LONGEST]
