"""The marks that the user set: read, favourite, tags, corrections. They outlive file, name and cache of an article.

A mark is kept by the article's id and the digest of its text. An article that vanishes keeps its row; one that was
edited keeps it by its id; for one that was renamed the row is copied to the new id, and the old row only notes where it
went. No article's row is ever deleted. What a row holds is known to `reader.store.rows`.
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from reader.errors import DamagedError, StateError
from reader.model import NameKind
from reader.store import corrections, passages, remembered, rows, story_choices
from reader.store.database import open_database, open_for_reading, transaction, translated
from reader.store.name_choices import choose_names, rename_chosen, take_choices_along
from reader.store.passages import Passages
from reader.store.state_schema import FILE_NAME, SCHEMA


@dataclass(frozen=True, slots=True)
class Identity:
    """What an article is recognised by."""

    id: str
    """Its id in the folder."""
    content_hash: str
    """The digest of its text."""
    title: str
    """Its title when it was marked, so that a vanished article can still be named."""


@dataclass(frozen=True, slots=True)
class Move:
    """A marked article was found again elsewhere, or with another text."""

    key: int
    """The row of state."""
    to: Identity
    """What it is now."""
    renamed: bool
    """Whether it stands under another id: its marks are then copied there; else its row is brought up to date."""


def former_id(identifier: str) -> str:
    """The id itself; of a row that remembers marks of an earlier text, the id under which that stood."""
    return identifier.partition("\n")[0]


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

    def set_read(self, folder: str, articles: Sequence[Identity], read: bool) -> None:
        """Mark articles as read or unread. Raises StateError, and then nothing was changed."""
        self._set("read", folder, articles, read)

    def set_favourite(self, folder: str, articles: Sequence[Identity], favourite: bool) -> None:
        """Mark articles as favourites, or no longer. Raises StateError, and then nothing was changed."""
        self._set("favourite", folder, articles, favourite)

    def change_tags(self, folder: str, articles: Sequence[Identity], add: Iterable[str], remove: Iterable[str]) -> None:
        """Add tags to articles and take others away. Raises StateError, and then nothing was changed."""
        added, removed = list(add), list(remove)
        with self._writing():
            for article in articles:
                key = self._key(folder, article)
                self._connection.executemany(
                    "DELETE FROM tag WHERE article = ? AND tag = ?", [(key, tag) for tag in removed]
                )
                self._connection.executemany("INSERT OR IGNORE INTO tag VALUES (?, ?)", [(key, tag) for tag in added])

    def correct(self, folder: str, article: Identity, field: str, value: str) -> None:
        """Keep what a value of an article is, empty for none. Raises StateError, and then nothing was changed."""
        with self._writing():
            corrections.put(self._connection, self._key(folder, article), field, value)

    def take_back(self, folder: str, article: Identity, field: str) -> None:
        """Forget what was said of a value of an article. Raises StateError, and then nothing was changed."""
        with self._writing():
            corrections.take_back(self._connection, self._key(folder, article), field)

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

    def choose_names(self, folder: str, kind: NameKind, names: Mapping[str, str], former: str = "") -> None:
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

    def follow(self, folder: str, moves: Iterable[Move]) -> None:
        """Take marks along to where their articles are now. Raises StateError, and then nothing was changed."""
        with self._writing():
            renamed: list[tuple[Move, rows.Held]] = []
            for move in moves:
                if move.renamed:
                    renamed.append((move, rows.held(self._connection, move.key)))
                    self._connection.execute("UPDATE article SET moved_to = ? WHERE key = ?", (move.to.id, move.key))
                else:
                    self._connection.execute(
                        "UPDATE article SET hash = ?, moved_to = '' WHERE key = ?", (move.to.content_hash, move.key)
                    )
            # What every row held was read before anything follows: two articles may have changed names.
            now_at = {move.key: self._new_row(folder, move.to, marks) for move, marks in renamed}
            for move, marks in renamed:
                rows.give(self._connection, now_at[move.key], marks, now_at)

    def _new_row(self, folder: str, article: Identity, marks: rows.Held) -> int:
        """The row of an article that marks are to follow to.

        One that goes back to where it came from has its marks as they are now, not also as they were then.
        """
        returned = self._connection.execute(
            "SELECT key FROM article WHERE folder = ? AND id = ? AND moved_to = ?", (folder, article.id, marks.id)
        ).fetchone()
        if returned and marks.folder == folder:
            rows.unmark(self._connection, returned[0])
        return self._key(folder, article)

    def _set(self, column: str, folder: str, articles: Sequence[Identity], value: bool) -> None:
        with self._writing():
            for article in articles:
                self._connection.execute(
                    f"UPDATE article SET {column} = ?, changed = ? WHERE key = ?",
                    (int(value), _now(), self._key(folder, article)),
                )

    def _key(self, folder: str, article: Identity) -> int:
        """The row of an article, made or brought up to date."""
        row = self._connection.execute(
            "SELECT key, hash, moved_to FROM article WHERE folder = ? AND id = ?", (folder, article.id)
        ).fetchone()
        if row is None:
            made = self._connection.execute(
                "INSERT INTO article (folder, id, hash, title, changed) VALUES (?, ?, ?, ?, ?)",
                (folder, article.id, article.content_hash, article.title, _now()),
            )
            return int(made.lastrowid or 0)
        key, content_hash, moved_to = row
        if moved_to and content_hash != article.content_hash:
            # Another article has taken the place of one that was renamed: it begins without marks.
            rows.unmark(self._connection, key)
        elif content_hash != article.content_hash:
            rows.remember(self._connection, key)
        self._connection.execute(
            "UPDATE article SET hash = ?, title = ?, moved_to = '' WHERE key = ?",
            (article.content_hash, article.title, key),
        )
        return int(key)

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


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def _empty() -> sqlite3.Connection:
    """A state without marks, for when there is no file and none can be made."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for script in SCHEMA:
        connection.executescript(script)
    return connection
