"""Text to pieces: paragraphs by blank lines, by lines, or by mended line breaks, decided once for a whole file."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.articles.draft import Piece
from reader.articles.lists import FEWEST, is_item, is_listed, with_lists
from reader.articles.sentences import sentence_spans, weight
from reader.articles.tables import tables
from reader.model.article import BlockKind, Span

WIDEST = 110
"""A file with a longer line is not wrapped by hand."""
INNER_NARROWEST = 50
"""Lines inside a wrapped paragraph are mostly at least this long."""
DISPLAYED_SENTENCES = 3
"""A text without line breaks is shown in paragraphs of so many sentences."""
LONG_LINE = 600
"""A lone line longer than this is a whole text."""

LONGEST_POINTER = 80
STOPS = (".", "!", "?", "…", ":", ",", ";", "”", '"', "»", ")", "。")

HEADING = re.compile(r"#{1,6}\s+(?=\S)")
QUOTED = re.compile(r"(?:>\s?)+")
CALLOUT = re.compile(r"\[![\w-]{1,30}\][+-]?\s*")
RULE = re.compile(r"[-*_=~#.•·\s]{3,}")
UNDERLINE = re.compile(r"={3,}|-{3,}")
FENCE = re.compile(r"(?:`{3,}|~{3,})[\w+-]{0,30}")
LINE = re.compile(r"[^\n]+")

Lines = Sequence[tuple[str, Span]]


@dataclass(frozen=True, slots=True)
class Group:
    """Lines that belong together because no blank line parts them."""

    lines: list[tuple[str, Span]]
    """Each with its blanks made single, and where it stands."""
    kind: BlockKind | None = None
    """What they are: a quotation, rows of a table, or not yet known."""


def pieces(text: str, offset: int, marked_up: bool = False) -> tuple[Piece, ...]:
    """The pieces of a text whose first character stands at `offset` in its file; `marked_up` where it is Markdown."""
    groups = [part for group in line_groups(text, offset) for part in without_tables(group, text, offset)]
    groups = [*unwrapped(groups, marked_up)]
    found = [piece for group in groups for piece in typed_lines(group, marked_up)]
    if len(found) == 1 and not found[0].kind and weight(found[0].text) > LONG_LINE:
        return display_paragraphs(found[0])
    if not any(is_item(piece.text) for piece in found):
        return tuple(found)
    indents = [indent(text, piece.span[0] - offset) if is_item(piece.text) else 0 for piece in found]
    return with_lists(found, indents, 1 if marked_up else FEWEST)


def line_groups(text: str, offset: int) -> Iterator[Group]:
    """Lines that no blank line parts, stripped, with their places; what is quoted stands apart, without its marks."""
    group = Group([])
    end = 0
    for found in LINE.finditer(text):
        line = found[0].strip()
        start = offset + found.start() + len(found[0]) - len(found[0].lstrip())
        quoted = QUOTED.match(line) if line[:1] == ">" else None
        kind = BlockKind.QUOTATION if quoted else None
        if group.lines and (not line or found.start() > end + 1 or kind is not group.kind):
            yield group
            group = Group([], kind)
        elif not group.lines:
            group = Group([], kind)
        end = found.end()
        if quoted:
            start += quoted.end()
            line = line[quoted.end() :]
        if line:
            group.lines.append((" ".join(line.split()), (start, start + len(line))))
        elif quoted and group.lines:
            yield group
            group = Group([])
    if group.lines:
        yield group


def without_tables(group: Group, text: str, offset: int) -> Iterator[Group]:
    """A group in parts, rows of tables parted from the rest."""
    stored = [text[start - offset : end - offset] for _, (start, end) in group.lines]
    at = 0
    for first, last, rows in tables(stored):
        if first > at:
            yield Group(group.lines[at:first], group.kind)
        spans = [span for _, span in group.lines[first:last]]
        yield Group([(row, span) for row, span in zip(rows, spans, strict=True) if row], BlockKind.TABLE)
        at = last
    if at < len(group.lines):
        yield Group(group.lines[at:], group.kind) if at else group


def unwrapped(groups: Sequence[Group], marked_up: bool) -> Iterator[Group]:
    """The groups, with lines that were broken by hand put together again."""
    running = [group.lines for group in groups if group.kind is None]
    quoted = [group.lines for group in groups if group.kind is BlockKind.QUOTATION]
    whole, quotations = is_wrapped(running), is_wrapped(quoted)
    width = max((len(line) for lines in running for line, _ in lines), default=0)
    for group in groups:
        if whole and group.kind is None:
            yield Group(list(joined_lines(group.lines, width)))
        elif group.kind is BlockKind.QUOTATION and (whole or quotations):
            widest = max(len(line) for line, _ in group.lines)
            yield Group(list(joined_lines(group.lines, widest)), group.kind)
        elif group.kind is BlockKind.QUOTATION and marked_up:
            yield Group(list(continued(group.lines)), group.kind)
        else:
            yield group


def continued(lines: Lines) -> Iterator[tuple[str, Span]]:
    """Lines put together wherever one goes on with a small letter."""
    text, span = lines[0]
    for line, place in lines[1:]:
        if line[0].islower():
            text, span = f"{text} {line}", (span[0], place[1])
        else:
            yield text, span
            text, span = line, place
    yield text, span


def is_wrapped(groups: Sequence[Lines]) -> bool:
    """Whether the lines of a file were broken by hand or by a program, and not at the ends of its paragraphs."""
    widest = max((len(line) for lines in groups for line, _ in lines), default=0)
    if widest > WIDEST:
        return False
    pairs = [pair for lines in groups for pair in neighbours(lines)]
    if not pairs:
        return False
    long_enough = sum(len(line) >= INNER_NARROWEST for line, _ in pairs)
    running_on = sum(following[0].islower() for _, following in pairs)
    return long_enough >= 0.8 * len(pairs) and running_on >= max(1, 0.3 * len(pairs))


def neighbours(lines: Lines) -> Iterator[tuple[str, str]]:
    """Each line with the next, unless that begins an item of a list."""
    listed = is_listed([line for line, _ in lines])
    for index, (line, _) in enumerate(lines[:-1]):
        following = lines[index + 1][0]
        if not (listed and is_item(following)):
            yield line, following


def joined_lines(lines: Lines, width: int) -> Iterator[tuple[str, Span]]:
    """Lines put together again wherever the next word would not have fitted."""
    listed = is_listed([line for line, _ in lines])
    text, span = lines[0]
    last = text
    for line, place in lines[1:]:
        first_word = line.split(" ", 1)[0]
        full = len(last) + 1 + len(first_word) > width - 10
        if full and not HEADING.match(line) and not (listed and is_item(line)):
            text, span = f"{text} {line}", (span[0], place[1])
        else:
            yield text, span
            text, span = line, place
        last = line
    yield text, span


def typed_lines(group: Group, marked_up: bool) -> Iterator[Piece]:
    """The lines of a group as pieces; lines that only part others are left out, underlined ones are headings."""
    for index, (line, span) in enumerate(group.lines):
        if group.kind is BlockKind.TABLE:
            yield Piece(line, span, group.kind)
            continue
        if RULE.fullmatch(line) or (marked_up and FENCE.fullmatch(line)):
            continue
        found = piece(line, span)
        if group.kind and not marked_up and is_pointer(line):
            yield Piece(line, span, BlockKind.BOILERPLATE)
        elif group.kind:
            bare = found.text[mark.end() :] if (mark := CALLOUT.match(found.text)) else found.text
            yield replace(found, text=bare or found.text, kind=group.kind)
        elif marked_up and index + 1 < len(group.lines) and UNDERLINE.fullmatch(group.lines[index + 1][0]):
            yield replace(found, kind=BlockKind.HEADING)
        else:
            yield found


def is_pointer(line: str) -> bool:
    """Whether a line behind `>` is a link of a page and no quotation: pages put such arrows before them."""
    return weight(line) <= LONGEST_POINTER and not line.endswith(STOPS)


def piece(line: str, span: Span) -> Piece:
    """One line as a piece, with the marks of a heading in Markdown taken for what they say."""
    found = HEADING.match(line)
    if found and found.end() < len(line):
        return Piece(line[found.end() :].rstrip("# ").strip() or line, span, BlockKind.HEADING)
    return Piece(line, span)


def indent(text: str, start: int) -> int:
    """How far right a line begins; a tab counts as four blanks."""
    before = text[text.rfind("\n", 0, start) + 1 : start]
    return len(before.expandtabs(4))


def display_paragraphs(whole: Piece) -> tuple[Piece, ...]:
    """A text without line breaks, a few sentences a piece."""
    spans = list(sentence_spans(whole.text))
    groups: Iterable[list[Span]] = (
        spans[first : first + DISPLAYED_SENTENCES] for first in range(0, len(spans), DISPLAYED_SENTENCES)
    )
    return tuple(whole.cut(group[0][0], group[-1][1]) for group in groups)
