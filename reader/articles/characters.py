"""Bytes to characters: byte order marks, files that are no text, and encodings, stated or guessed."""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE

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

JAPANESE = (b"\x1b$B", b"\x1b$@")
"""How Japanese letters begin in ISO-2022-JP, which is all ASCII (RFC 1468)."""
ZIP = b"PK\x03\x04"
ZIP_HEAD = 4096
ZIPPED = (
    (b"application/epub+zip", "a book (EPUB), not text: convert it to .html or .txt"),
    (b"application/vnd.oasis.opendocument", "an office document (OpenDocument), not text: save it as .txt or .html"),
    (b"word/", "an office document (DOCX), not text: save it as .txt or .html"),
    (b"xl/", "a spreadsheet (XLSX), not text: save its texts as .txt or .json"),
)
"""Names and types at the beginning of what is packed as ZIP."""
BINARY = "binary file, not text"
CONTROL_BYTES = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\x1b\x00")
FORGIVEN_CONTROLS = 8
"""So many stray control bytes make no file binary, however short it is."""

SCRIPTS = (
    ("signs", 0x2010, 0x203F),
    ("Greek", 0x0370, 0x03FF),
    ("Cyrillic", 0x0400, 0x052F),
    ("Armenian", 0x0530, 0x058F),
    ("Hebrew", 0x0590, 0x05FF),
    ("Arabic", 0x0600, 0x077F),
    ("Indian", 0x0900, 0x0DFF),
    ("Thai", 0x0E00, 0x0E7F),
    ("Georgian", 0x10A0, 0x10FF),
    ("East Asian", 0x3000, 0x30FF),
    ("East Asian", 0x4E00, 0x9FFF),
    ("East Asian", 0xAC00, 0xD7A3),
    ("East Asian", 0xFF00, 0xFF60),
)
"""Scripts that texts are written in, by their blocks of Unicode."""
SHORTEST_WIDE = 40
PLAUSIBLE = 0.9
UNUSUAL = """
iso8859_3 iso8859_4 iso8859_10 iso8859_13 iso8859_14 iso8859_16 cp1258 cp037 cp273 cp500 cp1026 cp1140 cp424
cp875 hp_roman8 mac_iceland mac_turkish mac_latin2 mac_greek cp1006 kz1048 ptcp154 johab cp1125 cp720 cp737
cp775 cp855 cp857 cp858 cp860 cp861 cp862 cp863 cp864 cp865 cp869 utf_7
"""
"""Encodings that hardly any news was ever stored in, and that the detector likes to find."""
TYPICAL = frozenset("éèêëàâäáåçñóôöúùûüíîïßøæœÉÀÖÜÄÅØÇ£€–—‘’“”…«»°§·•©®™½¡¿\xa0„‚ªº")
"""Letters and signs that Western prose uses; the wrong one of two encodings shows others."""
EASTERN = ("cp1250", "iso8859_2")
IN_WORD = re.compile("(?<=[a-zA-Z])[^\\x00-\\x7f\u2010-\u203f](?=[a-z])")
FEWEST_SIGNS = 3
GUESSED = " (guessed)"
"""Behind the name of an encoding that nothing in the file states."""


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
    wide = wide_encoding(sample) or foreign_wide_encoding(sample)
    if wide:
        return data.decode(wide, "replace"), f"{wide}{GUESSED}"
    refuse_binary(sample)
    if sample.isascii() and any(mark in sample for mark in JAPANESE):
        return data.decode("iso2022_jp", "replace"), "iso2022_jp"
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


def foreign_wide_encoding(sample: bytes) -> str:
    """UTF-16 without a mark in other scripts, whose blanks have a NUL: the order that gives letters of one script."""
    nulls = sample.count(0)
    if not nulls or len(sample) < SHORTEST_WIDE:
        return ""
    scores = {name: script_share(sample, name) for name in ("utf-16-le", "utf-16-be")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= PLAUSIBLE else ""


def script_share(sample: bytes, name: str) -> float:
    """Share of characters that are ASCII or of the most frequent other script; 0 where some are no character."""
    try:
        text = sample[: len(sample) // 2 * 2].decode(name)
    except UnicodeDecodeError as fault:
        if fault.reason != "unexpected end of data":
            return 0.0
        text = sample[: fault.start].decode(name)
    blocks: dict[str, int] = {}
    ascii_characters = 0
    for character in text:
        code = ord(character)
        if code < 0x80:
            ascii_characters += character.isprintable() or character in "\t\r\n"
        elif script := next((name for name, start, end in SCRIPTS if start <= code <= end), ""):
            blocks[script] = blocks.get(script, 0) + 1
    letters = max(blocks.values(), default=0)
    signs = blocks.get("signs", 0)
    return (letters + ascii_characters + (signs if letters != signs else 0)) / max(1, len(text)) if letters else 0.0


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
    name = eastern(data[:SAMPLE]) or western(data[:SAMPLE]) or detected(data[:SAMPLE])
    return data.decode(name, "replace"), f"{name}{GUESSED}"


def mostly_utf8(data: bytes) -> bool:
    """Whether only single bytes are broken in a text that is UTF-8 otherwise."""
    decoded = data.decode("utf-8", "replace")
    broken = decoded.count("\ufffd")
    wide = sum(1 for character in decoded if character > "\x7f")
    return wide >= 10 * broken


def eastern(sample: bytes) -> str:
    """Latin 2 or Windows-1250, where Windows-1252 has signs such as `³` and `¹` inside of words; else nothing."""
    if not mostly_ascii(sample):
        return ""
    spoilt = {name: signs_in_words(sample.decode(name, "replace")) for name in ("cp1252", *EASTERN)}
    best = min(EASTERN, key=lambda name: spoilt[name])
    return best if spoilt["cp1252"] >= FEWEST_SIGNS and spoilt[best] * 4 < spoilt["cp1252"] else ""


def signs_in_words(text: str) -> int:
    """How many characters between two letters of ASCII are no letters."""
    return sum(not found[0].isalpha() for found in IN_WORD.finditer(text))


def western(sample: bytes) -> str:
    """Windows-1252 or Mac Roman for text that is plainly Western, else nothing.

    Detectors call both of them cp1250; here the one wins that yields more of the letters and signs of Western prose.
    """
    if not mostly_ascii(sample):
        return ""
    scores = {name: typical_share(sample, name) for name in ("cp1252", "mac_roman")}
    best = max(scores, key=lambda name: scores[name])
    return best if scores[best] >= 0.8 else ""


def mostly_ascii(sample: bytes) -> bool:
    """Whether bytes beyond ASCII are as few as in the languages of Europe that have Latin letters."""
    return len(sample.translate(None, bytes(range(128)))) <= 0.15 * len(sample)


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

    best = from_bytes(sample, cp_exclusion=UNUSUAL.split()).best()
    name = best.encoding if best else "cp1252"
    if name in ("utf_8", "ascii", "utf_7"):
        return "cp1252"
    return name
