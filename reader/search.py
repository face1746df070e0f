"""Which articles answer a query, and in which order: catalogue and state answer filters, the word index words."""

from array import array
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from reader.errors import DamagedError, StoreError
from reader.query import And, DateRange, Everything, Is, Match, Node, Not, Or, Phrase, Query, Word, matches, words
from reader.store.filters import Order
from reader.store.index_files import LANGUAGES_FACT, present, set_aside
from reader.store.name_folding import folded_name
from reader.store.tables import Tables
from reader.store.totals import VALUED
from reader.store.writer_lock import lock
from reader.words import folded, split, unspaced

if TYPE_CHECKING:
    from reader.store.index import Index

_Told = TypeVar("_Told")

RANKED = 1000
"""So many articles are listed by how well they answer; the rest follow, newest first."""


LIKE = 0.7
"""Likeness (difflib) from which the spellings of two values are much the same."""
MOST_VALUES = 8
"""Values of a filter that are proposed."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that was asked for and that no article has."""

    field: str
    """The field."""
    value: str
    """The value."""
    like: tuple[str, ...] = ()
    """Values there are that begin so, hold it or are spelt much so."""

    def told(self, before_like: str = " ") -> str:
        """That there is none, as the beginning of a sentence, and after a colon and `before_like` those like it."""
        like = f":{before_like}{', '.join(self.like)}?" if self.like else ""
        return f"no {self.field} is called {self.value}{like}"


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer to a query."""

    numbers: "array[int]"
    """Numbers of the articles, in the order asked for."""
    near: tuple[tuple[str, str], ...] = ()
    """When nothing was found: words that the folder does not hold, each with the nearest that it does.

    From the search itself that is folded, from the library as people write it."""
    kept: int = 0
    """How many of them do not answer, and are listed all the same because that was asked for."""
    unknown: tuple[Unknown, ...] = ()
    """The same of values."""
    scores: Mapping[int, float] | None = None
    """How well the best ones answer, by number; only for the order by score."""


class Search:
    """Answers queries. One object per thread, for the files that it opens must not be shared."""

    def __init__(self, tables: Tables, cache: Path) -> None:
        """Search what `tables` hold; the word index in `cache` is opened with the first word asked for."""
        self._tables = tables
        self._cache = cache
        self._index: Index | None = None
        self._orders: tuple[int, dict[Order, array[int]]] = (-1, {})
        self._languages: tuple[int, tuple[str, ...]] = (-1, ())

    def close(self) -> None:
        """Let go of the word index."""
        if self._index:
            self._index.close()

    def find(self, query: Query, order: Order | None, keep: Collection[int]) -> Answer:
        """The articles that answer a query, in an order; None is by how well they answer.

        The articles numbered in `keep` are listed too, if they are still there. Raises StoreError.
        """
        listed = self._in_order(order or Order.NEWEST)
        if isinstance(query.root, Everything):
            return Answer(listed)
        found = self._matching(query.root)
        answers, others = bool(found), set(keep) - found
        found |= others
        numbers = array("q", [number for number in listed if number in found])
        kept = sum(number in others for number in numbers) if others else 0
        if not answers:
            return Answer(numbers, self._near(query), kept, self._unknown(query))
        if order is None:
            return replace(self._ranked(query.root, numbers), kept=kept)
        return Answer(numbers, kept=kept)

    def completed(self, query: Query) -> Query:
        """A query that is still being typed: its last word, unless the folder holds it, stands for what begins so."""

        def completed(node: Node) -> Node:
            match node:
                case And():
                    return And((*node.children[:-1], completed(node.children[-1])), node.span)
                case Or():
                    return Or((*node.children[:-1], completed(node.children[-1])), node.span)
                case Word(prefix=False, fuzzy=False) if node.span[1] >= len(query.text):
                    whole = len(split(node.text)) > 1 or self._tables.words.holds(folded(node.text))
                    return node if whole else replace(node, prefix=True)
                case _:
                    return node

        return replace(query, root=completed(query.root))

    def similar(self, word: Word) -> tuple[str, ...]:
        """Which words of the folder a word with a star (begins so) or a tilde (is spelt much so) stands for."""
        if unspaced(word.text):  # what is sought in pairs of signs is found wherever a longer word begins so
            return (word.text,)
        asked = self._tables.words.beginning if word.prefix else self._tables.words.like
        return asked(folded(word.text))

    def values_like(self, field: str, part: str) -> tuple[str, ...]:
        """Values of a field that begin with a part or hold it, else those spelt much like it, the most frequent first.

        None for a field that has too many of them to be told.
        """
        if field not in VALUED:
            return ()
        known, asked = self._tables.totals.values(field), folded_name(part)
        begin = [value for value in known if folded_name(value).startswith(asked)]
        hold = [value for value in known if asked in folded_name(value) and value not in begin]
        return tuple([*begin, *hold][:MOST_VALUES]) or _spelt_like(asked, known)

    def languages(self) -> tuple[str, ...]:
        """The languages of the articles, remembered until the catalogue changes."""
        version = self._tables.version()
        if self._languages[0] != version:
            self._languages = (version, tuple(self._tables.fact(LANGUAGES_FACT).split()))
        return self._languages[1]

    def _matching(self, node: Node) -> set[int]:
        if _is_textual(node):
            return self._asked_of_index(lambda index: index.matching(node, self.similar, self.languages()), set())
        match node:
            case Match() | Is() | DateRange():
                return self._tables.filters.matching(node)
            case Or():
                return set().union(*map(self._matching, node.children))
            case And():
                textual = tuple(child for child in node.children if _is_textual(child))
                rest = [child for child in node.children if not _is_textual(child)]
                parts = [And(textual) if len(textual) > 1 else textual[0]] if textual else []
                return set.intersection(*map(self._matching, [*parts, *rest]))
            case Not():
                return set(self._in_order(Order.NEWEST)) - self._matching(node.child)
            case _:
                return set(self._in_order(Order.NEWEST))

    def _ranked(self, root: Node, numbers: "array[int]") -> Answer:
        """The same articles, best first."""
        textual = _textual_part(root)
        if isinstance(textual, Everything):
            return Answer(numbers, scores={})
        listed = set(numbers)
        nothing: list[tuple[int, float]] = []
        scores = self._asked_of_index(
            lambda index: index.scores(textual, self.similar, self.languages(), RANKED), nothing
        )
        best = {number: score for number, score in scores if number in listed}
        return Answer(array("q", [*best, *(number for number in numbers if number not in best)]), scores=best)

    def _in_order(self, order: Order) -> "array[int]":
        """All numbers, remembered until the catalogue changes."""
        version = self._tables.version()
        if self._orders[0] != version:
            self._orders = (version, {})
        remembered = self._orders[1]
        if order not in remembered:
            remembered[order] = self._tables.filters.numbers(order)
        return remembered[order]

    def _near(self, query: Query) -> tuple[tuple[str, str], ...]:
        asked = [word.text for word in words(query) if isinstance(word, Word) and not word.prefix]
        missing = [word for word in asked if not self._tables.words.holds(folded(word))]
        nearest = ((word, self._nearest(folded(word))) for word in missing)
        return tuple((word, near) for word, near in nearest if near)

    def _nearest(self, word: str) -> str:
        """The word of the folder that was probably meant, folded; empty for none.

        It is no beginning of what was typed: who types `colour` and has come to `colou` does not mean `colo`.
        """
        return next((near for near in self._tables.words.like(word) if not word.startswith(near)), "")

    def _unknown(self, query: Query) -> tuple[Unknown, ...]:
        asked = (node for node in matches(query) if node.field in VALUED and node.value)
        missing = (node for node in asked if not self._tables.filters.matching(node))
        return tuple(Unknown(node.field, node.value, self.values_like(node.field, node.value)) for node in missing)

    def _asked_of_index(self, ask: Callable[["Index"], _Told], nothing: _Told) -> _Told:
        """What the word index answers, or nothing while there is none; a damaged one is set aside."""
        for _ in range(2):  # one that is just being replaced looks damaged for a moment
            try:
                if self._index is None:
                    if not present(self._cache):
                        return nothing
                    from reader.store.index import Index  # Whoosh: 150 ms, and most starts search nothing

                    self._index = Index(self._cache)
                self._index.refreshed()
                return ask(self._index)
            except DamagedError:
                self._index = None
        with lock(self._cache):  # another process may be building it: then BusyError says so
            set_aside(self._cache)
        raise StoreError("the word index was damaged and is set aside; refresh the folder to build it again")


def _spelt_like(asked: str, known: Sequence[str]) -> tuple[str, ...]:
    by_spelling = {folded_name(value): value for value in reversed(known)}
    return tuple(by_spelling[each] for each in get_close_matches(asked, by_spelling, MOST_VALUES, LIKE))


def _is_textual(node: Node) -> bool:
    """Whether the word index alone can answer."""
    match node:
        case Word() | Phrase():
            return True
        case Not():
            return _is_textual(node.child)
        case And() | Or():
            return all(map(_is_textual, node.children))
        case _:
            return False


def _textual_part(root: Node) -> Node:
    """What of a query is about words: the articles are ranked by that alone."""
    if _is_textual(root):
        return root
    if isinstance(root, And):
        textual = tuple(child for child in root.children if _is_textual(child))
        if textual:
            return And(textual) if len(textual) > 1 else textual[0]
    return Everything()
