"""What is lit in a text, and the piece of it that a list shows."""

from collections.abc import Sequence

import pytest
from builders import TODAY

from reader.hits import BEFORE, SNIPPET, hits, snippet
from reader.query import Word, parse


def similar(word: Word) -> Sequence[str]:
    return ("governor", "government") if word.fuzzy else ()


def lit(text: str, query: str) -> list[str]:
    return [found[0] for found in hits(text, parse(query, TODAY), similar).finditer(text)]


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("The minister met ministers.", "minister", ["minister", "ministers"]),
        ("MINISTERS met.", "minister", ["MINISTERS"]),
        ("He votes; they voted while voting.", "vote", ["votes", "voted", "voting"]),
        ("The governor’s car and the governor's house", "governor", ["governor’s", "governor's"]),
        ("A café, two cafés", "cafe", ["café", "cafés"]),
        ("U.S. forces and us", "U.S.", ["U.S.", "us"]),
        ("Iraq war; Iraq, war; the war in Iraq", '"iraq war"', ["Iraq war", "Iraq, war"]),
        ("A U.S.-led group and the U.S. led", "U.S.-led", ["U.S.-led", "U.S. led"]),
        ("governor government govern", "gov*", ["governor", "government", "govern"]),
        ("governor government gover", "goverment~", ["governor", "government"]),
        ("cat concatenate cats", "cat", ["cat", "cats"]),
        ("snake_case and case", "case", ["case", "case"]),
        ("bridge club", "bridge -club", ["bridge"]),
        ("bridge club", "bridge OR club", ["bridge", "club"]),
        ("bridge club", "title:bridge body:club", ["bridge", "club"]),
        ("bridge club", "is:unread tag:bridge", []),
        ("bridge club", "*", []),
        ("bridge club", "ferry", []),
        ("bridge of the club", '"bridge club"', []),
        ("中国外交部发言人表示,中国愿意", "中国", ["中国", "中国"]),
        ("中国外交部发言人", "外交 OR 言", ["外交", "言"]),
        ("iPhone在中国 iPhones", "iphone", ["iPhone", "iPhones"]),
        ("a+b (c) [d] costs $5.", "c", ["c"]),
        ("", "bridge", []),
    ],
)
def test_words_are_lit_however_they_are_inflected(text: str, query: str, expected: list[str]) -> None:
    assert lit(text, query) == expected


def test_a_longer_phrase_is_lit_before_a_word_in_it() -> None:
    assert lit("the bridge club met at the bridge", 'bridge OR "bridge club"') == ["bridge club", "bridge"]


def piece(text: str, query: str) -> str:
    return snippet(text, hits(text, parse(query, TODAY), similar))


def test_a_snippet_shows_the_first_hit_near_its_beginning() -> None:
    text = f"{'before ' * 50}the lighthouse {'after ' * 50}"
    shown = piece(text, "lighthouse")
    assert shown.startswith("…")
    assert shown.endswith("after…")
    assert 0 < shown.index("lighthouse") <= BEFORE + 1
    assert len(shown) <= SNIPPET + 2
    assert shown.strip("…").split()[0] in ("before", "the")


def test_a_snippet_without_a_hit_is_the_beginning_of_the_text() -> None:
    assert piece("The bridge is closed.", "is:unread") == "The bridge is closed."
    assert piece("word " * 100, "ferry").startswith("word word")


def test_a_snippet_of_a_short_text_is_all_of_it() -> None:
    assert piece("The bridge\nis closed.", "bridge") == "The bridge is closed."


def test_a_snippet_of_one_endless_word_is_cut() -> None:
    assert piece("x" * 1000, "ferry") == "x" * SNIPPET + "…"


def test_a_snippet_of_an_empty_text_is_empty() -> None:
    assert piece("", "ferry") == ""
