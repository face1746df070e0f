"""Where the words of a query stand in a text: what is lit in the reader, and the snippet that the list shows."""

import re
from collections.abc import Callable, Sequence

from reader.query import Phrase, Query, Word, words
from reader.store.index_words import stem
from reader.words import IDEOGRAPHS, folded, split, word_pattern

SNIPPET = 160
"""Characters of a snippet, at most."""
BEFORE = 12
"""Characters of a snippet before its first hit, at most."""

NOTHING = re.compile(r"(?!)")
"""Matches nowhere."""

IDEOGRAPH = re.compile(f"[{IDEOGRAPHS}]")

Similar = Callable[[Word], Sequence[str]]
"""Tells which words of the folder a word with a star or a tilde stands for."""


def hits(text: str, query: Query, similar: Similar) -> re.Pattern[str]:
    """A pattern of every word and phrase in `text` that the query looks for, in whatever inflection it stands there."""
    present: dict[str, set[str]] = {}
    for word in split(text):
        present.setdefault(stem(word), set()).add(word)
    found = [_spelt(asked, present, similar) for asked in words(query)]
    spelt = sorted({spelling for spellings in found for spelling in spellings}, key=len, reverse=True)
    return re.compile("|".join(spelt)) if spelt else NOTHING


def _spelt(asked: Word | Phrase, present: dict[str, set[str]], similar: Similar) -> list[str]:
    """Patterns of how a word or phrase that is looked for is spelt in the text."""
    if isinstance(asked, Phrase):
        return _in_a_row([part for word in asked.words for part in split(word)], present)
    if asked.prefix:
        beginning = folded(asked.text)
        return [_alone(word) for held in present.values() for word in held if folded(word).startswith(beginning)]
    alternatives = similar(asked) if asked.fuzzy else (asked.text,)
    return [spelling for word in alternatives for spelling in _in_a_row(split(word), present)]


def _in_a_row(parts: Sequence[str], present: dict[str, set[str]]) -> list[str]:
    each = [sorted(present.get(stem(part), ()), key=len, reverse=True) for part in parts]
    if not each or not all(each):
        return []
    return [r"[\W_]*".join(f"(?:{'|'.join(map(_alone, spellings))})" for spellings in each)]


def _alone(word: str) -> str:
    """A pattern of a word that is no part of a longer one; signs of a script without blanks stand alone anywhere."""
    if IDEOGRAPH.match(word):
        return re.escape(word)
    return rf"(?<![^\W_{IDEOGRAPHS}]){re.escape(word)}(?![^\W_{IDEOGRAPHS}])"


def snippet(text: str, pattern: re.Pattern[str]) -> str:
    """A piece of the text around the first hit, cut between words; its beginning where nothing is hit."""
    first = pattern.search(text)
    begin = max(0, first.start() - BEFORE) if first else 0
    if begin:
        following = word_pattern().search(text, text.find(" ", begin) + 1)
        begin = following.start() if following and first and following.start() <= first.start() else begin
    piece = text[begin : begin + SNIPPET]
    if begin + SNIPPET < len(text):
        piece = f"{piece.rpartition(' ')[0] or piece}…"
    return f"{'…' if begin else ''}{' '.join(piece.split())}"
