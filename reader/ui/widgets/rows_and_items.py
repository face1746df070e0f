"""Lists and tables of an article as paragraphs: items with a hanging indent, rows with their columns aligned."""

import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace

from rich.cells import cell_len

from reader.model.article import BULLET, INNER_BULLET, Span
from reader.ui.widgets.drawing import Glyphs, Role, drawable
from reader.ui.widgets.paragraph import Paragraph

INDENT = "  "
"""Before an item of a list; an inner one stands twice as far right."""
WIDEST = 200
"""Cells beyond which no screen shows a row on one line; then columns are not aligned."""
NUMBERED = re.compile(r"\d{1,6}[.)] ")
FIGURES = re.compile(r"[~<>≈]?[-+–−]?[$£€¥]?\s?\d[\d.,:/ ]*\s?(?:%|[a-zA-Z€]{1,3})?|[-–—]|n/a|", re.IGNORECASE)
"""What stands on the right of a column of figures."""


def item_paragraph(text: str, marks: Glyphs, first: bool) -> Paragraph:
    """An item of a list, or a further paragraph of one; `first` is whether the list begins with it."""
    words = drawable(text)
    mark = next((sign for sign in (BULLET, INNER_BULLET) if words.startswith(f"{sign} ")), "")
    number = NUMBERED.match(words)
    indent = INDENT * (2 if mark == INNER_BULLET else 1)
    shown = marks.bullet if mark == BULLET else marks.inner_bullet if mark else ""
    hanging = number.end() if number else 2
    before = indent if mark or number else indent + "  "
    return Paragraph(
        Role.TEXT, f"{shown}{words[len(mark) :]}", before, indent + " " * hanging, gap=first or not (mark or number)
    )


def table_paragraphs(rows: Sequence[Sequence[str]], marks: Glyphs) -> Iterator[Paragraph]:
    """The rows of a table, their columns as wide as their widest cell, figures on the right."""
    shown = [[drawable(cell) for cell in row] for row in rows]
    count = max(map(len, shown), default=0)
    columns = [[row[place] for row in shown if place < len(row)] for place in range(count)]
    widths = [max(map(cell_len, column)) for column in columns]
    if sum(widths) + cell_len(marks.wall) * count > WIDEST:
        widths = [0] * count
    right = [all(FIGURES.fullmatch(cell) for cell in column[1:]) and any(column[1:]) for column in columns]
    found = [row_paragraph(row, widths, right, marks, not index) for index, row in enumerate(shown)]
    across = max((cell_len(each.text) for each in found), default=0) if not marks.words else sys.maxsize
    yield from (replace(each, across=across) for each in found)


def row_paragraph(
    row: Sequence[str], widths: Sequence[int], right: Sequence[bool], marks: Glyphs, first: bool
) -> Paragraph:
    """One row; `widths` are cells of its columns, `right` says which of them are set on the right."""
    text = ""
    cells: list[Span] = []
    walls = []
    for place, cell in enumerate(row):
        if place:
            walls.append((len(text), len(text) + len(marks.wall), Role.BAR))
            text += marks.wall
        padding = " " * max(0, widths[place] - cell_len(cell))
        text += padding if right[place] else ""
        if cell:
            cells.append((len(text), len(text) + len(cell)))
        text += cell
        text += padding if not right[place] and place < len(row) - 1 else ""
    return Paragraph(Role.TEXT, text, rest=INDENT, gap=first, spans=tuple(walls), cells=tuple(cells))
