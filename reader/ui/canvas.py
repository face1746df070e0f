"""What stands in every cell of the terminal, so that only what changes is written: a slow line is a terminal too.

Textual writes whole regions, each piece of text with all its colours: 6 kB for a cursor that moves by a row at 80x24,
and 25 kB at 120x40. By difference it is a quarter of that, most of it the text of the article that is shown.
"""

from collections.abc import Iterable, Iterator, Sequence

from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderResult
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from reader.ui.pen import UNKNOWN, Cell, Look, Pen, Stroke, cells_of, look_for_both

BRIDGED = 5
"""Equal cells between two that differ, up to which they are written again: a move of the cursor is as long."""

Piece = tuple[int, Strip]
"""The column where some text begins, and the text."""


class Canvas:
    """Every cell of the terminal as it was written last."""

    def __init__(self, *, erases: bool = False) -> None:
        """`erases`: whether the terminal can be told to blank cells, and gives them the colour of the moment."""
        self._erases = erases
        self._rows: list[list[Cell]] = []
        self._strips: dict[int, list[Strip]] = {}

    def forget(self) -> None:
        """Know nothing of the terminal any more: others have written to it, or it has another size."""
        self._rows = []
        self._strips = {}

    def differing(self, update: LayoutUpdate | ChopsUpdate) -> "Difference":
        """The same update, written as what differs."""
        return Difference(self, update)

    def written(self, rows: Iterable[tuple[int, list[Piece]]], system: ColorSystem) -> str:
        """What makes the terminal show these rows; from then on they are known to stand there."""
        strokes: dict[Look, list[Stroke]] = {}
        for y, pieces in rows:
            strips = [strip for _, strip in pieces]
            if pieces and pieces[0][0] == 0 and self._strips.get(y) == strips:
                continue  # as most rows of most updates
            self._strips[y] = strips
            for look, stroke in self._strokes(y, pieces, system):
                strokes.setdefault(look, []).append(stroke)
        # Those of one look together: a move of the cursor is a few bytes, and a change of colours many.
        pen = Pen(self._erases)
        for look in sorted(strokes, key=lambda look: (look.link, look.paper, look.attributes, look.ink)):
            for stroke in strokes[look]:
                pen.draw(look, stroke)
        return pen.finished()

    def _strokes(self, y: int, pieces: list[Piece], system: ColorSystem) -> Iterator[tuple[Look, Stroke]]:
        """Take a row over; the strokes where it differs from what stands there."""
        while len(self._rows) <= y:
            self._rows.append([])
        row = self._rows[y]
        before = row.copy()
        for x, strip in pieces:
            cells = [cell for segment in strip for cell in cells_of(segment, system)]
            row.extend([UNKNOWN] * (x + len(cells) - len(row)))
            row[x : x + len(cells)] = cells
        before.extend([UNKNOWN] * (len(row) - len(before)))
        for start, end in _spans(before, row):
            yield from _cut(y, start, row[start:end])


class Difference(CompositorUpdate):
    """An update that is compared with the terminal at the moment at which it is written."""

    def __init__(self, canvas: Canvas, update: LayoutUpdate | ChopsUpdate) -> None:
        self._canvas = canvas
        self._update = update

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """All of it, as Rich draws it."""
        yield from self._update.__rich_console__(console, options)

    def render_segments(self, console: Console) -> str:
        """What differs, as text for the terminal."""
        update = self._update
        rows = _rows_of_layout(update) if isinstance(update, LayoutUpdate) else _rows_of_chops(update)
        return self._canvas.written(rows, _system(console))


def _spans(before: Sequence[Cell], row: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Where a row differs; what lies close together and looks alike is one span, and no span cuts a wide text."""
    start = end = -1
    for x, (old, new) in enumerate(zip(before, row, strict=True)):
        if old is new or old == new:
            end += x == end and not new[0]
            continue
        if start >= 0 and not (x - end <= BRIDGED and _alike(row[end - 1 : x])):
            yield start, end
            start = -1
        if start < 0:
            start = x
            while start and not row[start][0]:
                start -= 1
        end = x + 1
    if start >= 0:
        yield start, end


def _alike(cells: Sequence[Cell]) -> bool:
    """Whether all cells can be written in the look of the first one."""
    return all(look_for_both(cells[0][1], look) is not None for _, look in cells)


def _cut(y: int, x: int, cells: Sequence[Cell]) -> Iterator[tuple[Look, Stroke]]:
    """The strokes that draw some cells of a row: each of one look, and none goes on after a text of uncertain width."""
    text, width, certain = "", 0, True
    look = cells[0][1]
    for character, its in cells:
        if not character:
            width += 1
            certain = False
            continue
        both = look_for_both(look, its)
        if text and (both is None or not certain or len(character) > 1):
            yield look, Stroke(y, x, text, width, certain)
            x, text, width, both, certain = x + width, "", 0, its, True
        look = both or its
        text += character
        width += 1
        certain = certain and len(character) == 1
    yield look, Stroke(y, x, text, width, certain)


def _rows_of_layout(update: LayoutUpdate) -> Iterator[tuple[int, list[Piece]]]:
    """Every row of an update of a whole region."""
    for y, strips in enumerate(update.strips, update.region.y):
        pieces = []
        x = update.region.x
        for strip in strips:
            pieces.append((x, strip))
            x += strip.cell_length
        yield y, pieces


def _rows_of_chops(update: ChopsUpdate) -> Iterator[tuple[int, list[Piece]]]:
    """Every piece of a row in an update of pieces; cut as Textual does, for what lies beyond is not drawn afresh."""
    for y, first, last in update.spans:
        pieces = []
        for end, (x, strip) in zip(update.chop_ends[y], update.chops[y].items(), strict=False):
            if strip is not None and x < last and end > first:
                pieces.append((x, strip if end <= last else strip.crop(0, last - x)))
        yield y, pieces


def _system(console: Console) -> ColorSystem:
    """The colours that the terminal can show."""
    systems = {"standard": ColorSystem.STANDARD, "256": ColorSystem.EIGHT_BIT}
    return systems.get(console.color_system or "", ColorSystem.TRUECOLOR)
