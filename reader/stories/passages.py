"""A paragraph as it is compared and remembered: the numbers of its words, few enough bytes to keep among the marks."""

import sys
from array import array
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from hashlib import blake2b
from typing import Self
from zlib import crc32

from reader.articles.wordlists import stop_words
from reader.model.article import Article, BlockKind
from reader.stories.name_words import CALENDAR
from reader.stories.stop_words import STOP_WORDS
from reader.stories.wording import WORD, hashed, key, plain

FORMAT = 1
"""The first byte of a stored passage: data of another format are not read."""
LEFT_OUT = frozenset({BlockKind.BOILERPLATE, BlockKind.HEADING})
"""Blocks that are no passages: they tell nothing."""
BODY = frozenset({BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST, BlockKind.TABLE})
"""Blocks that make up the body and are counted."""
_SAME_SOUND = (
    ("th", "t"), ("ph", "f"), ("kh", "h"), ("sh", "s"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("q", "k"), ("w", "v"),
    ("y", "i"),
)  # fmt: skip
"""Letters that stand for each other where a name was carried over from another script."""


@dataclass(frozen=True)
class Passage:
    """A paragraph, tweet or caption as a row of numbers.

    Without slots, so that what follows from the words is worked out once, when it is asked for first.
    """

    words: tuple[int, ...]
    """A 32-bit number for each word in order, the same however an outlet spells the word; see `wording.hashed`."""
    names: frozenset[int] = frozenset()
    """Numbers of its capitalised words, the same for Antony and Anthony; see `name_hash`."""

    @cached_property
    def content(self) -> frozenset[int]:
        """Its words without those that tell nothing, each once."""
        return frozenset(self.words) - silent()

    @cached_property
    def pairs(self) -> frozenset[int]:
        """Every two words that follow each other; of a single word itself."""
        return frozenset(map(hash, zip(self.words, self.words[1:], strict=False))) or frozenset(self.words)

    @cached_property
    def triples(self) -> frozenset[int]:
        """Every three words that follow each other."""
        return frozenset(map(hash, zip(self.words, self.words[1:], self.words[2:], strict=False)))

    @property
    def digest(self) -> int:
        """A signed 64-bit number, equal for passages of equal words in every process."""
        data = _little(array("I", self.words))
        return int.from_bytes(blake2b(data, digest_size=8).digest(), "little", signed=True)

    def to_bytes(self) -> bytes:
        """A form to keep, 4 bytes a word and a few for the names: about 180 for 40 words."""
        words = array("I", self.words)
        return bytes((FORMAT,)) + len(words).to_bytes(4, "little") + _little(words + array("I", sorted(self.names)))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """What `to_bytes` wrote. Raises ValueError where the data are damaged or of another format."""
        count = int.from_bytes(data[1:5], "little")
        if len(data) < 5 or data[0] != FORMAT or (len(data) - 5) % 4 or len(data) - 5 < 4 * count:
            raise ValueError("a passage is damaged or of another format")
        numbers = array("I")
        numbers.frombytes(data[5:])
        if sys.byteorder == "big":
            numbers.byteswap()
        return cls(tuple(numbers[:count]), frozenset(numbers[count:]))


def passage(text: str) -> Passage:
    """A text of one paragraph as a passage."""
    written = WORD.findall(text)
    return Passage(tuple(map(hashed, written)), frozenset(name_hash(word) for word in written if word[0].isupper()))


def passages(article: Article) -> Iterator[Passage]:
    """Everything of an article that tells something: its standfirst, paragraphs, tweets, captions."""
    if article.standfirst:
        yield passage(article.standfirst.text)
    for block in article.blocks:
        if block.kind not in LEFT_OUT:
            yield passage(block.text)


def paragraph_numbers(article: Article) -> tuple[int, ...]:
    """For each block its number among the paragraphs of the body, from 1; 0 for what is none, such as a tweet."""
    numbers, last = [], 0
    for block in article.blocks:
        last += block.kind in BODY
        numbers.append(last if block.kind in BODY else 0)
    return tuple(numbers)


@lru_cache(maxsize=50_000)
def name_hash(written: str) -> int:
    """A 32-bit number that is equal for the spellings of one name, such as Qasem and Qassem."""
    return crc32(sound(written).encode())


def sound(written: str) -> str:
    """How a name sounds, roughly: equal for Antony and Anthony, Khatim and Khateem."""
    word = plain(written)
    for letters, other in _SAME_SOUND:
        word = word.replace(letters, other)
    return "".join(letter for place, letter in enumerate(word) if not place or letter != word[place - 1])


@cache
def silent() -> frozenset[int]:
    """Numbers of the words that say nothing about what is told, of all languages known, and of days and letters."""
    listed = {word for words in stop_words().values() for word in words}
    letters = set("abcdefghijklmnopqrstuvwxyz")
    return frozenset(crc32(each.encode()) for word in listed | STOP_WORDS | letters for each in (word, key(word)))


@cache
def no_names() -> frozenset[str]:
    """Plain words that are capitalised without naming anybody."""
    return STOP_WORDS | CALENDAR


def _little(numbers: "array[int]") -> bytes:
    """The numbers as bytes, the lowest first on every machine."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()
