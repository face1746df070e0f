"""How the novelty of an article and the comparison of two look as plain text: every meaning has a sign."""

import textwrap
from collections.abc import Iterator, Sequence
from itertools import groupby, zip_longest

from reader.cli.comparing import texts
from reader.cli.layout import DOT, dotted
from reader.cli.output import columns, cut, padded
from reader.model.article import Article, BlockKind, Span
from reader.stories.compare import Alignment, Comparison, Row
from reader.stories.differences import DifferenceKind
from reader.stories.novelty import Judgement, Status
from reader.stories.passages import paragraph_numbers
from reader.stories.word_changes import Change, WordChange

TWO_COLUMNS = 110
"""Columns from which two texts stand side by side."""
GAP = 3
"""Columns between them."""
NUMBER = 4
"""Columns of the number of a paragraph."""
_SIGNS = {Status.NEW: "▌", Status.PARTLY: "~", Status.KNOWN: "·", Status.UNRATED: " "}
_ALIGNED = {Alignment.SHARED: "=", Alignment.REWORKED: "~", Alignment.ONLY_A: "-", Alignment.ONLY_B: "+"}
_SHORT_KINDS = {BlockKind.TWEET: "tw", BlockKind.CAPTION: "pic"}


def novelty_lines(
    article: Article, judgements: Sequence[Judgement], read: Sequence[str], measure: int
) -> Iterator[str]:
    """Title and sum; then what is new whole, what is known in one line, new figures and names in brackets."""
    yield from textwrap.wrap(article.title.text or article.id, measure)
    yield from textwrap.wrap(f"for who has read {', '.join(read)}", measure)
    yield from textwrap.wrap(_sum(article, judgements), measure)
    yield ""
    numbers = paragraph_numbers(article)
    for place, (block, found) in enumerate(zip(article.blocks, judgements, strict=True)):
        if block.kind is BlockKind.BOILERPLATE:
            continue
        label = _SHORT_KINDS.get(block.kind, str(numbers[place] or ""))
        start = f"{_SIGNS[found.status]} {label:>{NUMBER - 1}} "
        text = _bracketed(block.text, found.marked)
        if found.status is Status.KNOWN:
            yield f"{start}{_in_one_line(text, found.marked, measure - columns(start))}"
        else:
            yield from _hanging(text, start, measure, _SIGNS[found.status])
    yield ""
    yield "▌ new   ~ partly known   · known   [ ] a new figure or name"


def comparison_lines(a: Article, b: Article, comparison: Comparison, measure: int) -> Iterator[str]:
    """Who is compared, what differs, and the paragraphs: side by side where there is room, else one below the other."""
    for sign, article in (("-", a), ("+", b)):
        yield from _hanging(_named(article), f"{sign} ", measure)
    yield ""
    yield from _differences(comparison, measure)
    for row in comparison.rows:
        if measure >= TWO_COLUMNS:
            yield from _side_by_side(a, b, row, measure)
        else:
            yield from _inline(a, b, row, measure)
    yield ""
    if measure >= TWO_COLUMNS:
        yield "= shared   ~ reworded   - only on the left   + only on the right   [ ] differs"
    else:
        yield "= shared   ~ reworded   - first only   + second only   [-gone-] {+new+}"


def _sum(article: Article, judgements: Sequence[Judgement]) -> str:
    """How much there is of each, in words."""
    pairs = list(zip(article.blocks, judgements, strict=True))
    counts = {status: sum(found.status is status for _, found in pairs) for status in Status}
    words = sum(len(block.text.split()) for block, found in pairs if found.status is Status.NEW)
    parts = (f"{counts[Status.NEW]} new", f"{counts[Status.PARTLY]} partly known", f"{counts[Status.KNOWN]} known")
    return f"{DOT.join(parts)}{DOT}{words} of {article.words} words are new"


def _named(article: Article) -> str:
    title = f"‹{article.title.text}›" if article.title_derived else article.title.text
    return dotted((article.id, article.outlet.text, article.agency.text, article.date.text, title))


def _differences(comparison: Comparison, measure: int) -> Iterator[str]:
    """What differs, one line for each kind, and in what it was looked for."""
    for kind in DifferenceKind:
        told = [each.told for each in comparison.differences if each.kind is kind]
        if told:
            yield from _hanging(DOT.join(told), f"  {f'{kind}s':11}", measure)
    yield from _hanging(comparison.coverage, "  ", measure)
    yield ""


def _inline(a: Article, b: Article, row: Row, measure: int) -> Iterator[str]:
    """One text with what is gone and what is new in it; one that is the same in both in one line."""
    text_a, text_b = texts(a, b, row)
    start = _start(a, b, row)
    if row.a >= 0 and row.b >= 0:
        if all(each.change is Change.SAME for each in row.words):
            yield f"{start}{cut(text_a, measure - columns(start))}"
        else:
            yield from _hanging(_marked_inline(text_a, text_b, row.words), start, measure)
    else:
        yield from _hanging(text_a or text_b, start, measure)


def _side_by_side(a: Article, b: Article, row: Row, measure: int) -> Iterator[str]:
    """Two texts in two columns; one that is the same in both in one line."""
    start = _start(a, b, row)
    room = (measure - columns(start) - GAP) // 2
    text_a, text_b = texts(a, b, row)
    if row.a >= 0 and row.b >= 0:
        if all(each.change is Change.SAME for each in row.words):
            yield f"{start}{padded(cut(text_a, room), room + GAP)}{cut(text_b, room)}"
            return
        text_a = _bracketed(text_a, _joined(text_a, [each.a for each in row.words if each.change is Change.GONE]))
        text_b = _bracketed(text_b, _joined(text_b, [each.b for each in row.words if each.change is Change.NEW]))
    for number, (left, right) in enumerate(zip_longest(_wrapped(text_a, room), _wrapped(text_b, room), fillvalue="")):
        before = start if not number else " " * columns(start)
        yield f"{before}{padded(left, room + GAP)}{right}".rstrip()


def _start(a: Article, b: Article, row: Row) -> str:
    """Sign of a row, and the numbers of its paragraphs."""
    return f"{_ALIGNED[row.status]} {_label(a, row.a)} {_label(b, row.b)}  "


def _label(article: Article, block: int) -> str:
    if block < 0:
        return f"{'':{NUMBER - 1}}"
    kind = article.blocks[block].kind
    return f"{_SHORT_KINDS.get(kind, str(paragraph_numbers(article)[block] or '')):>{NUMBER - 1}}"


def _marked_inline(a: str, b: str, changes: Sequence[WordChange]) -> str:
    """One text of both: `[-gone-]` and `{+new+}`, as wdiff writes it."""
    parts = []
    for change, group in groupby(changes, key=lambda each: each.change):
        words = [b[slice(*each.b)] if change is Change.NEW else a[slice(*each.a)] for each in group]
        text = " ".join(words)
        parts.append({Change.SAME: text, Change.GONE: f"[-{text}-]", Change.NEW: f"{{+{text}+}}"}[change])
    return " ".join(parts)


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """The spans, those with only blanks between them as one."""
    found: list[Span] = []
    for start, end in spans:
        if found and not text[found[-1][1] : start].strip():
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _bracketed(text: str, spans: Sequence[Span]) -> str:
    """The text with brackets around some passages."""
    for start, end in reversed(spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def _in_one_line(text: str, marked: Sequence[Span], room: int) -> str:
    """The beginning of a text, or what stands around its first mark."""
    start = marked[0][0] - room // 2 if marked and marked[0][1] > room - 4 else 0
    begin = text.find(" ", start) + 1 if start > 0 else 0
    return cut(f"{'…' if begin else ''}{text[begin:]}", room)


def _wrapped(text: str, room: int) -> list[str]:
    return textwrap.wrap(text, room, break_on_hyphens=False)


def _hanging(text: str, start: str, measure: int, margin: str = "") -> list[str]:
    """A wrapped text whose first line begins with `start`, all others with blanks below it, and the margin's sign."""
    after = f"{margin}{' ' * (columns(start) - columns(margin))}" if margin == "▌" else " " * columns(start)
    return textwrap.wrap(
        text,
        measure,
        initial_indent=start,
        subsequent_indent=after,
        break_on_hyphens=False,
    )
