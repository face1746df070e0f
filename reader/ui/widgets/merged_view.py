"""The pane of a merged reading: the fullest version, and set into it, with their outlets, what only the others have."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from reader.model.headline import Headline
from reader.stories.merged import Piece
from reader.story_page import Texts
from reader.told import counted
from reader.ui.widgets.article_layout import text_paragraphs
from reader.ui.widgets.article_view import ArticleView
from reader.ui.widgets.drawing import Glyphs, Role, glyphs
from reader.ui.widgets.highlighting import highlighted
from reader.ui.widgets.metadata_lines import article_head
from reader.ui.widgets.paragraph import Paragraph
from reader.ui.widgets.version_lines import Numbered

if TYPE_CHECKING:
    from reader.notes import Standing

ADDED = "+"
"""The sign beside what the fullest version lacks."""


@dataclass(frozen=True, slots=True)
class MergedReading:
    """All versions of a story as one text."""

    texts: Texts
    """The versions."""
    pieces: tuple[Piece, ...]
    """What is read, in order."""
    fullest: int
    """Which of the texts is the fullest, from 0."""
    notes: "Mapping[str, tuple[Standing, ...]]"
    """What is highlighted in any version, by its passage."""

    @property
    def additions(self) -> int:
        """How many passages are set in."""
        return sum(piece.added for piece in self.pieces)


class MergedView(ArticleView, inherit_bindings=False):
    """A merged reading, drawn as an article is."""

    _reading: MergedReading | None = None
    _end = ""
    _at = -1

    def show_reading(self, reading: MergedReading, end: str) -> None:
        """Show it, at the place where the pane is if it was shown before; `end` stands below its last line."""
        keep = self._reading is not None
        self._reading, self._end = reading, end
        self._build(keep=keep)

    def next_addition(self, direction: int) -> bool:
        """Go to the next passage that is set in, or with -1 to the one before; false when there is none."""
        places = self._page.signed(ADDED)
        index = self._at + direction if self._at >= 0 else 0
        if not 0 <= index < len(places):
            return False
        self._at = index
        self._go_to_row(self._page.paragraph_row(places[index]))
        return True

    @property
    def additions(self) -> int:
        """How many places have something set in."""
        return len(self._page.signed(ADDED))

    def _written(self) -> tuple[Paragraph, ...]:
        if self._reading is None:
            return super()._written()
        marks = glyphs(self.ascii_marks, self.linear)
        text = (*_head(self._reading, marks), *_body(self._reading, marks))
        return (*highlighted(text, self._reading.notes, marks), Paragraph(Role.DETAIL, self._end))


def _head(reading: MergedReading, marks: Glyphs) -> Iterator[Paragraph]:
    """The head of the fullest version, and what is set into it."""
    article, headline = reading.texts.articles[reading.fullest], reading.texts.read[reading.fullest]
    yield from article_head(article, headline, marks)
    versions = counted(len(reading.texts.read), "version")
    if len(reading.texts.read) < 2:
        told = "the only version here"
    elif reading.additions:
        told = f"the fullest of {versions}, with {counted(reading.additions, 'passage')} of the others"
    else:
        told = f"the fullest of {versions}; the others add nothing to it"
    yield Paragraph(Role.DETAIL, told, gap=False)


def _body(reading: MergedReading, marks: Glyphs) -> Iterator[Paragraph]:
    """The text; before each passage that is set in, who has it."""
    articles = reading.texts.articles
    numbered = Numbered(reading.texts.versions, marks, reading.texts.addresses)
    for (version, added, holders), group in groupby(reading.pieces, _from):
        paragraphs = list(text_paragraphs([articles[version].blocks[piece.block] for piece in group], marks))
        if not added:
            yield from paragraphs
            continue
        held = [reading.texts.read[holder] for holder in (version, *(each for each in holders if each != version))]
        yield Paragraph(Role.NEW, _who(held, numbered, marks), sign=ADDED)
        for number, paragraph in enumerate(paragraphs):
            yield replace(paragraph, sign=ADDED, gap=paragraph.gap and bool(number))


def _from(piece: Piece) -> tuple[int, bool, tuple[int, ...]]:
    """What pieces have in common that stand under one line."""
    return piece.version, piece.added, piece.holders if piece.added else ()


def _who(held: list[Headline], numbered: Numbered, marks: Glyphs) -> str:
    """The version that a passage is taken from, and the others that have it."""
    first, *others = held
    told = numbered.named(first)
    return f"{told}{marks.dot}also {', '.join(map(numbered.label, others))}" if others else told
