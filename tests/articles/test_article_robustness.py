"""No bytes break the parser, and nothing that a terminal would obey leaves it."""

import time
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from reader.articles import parse, raw_text
from reader.errors import ArticleError
from reader.model.article import Article, Value

SAMPLES = sorted((Path(__file__).parents[2] / "sample_articles").rglob("*.*"))
LAYOUT = """---
title: A: b
date: 2021-04-08
---
 date 2021-04-08 World news

Iraq | A title of several words | Site
By Ada Quill in Oslo | a.com | Updated: 2017-04-28 13:23

OSLO, April 7 (AP / B - 8 April, 2021) -- The “harbour” council said it was \x1b[31m“closed” on Monday…reports Some News

Text (Reuters) pic.twitter.com/x — Ada (@ ada) 2 Mei 2021

Ada QuillMinister of Sea(Twitter)

Title: x
Link: https://a.b/c

Reporting by X; Editing by Y

TOP STORIES
# head
> q
"""
EDIT = st.tuples(
    st.integers(0, 4000), st.integers(0, 40), st.binary(max_size=12) | st.sampled_from(LAYOUT.encode().split(b"\n"))
)
FORBIDDEN = {*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)}
QUIET = settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def strings(article: Article) -> list[str]:
    values = (getattr(article, field.name) for field in fields(article))
    texts: list[str] = []
    for value in values:
        if isinstance(value, Value):
            texts += [value.text, value.rule]
        elif isinstance(value, str):
            texts.append(value)
    for block in article.blocks:
        texts += [block.text, block.author, block.handle, block.date, block.media, block.credit]
    return [*texts, *article.notes]


def check(data: bytes, path: str = "sport/a.txt") -> None:
    try:
        articles = parse(data, path)
    except ArticleError:
        return
    assert articles
    for article in articles:
        assert article.id.startswith(path)
        assert article.title
        assert article.blocks or article.standfirst
        for text in strings(article):
            assert not FORBIDDEN & set(map(ord, text)), repr(text)
        for block in article.blocks:
            assert "\n" not in block.text
            assert block.span[0] <= block.span[1]
    assert not FORBIDDEN - {10, 9} & set(map(ord, raw_text(data)))


@given(st.binary(max_size=600))
@QUIET
def test_any_bytes_give_articles_or_a_reason(data: bytes) -> None:
    check(data)


@given(st.text(max_size=600))
@QUIET
def test_any_text_gives_articles_or_a_reason(text: str) -> None:
    check(text.encode("utf-8", "surrogatepass"))


@given(
    st.sampled_from([LAYOUT.encode(), *(path.read_bytes() for path in SAMPLES[::6])]),
    st.lists(EDIT, max_size=6),
)
@QUIET
def test_spoilt_articles_give_articles_or_a_reason(data: bytes, edits: list[tuple[int, int, bytes]]) -> None:
    for place, length, inserted in edits:
        start = place % (len(data) + 1)
        data = data[:start] + inserted + data[start + length :]
    check(data)


@given(st.permutations(LAYOUT.splitlines()), st.sampled_from(["\n", "\n\n", " ", "\r"]))
@QUIET
def test_lines_of_metadata_in_any_order(lines: list[str], between: str) -> None:
    check(between.join(lines).encode())


@pytest.mark.parametrize(
    "name",
    [
        "",
        "/",
        "..",
        "a\udcff.txt",
        "#1",
        "2021-13-45.txt",
        "20219999_a.txt",
        "a" * 3000,
        "x/2021-04-08/.md",
        "...........",
    ],
)
def test_any_path_will_do(name: str) -> None:
    (article,) = parse(LAYOUT.encode(), name)
    assert article.id == name


@pytest.mark.parametrize("piece", ["word ", "The cat sat. ", "a[", "“a” ", "x — name (@a) ", "â€™a", ", he said"])
def test_two_megabytes_on_one_line_take_no_more_than_seconds(piece: str) -> None:
    data = (piece * (2_000_000 // len(piece.encode()))).encode()
    started = time.process_time()
    parse(data, "a.txt")
    assert time.process_time() - started < 60, "about 1.5: more than linear would take hours"
