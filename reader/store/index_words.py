"""How text becomes search words: split, folded, stemmed; the same for what is indexed and for what is asked.

The class `NewsAnalyzer` is pickled by name into every index: moving it makes all indexes unreadable (they are then
built again), and a change in what it yields needs a new `reader.store.index.FORMAT`.
"""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from whoosh.analysis import Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.lang.porter import stem as porter_stem

IDEOGRAPHS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff"
WORD = re.compile(
    rf"[{IDEOGRAPHS}]"  # scripts without blanks: every character is a word, a run of them is searched as a phrase
    r"|[A-Za-z](?:\.[A-Za-z])+\b\.?"  # U.S., U.N, also without the last dot, which may end a sentence or be left out
    rf"|[^\W_{IDEOGRAPHS}]+(?:['’][^\W_{IDEOGRAPHS}]+)*"
)
LONGEST = 64
"""Characters of a word that count; longer ones are data, not language."""


def split(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return WORD.findall(text)


@lru_cache(maxsize=100_000)
def folded(word: str) -> str:
    """A word in lower case, without accents, dots and the possessive s."""
    lower = unicodedata.normalize("NFKD", word.casefold()).replace("’", "'")
    if lower.endswith("'s"):
        lower = lower[:-2]
    return "".join(letter for letter in lower if letter.isalnum())[:LONGEST]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The term under which a word, as it stands in a text, is indexed; empty when nothing of it can be searched.

    Porter, "An algorithm for suffix stripping", Program 14 (1980).
    """
    plain = folded(word)
    return str(porter_stem(plain)) if plain.isascii() else plain


class NewsAnalyzer(Analyzer):  # type: ignore[misc]  # the library has no types
    """What Whoosh calls to turn text into terms with positions."""

    def __call__(self, value: str, **options: object) -> Iterator[Token]:
        """Yield one and the same token again and again, changed each time, as Whoosh expects."""
        token = Token(**{name: option for name, option in options.items() if name in ("positions", "mode")})
        token.boost = 1.0
        token.stopped = False
        for position, word in enumerate(split(value)):
            term = stem(word)
            if term:
                token.text = term
                token.pos = position
                yield token
