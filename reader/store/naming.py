"""What a front end asks about names: the mentions of the catalogue, merged there and as the user chose. Never writes.

Under which name a mention counts is decided in this order: a spelling that was split off is a name of its own; else the
user's choice for what the article writes most fully counts, or that for the spelling under which this stands in the
folder, and without a choice that spelling itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.model.name import NameAccount, NameCount, NameKind, Variant
from reader.query import Match
from reader.store.asking import Ask, escaped
from reader.store.name_folding import folded_name

COMPANIONS = 12
"""So many companions of a name are told."""
NEWEST = 1000
"""Companions are counted in at most so many articles, the newest."""
EXACTLY = "="
"""Before a name that is asked for: what stands under this very name, and nothing that is only spelt so."""
KINDS: Mapping[str, tuple[NameKind, ...]] = {
    "person": (NameKind.PERSON,),
    "org": (NameKind.ORGANISATION,),
    "place": (NameKind.PLACE,),
    "name": tuple(NameKind),
}
"""Fields of a query that ask for names, and of which kind."""

_CHOSEN = """chosen (number, kind, spelling, name, head) AS MATERIALIZED (
    SELECT s.number, s.kind, s.text, c.name, s.name
    FROM {choices} c JOIN spelling s ON s.kind = c.kind AND s.text = c.spelling WHERE c.folder = :folder)"""
_NO_CHOICES = "(SELECT '' folder, '' kind, '' spelling, '' name WHERE 0)"
"""Marks that an older Broadsheet wrote, and this one may only read, hold none."""
_STANDING = """mention m CROSS JOIN spelling n ON n.number = m.name CROSS JOIN spelling h ON h.number = n.name
    CROSS JOIN spelling w ON w.number = m.written
    LEFT JOIN chosen cw ON cw.number = m.written AND cw.name = cw.spelling
    LEFT JOIN chosen cn ON cn.number = n.number LEFT JOIN chosen ch ON ch.number = h.number"""
"""CROSS, because SQLite then takes the mentions asked for first, and not all spellings."""
_NAME = "coalesce(cw.name, cn.name, ch.name, h.text)"
_CANDIDATES = """candidate (number) AS MATERIALIZED (
    SELECT s.number FROM spelling s WHERE s.name IN (
        SELECT t.name FROM asked a JOIN spelling t ON t.kind = a.kind AND t.text = a.text
        UNION SELECT c.head FROM asked a JOIN chosen c ON c.kind = a.kind AND c.name = a.text)
    UNION SELECT m.name FROM chosen c JOIN asked a ON a.kind = c.kind AND a.text = c.name
        JOIN mention m ON m.written = c.number WHERE c.name = c.spelling)"""
"""Spellings by which articles may know the names asked for; which mentions are theirs is decided by `_NAME`."""
_THEIRS = f"m.name IN (SELECT number FROM candidate) AND (h.kind, {_NAME}) IN (SELECT kind, text FROM asked)"
_TOUCHED = """touched (number) AS MATERIALIZED (
    SELECT head FROM chosen
    UNION SELECT t.name FROM chosen c JOIN spelling t ON t.kind = c.kind AND t.text = c.name
    UNION SELECT n.name FROM chosen c JOIN mention m ON m.written = c.number JOIN spelling n ON n.number = m.name
        WHERE c.name = c.spelling)"""
"""Names whose counts in the catalogue are not what they are with the user's choices."""


class Naming:
    """Who and what the articles of one folder name."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask
        self._choices = ""

    # Many names

    def top(self, kinds: Iterable[NameKind], part: str, *, rare: bool, limit: int) -> list[NameCount]:
        """The names in most articles, the most named first; those with `part` in a spelling where that is not empty.

        A name that stands once in the whole folder, without a title, is only counted as one with `rare`.
        """
        wanted = tuple(kinds)
        found = self._choice_counts(wanted, part, rare=rare)
        for kind in wanted:
            found += self._counts(kind, part, rare=rare, limit=limit)
        return _ordered(found)[:limit]

    def total(self, kind: NameKind, *, rare: bool) -> int:
        """How many names of a kind there are, as the catalogue merged them."""
        condition = "" if rare else "AND notable = 1"
        statement = f"SELECT count(*) FROM spelling WHERE kind = :kind AND articles > 0 {condition}"
        return int(self._ask(statement, kind=kind.value)[0][0])

    def _counts(self, kind: NameKind, part: str, *, rare: bool, limit: int) -> list[NameCount]:
        """Names that no choice is about, as they were counted when the folder was read."""
        conditions = [] if rare else ["notable = 1"]
        if part:
            conditions.append(
                "number IN (SELECT name FROM spelling WHERE kind = :kind AND instr(folded, :part) > 0"
                " UNION SELECT n.name FROM spelling w JOIN mention m ON m.written = w.number"
                " JOIN spelling n ON n.number = m.name WHERE w.kind = :kind AND w.folded = :part)"
            )
        rows = self._ask(
            f"WITH {self._chosen}, {_TOUCHED} SELECT kind, text, articles, mentions FROM spelling"
            f" WHERE kind = :kind AND articles > 0 AND number NOT IN (SELECT number FROM touched)"
            f" {''.join(f'AND {condition} ' for condition in conditions)}"
            " ORDER BY notable DESC, articles DESC, mentions DESC, text LIMIT :limit",
            kind=kind.value,
            part=folded_name(part),
            limit=limit,
        )
        return [_counted(*row) for row in rows]

    def _choice_counts(self, kinds: Sequence[NameKind], part: str, *, rare: bool) -> list[NameCount]:
        """Names that a choice is about, counted now."""
        rows = self._ask(
            f"WITH {self._chosen}, {_TOUCHED} SELECT h.kind, {_NAME}, count(DISTINCT m.article), sum(m.count)"
            f" FROM {_STANDING} WHERE h.kind IN ({_listed(kinds)})"
            " AND m.name IN (SELECT number FROM spelling WHERE name IN (SELECT number FROM touched))"
            f" GROUP BY h.kind, {_NAME} HAVING (:rare OR sum(m.count) > 1 OR max(m.role) <> '')"
            " AND (:part = '' OR max(instr(w.folded, :part)) > 0 OR max(instr(n.folded, :part)) > 0)",
            part=folded_name(part),
            rare=rare,
        )
        return [_counted(*row) for row in rows]

    def within(self, articles: Iterable[int], kinds: Iterable[NameKind], limit: int) -> list[NameCount]:
        """Who and what these articles name, the most named first, each with the role most often given to it."""
        rows = self._ask(
            f"WITH {self._chosen} SELECT h.kind, {_NAME}, count(DISTINCT m.article), sum(m.count), max(m.role)"
            f" FROM {_STANDING} WHERE m.article IN (SELECT value FROM json_each(:articles))"
            f" AND h.kind IN ({_listed(kinds)}) GROUP BY h.kind, {_NAME}"
            " ORDER BY count(DISTINCT m.article) DESC, sum(m.count) DESC, 2 LIMIT :limit",
            articles=_json(articles),
            limit=limit,
        )
        return [_counted(*row) for row in rows]

    def named(self, text: str, kinds: Iterable[NameKind]) -> list[NameCount]:
        """The names that are spelt so or end so, whatever the case, the most named first; only this very one if any."""
        asked = folded_name(text)
        rows = self._ask(
            f"WITH {self._chosen}, spelt (number) AS MATERIALIZED ("
            "SELECT number FROM spelling WHERE folded = :text OR folded LIKE :ends ESCAPE '\\'"
            " UNION SELECT number FROM chosen WHERE name = :as_is)"
            f" SELECT DISTINCT h.kind, {_NAME} FROM {_STANDING}"
            " WHERE (m.written IN (SELECT number FROM spelt) OR m.name IN (SELECT number FROM spelt))"
            f" AND h.kind IN ({_listed(kinds)})",
            text=asked,
            ends=f"% {escaped(asked)}",
            as_is=text,
        )
        found = [self.count(NameKind(kind), name) for kind, name in rows]
        exact = [name for name in found if folded_name(name.text) == asked]
        return _ordered(exact or found)

    def near(self, text: str) -> tuple[str, ...]:
        """Names one of whose words begins as a word of this text does: what a person may have meant."""
        for word in sorted(folded_name(text).split(), key=len, reverse=True):
            found = self.top(NameKind, word[:4], rare=True, limit=3) if len(word) > 1 else []
            if found:
                return tuple(name.text for name in found)
        return ()

    # One name

    def count(self, kind: NameKind, text: str) -> NameCount:
        """How often this name is named; never where it is not."""
        rows = self._of_one(kind, text, "count(DISTINCT m.article), coalesce(sum(m.count), 0)")
        return NameCount(kind, text, *rows[0])

    def account(self, kind: NameKind, text: str) -> NameAccount:
        """All that the folder tells of one name."""
        rows = self._of_one(
            kind, text, "m.article, w.text, m.count, m.role, a.day", "JOIN article a ON a.number = m.article"
        )
        variants, roles, days = Counter[str](), Counter[str](), dict[int, str]()
        for article, written, count, role, day in rows:
            variants[written] += count
            days[article] = day
            if role:
                roles[role] += 1
        newest = sorted(days, key=lambda article: (days[article], article), reverse=True)
        return NameAccount(
            name=NameCount(kind, text, len(days), variants.total()),
            variants=_variants(variants),
            roles=_variants(roles),
            days=tuple(sorted(Counter(filter(None, days.values())).items())),
            companions=self._companions(kind, text, newest[:NEWEST]),
            numbers=tuple(newest),
        )

    def spellings(self, kind: NameKind, text: str) -> tuple[str, ...]:
        """The spellings by which articles know this name, the most frequent first."""
        rows = self._of_one(kind, text, "n.text, sum(m.count)", rest="GROUP BY n.text ORDER BY 2 DESC, 1")
        return tuple(row[0] for row in rows)

    def names_written(self, kind: NameKind, spelling: str) -> tuple[str, ...]:
        """The names under which mentions that are written so count now."""
        rows = self._ask(
            f"WITH {self._chosen} SELECT DISTINCT {_NAME} FROM {_STANDING} WHERE m.written ="
            " (SELECT number FROM spelling WHERE kind = :kind AND text = :spelling)",
            kind=kind.value,
            spelling=spelling,
        )
        return tuple(row[0] for row in rows)

    def matching(self, asked: Match) -> set[int]:
        """Numbers of the articles that name what a filter asks for.

        A name counts when one of its spellings, or the end of one, is the value; with a star, when a word begins so.
        """
        kinds = KINDS[asked.field]
        if asked.value.startswith(EXACTLY):
            exact = asked.value.removeprefix(EXACTLY).strip()
            source = f"SELECT DISTINCT kind, :text FROM spelling WHERE kind IN ({_listed(kinds)})"
            return self._articles_of(source, text=exact)
        value = escaped(folded_name(asked.value))
        end = "%" if asked.prefix else ""
        spelt = (
            f"SELECT number FROM spelling WHERE kind IN ({_listed(kinds)})"
            " AND (folded LIKE :begins ESCAPE '\\' OR folded LIKE :ends ESCAPE '\\')"
        )
        source = (
            f"SELECT DISTINCT h.kind, {_NAME} FROM {_STANDING} WHERE m.written IN ({spelt})"
            f" UNION SELECT DISTINCT h.kind, {_NAME} FROM {_STANDING} WHERE m.name IN ({spelt})"
            f" UNION SELECT kind, name FROM chosen WHERE kind IN ({_listed(kinds)}) AND name = :text COLLATE NOCASE"
        )
        return self._articles_of(source, begins=f"{value}{end}", ends=f"% {value}{end}", text=asked.value)

    def _articles_of(self, source: str, **values: object) -> set[int]:
        rows = self._ask(
            f"WITH {self._chosen}, asked (kind, text) AS MATERIALIZED ({source}), {_CANDIDATES}"
            f" SELECT DISTINCT m.article FROM {_STANDING} WHERE {_THEIRS}",
            **values,
        )
        return {row[0] for row in rows}

    def _of_one(
        self, kind: NameKind, text: str, columns: str, joined: str = "", rest: str = ""
    ) -> list[tuple[Any, ...]]:
        return self._ask(
            f"WITH {self._chosen}, asked (kind, text) AS (VALUES (:kind, :text)), {_CANDIDATES}"
            f" SELECT {columns} FROM {_STANDING} {joined} WHERE {_THEIRS} {rest}",
            kind=kind.value,
            text=text,
        )

    def _companions(self, kind: NameKind, text: str, articles: Sequence[int]) -> tuple[NameCount, ...]:
        beside = self.within(articles, NameKind, COMPANIONS + 1)
        return tuple(other for other in beside if (other.kind, other.text) != (kind, text))[:COMPANIONS]

    @property
    def _chosen(self) -> str:
        if not self._choices:
            kept = self._ask("SELECT 1 FROM marks.sqlite_master WHERE name = 'name_choice'")
            self._choices = "marks.name_choice" if kept else _NO_CHOICES
        return _CHOSEN.format(choices=self._choices)


def _counted(kind: str, text: str, articles: int, mentions: int, role: str = "") -> NameCount:
    return NameCount(NameKind(kind), text, articles, mentions, role)


def _ordered(names: Iterable[NameCount]) -> list[NameCount]:
    return sorted(names, key=lambda name: (-name.articles, -name.mentions, name.text))


def _variants(counts: Mapping[str, int]) -> tuple[Variant, ...]:
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(Variant(text, count) for text, count in ordered)


def _listed(kinds: Iterable[NameKind]) -> str:
    return ", ".join(f"'{kind.value}'" for kind in kinds)


def _json(numbers: Iterable[int]) -> str:
    return f"[{','.join(map(str, numbers))}]"
