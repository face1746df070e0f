"""Words and sentences of a text."""

import re
from collections.abc import Iterator

from reader.articles.languages import language
from reader.articles.wordlists import abbreviations, all_abbreviations, months, stop_words
from reader.model.article import WORDS_PER_MINUTE

CJK_PER_MINUTE = 500
"""Silent reading of Chinese and Japanese, in characters a minute."""
ORDINALS = frozenset(("cs", "da", "de", "et", "fi", "hr", "hu", "is", "lv", "no", "pl", "sk", "sl", "sr", "tr"))
"""Languages that write `3.` for third."""

CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
ASCII_MARKS = {code: None for code in range(128) if not (chr(code).isalnum() or chr(code).isspace())}
"""What is neither letter nor digit nor space, to be taken out: a run of these alone is no word."""
CLOSING = "\"”’'“‘»«›)\\]"
OPENING = "\"“„‘‚'«»‹(\\[¿¡—–-"
LATIN_STOP = re.compile(rf"[.!?…؟۔।]+[{CLOSING}]*(?:\s+»)?\s+(?=(?:[{OPENING}]\s?)*[^\W_])")
CJK_STOP = re.compile(r"[。！？｡．]+[」』”’）》】]*")
OPENED = '([{"“‘«„»¿¡'
"""Marks that may stand before the first letter of a word."""
HYPHENS = re.compile("[-‐‑–—/([]")
"""Signs between two words without a blank, such as Aoraki-Mt. Cook."""
HALF_DAY = re.compile(r"\d\s?[ap]\.\s?m\.$", re.IGNORECASE)
"""`5 p. m.`, also with a blank, before the day or the place."""
BEFORE_NUMBERS = frozenset({"no"})
"""Abbreviations that are words too, unless a number follows."""
SAID = "とっなの、，"
"""What goes on after words that were quoted in Japanese, though these end in a stop."""


def count_words(text: str) -> int:
    """Number of words: runs between spaces that hold a letter or digit; Chinese and Japanese by reading time.

    So many characters count as one word as are read in the time of one English word, hence minutes come out right.
    """
    if text.isascii():
        return len(text.translate(ASCII_MARKS).split())
    ideographs = 0
    if CJK.search(text):
        text, ideographs = CJK.subn(" ", text)
    spaced = sum(1 for token in text.split() if token[0].isalnum() or any(map(str.isalnum, token)))
    return spaced + round(ideographs * WORDS_PER_MINUTE / CJK_PER_MINUTE)


def weight(text: str) -> int:
    """Length of a text in Latin letters: an ideograph says about as much as three."""
    return len(text) if text.isascii() else len(text) + 2 * len(CJK.findall(text))


def sentence_spans(text: str, spoken: str = "") -> Iterator[tuple[int, int]]:
    """Where each sentence of a one-line text starts and ends; its language is told where it is not given."""
    start = 0
    for end, following in sorted(boundaries(text, spoken)):
        if end > start:
            yield start, end
            start = following
    if start < len(text):
        yield start, len(text)


def boundaries(text: str, spoken: str) -> Iterator[tuple[int, int]]:
    """Ends of sentences with the start of what follows."""
    for found in LATIN_STOP.finditer(text):
        if may_be_short(text, found) and not spoken:
            spoken = language(text) or "?"
        if ends_sentence(text, found, spoken):
            yield found.start() + len(found[0].rstrip()), found.end()
    if not text.isascii():
        for found in CJK_STOP.finditer(text):
            quoted = len(found[0].rstrip("」』”’）》】")) < len(found[0])
            if not (quoted and text[found.end() : found.end() + 1] in SAID):
                yield found.end(), found.end()


def before(text: str, found: re.Match[str]) -> str:
    """The word that a stop follows."""
    return re.split("[ '’\u00a0]", text[max(0, found.start() - 12) : found.start()])[-1].strip(OPENED)


def may_be_short(text: str, found: re.Match[str]) -> bool:
    """Whether in some language what stands before a stop is an abbreviation or a number that says third."""
    if text[found.start()] != "." or found[0].startswith(".."):
        return False
    word = before(text, found)
    short = {word.casefold(), behind_hyphen(word).casefold()} & all_abbreviations()
    return bool(short) or (word.isdigit() and len(word) < 3)


def ends_sentence(text: str, found: re.Match[str], spoken: str) -> bool:
    """Whether a stop ends a sentence: no abbreviation, initial or ordinal before it, no small letter after it."""
    if text[found.end()].islower():
        return False
    if text[found.start()] != "." or found[0].startswith(".."):
        return True
    word, numbered = before(text, found), text[found.end()].isdigit()
    if word.isdigit() and len(word) < 3:
        return not numbered and not is_ordinal(text[found.end() :], spoken)
    return not is_short(word, spoken, numbered) and not HALF_DAY.search(
        text[max(0, found.start() - 7) : found.start() + 1]
    )


def is_short(word: str, spoken: str, numbered: bool) -> bool:
    """Whether a word is an abbreviation or an initial, also behind a hyphen; `numbered`: whether a number follows."""
    known = abbreviations().get(spoken, all_abbreviations())
    last = behind_hyphen(word)
    if last.casefold() in BEFORE_NUMBERS or (last.casefold() in months() and numbered):
        return numbered
    return bool({word.casefold(), last.casefold()} & known) or (len(last) == 1 and last.isupper())


def behind_hyphen(word: str) -> str:
    """The last part of a word of several."""
    return HYPHENS.split(word)[-1].strip(OPENED)


def is_ordinal(following: str, spoken: str) -> bool:
    """Whether a number with a stop counts what follows: a month, or in some languages what is no small word."""
    word = following[:30].split(" ")[0].strip(".,;:").casefold()
    if spoken not in ORDINALS:
        return False
    return word in months() or word not in stop_words().get(spoken, frozenset())


def first_sentence(text: str) -> str:
    """The first sentence of a one-line text."""
    for start, end in sentence_spans(text[:2000]):
        return text[start:end]
    return ""
