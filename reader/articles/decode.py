"""Bytes to text: byte order marks, encodings, mended mojibake, and nothing in it that a terminal would obey."""

import re
import unicodedata
from dataclasses import dataclass

from reader.articles.characters import characters

COMPRESSED = (b"\x1f", b"B", b"\xfd")
"""First bytes of gzip, bzip2 and xz."""
ESCAPES = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]{0,4000}(?:\x07|\x1b\\|\x9c)?"
    r"|(?:\x1b\[|\x9b)[0-?]{0,64}[ -/]{0,8}[@-~]?"
    r"|\x1b[ -/]{0,8}[0-~]?"
)
"""Terminal control sequences as ECMA-48 defines them, whole, so that none of their letters stay behind."""
LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
SPACES = re.compile("[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000]")
INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Controls, soft hyphens, zero-width spaces, bidirectional overrides, lone surrogates.

Joiners stay: Persian and emoji need them.
"""
DANGEROUS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")

MOJIBAKE = re.compile(
    "[ÂÃâ][\x80-\xbf€™œ\u0152\u0160\u0178\u2018-\u201e\u2020-\u2022\u2026\u2030\u02c6\u02dc]"
    "|(?:[ÐÑ][\x80-\xbf€ƒœžšŠŒŽŸ™\u2013\u2014\u2018-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u02c6\u02dc]){3}"
)
"""UTF-8 read as Windows-1252: Western letters and quotes, Cyrillic letters."""
MOJIBAKE_STARTS = "ÂÃâÐÑ"


REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file and how it was read."""

    text: str
    """Line ends are `\\n`, spaces are plain, control characters are gone; spans count in this text."""
    encoding: str
    """Name of the encoding, ending in `(guessed)` where nothing in the file says it."""
    notes: tuple[str, ...] = ()
    """What a reader should know, in sentences."""


def decode(data: bytes, limit: int) -> Decoded:
    """Text of the first `limit` bytes, unpacked if need be; raises ArticleError for what is no text."""
    data, notes = opened(data)
    if len(data) > limit:
        data = data[:limit]
        notes += (f"only the first {size_words(limit)} were read",)
    text, encoding = characters(data)
    mended = mend(text)
    if mended != text:
        notes += ("wrongly decoded characters were mended",)
    return Decoded(plain(mended), encoding, (*notes, *doubts(mended)))


def doubts(text: str) -> tuple[str, ...]:
    """What a reader should know of letters that may be wrong."""
    lost = text.count(REPLACEMENT)
    count = f"{lost:,} {'character' if lost == 1 else 'characters'}"
    return (f"{count} could not be read, shown as {REPLACEMENT}: look at the original for them",) if lost else ()


def opened(data: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The content of a compressed file with notes on it; other data as it is."""
    if data[:1] not in COMPRESSED:
        return data, ()
    from reader.articles.formats.compression import compressed_as, unpacked

    name = compressed_as(data)
    return unpacked(data, name) if name else (data, ())


def raw(data: bytes) -> Decoded:
    """Everything in a file as it stands, with controls shown as pictures; raises ArticleError for what is no text."""
    text, encoding = characters(opened(data)[0])
    return Decoded(DANGEROUS.sub(lambda found: picture(found[0]), LINE_ENDS.sub("\n", text)), encoding)


def picture(control: str) -> str:
    """A visible sign for a control character."""
    code = ord(control)
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else "\ufffd"


def size_words(limit: int) -> str:
    """A number of bytes as people say it."""
    return f"{limit / 1_000_000:g} MB" if limit >= 100_000 else f"{limit} bytes"


def mend(text: str) -> str:
    """Text with mojibake undone line by line, quotes left as they are."""
    if not any(letter in text for letter in MOJIBAKE_STARTS) or not MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding

    return "\n".join(
        fix_encoding(line) if MOJIBAKE.search(line) else line for line in LINE_ENDS.sub("\n", text).split("\n")
    )


def plain(text: str) -> str:
    """Text with line ends and spaces made plain and everything invisible dropped."""
    if text.replace("\n", "").replace("\t", "").isprintable():
        return text
    if "\x1b" in text or not text.isascii():
        text = ESCAPES.sub("", text)
    return INVISIBLE.sub("", SPACES.sub(" ", LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """Any string, wherever it comes from, as one line that is safe to show."""
    return " ".join(plain(text).split())


def folded(text: str) -> str:
    """Text for comparing: compatibility forms, case, quotes, dashes and spaces made equal."""
    if text.isascii():
        text = text.lower().replace("`", "'")
    else:
        text = unicodedata.normalize("NFKC", text).casefold()
        for sign, usual in FOLDS:
            text = text.replace(sign, usual)
    return " ".join(text.split())


FOLDS = (
    *((quote, "'") for quote in "‘’‚‛`´ʼ"),
    *((quote, '"') for quote in "“”„‟«»"),
    *((dash, "-") for dash in "‐‑‒–—―−"),
)
