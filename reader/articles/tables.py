"""Tables in plain text and Markdown: cells between bars, or in columns parted by tabs or wide gaps."""

import re
from collections.abc import Iterator, Sequence

BETWEEN = " | "
"""What stands between two cells in a row's text."""
FEWEST_ROWS = 3
"""Lines in columns from which they are a table; two of them may be chance."""
FEWEST_WALLED = 2
"""Lines that begin and end with a bar, from which they are a table."""
LONGEST_CELL = 60
"""Letters of a cell in columns; what is longer is running text with a gap in it."""
MOST_CELLS = 30

DELIMITER = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?|[+|][-=+|:\s]{3,}")
"""The line under the head of a table in Markdown, and the borders that programs draw."""
RULED = re.compile(r"[-=_][-=_\s]{2,}")
BAR = re.compile(r"(?<!\\)\|")
GAP = re.compile(r"\s*\t\s*| {3,}")


def row_text(cells: Sequence[str]) -> str:
    """The cells as one line; a bar inside of a cell becomes a broken one."""
    return BETWEEN.join(" ".join(cell.replace("\\|", "|").replace("|", "¦").split()) for cell in cells).strip()


def cells_of(row: str) -> tuple[str, ...]:
    """The cells of a row's text."""
    return tuple(cell.strip() for cell in row.split("|"))


def tables(lines: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The tables among lines as they are stored: first and last line, and the text of each line; empty for a border."""
    if not any("|" in line or "\t" in line or "   " in line for line in lines):
        return
    at = 0
    while at < len(lines):
        end, rows = barred(lines, at) if "|" in lines[at] or lines[at].startswith("+") else columned(lines, at)
        if rows:
            yield at, end, rows
        at = max(end, at + 1)


def barred(lines: Sequence[str], start: int) -> tuple[int, tuple[str, ...]]:
    """Where a table with bars ends that begins here, and its rows; no rows where none begins."""
    end = start
    while end < len(lines) and ("|" in lines[end] or is_border(lines[end])):
        end += 1
    inner = [line.strip() for line in lines[start:end]]
    borders = sum(map(is_border, inner))
    walled = sum(line.startswith("|") and line.endswith("|") and len(line) > 2 for line in inner)
    if walled - borders < FEWEST_WALLED and not 0 < borders < len(inner):
        return end, ()
    return end, tuple("" if is_border(line) else row_text(barred_cells(line)) for line in inner)


def is_border(line: str) -> bool:
    """Whether a line only parts rows of a table."""
    bare = line.strip()
    return bare[:1] in "|+-:" and ("|" in bare or "+" in bare) and bool(DELIMITER.fullmatch(bare[:1000]))


def barred_cells(line: str) -> list[str]:
    """The cells of a line with bars."""
    return BAR.split(line.removeprefix("|").removesuffix("|"))[:MOST_CELLS]


def columned(lines: Sequence[str], start: int) -> tuple[int, tuple[str, ...]]:
    """Where a table in columns ends that begins here, and its rows; no rows where none begins."""
    found: list[list[str]] = []
    end = start
    while end < len(lines):
        if found and RULED.fullmatch(lines[end].strip()):
            found.append([])
            end += 1
            continue
        cells = GAP.split(lines[end].strip())
        fits = 1 < len(cells) <= MOST_CELLS and max(map(len, cells)) <= LONGEST_CELL
        if not fits or (found and len(cells) != len(found[0])):
            break
        found.append(cells)
        end += 1
    return end, tuple(map(row_text, found)) if sum(map(bool, found)) >= FEWEST_ROWS else ()
