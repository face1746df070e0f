"""Notes and highlights as front ends ask for them: what the user wrote about an article and marked in its text."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from reader.errors import StateError
from reader.mark_words import note_kept
from reader.model.article import Article, BlockKind
from reader.store.identity import Identity
from reader.store.state import State
from reader.store.tables import Tables

if TYPE_CHECKING:
    from reader.model.marking import Highlight


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
        """The highlighted passages of an article, in the order in which that was done."""
        return self._tables.said.highlights(number)

    def about(self, numbers: Iterable[int], texts: Sequence[str]) -> dict[str, str]:
        """Which of these texts are highlighted in any of these articles, each with the note about it or none."""
        kept = (highlight for number in numbers for highlight in self.highlights(number))
        found = placed(texts, sorted(kept, key=lambda highlight: bool(highlight.note))).standing
        return {text: highlight.note for text, highlight in found.items()}

    def set_note(self, number: int, text: str) -> None:
        """Keep what is written about an article; an empty text takes the note off.

        Raises StateError; then nothing was changed.
        """
        self._state.set_note(self._folder, self._one(number), note_kept(text))

    def highlight(self, number: int, passages: Sequence[str], note: str = "") -> None:
        """Highlight passages of an article; the note is about the first of them, of the others none is changed.

        Raises StateError; then nothing was changed.
        """
        if not all(passage.split() for passage in passages):
            raise StateError("there are no words that could be highlighted")
        known = {highlight.text: highlight.note for highlight in self.highlights(number)}
        texts = {passage: known.get(passage, "") for passage in passages}
        texts.update({passage: note_kept(note) for passage in passages[:1]})
        self._state.highlight(self._folder, self._one(number), texts)

    def take_off(self, number: int, passages: Iterable[str]) -> None:
        """Let passages be highlighted no more, with the notes about them. Raises StateError."""
        self._state.take_highlights_off(self._folder, self._one(number), passages)

    def _one(self, number: int) -> Identity:
        return self._identities([number])[0]


@dataclass(frozen=True, slots=True)
class Placed:
    """Highlights in the text of an article as it is now."""

    standing: "Mapping[str, Highlight]" = field(default_factory=dict)
    """Those of passages that stand there, by the text of the passage."""
    lost: "tuple[Highlight, ...]" = ()
    """Those of passages that stood in an earlier text."""


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
    standing: dict[str, Highlight] = {}
    lost = []
    for highlight in highlights:
        wanted = passage(highlight.text).words
        found = [text for text in texts if text == highlight.text or (wanted and words[text] == wanted)]
        standing.update(dict.fromkeys(found, highlight))
        lost += [] if found else [highlight]
    return Placed(standing, tuple(lost))
