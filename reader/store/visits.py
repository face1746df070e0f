"""When the folder was looked at before, and what has arrived since: what marks and catalogue tell of it together."""

from reader.store.asking import Ask
from reader.store.catalogue_schema import BEGUN_FACT

RESUMED_SECONDS = 600.0
"""Who comes back within this time goes on with the visit: closing the reader by mistake makes nothing old."""


class Visits:
    """The visits to one folder, as far as the marks may be read."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def begun(self, now: float) -> float:
        """When the visit began that is going on at `now`, in seconds since 1970: at `now` itself for a new one."""
        if not self._kept():
            return now
        rows = self._ask(
            "SELECT begun FROM marks.visit WHERE folder = :folder AND begun <= :now AND seen >= :since"
            " ORDER BY begun DESC LIMIT 1",
            now=now,
            since=now - RESUMED_SECONDS,
        )
        return float(rows[0][0]) if rows else now

    def since(self, begun: float) -> float:
        """The last moment of the visit before the one that began at `begun`; 0 where there is nothing to be said.

        That is so where there was none, and where the catalogue was begun after it: everything would be new.
        """
        if not self._kept():
            return 0.0
        rows = self._ask("SELECT max(seen) FROM marks.visit WHERE folder = :folder AND begun < :begun", begun=begun)
        seen = float(rows[0][0] or 0.0)
        made = self._ask("SELECT CAST(value AS REAL) FROM fact WHERE name = :name", name=BEGUN_FACT)
        return seen if made and seen >= made[0][0] else 0.0

    def noted(self) -> bool:
        """Whether the folder was ever looked at, or nobody can tell."""
        return not self._kept() or bool(self._ask("SELECT 1 FROM marks.visit WHERE folder = :folder LIMIT 1"))

    def new(self, since: float) -> set[int]:
        """Numbers of the articles that have arrived after that moment; none where it is 0."""
        if not since:
            return set()
        rows = self._ask("SELECT number FROM article WHERE arrived > 0 AND arrived > :since", since=since)
        return {number for (number,) in rows}

    def _kept(self) -> bool:
        """Whether the marks are of a schema that has visits; older ones that may only be read have none."""
        return bool(self._ask("SELECT 1 FROM marks.sqlite_master WHERE name = 'visit'"))
