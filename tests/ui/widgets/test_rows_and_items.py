"""Lists and tables in the reader: bullets that hang, columns that line up, cells below each other where narrow."""

import pytest
from rich.cells import cell_len

from reader.ui.widgets.article_layout import lines_of
from reader.ui.widgets.drawing import ASCII, UNICODE
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.rows_and_items import item_paragraph, table_paragraphs

ROWS = (("Harbour", "Boats", "Cost"), ("North", "12", "£3,000,000"), ("South", "", "£400"))


def drawn(paragraphs: list[Paragraph], width: int) -> list[str]:
    shown = []
    for line in lines_of(paragraphs, width)[:-1]:
        if line.blank:
            shown.append("")
            continue
        paragraph = paragraphs[line.paragraph]
        before = paragraph.first if line.start == 0 else paragraph.rest
        shown.append(before + paragraph.text[line.start : line.end])
    return shown


def test_items_hang_below_their_bullets_and_stand_close() -> None:
    items = ["• the northern wall will be raised", "◦ by a metre this year", "10. the lamps on the quay are lit"]
    paragraphs = [item_paragraph(text, UNICODE, not index) for index, text in enumerate(items)]
    assert drawn(paragraphs, 24) == [
        "",
        "  • the northern wall",
        "    will be raised",
        "    ◦ by a metre this",
        "      year",
        "  10. the lamps on",
        "      the quay are lit",
    ]


def test_a_further_paragraph_of_an_item_stands_below_its_words() -> None:
    paragraphs = [item_paragraph("• one", UNICODE, first=True), item_paragraph("going on", UNICODE, first=False)]
    assert drawn(paragraphs, 40) == ["", "  • one", "", "    going on"]


def test_columns_line_up_with_figures_on_the_right() -> None:
    assert drawn(list(table_paragraphs(ROWS, UNICODE)), 40) == [
        "",
        "Harbour │ Boats │       Cost",
        "North   │    12 │ £3,000,000",
        "South   │       │       £400",
    ]


def test_a_table_that_is_too_wide_has_its_cells_below_each_other() -> None:
    assert drawn(list(table_paragraphs(ROWS, UNICODE)), 20) == [
        "",
        "Harbour",
        "  Boats",
        "  Cost",
        "North",
        "  12",
        "  £3,000,000",
        "South",
        "  £400",
    ]


def test_plain_marks_for_plain_terminals() -> None:
    assert drawn([item_paragraph("• one", ASCII, first=True)], 40)[1] == "  * one"
    assert drawn([item_paragraph("◦ one", ASCII, first=True)], 40)[1] == "    - one"
    assert drawn(list(table_paragraphs(ROWS, ASCII)), 40)[1] == "Harbour | Boats |       Cost"


@pytest.mark.parametrize("width", [1, 5, 12, 40, 80, 120])
def test_no_line_is_wider_than_the_pane(width: int) -> None:
    rows = (*ROWS, ("港の防波堤", "x" * 30, "a cell of several words in a row"))
    for line in drawn(list(table_paragraphs(rows, UNICODE)), width):
        assert cell_len(line) <= max(width, 4)


def test_where_the_cells_stand_is_told() -> None:
    for paragraph in table_paragraphs(ROWS, UNICODE):
        cells = [paragraph.text[start:end] for start, end in paragraph.cells]
        assert cells == [cell for cell in next(row for row in ROWS if row[0] == cells[0]) if cell]
