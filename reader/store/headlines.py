"""What a front end asks of catalogue and state: lists, headlines with their marks, links, counts. It never writes."""

import os
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import get_close_matches
from enum import StrEnum
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Any

from reader.errors import DamagedError, StateError, StoreError
from reader.model.article import Article
from reader.model.headline import Counts, Headline, Link, LinkKind, Marks, Story
from reader.model.marking import Highlight, SavedSearch, TagCount
from reader.model.refresh import Problem, ProblemGroup
from reader.query import HELD, DateRange, Is, Match
from reader.store import lost_marks, problems
from reader.store.corrections import written
from reader.store.database import has_journal, open_for_reading, translated
from reader.store.identity import Identity, Move
from reader.store.kept_marks import KeptMarks
from reader.store.naming import KINDS, Naming
from reader.store.state_schema import SCHEMA as STATE_SCHEMA
from reader.store.state_schema import STANDS
from reader.store.story_list import StoryList
from reader.store.telling import Telling
from reader.store.values import values
from reader.store.visits import Visits
from reader.stories.membership import shown

if TYPE_CHECKING:
    from reader.store.front_table import FrontTable

SIMILAR_WORDS = 16
"""At most so many words of the folder stand for one with a star or a tilde, the most frequent ones."""

_MARKED = f"LEFT JOIN marks.article s ON {STANDS}"

_COLUMNS = (
    "a.number, a.id, a.title, a.title_derived, a.title_confidence, a.day, a.day_confidence, a.outlet,"
    " a.outlet_confidence, a.agency, a.agency_confidence, a.section, a.place, a.words, a.minutes, a.story, a.copies,"
    " a.added, coalesce(s.read, 0), coalesce(s.favourite, 0), s.key"
)


_STORY = 15
"""Which of these columns is the story."""


class Order(StrEnum):
    """In which order articles are listed."""

    NEWEST = "newest"
    OLDEST = "oldest"
    TITLE = "title"
    OUTLET = "outlet"


_ORDERS = {
    Order.NEWEST: "a.day DESC, a.added DESC, a.number",
    Order.OLDEST: "a.day = '', a.day, a.added, a.number",
    Order.TITLE: "a.title COLLATE NOCASE, a.number",
    Order.OUTLET: "a.outlet = '', a.outlet COLLATE NOCASE, a.day DESC, a.added DESC, a.number",
}

_SHOWN = ("title", "date", "outlet", "agency", "section", "place")
"""Fields of a headline that can be corrected."""
_CONFIDENCES = ("title_confidence", "date_confidence", "outlet_confidence", "agency_confidence")

_FIELDS = {name: f"a.{name}" for name in ("outlet", "agency", "section", "place", "id", "language")}

_MARKS = {
    "unread": "coalesce(s.read, 0) = 0",
    "read": "s.read = 1",
    "favourite": "s.favourite = 1",
    "tagged": "EXISTS (SELECT 1 FROM marks.tag WHERE article = s.key)",
    "note": "EXISTS (SELECT 1 FROM marks.note WHERE article = s.key)",
    "highlight": "EXISTS (SELECT 1 FROM marks.highlight WHERE article = s.key)",
}


@dataclass(frozen=True, slots=True)
class Place:
    """Where the text of an article is to be read."""

    path: str
    """The file, inside the folder; lone surrogates stand for bytes that are no UTF-8."""
    part: int
    """The how manieth article of the file, from 0."""


class Headlines:
    """Catalogue and state of one folder, open for reading. One object per thread."""

    def __init__(self, catalogue: Path, marks: Path, folder: str, *, markable: bool = True) -> None:
        """Open both files; `folder` is the folder's name in state, `markable` whether that can be written.

        Raises DamagedError or another StoreError, and StateError where it is the marks that cannot be read; so does
        every question.
        """
        self.path = catalogue
        self._folder = folder
        self._marks = marks
        self.naming = Naming(self._rows)
        """Who and what the articles name."""
        self.stories = StoryList(self._rows)
        """The stories, as lines of a list."""
        self.telling = Telling(self._rows)
        """Which stories they tell."""
        self.visits = Visits(self._rows)
        """When the folder was looked at before."""
        self.visit = inf
        """When the visit that is going on began; infinite where nobody looks, so that the last one counts as before."""
        with translated(catalogue, StoreError):
            self._file = _which(catalogue)
            self._connection = open_for_reading(catalogue)
            problems.prepare(self._connection)
        with _reading_marks(marks):
            self._attach(marks, markable)
            named = self._connection.execute("SELECT name FROM marks.sqlite_master WHERE type = 'table'")
            self._kept = KeptMarks(self._rows, {name for (name,) in named})

    def _attach(self, marks: Path, markable: bool) -> None:
        if marks.is_file():
            writable = markable and os.access(marks.parent, os.W_OK)
            mode = "mode=ro" if writable or has_journal(marks) else "immutable=1"
            self._connection.execute("ATTACH ? AS marks", (f"{marks.absolute().as_uri()}?{mode}",))
            return
        self._connection.execute("ATTACH ':memory:' AS marks")
        self._connection.execute("PRAGMA query_only = OFF")
        for statement in ";\n".join(STATE_SCHEMA).split(";\n"):
            self._connection.execute(
                statement.replace("CREATE TABLE ", "CREATE TABLE marks.").replace("INDEX ", "INDEX marks.")
            )
        self._connection.execute("PRAGMA query_only = ON")

    def close(self) -> None:
        """Let go of the files."""
        self._connection.close()

    def replaced(self) -> bool:
        """Whether another catalogue has taken the place of the one that is open, so that no news will ever come."""
        try:
            return _which(self.path) != self._file
        except OSError:  # it is gone, and what is open is all there is
            return False

    def version(self) -> int:
        """A number that differs whenever another process or thread has changed the catalogue."""
        return int(self._rows("PRAGMA main.data_version")[0][0])

    def marks_version(self) -> int:
        """A number that differs whenever any process or thread has changed marks."""
        return int(self._rows("PRAGMA marks.data_version")[0][0])

    @property
    def front(self) -> "FrontTable":
        """What there is to tell of a day."""
        from reader.store.front_table import FrontTable

        return FrontTable(self._rows)

    # Which articles

    def numbers(self, order: Order) -> "array[int]":
        """Numbers of all articles, in this order."""
        return array("q", [row[0] for row in self._rows(f"SELECT a.number FROM article a ORDER BY {_ORDERS[order]}")])

    def matching(self, asked: Match | Is | DateRange) -> set[int]:
        """Numbers of the articles that answer one filter."""
        if isinstance(asked, Match) and asked.field in KINDS:
            named = self.naming.matching(asked)
            return named | self._meeting(asked) if asked.field in _FIELDS else named
        if isinstance(asked, Is) and asked.mark == "new":
            return self.visits.new(self.visits.since(self.visit))
        if isinstance(asked, Is) and asked.mark in HELD and not self._kept.annotated:
            return set()
        return self._meeting(asked)

    def _meeting(self, asked: Match | Is | DateRange) -> set[int]:
        condition, values = _condition(asked)
        return {row[0] for row in self._rows(f"SELECT a.number FROM article a {_MARKED} WHERE {condition}", **values)}

    def number(self, identifier: str) -> int:
        """The number of the article with this id, 0 when there is none."""
        rows = self._rows("SELECT number FROM article WHERE id = :id ORDER BY number LIMIT 1", id=identifier)
        return int(rows[0][0]) if rows else 0

    def near_ids(self, identifier: str) -> tuple[str, ...]:
        """Ids that hold this text: what a person may have meant."""
        rows = self._rows(
            "SELECT id FROM article WHERE instr(lower(id), lower(:id)) > 0 ORDER BY length(id) LIMIT 3", id=identifier
        )
        return tuple(row[0] for row in rows)

    # What of them

    def headlines(self, numbers: Sequence[int]) -> list[Headline]:
        """The headlines of these articles in the same order, without those that have vanished."""
        held = ",".join(str(int(number)) for number in numbers)
        rows = self._rows(f"SELECT {_COLUMNS} FROM article a {_MARKED} WHERE a.number IN ({held})")
        marked = [row[-1] for row in rows if row[-1]]
        tags, said = self._kept.tags(marked), self._kept.corrections(marked)
        notes, highlights = self._kept.notes(marked), self._kept.highlighted(marked)
        stories = self.stories.stories(sorted({row[_STORY] for row in rows} - {0}))
        told = {story.number: story for story in stories}

        def marks(row: Sequence[Any]) -> Marks:
            *_, read, favourite, key = row
            return Marks(bool(read), bool(favourite), tags.get(key, ()), notes.get(key, ""), highlights.get(key, 0))

        by_number = {
            row[0]: _corrected(_headline(row, marks(row), told.get(row[_STORY])), said.get(row[-1], {})) for row in rows
        }
        return [by_number[number] for number in numbers if number in by_number]

    def place(self, number: int) -> Place:
        """Where an article's text is. Raises StoreError when it has vanished."""
        rows = self._rows(
            "SELECT f.path, a.part FROM article a JOIN file f ON f.number = a.file WHERE a.number = :number",
            number=number,
        )
        if not rows:
            raise StoreError("this article has vanished from the folder; its marks are kept")
        return Place(os.fsdecode(rows[0][0]), int(rows[0][1]))

    def identities(self, numbers: Sequence[int]) -> list[Identity]:
        """What marks recognise these articles by."""
        held = ",".join(str(int(number)) for number in numbers)
        return [
            Identity(*row)
            for row in self._rows(f"SELECT id, content_hash, title FROM article WHERE number IN ({held})")
        ]

    def links(self, number: int, limit: int) -> list[Link]:
        """What an article is related to, closest first, as the stories of both have it."""
        rows = self._rows(
            "SELECT l.other, l.score, l.kind, l.reasons, mine.story, theirs.story FROM link l"
            " JOIN article mine ON mine.number = l.article JOIN article theirs ON theirs.number = l.other"
            " WHERE l.article = :number",
            number=number,
        )
        found = {
            other: shown(score, LinkKind(kind), tuple(reasons.splitlines()), *stories)
            for other, score, kind, reasons, *stories in rows
        }
        closest = sorted(found, key=lambda other: (-found[other].score, other))[:limit]
        return [Link(headline, *found[headline.number]) for headline in self.headlines(closest)]

    # Corrections

    def corrections(self, number: int) -> Mapping[str, str]:
        """What the user says of the values of an article, by field; empty values for "there is none"."""
        rows = self._rows(f"SELECT s.key FROM article a {_MARKED} WHERE a.number = :number", number=number)
        return self._kept.corrections([key for (key,) in rows if key]).get(rows[0][0], {}) if rows else {}

    def highlights(self, number: int) -> tuple[Highlight, ...]:
        """The highlighted passages of an article."""
        rows = self._rows(f"SELECT s.key FROM article a {_MARKED} WHERE a.number = :number", number=number)
        return self._kept.highlights(rows[0][0]) if rows and rows[0][0] else ()

    def with_settled_day(self, number: int, article: Article) -> Article:
        """The article with its day as other articles have settled the order of day and month."""
        if not article.date.other:
            return article
        from reader.store.day_table import with_settled_day  # only a day that can be read both ways needs it

        with translated(self.path, StoreError):
            return with_settled_day(article, self._connection, number)

    def uncorrected(self) -> bool:
        """Whether an article in the catalogue holds other corrections than those that the user made."""
        if not self._kept.correctable:
            return False
        held = self._rows(f"SELECT a.corrected, s.key FROM article a {_MARKED} WHERE a.corrected <> ''")
        held += self._rows(
            f"SELECT a.corrected, s.key FROM marks.article s JOIN article a ON a.id = s.id AND a.corrected = ''"
            f" WHERE {STANDS} AND EXISTS (SELECT 1 FROM marks.correction WHERE article = s.key)"
        )
        said = self._kept.corrections([key for _, key in held if key])
        return any(written(said.get(key, {})) != applied for applied, key in held)

    # Of all

    def counts(self) -> Counts:
        """How many articles there are of each sort."""
        row = self._rows(
            f"""SELECT count(*), coalesce(sum(coalesce(s.read, 0) = 0), 0), coalesce(sum(s.favourite = 1), 0),
            count(DISTINCT nullif(a.story, 0)), (SELECT count(*) FROM problem) FROM article a {_MARKED}"""
        )[0]
        return Counts(*row)

    def tags(self) -> tuple[TagCount, ...]:
        """All tags of the folder, the most used first."""
        rows = self._rows(
            f"SELECT t.tag, count(*) FROM article a {_MARKED} JOIN marks.tag t ON t.article = s.key"
            " GROUP BY t.tag ORDER BY count(*) DESC, t.tag"
        )
        return tuple(TagCount(*row) for row in rows)

    def values(self, field: str) -> tuple[str, ...]:
        """All values of one of the fields `VALUED`, that of the most articles first."""
        return tuple(each.tag for each in self.tags()) if field == "tag" else values(self._rows, field)

    def saved_searches(self) -> tuple[SavedSearch, ...]:
        """The saved searches of the folder, by name."""
        return self._kept.saved_searches()

    def problems(self) -> tuple[Problem, ...]:
        """Every file that gave no article, with the reason."""
        return tuple(Problem(*row) for row in self._rows("SELECT id, reason FROM problem ORDER BY id"))

    def problem_groups(self, part: str) -> tuple[ProblemGroup, ...]:
        """Every kind of trouble, also of doubtful articles, of the files whose id or reason holds `part`."""
        return problems.groups(self._rows, part)

    def problems_of(self, group: ProblemGroup, part: str, begin: int, count: int) -> tuple[Problem, ...]:
        """Some files of a group, from the one numbered `begin` on."""
        return problems.problems(self._rows, group, part, begin, count)

    def problem_file(self, identifier: str) -> str:
        """The path inside the folder of a file that gave no article, empty where it is none that could be read."""
        return problems.file_of(self._rows, identifier)

    # Words

    def words_beginning(self, prefix: str) -> tuple[str, ...]:
        """The most frequent words of the folder that begin so."""
        rows = self._rows(
            "SELECT word FROM word WHERE word >= :prefix AND word < :beyond ORDER BY articles DESC, word LIMIT :limit",
            prefix=prefix,
            beyond=f"{prefix}\U0010ffff",
            limit=SIMILAR_WORDS,
        )
        return tuple(row[0] for row in rows)

    def words_like(self, word: str) -> tuple[str, ...]:
        """Words of the folder that are spelt much like this one and begin with the same letter, closest first."""
        rows = self._rows(
            "SELECT word FROM word WHERE word >= :first AND word < :beyond AND length(word) BETWEEN :least AND :most",
            first=word[:1],
            beyond=f"{word[:1]}\U0010ffff",
            least=len(word) - 2,
            most=len(word) + 2,
        )
        return tuple(get_close_matches(word, [row[0] for row in rows], n=SIMILAR_WORDS, cutoff=0.8))

    def holds(self, word: str) -> bool:
        """Whether any article holds this word."""
        return bool(self._rows("SELECT 1 FROM word WHERE word = :word", word=word))

    # Marks that have lost their article

    def moves(self) -> list[Move]:
        """Where marks have to follow."""
        return lost_marks.moves(self._rows)

    def moves_from(self, folder: str) -> list[Move]:
        """Where marks set in another folder have to follow that was moved here."""
        return lost_marks.moves_from(self._rows, folder)

    def marked_folders(self) -> tuple[str, ...]:
        """Every other folder that has marks."""
        return lost_marks.marked_folders(self._rows)

    def fact(self, name: str) -> str:
        """What the refresh process noted under this name, or nothing."""
        rows = self._rows("SELECT value FROM fact WHERE name = :name", name=name)
        return str(rows[0][0]) if rows else ""

    def _rows(self, statement: str, **values: object) -> list[tuple[Any, ...]]:
        try:
            with translated(self.path, StoreError):
                return self._connection.execute(statement, {"folder": self._folder, **values}).fetchall()
        except DamagedError:
            self._check_marks()
            raise

    def _check_marks(self) -> None:
        """Raise StateError where it is the marks that are damaged, beside a catalogue that may be well."""
        with _reading_marks(self._marks):
            tables = self._connection.execute("SELECT name FROM marks.sqlite_master WHERE type = 'table'").fetchall()
            for (table,) in tables:
                self._connection.execute(f"SELECT * FROM marks.{table}").fetchall()


@contextmanager
def _reading_marks(marks: Path) -> Iterator[None]:
    """Raise StateError, in words, where the file of the marks cannot be read."""
    try:
        with translated(marks, StateError):
            yield
    except DamagedError as fault:
        raise StateError(f"{fault}. It was not touched: leave Broadsheet, and put a copy in its place") from fault


def _which(path: Path) -> tuple[int, int]:
    """What tells a file from any other that ever has its name while it is open."""
    known = path.stat()
    return known.st_dev, known.st_ino


def _corrected(headline: Headline, said: Mapping[str, str]) -> Headline:
    """The headline with what the user says of it, also while the catalogue does not know that yet."""
    if not said:
        return headline
    shown = {field: text for field, text in said.items() if field in _SHOWN}
    sure = {f"{field}_confidence": 1.0 for field in shown if f"{field}_confidence" in _CONFIDENCES}
    derived = headline.title_derived and "title" not in shown
    return replace(headline, **shown, **sure, title_derived=derived)  # type: ignore[arg-type]


def _headline(row: Sequence[Any], marks: Marks, told: Story | None) -> Headline:
    number, identifier, title, derived, title_confidence, *rest, _, _, _ = row
    day, day_confidence, outlet, outlet_confidence, agency, agency_confidence, *others = rest
    section, place, words, minutes, story, copies, added = others
    return Headline(
        number=number,
        id=identifier,
        title=title,
        title_derived=bool(derived),
        title_confidence=title_confidence,
        date=day,
        date_confidence=day_confidence,
        outlet=outlet,
        outlet_confidence=outlet_confidence,
        agency=agency,
        agency_confidence=agency_confidence,
        section=section,
        place=place,
        words=words,
        minutes=minutes,
        story=story,
        copies=copies,
        outlets=len(told.outlets) if told else 0,
        story_day=told.last if told else "",
        story_begin=told.first if told else "",
        added=added,
        marks=marks,
    )


def _condition(asked: Match | Is | DateRange) -> tuple[str, dict[str, object]]:
    """A filter as SQL, with its values."""
    match asked:
        case Is():
            return _MARKS[asked.mark], {}
        case DateRange():
            return (
                "a.day <> '' AND a.day >= :first AND a.day <= :last",
                {"first": asked.first, "last": asked.last or "9999-12-31"},
            )
        case Match(field="tag"):
            condition = "EXISTS (SELECT 1 FROM marks.tag WHERE article = s.key AND {})"
            column = "tag"
        case _:
            condition = "{}"
            column = _FIELDS[asked.field]
    if asked.prefix:
        beginning = f"{_escaped(asked.value)}%" if asked.value else "_%"
        return condition.format(f"{column} LIKE :value ESCAPE '\\'"), {"value": beginning}
    return condition.format(f"{column} = :value COLLATE NOCASE"), {"value": asked.value}


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
