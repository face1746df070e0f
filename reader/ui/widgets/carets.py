"""Steps from one character of a text to another, by which a selection is made with keys."""

import re
import sys
from enum import StrEnum

from rich.cells import cell_len, get_character_cell_size

from reader.ui.widgets.text_page import TextPage
from reader.ui.widgets.wrapping import prefix_length

Caret = tuple[int, int]
"""Paragraph, and character in its text."""

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")


class Step(StrEnum):
    """How far a step goes."""

    LETTER = "letter"
    WORD = "word"
    LINE = "line"
    END_OF_LINE = "end of line"
    PARAGRAPH = "paragraph"
    ALL = "all"


class Carets:
    """The characters of a text that is laid out."""

    def __init__(self, page: TextPage) -> None:
        self._page = page

    def at_row(self, row: int) -> Caret | None:
        """The first character at a row or below; None where there is no text."""
        lines = self._page.lines
        found = next((line for line in lines[max(0, row) :] if not line.blank and line.end > line.start), None)
        return (found.paragraph, found.start) if found else None

    def text_at_row(self, row: int) -> Caret | None:
        """The first character of the text itself at a row or below; where there is none, of whatever stands there."""
        lines = self._page.lines[max(0, row) :]
        found = next((line for line in lines if line.end > line.start and self._page.is_text(line.paragraph)), None)
        return (found.paragraph, found.start) if found else self.at_row(row)

    def row(self, caret: Caret) -> int:
        """The row that a character stands in."""
        return self._page.row((*caret, sys.maxsize))

    def stepped(self, caret: Caret, step: Step, direction: int, *, last: bool = True) -> Caret:
        """A step on (1) or back (-1); the same character where there is none further.

        A word ends the step at its `last` letter, or at its first one.
        """
        match step:
            case Step.LETTER:
                return self._letter(caret, direction)
            case Step.WORD:
                return self._word(caret, direction, ends=last)
            case Step.LINE:  # on to the end of a word: nobody wants to quote half of one
                return self._line(caret, direction)
            case Step.END_OF_LINE:
                line = self._page.lines[self.row(caret)]
                return caret[0], max(line.start, line.end - 1) if direction > 0 else line.start
            case Step.PARAGRAPH:
                return self._paragraph(caret, direction)
            case Step.ALL:
                return self._last() if direction > 0 else self.at_row(0) or caret

    def end(self, caret: Caret) -> int:
        """Where the character ends: behind the accents that belong to it."""
        text, place = self._page.text_of(caret[0]), caret[1] + 1
        while place < len(text) and not get_character_cell_size(text[place]):
            place += 1
        return place

    def _last(self) -> Caret:
        line = next(line for line in reversed(self._page.lines) if not line.blank and line.end > line.start)
        return line.paragraph, line.end - 1

    def _letter(self, caret: Caret, direction: int) -> Caret:
        paragraph, place = caret
        text = self._page.text_of(paragraph)
        place = self.end(caret) if direction > 0 else place - 1
        while place > 0 and not get_character_cell_size(text[place : place + 1] or " "):
            place -= 1
        if 0 <= place < len(text):
            return paragraph, place
        return self._neighbour(caret, direction)

    def _word(self, caret: Caret, direction: int, *, ends: bool) -> Caret:
        paragraph, place = caret
        words = list(_WORD.finditer(self._page.text_of(paragraph)))
        places = [word.end() - 1 if ends else word.start() for word in words]
        beyond = [each for each in places if (each > place if direction > 0 else each < place)]
        if beyond:
            return paragraph, beyond[0] if direction > 0 else beyond[-1]
        neighbour = self._neighbour(caret, direction)
        if neighbour == caret:
            return caret
        words = list(_WORD.finditer(self._page.text_of(neighbour[0])))
        if not words:
            return neighbour
        word = words[0] if direction > 0 else words[-1]
        return neighbour[0], word.end() - 1 if ends else word.start()

    def _line(self, caret: Caret, direction: int) -> Caret:
        row, lines = self.row(caret), self._page.lines
        text = self._page.text_of(caret[0])
        cells = cell_len(text[lines[row].start : caret[1]])
        row += direction
        while 0 <= row < len(lines) and (lines[row].blank or lines[row].end <= lines[row].start):
            row += direction
        if not 0 <= row < len(lines):
            return caret
        line = lines[row]
        text = self._page.text_of(line.paragraph)
        place = min(prefix_length(text, cells, line.start), line.end - 1)
        words = _WORD.finditer(text) if direction > 0 else ()
        return line.paragraph, next((word.end() - 1 for word in words if word.start() <= place < word.end()), place)

    def _paragraph(self, caret: Caret, direction: int) -> Caret:
        """To the end of the paragraph, or its start; where that is, to that of the next one."""
        place = len(self._page.text_of(caret[0])) - 1 if direction > 0 else 0
        if caret[1] != place:
            return caret[0], place
        paragraph, first = self._neighbour(caret, direction)
        if paragraph == caret[0]:
            return caret
        return paragraph, len(self._page.text_of(paragraph)) - 1 if direction > 0 else 0 if first else first

    def _neighbour(self, caret: Caret, direction: int) -> Caret:
        """The first character of the next paragraph that has text, or the last one of the paragraph before."""
        paragraph = caret[0] + direction
        last = self._last()[0]
        while 0 <= paragraph <= last:
            text = self._page.text_of(paragraph)
            if text:
                return paragraph, 0 if direction > 0 else len(text) - 1
            paragraph += direction
        return caret
