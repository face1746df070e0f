"""What a front end asks about stories: which articles tell one, which of them tells it best. Never writes."""

from collections.abc import Sequence

from reader.store.naming import Ask


class Telling:
    """The stories of one folder, as the catalogue has them."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def story_of(self) -> dict[int, int]:
        """Number of the story of every article that is in one: 40 ms for 100,000 of them."""
        return dict(self._ask("SELECT number, story FROM article WHERE story > 0"))

    def fullest(self) -> dict[int, int]:
        """The longest article of every story; of several such the newest."""
        return dict(self._ask("SELECT story, number FROM article WHERE story > 0 ORDER BY words, day, number DESC"))

    def members(self, story: int) -> list[int]:
        """The articles of a story, oldest first, those without a day last."""
        rows = self._ask(
            "SELECT number FROM article WHERE story = :story AND story > 0 ORDER BY day = '', day, added, number",
            story=story,
        )
        return [number for (number,) in rows]

    def outlets(self, stories: Sequence[int]) -> dict[int, int]:
        """How many outlets tell each of these stories."""
        wanted = ",".join(str(int(story)) for story in set(stories) if story)
        rows = self._ask(
            "SELECT story, count(DISTINCT nullif(outlet, '') COLLATE NOCASE) FROM article"
            f" WHERE story IN ({wanted}) GROUP BY story"
        )
        return dict(rows)
