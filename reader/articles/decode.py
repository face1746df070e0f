"""Bytes to text: byte order marks, encodings, mended mojibake, and nothing in it that a terminal would obey."""

import re
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

from reader.errors import ArticleError

SAMPLE = 64 * 1024
"""Bytes looked at when guessing; a whole file tells no more than its beginning."""

MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
"""Byte order marks; those of UTF-32 come before the UTF-16 marks that they begin with."""

MAGIC = (
    (b"%PDF", "a PDF file, not text: save its text as .txt"),
    (b"PK\x03\x04", "a ZIP archive or office document, not text: unpack it, or save its text as .txt"),
    (b"{\\rtf", "a rich-text file (RTF): save it as plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document, not text: save its text as .txt"),
    (b"7z\xbc\xaf", "a compressed file (7z): unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a compressed file (zstd): unpack it first"),
    (b"\x89PNG", "a picture (PNG), not text"),
    (b"\xff\xd8\xff", "a picture (JPEG), not text"),
    (b"GIF8", "a picture (GIF), not text"),
    (b"SQLite format 3", "a database (SQLite), not text"),
    (b"\x7fELF", "a program, not text"),
    (b"WARC/1.", "a web archive (WARC): extract its pages to text first"),
)

ZIP = b"PK\x03\x04"
ZIP_HEAD = 4096
ZIPPED = (
    (b"application/epub+zip", "a book (EPUB), not text: convert it to .html or .txt"),
    (b"application/vnd.oasis.opendocument", "an office document (OpenDocument), not text: save it as .txt or .html"),
    (b"word/", "an office document (DOCX), not text: save it as .txt or .html"),
    (b"xl/", "a spreadsheet (XLSX), not text: save its texts as .txt or .json"),
)
"""Names and types at the beginning of what is packed as ZIP."""
COMPRESSED = (b"\x1f", b"B", b"\xfd")
"""First bytes of gzip, bzip2 and xz."""
BINARY = "binary file, not text"
CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b\x00")
FORGIVEN_CONTROLS = 8
"""So many stray control bytes make no file binary, however short it is."""

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

MOJIBAKE = re.compile("[ÂÃâ][\x80-\xbf€™œ\u0152\u0160\u0178\u2018-\u201e\u2020-\u2022\u2026\u2030\u02c6\u02dc]")

TYPICAL = frozenset("éèêëàâäáåçñóôöúùûüíîïßøæœÉÀÖÜÄÅØÇ£€–—‘’“”…«»°§·•©®™½¡¿\xa0„‚ªº")
"""Letters and signs that Western prose uses; the wrong one of two encodings shows others."""


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
        data, notes = data[:limit], (f"only the first {size_words(limit)} were read",)
    text, encoding = characters(data)
    mended = mend(text)
    if mended != text:
        notes += ("wrongly decoded characters were mended",)
    return Decoded(plain(mended), encoding, notes)


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


def characters(data: bytes) -> tuple[str, str]:
    """Text as stored and the name of its encoding, tried in an order in which no step mistakes what another knows."""
    if not data.strip(b" \t\r\n\x00"):
        raise ArticleError("empty")
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    for start, reason in MAGIC:
        if data.startswith(start):
            raise ArticleError(zipped(data) if start == ZIP else reason)
    sample = data[:SAMPLE]
    wide = wide_encoding(sample)
    if wide:
        return data.decode(wide, "replace"), f"{wide} (guessed)"
    refuse_binary(sample)
    return eight_bit(data)


def zipped(data: bytes) -> str:
    """What a ZIP archive is, by the name of what it begins with."""
    return next((reason for name, reason in ZIPPED if name in data[:ZIP_HEAD]), dict(MAGIC)[ZIP])


def wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark: Latin text has its NULs in every second byte."""
    half = len(sample) // 2
    if half < 8:
        return ""
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.3 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.3 * half and odd < 0.05 * half:
        return "utf-16-be"
    return ""


def refuse_binary(sample: bytes) -> None:
    """Raise ArticleError where more than one byte in fifty is a control or a NUL."""
    controls = len(sample) - len(sample.translate(None, CONTROL_BYTES + b"\x00"))
    if controls > FORGIVEN_CONTROLS and controls > len(sample) / 50:
        raise ArticleError(BINARY)


def eight_bit(data: bytes) -> tuple[str, str]:
    """UTF-8, even cut short in its last letter; else the likelier of the old encodings."""
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and len(data) - error.start < 4 and error.start > 0:
            return data[: error.start].decode("utf-8"), "utf-8"
        if mostly_utf8(data):
            return data.decode("utf-8", "replace"), "utf-8"
    name = western(data[:SAMPLE]) or detected(data[:SAMPLE])
    return data.decode(name, "replace"), f"{name} (guessed)"


def mostly_utf8(data: bytes) -> bool:
    """Whether only single bytes are broken in a text that is UTF-8 otherwise."""
    decoded = data.decode("utf-8", "replace")
    broken = decoded.count("\ufffd")
    wide = sum(1 for character in decoded if character > "\x7f")
    return wide >= 10 * broken


def western(sample: bytes) -> str:
    """Windows-1252 or Mac Roman for text that is plainly Western, else nothing.

    Detectors call both of them cp1250; here the one wins that yields more of the letters and signs of Western prose.
    """
    high = sample.translate(None, bytes(range(128)))
    if len(high) > 0.15 * len(sample):
        return ""
    scores = {name: typical_share(sample, name) for name in ("cp1252", "mac_roman")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.8 else ""


def typical_share(sample: bytes, name: str) -> float:
    """Share of letters beyond ASCII that Western prose uses; after a small letter it seldom uses a capital."""
    text = sample.decode(name, "replace")
    seen = typical = 0
    for place, character in enumerate(text):
        if character > "\x7f":
            seen += 1
            typical += character in TYPICAL and not (character.isupper() and text[place - 1 : place].islower())
    return typical / max(1, seen)


def detected(sample: bytes) -> str:
    """What the detector says, corrected where it is known to be wrong; Windows-1252 where it is at a loss."""
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    name = best.encoding if best else "cp1252"
    if name in ("utf_8", "ascii", "utf_7"):
        return "cp1252"
    return name


def mend(text: str) -> str:
    """Text with mojibake undone line by line, quotes left as they are."""
    if not MOJIBAKE.search(text):
        return text
    from ftfy import fix_encoding

    return "\n".join(
        fix_encoding(line) if MOJIBAKE.search(line) else line for line in LINE_ENDS.sub("\n", text).split("\n")
    )


def plain(text: str) -> str:
    """Text with line ends and spaces made plain and everything invisible dropped."""
    if "\x1b" in text or not text.isascii():
        text = ESCAPES.sub("", text)
    return INVISIBLE.sub("", SPACES.sub(" ", LINE_ENDS.sub("\n", text)))


def one_line(text: str) -> str:
    """Any string, wherever it comes from, as one line that is safe to show."""
    return " ".join(plain(text).split())


def folded(text: str) -> str:
    """Text for comparing: compatibility forms, case, quotes, dashes and spaces made equal."""
    text = unicodedata.normalize("NFKC", text).casefold().translate(FOLDS)
    return " ".join(text.split())


FOLDS = (
    {ord(quote): "'" for quote in "‘’‚‛`´ʼ"}
    | {ord(quote): '"' for quote in "“”„‟«»"}
    | {ord(dash): "-" for dash in "‐‑‒–—―−"}
)
