"""How words become search terms, for what is indexed and for what is asked.

The class `NewsAnalyzer` is pickled by name into every index: moving it makes all indexes unreadable (they are then
built again), and a change in what it yields needs a new `reader.store.index_files.FORMAT`.
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import cache, lru_cache

from whoosh.analysis import Token
from whoosh.analysis.analyzers import Analyzer
from whoosh.lang.porter import stem as porter_stem

from reader.store.endings import arabic_stem, with_accents
from reader.words import folded, joined

SNOWBALL = ("de", "fr", "es", "it", "pt", "nl", "sv", "ru", "da", "no", "fi")
"""Languages whose words Snowball stems."""
OTHER_SCRIPTS = ("ar", "be", "bg", "bn", "el", "fa", "he", "hi", "hy", "ja", "ka", "ko", "mk", "ps", "ru", "sr", "ta",
                 "th", "uk", "ur", "zh")  # fmt: skip
"""Languages whose texts hold Latin letters mostly in English words."""
UMLAUTS = (("ae", "a"), ("oe", "o"), ("ue", "u"))
"""How German is written without umlauts, and how it is folded with them."""


@cache
def stemmer(language: str) -> Callable[[str], str]:
    """What takes the endings off the folded words of a language; of an unknown one, as if it were English.

    Porter, "An algorithm for suffix stripping", Program 14 (1980), and for other languages his Snowball (2001).
    """
    if language in SNOWBALL:
        from whoosh.lang.snowball import classes  # 30 ms that an English folder can do without

        snowball = classes[language]().stem
        if language in OTHER_SCRIPTS:
            return lambda word: folded(snowball(word)) if not word.isascii() else porter_stem(word)
        return lambda word: folded(snowball(with_accents(word, language)))
    if language == "ar":
        return lambda word: arabic_stem(word) if not word.isascii() else porter_stem(word)
    if not language or language == "en" or language in OTHER_SCRIPTS:
        return lambda word: porter_stem(word) if word.isascii() else word
    return str


@lru_cache(maxsize=200_000)
def stem(word: str, language: str = "") -> str:
    """The term under which a word, as it stands in a text of this language, is indexed; empty for what has none."""
    return stemmer(language)(folded(word))


def stems(word: str, languages: Collection[str]) -> tuple[str, ...]:
    """The terms under which texts of these languages may hold a word that is asked for, each once."""
    found = dict.fromkeys(stem(word, language) for language in languages or ("",))
    if "de" in languages:
        found[stem(without_umlauts(word), "de")] = None
    return tuple(term for term in found if term)


def without_umlauts(word: str) -> str:
    """A German word that is written `ae`, `oe`, `ue`, as it is folded when written with umlauts."""
    plain = folded(word)
    for written, letter in UMLAUTS:
        plain = plain.replace(written, letter)
    return plain


def sequences(texts: Sequence[str], languages: Collection[str]) -> list[tuple[str, ...]]:
    """The terms in a row under which texts of these languages may hold these words in a row, each row once.

    Signs of a script without blanks are sought in pairs; a single one as it is.
    """
    words = [each for text in texts for each in joined(text)]
    rows = {tuple(_row(words, language)) for language in languages or ("",)}
    if "de" in languages:
        rows.add(tuple(_row([(without_umlauts(word), continued) for word, continued in words], "de")))
    return sorted(row for row in rows if row)


def _row(words: Sequence[tuple[str, bool]], language: str) -> Iterator[str]:
    paired = False
    for place, (word, continued) in enumerate(words):
        last = place + 1 == len(words)
        if continued and not last:
            yield folded(word) + folded(words[place + 1][0])
        elif not (paired and last):  # the last sign stands in the pair before it
            term = stem(word, language)
            if term:
                yield term
        paired = continued


class NewsText(str):
    """A text that knows its language, for the analyzer: Whoosh hands over what it is given, and nothing else."""

    __slots__ = ("language",)

    language: str
    """ISO 639-1 code, or nothing."""

    def __new__(cls, text: str, language: str) -> "NewsText":
        """The text, with its language."""
        made = super().__new__(cls, text)
        made.language = language
        return made


class NewsAnalyzer(Analyzer):  # type: ignore[misc]  # the library has no types
    """What Whoosh calls to turn text into terms with positions."""

    def __call__(self, value: str, **options: object) -> Iterator[Token]:
        """Yield one and the same token again and again, changed each time, as Whoosh expects."""
        token = Token(**{name: option for name, option in options.items() if name in ("positions", "mode")})
        token.boost = 1.0
        token.stopped = False
        language = value.language if isinstance(value, NewsText) else ""
        for position, term in terms(value, language):
            token.text = term
            token.pos = position
            yield token


def terms(text: str, language: str) -> Iterator[tuple[int, str]]:
    """What of a text is indexed, each term with its place among the words: its stems, and pairs of unspaced signs."""
    words = joined(text)
    for position, (word, continued) in enumerate(words):
        term = stem(word, language)
        if term:
            yield position, term
        if continued:
            yield position, folded(word) + folded(words[position + 1][0])
