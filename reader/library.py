"""The one door to folder, catalogue, index and state of one folder. A front end knows nothing else.

Marks are written in the thread that opened the library. Everything that only asks may be called from any thread.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from re import Pattern
from typing import TYPE_CHECKING

from reader.errors import ArticleError, StateError, StoreError
from reader.files import Raw, id_of, raw_file, read_file, read_notes
from reader.grouping import Grouped, grouped
from reader.mark_words import tag_kept
from reader.model.article import Article
from reader.model.headline import Counts, Headline, Link
from reader.model.refresh import Outcome, Problem, ProblemGroup
from reader.opened import Opened, prepare
from reader.query import Query
from reader.refresh.job import Job, Report
from reader.search import Answer, Unknown
from reader.store.filters import Order
from reader.store.folder import check_folder, identifier, ignoring
from reader.store.identity import Identity
from reader.store.remembered import FOLDERS
from reader.store.state import State
from reader.store.tables import Tables

if TYPE_CHECKING:
    from reader.article_files import ArticleFiles
    from reader.corrections import Corrections
    from reader.front import Front
    from reader.model.marking import PastChange, TagCount
    from reader.names import Names
    from reader.notes import Notes
    from reader.refresh.process import Refreshing
    from reader.saved_searches import SavedSearches
    from reader.story import Novelty, Stories

__all__ = ["Answer", "Library", "Order", "Places", "Raw", "Unknown", "id_of", "raw_file", "read_file", "read_notes"]


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
            complaints.append(prepare(places.cache))
        except StoreError as fault:
            from tempfile import mkdtemp

            self._passing = mkdtemp(prefix="broadsheet-")
            places = replace(places, cache=Path(self._passing))
            complaints.append(f"{fault}. A passing index is used: it is built anew at every start")
            prepare(places.cache)
        self._places = places
        self._ignored = ignoring(places.ignore)
        marks = self._state.path if self._state.usable else Path()
        self._opened = Opened(places.cache, marks, self.name, markable=not self._state.complaint)
        self.complaints = tuple(filter(None, complaints))
        """What is not as it should be, in sentences."""

    def close(self) -> None:
        """Let go of all files; nothing is left to save."""
        self._opened.let_go()
        self._state.close()
        if self._passing:
            from shutil import rmtree

            rmtree(self._passing, ignore_errors=True)

    # Refresh

    def refresh(self, report: Report) -> Outcome:
        """Bring catalogue and index in line with the folder, here and now; marks follow their articles."""
        from reader.refresh.work import refresh  # the reader itself has another process do it

        outcome = refresh(self._job(), report)
        if self.follow() and self.corrections.waiting():  # what was renamed is read once more, with what was said of it
            refresh(self._job(), report)
        return outcome

    def start_refresh(self) -> "Refreshing":
        """Begin to bring catalogue and index in line with the folder in another process; call `follow` when it ends."""
        from reader.refresh.process import start

        return start(self._job(), self._places.log)

    def looks_at(self, path: str) -> bool:
        """Whether an absolute path lies in the folder and no pattern has it ignored."""
        try:
            inside = Path(path).relative_to(self.folder.resolve())
        except ValueError:
            return False
        steps = [Path(*inside.parts[: depth + 1]) for depth in range(len(inside.parts))]
        return not any(self._ignored(str(step), step.name, step != inside) for step in steps)

    def follow(self) -> int:
        """Have marks follow articles that were renamed or edited, or whose whole folder was moved; how many did.

        Only when the catalogue is complete: while it is being built, an article may be missing that is still there.
        """
        from reader.moved_marks import follow

        self.version()
        return follow(self._tables(), self._state, self.name)

    def _job(self) -> Job:
        return Job(self.folder, self._places.cache, self._places.ignore, self._places.limit, self._places.data)

    # Which articles

    def version(self) -> int:
        """A number that differs whenever catalogue, index or marks were changed by anyone. One thread's own.

        This is also where it is seen that another catalogue stands in the place of the open one: that was damaged and
        set aside, or deleted, and is built again. Numbers of articles known until then are worth nothing any more.
        """
        return self._opened.version()

    def find(self, query: Query, order: Order | None = Order.NEWEST, *, keep: Collection[int] = ()) -> Answer:
        """The articles that answer a query, in an order; None is by how well they answer.

        The articles numbered in `keep` are listed too, if they are still there. Raises StoreError.
        """
        found = self._opened.search().find(query, order, keep)
        if not found.near:
            return found
        from reader.spelling import as_written  # only where nothing was found

        return replace(found, near=as_written(found.near, lambda meant: self.find(meant).numbers, self.article))

    def completed(self, query: Query) -> Query:
        """A query that is still being typed: its last word, unless the folder holds it, stands for what begins so."""
        return self._opened.search().completed(query)

    # What of them

    def headlines(self, numbers: Sequence[int]) -> list[Headline]:
        """Headlines of these articles, in the same order, without those that have vanished."""
        return self._tables().headlines.of(numbers)

    def number(self, identifier: str) -> int:
        """The number of the article with this id. Raises ArticleError, with near ids, where there is none."""
        number = self.known_number(identifier)
        if not number:
            near = self._tables().identities.near_ids(identifier)
            hint = f"; did you mean {' or '.join(near)}?" if near else "; `broadsheet list` shows all ids"
            raise ArticleError(f"{identifier}: no such article{hint}")
        return number

    def number_called(self, name: str) -> int:
        """The number of the one article whose file has this name, but for its ending; 0 for none or several."""
        found = self._tables().identities.called(name)
        return found[0] if len(found) == 1 else 0

    def known_number(self, identifier: str) -> int:
        """The number of the article with this id, 0 where there is none."""
        return self._tables().identities.number(identifier)

    def article(self, number: int) -> Article:
        """The whole article, read from its file, with the user's corrections.

        Raises ArticleError where the file has vanished or changed too much.
        """
        return self.files.article(number)

    @property
    def files(self) -> "ArticleFiles":
        """The files behind the articles. For the thread that asks."""
        from reader.article_files import ArticleFiles  # like all that reads articles: not for the first screen

        return ArticleFiles(self.folder, self._places.limit, self._tables())

    def links(self, number: int, limit: int = 50) -> list[Link]:
        """What an article is related to, closest first."""
        return self._tables().headlines.links(number, limit)

    def hits(self, text: str, query: Query, language: str = "") -> "Pattern[str]":
        """A pattern of what the query finds in a text; of one whose language is not given, in any of the folder's."""
        from reader.hits import hits

        search = self._opened.search()
        return hits(text, query, search.similar, search.languages(), language)

    def snippets(self, numbers: Iterable[int], query: Query) -> dict[int, str]:
        """A piece of text around the first hit, by number; without those that cannot be read."""
        from reader.hits import snippet

        pieces: dict[int, str] = {}
        for number in numbers:
            try:
                article = self.article(number)
            except ArticleError:
                continue
            pieces[number] = snippet(article.text, self.hits(article.text, query, article.language))
        return pieces

    @property
    def names(self) -> "Names":
        """Who and what the folder is about. For the thread that asks."""
        from reader.names import Names

        return Names(self._tables().naming, self._state, self.name)

    def grouped(self, listed: Sequence[int]) -> Grouped:
        """A list of articles with every story folded to one row."""
        telling = self._tables().telling
        return grouped(listed, telling.story_of(), telling.fullest())

    def novelty(self, number: int, article: Article) -> "Novelty | None":
        """What is new in an article for who has read what was read near it; None where nothing was read at all."""
        return self.stories.novelty(number, article) if self._tables().telling.something_read() else None

    def passages(self, article: Article) -> dict[int, bytes]:
        """What is remembered of an article that was read."""
        from reader.story import kept

        return kept(article)

    def keep_read(self, number: int, passages: Mapping[int, bytes]) -> None:
        """Remember these passages of an article as read. Raises StateError."""
        identities = self._identities([number])
        self._state.keep_passages(self.name, identities[0], passages)

    @property
    def stories(self) -> "Stories":
        """Which articles tell one story. For the thread that asks."""
        from reader.story import Stories  # what compares texts is not needed for the first screen

        return Stories(self._tables(), self._state, self.name, self.article)

    @property
    def front(self) -> "Front":
        """What matters now, or mattered on a day. For the thread that asks."""
        from reader.front import Front

        return Front(self._tables(), self.article)

    # Of all

    def counts(self) -> Counts:
        """How many articles there are of each sort."""
        return self._tables().totals.counts()

    def tags(self) -> "tuple[TagCount, ...]":
        """All tags, the most used first."""
        return self._tables().totals.tags()

    def values_like(self, field: str, part: str) -> tuple[str, ...]:
        """Values that a field of a query can be given here and that go with a part of one, the likeliest first."""
        return self._opened.search().values_like(field, part)

    def problems(self) -> tuple[Problem, ...]:
        """Every file that gave no article, with the reason."""
        return self._tables().problems.all()

    def problem_groups(self, part: str = "") -> tuple[ProblemGroup, ...]:
        """Every kind of trouble with how many files have it, of those whose id or reason holds `part`."""
        return self._tables().problems.groups(part)

    def problems_of(self, group: ProblemGroup, begin: int, count: int, part: str = "") -> tuple[Problem, ...]:
        """Some files of a group, in the order of their ids, from the one numbered `begin` on."""
        return self._tables().problems.of(group, part, begin, count)

    # Visits

    def was_visited(self) -> bool:
        """Whether somebody has looked at the folder before; true also where that cannot be told."""
        return bool(self.complaints) or self._tables().visits.noted()

    def begin_visit(self, now: float) -> None:
        """Note that somebody looks at the folder, now in seconds since 1970: new is what came since the visit before.

        Raises StateError where that cannot be kept.
        """
        self._opened.visit = self._tables().visits.begun(now)
        if self._opened.visit == now:
            self._state.begin_visit(self.name, now)
        else:
            self._state.go_on_visit(self.name, now)

    def go_on_visit(self, now: float) -> None:
        """Note that somebody still looks at it. Raises StateError where that cannot be kept."""
        self._state.go_on_visit(self.name, now)

    # What is no mark

    def remember(self, name: str, value: str, *, here: bool = False) -> None:
        """Remember something until the next start, `here` for this folder alone. Raises StateError.

        Nothing depends on it: it may be lost, and whoever reads it has to expect anything.
        """
        self._state.remember(self._remembered_as(name, here), value)

    def remembered(self, name: str, *, here: bool = False) -> str:
        """What was remembered under a name, empty for nothing. For the thread that opened the library."""
        return self._state.remembered(self._remembered_as(name, here))

    def _remembered_as(self, name: str, here: bool) -> str:
        return f"{name}{FOLDERS}{self.name}" if here else name

    # Marks

    def set_read(self, numbers: Sequence[int], read: bool, *, undoable: bool = True) -> None:
        """Mark articles as read or unread; what is not done on purpose, such as by opening one, is not `undoable`.

        Raises StateError; then nothing was changed.
        """
        self._state.set_read(self.name, self._identities(numbers), read, undoable=undoable)

    def set_favourite(self, numbers: Sequence[int], favourite: bool) -> None:
        """Mark articles as favourites, or no longer. Raises StateError; then nothing was changed."""
        self._state.set_favourite(self.name, self._identities(numbers), favourite)

    def change_tags(self, numbers: Sequence[int], add: Iterable[str], remove: Iterable[str]) -> None:
        """Add tags to articles and take others away. Raises StateError; then nothing was changed."""
        self._state.change_tags(self.name, self._identities(numbers), map(tag_kept, add), map(tag_kept, remove))

    @property
    def corrections(self) -> "Corrections":
        """What the user says of the values of articles. For the thread that asks."""
        from reader.corrections import Corrections

        return Corrections(self._tables(), self._state, self.name, self._identities)

    @property
    def saved_searches(self) -> "SavedSearches":
        """The searches that the user gave a name. For the thread that asks."""
        from reader.saved_searches import SavedSearches

        return SavedSearches(self._tables(), self._state, self.name)

    @property
    def notes(self) -> "Notes":
        """What the user wrote about articles and highlighted in them. For the thread that asks."""
        from reader.notes import Notes

        return Notes(self._tables(), self._state, self.name, self._identities)

    def undo(self) -> "PastChange | None":
        """Take back the newest change of marks that was made on purpose and not taken back yet; None where none is.

        Raises StateError; then nothing was changed.
        """
        return self._state.undo(self.name)

    def redo(self) -> "PastChange | None":
        """Do again what was taken back last, unless a mark was changed on purpose since. Raises StateError."""
        return self._state.redo(self.name)

    def _identities(self, numbers: Sequence[int]) -> list[Identity]:
        found = self._tables().identities.identities(numbers)
        if len(found) < len(set(numbers)):
            raise StateError("an article has vanished meanwhile; nothing was marked")
        return found

    def _tables(self) -> Tables:
        return self._opened.tables()
