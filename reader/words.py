"""What counts as a word when searching: how a text is split, and how a word is folded. No library, no state."""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import pairwise

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"  # Thai, Lao, Burmese, Khmer
    "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"  # Chinese, Japanese
    "\uac00-\ud7af"  # Korean has blanks, but particles grow on to its words
)
"""Scripts in which blanks do not part the words, as the inside of a character class: each sign counts as a word."""
LONGEST = 64
"""Characters of a word that count; longer ones are data, not language."""

_INITIALS = r"[A-Za-z](?:\.[A-Za-z])+\b\.?"
"""`U.S.`, `U.N`, also without the last dot, which may end a sentence or be left out."""
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06ed\u0900-\u0963\u0966-\u0dff"
)
"""Accents, vowel points and the vowel signs of India: they change the letter before them and part no word."""
_ELIDED = (
    "[LlDd]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[JjCcNnMmSsTt](?=['’][a-zà-ÿ])"
    "|[Uu]n|[Aa]ll|[Dd][ae]ll|[Nn]ell|[Ss]ull|[Qq]u[ae]ll"
)
"""What French and Italian put before a word that begins with a vowel: `l'État`, `d'Oslo`, `dell'Italia`."""
_SAME = str.maketrans(
    {
        "’": "'", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ħ": "h", "þ": "th", "æ": "ae", "œ": "oe",
        "\u0640": "",  # the stroke that draws an Arabic word out
        "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ٱ": "ا",
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
    }
)  # fmt: skip
"""What searching takes for one and the same; what Unicode itself takes apart (`ä`, `å`, `أ`, `ﬁ`) needs no entry."""
_ACCENT = re.compile(
    "(?<!\u0438)\u0306|[\u0300-\u0305\u0307-\u036f\u0483-\u0489\u0591-\u05c7"
    "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]"
)
"""Marks that searching leaves out; the breve of й stays, and so do the vowel signs of later scripts."""


@cache
def word_pattern() -> re.Pattern[str]:
    """What matches a word; compiled when it is needed first (5 ms)."""
    begin, inner = rf"[^\W_{UNSPACED}]", rf"(?:[^\W_{UNSPACED}]|[{_MARKS}])"
    return re.compile(
        rf"[{UNSPACED}]"
        rf"|{begin}{inner}++(?!['’])"  # most words: told at once
        rf"|{_INITIALS}"
        rf"|(?:{_ELIDED})(?=['’]{begin}{{2}})"
        rf"|{begin}{inner}*(?:['’]{begin}{inner}*)*"
    )


@cache
def _ascii_pattern() -> re.Pattern[str]:
    """The same for ASCII alone, where it is twice as fast."""
    return re.compile(rf"[^\W_]{{2,}}+(?!')|{_INITIALS}|(?:{_ELIDED})(?='[^\W_]{{2}})|[^\W_]+(?:'[^\W_]+)*", re.ASCII)


def split(text: str) -> list[str]:
    """The words of a text as they stand there."""
    return (_ascii_pattern() if text.isascii() else word_pattern()).findall(text)


def joined(text: str) -> Sequence[tuple[str, bool]]:
    """The words of a text, each with whether it is a sign that the next word, another such sign, continues.

    A line may break within a word of Chinese or Japanese, but in Korean a blank parts words.
    """
    if not unspaced(text):
        return [(word, False) for word in split(text)]
    found = list(word_pattern().finditer(text))
    continued = [_continues(text, one, other) for one, other in pairwise(found)]
    return [(word[0], more) for word, more in zip(found, [*continued, False], strict=True)]


def _continues(text: str, one: re.Match[str], other: re.Match[str]) -> bool:
    if not (unspaced(one[0]) and unspaced(other[0])):
        return False
    between = text[one.end() : other.start()]
    return not between or (between.isspace() and not (is_hangul(one[0]) or is_hangul(other[0])))


def is_hangul(sign: str) -> bool:
    """Whether a character is a syllable of Korean."""
    return "\uac00" <= sign <= "\ud7af"


@cache
def _unspaced_pattern() -> re.Pattern[str]:
    return re.compile(f"[{UNSPACED}]")


def unspaced(text: str) -> bool:
    """Whether any of the text is in a script in which blanks do not part the words."""
    return not text.isascii() and _unspaced_pattern().search(text) is not None


@lru_cache(maxsize=100_000)
def folded(written: str) -> str:
    """A word in lower case, without accents, vowel points, dots and the possessive s.

    So `é`, `å` and `ä` are e and a, `ß` is ss, `ё` is е but `й` stays, and Arabic has one alef, one ya and one ha.
    """
    lower = written.casefold()
    if not lower.isascii():
        bare = _ACCENT.sub("", unicodedata.normalize("NFKD", lower))
        lower = unicodedata.normalize("NFC", bare).translate(_SAME)
    if lower.endswith("'s"):
        lower = lower[:-2]
    return "".join(filter(_counts, lower))[:LONGEST]


def _counts(letter: str) -> bool:
    return letter.isalnum() or (letter > "\u08ff" and unicodedata.category(letter)[0] == "M")
