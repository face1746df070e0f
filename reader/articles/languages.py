"""The language of a text: by script first, by frequent words and rare letters second."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from reader.articles.wordlists import letters, stop_words

SAMPLE = 4000
"""Characters looked at."""
COVERED = 0.12
"""A language's frequent words make up at least this share of a text in it, its score counted for half."""
FEWEST = 2
"""So much of that a text must have, however short it is."""
AHEAD = 1.08
"""How far the best language must lie before the next: under this a text is as likely in the other.

This and the other figures were tuned on every second sentence of the test data of Lingua (20 languages) and tried on
the rest; see `tests/articles/test_languages.py` for what comes out.
"""

SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.08),
    ("zh", re.compile("[\u3400-\u9fff]"), 0.3),
    ("ko", re.compile("[\uac00-\ud7af]"), 0.3),
    ("el", re.compile("[\u0370-\u03ff]"), 0.4),
    ("he", re.compile("[\u0590-\u05ff]"), 0.4),
    ("hi", re.compile("[\u0900-\u097f]"), 0.4),
    ("bn", re.compile("[\u0980-\u09ff]"), 0.4),
    ("ta", re.compile("[\u0b80-\u0bff]"), 0.4),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.4),
    ("ka", re.compile("[\u10a0-\u10ff]"), 0.4),
    ("hy", re.compile("[\u0530-\u058f]"), 0.4),
)
"""Scripts that one language in our world mostly owns, with the share of letters that decides."""

WORD = re.compile(r"[^\W\d_]+")


def language(text: str) -> str:
    """ISO 639-1 code of the language that most of the text is in, or nothing where too little speaks for any."""
    sample = text[:SAMPLE]
    if not sample.isascii():
        for code, script, share in SCRIPTS:
            if len(script.findall(sample)) > share * max(1, sum(map(str.isalpha, sample))):
                return code
    return by_words(sample)


def by_words(sample: str) -> str:
    """The language whose frequent words and rare letters the sample holds most of, one that several share for less."""
    lower = sample.lower()
    words = Counter(WORD.findall(lower))
    frequent: Counter[str] = Counter()
    scores: defaultdict[str, float] = defaultdict(float)
    known = languages_of(stop_words)
    for word in words.keys() & known.keys():
        codes = known[word]
        for code in codes:
            frequent[code] += words[word]
            scores[code] += words[word] * worth(codes)
    if not lower.isascii():
        rare = languages_of(letters)
        present = Counter(lower)
        for letter in present.keys() & rare.keys():
            for code in rare[letter]:
                scores[code] += present[letter] * worth(rare[letter])
    return best(scores, frequent, words.total())


def best(scores: Mapping[str, float], frequent: Mapping[str, int], words: int) -> str:
    """The language that leads clearly, and whose frequent words the text holds enough of; else nothing."""
    (first, score), (_, behind) = sorted([*scores.items(), ("", 0.0), ("", 0.0)], key=lambda each: -each[1])[:2]
    if frequent.get(first, 0) + score / 2 < max(FEWEST, COVERED * words) or score < AHEAD * behind:
        return ""
    return first


def worth(codes: tuple[str, ...]) -> float:
    """What a word or letter says for each of the languages that have it."""
    return 1 / math.sqrt(len(codes))


@cache
def languages_of(lists: Callable[[], Mapping[str, frozenset[str]]]) -> dict[str, tuple[str, ...]]:
    """For each word or letter of these lists the languages that have it, in the order of the list."""
    table: dict[str, tuple[str, ...]] = {}
    for code, words in lists().items():
        for word in words:
            table[word] = (*table.get(word, ()), code)
    return table
