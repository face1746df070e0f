"""Numbers behind the links of a text."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.ui.widgets.drawing import Role
from reader.ui.widgets.links_told import addresses, with_numbers
from reader.ui.widgets.paragraph import Paragraph


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("See https://a.example/b, and (http://c.example/d).", ["https://a.example/b", "http://c.example/d"]),
        ("https://a.example/x_(y) and “https://b.example”", ["https://a.example/x_(y)", "https://b.example"]),
        ("pic.twitter.com/Z6HozvRZRk — X", ["https://pic.twitter.com/Z6HozvRZRk"]),
        ("www.a.example/b?c=d&e=f#g!", ["https://www.a.example/b?c=d&e=f#g"]),
        ("javascript:alert(1) file:///etc/passwd ftp://a.example mailto:a@b.example", []),
        ("https:// http://: https://@x www. at.co/x me@www.a.example", []),
        ("HTTPS://A.example/%20$(x);y", ["HTTPS://A.example/%20$(x);y"]),
    ],
)
def test_addresses_of_the_web_are_found_and_nothing_else(text: str, expected: list[str]) -> None:
    assert [address for _, address in addresses(text)] == expected


def test_the_same_address_has_one_number_and_numbers_are_neither_searched_nor_copied() -> None:
    paragraphs = [
        Paragraph(Role.TEXT, "a https://x.example b https://y.example."),
        Paragraph(Role.FAINT, "https://x.example"),
    ]
    numbered, found = with_numbers(paragraphs)
    assert [paragraph.text.replace("\xa0", " ") for paragraph in numbered] == [
        "a https://x.example [1] b https://y.example [2].",
        "https://x.example [1]",
    ]
    assert found == ("https://x.example", "https://y.example")
    assert [paragraph.own_text for paragraph in numbered] == [paragraph.text for paragraph in paragraphs]


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(["https://x.example", "ab", " ", "(", ")", "[7 Apr]"]), max_size=9), st.data())
def test_what_was_marked_in_the_text_stays_marked(words: list[str], data: st.DataObject) -> None:
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    inserted = ((start, end),) if start < end else ()
    spans = ((start, end, Role.DETAIL),) if start < end else ()
    before = Paragraph(Role.TEXT, text, spans=spans, inserted=inserted)
    ((after,), _) = with_numbers([before])
    assert after.own_text == before.own_text
    marked = "".join(after.text[first:last] for first, last, role in after.spans if role is Role.DETAIL)
    assert marked == text[start:end] * bool(spans)
    ends = [span[:2] for span in after.spans]
    assert ends == sorted(ends)
    assert all(one[1] <= other[0] for one, other in pairwise(ends))


@pytest.mark.parametrize("text", ["https://example.org/" + ")" * 1_000_000, "!www." * 100_000])
def test_a_text_that_was_made_to_be_slow_is_looked_through_at_once(text: str) -> None:
    assert len(addresses(text)) <= 1  # by trying again with every character less, it would take minutes
