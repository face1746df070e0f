"""What stands in every cell of the terminal, so that only what changes is written: a slow line is a terminal too.

Textual writes whole regions, each piece of text with all its colours: 6 kB for a cursor that moves by a row at 80x24,
and 25 kB at 120x40. By difference it is a quarter of that, most of it the text of the article that is shown.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import ne

from rich.color import ColorSystem
from rich.console import Console, ConsoleOptions, RenderResult
from textual._compositor import ChopsUpdate, CompositorUpdate, LayoutUpdate
from textual.strip import Strip

from reader.ui.pen import UNKNOWN, Cell, Look, Pen, Stroke, cells_of, is_doubtful, is_ground, look_for_both

BRIDGED = 4
"""Equal cells between two that differ, up to which they are written again: a move of the cursor is as long."""

LEAST_MOVED = 6
"""Rows that stand elsewhere now, from which on they are moved there: that takes some thirty bytes."""
LEAST_UNLIKE = 20
"""Cells of a row that differ, in the mean, from which on it is looked whether rows have moved."""
FARTHEST = 3
"""By how many rows they may have moved: a line or a band that comes above the panes takes no more."""
MUCH = 1500
"""Bytes from which on it is looked whether a cleared terminal takes less."""
SHORT = 2
"""Cells of a rule or a mark: the next one is mostly below it."""
SAMPLED = 4
"""One row of so many tells by how far."""

Piece = tuple[int, Strip]
"""The column where some text begins, and the text."""
Cells = tuple[int, list[Cell]]
"""The column where some cells begin, and the cells."""


class Canvas:
    """Every cell of the terminal as it was written last."""

    def __init__(self, *, erases: bool = False) -> None:
        """`erases`: whether the terminal can be told to blank cells, and gives them the colour of the moment."""
        self._erases = erases
        self._rows: list[list[Cell]] = []
        self._pieces: dict[int, list[Piece]] = {}

    def forget(self) -> None:
        """Know nothing of the terminal any more: others have written to it, or it has another size."""
        self._rows = []
        self._pieces = {}

    def whole(self) -> str:
        """What draws all that stands there, links left out; empty where not all of it is known."""
        if any(UNKNOWN in row for row in self._rows):
            return ""
        plain = [[(text, look._replace(link="")) for text, look in row] for row in self._rows]
        return _drawn([(y, [UNKNOWN] * len(row), row) for y, row in enumerate(plain)], self._pen())

    def differing(self, update: LayoutUpdate | ChopsUpdate) -> "Difference":
        """The same update, written as what differs."""
        return Difference(self, update)

    def written(self, rows: Iterable[tuple[int, list[Piece]]], system: ColorSystem) -> str:
        """What makes the terminal show these rows, of which one may come in several parts, from the left.

        From then on they are known to stand there.
        """
        parts: dict[int, list[Piece]] = {}
        for y, pieces in rows:
            parts.setdefault(y, []).extend(pieces)
        new = ((y, pieces) for y, pieces in parts.items() if self._is_new(y, pieces))
        news = {y: [(x, _cells(strip, system)) for x, strip in pieces] for y, pieces in new}
        moved = self._moved({y: pieces for y, pieces in news.items() if self._is_whole(y, pieces)})
        before = {y: self._taken_over(y, pieces) for y, pieces in news.items()}
        text = moved + _drawn([(y, old, self._rows[y]) for y, old in before.items()], self._pen())
        if not self._erases or len(text) <= MUCH or any(UNKNOWN in old for old in before.values()):
            return text  # the first time, all is written: until then some emulators have no cells that could be cleared
        return min(text, self._afresh() or text, key=len)

    def _afresh(self) -> str:
        """The whole screen, written on a terminal that is cleared first; nothing where not all of it is known."""
        blanks = Counter(cell[1] for row in self._rows for cell in row if cell[0] == " ")
        if not blanks or any(UNKNOWN in row for row in self._rows):
            return ""
        look = blanks.most_common(1)[0][0]
        pen = self._pen()
        pen.clear(look)
        return _drawn([(y, [(" ", look)] * len(row), row) for y, row in enumerate(self._rows)], pen)

    def _pen(self) -> Pen:
        return Pen(self._erases, max(map(len, self._rows), default=0))

    def _is_new(self, y: int, pieces: list[Piece]) -> bool:
        """Whether a row is not just what was drawn there last, as most rows of most updates are."""
        if pieces and pieces[0][0] == 0 and self._pieces.get(y) == pieces:
            return False
        self._pieces[y] = pieces
        return True

    def _is_whole(self, y: int, pieces: Sequence[Cells]) -> bool:
        """Whether pieces are all of a row of which all is known."""
        width = sum(len(cells) for _, cells in pieces)
        return bool(pieces) and y < len(self._rows) and pieces[0][0] == 0 and len(self._rows[y]) == width

    def _moved(self, news: Mapping[int, Sequence[Cells]]) -> str:
        """What moves rows that shall stand a little higher or lower, as where a line comes above them.

        Lines are inserted and deleted between margins, which terminals have known since the VT102.
        """
        if len(news) < LEAST_MOVED:
            return ""
        rows = {y: [cell for _, cells in pieces for cell in cells] for y, pieces in news.items()}
        sample = sorted(rows)[::SAMPLED]
        if self._unlike(rows, sample, 0) < LEAST_UNLIKE * len(sample):
            return ""
        steps = [step for far in range(1, FARTHEST + 1) for step in (far, -far)]
        step = min(steps, key=lambda step: self._unlike(rows, sample, step))
        helped = [y for y in rows if 2 * self._unlike(rows, [y], step) < self._unlike(rows, [y], 0)]
        if len(helped) < LEAST_MOVED:
            return ""
        top, bottom = min(*helped, min(helped) - step), max(*helped, max(helped) - step) + 1
        if any(y not in rows for y in range(top, bottom)):
            return ""
        blank: list[list[Cell]] = [[UNKNOWN] * len(self._rows[top]) for _ in range(abs(step))]
        kept = self._rows[max(top, top - step) : min(bottom, bottom - step)]
        self._rows[top:bottom] = [*blank, *kept] if step > 0 else [*kept, *blank]
        return f"\x1b[{top + 1};{bottom}r\x1b[{top + 1}H\x1b[{f'{step}L' if step > 0 else f'{-step}M'}\x1b[r"

    def _unlike(self, rows: Mapping[int, Sequence[Cell]], some: Iterable[int], step: int) -> int:
        """How many cells of some rows differ from what stands so many rows higher now."""
        there = [(rows[y], self._rows[y - step] if 0 <= y - step < len(self._rows) else ()) for y in some]
        return sum(sum(map(ne, row, old)) + len(row) - min(len(row), len(old)) for row, old in there)

    def _taken_over(self, y: int, pieces: Sequence[Cells]) -> list[Cell]:
        """Take a row over; what stands there."""
        while len(self._rows) <= y:
            self._rows.append([])
        row = self._rows[y]
        before = row.copy()
        for x, cells in pieces:
            row.extend([UNKNOWN] * (x + len(cells) - len(row)))
            row[x : x + len(cells)] = cells
        before.extend([UNKNOWN] * (len(row) - len(before)))
        return before


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


def _drawn(rows: Iterable[tuple[int, Sequence[Cell], Sequence[Cell]]], pen: Pen) -> str:
    """What makes rows, each with what stands in it, look as they now shall."""
    strokes: dict[Look, list[Stroke]] = {}
    for y, old, row in rows:
        for start, end in _to_write(old, row):
            for look, stroke in _cut(y, start, row[start:end]):
                if stroke.certain or not is_doubtful(stroke.text):
                    strokes.setdefault(look, []).append(stroke)
                else:  # first, as it may run over what stands behind it
                    pen.draw(look, stroke._replace(text=" " * stroke.width, certain=True))
                    pen.draw(look, stroke)
    # Those of one look together: a move of the cursor is a few bytes, and a change of colours many.
    for look in sorted(strokes, key=lambda look: (look.link, look.paper, look.attributes, look.ink)):
        for stroke in sorted(strokes[look], key=_turn):
            pen.draw(look, stroke)
    return pen.finished()


def _turn(stroke: Stroke) -> tuple[int, int, int]:
    """When a stroke has its turn: short ones down each column, as rules and marks stand; then the others by row."""
    return (0, stroke.x, stroke.y) if stroke.width <= SHORT else (1, stroke.y, stroke.x)


def _cells(strip: Strip, system: ColorSystem) -> list[Cell]:
    cells = [cell for segment in strip for cell in cells_of(segment, system)]
    return _with_room(cells) if any(is_doubtful(segment.text) for segment in strip) else cells


def _with_room(cells: Sequence[Cell]) -> list[Cell]:
    """The same cells, where the blanks behind a text of doubtful width belong to it: it may need them."""
    roomy: list[Cell] = []
    doubtful: Look | None = None
    for cell in cells:
        text, look = cell
        if doubtful is not None and is_ground(cell, doubtful):
            cell = ("", doubtful)
        elif text:
            doubtful = look if is_doubtful(text) else None
        roomy.append(cell)
    return roomy


def _to_write(before: Sequence[Cell], row: Sequence[Cell]) -> list[tuple[int, int]]:
    """Where a row differs, and all behind a text of doubtful width that does: it may run over that."""
    spans = list(_spans(before, row))
    doubtful = (start for start, end in spans if any(is_doubtful(text) for text, _ in row[start:end]))
    if (first := next(doubtful, -1)) < 0:
        return spans
    return list(_spans([*before[:first], *[UNKNOWN] * (len(row) - first)], row))


def _spans(before: Sequence[Cell], row: Sequence[Cell]) -> Iterator[tuple[int, int]]:
    """Where a row differs; what lies close together and looks alike is one span, and no span cuts a wide text."""
    start = end = -1
    for x, (old, new) in enumerate(zip(before, row, strict=True)):
        if old is new or old == new:
            end += x == end and not new[0]
            continue
        if start >= 0 and not (x - end <= BRIDGED and _alike(row[end - 1 : x + 1])):
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
