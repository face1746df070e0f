"""How words become search terms, for what is indexed and for what is asked.

The class `NewsAnalyzer` is pickled by name into every index: moving it makes all indexes unreadable (they are then
built again), and a change in what it yields needs a new `reader.store.index_files.FORMAT`.
"""

from collections.abc import Iterator
from functools import lru_cache

from whoosh.analysis import Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.lang.porter import stem as porter_stem

from reader.words import folded, split


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
