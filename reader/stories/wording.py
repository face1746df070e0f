"""The words by which two texts are compared: one key for each, however the outlet spells it."""

import re
import unicodedata
import zlib
from functools import lru_cache

from reader.stories.stop_words import STOP_WORDS

UNSPACED = "\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
"""Scripts that put no blanks between words: there every character counts as a word."""
_PREFIXES = "anti|bi|co|counter|cyber|de|e|ex|inter|mid|multi|non|post|pre|pro|re|semi|sub|trans|un"
WORD = re.compile(
    rf"[{UNSPACED}]"
    r"|\bUnited (?:States(?: of America)?|Kingdom|Nations)\b"
    r"|[A-Za-z](?:\.[A-Za-z])+\b\.?"  # U.S., also without its last dot
    r"|\d+(?:[.,:]\d+)*"
    rf"|(?:\b(?:{_PREFIXES})[-‐‑])?[^\W_{UNSPACED}]+(?:['’ʼ][^\W_{UNSPACED}]+)*",
    re.IGNORECASE,
)
"""One word; counter-terrorism is one like counterterrorism, Washington-led is two."""
_COUNTRIES = {
    "united states": "us", "united states of america": "us", "usa": "us",
    "united kingdom": "uk", "united nations": "un",
}  # fmt: skip
NUMBERS = {
    "two": "2", "three": "3", "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9",
    "ten": "10", "eleven": "11", "twelve": "12", "thirteen": "13", "fourteen": "14", "fifteen": "15",
    "sixteen": "16", "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20",
}  # fmt: skip
"""The numbers that newspapers spell out; `one` is more often a pronoun."""

_ENDINGS = tuple(
    (re.compile(pattern), replacement)
    for pattern, replacement in (
        (r"(?<=...)is(e|ed|es|ing|er|ers|ation|ations)$", r"iz\1"),
        (r"(?<=..)ys(e|ed|es|ing)$", r"yz\1"),
        (r"(?<=..)our(s|ed|ing|able|al|ite|ites|hood|less|er|ers)?$", r"or\1"),
        (r"(?<=[bt])re(s|d)?$", r"er\1"),
        (r"ogue(s)?$", r"og\1"),
        (r"^(def|off|lic|pret)ence", r"\1ense"),
        (r"(?<=..)wards$", "ward"),
    )
)
"""American for British endings. They need no exceptions: what they do to another word, they do to it everywhere."""
_SPELLINGS = {
    "programme": "program", "cheque": "check", "grey": "gray", "plough": "plow", "tyre": "tire", "kerb": "curb",
    "sceptic": "skeptic", "sceptical": "skeptical", "aluminium": "aluminum", "judgement": "judgment",
    "ageing": "aging", "mould": "mold", "cosy": "cozy", "jewellery": "jewelry", "aeroplane": "airplane",
    "storey": "story", "manoeuvre": "maneuver", "moustache": "mustache", "pyjamas": "pajamas", "learnt": "learned",
    "burnt": "burned", "per cent": "percent", "whilst": "while", "amongst": "among", "foetus": "fetus",
    "encyclopaedia": "encyclopedia", "anaesthetic": "anesthetic", "paediatric": "pediatric", "orthopaedic":
    "orthopedic", "archaeology": "archeology", "diarrhoea": "diarrhea", "anaemia": "anemia", "leukaemia": "leukemia",
}  # fmt: skip
_SUFFIXES = re.compile(r"(?<=...)(?:ies|ied|ying|ings?|ed|es|s|ly|y|e)$")
_DOUBLED = re.compile(r"([bdfglmnprtz])\1")
_ACRONYM = 4
"""Letters of a word in capitals that is taken for an acronym, which has no endings."""
_LETTERS = str.maketrans("øØłŁđĐıħĦ", "oOlLdDihH")


@lru_cache(maxsize=50_000)
def hashed(written: str) -> int:
    """The 32-bit number of a word's key: CRC-32 of its UTF-8."""
    return zlib.crc32(key(written).encode())


@lru_cache(maxsize=50_000)
def plain(written: str) -> str:
    """A word in small letters, without accents, dots, hyphens and the possessive s."""
    lower = written.casefold().replace("’", "'").replace("ʼ", "'")
    if not lower.isascii():
        lower = unicodedata.normalize("NFKD", lower.translate(_LETTERS))
    if lower[0].isdigit():
        return lower.replace(",", "")
    lower = lower.removesuffix("'s")
    if lower in _COUNTRIES:
        return _COUNTRIES[lower]
    return "".join(letter for letter in lower if letter.isalnum())


@lru_cache(maxsize=50_000)
def key(written: str) -> str:
    """What a word is compared by: `plain`, American, without the endings of number and tense; a figure in digits.

    The stem need be no word: it only has to be the same for `agreed`, `agrees` and `agree`.
    """
    word = plain(written)
    if word in NUMBERS:
        return NUMBERS[word]
    if word in STOP_WORDS or not word.isalpha() or (len(word) <= _ACRONYM and written.isupper()):
        return word
    return stem(american(word))


def american(word: str) -> str:
    """The American spelling of a plain word, or something like it that both spellings share."""
    word = _SPELLINGS.get(word, word)
    if len(word) > 4:
        for pattern, replacement in _ENDINGS:
            word = pattern.sub(replacement, word)
    return word.replace("ll", "l")


def stem(word: str) -> str:
    """The word without endings of number, tense and manner, and without the letter that they double."""
    if len(word) > 3 and word.isascii():
        word = _SUFFIXES.sub("", word).rstrip("e")
        return word[:-1] if _DOUBLED.match(word[-2:]) else word
    return word
