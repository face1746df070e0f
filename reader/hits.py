"""Where the words of a query stand in a text: what is lit in the reader, and the snippet that the list shows."""

import re
from collections.abc import Callable, Collection, Sequence

from reader.query import Phrase, Query, Word, words
from reader.store.index_words import stem, stems
from reader.words import UNSPACED, folded, joined, split, unspaced, word_pattern

SNIPPET = 160
"""Characters of a snippet, at most."""
BEFORE = 12
"""Characters of a snippet before its first hit, at most."""
LONG_WORD = 24
"""A snippet ends between words, if that costs it no more characters."""

_BETWEEN = r"[\W_]*"
"""What may stand between two words of a phrase."""

_INSIDE = r"\s*"
"""What may stand between two signs of a script without blanks: a line may break anywhere."""

NOTHING = re.compile(r"(?!)")
"""Matches nowhere."""

Similar = Callable[[Word], Sequence[str]]
"""Tells which words of the folder a word with a star or a tilde stands for."""


def hits(
    text: str, query: Query, similar: Similar, languages: Collection[str] = (), language: str = ""
) -> re.Pattern[str]:
    """A pattern of every word and phrase in `text` that the query looks for, in whatever inflection it stands there.

    `languages` are those of the folder, and `language` the one of the text: where that is not known, a word is lit
    that would be found in any of them.
    """
    present: dict[str, set[str]] = {}
    for word in split(text):
        for each in (language,) if language else languages or ("",):
            present.setdefault(stem(word, each), set()).add(word)
    found = [_spelt(asked, present, similar, languages) for asked in words(query)]
    spelt = sorted({spelling for spellings in found for spelling in spellings}, key=len, reverse=True)
    return re.compile("|".join(spelt)) if spelt else NOTHING


def _spelt(
    asked: Word | Phrase, present: dict[str, set[str]], similar: Similar, languages: Collection[str]
) -> list[str]:
    """Patterns of how a word or phrase that is looked for is spelt in the text."""
    if isinstance(asked, Phrase):
        return _in_a_row(asked.words, present, languages)
    if asked.prefix and not unspaced(asked.text):
        beginning = folded(asked.text)
        return [_alone(word) for held in present.values() for word in held if folded(word).startswith(beginning)]
    alternatives = similar(asked) if asked.fuzzy else (asked.text,)
    return [spelling for word in alternatives for spelling in _in_a_row((word,), present, languages)]


def _in_a_row(texts: Sequence[str], present: dict[str, set[str]], languages: Collection[str]) -> list[str]:
    parts = [part for text in texts for part in joined(text)]
    each = [
        sorted({word for term in stems(part, languages) for word in present.get(term, ())}, key=len, reverse=True)
        for part, _ in parts
    ]
    if not each or not all(each):
        return []
    pattern = "".join(
        f"(?:{'|'.join(map(_alone, spellings))}){_INSIDE if continued else _BETWEEN}"
        for spellings, (_, continued) in zip(each, parts, strict=True)
    )
    return [pattern.removesuffix(_BETWEEN)]


def _alone(word: str) -> str:
    """A pattern of a word that is no part of a longer one; signs of a script without blanks stand alone anywhere."""
    if unspaced(word):
        return re.escape(word)
    return rf"(?<![^\W_{UNSPACED}]){re.escape(word)}(?![^\W_{UNSPACED}])"


def snippet(text: str, pattern: re.Pattern[str]) -> str:
    """A piece of the text around the first hit, cut between words; its beginning where nothing is hit."""
    first = pattern.search(text)
    begin = max(0, first.start() - BEFORE) if first else 0
    if first and begin:
        blank = text.find(" ", begin, first.start())
        following = word_pattern().search(text, blank + 1) if blank >= 0 else None
        begin = following.start() if following and following.start() <= first.start() else begin
    piece = text[begin : begin + SNIPPET]
    if begin + SNIPPET < len(text):
        blank = piece.rfind(" ")
        piece = f"{piece[:blank] if blank >= SNIPPET - LONG_WORD else piece}…"
    return f"{'…' if begin else ''}{' '.join(piece.split())}"
