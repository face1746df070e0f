"""How the reader shows what the user highlighted: a sign beside it, a colour behind it, and below it the note."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model.article import Article
from reader.notes import placed, texts_of
from reader.ui.widgets.drawing import Glyphs, Role, RoleSpan, drawable
from reader.ui.widgets.metadata_lines import note_paragraph
from reader.ui.widgets.paragraph import Paragraph

if TYPE_CHECKING:
    from reader.model.marking import Highlight

EARLIER = "Highlighted in an earlier version:"


@dataclass(frozen=True, slots=True)
class Highlighting:
    """What is highlighted in an article."""

    kept: "tuple[Highlight, ...]" = ()
    """What the user highlighted."""
    asked: tuple[str, ...] = ()
    """Passages that are asked about now, and shown as they would look."""


def with_highlights(
    paragraphs: Sequence[Paragraph], article: Article, highlighting: Highlighting, marks: Glyphs
) -> tuple[Paragraph, ...]:
    """The paragraphs of an article with what is highlighted in it."""
    if not highlighting.kept and not highlighting.asked:
        return tuple(paragraphs)
    found = placed(texts_of(article), highlighting.kept)
    return (
        *highlighted(paragraphs, {text: each.note for text, each in found.standing.items()}, marks, highlighting.asked),
        *_lost(found.lost, marks),
    )


def highlighted(
    paragraphs: Iterable[Paragraph], notes: Mapping[str, str], marks: Glyphs, asked: Collection[str] = ()
) -> Iterator[Paragraph]:
    """Paragraphs with what is highlighted among them; `notes` are those about each such passage, empty for none."""
    for paragraph in paragraphs:
        if not paragraph.passage or (paragraph.passage not in notes and paragraph.passage not in asked):
            yield paragraph
            continue
        spans, first = backed(paragraph.text, paragraph.spans), _told(marks) + paragraph.first
        yield replace(paragraph, spans=spans, first=first, own_sign=marks.highlight)
        if note := notes.get(paragraph.passage, ""):
            yield note_paragraph(note, marks, paragraph.rest)


def backed(text: str, spans: Iterable[RoleSpan]) -> tuple[RoleSpan, ...]:
    """The spans of a highlighted text, and all of it that looks like nothing else backed by a colour."""
    found: list[RoleSpan] = []
    position = 0
    for start, end, role in (*spans, (len(text), len(text), Role.HIGHLIGHT)):
        found += [(position, start, Role.HIGHLIGHT)] * (position < start) + [(start, end, role)] * (start < end)
        position = end
    return tuple(found)


def _told(marks: Glyphs) -> str:
    """What is said before a highlighted passage where there is no margin for a sign."""
    return f"{marks.highlight}: " if marks.words else ""


def _lost(lost: "Sequence[Highlight]", marks: Glyphs) -> Iterator[Paragraph]:
    """Highlights of passages that stand in the text no more."""
    if lost:
        yield Paragraph(Role.DETAIL, EARLIER, about=True)
    for highlight in lost:
        yield Paragraph(Role.FAINT, drawable(highlight.text), _told(marks), own_sign=marks.highlight, about=True)
        if highlight.note:
            yield note_paragraph(highlight.note, marks)
