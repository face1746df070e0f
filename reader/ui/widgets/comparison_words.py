"""The words of one or of both texts of a row of a comparison, with what differs in brackets."""

from collections.abc import Sequence
from itertools import groupby

from reader.model.article import Span
from reader.stories.compare import Row
from reader.stories.matrix import ABSENT
from reader.stories.word_changes import Change, WordChange
from reader.ui.widgets.drawing import Role, RoleSpan, drawable

Shown = tuple[str, tuple[RoleSpan, ...]]
"""A text, clean, and what in it differs."""


def bracketed(text: str, spans: Sequence[Span]) -> Shown:
    """A text, clean, with brackets around what differs; words with only blanks between them are one."""
    joined: list[Span] = []
    for start, end in spans:
        if joined and not text[joined[-1][1] : start].strip():
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    made = _Text()
    position = 0
    for start, end in joined:
        made.add(text[position:start])
        made.add(f"[{text[start:end]}]", differs=True)
        position = end
    made.add(text[position:])
    return made.text, tuple(made.spans)


def inline(
    a: str, b: str, row: Row, gone_marks: tuple[str, str] = ("[-", "-]"), new_marks: tuple[str, str] = ("{+", "+}")
) -> Shown:
    """One text of both: what only the first has as `[-gone-]`, what only the second has as `{+new+}`."""
    made = _Text()
    gone = 0
    if row.a == ABSENT or row.b == ABSENT:
        made.add(a or b)
        return made.text, ()
    for change, group in groupby(row.words, key=lambda each: each.change):
        words = list(group)
        run, blank = _run(a, b, words, change)
        if change is Change.GONE:
            gone = words[-1].a[1]
        elif words[0].b[0] == 0:  # the second text has nothing before it, so the first tells
            blank = a[gone : gone + 1].isspace()
        if made.text and blank:
            made.add(" ")
        if change is Change.SAME:
            made.add(run)
        else:
            made.add(run.join(gone_marks if change is Change.GONE else new_marks), differs=True)
    return made.text, tuple(made.spans)


def _run(a: str, b: str, words: Sequence[WordChange], change: Change) -> tuple[str, bool]:
    """Words that follow each other as they are written, and whether a blank stands before them."""
    text, first, last = (
        (a, words[0].a[0], words[-1].a[1]) if change is Change.GONE else (b, words[0].b[0], words[-1].b[1])
    )
    return text[first:last], text[first - 1 : first].isspace()


class _Text:
    """A text that is put together, with what differs in it."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: list[RoleSpan] = []

    def add(self, text: str, *, differs: bool = False) -> None:
        """Add some text, made harmless."""
        begin = len(self.text)
        self.text += drawable(text)
        if differs:
            self.spans.append((begin, len(self.text), Role.NEW_WORDS))
