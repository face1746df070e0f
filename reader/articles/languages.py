"""The language of a text: by script first, by frequent words and rare letters second."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from functools import cache

from reader.articles.wordlists import letters, stop_words

SAMPLE = 2000
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
    ("ja", "\u3040", "\u30ff", 0.08),
    ("zh", "\u3400", "\u9fff", 0.3),
    ("ko", "\uac00", "\ud7af", 0.3),
    ("el", "\u0370", "\u03ff", 0.4),
    ("he", "\u0590", "\u05ff", 0.4),
    ("hi", "\u0900", "\u097f", 0.4),
    ("bn", "\u0980", "\u09ff", 0.4),
    ("ta", "\u0b80", "\u0bff", 0.4),
    ("th", "\u0e00", "\u0e7f", 0.4),
    ("ka", "\u10a0", "\u10ff", 0.4),
    ("hy", "\u0530", "\u058f", 0.4),
)
"""Scripts that one language in our world mostly owns: first and last sign, and the share of letters that decides."""

LOWEST = min(first for _, first, _, _ in SCRIPTS)
ASCII = re.compile(r"[\x00-\x7f]+")
WORD = re.compile(r"[^\W\d_]+")


def language(text: str) -> str:
    """ISO 639-1 code of the language that most of the text is in, or nothing where too little speaks for any."""
    sample = text[:SAMPLE].lower()
    signs = Counter(ASCII.sub("", sample))
    return by_script(sample, signs) or by_words(sample, signs)


def by_script(sample: str, signs: Counter[str]) -> str:
    """The language that alone has the script of most letters; `signs` are those of the sample that are not ASCII."""
    if not signs or max(signs) < LOWEST:
        return ""
    of_script = {
        code: sum(times for sign, times in signs.items() if first <= sign <= last) for code, first, last, _ in SCRIPTS
    }
    letters_in_all = sum(map(str.isalpha, sample)) if any(of_script.values()) else 0
    return next((code for code, _, _, share in SCRIPTS if of_script[code] > share * max(1, letters_in_all)), "")


def by_words(sample: str, signs: Counter[str]) -> str:
    """The language whose frequent words and rare letters the sample holds most of, one that several share for less."""
    words = Counter(WORD.findall(sample))
    frequent: Counter[str] = Counter()
    scores: defaultdict[str, float] = defaultdict(float)
    known, rare = languages_of(stop_words), languages_of(letters)
    for word in words.keys() & known.keys():
        times, codes = words[word], known[word]
        said = times * worth(codes)
        for code in codes:
            frequent[code] += times
            scores[code] += said
    for letter in signs.keys() & rare.keys():
        said = signs[letter] * worth(rare[letter])
        for code in rare[letter]:
            scores[code] += said
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
