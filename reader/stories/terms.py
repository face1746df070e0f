"""Text to words: one spelling for each, whatever the quotes, dashes, accents and dots it was written with."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from reader.articles import wordlists
from reader.stories.stop_words import STOP_WORDS

_FOLDED = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛ʼ´`′", "'"),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ħ": "h", "Ħ": "H",
        "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "þ": "th", "Þ": "Th", "ð": "d", "Ð": "D",
    }
)  # fmt: skip
_ACCENT = re.compile("[\u0300-\u036f]")
_INITIALS = re.compile(r"\b(?:[A-Za-z]\.){2,}(?=[^A-Za-z]|$)|\b(?:[A-Z]\.)+[A-Z]\b")
_POSSESSIVE = re.compile(r"'[sS]\b|(?<=[^\W\d_])'(?=[^\W\d_])")
_ELIDED = re.compile(
    r"\b([ld]|qu|jusqu|lorsqu|puisqu|[jcnmst](?='[a-z])|un|all|d[ae]ll|nell|sull|qu[ae]ll)'(?=[^\W\d_]{2})",
    re.IGNORECASE,
)
_HIRAGANA = re.compile("[\u3041-\u309f]{1,2}")
_WORD = re.compile(r"[^\W_]+")
_UNSPACED = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]{3,}")
_FIGURE = re.compile(r"\d+(?:[.,:/]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


def folded(text: str) -> str:
    """The text with quotes, dashes and accents folded and dots taken out of initials; case is kept."""
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text.translate(_FOLDED)).translate(_FOLDED)
        text = unicodedata.normalize("NFC", _ACCENT.sub("", text))
    return _POSSESSIVE.sub("", _ELIDED.sub(r"\1 ", without_dots(text)))


def without_dots(text: str) -> str:
    """The text with the dots taken out of initials: `U.S.` becomes `US`."""
    return _INITIALS.sub(lambda found: found[0].replace(".", ""), text)


def tokens(text: str) -> list[str]:
    """Every word of the text in order, folded, in the case that it was written in."""
    found = _WORD.findall(folded(text))
    if text.isascii():
        return found
    return [part for token in found for part in _parts(token)]


def words(text: str, language: str = "") -> list[str]:
    """The words that tell what a text is about, in order: folded, lower case, without its language's stop words."""
    return [word for word in map(str.lower, tokens(text)) if is_term(word, language)]


def is_term(word: str, language: str = "") -> bool:
    """Whether a folded lower-case word counts as a term: no stop word, not a lone letter, and no ending of Japanese."""
    if word in stop_words(language):
        return False
    if word.isascii():
        return len(word) > 1 or word.isdigit()
    return not _HIRAGANA.fullmatch(word)


@cache
def stop_words(language: str) -> frozenset[str]:
    """The stop words of a language, folded; the English ones for a language without a list."""
    listed = wordlists.stop_words().get(language, frozenset())
    if language == "en" or not listed:
        return STOP_WORDS
    return frozenset(token.lower() for word in listed for token in tokens(word))


def figures(text: str) -> set[str]:
    """The numbers written in digits, without plain years: what two bulletins of one kind do not share."""
    return {found.replace(",", "") for found in _FIGURE.findall(text) if not _YEAR.fullmatch(found)}


def _parts(token: str) -> Iterator[str]:
    """A token itself; a run of a script that is written without spaces as pairs of characters."""
    if _UNSPACED.fullmatch(token):
        yield from (token[start : start + 2] for start in range(len(token) - 1))
    else:
        yield token
