"""E-mail: one message (`.eml`, maildir) or many (mbox), also as rss2email and feed2maildir write them.

The parts of a message are parted here and not by `email.message`, whose parser takes a pass over all lines for every
level of nesting and fails on some headers; only its header fields are read by it. RFC 5322, RFC 2045 to 2047, RFC 4155.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from reader.articles.blocks import pieces
from reader.articles.decode import one_line, plain
from reader.articles.draft import Piece
from reader.articles.formats import markup, page
from reader.articles.formats.fields import language_code, with_field
from reader.articles.formats.part import Part
from reader.articles.rules.credits import is_person
from reader.model.article import BlockKind, Value

if TYPE_CHECKING:
    from email.message import Message

RULE = "mail header"
CONFIDENCE = 0.99
SENDER = 0.8
"""Confidence in what the sender's name says: a newsletter's is its outlet, a person's is the writer."""
LONGEST_HEAD = 64 * 1024
LONGEST_FIELD = 2000
DEEPEST = 4
"""Parts of parts of a message are read so deep."""
MOST_PARTS = 50

FIELD_LINE = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,60}):(?:[ \t]|\n)")
ENVELOPE = re.compile(r"From \S{1,200} .{0,60}\d{4}[^\n]{0,20}\n")
NEXT_ENVELOPE = re.compile(r"\n\n(?=From \S{1,200} [^\n]{0,60}\d{4}[^\n]{0,20}\n[A-Za-z][A-Za-z0-9-]{1,60}:)")
QUOTED_FROM = re.compile(r"^>(?=>*From )", re.MULTILINE)
REPLY = re.compile(r"(?:(?:re|fwd?|aw|wg|tr|rv)\s?(?:\[\d+\])?:\s{0,5}){1,5}", re.IGNORECASE)
OF_PAPERS = re.compile(
    r"^the\b|\b(?:news\w*|times|post|daily|weekly|herald|tribune|journal|gazette|review|digest|briefing|morning|update|magazine|"
    r"press|media|today|online|report|bulletin|alerts?|radio|tv|zeitung|post|nachrichten|le|la|il)\b",
    re.IGNORECASE,
)
"""Words in the names of papers and newsletters."""
LETTER = frozenset({"from", "subject", "date"})
"""Fields that a letter has; two of them are needed."""
CARRIED = frozenset(
    {
        "received",
        "message-id",
        "mime-version",
        "content-type",
        "return-path",
        "delivered-to",
        "content-transfer-encoding",
    }
    | {"dkim-signature", "list-id", "list-unsubscribe", "user-agent", "x-mailer", "x-rss-feed", "x-rss-url", "to"}
)
"""Fields that only a program writes; one of them makes a header that of a message."""
FOOTER = re.compile(r"\n(?:URL|Link|Enclosure|Via): {0,5}<?(https?://[^\s<>]{1,2000})>?[ \t]*(?=\n|$)")
SAVED_BY = re.compile(r"saved by", re.IGNORECASE)
"""In the place of a sender in a page that a browser saved as one file (`.mhtml`); its date is the day of saving."""
SIGNATURE = "\n-- \n"
FIRST_LINK = re.compile(r"\s*Link: {0,5}<?(https?://[^\s<>]{1,2000})>?[ \t]*(?:\n|$)")


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a message."""

    plain: str = ""
    """As plain text."""
    markup: str = ""
    """As HTML."""


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:
    """The messages in a text, an article each; nothing where it begins with no header of a message."""
    start = len(text) - len(text.lstrip("\n"))
    envelope = ENVELOPE.match(text, start)
    begin = envelope.end() if envelope else start
    if not is_head(text, begin, loose=bool(envelope) or path.suffix.lower() == ".eml"):
        return ()
    found = messages(text[begin:]) if envelope else [text[begin:]]
    return tuple(part(message) for message in found)


def is_head(text: str, start: int, loose: bool) -> bool:
    """Whether the lines from here to the first blank one are the header of a message."""
    if not FIELD_LINE.match(text, start):
        return False
    names = set()
    for line in text[start : start + LONGEST_HEAD].split("\n"):
        if not line.strip():
            break
        field = FIELD_LINE.match(f"{line}\n")
        if field:
            names.add(field[1].lower())
        elif line[0] not in " \t":
            return False
    return len(names & LETTER) >= 2 and (loose or bool(names & CARRIED))


def messages(text: str) -> Iterator[str]:
    """The messages of an mbox one by one, without their envelopes."""
    for number, message in enumerate(NEXT_ENVELOPE.split(text)):
        yield QUOTED_FROM.sub("", message.split("\n", 1)[1] if number else message)


def part(message: str) -> Part:
    """One message with what its header says."""
    from email.parser import HeaderParser

    head, _, content = message.partition("\n\n")
    header = HeaderParser().parsestr(head[:LONGEST_HEAD])
    found = body(header, content, 0)
    if found.markup and SAVED_BY.search(str(header.get("from", ""))[:200]):
        saved = page.part(found.markup)
        address = text_of(header, "snapshot-content-location")
        return replace(saved, fields=with_field(dict(saved.fields), "url", address, RULE, 0.9))
    fields = header_fields(header)
    language = language_code(text_of(header, "content-language"))
    shown = shown_pieces(found)
    address = link_below(found.plain)
    if address:
        fields = with_field(fields, "url", address, RULE, 0.9)
    return Part("", fields=fields, language=language, pieces=shown)


def header_fields(header: "Message") -> dict[str, Value]:
    """What the header says: title, day, and who sent it."""
    title = REPLY.sub("", text_of(header, "subject"), count=1) if REPLY.match(text_of(header, "subject")) else ""
    fields = with_field({}, "title", title or text_of(header, "subject"), RULE, CONFIDENCE)
    fields = with_field(fields, "date", text_of(header, "date"), RULE, CONFIDENCE)
    for name in ("x-rss-url", "x-feed-link", "archived-at"):
        fields = with_field(fields, "url", text_of(header, name).strip("<>"), RULE, CONFIDENCE)
    return with_sender(fields, sender(text_of(header, "from")), bool(text_of(header, "x-rss-feed")))


def with_sender(fields: dict[str, Value], name: str, of_feed: bool) -> dict[str, Value]:
    """The fields with the sender's name: `Feed: Writer` in the mail of a feed, else a writer or an outlet."""
    outlet, _, writer = name.partition(": ")
    if of_feed and writer and is_person(writer):
        return with_field(with_field(fields, "byline", writer, RULE, SENDER), "outlet", outlet, RULE, SENDER)
    person = is_person(name) and not of_feed and not OF_PAPERS.search(name)
    return with_field(fields, "byline" if person else "outlet", name, RULE, SENDER)


def sender(text: str) -> str:
    """The name in `Name <address>`; nothing for a bare address."""
    name = re.sub(r"<[^<>]*>?", "", text).strip(" \"'")
    return "" if "@" in name else name


def text_of(header: "Message", name: str) -> str:
    """A field of the header as text, its encoded words decoded."""
    from email.errors import HeaderParseError
    from email.header import decode_header

    stored = str(header.get(name, ""))[:LONGEST_FIELD]
    if "=?" not in stored:
        return one_line(stored)
    try:
        found = decode_header(stored)
    except (HeaderParseError, ValueError):
        return one_line(stored)
    return one_line(
        "".join(each if isinstance(each, str) else characters(each, charset or "") for each, charset in found)
    )


def characters(data: bytes, charset: str) -> str:
    """Bytes as text in the encoding that they are said to be in, or as UTF-8."""
    for name in (charset, "utf-8", "cp1252"):
        try:
            return data.decode(name) if name else data.decode()
        except (LookupError, ValueError):
            continue
    return data.decode("latin-1")


def body(header: "Message", content: str, depth: int) -> Body:
    """The text of a message or of one part of it: the first plain one and the first in HTML; no attachments."""
    from email.parser import HeaderParser

    kind = header.get_content_type()
    if kind.startswith("multipart/") and depth < DEEPEST:
        found = Body()
        for inner in parted(content, str(header.get_param("boundary", "") or "")):
            head, _, rest = inner.partition("\n\n") if not inner.startswith("\n") else ("", "", inner[1:])
            each = body(HeaderParser().parsestr(head[:LONGEST_HEAD]), rest, depth + 1)
            found = Body(found.plain or each.plain, found.markup or each.markup)
        return found
    if not kind.startswith("text/") or header.get_content_disposition() == "attachment":
        return Body()
    words = unpacked(header, content)
    return Body(markup=words) if kind == "text/html" else Body(plain=words) if kind == "text/plain" else Body()


def parted(content: str, boundary: str) -> list[str]:
    """The parts of a multipart body between their boundary lines."""
    if not boundary:
        return []
    pieces_of_it = f"\n{content}".split(f"\n--{boundary[:200]}")
    found = []
    for each in pieces_of_it[1 : MOST_PARTS + 1]:
        if each.startswith("--"):
            break
        found.append(each.partition("\n")[2])
    return found


def unpacked(header: "Message", content: str) -> str:
    """The text of a part without its transfer encoding."""
    import binascii
    from quopri import decodestring

    encoding = str(header.get("content-transfer-encoding", "")).strip().lower()
    charset = str(header.get_content_charset("") or "")
    if encoding == "quoted-printable":
        return plain(characters(decodestring(content.encode()), charset))
    if encoding == "base64":
        sextets = re.sub(r"[^A-Za-z0-9+/]", "", content)
        try:
            data = binascii.a2b_base64(sextets[: len(sextets) // 4 * 4 + len(sextets) % 4] + "=" * (-len(sextets) % 4))
        except binascii.Error:
            return ""
        return plain(characters(data, charset))
    return content


def shown_pieces(found: Body) -> tuple[Piece, ...]:
    """The better of the two texts: HTML says what is a heading, unless it holds much less."""
    lines = markup.pieces(found.markup) if found.markup else ()
    text, footer = cut(found.plain)
    if lines and 2 * sum(len(line.text) for line in lines) >= len(text):
        return tuple(replace(line, kind=BlockKind.BOILERPLATE) if is_footer(line.text) else line for line in lines)
    below = tuple(replace(line, kind=BlockKind.BOILERPLATE) for line in pieces(footer, len(text)))
    return (*pieces(text, 0), *below)


def is_footer(line: str) -> bool:
    """Whether a line only names the address of the article."""
    return bool(FOOTER.fullmatch(f"\n{line}")) or line.startswith(("URL: http", "Link: http"))


def cut(text: str) -> tuple[str, str]:
    """A plain text in two: before and from the signature or the links that programs write below it."""
    first = FIRST_LINK.match(text)
    start = first.end() if first else 0
    ends = [found for found in (text.rfind(SIGNATURE, start), last_footer(text, start)) if found >= 0]
    end = min(ends, default=len(text))
    return text[start:end], text[end:]


def last_footer(text: str, start: int) -> int:
    """Where the run of links at the end of a text begins; -1 where it ends in something else."""
    at = -1
    for found in FOOTER.finditer(text, max(start, len(text) - 8000)):
        between = text[at : found.start()] if at >= 0 else ""
        at = found.start() if at < 0 or len(FOOTER.sub("", between).strip()) > 0 else at
    return at if at >= 0 and not FOOTER.sub("", text[at:]).strip() else -1


def link_below(text: str) -> str:
    """The address of the article that a program wrote above or below it."""
    first = FIRST_LINK.match(text)
    if first:
        return first[1]
    start = last_footer(text, 0)
    found = FOOTER.match(text, start) if start >= 0 else None
    return found[1] if found else ""
