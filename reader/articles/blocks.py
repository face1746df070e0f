"""Text to pieces: paragraphs by blank lines, by lines, or by mended line breaks, decided once for a whole file."""

import re
from collections.abc import Iterator, Sequence

from reader.articles.draft import Piece
from reader.articles.sentences import sentence_spans, weight
from reader.model import BlockKind, Span

WIDEST = 110
"""A file with a longer line is not wrapped by hand."""
INNER_NARROWEST = 50
"""Lines inside a wrapped paragraph are mostly at least this long."""
DISPLAYED_SENTENCES = 3
"""A text without line breaks is shown in paragraphs of so many sentences."""
LONG_LINE = 600
"""A lone line longer than this is a whole text."""

HEADING = re.compile(r"#{1,6}\s+(?=\S)")
QUOTED = re.compile(r">+\s?")
RULE = re.compile(r"[-*_=~#.•·\s]{3,}")
LINE = re.compile(r"[^\n]+")

Lines = Sequence[tuple[str, Span]]


def pieces(text: str, offset: int) -> tuple[Piece, ...]:
    """The pieces of a text whose first character stands at `offset` in its file."""
    groups = list(line_groups(text, offset))
    if is_wrapped(groups):
        width = max(len(line) for lines in groups for line, _ in lines)
        groups = [list(joined_lines(lines, width)) for lines in groups]
    found = tuple(piece(line, span) for lines in groups for line, span in lines if not RULE.fullmatch(line))
    if len(found) == 1 and weight(found[0].text) > LONG_LINE:
        return display_paragraphs(found[0])
    return found


def line_groups(text: str, offset: int) -> Iterator[list[tuple[str, Span]]]:
    """Lines that no blank line parts, stripped, with their places."""
    group: list[tuple[str, Span]] = []
    end = 0
    for found in LINE.finditer(text):
        line = found[0].strip()
        if group and (not line or found.start() > end + 1):
            yield group
            group = []
        end = found.end()
        if line:
            start = offset + found.start() + len(found[0]) - len(found[0].lstrip())
            group.append((" ".join(line.split()), (start, start + len(line))))
    if group:
        yield group


def is_wrapped(groups: Sequence[Lines]) -> bool:
    """Whether the lines of a file were broken by hand or by a program, and not at the ends of its paragraphs."""
    widest = max((len(line) for lines in groups for line, _ in lines), default=0)
    pairs = [(line, lines[index + 1][0]) for lines in groups for index, (line, _) in enumerate(lines[:-1])]
    if not pairs or widest > WIDEST:
        return False
    long_enough = sum(len(line) >= INNER_NARROWEST for line, _ in pairs)
    running_on = sum(following[0].islower() for _, following in pairs)
    return long_enough >= 0.8 * len(pairs) and running_on >= max(1, 0.3 * len(pairs))


def joined_lines(lines: Lines, width: int) -> Iterator[tuple[str, Span]]:
    """Lines put together again wherever the next word would not have fitted."""
    text, span = lines[0]
    last = text
    for line, place in lines[1:]:
        first_word = line.split(" ", 1)[0]
        if len(last) + 1 + len(first_word) > width - 10 and not HEADING.match(line):
            text, span = f"{text} {line}", (span[0], place[1])
        else:
            yield text, span
            text, span = line, place
        last = line
    yield text, span


def piece(line: str, span: Span) -> Piece:
    """One line as a piece, with the marks of Markdown headings and quotations taken for what they say."""
    for pattern, kind in ((HEADING, BlockKind.HEADING), (QUOTED, BlockKind.QUOTATION)):
        found = pattern.match(line)
        if found and found.end() < len(line):
            bare = line[found.end() :].rstrip("# ") if kind is BlockKind.HEADING else line[found.end() :]
            return Piece(bare.strip() or line, span, kind)
    return Piece(line, span)


def display_paragraphs(whole: Piece) -> tuple[Piece, ...]:
    """A text without line breaks, a few sentences a piece."""
    spans = list(sentence_spans(whole.text))
    groups = [spans[first : first + DISPLAYED_SENTENCES] for first in range(0, len(spans), DISPLAYED_SENTENCES)]
    return tuple(whole.cut(group[0][0], group[-1][1]) for group in groups)
