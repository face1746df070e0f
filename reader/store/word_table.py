"""The words of a folder, by their spelling: which begin so, and which are spelt much so."""

from difflib import get_close_matches

from reader.store.asking import Ask

SIMILAR_WORDS = 16
"""At most so many words of the folder stand for one with a star or a tilde, the most frequent ones."""


class WordTable:
    """The words of one folder."""

    def __init__(self, ask: Ask) -> None:
        self._ask = ask

    def beginning(self, prefix: str) -> tuple[str, ...]:
        """The most frequent words of the folder that begin so."""
        rows = self._ask(
            "SELECT word FROM word WHERE word >= :prefix AND word < :beyond ORDER BY articles DESC, word LIMIT :limit",
            prefix=prefix,
            beyond=f"{prefix}\U0010ffff",
            limit=SIMILAR_WORDS,
        )
        return tuple(row[0] for row in rows)

    def like(self, word: str) -> tuple[str, ...]:
        """Words of the folder that are spelt much like this one and begin with the same letter, closest first."""
        rows = self._ask(
            "SELECT word FROM word WHERE word >= :first AND word < :beyond AND length(word) BETWEEN :least AND :most",
            first=word[:1],
            beyond=f"{word[:1]}\U0010ffff",
            least=len(word) - 2,
            most=len(word) + 2,
        )
        return tuple(get_close_matches(word, [row[0] for row in rows], n=SIMILAR_WORDS, cutoff=0.8))

    def holds(self, word: str) -> bool:
        """Whether any article holds this word."""
        return bool(self._ask("SELECT 1 FROM word WHERE word = :word", word=word))
