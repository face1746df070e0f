"""The one table of what the marks on the screens mean, for the help."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from reader.settings.keys import PANES, Scope
from reader.stories.compare import Alignment
from reader.stories.matrix import Cell
from reader.ui.widgets import matrix_lines
from reader.ui.widgets.comparison_lines import SIGNS
from reader.ui.widgets.drawing import ASCII, UNICODE, Glyphs
from reader.ui.widgets.merged_view import ADDED

TEXTS = (Scope.READER, Scope.MERGED)
MARKED = (*PANES, Scope.STORY, Scope.FRONT)
VALUES = (*PANES, Scope.STORY, Scope.COMPARISON, Scope.MERGED, Scope.TIMELINE, Scope.FRONT)


@dataclass(frozen=True, slots=True)
class Mark:
    """A mark and its meaning."""

    sign: Callable[[Glyphs], str]
    """How it looks with some signs; a number in it is written `n`."""
    told: str
    """What it means, a sentence without its full stop."""
    places: tuple[Scope, ...]
    """Where it is met."""
    spoken: bool = True
    """Whether a linear screen has it too, as a word; other marks are sentences of their own there."""

    @property
    def forms(self) -> str:
        """It as it may look, to be found by."""
        return f"{self.sign(UNICODE)} {self.sign(ASCII)}"


def _always(sign: str, _: Glyphs) -> str:
    return sign


MARKS: tuple[Mark, ...] = (
    Mark(lambda signs: signs.unread, "Not read yet", MARKED),
    Mark(
        lambda signs: signs.begun,
        "At a story: this version is read, but others have passages that are not",
        (Scope.LIST, Scope.FRONT),
    ),
    Mark(lambda signs: signs.favourite, "A favourite", MARKED),
    Mark(lambda signs: signs.note, "Your note about the article, or about a passage", (*PANES, *TEXTS)),
    Mark(
        lambda signs: signs.highlight,
        "A passage that you highlighted; in the list, an article that has one",
        (*PANES, *TEXTS, Scope.COMPARISON),
    ),
    Mark(lambda signs: signs.chosen, "Chosen: what marks, marks all that are chosen", (Scope.LIST,)),
    Mark(lambda signs: signs.about, "Before a value that was inferred, such as a day: likely, not certain", VALUES),
    Mark(
        lambda signs: f"{signs.opening}{signs.closing and f' {signs.closing}'}".strip(),
        "Around a title that was made of the first words, and a value that is doubtful",
        VALUES,
    ),
    Mark(
        lambda signs: f"+n {signs.folded}",
        "At a story: so many other versions or copies, folded under this line",
        (Scope.LIST,),
        spoken=False,
    ),
    Mark(lambda signs: signs.unfolded, "At a story: its other versions stand below", (Scope.LIST,), spoken=False),
    Mark(
        partial(_always, "+n copies"),
        "So many others of the folder have the same text, and are read with this one (mark_copies_read)",
        (Scope.LIST,),
        spoken=False,
    ),
    Mark(
        lambda signs: f"+n{signs.passages}",
        "At a story that you have begun to read: so many new passages in the versions that you have not read",
        (Scope.LIST,),
        spoken=False,
    ),
    Mark(lambda signs: signs.cursor.strip(), "At the left edge of a row: the cursor", MARKED, spoken=False),
    Mark(lambda signs: signs.new, "Beside a passage: it is new to you, nothing that you read has it", (Scope.READER,)),
    Mark(lambda signs: signs.partly, "Beside a passage: you read it in other words", (Scope.READER,)),
    Mark(lambda signs: signs.known, "Beside a passage: you know it, from another version", (Scope.READER,)),
    Mark(lambda signs: signs.bar, "Beside a quotation, or a post", TEXTS),
    Mark(lambda signs: signs.picture, "Before the caption of a picture", TEXTS),
    Mark(
        partial(_always, ADDED), "Beside a passage: set in, the fullest version lacks it", (Scope.MERGED,), spoken=False
    ),
    *(
        Mark(partial(matrix_lines.sign, cell), f"Who has what: {told}", (Scope.STORY,), False)
        for cell, told in (
            (Cell.ONLY_HERE, "a passage that stands only here"),
            (Cell.SHARED, "a passage that others have as well"),
            (Cell.REWORDED, "a passage that others have in other words"),
            (Cell.LACKS, "a passage that this version lacks"),
        )
    ),
    *(
        Mark(partial(_always, SIGNS[found]), f"Beside a paragraph: {told}", (Scope.COMPARISON,), False)
        for found, told in (
            (Alignment.SHARED, "shared by both"),
            (Alignment.REWORKED, "reworked"),
            (Alignment.ONLY_A, "only the first has it"),
            (Alignment.ONLY_B, "only the second has it"),
        )
    ),
)
"""Those of the list first."""


def marks_in(places: frozenset[Scope], signs: Glyphs) -> Iterator[tuple[str, Mark]]:
    """How each mark looks that is met in one of these places, and the mark."""
    for mark in MARKS:
        sign = mark.sign(signs)
        if sign and not places.isdisjoint(mark.places) and (mark.spoken or not signs.words):
            yield sign, mark
