"""Compressed files: gzip, bzip2 and xz, unpacked so far and no farther than a reader of text needs."""

from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import Protocol

from reader.errors import ArticleError

MOST = 20_000_000
"""Bytes that a file may unpack to."""
STEP = 64 * 1024
"""Bytes unpacked at a time."""
MEMORY = 100_000_000
"""Bytes that unpacking xz may take; its writer chooses how many it needs, up to 4 GB."""
MOST_STREAMS = 2000
"""Streams one after the other in a file; some programs write one for every 64 KB."""

NAMES = ((b"\x1f\x8b\x08", "gzip"), (b"BZh", "bzip2"), (b"\xfd7zXZ\x00", "xz"))
"""How the files begin."""
SUFFIXES = frozenset({".gz", ".bz2", ".xz"})


class Unpacker(Protocol):
    """What the decompressors of `bz2` and `lzma` have in common."""

    @property
    def eof(self) -> bool:
        """Whether the stream has ended."""

    @property
    def needs_input(self) -> bool:
        """Whether there is nothing more to give without more data."""

    @property
    def unused_data(self) -> bytes:
        """What follows the end of the stream."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """At most so many bytes."""


def compressed_as(data: bytes) -> str:
    """The name of the program that packed a file; nothing where it is not packed."""
    return next((name for start, name in NAMES if data.startswith(start)), "")


def inner_path(path: PurePosixPath) -> PurePosixPath:
    """The name of a file without what its packing added."""
    return path.with_suffix("") if path.suffix.lower() in SUFFIXES and path.stem.strip(".") else path


def unpacked(data: bytes, name: str) -> tuple[bytes, tuple[str, ...]]:
    """The content of a packed file and notes for the reader.

    Raises ArticleError for a file that is damaged at its beginning, or that unpacks to more than `MOST` bytes.
    """
    import lzma
    from zlib import error as zlib_error

    found: list[bytes] = []
    size = 0
    notes: tuple[str, ...] = ()
    try:
        for piece in stream_of(data, name):
            found.append(piece)
            size += len(piece)
            if size > MOST:
                raise ArticleError(
                    f"unpacks to more than {MOST // 1_000_000} MB ({name}): unpack it and split it first"
                )
    except (OSError, EOFError, ValueError, zlib_error, lzma.LZMAError, MemoryError) as fault:
        if not size:
            raise ArticleError(f"a damaged compressed file ({name}): {fault}") from None
        notes = (f"the compressed file ({name}) is damaged or cut short: what is before that was read",)
    content = b"".join(found)
    if compressed_as(content):
        raise ArticleError(f"compressed twice ({name} and {compressed_as(content)}): unpack it first")
    return content, notes


def stream_of(data: bytes, name: str) -> Iterator[bytes]:
    """The content step by step."""
    if name == "gzip":
        return gzip_stream(data)
    if name == "bzip2":
        from bz2 import BZ2Decompressor

        return stream(data, BZ2Decompressor)
    from lzma import FORMAT_XZ, LZMADecompressor

    return stream(data, lambda: LZMADecompressor(FORMAT_XZ, memlimit=MEMORY))


def stream(data: bytes, new: Callable[[], Unpacker]) -> Iterator[bytes]:
    """The content of streams of bzip2 or xz; raises EOFError at a premature end."""
    unpacker = new()
    at = streams = 0
    while True:
        if unpacker.eof:
            at -= len(unpacker.unused_data)
            at += len(data[at : at + 4]) if data[at : at + 4] == b"\x00" * 4 else 0
            streams += 1
            if at >= len(data) or streams >= MOST_STREAMS:
                return
            unpacker = new()
        given = data[at : at + STEP] if unpacker.needs_input else b""
        if unpacker.needs_input and not given:
            raise EOFError("it ends too early")
        at += len(given)
        yield unpacker.decompress(given, STEP)


def gzip_stream(data: bytes) -> Iterator[bytes]:
    """The content of members of gzip; raises EOFError at a premature end."""
    from zlib import decompressobj

    unpacker = decompressobj(31)
    at = streams = 0
    waiting = b""
    while True:
        if unpacker.eof:
            at -= len(unpacker.unused_data)
            streams += 1
            if not data[at : at + 1024].strip(b"\x00") or streams >= MOST_STREAMS:
                return
            unpacker, waiting = decompressobj(31), b""
        if not waiting:
            waiting = data[at : at + STEP]
            at += len(waiting)
            if not waiting:
                raise EOFError("it ends too early")
        yield unpacker.decompress(waiting, STEP)
        waiting = unpacker.unconsumed_tail
