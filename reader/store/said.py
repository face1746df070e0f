"""What the user says of an article: corrections and highlights, and whether the catalogue knows of all corrections."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from reader.store.asking import Ask
from reader.store.corrections import written
from reader.store.kept_marks import KeptMarks
from reader.store.state_schema import MARKED, STANDS

if TYPE_CHECKING:
    from reader.model.marking import Highlight


class Said:
    """What the user says of the articles of one folder."""

    def __init__(self, ask: Ask, kept: KeptMarks) -> None:
        self._ask = ask
        self._kept = kept

    def corrections(self, number: int) -> Mapping[str, str]:
        """What the user says of the values of an article, by field; empty values for "there is none"."""
        key = self._key(number)
        return self._kept.corrections([key]).get(key, {}) if key else {}

    def highlights(self, number: int) -> "tuple[Highlight, ...]":
        """The highlighted passages of an article."""
        key = self._key(number)
        return self._kept.highlights(key) if key else ()

    def uncorrected(self) -> bool:
        """Whether an article in the catalogue holds other corrections than those that the user made."""
        if not self._kept.correctable:
            return False
        held = self._ask(f"SELECT a.corrected, s.key FROM article a {MARKED} WHERE a.corrected <> ''")
        held += self._ask(
            f"SELECT a.corrected, s.key FROM marks.article s JOIN article a ON a.id = s.id AND a.corrected = ''"
            f" WHERE {STANDS} AND EXISTS (SELECT 1 FROM marks.correction WHERE article = s.key)"
        )
        said = self._kept.corrections([key for _, key in held if key])
        return any(written(said.get(key, {})) != applied for applied, key in held)

    def _key(self, number: int) -> int:
        """The row of state that holds the marks of an article, 0 where there are none."""
        rows = self._ask(f"SELECT s.key FROM article a {MARKED} WHERE a.number = :number", number=number)
        return rows[0][0] or 0 if rows else 0
