"""What a front end asks about stories: which articles tell one, which were read, and what of them. Never writes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.store.asking import Ask, listed
from reader.store.state_schema import STANDS

_CLOSE = ("copy", "edited copy", "shares text", "same story")
"""Kinds of links over which what was read in one article counts for the other."""
AT_ONCE = 500
"""Values bound in one statement; SQLite allows 32,766."""


@dataclass(frozen=True, slots=True)
class ReadVersion:
    """An article that was read, as far as marks tell."""

    number: int
    """Its number; 0 where its file is gone or holds another text now."""
    passages: Mapping[int, bytes]
    """What was read of it, by digest; empty where it was only marked as read."""


class Telling:
    """The stories of one folder, as the catalogue has them."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def story_of(self) -> dict[int, int]:
        """Number of the story of every article that is in one: 40 ms for 100,000 of them."""
        return dict(self._ask("SELECT number, story FROM article WHERE story > 0"))

    def fullest(self) -> dict[int, int]:
        """The article that tells each story best."""
        return dict(self._ask("SELECT number, article FROM story"))

    def members(self, story: int) -> list[int]:
        """The articles of a story, oldest first, those without a day last."""
        rows = self._ask(
            "SELECT number FROM article WHERE story = :story AND story > 0 ORDER BY day = '', day, added, number",
            story=story,
        )
        return [number for (number,) in rows]

    def something_read(self) -> bool:
        """Whether any article of this folder was read, or a passage of one elsewhere."""
        passages = "SELECT 1 FROM marks.passage" if self._keeps_passages() else "SELECT 1 WHERE 0"
        return bool(
            self._ask(f"SELECT 1 WHERE EXISTS (SELECT 1 FROM marks.article WHERE read = 1) OR EXISTS ({passages})")
        )

    def read_versions(self, number: int) -> list[ReadVersion]:
        """The articles that were read among those that tell the same story as one, or are close to it."""
        kinds = ", ".join(f"'{kind}'" for kind in _CLOSE)
        rows = self._ask(
            "WITH near (number) AS (SELECT number FROM article WHERE story > 0"
            "   AND story = (SELECT story FROM article WHERE number = :number)"
            f" UNION SELECT other FROM link WHERE article = :number AND kind IN ({kinds}))"
            f" SELECT a.number, s.key FROM near n JOIN article a ON a.number = n.number"
            f" JOIN marks.article s ON {STANDS} WHERE a.number <> :number AND s.read = 1 ORDER BY a.number",
            number=number,
        )
        held = self._passages([key for _, key in rows])
        return [ReadVersion(other, held.get(key, {})) for other, key in rows]

    def read_before(self, number: int) -> Mapping[int, bytes]:
        """What was read of this very article, perhaps while its text was another."""
        keys = self._keys(number)
        return self._passages(keys).get(keys[0], {}) if keys else {}

    def read_elsewhere(self, number: int, digests: Iterable[int]) -> list[ReadVersion]:
        """Articles of any folder, here or gone, of which one of these passages was read; not this article itself.

        Marks that have followed a file to another name are counted there: what was read of this article while it was
        called otherwise is not known from elsewhere.
        """
        if not self._keeps_passages():
            return []
        wanted = list(digests)
        keys: set[int] = set()
        for start in range(0, len(wanted), AT_ONCE):
            part = listed(wanted[start : start + AT_ONCE])
            rows = self._ask(
                "SELECT DISTINCT s.key FROM marks.passage p JOIN marks.article s ON s.key = p.article"
                f" WHERE p.digest IN ({part}) AND s.moved_to = ''"
            )
            keys.update(key for (key,) in rows)
        return [
            ReadVersion(0, passages)
            for passages in self._passages(sorted(keys.difference(self._keys(number)))).values()
        ]

    def _keys(self, number: int) -> list[int]:
        """The row of state that tells of an article, if any."""
        rows = self._ask(
            f"SELECT s.key FROM article a JOIN marks.article s ON {STANDS} WHERE a.number = :number", number=number
        )
        return [key for (key,) in rows]

    def _passages(self, keys: Sequence[int]) -> dict[int, dict[int, bytes]]:
        held: dict[int, dict[int, bytes]] = {}
        if keys and self._keeps_passages():
            wanted = listed(keys)
            rows = self._ask(f"SELECT article, digest, data FROM marks.passage WHERE article IN ({wanted})")
            for key, digest, data in rows:
                held.setdefault(key, {})[digest] = data
        return held

    def _keeps_passages(self) -> bool:
        """Whether the marks are of a schema that has passages; older ones that may only be read have none."""
        return bool(self._ask("SELECT 1 FROM marks.sqlite_master WHERE name = 'passage'"))
