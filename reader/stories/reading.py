"""Everything that was read, made ready to be asked how much of a passage stands in it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from heapq import nlargest
from typing import Self

from reader.stories.passages import Passage

MOST_LOOKED_AT = 2000
"""Entries of the word lists that one passage looks at, rarest words first: bounds the time against very long texts."""
CANDIDATES = 8
"""Passages with most words in common, which are compared exactly."""
NOBODY = 0
"""No version."""


@dataclass(frozen=True, slots=True)
class Near:
    """A passage that was read and has words in common with another one."""

    place: int
    """Which one: the number that `Read.add` gave it."""
    score: float
    """How much of the other passage stands in it: half its content words, half its pairs of words; 0 to 1."""
    back: float
    """How much of it stands in the other passage, measured the same way."""


class Read:
    """Passages that were read. It only grows; a passage that is read again changes nothing."""

    def __init__(self, passages: Iterable[Passage] = ()) -> None:
        self._kept: list[Passage] = []
        self._versions: list[int] = []
        self._places: dict[tuple[int, ...], int] = {}
        self._holding: dict[int, list[int]] = {}
        self._pairs: set[int] = set()
        self._triples: dict[int, int] = {}
        self._words: set[int] = set()
        self._names: set[int] = set()
        self.extend(passages)

    def __len__(self) -> int:
        return len(self._kept)

    @classmethod
    def from_bytes(cls, stored: Iterable[bytes]) -> Self:
        """What was read, from what `Passage.to_bytes` gave; damaged ones count as not read."""
        made = cls()
        for data in stored:
            try:
                made.add(Passage.from_bytes(data))
            except ValueError:
                continue
        return made

    def extend(self, passages: Iterable[Passage]) -> None:
        """Add passages."""
        for passage in passages:
            self.add(passage)

    def add(self, passage: Passage, version: int = 1) -> int:
        """Add one passage of a version, which is a power of two; the passage's number, equal for equal words."""
        place = self._places.get(passage.words)
        self._names |= passage.names
        triples = self._triples
        if place is not None:
            if not self._versions[place] & version:
                self._versions[place] |= version
                for triple in passage.triples:
                    triples[triple] |= version
            return place
        place = self._places[passage.words] = len(self._kept)
        self._kept.append(passage)
        self._versions.append(version)
        for word in passage.content:
            self._holding.setdefault(word, []).append(place)
        self._pairs |= passage.pairs
        self._words.update(passage.words)
        for triple in passage.triples:
            triples[triple] = triples.get(triple, 0) | version
        return place

    def is_shared(self, place: int) -> bool:
        """Whether several versions have this passage."""
        return self._versions[place].bit_count() > 1

    def words(self, place: int) -> int:
        """How many words a passage has."""
        return len(self._kept[place].words)

    def has_word(self, number: int) -> bool:
        """Whether a word of this number was read."""
        return number in self._words

    def has_name(self, number: int) -> bool:
        """Whether a capitalised word that sounds like this was read."""
        return number in self._names

    def has_pair(self, number: int) -> bool:
        """Whether two words were read one after the other."""
        return number in self._pairs

    def near(self, passage: Passage, without: int = NOBODY) -> list[Near]:
        """The passages that hold most of this one, the closest first; those only in the version `without` left out."""
        content, pairs = passage.content, passage.pairs
        found = []
        for place in self._candidates(content, without):
            kept = self._kept[place]
            words, runs = len(content & kept.content), len(pairs & kept.pairs)
            score = _share(words, len(content), runs, len(pairs))
            found.append(Near(place, score, _share(words, len(kept.content), runs, len(kept.pairs))))
        return sorted(found, key=lambda each: (-each.score, -each.back, each.place))

    def covered(self, passage: Passage, without: int = NOBODY) -> float:
        """Share of a passage's runs of three words that were read anywhere, 0 to 1."""
        triples, known = passage.triples, self._triples
        if not triples:
            return 0.0
        if without:
            return sum(1 for triple in triples if known.get(triple, 0) & ~without) / len(triples)
        return len(triples & known.keys()) / len(triples)

    def _candidates(self, content: frozenset[int], without: int) -> list[int]:
        """The passages that hold most of these words, as far as the rarest of the words tell."""
        lists = sorted((held for word in content if (held := self._holding.get(word))), key=len)
        counts: Counter[int] = Counter()
        looked_at = 0
        for held in lists:
            looked_at += len(held)
            if looked_at > MOST_LOOKED_AT and counts:
                break
            counts.update(held)
        versions = self._versions
        places = [place for place in counts if versions[place] & ~without] if without else counts
        return nlargest(CANDIDATES, places, key=counts.__getitem__)


def _share(words: int, of_words: int, pairs: int, of_pairs: int) -> float:
    """Mean of the two shares; of what has no content words, the pairs alone."""
    by_pairs = pairs / of_pairs if of_pairs else 0.0
    return (words / of_words + by_pairs) / 2 if of_words else by_pairs
