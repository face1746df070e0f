"""Quotations, lists and tables of plain text and Markdown are blocks of their own kind."""

import textwrap

import pytest

from reader.articles import parse
from reader.model.article import Article, BlockKind

FIRST = "The harbour council voted on Monday to rebuild the northern breakwater, officials said after the meeting."
SECOND = "Work is expected to begin in the spring and to take two years, according to the plan shown to residents."
PARAGRAPH, QUOTATION, LIST, TABLE = BlockKind.PARAGRAPH, BlockKind.QUOTATION, BlockKind.LIST, BlockKind.TABLE


def read(*parts: str, path: str = "a.txt") -> Article:
    (article,) = parse("\n\n".join(("Breakwater vote in the harbour town", *parts)).encode(), path)
    return article


def blocks(*parts: str, path: str = "a.txt") -> list[tuple[BlockKind, str]]:
    return [(block.kind, block.text) for block in read(*parts, path=path).blocks]


def test_items_of_a_list_begin_with_equal_bullets() -> None:
    found = blocks(FIRST, "The plan has three parts:\n- the northern wall\n* the quay\n• lamps", SECOND)
    assert found == [
        (PARAGRAPH, FIRST),
        (PARAGRAPH, "The plan has three parts:"),
        (LIST, "• the northern wall"),
        (LIST, "• the quay"),
        (LIST, "• lamps"),
        (PARAGRAPH, SECOND),
    ]


def test_items_may_be_parted_by_blank_lines_and_be_numbered() -> None:
    assert blocks(FIRST, "1. the wall", "2. the quay", "3) lamps", SECOND)[1:4] == [
        (LIST, "1. the wall"),
        (LIST, "2. the quay"),
        (LIST, "3) lamps"),
    ]


def test_an_inner_list_has_another_bullet() -> None:
    found = blocks(FIRST, "  - the quay\n      - by thirty metres\n      - by ten\n  - lamps", SECOND)
    assert [text for kind, text in found if kind is LIST] == ["• the quay", "◦ by thirty metres", "◦ by ten", "• lamps"]


@pytest.mark.parametrize(
    "lines",
    [
        "- said a fisherman who has been there for years.",
        "1. The costs of the wall\n4. The costs of the quay",
        "-12 degrees were measured on the quay on Monday.",
        "1984 was the year in which the wall was built.",
        "07. November\n08. November",
    ],
)
def test_a_lone_hyphen_or_numbers_without_order_are_no_list(lines: str) -> None:
    assert LIST not in [kind for kind, _ in blocks(FIRST, lines, SECOND)]


def test_an_item_wrapped_by_hand_is_one_block() -> None:
    prose = [textwrap.fill(part, 60) for part in (FIRST, SECOND)]
    items = (
        "- the northern wall will be raised by a metre, and its foot\n"
        "  protected against the swell with stones from the quarry\n- lamps"
    )
    found = blocks(prose[0], items, prose[1])
    assert found[1:3] == [
        (
            LIST,
            "• the northern wall will be raised by a metre, and its foot protected against the swell with "
            "stones from the quarry",
        ),
        (LIST, "• lamps"),
    ]
    assert found[0] == (PARAGRAPH, FIRST)


def test_a_bullet_before_page_furniture_is_page_furniture() -> None:
    assert blocks(FIRST, SECOND, "• Share\n• Comments")[-2:] == [
        (BlockKind.BOILERPLATE, "• Share"),
        (BlockKind.BOILERPLATE, "• Comments"),
    ]


def test_a_quotation_in_markdown_is_one_paragraph_until_an_empty_line_of_it() -> None:
    found = blocks(FIRST, "> We cannot wait for\n> another winter.\n>\n> Nobody can.", SECOND, path="a.md")
    assert found[1:3] == [(QUOTATION, "We cannot wait for another winter."), (QUOTATION, "Nobody can.")]


def test_an_arrow_before_a_link_of_a_page_makes_no_quotation() -> None:
    assert blocks(FIRST, "> More about the ferry", "> “Nobody can wait,” she said.", SECOND)[1:3] == [
        (BlockKind.BOILERPLATE, "More about the ferry"),
        (QUOTATION, "“Nobody can wait,” she said."),
    ]


def test_a_table_of_markdown_is_a_block_a_row() -> None:
    table = "| Harbour | Boats |\n|:--------|------:|\n| North   | 12    |\n|         | 13 \\| 14 |"
    assert [text for kind, text in blocks(FIRST, table, SECOND, path="a.md") if kind is TABLE] == [
        "Harbour | Boats",
        "North | 12",
        "| 13 ¦ 14",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Harbour      Boats    Cost\n-----------------------\nNorth           12   3,000\nSouth           11   2,000",
        "Harbour\tBoats\tCost\nNorth\t12\t3,000\nSouth\t11\t2,000",
        "+---------+-------+-------+\n| Harbour | Boats | Cost  |\n+---------+-------+-------+\n"
        "| North   | 12    | 3,000 |\n| South   | 11    | 2,000 |\n+---------+-------+-------+",
    ],
)
def test_columns_of_plain_text_are_a_table(table: str) -> None:
    assert [text for kind, text in blocks(FIRST, table, SECOND) if kind is TABLE] == [
        "Harbour | Boats | Cost",
        "North | 12 | 3,000",
        "South | 11 | 2,000",
    ]


def test_a_menu_with_bars_is_no_table() -> None:
    assert TABLE not in [kind for kind, _ in blocks("Home | World | Sport | Money", FIRST, SECOND)]


def test_markdown_is_reduced_to_words() -> None:
    found = blocks(
        FIRST,
        "See `code`, ~~old~~ *new*[^1], [a link](https://a.org 't'), [[Wiki|Ada]] and <br> more &amp; more of it.",
        "![](https://a.org/x.jpg)",
        "![A crane lifts stones at the harbour](https://a.org/x.jpg)",
        "[1]: https://a.org/target",
        "The costs\n---------",
        SECOND,
        path="a.md",
    )
    assert found == [
        (PARAGRAPH, FIRST),
        (PARAGRAPH, "See code, old new, a link, Ada and more & more of it."),
        (BlockKind.CAPTION, "A crane lifts stones at the harbour"),
        (BlockKind.HEADING, "The costs"),
        (PARAGRAPH, SECOND),
    ]


def test_lists_and_tables_belong_to_the_text_that_is_searched() -> None:
    text = read(FIRST, "- walls\n- lamps", "a\tb\tc\nd\te\tf\ng\th\ti", SECOND).text
    assert "• lamps" in text
    assert "d | e | f" in text
    assert len(text.splitlines()) == 7


def test_elements_of_a_page_are_blocks() -> None:
    page = (
        f"<!doctype html><body><article><h1>Breakwater vote in town</h1><p>{FIRST}</p>"
        f"<blockquote><p>{SECOND}</p></blockquote>"
        "<ul><li>one</li><li><p>two</p><p>still two</p><ul><li>inner</li></ul></li></ul>"
        "<ol start=3><li>third</li><li>fourth</li></ol>"
        "<table><tr><th>Harbour</th><th>Boats</th></tr><tr><td></td><td>12</td></tr></table>"
        f"<table><tr><td>{SECOND}</td></tr></table></article></body>"
    )
    (article,) = parse(page.encode(), "a.html")
    assert [(block.kind, block.text) for block in article.blocks] == [
        (PARAGRAPH, FIRST),
        (QUOTATION, SECOND),
        (LIST, "• one"),
        (LIST, "• two"),
        (LIST, "still two"),
        (LIST, "◦ inner"),
        (LIST, "3. third"),
        (LIST, "4. fourth"),
        (TABLE, "Harbour | Boats"),
        (TABLE, "| 12"),
        (PARAGRAPH, SECOND),
    ]


def test_lines_of_preformatted_text_stay_lines() -> None:
    poem = (
        f"<body><p>{FIRST}</p><pre>The Wall\n\nThe wall is old,\nThe sea is cold.\n\n- one\n- two</pre><p>{SECOND}</p>"
    )
    (article,) = parse(f"<body>{poem}</body>".encode(), "a.html")
    assert [block.text for block in article.blocks][1:-1] == [
        "The Wall",
        "The wall is old,",
        "The sea is cold.",
        "• one",
        "• two",
    ]
