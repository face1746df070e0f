"""The language of a text: by script first, by frequent words second."""

import re
from collections import Counter
from functools import cache

from reader.articles.wordlists import stop_words

SAMPLE = 4000
"""Characters looked at."""

SCRIPTS = (
    ("ja", re.compile("[\u3040-\u30ff]"), 0.08),
    ("zh", re.compile("[\u4e00-\u9fff]"), 0.3),
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
    """The language whose frequent words cover most of the sample."""
    words = WORD.findall(sample.casefold())
    scores: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for code in languages_of_words().get(word, ()):
            scores[code] += times
    best, score = max(scores.items(), key=lambda each: each[1], default=("", 0))
    return best if score >= max(2, 0.12 * len(words)) else ""


@cache
def languages_of_words() -> dict[str, tuple[str, ...]]:
    """For each frequent word the languages that have it, in the order of the list."""
    table: dict[str, tuple[str, ...]] = {}
    for code, words in stop_words().items():
        for word in words:
            table[word] = (*table.get(word, ()), code)
    return table
