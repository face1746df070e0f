"""Addresses in a text become hyperlinks of the terminal: those of the web alone, and nothing that could do harm."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from reader.ui.widgets.drawing import Role
from reader.ui.widgets.hyperlinks import LONGEST, linked, links_in, on_line
from reader.ui.widgets.paragraph import Paragraph


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("see https://example.org/a?b=c#d, and", [(4, 31, "https://example.org/a?b=c#d")]),
        ("at www.example.org/x)", [(3, 20, "https://www.example.org/x")]),
        ("http://example.org/straße", [(0, 25, "http://example.org/stra%C3%9Fe")]),
        ("http://example.org/a%20b{c}`d", [(0, 29, "http://example.org/a%20b%7Bc%7D%60d")]),
        ("file:///etc/passwd javascript:alert(1) data:text/html,x ssh://host", []),
        ("https://example.org/\x1b]8;;https://evil.example/", []),
        ("https://example.org/\u202egpj.exe", []),
        (f"https://example.org/{'a' * LONGEST}", []),
    ],
)
def test_addresses_of_the_web_are_links_in_printable_ascii(text: str, links: list[tuple[int, int, str]]) -> None:
    assert links_in(Paragraph(Role.TEXT, text)) == links


def test_what_is_inserted_into_a_text_is_no_part_of_a_link() -> None:
    text = "on Wednesday [7 Apr] at https://example.org/ [1] and"
    paragraph = Paragraph(Role.TEXT, text, inserted=((12, 20), (44, 48)))
    assert links_in(paragraph) == [(24, 44, "https://example.org/")]


def test_a_link_that_is_wrapped_is_one_on_each_of_its_lines() -> None:
    links = [(10, 30, "https://example.org/")]
    assert on_line(links, (0, 20), 3) == [(13, 23, "https://example.org/")]
    assert on_line(links, (20, 40), 3) == [(3, 13, "https://example.org/")]
    assert on_line(links, (30, 40), 3) == []


def test_a_line_looks_as_before_and_its_links_lead_somewhere() -> None:
    bold = Style(bold=True)
    line = Strip([Segment("see ht"), Segment("tp://x", bold), Segment(" 한국")])
    segments = list(linked(line, [(4, 12, "http://x/")]))
    assert [(text, style.link if style else None) for text, style, _ in segments] == [
        ("see ", None),
        ("ht", "http://x/"),
        ("tp://x", "http://x/"),
        (" 한국", None),
    ]
    assert segments[2].style == bold + Style(link="http://x/")
    assert linked(line, [(4, 12, "http://x/")]).cell_length == line.cell_length


@settings(deadline=None)
@given(st.lists(st.text("ab 한", max_size=5), max_size=5), st.lists(st.integers(0, 20), min_size=2, max_size=2))
def test_no_character_is_lost_wherever_a_link_stands(texts: list[str], places: list[int]) -> None:
    line = Strip([Segment(text) for text in texts])
    made = linked(line, [(min(places), max(places), "http://x/")])
    assert made.text == line.text
    inside = "".join(text for text, style, _ in made if style and style.link)
    assert inside == line.text[min(places) : max(places)]


@settings(deadline=None)
@given(st.text(max_size=60))
def test_no_text_makes_a_link_that_is_not_of_the_web_or_not_printable_ascii(text: str) -> None:
    for _, _, address in links_in(Paragraph(Role.TEXT, f"x https://a.example/{text} www.a.example/{text}")):
        assert address.lower().startswith(("http://", "https://"))
        assert address.isascii()
        assert address.isprintable()
        assert len(address) <= LONGEST
