"""How the reader shows what the user highlighted: a sign beside it, a colour behind it, and below it the note."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from reader.model import Article, Highlight
from reader.notes import placed, texts_of
from reader.ui.widgets.drawing import Glyphs, Role, RoleSpan, drawable
from reader.ui.widgets.metadata_lines import note_paragraph
from reader.ui.widgets.paragraph import Paragraph

EARLIER = "Highlighted in an earlier version:"


@dataclass(frozen=True, slots=True)
class Highlighting:
    """What is highlighted in an article."""

    kept: tuple[Highlight, ...] = ()
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
        *_in_text(paragraphs, {text: each.note for text, each in found.standing.items()}, highlighting.asked, marks),
        *_lost(found.lost, marks),
    )


def _in_text(
    paragraphs: Iterable[Paragraph], notes: dict[str, str], asked: Collection[str], marks: Glyphs
) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        if not paragraph.passage or (paragraph.passage not in notes and paragraph.passage not in asked):
            yield paragraph
            continue
        yield _highlighted(paragraph, marks)
        if note := notes.get(paragraph.passage, ""):
            yield note_paragraph(note, marks, paragraph.rest)


def _highlighted(paragraph: Paragraph, marks: Glyphs) -> Paragraph:
    """A paragraph with the sign in its margin, and all of it that looks like nothing else backed by a colour."""
    spans: list[RoleSpan] = []
    position = 0
    for start, end, role in (*paragraph.spans, (len(paragraph.text), len(paragraph.text), Role.HIGHLIGHT)):
        spans += [(position, start, Role.HIGHLIGHT)] * (position < start) + [(start, end, role)] * (start < end)
        position = end
    return replace(paragraph, spans=tuple(spans), own_sign=marks.highlight)


def _lost(lost: Sequence[Highlight], marks: Glyphs) -> Iterator[Paragraph]:
    """Highlights of passages that stand in the text no more."""
    if lost:
        yield Paragraph(Role.DETAIL, EARLIER)
    for highlight in lost:
        yield Paragraph(Role.FAINT, drawable(highlight.text), own_sign=marks.highlight)
        if highlight.note:
            yield note_paragraph(highlight.note, marks)
