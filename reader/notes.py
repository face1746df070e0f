"""Notes and highlights as front ends ask for them: what the user wrote about an article and marked in its text."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from reader.errors import StateError
from reader.mark_words import note_kept
from reader.model.article import Article, BlockKind, Span
from reader.store.identity import Identity
from reader.store.state import State
from reader.store.tables import Tables

if TYPE_CHECKING:
    from reader.model.marking import Highlight

FEWEST_TO_FIND = 3
"""So many words are found again in another passage than that in which they were highlighted."""


class Notes:
    """The notes and highlights of one folder; they are changed in the thread that opened the library."""

    def __init__(
        self, tables: Tables, state: State, folder: str, identities: Callable[[Sequence[int]], list[Identity]]
    ) -> None:
        """`folder` is the folder's name in state; `identities` says what marks recognise articles by."""
        self._tables = tables
        self._state = state
        self._folder = folder
        self._identities = identities

    def highlights(self, number: int) -> "tuple[Highlight, ...]":
        """What is highlighted in an article, in the order in which that was done."""
        return self._tables.said.highlights(number)

    def about(self, numbers: Iterable[int], texts: Sequence[str]) -> "Mapping[str, tuple[Standing, ...]]":
        """What of these texts is highlighted in any of these articles; where it is in several, one that has a note."""
        kept = (highlight for number in numbers for highlight in self.highlights(number))
        return placed(texts, sorted(kept, key=lambda highlight: not highlight.note)).standing

    def set_note(self, number: int, text: str) -> None:
        """Keep what is written about an article; an empty text takes the note off.

        Raises StateError; then nothing was changed.
        """
        self._state.set_note(self._folder, self._one(number), note_kept(text))

    def highlight(self, number: int, highlights: "Sequence[Highlight]") -> None:
        """Keep highlights of an article, with their notes. Raises StateError; then nothing was changed."""
        if not all(highlight.text.split() for highlight in highlights):
            raise StateError("there are no words that could be highlighted")
        kept = [replace(highlight, note=note_kept(highlight.note)) for highlight in highlights]
        self._state.highlight(self._folder, self._one(number), kept)

    def take_off(self, number: int, highlights: "Iterable[Highlight]") -> None:
        """Let something be highlighted no more, with the notes about it. Raises StateError."""
        self._state.take_highlights_off(self._folder, self._one(number), highlights)

    def _one(self, number: int) -> Identity:
        return self._identities([number])[0]


@dataclass(frozen=True, slots=True)
class Standing:
    """A highlight in a passage as that is now."""

    highlight: "Highlight"
    """The highlight."""
    span: Span
    """Where its words are in the passage."""
    whole: bool = True
    """Whether they are all of it."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Highlights in the text of an article as it is now."""

    standing: Mapping[str, tuple[Standing, ...]] = field(default_factory=dict)
    """Those whose words stand there, by the text of the passage, each words once and in order."""
    lost: "tuple[Highlight, ...]" = ()
    """Those whose words stood in an earlier text."""


def texts_of(article: Article) -> tuple[str, ...]:
    """The passages of an article that can be highlighted: everything but page furniture."""
    standfirst = (article.standfirst.text,) if article.standfirst else ()
    return (*standfirst, *(block.text for block in article.blocks if block.kind is not BlockKind.BOILERPLATE))


def placed(texts: Sequence[str], highlights: "Sequence[Highlight]") -> Placed:
    """Where highlights stand among the passages of an article; also where one is only spelt or set otherwise now."""
    if not highlights:
        return Placed()
    from reader.stories.passages import passage  # what compares texts is only for articles with highlights

    words = {text: passage(text).words for text in texts}
    standing: dict[str, dict[Span, Standing]] = {}
    lost = []
    for highlight in highlights:
        wanted = passage(highlight.passage).words
        there = [text for text in words if text == highlight.passage or (wanted and words[text] == wanted)]
        found = [(text, _standing(text, highlight)) for text in there or _holding(words, highlight)]
        for text, each in found:
            if each:
                standing.setdefault(text, {}).setdefault(each.span, each)
        lost += [] if any(each for _, each in found) else [highlight]
    ordered = {text: tuple(spans[span] for span in sorted(spans)) for text, spans in standing.items()}
    return Placed(ordered, tuple(lost))


def span_in(text: str, words: str, place: int = 0) -> Span | None:
    """Where words stand in a text, at a place or nearest to it, whatever the blanks between them; None for nowhere."""
    written = words.split()
    pattern = r"\s+".join(map(re.escape, written))
    found = [match.span() for match in re.finditer(pattern, text)] if written else []
    return min(found, key=lambda span: abs(span[0] - place), default=None)


def _standing(text: str, highlight: "Highlight") -> Standing | None:
    """A highlight in a text that has its passage, or its words."""
    if not highlight.within:
        return Standing(highlight, (0, len(text)))
    span = span_in(text, highlight.text, highlight.place)
    return Standing(highlight, span, whole=False) if span else None


def _holding(texts: Iterable[str], highlight: "Highlight") -> list[str]:
    """The first text that has the words of a part whose passage was changed; none where they are too few to tell."""
    if not highlight.within or len(highlight.text.split()) < FEWEST_TO_FIND:
        return []
    return [text for text in texts if span_in(text, highlight.text)][:1]
