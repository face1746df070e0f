"""Words and sentences of a text."""

import re
from collections.abc import Iterator

from reader.articles.wordlists import abbreviations
from reader.model import WORDS_PER_MINUTE

CJK_PER_MINUTE = 500
"""Silent reading of Chinese and Japanese, in characters a minute."""

CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
LATIN_STOP = re.compile(r"[.!?…؟۔]+[\"”’'»)\]]*\s+(?=[\"“‘'«(\[]*[^\W_])")
CJK_STOP = re.compile(r"[。！？]+[」』”’）]*")


def count_words(text: str) -> int:
    """Number of words: runs between spaces that hold a letter or digit; Chinese and Japanese by reading time.

    So many characters count as one word as are read in the time of one English word, hence minutes come out right.
    """
    if text.isascii():
        return sum(1 for token in text.split() if token.isalnum() or any(map(str.isalnum, token)))
    ideographs = 0
    if CJK.search(text):
        text, ideographs = CJK.subn(" ", text)
    spaced = sum(1 for token in text.split() if any(map(str.isalnum, token)))
    return spaced + round(ideographs * WORDS_PER_MINUTE / CJK_PER_MINUTE)


def weight(text: str) -> int:
    """Length of a text in Latin letters: an ideograph says about as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(CJK.findall(text))


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Where each sentence of a one-line text starts and ends."""
    start = 0
    for end, following in sorted(boundaries(text)):
        if end > start:
            yield start, end
            start = following
    if start < len(text):
        yield start, len(text)


def boundaries(text: str) -> Iterator[tuple[int, int]]:
    """Ends of sentences with the start of what follows."""
    for found in LATIN_STOP.finditer(text):
        if ends_sentence(text, found):
            yield found.start() + len(found[0].rstrip()), found.end()
    if not text.isascii():
        for found in CJK_STOP.finditer(text):
            yield found.end(), found.end()


def ends_sentence(text: str, found: re.Match[str]) -> bool:
    """Whether a stop ends a sentence: no abbreviation or initial before it, no small letter after it."""
    if text[found.end()].islower():
        return False
    if text[found.start()] != "." or found[0].startswith(".."):
        return True
    word = text[max(0, found.start() - 12) : found.start()].split(" ")[-1].strip("(\"“'‘")
    return word.casefold() not in abbreviations() and not (len(word) == 1 and word.isupper())


def first_sentence(text: str) -> str:
    """The first sentence of a one-line text."""
    for start, end in sentence_spans(text[:2000]):
        return text[start:end]
    return ""
