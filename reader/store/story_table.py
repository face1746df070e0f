"""The stories of the catalogue: which articles each has, and what a list shows of it."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from reader.model.headline import Story
from reader.store.link_table import COPY_KINDS
from reader.stories.components import components

COLUMNS = "t.number, t.article, a.title, t.articles, t.texts, t.outlets, t.first, t.last, t.growth"
"""What `story` makes a value of, from `story t JOIN article a ON a.number = t.article`."""


class StoryTable:
    """The part of the catalogue that grouping writes; every method is part of the catalogue's open batch."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, number: int) -> int:
        """The story of an article, 0 for none."""
        row = self._connection.execute("SELECT story FROM article WHERE number = ?", (number,)).fetchone()
        return int(row[0]) if row else 0

    def members(self, story: int) -> list[int]:
        """The articles of a story; that it is above 0 is what lets SQLite use the index of stories."""
        rows = self._connection.execute("SELECT number FROM article WHERE story = ? AND story > 0", (story,))
        return [row[0] for row in rows]

    def shrunk(self) -> list[int]:
        """Stories that have lost an article since they were last grouped."""
        return [row[0] for row in self._connection.execute("SELECT story FROM regroup")]

    def articles(self, identifier: str, content_hash: str = "") -> list[int]:
        """Numbers of the articles with this id, and this text where that is given."""
        rows = self._connection.execute(
            "SELECT number FROM article WHERE id = ?1 AND (?2 = '' OR content_hash = ?2)", (identifier, content_hash)
        )
        return [row[0] for row in rows]

    def put(self, before: Mapping[int, int], groups: Sequence[tuple[Sequence[int], int]]) -> None:
        """Have articles form groups, each with its story's number or 0 for a new one.

        `before` tells the story that every article was in that was grouped again; those in no group leave it.
        """
        after = dict.fromkeys(before, 0)
        for group, number in groups:
            after |= dict.fromkeys(group, number or self._new())
        self._connection.executemany(
            "UPDATE article SET story = ? WHERE number = ?",
            [(story, number) for number, story in after.items() if before.get(number) != story],
        )
        for story in {*before.values(), *after.values(), *self.shrunk()} - {0}:
            self._describe(story)
        self._connection.execute("DELETE FROM regroup")

    def _new(self) -> int:
        """A number that no story has had."""
        made = self._connection.execute(
            "INSERT INTO story (article, articles, texts, outlets, first, last, growth)"
            " VALUES (0, 0, 0, '', '', '', '')"
        )
        return int(made.lastrowid or 0)

    def _describe(self, story: int) -> None:
        """Write what is to be said of a story; one of fewer than two articles is none."""
        rows = self._connection.execute(
            "SELECT number, title_derived, words, day, outlet FROM article WHERE story = ? AND story > 0"
            " ORDER BY day = '', day, number",
            (story,),
        ).fetchall()
        if len(rows) < 2:
            self._connection.execute("UPDATE article SET story = 0 WHERE story = ? AND story > 0", (story,))
            self._connection.execute("DELETE FROM story WHERE number = ?", (story,))
            return
        fullest = min(rows, key=lambda row: (row[1], -row[2]))
        outlets = Counter(row[4] for row in rows if row[4])
        days = Counter(row[3] for row in rows if row[3])
        known = (
            fullest[0], len(rows), self._texts([row[0] for row in rows]),
            "\n".join(outlet for outlet, _ in outlets.most_common()),
            min(days, default=""), max(days, default=""), "\n".join(f"{day} {days[day]}" for day in sorted(days)),
        )  # fmt: skip
        self._connection.execute("INSERT OR REPLACE INTO story VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (story, *known))

    def _texts(self, numbers: Iterable[int]) -> int:
        """How many texts there are among the articles when copies are counted as one."""
        held = set(numbers)
        pairs = [(number, number) for number in held]
        for number in held:
            rows = self._connection.execute(
                "SELECT other FROM link WHERE article = ? AND kind IN (?, ?)", (number, *COPY_KINDS)
            )
            pairs += [(number, other) for (other,) in rows if other in held]
        return len(components(pairs))


def story(row: Sequence[Any]) -> Story:
    """A story from its `COLUMNS`."""
    number, article, title, articles, texts, outlets, first, last, growth = row
    days = (line.split() for line in growth.splitlines())
    return Story(
        number, article, title, articles, texts, tuple(outlets.splitlines()), first, last,
        tuple((day, int(count)) for day, count in days),
    )  # fmt: skip
