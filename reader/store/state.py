"""The marks that the user set: read, favourite, tags, notes, corrections. They outlive an article's file and cache.

A mark is kept by the article's id and the digest of its text. An article that vanishes keeps its row; one that was
edited keeps it by its id; for one that was renamed the row is copied to the new id, and the old row only notes where it
went. No article's row is ever deleted. What a row holds is known to `reader.store.rows`.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from reader.errors import DamagedError, StateError
from reader.store import changes, notes, passages, remembered, rows, saved_searches, story_choices
from reader.store.database import open_database, open_for_reading, transaction, translated
from reader.store.identity import Identity, Move
from reader.store.mark_values import NO_ARTICLE, SET, Mark, Marker, MarkName
from reader.store.name_choices import choose_names, rename_chosen, take_choices_along
from reader.store.passages import Passages
from reader.store.state_schema import FILE_NAME, SCHEMA
from reader.store.undoing import redo, told_tags, undo

if TYPE_CHECKING:
    from reader.model.marking import Highlight, PastChange
    from reader.model.name import NameKind


class State:
    """The one writer of marks. Every change is on disk when its method returns."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, complaint: str = "", *, damaged: bool = False
    ) -> None:
        self._connection = connection
        self.path = path
        """The file."""
        self.complaint = complaint
        """Why no mark can be set now; empty when all is well."""
        self.usable = path.is_file() and not damaged
        """Whether the file holds marks that can be read."""

    @classmethod
    def open(cls, directory: Path) -> "State":
        """The state in `directory`, made when absent.

        Where it may not be written it is opened for reading alone, and where it is damaged it is not touched, for it is
        precious; `complaint` then says so. Raises StateError when it can be neither written nor read.
        """
        path = directory / FILE_NAME
        try:
            with translated(path, StateError):
                directory.mkdir(parents=True, exist_ok=True, mode=0o700)
                connection = open_database(path, SCHEMA, durable=True)
                if os.access(path, os.W_OK):
                    _check(connection, path)
                    return cls(connection, path)
                connection.close()  # it could be opened, because its journal was left behind
                raise StateError(f"{path} may not be written; change its permissions or choose another directory")
        except DamagedError as fault:
            complaint = f"{fault}. It was not touched: put a copy in its place, or move it away to begin with no marks"
            return cls(_empty(), path, complaint, damaged=True)
        except StateError as fault:
            complaint = f"marks cannot be saved: {fault}; --data-dir or BROADSHEET_DATA_DIR names another directory"
        if not path.exists():
            return cls(_empty(), path, complaint)
        with translated(path, StateError):
            return cls(open_for_reading(path, immutable=True), path, complaint)

    def close(self) -> None:
        """Let go of the file; nothing is left to save."""
        self._connection.close()

    def set_read(self, folder: str, articles: Sequence[Identity], read: bool, *, undoable: bool = True) -> None:
        """Mark articles as read or unread. Raises StateError, and then nothing was changed."""
        told = "read" if read else "unread"
        self._change(folder, articles, [(Mark.READ, "", SET if read else None)], told, undoable=undoable)

    def set_favourite(self, folder: str, articles: Sequence[Identity], favourite: bool) -> None:
        """Mark articles as favourites, or no longer. Raises StateError, and then nothing was changed."""
        told = "favourite" if favourite else "favourite taken off"
        self._change(folder, articles, [(Mark.FAVOURITE, "", SET if favourite else None)], told)

    def change_tags(self, folder: str, articles: Sequence[Identity], add: Iterable[str], remove: Iterable[str]) -> None:
        """Add tags to articles and take others away. Raises StateError, and then nothing was changed."""
        added, removed = list(add), list(remove)
        values = [(Mark.TAG, tag, None) for tag in removed] + [(Mark.TAG, tag, tag) for tag in added]
        self._change(folder, articles, values, told_tags(added, removed))

    def set_note(self, folder: str, article: Identity, text: str) -> None:
        """Keep what is written about an article, nothing for no note. Raises StateError; then nothing was changed."""
        self._change(folder, [article], [(Mark.NOTE, "", text or None)], "note" if text else "note taken off")

    def highlight(self, folder: str, article: Identity, highlights: "Iterable[Highlight]") -> None:
        """Keep highlights of an article. Raises StateError; then nothing was changed."""
        values = [
            (Mark.HIGHLIGHT, _digest(each), notes.as_text(each.text, each.note, each.within, each.place))
            for each in highlights
        ]
        self._change(folder, [article], values, "highlight")

    def take_highlights_off(self, folder: str, article: Identity, highlights: "Iterable[Highlight]") -> None:
        """Let something be highlighted no more. Raises StateError, and then nothing was changed."""
        values = [(Mark.HIGHLIGHT, _digest(each), None) for each in highlights]
        self._change(folder, [article], values, "highlight taken off")

    def save_search(self, folder: str, name: str, query: str | None) -> None:
        """Keep a query under a name, None to forget it. Raises StateError, and then nothing was changed."""
        told = f"saved search {name}" if query is not None else f"removal of saved search {name}"
        with self._writing():
            self._put(folder, told, [(MarkName(NO_ARTICLE, Mark.SAVED_SEARCH, name), query)])

    def correct(self, folder: str, article: Identity, field: str, value: str) -> None:
        """Keep what a value of an article is, empty for none. Raises StateError, and then nothing was changed."""
        self._change(folder, [article], [(Mark.CORRECTION, field, value)], f"correction of {field}")

    def take_back(self, folder: str, article: Identity, field: str) -> None:
        """Forget what was said of a value of an article. Raises StateError, and then nothing was changed."""
        self._change(folder, [article], [(Mark.CORRECTION, field, None)], f"correction of {field} taken back")

    def undo(self, folder: str) -> "PastChange | None":
        """Take back the last change in a folder that still makes a difference; none where there is no such change.

        Raises StateError, and then nothing was changed.
        """
        with self._writing():
            return undo(self._connection, folder, _now())

    def redo(self, folder: str) -> "PastChange | None":
        """Do again what was taken back last in a folder, as long as nothing else was changed since; or none.

        Raises StateError, and then nothing was changed.
        """
        with self._writing():
            return redo(self._connection, folder, _now())

    def keep_passages(self, folder: str, article: Identity, read: Passages) -> None:
        """Keep that these passages of an article were read. Raises StateError, and then nothing was changed."""
        with self._writing():
            passages.put(self._connection, self._key(folder, article), read)

    def choose_stories(
        self, folder: str, articles: Sequence[Identity], others: Sequence[Identity], *, together: bool
    ) -> None:
        """Have each of these articles belong to one story with each of the others, or with none of them.

        Raises StateError, and then nothing was changed.
        """
        with self._writing():
            keys = [self._key(folder, article) for article in articles]
            other_keys = [self._key(folder, other) for other in others]
            pairs = [(key, other) for key in keys for other in other_keys]
            story_choices.put(self._connection, pairs, together=together, now=_now())

    def begin_visit(self, folder: str, now: float) -> None:
        """Note that a folder is looked at from now on, in seconds since 1970. Raises StateError."""
        with self._writing():
            self._connection.execute("INSERT OR REPLACE INTO visit VALUES (?, ?, ?)", (folder, now, now))

    def go_on_visit(self, folder: str, now: float) -> None:
        """Note that the folder is still looked at. Raises StateError."""
        with self._writing():
            self._connection.execute(
                "UPDATE visit SET seen = ?1 WHERE folder = ?2"
                " AND begun = (SELECT max(begun) FROM visit WHERE folder = ?2)",
                (now, folder),
            )

    def remember(self, name: str, value: str) -> None:
        """Remember something that is no mark. Raises StateError, and then what was remembered stays."""
        if self.complaint:
            raise StateError(self.complaint)
        with translated(self.path, StateError):
            remembered.put(self._connection, name, value)

    def remembered(self, name: str) -> str:
        """What was remembered under a name, empty for nothing."""
        return remembered.got(self._connection, name)

    def choose_names(self, folder: str, kind: "NameKind", names: Mapping[str, str], former: str = "") -> None:
        """Keep under which name each of these spellings stands; all that was chosen to stand under `former` goes along.

        Then they must all stand under one name. Raises StateError, and then nothing was changed.
        """
        with self._writing():
            if former:
                (name,) = set(names.values())
                rename_chosen(self._connection, folder, kind, former, name, _now())
            choose_names(self._connection, folder, kind, names, _now())

    def follow_folder(self, folder: str, former: str) -> None:
        """Take along what was chosen for a whole folder to where that is now.

        Raises StateError, and then nothing was changed.
        """
        with self._writing():
            take_choices_along(self._connection, folder, former)
            remembered.take_along(self._connection, folder, former)
            saved_searches.take_along(self._connection, folder, former)
            changes.take_along(self._connection, folder, former)

    def follow(self, folder: str, moves: Iterable[Move]) -> None:
        """Take marks along to where their articles are now. Raises StateError, and then nothing was changed."""
        with self._writing():
            renamed: list[tuple[Move, rows.Held]] = []
            for move in moves:
                if move.renamed:
                    renamed.append((move, rows.held(self._connection, move.key)))
                    changes.lift(self._connection, move.key)
                    self._connection.execute("UPDATE article SET moved_to = ? WHERE key = ?", (move.to.id, move.key))
                else:
                    self._connection.execute(
                        "UPDATE article SET hash = ?, moved_to = '' WHERE key = ?", (move.to.content_hash, move.key)
                    )
            # What every row held was read before anything follows: two articles may have changed names.
            now_at = {move.key: rows.heir(self._connection, folder, move.to, marks, _now()) for move, marks in renamed}
            for move, marks in renamed:
                rows.give(self._connection, now_at[move.key], marks, now_at)
                changes.settle(self._connection, move.key, now_at[move.key])

    def _change(
        self,
        folder: str,
        articles: Sequence[Identity],
        values: Sequence[tuple[Mark, str, str | None]],
        told: str,
        *,
        undoable: bool = True,
    ) -> None:
        """Give some articles these marks, each with its name and value."""
        with self._writing():
            now = _now()
            keys = [rows.row_of(self._connection, folder, article, now) for article in articles]
            wanted = [(MarkName(key, mark, name), value) for key in keys for mark, name, value in values]
            self._put(folder, told, wanted, undoable=undoable)

    def _put(
        self, folder: str, told: str, wanted: Iterable[tuple[MarkName, str | None]], *, undoable: bool = True
    ) -> None:
        """Change marks inside a transaction, and note there what they were."""
        marker = Marker(self._connection, folder, _now())
        before = marker.changed(wanted)
        if undoable:
            changes.record(self._connection, folder, told, before, marker.now)

    def _key(self, folder: str, article: Identity) -> int:
        return rows.row_of(self._connection, folder, article, _now())

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """One transaction, with its errors in words."""
        if self.complaint:
            raise StateError(self.complaint)
        try:
            with translated(self.path, StateError), transaction(self._connection):
                yield
        except DamagedError as fault:
            raise StateError(f"{fault}. Put a copy in its place, or move it away to begin with no marks") from fault


def _check(connection: sqlite3.Connection, path: Path) -> None:
    """Walk every page (1 ms per MB): half a file of marks would lead to wrong ones. Raises DamagedError."""
    try:
        told = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
        if told != "ok":
            raise DamagedError(f"{path} is damaged ({told})")
    except BaseException:
        connection.close()
        raise


def _digest(highlight: "Highlight") -> str:
    return str(notes.digest(highlight.text, highlight.within, highlight.place))


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _empty() -> sqlite3.Connection:
    """A state without marks, for when there is no file and none can be made."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for script in SCHEMA:
        connection.executescript(script)
    return connection
