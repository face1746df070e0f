"""The word index: which articles hold a word or a phrase, and how well. The only module that knows Whoosh."""

import errno
import os
import shutil
from array import array
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import whoosh
from whoosh import index as whoosh_index
from whoosh import query as whoosh_query
from whoosh.fields import NUMERIC, TEXT, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.reading import SegmentReader
from whoosh.scoring import BM25F

from reader.errors import BroadsheetError, BusyError, DamagedError, StoreError
from reader.query import And, Node, Not, Or, Phrase, Word
from reader.store.index_files import DIRECTORY
from reader.store.index_words import NewsAnalyzer, NewsText, sequences
from reader.words import folded, split

SMALL_SEGMENT = 2000
"""Articles: segments below this are merged once there are more than `MANY_SEGMENTS`; larger ones cost too much."""
MANY_SEGMENTS = 20
TITLE_BOOST = 3.0
POSTINGS_MEGABYTES = 32
"""Postings that are held in memory while a segment is made, as Whoosh counts them; the rest waits in files."""

Similar = Callable[[Word], Sequence[str]]
"""Tells which words of the folder a word with a star or a tilde stands for."""


class Index:
    """The word index of one folder. One object per thread: its open files must not be shared."""

    def __init__(self, directory: Path) -> None:
        """Open the index in `directory`. Raises DamagedError, or StoreError where there is none yet."""
        _check_version()
        self.path = directory / DIRECTORY
        self._numbers: dict[str, array[int]] = {}
        self._open()

    def _open(self) -> None:
        with _translated(self.path):
            self._identity = self._directory()
            self._index = whoosh_index.FileIndex(FileStorage(str(self.path)))
            self._generation = self._index.latest_generation()
            self._searcher = self._index.searcher(weighting=BM25F())

    def _directory(self) -> tuple[int, int]:
        """Tells one index from another that was built in its place; the counters of both may be the same."""
        about = self.path.stat()
        return about.st_dev, about.st_ino

    @staticmethod
    def create(directory: Path) -> None:
        """Make an empty index in `directory`, in place of any that is there."""
        _check_version()
        path = directory / DIRECTORY
        with _translated(path):
            shutil.rmtree(path, ignore_errors=True)
            path.mkdir(parents=True, mode=0o700)
            analyzer = NewsAnalyzer()
            schema = Schema(
                number=NUMERIC(int, bits=64, sortable=True),
                title=TEXT(analyzer=analyzer, phrase=True),
                body=TEXT(analyzer=analyzer, phrase=True),
            )
            whoosh_index.create_in(str(path), schema)

    def close(self) -> None:
        """Let go of the files."""
        searcher = getattr(self, "_searcher", None)  # a damaged index may not have come so far
        if searcher and not searcher.is_closed:
            searcher.close()
            self._index.close()

    def __del__(self) -> None:
        # A thread that searched may end long before the library is closed.
        self.close()

    def refreshed(self) -> None:
        """See what was committed since."""
        with _translated(self.path):
            if (self._directory(), self._index.latest_generation()) != (self._identity, self._generation):
                # Whoosh's own `refresh` goes on using segments that were merged, and articles that were deleted.
                self.close()
                self._open()
                segments = {_segment(leaf) for leaf, _ in self._leaves()}
                self._numbers = {name: held for name, held in self._numbers.items() if name in segments}

    # Asking

    def numbers(self) -> set[int]:
        """Numbers of all articles that it holds."""
        with _translated(self.path):
            return {
                self._segment_numbers(leaf)[document]
                for leaf, _ in self._leaves()
                for document in leaf.reader().all_doc_ids()
            }

    def matching(self, node: Node, similar: Similar, languages: Collection[str]) -> set[int]:
        """Numbers of the articles that answer a query of words and phrases alone.

        `similar` tells which words of the folder a word with a star or a tilde stands for; `languages` are those of
        the articles, as a word is inflected in each of them.
        """
        asked = _whoosh_query(node, similar, languages)
        found: set[int] = set()
        with _translated(self.path):
            for leaf, _ in self._leaves():
                numbers = self._segment_numbers(leaf)
                found.update(numbers[document] for document in asked.docs(leaf))
        return found

    def scores(self, node: Node, similar: Similar, languages: Collection[str], limit: int) -> list[tuple[int, float]]:
        """The best `limit` articles for a query of words and phrases alone, each with its BM25F score, best first.

        Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond" (2009).
        """
        asked = _whoosh_query(node, similar, languages)
        best: dict[int, float] = {}
        with _translated(self.path):
            for hit in self._searcher.search(asked, limit=limit, scored=True):
                leaf, document = self._place(hit.docnum)
                best.setdefault(self._segment_numbers(leaf)[document], float(hit.score))
        return list(best.items())

    def _leaves(self) -> list[tuple[Any, int]]:
        """A searcher for each segment, and its offset; Whoosh's own answer for an index without articles is None."""
        return list(self._searcher.leaf_searchers()) if self._searcher.doc_count_all() else []

    def _place(self, document: int) -> tuple[Any, int]:
        """The segment that holds a document of the whole index, and its place there."""
        for leaf, offset in reversed(self._leaves()):
            if document >= offset:
                return leaf, document - offset
        raise IndexError(document)

    def _segment_numbers(self, leaf: Any) -> "array[int]":
        """Article numbers by document number of one segment; read once."""
        name = _segment(leaf)
        if name not in self._numbers:
            column = leaf.reader().column_reader("number", translate=True)
            self._numbers[name] = array("q", column)
        return self._numbers[name]

    # Changing

    def update(self, articles: Iterable[tuple[int, str, str, str]], gone: Sequence[int]) -> Counter[str]:
        """Take out the articles numbered `gone`, enter others given as (number, language, title, text), and commit.

        The words entered, folded, with the number of articles that hold each. Raises StoreError; then nothing changed.
        """
        counted: Counter[str] = Counter()
        with _translated(self.path):
            before = set(self.path.iterdir())
            writer = self._index.writer(compound=False, limitmb=POSTINGS_MEGABYTES)
        try:
            with _translated(self.path):
                for number in gone:
                    writer.delete_by_term("number", number)
            for number, language, title, text in articles:
                with _translated(self.path):
                    writer.add_document(number=number, title=NewsText(title, language), body=NewsText(text, language))
                counted.update({folded(word) for word in split(f"{title}\n{text}")})
        except BaseException:
            with suppress(Exception):  # what is wrong with the files was told already
                writer.cancel()
            raise
        with _translated(self.path):
            writer.commit(mergetype=_merge_small)
            _settle(self.path, set(self.path.iterdir()) - before)
        del counted[""]
        return counted


def _check_version() -> None:
    if whoosh.__version__ != (2, 7, 5):
        raise StoreError(
            f"another package stands where whoosh-reloaded 2.7.5 should (version {whoosh.__version__}); "
            "mend it with: pip install --force-reinstall whoosh-reloaded==2.7.5"
        )


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except whoosh_index.LockError as fault:
        raise BusyError(f"{path} is being written by another program") from fault
    except whoosh_index.EmptyIndexError as fault:
        raise DamagedError(f"{path} holds no index") from fault
    except PermissionError as fault:
        raise StoreError(f"{path} may not be written; change its permissions or choose another directory") from fault
    except FileNotFoundError as fault:
        raise DamagedError(f"{path} is incomplete: {fault.filename} is missing") from fault
    except OSError as fault:
        if fault.errno in (errno.ENOSPC, errno.EDQUOT):
            raise StoreError(f"the disk that holds {path} is full; make room and try again") from fault
        if fault.errno in (errno.EINVAL, errno.EOVERFLOW):  # a place in a file that no sound index points to
            raise DamagedError(f"{path} is damaged: {fault.strerror}") from fault
        raise StoreError(f"{path}: {fault.strerror or fault}") from fault
    except BroadsheetError:
        raise
    except Exception as fault:
        # On files that hold what it never wrote, Whoosh raises whatever comes: bare Exception, zlib.error, KeyError …
        raise DamagedError(f"{path} is damaged: {type(fault).__name__}: {fault}") from fault


def _segment(leaf: Any) -> str:
    return str(leaf.reader().segment().segment_id())


def _merge_small(writer: Any, segments: list[Any]) -> list[Any]:
    """A merge policy: nothing until there are many segments, then the small ones become one.

    Whoosh's own policy stalls for most of a second every few commits.
    """
    small = [segment for segment in segments if segment.doc_count_all() < SMALL_SEGMENT]
    if len(segments) <= MANY_SEGMENTS or len(small) < 2:
        return segments
    for segment in small:
        reader = SegmentReader(writer.storage, writer.schema, segment)
        writer.add_reader(reader)
        reader.close()
    return [segment for segment in segments if segment not in small]


def _settle(directory: Path, files: Iterable[Path]) -> None:
    """Have the operating system put a commit on the disk, which Whoosh never asks for."""
    for path in (*files, directory):
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _whoosh_query(node: Node, similar: Similar, languages: Collection[str]) -> Any:
    """The same question in Whoosh's own values."""
    match node:
        case Word():
            words = similar(node) if node.prefix or node.fuzzy else (node.text,)
            return _text([(word,) for word in words], node.field, languages)
        case Phrase():
            return _text([node.words], node.field, languages)
        case Not():
            return whoosh_query.Not(_whoosh_query(node.child, similar, languages))
        case And():
            return whoosh_query.And([_whoosh_query(child, similar, languages) for child in node.children])
        case Or():
            return _any([_whoosh_query(child, similar, languages) for child in node.children])
        case _:
            return whoosh_query.Every()


def _any(queries: list[Any]) -> Any:
    return whoosh_query.Or(queries) if queries else whoosh_query.NullQuery


def _text(phrases: Iterable[Sequence[str]], field: str, languages: Collection[str]) -> Any:
    """Any of these words or phrases in the fields that it is asked of; a word that is split is a phrase."""
    rows = dict.fromkeys(row for phrase in phrases for row in sequences(phrase, languages))
    fields = (field,) if field else ("title", "body")
    return _any([_in_field(row, name) for row in rows for name in fields])


def _in_field(terms: Sequence[str], field: str) -> Any:
    boost = TITLE_BOOST if field == "title" else 1.0
    if len(terms) == 1:
        return whoosh_query.Term(field, terms[0], boost=boost)
    return whoosh_query.Phrase(field, list(terms), boost=boost)
