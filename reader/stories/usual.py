"""How usual words are in general, which a small folder cannot tell of itself."""

from functools import cache
from typing import NamedTuple

import numpy as np

from reader.articles import wordlists
from reader.stories.profile import Hashes, term_hash

ARTICLES = 400
"""The list counts like so many articles, were every word of the folder in it: about half of English news is."""
_THOUSAND = 1000


class UsualWords(NamedTuple):
    """Words that many articles have."""

    terms: Hashes
    """Hash of each."""
    classes: Hashes
    """Of each its place in `shares`."""
    shares: tuple[float, ...]
    """Shares of all articles; the first is 0, that of a word which is not listed."""


@cache
def usual_words() -> UsualWords:
    """The English ones of `common_words.txt`."""
    listed = [line.split(":", 1) for line in wordlists.lines("common_words")]
    words = [word for _, several in listed for word in several.split()]
    return UsualWords(
        np.array([term_hash(word) for word in words], np.uint32),
        np.repeat(np.arange(1, len(listed) + 1), [len(several.split()) for _, several in listed]).astype(np.uint32),
        (0.0, *(int(number) / _THOUSAND for number, _ in listed)),
    )
