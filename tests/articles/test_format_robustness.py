"""No spoilt file of any format breaks the parser, takes long, or lets anything through that a terminal would obey."""

import bz2
import gzip
import json
import lzma
import time
import tracemalloc
from collections.abc import Callable

import pytest
from format_samples import BODY, FIRST, SAMPLES, TEXTS
from hypothesis import given
from hypothesis import strategies as st
from test_article_robustness import QUIET, check

from reader.articles import parse
from reader.errors import ArticleError

LINES = sorted({line for text in TEXTS.values() for line in text.split("\n")})
EDIT = st.tuples(
    st.integers(0, 6000),
    st.sampled_from([0, 0, 1, 5, 40, 400]),
    st.binary(max_size=8)
    | st.sampled_from(LINES).map(str.encode)
    | st.sampled_from([b"<", b">", b"\n\n", b'"', b"&#27;", b"\\u001b"]),
)


@given(st.sampled_from(sorted(SAMPLES)), st.lists(EDIT, max_size=5), st.sampled_from(sorted(SAMPLES)))
@QUIET
def test_spoilt_files_of_every_format(name: str, edits: list[tuple[int, int, bytes]], called: str) -> None:
    data = SAMPLES[name]
    for place, length, inserted in edits:
        start = place % (len(data) + 1)
        data = data[:start] + inserted + data[start + length :]
    check(data, f"sport/{called}")


@given(
    st.sampled_from([gzip.compress, bz2.compress, lzma.compress]),
    st.sampled_from(sorted(TEXTS)),
    st.lists(st.tuples(st.integers(0, 3000), st.binary(max_size=4)), max_size=3),
    st.integers(0, 60),
)
@QUIET
def test_spoilt_compressed_files(
    pack: Callable[[bytes], bytes], name: str, edits: list[tuple[int, bytes]], cut: int
) -> None:
    data = pack(TEXTS[name].encode())
    for place, inserted in edits:
        start = place % len(data)
        data = data[:start] + inserted + data[start + len(inserted) :]
    check(data[: len(data) - cut], f"{name}.gz")


@given(st.sampled_from(sorted(SAMPLES)), st.sampled_from(sorted(SAMPLES)), st.integers(0, 3000), st.integers(0, 3000))
@QUIET
def test_the_beginning_of_one_format_with_the_end_of_another(one: str, other: str, end: int, start: int) -> None:
    check(SAMPLES[one][:end] + SAMPLES[other][start:], f"sport/{one}")


LAUGHS = "".join(f'<!ENTITY l{number} "{f"&l{number - 1};" * 10}">' for number in range(1, 10))
BOMBS: dict[str, Callable[[], bytes]] = {
    "gzip": lambda: gzip.compress(b"a" * 40_000_000),
    "bzip2": lambda: bz2.compress(b"a" * 40_000_000),
    "xz": lambda: lzma.compress(b"a" * 40_000_000),
    "xml": lambda: f'<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY l0 "lol">{LAUGHS}]><nitf>&l9;</nitf>'.encode(),
    "ten million lines": lambda: b"a\n" * 10_000_000,
    "ten million blank lines": lambda: b"\n" * 10_000_000 + FIRST.encode(),
    "ten million items": lambda: b"- a\n" * 5_000_000,
    "ten million rows": lambda: b"|a|b|\n" * 4_000_000,
    "ten million quotations": lambda: b"> a\n" * 5_000_000,
    "ten million headers": lambda: b"Title: a\n" * 2_000_000,
}
"""Files that are refused, whatever their size would become."""
REFUSED = r"unpacks to more than|entities of its own|lines: a list or a log|no text|empty"


@pytest.mark.parametrize("name", sorted(BOMBS))
def test_bombs_are_refused_with_a_reason(name: str) -> None:
    bomb = BOMBS[name]()
    tracemalloc.start()
    started = time.process_time()
    with pytest.raises(ArticleError, match=REFUSED):
        parse(bomb, "a.txt")
    assert time.process_time() - started < 20, "about 1: a guard against more than linear time"
    assert tracemalloc.get_traced_memory()[1] < 500_000_000
    tracemalloc.stop()


YAML_BOMB = "a: &a [x, x]\n" + "".join(f"b{number}: &b{number} [*a, *a, *a]\n" for number in range(99))


@pytest.mark.parametrize(
    "text",
    [
        f"---\n{YAML_BOMB}---\n{BODY}",
        "[" * 100_000,
        '{"a":' * 100_000,
        '[{"text":' * 50_000,
        f"<body>{'<div>' * 100_000}{FIRST}",
        f"<body>{'<ul><li>' * 50_000}{FIRST}",
        f"<body>{'<table><tr><td>' * 30_000}{FIRST}",
        f"<body>{'<pre>' * 50_000}{FIRST}\n{FIRST}",
        f"<body><pre>{'- a  b   c' * 50_000}\n{FIRST}",
        f"<doc title='a'><main>{'<list><item>' * 40_000}{FIRST}",
        f"<TEI><teiHeader>{'<title>' * 3_000}</teiHeader><body>{'<ab>' * 50_000}{FIRST}",
        f"<body>{'<![CDATA[' * 50_000}{FIRST}",
        "> " * 300_000 + FIRST,
        "- " * 300_000 + FIRST,
        "![" * 300_000 + FIRST,
        f"# {'[a](' * 100_000}{FIRST}",
        f"# a\n\n## Metadata\n- {'a' * 300_000}: b\n\n{BODY}",
        "title,text\n" + '"' * 200_001 + f",{BODY}",
        "|" * 500_000 + f"\n|---|\n{FIRST}",
        "a   b\t" * 100_000 + FIRST,
    ],
)
@pytest.mark.parametrize("path", ["a.md", "a.html"])
def test_deep_nesting_and_long_runs_take_linear_time(text: str, path: str) -> None:
    started = time.process_time()
    check(text.encode(), path)
    assert time.process_time() - started < 20, "under 1: a guard against more than linear time"


def test_records_with_escapes_of_half_characters_are_harmless() -> None:
    check(json.dumps({"title": "\ud800 \x1b[1m", "text": f"{FIRST}\ud83d \u202e \x9b"}).encode(), "a.json")
