"""Compressed files of every sort of text, whole, cut short, damaged, and bombs."""

import bz2
import gzip
import json
import lzma
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import PurePosixPath

import pytest

from reader.articles import parse, raw_text
from reader.articles.formats.compression import inner_path
from reader.errors import ArticleError
from reader.model.article import Article

TITLE = "Harbour council votes to rebuild the breakwater"
FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the long meeting."
TEXT = f"{TITLE}\n\n{FIRST}\n"
PACKERS: tuple[Callable[[bytes], bytes], ...] = (gzip.compress, bz2.compress, lzma.compress)


def only(data: bytes, path: str = "a.txt.gz") -> Article:
    (article,) = parse(data, path)
    return article


@pytest.mark.parametrize("pack", PACKERS)
def test_packed_text_is_text(pack: Callable[[bytes], bytes]) -> None:
    article = only(pack(TEXT.encode()))
    assert (article.title.text, article.id, article.notes) == (TITLE, "a.txt.gz", ())
    assert raw_text(pack(TEXT.encode())) == TEXT


@pytest.mark.parametrize("pack", PACKERS)
def test_packed_lines_of_json_are_many_articles(pack: Callable[[bytes], bytes]) -> None:
    line = json.dumps({"title": "A vote", "text": FIRST})
    assert [each.id for each in parse(pack(f"{line}\n{line}\n".encode()), "a.jsonl.gz")] == [
        "a.jsonl.gz#1",
        "a.jsonl.gz#2",
    ]


@pytest.mark.parametrize("pack", PACKERS)
def test_several_streams_are_one_file(pack: Callable[[bytes], bytes]) -> None:
    assert FIRST in only(pack(f"{TITLE}\n\n".encode()) + pack(f"{FIRST}\n".encode())).text


@pytest.mark.parametrize("pack", PACKERS)
def test_a_file_cut_short_gives_what_is_before_the_cut(pack: Callable[[bytes], bytes]) -> None:
    numbers = "".join(f"Line {number**7 % 10007} of the harbour's list was read aloud.\n" for number in range(20_000))
    packed = pack(f"{TEXT}\n{numbers}".encode())
    article = only(packed[:-50])
    assert article.title.text == TITLE
    assert "damaged or cut short" in article.notes[0]
    assert len(article.text) > 600_000


def test_more_than_the_limit_is_not_read() -> None:
    article = parse(gzip.compress(f"{TEXT}{'More was said about it on Monday. ' * 900}".encode()), "a.gz", limit=5000)[
        0
    ]
    assert article.notes == ("only the first 5000 bytes were read",)


@pytest.mark.parametrize(("pack", "name"), [*zip(PACKERS, ("gzip", "bzip2", "xz"), strict=True)])
def test_a_bomb_is_refused(pack: Callable[[bytes], bytes], name: str) -> None:
    bomb = pack(b"a" * 50_000_000)
    started = time.process_time()
    with pytest.raises(ArticleError, match=rf"unpacks to more than 20 MB \({name}\)"):
        parse(bomb, "a.gz")
    assert time.process_time() - started < 2


def test_what_is_packed_twice_is_refused() -> None:
    with pytest.raises(ArticleError, match="compressed twice"):
        parse(gzip.compress(bz2.compress(TEXT.encode())), "a.gz")


@pytest.mark.parametrize("start", [b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00\x00\x04"])
def test_a_damaged_file_says_so(start: bytes) -> None:
    with pytest.raises(ArticleError, match="a damaged compressed file"):
        parse(start + b"no such data" * 30, "a.gz")


def test_words_that_begin_as_a_packed_file_does_are_words() -> None:
    assert only(f"Bakers ask for more flour this winter\n\n{FIRST}".encode(), "a.txt").blocks


@pytest.mark.parametrize("pack", PACKERS)
def test_very_many_empty_streams_take_no_time(pack: Callable[[bytes], bytes]) -> None:
    empty = pack(b"")
    started = time.process_time()
    with suppress(ArticleError):
        parse(empty * (1_900_000 // len(empty)), "a.gz")
    assert time.process_time() - started < 2


def test_the_name_inside() -> None:
    assert [inner_path(PurePosixPath(name)).name for name in ("a.txt.gz", "2021.xz", ".gz", "a.txt")] == [
        "a.txt",
        "2021",
        ".gz",
        "a.txt",
    ]
