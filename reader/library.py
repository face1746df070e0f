"""The one door to folder, catalogue, index and state of one folder. A front end knows nothing else.

Marks are written in the thread that opened the library. Everything that only asks may be called from any thread.
"""

import os
import shutil
import tempfile
import threading
from array import array
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from re import Pattern
from typing import TYPE_CHECKING, TypeVar

from reader.articles import parse, raw_text
from reader.errors import ArticleError, DamagedError, StateError, StoreError
from reader.model import Article, Counts, Headline, Link, Outcome, Problem, TagCount
from reader.query import And, DateRange, Everything, Is, Match, Node, Not, Or, Phrase, Query, Word, words
from reader.refresh import Job, Refreshing, Report, lock, refresh, start
from reader.store.catalogue import FILE_NAME, Catalogue
from reader.store.folder import check_folder, content, identifier, ignoring
from reader.store.headlines import Headlines, Order, Place
from reader.store.index_files import present, set_aside
from reader.store.state import Identity, State

if TYPE_CHECKING:
    from reader.store.index import Index

__all__ = ["Found", "Library", "Order", "Places", "id_of", "raw_file", "read_file"]

_Answer = TypeVar("_Answer")

RANKED = 1000
"""So many articles are listed by how well they answer; the rest follow, newest first."""
RAW_LIMIT = 2_000_000
"""Bytes of a file that the raw view shows."""


@dataclass(frozen=True, slots=True)
class Places:
    """Where the parts of a library lie, and how its folder is read."""

    folder: Path
    """The folder of article files."""
    cache: Path
    """The directory of this folder's catalogue and index."""
    data: Path
    """The directory of the state."""
    log: Path
    """The file that takes what went wrong."""
    ignore: tuple[str, ...] = ()
    """Patterns of files that are not looked at."""
    limit: int = 2_000_000
    """Bytes read of one file."""


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a query."""

    numbers: "array[int]"
    """Numbers of the articles, in the order asked for."""
    near: tuple[tuple[str, str], ...] = ()
    """When nothing was found: words that the folder does not hold, each with the nearest that it does."""
    scores: Mapping[int, float] | None = None
    """How well the best ones answer, by number; only for the order by score."""


class _Thread(threading.local):
    """What each thread opens for itself."""

    headlines: Headlines | None = None
    index: "Index | None" = None
    orders: tuple[int, dict[Order, "array[int]"]] = (-1, {})


class Library:
    """One folder of articles with all that is known of it."""

    def __init__(self, places: Places) -> None:
        """Open it. Raises FolderError where there is no folder that can be listed.

        A cache that cannot be written is replaced by a passing one, marks that cannot be written are only read, and
        damaged marks are left alone and not shown; `complaints` then says so.
        """
        check_folder(places.folder)
        self.folder = places.folder
        """The folder."""
        self.name = identifier(str(places.folder.resolve()))
        """The name under which state knows the folder."""
        self._state = State.open(places.data)
        complaints = [self._state.complaint]
        self._passing = ""
        try:
            complaints.append(_prepare(places.cache))
        except StoreError as fault:
            self._passing = tempfile.mkdtemp(prefix="broadsheet-")
            places = replace(places, cache=Path(self._passing))
            complaints.append(f"{fault}. A passing index is used: it is built anew at every start")
            _prepare(places.cache)
        self._places = places
        self._here = _Thread()
        self.complaints = tuple(filter(None, complaints))
        """What is not as it should be, in sentences."""

    def close(self) -> None:
        """Let go of all files; nothing is left to save."""
        if self._here.headlines:
            self._here.headlines.close()
        if self._here.index:
            self._here.index.close()
        self._state.close()
        if self._passing:
            shutil.rmtree(self._passing, ignore_errors=True)

    # Refresh

    def refresh(self, report: Report) -> Outcome:
        """Bring catalogue and index in line with the folder, here and now; marks follow their articles."""
        outcome = refresh(self._job(), report)
        self.follow()
        return outcome

    def start_refresh(self) -> Refreshing:
        """Begin to bring catalogue and index in line with the folder in another process; call `follow` when it ends."""
        return start(self._job(), self._places.log)

    def looks_at(self, path: str) -> bool:
        """Whether an absolute path lies in the folder and no pattern has it ignored."""
        try:
            inside = Path(path).relative_to(self.folder.resolve())
        except ValueError:
            return False
        ignored = ignoring(self._places.ignore)
        steps = [Path(*inside.parts[: depth + 1]) for depth in range(len(inside.parts))]
        return not any(ignored(str(step), step.name, step != inside) for step in steps)

    def follow(self) -> int:
        """Have marks follow articles that were renamed or edited, or whose whole folder was moved; how many did.

        Only when the catalogue is complete: while it is being built, an article may be missing that is still there.
        """
        headlines = self._headlines()
        if headlines.fact("complete") != "1" or self._state.complaint:
            return 0
        moves = headlines.moves()
        for folder in headlines.marked_folders():
            if not os.path.exists(folder):  # noqa: PTH110 - Path.exists raises where it may not look
                moves += headlines.moves_from(folder)
        if moves:
            self._state.follow(self.name, moves)
        return len(moves)

    def _job(self) -> Job:
        return Job(self.folder, self._places.cache, self._places.ignore, self._places.limit)

    # Which articles

    def version(self) -> int:
        """A number that differs whenever catalogue or index were changed by another process. One thread's own."""
        return self._headlines().version()

    def find(
        self,
        query: Query,
        order: Order | None = Order.NEWEST,
        *,
        keep: Collection[int] = (),
    ) -> Found:
        """The articles that answer a query, in an order; None is by how well they answer.

        The articles numbered in `keep` are listed too, if they are still there. Raises StoreError.
        """
        root = query.root
        listed = self._in_order(order or Order.NEWEST)
        if isinstance(root, Everything):
            return Found(listed)
        found = self._matching(root)
        answers = bool(found)
        found.update(keep)
        numbers = array("q", [number for number in listed if number in found])
        if not answers:
            return Found(numbers, self._near(query))
        if order is None:
            return self._ranked(root, numbers)
        return Found(numbers)

    def _ranked(self, root: Node, numbers: "array[int]") -> Found:
        """The same articles, best first."""
        textual = _textual_part(root)
        if isinstance(textual, Everything):
            return Found(numbers, scores={})
        listed = set(numbers)
        nothing: list[tuple[int, float]] = []
        scores = self._asked_of_index(lambda index: index.scores(textual, self.similar, RANKED), nothing)
        best = {number: score for number, score in scores if number in listed}
        return Found(array("q", [*best, *(number for number in numbers if number not in best)]), scores=best)

    def _in_order(self, order: Order) -> "array[int]":
        """All numbers, remembered until the catalogue changes."""
        headlines = self._headlines()
        version = headlines.version()
        if self._here.orders[0] != version:
            self._here.orders = (version, {})
        remembered = self._here.orders[1]
        if order not in remembered:
            remembered[order] = headlines.numbers(order)
        return remembered[order]

    def _matching(self, node: Node) -> set[int]:
        if _is_textual(node):
            return self._asked_of_index(lambda index: index.matching(node, self.similar), set())
        match node:
            case Match() | Is() | DateRange():
                return self._headlines().matching(node)
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

    def completed(self, query: Query) -> Query:
        """A query that is being typed: its last word, unless the folder holds it, stands for words that begin so."""

        def completed(node: Node) -> Node:
            match node:
                case And():
                    return And((*node.children[:-1], completed(node.children[-1])), node.span)
                case Or():
                    return Or((*node.children[:-1], completed(node.children[-1])), node.span)
                case Word(prefix=False, fuzzy=False) if node.span[1] >= len(query.text):
                    from reader.store.index_words import folded, split

                    whole = len(split(node.text)) > 1 or self._headlines().holds(folded(node.text))
                    return node if whole else replace(node, prefix=True)
                case _:
                    return node

        return replace(query, root=completed(query.root))

    def similar(self, word: Word) -> tuple[str, ...]:
        """Which words of the folder a word with a star (begins so) or a tilde (is spelt much so) stands for."""
        from reader.store.index_words import folded

        headlines = self._headlines()
        asked = headlines.words_beginning if word.prefix else headlines.words_like
        return asked(folded(word.text))

    def _near(self, query: Query) -> tuple[tuple[str, str], ...]:
        from reader.store.index_words import folded

        headlines = self._headlines()
        asked = [word.text for word in words(query) if isinstance(word, Word) and not word.prefix]
        missing = [word for word in asked if not headlines.holds(folded(word))]
        nearest = ((word, headlines.words_like(folded(word))) for word in missing)
        return tuple((word, near[0]) for word, near in nearest if near)

    # What of them

    def headlines(self, numbers: Sequence[int]) -> list[Headline]:
        """Headlines of these articles, in the same order, without those that have vanished."""
        return self._headlines().headlines(numbers)

    def number(self, identifier: str) -> int:
        """The number of the article with this id. Raises ArticleError, with near ids, where there is none."""
        number = self._headlines().number(identifier)
        if not number:
            near = self._headlines().near_ids(identifier)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; `broadsheet list` shows all ids"
            raise ArticleError(f"{identifier}: no such article{hint}")
        return number

    def article(self, number: int) -> Article:
        """The whole article, read from its file. Raises ArticleError where that has vanished or changed too much."""
        place = self._place(number)
        data = content(self.folder, place.path, self._places.limit).data
        articles = parse(data, identifier(place.path), self._places.limit)
        if place.part >= len(articles):
            raise ArticleError("the file no longer holds this article; press R to read the folder again")
        return articles[place.part]

    def raw(self, number: int) -> str:
        """The file as it is, made harmless for a terminal. Raises ArticleError."""
        return raw_text(content(self.folder, self._place(number).path, RAW_LIMIT).data)

    def path(self, number: int) -> Path:
        """The file that holds an article. Raises ArticleError where it has vanished from the catalogue."""
        return self.folder / self._place(number).path

    def _place(self, number: int) -> Place:
        try:
            return self._headlines().place(number)
        except StoreError as fault:
            raise ArticleError(str(fault)) from fault

    def links(self, number: int, limit: int = 50) -> list[Link]:
        """What an article is related to, closest first."""
        return self._headlines().links(number, limit)

    def hits(self, text: str, query: Query) -> "Pattern[str]":
        """A pattern of what the query finds in a text."""
        from reader.hits import hits

        return hits(text, query, self.similar)

    def snippets(self, numbers: Iterable[int], query: Query) -> dict[int, str]:
        """A piece of text around the first hit, by number; without those that cannot be read."""
        from reader.hits import snippet

        pieces: dict[int, str] = {}
        for number in numbers:
            try:
                text = self.article(number).text
            except ArticleError:
                continue
            pieces[number] = snippet(text, self.hits(text, query))
        return pieces

    # Of all

    def counts(self) -> Counts:
        """How many articles there are of each sort."""
        return self._headlines().counts()

    def tags(self) -> tuple[TagCount, ...]:
        """All tags, the most used first."""
        return self._headlines().tags()

    def problems(self) -> tuple[Problem, ...]:
        """Every file that gave no article, with the reason."""
        return self._headlines().problems()

    # Marks

    def set_read(self, numbers: Sequence[int], read: bool) -> None:
        """Mark articles as read or unread. Raises StateError; then nothing was changed."""
        self._state.set_read(self.name, self._identities(numbers), read)

    def set_favourite(self, numbers: Sequence[int], favourite: bool) -> None:
        """Mark articles as favourites, or no longer. Raises StateError; then nothing was changed."""
        self._state.set_favourite(self.name, self._identities(numbers), favourite)

    def change_tags(self, numbers: Sequence[int], add: Iterable[str], remove: Iterable[str]) -> None:
        """Add tags to articles and take others away. Raises StateError; then nothing was changed."""
        self._state.change_tags(self.name, self._identities(numbers), map(_tag, add), map(_tag, remove))

    def _identities(self, numbers: Sequence[int]) -> list[Identity]:
        found = self._headlines().identities(numbers)
        if len(found) < len(set(numbers)):
            raise StateError("an article has vanished meanwhile; nothing was marked")
        return found

    # What each thread opens

    def _headlines(self) -> Headlines:
        if self._here.headlines is None:
            marks = self._state.path if self._state.usable else Path()
            self._here.headlines = Headlines(self._places.cache / FILE_NAME, marks, self.name)
        return self._here.headlines

    def _asked_of_index(self, ask: Callable[["Index"], _Answer], nothing: _Answer) -> _Answer:
        """What the word index answers, or nothing while there is none; a damaged one is set aside."""
        for _ in range(2):  # one that is just being replaced looks damaged for a moment
            try:
                if self._here.index is None:
                    if not present(self._places.cache):
                        return nothing
                    from reader.store.index import Index

                    self._here.index = Index(self._places.cache)
                self._here.index.refreshed()
                return ask(self._here.index)
            except DamagedError:
                self._here.index = None
        with lock(self._places.cache):  # another process may be building it: then BusyError says so
            set_aside(self._places.cache)
        raise StoreError(
            "the word index was damaged and is set aside; press R, or run `broadsheet index`, to build it again"
        )


def read_file(path: Path, limit: int = RAW_LIMIT, folder: Path | None = None) -> tuple[Article, ...]:
    """The articles of any file; of one that lies in `folder` as that folder's library has them. Raises ArticleError."""
    data = content(path.parent, path.name, limit).data
    inside = id_of(path, folder) if folder else ""
    return parse(data, inside or identifier(path.name), limit)


def raw_file(path: Path) -> str:
    """Any file as it is, made harmless for a terminal. Raises ArticleError."""
    return raw_text(content(path.parent, path.name, RAW_LIMIT).data)


def id_of(path: Path, folder: Path) -> str:
    """The id of a file that lies in `folder`, however it is reached; empty for any other file."""
    named = Path(os.path.abspath(path))  # noqa: PTH100 - a link inside the folder has the id of its own place
    for one, other in ((named, Path(os.path.abspath(folder))), (named.resolve(), folder.resolve())):  # noqa: PTH100
        if one.is_relative_to(other):
            return identifier(one.relative_to(other).as_posix())
    return ""


def _prepare(cache: Path) -> str:
    """See that there is a catalogue that can be read and written; what had to be mended, in a sentence."""
    catalogue, mended = Catalogue.open_or_begin_anew(cache)
    catalogue.close()
    return mended


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


def _tag(tag: str) -> str:
    """A tag as it is kept: blanks in a row are one. Raises StateError for one that cannot be asked for again."""
    plain = " ".join(tag.split())
    if not plain or not plain.isprintable() or '"' in plain or "," in plain or len(plain) > 60:
        raise StateError(f"{tag!r} is no tag: a tag has 1 to 60 characters, without commas and quotation marks")
    return plain
