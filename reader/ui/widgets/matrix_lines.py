"""How it looks who has what: a row for each version, a sign for each passage, in as many bands as the width needs."""

from collections.abc import Iterator, Sequence
from itertools import accumulate

from rich.cells import cell_len

from reader.stories.matrix import Cell, Matrix
from reader.ui.widgets.drawing import Glyphs, Piece, Role

WIDEST_LABEL = 22
"""Cells of the name of a version."""
RULER = 5
"""Every so many passages one is numbered where there is a single cell for each."""
_ASCII = {Cell.ONLY_HERE: "+", Cell.SHARED: "=", Cell.REWORDED: "~", Cell.LACKS: "."}
_ROLES = {
    Cell.ONLY_HERE: Role.BAR,
    Cell.SHARED: Role.TITLE,
    Cell.REWORDED: Role.TITLE,
    Cell.LACKS: Role.FAINT,
}
_MEANINGS = {
    Cell.ONLY_HERE: "only here",
    Cell.SHARED: "shared",
    Cell.REWORDED: "reworded",
    Cell.LACKS: "lacks",
}


def sign(cell: Cell, marks: Glyphs) -> str:
    """How a passage stands in a version."""
    return _ASCII[cell] if marks.ellipsis.isascii() else cell.value


def legend(marks: Glyphs) -> str:
    """What the signs mean."""
    return "   ".join(f"{sign(cell, marks)} {meaning}" for cell, meaning in _MEANINGS.items())


def sentence(matrix: Matrix, version: int, label: str) -> str:
    """What one version has, in words: `2 Gulf Courier: shared 1 to 3 and 5; lacks 4`."""
    told = []
    for cell, meaning in _MEANINGS.items():
        places = [place for place, column in enumerate(matrix.columns, 1) if column.cells[version] is cell]
        if places:
            told.append(f"{meaning} {_listed(places)}")
    return f"{label}: {'; '.join(told)}"


def _listed(places: Sequence[int]) -> str:
    """Numbers in words, those that follow each other as one: `1 to 3, 5`."""
    runs: list[list[int]] = []
    for place in places:
        if runs and runs[-1][-1] == place - 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    return ", ".join(f"{run[0]} to {run[-1]}" if len(run) > 2 else ", ".join(map(str, run)) for run in runs)


class MatrixLines:
    """A matrix laid out for a width."""

    def __init__(self, matrix: Matrix, labels: Sequence[str], width: int, marks: Glyphs) -> None:
        """`labels` name the versions, in as many cells as they like."""
        self._matrix = matrix
        self._labels = labels
        self._marks = marks
        longest = max(map(cell_len, labels), default=0)
        passages = len(matrix.columns)
        wide = [len(str(number)) + 1 for number in range(1, passages + 1)]
        beside = next((cells for cells in (sum(wide), passages) if width - cells - 4 >= longest), 0)
        widest = width - beside - 4 if beside else max(4, width // 4)  # names are cut where they take signs' room alone
        self._column = min(longest, WIDEST_LABEL, widest) + 3
        room = max(1, width - self._column - 1)
        self._wide = sum(wide) <= room
        self._ends = list(accumulate(wide))
        step = passages if self._wide else room
        self.bands = [(begin, min(passages, begin + step)) for begin in range(0, passages, max(1, step))]
        """Which passages stand beside each other: from, and up to which."""

    def ruler(self, band: tuple[int, int]) -> list[Piece]:
        """The numbers of the passages of a band."""
        blanks = (" " * self._column, Role.DETAIL)
        if self._wide:
            return [blanks, ("".join(f"{number} " for number in range(band[0] + 1, band[1] + 1)), Role.DETAIL)]
        text = ""
        for number in range(band[0] + 1, band[1] + 1):
            place = number - band[0] - 1
            if (number == band[0] + 1 or number % RULER == 0) and len(text) <= place:
                text += f"{'':{place - len(text)}}{number} "
        return [blanks, (text[: band[1] - band[0] + 1], Role.DETAIL)]

    def row(self, version: int, band: tuple[int, int], label: str) -> list[Piece]:
        """How the passages of a band stand in one version."""
        blanks = " " * max(0, self._column - 1 - cell_len(label))
        return [(" ", Role.TITLE), (f"{label}{blanks}", Role.TITLE), *self._cells(version, band)]

    @property
    def label_width(self) -> int:
        """Cells that the name of a version may take."""
        return self._column - 2

    def _cells(self, version: int, band: tuple[int, int]) -> Iterator[Piece]:
        for place in range(*band):
            cell = self._matrix.columns[place].cells[version]
            blanks = " " * len(str(place + 1)) if self._wide else ""
            yield f"{sign(cell, self._marks)}{blanks}", _ROLES[cell]
