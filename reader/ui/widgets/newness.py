"""How the reader shows what is new: a sign beside it, what is known dimmed or hidden, new figures and names marked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from reader.model.article import Block, BlockKind
from reader.told import counted
from reader.ui.widgets.drawing import Glyphs, Role, drawable
from reader.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from reader.stories.novelty import Judgement

KNOWN, PARTLY, NEW = "known", "partly", "new"
"""The statuses of a passage that are shown."""
_NO_PASSAGES = frozenset({BlockKind.BOILERPLATE, BlockKind.HEADING})
"""What is never rated."""
_DIMMED = frozenset({Role.TEXT, Role.QUOTATION, Role.CAPTION, Role.HEADING})


def with_newness(paragraph: Paragraph, judgement: "Judgement | None", marks: Glyphs) -> Paragraph:
    """The paragraph as it looks to who has read others."""
    if judgement is None or judgement.status not in (KNOWN, PARTLY, NEW):
        return paragraph
    sign = {KNOWN: marks.known, PARTLY: marks.partly, NEW: marks.new}[judgement.status]
    role = Role.KNOWN if judgement.status == KNOWN and paragraph.role in _DIMMED else paragraph.role
    first = f"{sign}: {paragraph.first}" if marks.words else paragraph.first
    return replace(paragraph, sign=sign, role=role, first=first)


def with_new_words(paragraph: Paragraph, text: str, judgement: "Judgement | None") -> Paragraph:
    """The paragraph of a text with the figures and names in it marked that are new."""
    if judgement is None or not judgement.marked or paragraph.text[: len(text)] != text:
        return paragraph  # what was cleaned for the terminal has other places
    words = [(start, end, Role.NEW_WORDS) for start, end in judgement.marked]
    return replace(paragraph, spans=tuple(sorted([*paragraph.spans, *words])))


def told_newness(blocks: Sequence[Block], judgements: Sequence["Judgement"]) -> str:
    """In words, how much of an article is new; empty where nothing near it was read.

    Counted is what can have a sign beside it; how many passages can have none, because they are too short, is told too.
    """
    rated = [judgement.status for judgement in judgements if judgement.status in (KNOWN, PARTLY, NEW)]
    if not rated:
        return ""
    new = sum(status == NEW for status in rated)
    changed = sum(status == PARTLY for status in rated)
    told = f"{new} of {counted(len(rated), 'passage')} new to you" if new else "nothing new to you"
    told += f", {changed} reworded" if changed else ""
    short = sum(block.kind not in _NO_PASSAGES for block in blocks) - len(rated)
    return f"{told}, {short} too short to compare" if short > 0 else told


def hidden_line(texts: Iterable[str], key: str, marks: Glyphs) -> Paragraph:
    """What stands for passages that are hidden because they are known."""
    first, *others = map(drawable, texts)
    count = f"{1 + len(others)} known {'passage' if not others else 'passages'}"
    words = " ".join(first.split()[:6])
    return Paragraph(
        Role.KNOWN,
        f"{marks.ellipsis} {count}: {words}{marks.ellipsis}" + (f" ({key})" if key else ""),
        sign=marks.known,
        about=True,
    )
