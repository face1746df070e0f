"""What relating one article to others needs to know of it, small enough to keep beside its headline."""

import re
import struct
import zlib
from collections import Counter
from dataclasses import dataclass
from datetime import date as day_of_calendar
from typing import Self

import numpy as np
import numpy.typing as npt

from reader.model.article import LIKELY, Article
from reader.stories.names_shared import names_in
from reader.stories.terms import figures, is_term, tokens

Hashes = npt.NDArray[np.uint32]
Mask = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.uint8]

LEAD_WORDS = 60
"""A term in the first 60 words counts twice: news tells the event first."""
SHINGLE_WORDS = 5
"""Words of a shingle."""
SAMPLED = 4
"""One shingle in four, chosen by its value, is a fingerprint."""
ROUND_UP_DATELINES = 2
"""An article with so many datelines holds several stories."""

_HEAD = struct.Struct("<2sBBIIIIHBBHHHHHI")
_MAGIC, _VERSION = b"BP", 3
_NO_TERM = 0xFFFF
"""The place of a word that is no term, and of those of a term beyond so many, of which there are none in practice."""
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DATELINE = re.compile(
    r"^[A-Z][A-Z.' -]{2,30}(?:, [A-Z][\w.]+)?(?:,? [A-Z][a-z]{2,8}\.? \d{1,2})?(?: ?\([^()\n]{2,40}\))?"
    r" ?(?:--|[—–:-]) ",
    re.MULTILINE,
)
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\b[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_LOGARITHM = np.concatenate(([np.float32(0)], 1 + np.log(np.arange(1, 256, dtype=np.float32)))).astype(np.float32)
_MULTIPLIERS = np.array(
    [0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """One article as the linker sees it."""

    terms: Hashes
    """Hashes of its terms, title included, each once, ascending."""
    counts: Counts
    """How often each term stands there, occurrences in the lead counted twice; at most 255."""
    shingles: Hashes
    """Hashes of every run of five words of its text, in the order of the text."""
    order: npt.NDArray[np.uint16]
    """Of each word of its text the place of its term in `terms`; `_NO_TERM` where it is none."""
    figures: Hashes
    """Hashes of its figures, each once, ascending."""
    words: int
    """Words of its text."""
    date: str = ""
    """Its day, `YYYY-MM-DD`; empty where unknown or of a confidence under .5."""
    date_confidence: float = 0.0
    """How sure the date is, from 0 to 1 in hundredths."""
    weekdays: int = 0
    """The weekdays that its text names, a bit each, Monday 1."""
    datelines: int = 0
    """Lines of the text that begin with a dateline."""
    title_words: int = 0
    """Words of the title, which come before the text; at most 255."""
    language: str = ""
    """As in `Article`."""
    agency: str = ""
    """The wire that it credits."""
    content_hash: str = ""
    """As in `Article`."""
    written: bytes = b""
    """Surface forms of its terms, packed; see `surfaces`."""
    named: str = ""
    """The names in its text, a tab between them; every link looks at them, and they are short: not packed."""

    @property
    def weights(self) -> npt.NDArray[np.float32]:
        """How much each term matters within the article: 1 + ln(count)."""
        return _LOGARITHM[self.counts]

    def covered(self, shingles: Mask) -> Mask:
        """Of each word whether it stands in one of the shingles that are marked."""
        covered: Mask = np.convolve(shingles, np.ones(SHINGLE_WORDS, np.bool_))[: self.words]
        return covered

    def counted(self, words: Mask) -> Counts:
        """How often each term stands among the words that are marked, counted as in `counts`."""
        places = self.order[words]
        times = np.where(np.flatnonzero(words) + self.title_words < LEAD_WORDS, 2, 1)[places != _NO_TERM]
        found = np.bincount(places[places != _NO_TERM], times, len(self.terms))
        return np.minimum(found, 255).astype(np.uint8)

    @property
    def fingerprints(self) -> Hashes:
        """The sampled shingles, each once, ascending: enough to find who shares text."""
        return np.unique(self.shingles[self.shingles % SAMPLED == 0])

    @property
    def surfaces(self) -> tuple[str, ...]:
        """How each term is written in the text, in the order of `terms`; empty for one of addresses alone."""
        return tuple(zlib.decompress(self.written).decode().split(" ")) if len(self.terms) else ()

    @property
    def names(self) -> tuple[str, ...]:
        """The names in its text, most frequent first."""
        return tuple(self.named.split("\t")) if self.named else ()

    @property
    def round_up(self) -> bool:
        """Whether it tells several stories under datelines of their own."""
        return self.datelines >= ROUND_UP_DATELINES

    def to_bytes(self) -> bytes:
        """The profile in a compact form of about 4 KB for 400 words."""
        small = [text.encode() for text in (self.date, self.language, self.agency, self.content_hash, self.named)]
        head = _HEAD.pack(
            _MAGIC, _VERSION, round(self.date_confidence * 100), self.words,
            len(self.terms), len(self.shingles), len(self.written), len(self.figures),
            self.weekdays, self.title_words, min(self.datelines, 0xFFFF), *map(len, small),
        )  # fmt: skip
        arrays = (self.terms, self.shingles, self.figures)
        body = b"".join(
            (
                head, *(array.astype("<u4").tobytes() for array in arrays), self.order.astype("<u2").tobytes(),
                self.counts.tobytes(), *small, self.written,
            )
        )  # fmt: skip
        return body + struct.pack("<I", zlib.crc32(body))

    @classmethod
    def from_bytes(cls, data: bytes) -> Self:
        """What `to_bytes` wrote; raises ValueError where the data are damaged or of another version."""
        if len(data) < _HEAD.size + 4 or zlib.crc32(data[:-4]) != int.from_bytes(data[-4:], "little"):
            raise ValueError("a profile is damaged")
        (magic, version, sure, words, terms, shingles, written, figured, weekdays, title, datelines, *small) = (
            _HEAD.unpack_from(data)
        )
        if magic != _MAGIC or version != _VERSION:
            raise ValueError("a profile of another version")
        at = _HEAD.size
        arrays = []
        for length in (terms, shingles, figured):
            arrays.append(np.frombuffer(data, "<u4", length, at))
            at += 4 * length
        order = np.frombuffer(data, "<u2", words, at)
        at += 2 * words
        counts = np.frombuffer(data, np.uint8, terms, at)
        at += terms
        texts = []
        for length in small:
            texts.append(data[at : at + length].decode())
            at += length
        return cls(
            arrays[0], counts, arrays[1], order, arrays[2], words, texts[0], sure / 100, weekdays, datelines, title,
            texts[1], texts[2], texts[3], data[at : at + written], texts[4],
        )  # fmt: skip


def profile(article: Article) -> Profile:
    """The profile of an article; title and standfirst count as its beginning."""
    text = article.text
    title = "" if article.title_derived else article.title.text
    body = tokens(text)
    heading = tokens(title)
    terms, counts, surfaces = _terms([*heading, *body], article.language, _only_in_addresses(title, text))
    names = [name for name, _ in names_in(article).most_common()]
    likely = article.date.confidence >= LIKELY and _is_day(article.date.text)
    return Profile(
        terms=terms,
        counts=counts,
        shingles=_shingles([word.lower() for word in body]),
        order=_order(body, terms, article.language),
        figures=_hashes(figures(text)),
        words=len(body),
        date=article.date.text if likely else "",
        date_confidence=article.date.confidence if likely else 0.0,
        weekdays=_weekdays(body),
        datelines=len(_DATELINE.findall(text)),
        title_words=min(len(heading), 255),
        language=article.language,
        agency=article.agency.text,
        content_hash=article.content_hash,
        written=zlib.compress(" ".join(surfaces).encode(), 6),
        named="\t".join(names),
    )


def term_hash(word: str) -> int:
    """The 32-bit hash by which a term is known, the same in every process: CRC-32 of its UTF-8."""
    return zlib.crc32(word.encode())


def _only_in_addresses(title: str, text: str) -> frozenset[str]:
    """The words, in lower case, that stand nowhere but in addresses of pages and of mail: nobody is told of them."""
    if not _ADDRESS.search(text):
        return frozenset()
    told = {word.lower() for word in tokens(f"{title}\n{_ADDRESS.sub(' ', text)}")}
    written = {word.lower() for address in _ADDRESS.findall(text) for word in tokens(address)}
    return frozenset(written - told)


def _terms(words: list[str], language: str, untold: frozenset[str]) -> tuple[Hashes, Counts, list[str]]:
    counted: Counter[str] = Counter()
    surfaces: dict[str, str] = {}
    for position, surface in enumerate(words):
        word = surface.lower()
        if is_term(word, language):
            counted[word] += 2 if position < LEAD_WORDS else 1
            known = surfaces.setdefault(word, surface)
            if known != surface:
                surfaces[word] = min(known, surface, key=_plainness)
    hashed = sorted({term_hash(word): word for word in sorted(counted)}.items())
    terms = np.array([number for number, _ in hashed], dtype=np.uint32)
    counts = np.array([min(counted[word], 255) for _, word in hashed], dtype=np.uint8)
    return terms, counts, ["" if word in untold else surfaces[word] for _, word in hashed]


def _order(words: list[str], terms: Hashes, language: str) -> npt.NDArray[np.uint16]:
    """Of each word the place of its term."""
    places = {number: place for place, number in enumerate(terms.tolist())}
    lower = [word.lower() for word in words]
    of = {word: places[term_hash(word)] if is_term(word, language) else _NO_TERM for word in set(lower)}
    return np.array([min(of[word], _NO_TERM) for word in lower], np.uint16)


def _plainness(surface: str) -> tuple[int, str]:
    """Order of preference between ways to write one word: `report` before `Report` before `REPORT`."""
    return sum(letter.isupper() for letter in surface), surface


def _hashes(words: set[str]) -> Hashes:
    return np.unique(np.array([term_hash(word) for word in words], dtype=np.uint32))


def _shingles(words: list[str]) -> Hashes:
    count = len(words) - SHINGLE_WORDS + 1
    if count < 1:
        return np.empty(0, dtype=np.uint32)
    known = {word: term_hash(word) for word in set(words)}
    hashes = np.array([known[word] for word in words], dtype=np.uint64)
    mixed = np.zeros(count, dtype=np.uint64)
    for place, multiplier in enumerate(_MULTIPLIERS):
        mixed += (hashes[place : place + count] + np.uint64(1)) * multiplier
        mixed ^= mixed >> np.uint64(29)
    hashed: Hashes = (mixed * _MULTIPLIERS[0] >> np.uint64(32)).astype(np.uint32)
    return hashed


def _is_day(text: str) -> bool:
    """Whether a date is a whole day, which alone can be compared."""
    try:
        day_of_calendar.fromisoformat(text)
    except ValueError:
        return False
    return len(text) == len("YYYY-MM-DD")


def _weekdays(words: list[str]) -> int:
    present = {word.lower() for word in words if word.lower().endswith("day")}
    return sum(1 << place for place, day in enumerate(_WEEKDAYS) if day in present)
