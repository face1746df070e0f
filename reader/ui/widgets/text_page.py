"""Paragraphs wrapped to a width: which line holds which words, where the hits are, and what a selection covers."""

import sys
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from textual.geometry import Offset
from textual.selection import Selection

from reader.model.article import Span
from reader.ui.widgets.article_layout import PROSE, Line, clipped, lines_of, painted
from reader.ui.widgets.drawing import NO_BREAK, Piece, Role, RoleSpan, lit
from reader.ui.widgets.finding import Finder
from reader.ui.widgets.hyperlinks import Link, links_in, on_line
from reader.ui.widgets.paragraph import Paragraph

Place = tuple[int, int, int]
"""Paragraph, character in it, and -1 for the blank line above it: the same words however they are wrapped."""
START: Place = (0, 0, -1)
"""Before the first word."""
Excerpt = tuple[str, str, int]
"""A passage, some words of it, and where in it they begin."""
Hit = tuple[int, int, int]
"""Paragraph, start and end of something found."""


class TextPage:
    """The text of one pane; everything in it is counted in characters of its paragraph."""

    def __init__(self, paragraphs: Sequence[Paragraph] = ()) -> None:
        self._paragraphs = paragraphs
        self.lines: list[Line] = []
        """The lines as last wrapped, none before that."""
        self.hits: Sequence[Hit] = ()
        """What is lit, in order."""
        self._links: dict[int, list[Link]] = {}

    def light(self, find: Finder, *, everywhere: bool = False) -> None:
        """Light what is found in the prose, or in all that is shown, and nothing else."""
        self.hits = [
            (index, paragraph.shown(start, begins=True), paragraph.shown(end))
            for index, paragraph in enumerate(self._paragraphs)
            if everywhere or paragraph.role in PROSE
            for start, end in find(paragraph.own_text)
        ]

    def hit_from(self, place: Place) -> int:
        """Index of the first hit at a place or behind it; the first of all where there is none, -1 for no hits."""
        index = bisect_left(self.hits, place[:2])
        return index if index < len(self.hits) else min(0, len(self.hits) - 1)

    def wrap(self, width: int) -> None:
        """Break the paragraphs into lines of at most that many cells."""
        self.lines = lines_of(self._paragraphs, width)

    def place(self, row: int) -> Place:
        """What stands at the start of a line."""
        line = self.lines[row]
        return line.paragraph, line.start, -1 if line.blank else sys.maxsize

    def row(self, place: Place) -> int:
        """Index of the line that holds a place."""
        return max(0, bisect_right(self.lines, place) - 1)

    def hit_row(self, hit: int) -> int:
        """Index of the line on which a hit begins."""
        paragraph, start, _ = self.hits[hit]
        return self.row((paragraph, start, sys.maxsize))

    def moved(self, place: Place, other: "TextPage") -> Place:
        """A place of another page on this one: in the first paragraph of the same text, or in as many as before."""
        if place[0] >= len(other._paragraphs):
            return place
        before = other._paragraphs[place[0]]
        text = before.own_text
        same = next((index for index, paragraph in enumerate(self._paragraphs) if paragraph.own_text == text), -1)
        if same < 0:
            return place
        return same, self._paragraphs[same].shown(before.own(place[1])), place[2]

    def pieces(self, row: int, hit: int, selected: Span | None) -> list[Piece]:
        """A line to draw, with its hits lit, one of them as the current one, and what is selected on it."""
        line = self.lines[row]
        if line.blank:
            return []
        paragraph = self._paragraphs[line.paragraph]
        spans = clipped(self._spans(line.paragraph, hit), line.start, line.end)
        if selected is not None:
            spans = painted(spans, (*selected, Role.SELECTED))
        bar = paragraph.role if paragraph.role is Role.TITLE else Role.BAR
        text = paragraph.text[line.start : line.end].replace(NO_BREAK, " ")
        return [(self._before(line), bar), *lit(text, paragraph.role, spans)]

    def links(self, row: int, margin: int) -> list[Link]:
        """The addresses on a line whose words stand behind a margin, counted in characters from its begin."""
        line = self.lines[row]
        if line.blank:
            return []
        index = line.paragraph
        if index not in self._links:
            self._links[index] = links_in(self._paragraphs[index])
        return on_line(self._links[index], (line.start, line.end), margin + len(self._before(line)))

    def signed(self, sign: str) -> list[int]:
        """Indexes of the paragraphs that begin a passage with this sign in the margin."""
        return [
            index
            for index, paragraph in enumerate(self._paragraphs)
            if paragraph.sign == sign and (paragraph.gap or self._paragraphs[index - 1].sign != sign)
        ]

    def sign(self, row: int, margin: int) -> Piece:
        """The margin before a line, as wide as asked, with the sign of its paragraph."""
        line = self.lines[row]
        shown = None if line.blank else self._paragraphs[line.paragraph]
        signs = shown.own_sign + shown.sign if shown else ""
        own = shown.own_sign if shown else ""
        if shown and own and shown.marked and not clipped(shown.marked, line.start, line.end):
            own, signs = "", shown.sign
        if own and len(signs) >= margin:
            signs = own
        if not signs or not margin:
            return " " * margin, Role.TEXT
        return (" " * (margin - 1 - len(signs)) + signs + " " * min(1, margin - 1))[-margin:], Role.NEW

    # Passages

    def passage_in(self, top: int, height: int) -> str:
        """The first passage that is whole in view, else the nearest one from there on; empty where there is none."""
        rows = [(self.paragraph_row(index), self._end(index), text) for index, text in self._passages()]
        whole = (text for first, end, text in rows if top <= first and end <= top + height)
        further = (text for _, end, text in rows if end > top)
        return next(whole, "") or next(further, "") or next((text for *_, text in reversed(rows)), "")

    @property
    def passages(self) -> Sequence[str]:
        """The passages that are shown, each once."""
        return tuple(dict.fromkeys(text for _, text in self._passages()))

    def passages_selected(self, selection: Selection, margin: int) -> tuple[Excerpt, ...]:
        """What is selected of each passage, in order, with the words whole that are begun."""
        found = []
        for index, (start, end) in self._selected(selection, margin).items():
            paragraph = self._paragraphs[index]
            text = paragraph.own_text
            begin, until = _to_whole_words(text, (paragraph.own(start), paragraph.own(end)))
            if paragraph.passage and begin < until:
                found.append((paragraph.passage, text[begin:until].replace(NO_BREAK, " "), begin))
        return tuple(found)

    def passage_row(self, passage: str, place: int = 0) -> int:
        """Index of the line of a passage on which a place in it is; of the first line where that is not there."""
        index = next((index for index, text in self._passages() if text == passage), -1)
        return self.row((index, self._paragraphs[index].shown(place, begins=True), sys.maxsize)) if index >= 0 else 0

    def _passages(self) -> Iterator[tuple[int, str]]:
        """Index of each paragraph that shows a passage, and that passage."""
        return ((index, each.passage) for index, each in enumerate(self._paragraphs) if each.passage)

    def _end(self, index: int) -> int:
        """Index of the line after the last one of a paragraph."""
        return self.row((index, sys.maxsize, sys.maxsize)) + 1

    @property
    def inserted(self) -> int:
        """How many explanations are inserted into the text."""
        return sum(len(paragraph.inserted) for paragraph in self._paragraphs)

    def paragraph_row(self, index: int) -> int:
        """Index of the first line of a paragraph."""
        return self.row((index, 0, sys.maxsize))

    def text_of(self, paragraph: int) -> str:
        """The text of a paragraph; empty for none."""
        return self._paragraphs[paragraph].text if 0 <= paragraph < len(self._paragraphs) else ""

    def is_text(self, paragraph: int) -> bool:
        """Whether a paragraph belongs to the text: neither its title nor what is told about it."""
        shown = self._paragraphs[paragraph] if paragraph < len(self._paragraphs) else None
        return shown is not None and shown.role is not Role.TITLE and not shown.about

    def offset(self, paragraph: int, character: int, margin: int) -> Offset:
        """Where a character stands: the row, and how many characters are before it, a margin included."""
        row = self.row((paragraph, character, sys.maxsize))
        line = self.lines[row]
        return Offset(margin + len(self._before(line)) + character - line.start, row)

    def selected_on(self, selection: Selection, row: int, margin: int) -> Span | None:
        """What a selection covers of a line's words, which stand behind a margin of blanks; none for none of them."""
        line, span = self.lines[row], selection.get_span(row)
        if span is None or line.blank:
            return None
        before, length = margin + len(self._before(line)), line.end - line.start
        start = min(length, max(0, span[0] - before))
        end = length if span[1] < 0 else min(length, max(0, span[1] - before))
        return (start, end) if start < end else None

    def selected_text(self, selection: Selection, margin: int) -> str:
        """The selected words: wrapped lines joined, a blank line where there is one on the page.

        What only tells about the article is left out, unless nothing else is selected.
        """
        chosen = self._selected(selection, margin)
        text = ""
        about = all(self._paragraphs[index].about for index in chosen)
        for index, (start, end) in chosen.items():
            if self._paragraphs[index].about and not about:
                continue
            paragraph = self._paragraphs[index]
            own = paragraph.own_text[paragraph.own(start) : paragraph.own(end)]
            text += ("\n\n" if paragraph.gap else "\n") * bool(text) + own
        return text.replace(NO_BREAK, " ")

    def _selected(self, selection: Selection, margin: int) -> dict[int, Span]:
        """What a selection covers of each paragraph."""
        chosen: dict[int, Span] = {}
        for row, line in enumerate(self.lines):
            if span := self.selected_on(selection, row, margin):
                start = chosen.get(line.paragraph, (line.start + span[0], 0))[0]
                chosen[line.paragraph] = (start, line.start + span[1])
        return chosen

    def _before(self, line: Line) -> str:
        paragraph = self._paragraphs[line.paragraph]
        return paragraph.first if line.start == 0 else paragraph.rest

    def _spans(self, paragraph: int, hit: int) -> list[RoleSpan]:
        """The paragraph's own spans with the hits over them."""
        spans = list(self._paragraphs[paragraph].spans)
        for index in range(bisect_left(self.hits, (paragraph,)), bisect_left(self.hits, (paragraph + 1,))):
            _, start, end = self.hits[index]
            spans = painted(spans, (start, end, Role.CURRENT_MATCH if index == hit else Role.MATCH))
        return spans


def _to_whole_words(text: str, span: Span) -> Span:
    """A part of a text without the blanks at its ends, and with the words whole at whose letters it begins or ends."""
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        while start and text[start].isalnum() and text[start - 1].isalnum():
            start -= 1
        while end < len(text) and text[end].isalnum() and text[end - 1].isalnum():
            end += 1
    return start, end
