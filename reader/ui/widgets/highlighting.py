"""How the reader shows what the user highlighted: a sign beside it, a colour behind it, and below it the note."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from reader.model.article import Article, Span
from reader.notes import Standing, placed, span_in, texts_of
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
    asked: "tuple[Highlight, ...]" = ()
    """What is asked about now, and shown as it would look."""


def with_highlights(
    paragraphs: Sequence[Paragraph], article: Article, highlighting: Highlighting, marks: Glyphs
) -> tuple[Paragraph, ...]:
    """The paragraphs of an article with what is highlighted in it."""
    if not highlighting.kept and not highlighting.asked:
        return tuple(paragraphs)
    texts = texts_of(article)
    found, asked = placed(texts, highlighting.kept), placed(texts, highlighting.asked).standing
    standing = {text: _together(found.standing.get(text, ()), asked.get(text, ())) for text in texts}
    return (*highlighted(paragraphs, standing, marks), *_lost(found.lost, marks))


def _together(kept: Sequence[Standing], asked: Sequence[Standing]) -> Sequence[Standing]:
    """What is highlighted, and what would be."""
    known = {each.span for each in kept}
    return (*kept, *(each for each in asked if each.span not in known))


def highlighted(
    paragraphs: Sequence[Paragraph], standing: Mapping[str, Sequence[Standing]], marks: Glyphs
) -> Iterator[Paragraph]:
    """Paragraphs with what is highlighted in each passage that they show, and below that the notes about it."""
    following = [*(paragraph.passage for paragraph in paragraphs[1:]), ""]
    for paragraph, next_passage in zip(paragraphs, following, strict=True):
        here = standing.get(paragraph.passage, ()) if paragraph.passage else ()
        spans = [span for each in here if (span := _shown_span(paragraph, each))]
        if spans:
            lit = _backed(paragraph.text, paragraph.spans, spans)
            first = _spoken(paragraph.text, spans, marks) + paragraph.first
            marked = tuple((start, end, Role.HIGHLIGHT) for start, end in _joined(spans))
            yield replace(paragraph, spans=lit, first=first, own_sign=marks.highlight, marked=marked)
        else:
            yield paragraph
        if next_passage != paragraph.passage:
            for each in here:
                if each.highlight.note:
                    yield note_paragraph(each.highlight.note, marks, paragraph.rest)


def backed(text: str, spans: Iterable[RoleSpan]) -> tuple[RoleSpan, ...]:
    """The spans of a highlighted text, and all of it that looks like nothing else backed by a colour."""
    return _backed(text, spans, [(0, len(text))])


def _backed(text: str, spans: Iterable[RoleSpan], lit: Iterable[Span]) -> tuple[RoleSpan, ...]:
    """The spans of a text, and what of these parts looks like nothing else backed by a colour."""
    found: list[RoleSpan] = []
    position = 0
    for start, end, role in (*spans, (len(text), len(text), Role.HIGHLIGHT)):
        found += [
            (max(begin, position), min(until, start), Role.HIGHLIGHT)
            for begin, until in _joined(lit)
            if max(begin, position) < min(until, start)
        ]
        found += [(start, end, role)] * (start < end)
        position = end
    return tuple(found)


def _joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, those that overlap as one."""
    found: list[Span] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _shown_span(paragraph: Paragraph, standing: Standing) -> Span | None:
    """Where in a paragraph the words of a highlight are shown; of a whole passage all of it; None for nowhere."""
    if standing.whole:
        return 0, len(paragraph.text)
    found = span_in(paragraph.own_text, drawable(standing.highlight.text), standing.span[0])
    return (paragraph.shown(found[0], begins=True), paragraph.shown(found[1])) if found else None


def _spoken(text: str, spans: Sequence[Span], marks: Glyphs) -> str:
    """What is said before a highlighted passage where there is no margin for a sign: of a part of it, its words."""
    joined = _joined(spans)
    if not marks.words or joined == [(0, len(text))]:
        return _told(marks)
    parts = f" {marks.ellipsis} ".join(text[start:end] for start, end in joined)
    return f"{marks.highlight} “{parts}”: "


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
