"""What in a text can be highlighted, and what is, one after the other: parts of a passage, then all of it."""

from collections.abc import Iterable, Sequence

from reader.model.article import Article
from reader.model.marking import Highlight
from reader.notes import Standing, placed, span_in, texts_of
from reader.ui.widgets.text_page import Excerpt


class Highlightable:
    """The passages on show, with what is highlighted in them."""

    def __init__(self, article: Article, kept: Sequence[Highlight], passages: Sequence[str]) -> None:
        self._standing = placed(texts_of(article), kept).standing
        self._stops = [(passage, each) for passage in passages for each in self._within(passage)]

    def selected(self, excerpts: Iterable[Excerpt]) -> tuple[Highlight, ...]:
        """Highlights of some words, those that are there already as they are."""
        return tuple(self._known(passage, _highlight(passage, words, place)) for passage, words, place in excerpts)

    def first_of(self, passage: str) -> tuple[Highlight, ...]:
        """The first part of a passage that is highlighted, else all of it."""
        return (self._within(passage)[0],)

    def beside(self, highlights: Sequence[Highlight], direction: int) -> tuple[Highlight, ...]:
        """What can be highlighted after others (1) or before them (-1); the same at that end."""
        edge = highlights[-1 if direction > 0 else 0]
        there = [place for place, (_, each) in enumerate(self._stops) if each == edge]
        if there:
            place = there[0] + direction
        else:  # words that are only selected: after them comes all of their passage
            own = [place for place, (passage, _) in enumerate(self._stops) if passage == edge.passage] or [0]
            place = own[-1] if direction > 0 else own[0] - 1
        return (self._stops[max(0, min(len(self._stops) - 1, place))][1],)

    def passage_of(self, highlight: Highlight) -> str:
        """The passage on show in which a highlight stands, whatever it was when that was made."""
        there = (passage for passage, each in self._stops if each == highlight)
        return next(there, highlight.passage)

    def _within(self, passage: str) -> Sequence[Highlight]:
        standing = self._standing.get(passage, ())
        parts = [each.highlight for each in standing if not each.whole]
        return [*parts, self._known(passage, Highlight(passage))]

    def _known(self, passage: str, wanted: Highlight) -> Highlight:
        """The highlight of the same words that there is, or the one that is wanted."""
        span = span_in(passage, wanted.text, wanted.place) if wanted.within else (0, len(passage))
        same: Iterable[Standing] = (each for each in self._standing.get(passage, ()) if each.span == span)
        return next((each.highlight for each in same), wanted)


def _highlight(passage: str, words: str, place: int) -> Highlight:
    """The highlight of some words, or of a passage where they are all of its words."""
    if words.split() == passage.split():
        return Highlight(passage)
    return Highlight(words, within=passage, place=place)
