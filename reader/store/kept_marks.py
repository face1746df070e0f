"""What rows of state hold, read beside the catalogue: tags, corrections, notes, highlights, searches."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from reader.store.asking import Ask, listed

if TYPE_CHECKING:
    from reader.model.marking import Highlight, SavedSearch


class KeptMarks:
    """The marks of some rows, as far as the file has tables for them: an older one may be open for reading alone."""

    def __init__(self, ask: Ask, tables: Collection[str]) -> None:
        """`tables` are those that the file of the marks has."""
        self._ask = ask
        self._tables = tables

    @property
    def correctable(self) -> bool:
        """Whether there is room for corrections."""
        return "correction" in self._tables

    @property
    def annotated(self) -> bool:
        """Whether there is room for notes, highlights and saved searches."""
        return "note" in self._tables

    def tags(self, keys: Sequence[int]) -> Mapping[int, tuple[str, ...]]:
        """The tags of each row that has some, in alphabetical order."""
        found: dict[int, tuple[str, ...]] = {}
        for key, tag in self._ask(
            f"SELECT article, tag FROM marks.tag WHERE article IN ({listed(keys)}) ORDER BY article, tag"
        ):
            found[key] = (*found.get(key, ()), tag)
        return found

    def corrections(self, keys: Sequence[int]) -> Mapping[int, Mapping[str, str]]:
        """What the user says of the values of each row's article, by field."""
        said: dict[int, dict[str, str]] = {}
        if self.correctable and keys:
            for key, field, value in self._ask(
                f"SELECT article, field, value FROM marks.correction WHERE article IN ({listed(keys)})"
            ):
                said.setdefault(key, {})[field] = value
        return said

    def notes(self, keys: Sequence[int]) -> Mapping[int, str]:
        """The note of each row that has one."""
        if not self.annotated or not keys:
            return {}
        return dict(self._ask(f"SELECT article, text FROM marks.note WHERE article IN ({listed(keys)})"))

    def highlighted(self, keys: Sequence[int]) -> Mapping[int, int]:
        """How much is highlighted in the article of each row."""
        if not self.annotated or not keys:
            return {}
        return dict(
            self._ask(
                f"SELECT article, count(*) FROM marks.highlight WHERE article IN ({listed(keys)}) GROUP BY article"
            )
        )

    def highlights(self, key: int) -> "tuple[Highlight, ...]":
        """What is highlighted in one row's article, in the order in which that was done."""
        if not self.annotated:
            return ()
        from reader.model.marking import Highlight  # not for the first screen

        rows = self._ask("SELECT * FROM marks.highlight WHERE article = :key ORDER BY changed, rowid", key=key)
        return tuple(Highlight(row[2], row[3], *row[5:]) for row in rows)  # an older file knows of no parts

    def saved_searches(self) -> "tuple[SavedSearch, ...]":
        """The saved searches of the folder, by name."""
        if not self.annotated:
            return ()
        from reader.model.marking import SavedSearch  # likewise

        rows = self._ask("SELECT name, query FROM marks.saved_search WHERE folder = :folder ORDER BY name")
        return tuple(SavedSearch(*row) for row in rows)
