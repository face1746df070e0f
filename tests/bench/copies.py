"""How well copies are told from what only looks like one: precision, recall and F1 on a set made on the spot.

    python tests/bench/copies.py [--seed 1] [--invented 150]

The originals are the sample articles and invented ones. From each are made: a copy word for word, some with 3, 6 and 10
% of their words changed one by one, with the paragraphs in another order, cut to 60 %, with two paragraphs of its own
added, and with some of all that; and corrected bulletins. What is no copy: other texts about the same event, an article
that quotes one long sentence of another, and bulletins of one form with other figures. Judged are the pairs of original
and version, all pairs of bulletins and all pairs of articles that have no original in common; two versions of one
original are not, because nothing says what they are to each other.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from invented_press import Dice, Press

from reader.articles.parsing import parse
from reader.model.article import Article, Block, BlockKind, Value
from reader.stories.kinds import COPIES
from reader.stories.profile import Profile, profile
from reader.stories.related import Linker

SAMPLES = Path(__file__).parents[2] / "sample_articles"
ISSUES = 12
"""Bulletins of each form."""
LEAST_WORDS = 120
BULLETINS = (
    "The farm board of Pellworth put the slaughter of cattle on {} at {} thousand head, against {} thousand a week ago"
    " and {} thousand a year ago, and hogs at {} thousand head, against {} thousand a week ago and {} thousand a"
    " year ago. The estimates are compiled from reports of packers and may be revised when the last count is out.",
    "The treasury of Kelmstad sold {} million crowns of three-month bills on {} at an average rate of {} per cent, up"
    " from {} per cent at the last auction. Bids came to {} million. It accepted {} per cent of the bids at the highest"
    " rate of {} per cent. The bills are dated today and fall due in thirteen weeks, the treasury said in a statement.",
    "New claims for jobless benefit in the {} week came to {} thousand, after a revised {} thousand in the week before,"
    " the labour office said. The mean of four weeks, which smooths out swings, stood at {} thousand against {}"
    " thousand. Continuing claims were {} thousand, and the share of insured workers who draw benefit was {} per cent.",
    "The river at Varnholt stood at {} centimetres on {} morning, {} centimetres more than the day before. Upstream at"
    " the lock {} centimetres were measured and at the weir {}. The outflow of the lake was {} cubic metres a second."
    " For tomorrow the office expects {} centimetres; the mark at which ships must stop is not reached.",
)  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")


@dataclass(frozen=True)
class Made:
    """One article of the set."""

    text: tuple[str, ...]
    """Its paragraphs."""
    origin: int
    """Which original or event it goes back to; the same for all that may share text."""
    how: str
    """What was done to it, `original` for nothing."""
    date: str = "2023-03-01"
    """Its day."""


class Maker:
    """Makes versions by chance; the same seed makes the same ones."""

    def __init__(self, seed: int, words: list[str]) -> None:
        self.chance = random.Random(seed)
        self.words = words

    def noisy(self, text: tuple[str, ...], share: float) -> tuple[str, ...]:
        """That share of the words replaced, one by one."""
        return tuple(
            " ".join(self.chance.choice(self.words) if self.chance.random() < share else word for word in part.split())
            for part in text
        )

    def reordered(self, text: tuple[str, ...]) -> tuple[str, ...]:
        """The paragraphs in another order."""
        return tuple(self.chance.sample(text, len(text)))

    def abridged(self, text: tuple[str, ...], share: float = 0.6) -> tuple[str, ...]:
        """The first paragraphs, about that share of the words."""
        wanted, kept = share * len(" ".join(text).split()), list[str]()
        for part in text:
            if kept and len(" ".join(kept).split()) + len(part.split()) / 2 > wanted:
                break
            kept.append(part)
        return tuple(kept)

    def added(self, text: tuple[str, ...], share: float = 0.2) -> tuple[str, ...]:
        """Two paragraphs of its own, each that share of the text."""
        length = max(20, int(share * len(" ".join(text).split())))
        own = [" ".join(self.chance.choices(self.words, k=length)).capitalize() + "." for _ in range(2)]
        return (text[0], own[0], *text[1:], own[1])

    def versions(self, text: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
        """Every kind of copy of a text."""
        yield "word for word", text
        for share in (0.03, 0.06, 0.1):
            yield f"{share:.0%} of the words changed", self.noisy(text, share)
        yield "reordered", self.reordered(text)
        yield "abridged", self.abridged(text)
        yield "added to", self.added(text)
        yield "abridged, added to, 4% changed", self.noisy(self.added(self.abridged(text, 0.75), 0.1), 0.04)

    def bulletins(self, form: str, origin: int) -> Iterator[Made]:
        """Bulletins of one form on other days, each once more with one figure corrected."""
        for number in range(ISSUES):
            figures = [f"{self.chance.randint(101, 999)}" for _ in range(form.count("{}") - 1)]
            day = DAYS[number % 5]
            place = 0 if form.index("{}") < 60 and "on {}" in form[:60] else 1
            filled = [*figures[:place], day, *figures[place:]]
            date = f"2023-03-{number + 1:02}"
            yield Made((form.format(*filled),), origin, f"bulletin {number}", date)
            filled[-1] = f"{self.chance.randint(101, 999)}"
            yield Made((form.format(*filled),), origin, f"bulletin {number}", date)


def made(seed: int, invented: int) -> tuple[list[Made], list[tuple[int, ...]]]:
    """The set, and the originals that belong to one event each."""
    press = Press(Dice(seed))
    maker = Maker(seed, press.rare)
    found: list[Made] = []
    texts: list[tuple[str, ...]] = []
    events: list[tuple[int, ...]] = []
    for path in sorted(SAMPLES.rglob("*.txt")):
        for article in parse(path.read_bytes(), path.name):
            parts = tuple(block.text for block in article.blocks if block.kind is not BlockKind.BOILERPLATE)
            if len(" ".join(parts).split()) >= LEAST_WORDS and len(parts) > 2:
                texts.append(parts)
    samples = len(texts)
    events.append(tuple(range(samples)))  # some of them are copies of each other: they are not judged
    for _ in range(invented):
        event = press.event()
        events.append((len(texts), len(texts) + 1))
        texts += [tuple(" ".join(part) for part in press.text(event, 300)) for _ in range(2)]
    for origin, text in enumerate(texts):
        found.append(Made(text, origin, "original"))
        found += [Made(changed, origin, how) for how, changed in maker.versions(text)]
    for origin, text in enumerate(texts[samples:], samples):
        quoted = max(" ".join(text).split(". "), key=len)
        own = maker.noisy(texts[(origin + 7) % len(texts)], 1.0)
        found.append(Made((*own, f"{quoted}."), origin, "quotes it"))
    for place, form in enumerate(BULLETINS):
        found += maker.bulletins(form, len(texts) + place)
    return found, events


def truth(one: Made, other: Made, samples: int) -> bool | None:
    """Whether two of the set are copies; None where nothing says so."""
    if one.origin != other.origin:
        return None if max(one.origin, other.origin) < samples else False
    hows = {one.how, other.how}
    if one.how.startswith("bulletin"):
        return len(hows) == 1
    if hows == {"original", "quotes it"}:
        return False
    return True if "original" in hows else None


def measured(seed: int, invented: int) -> dict[str, object]:
    """Precision, recall and F1, and what was missed or wrongly taken for a copy, by kind."""
    articles, events = made(seed, invented)
    profiles = {number: _profile(one) for number, one in enumerate(articles, 1)}
    linker = Linker(profiles.__getitem__)
    linker.extend(profiles.items())
    samples = len(events[0])
    right, wrong, missed = Counter[str](), Counter[str](), Counter[str]()
    by_origin: dict[int, list[int]] = {}
    for number, one in enumerate(articles, 1):
        by_origin.setdefault(one.origin, []).append(number)
    for number, one in enumerate(articles, 1):
        copies = {found.number for found in linker.find(number, 200) if found.kind in COPIES}
        candidates = copies | set(by_origin[one.origin])
        for other in (other for other in candidates if other > number):
            expected = truth(one, articles[other - 1], samples)
            how = one.how if one.how not in ("original",) else articles[other - 1].how
            how = how.partition(" ")[0] if how.startswith("bulletin") else how
            if expected is not None and (expected or other in copies):
                (right if expected and other in copies else missed if expected else wrong)[how] += 1
    precision = right.total() / (right.total() + wrong.total())
    recall = right.total() / (right.total() + missed.total())
    return {
        "articles": len(articles),
        "copies": right.total() + missed.total(),
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "F1": round(2 * precision * recall / (precision + recall), 4),
        "missed": dict(missed),
        "wrong": dict(wrong),
    }


def _profile(one: Made) -> Profile:
    blocks = tuple(Block(BlockKind.PARAGRAPH, part) for part in one.text)
    words = sum(len(part.split()) for part in one.text)
    return profile(Article("made", date=Value(one.date, "made", 0.9), blocks=blocks, words=words))


def main() -> None:
    """Run from a shell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--invented", type=int, default=150, help="invented events, two texts each (%(default)s)")
    asked = parser.parse_args()
    print(json.dumps(measured(asked.seed, asked.invented)))


if __name__ == "__main__":
    main()
