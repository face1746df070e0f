"""What links and stories cost: the first build, one article more, its related articles, and memory, as a folder grows.

    python tests/bench/links.py --articles 10000 100000 [--words 300] [--more 200] [--sampled]

For each size a catalogue is filled with invented articles as far as the word index would, without files and texts; then
the very function that a refresh calls relates them, from the first to the last and into stories, adds one article alone
and `--more` in one go. Each size has a process of its own. `--sampled` finds the links of `--more` articles alone,
which takes a quarter of the time.

Times are of the processor. Memory is what the links hold once they are open and have been asked: pages of their own,
and those of the mapped files, which the system takes back where it needs them; and the most that the first build had in
memory at a time, all of the process. Last come the ratios of the times, largest size to smallest.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date, timedelta
from multiprocessing import get_context
from pathlib import Path
from typing import ParamSpec
from unittest.mock import patch

import numpy as np
import numpy.typing as npt

from reader.model.article import Article, Value
from reader.model.refresh import Progress
from reader.refresh import grouping, relating
from reader.refresh.relating import LINKS_FACT, RELATED_FACT, relate
from reader.store.catalogue import Catalogue
from reader.store.folder import FileEntry
from reader.store.link_files import LinkFiles
from reader.stories.profile import Profile
from reader.stories.related import Linker
from reader.stories.segment import MOST

VOCABULARY = 60_000
"""Invented words, with Zipf frequencies; the most frequent are stop words and left out of the terms."""
STOP_WORDS = 150
SUBJECTS, SUBJECT_WORDS, EVENT_WORDS = 60, 80, 16
"""However large the folder, so many subjects: in a larger one each has more stories that are alike."""
SHARE_OF_SUBJECT, SHARE_OF_EVENT = 0.15, 0.16
"""How many of the words of an article are of its subject, and of its event; half of these are of the subject too."""
STORY_SIZES = (1,) * 40 + (2,) * 24 + (3,) * 14 + (4,) * 9 + (5,) * 5 + (6,) * 4 + (7, 7, 8, 8)
"""As in the generator: 83 of 100 articles are not alone."""
FIRST_DAY, DAYS = date(2024, 1, 1), 400
MULTIPLIERS = np.array([0x9E3779B1, 0x85EBCA77, 0xC2B2AE3D, 0x27D4EB2F, 0x165667B1], np.uint64)

Words = npt.NDArray[np.int64]
Given = ParamSpec("Given")


@dataclass(frozen=True)
class Version:
    """One invented article."""

    words: Words
    """Its text, as numbers of words."""
    day: str
    """When it was published."""
    names: str
    """The names in it, one a tab."""


class Invention:
    """An endless press: the same seed gives the same articles."""

    def __init__(self, words: int, seed: int = 1) -> None:
        self.chance = np.random.default_rng(seed)
        self.length = words
        weights = 1 / (np.arange(VOCABULARY) + 2.7)
        self.limits = np.cumsum(weights) / weights.sum()
        self.hashes = self.chance.permutation(1 << 32 >> 8)[:VOCABULARY].astype(np.uint32) * np.uint32(251)
        self.subjects = self.chance.integers(1000, VOCABULARY, (SUBJECTS, SUBJECT_WORDS))

    def versions(self) -> Iterator[Version]:
        """Articles, story by story."""
        while True:
            yield from self._story(int(self.chance.choice(STORY_SIZES)))

    def _story(self, size: int) -> Iterator[Version]:
        subject = self.subjects[self.chance.integers(len(self.subjects))]
        event = np.concatenate(
            (self.chance.choice(subject, 8), self.chance.integers(1000, VOCABULARY, EVENT_WORDS - 8))
        )
        first = FIRST_DAY + timedelta(days=int(self.chance.integers(DAYS)))
        names = "\t".join(f"Surname{number} Name{number}" for number in event[:3])
        texts: list[Words] = []
        for place in range(size):
            roll = self.chance.random()
            text = self._text(subject, event) if not place or roll < 0.4 else texts[-1].copy()
            if place and roll >= 0.65:
                for begin in range(0, len(text) - 15, 45):
                    text[begin : begin + 15] = self._text(subject, event)[:15]
            texts.append(text)
            yield Version(text, (first + timedelta(days=int(self.chance.integers(4)))).isoformat(), names)

    def _text(self, subject: Words, event: Words) -> Words:
        count = int(self.length * (0.7 + 0.6 * self.chance.random()))
        words = np.searchsorted(self.limits, self.chance.random(count))
        of_subject = self.chance.random(count) < SHARE_OF_SUBJECT
        of_event = self.chance.random(count) < SHARE_OF_EVENT
        words[of_subject] = self.chance.choice(subject, int(of_subject.sum()))
        words[of_event] = self.chance.choice(event, int(of_event.sum()))
        return words

    def profile(self, version: Version) -> bytes:
        """What the indexer would keep of it."""
        words, hashes = version.words, self.hashes
        once, back, counts = np.unique(words, return_inverse=True, return_counts=True)
        lead = np.bincount(back[:60], minlength=len(once))
        kept = once >= STOP_WORDS
        order = np.argsort(hashes[once[kept]])
        places = np.full(len(once), 0xFFFF, np.uint16)
        places[np.flatnonzero(kept)[order]] = np.arange(len(order))
        mixed = sum(
            hashes[words[place : len(words) - 4 + place]].astype(np.uint64) * multiplier
            for place, multiplier in enumerate(MULTIPLIERS)
        )
        surfaces = " ".join(f"w{number}" for number in once[kept][order])
        return Profile(
            terms=hashes[once[kept]][order],
            counts=(counts + lead)[kept][order].astype(np.uint8),
            shingles=((mixed * MULTIPLIERS[0]) >> np.uint64(24)).astype(np.uint32),
            order=places[back],
            figures=np.empty(0, np.uint32),
            words=len(words),
            date=version.day,
            date_confidence=0.95,
            content_hash=f"{zlib.crc32(words.tobytes()):032x}",
            written=zlib.compress(surfaces.encode(), 6),
            named=version.names,
        ).to_bytes()


def entered(catalogue: Catalogue, made: Iterator[Version], invention: Invention, begin: int, count: int) -> None:
    """Put so many articles into the catalogue, ready to be related."""
    for start in range(begin, begin + count, 1000):
        with catalogue.batch():
            profiles: dict[int, bytes] = {}
            for place in range(start, min(start + 1000, begin + count)):
                version = next(made)
                data = invention.profile(version)
                article = Article(f"{place}.txt", date=Value(version.day, "made", 0.95), words=len(version.words))
                entry = FileEntry(f"{place}.txt", 1, place)
                profiles[catalogue.put(entry, place.to_bytes(16, "big"), [article], None)[0]] = data
            catalogue.mark_indexed(profiles, {}, ())


def memory() -> dict[str, float]:
    """Megabytes that this process holds of its own, and of mapped files."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return {kind: int(lines[f"Rss{kind.title()}"].split()[0]) / 1024 for kind in ("anon", "file")}


@dataclass(frozen=True)
class Times:
    """Seconds of the processor that relating took."""

    whole: float
    """All of it."""
    grouped: float
    """Grouping into stories."""


def clocked(called: Callable[Given, None], spent: list[float]) -> Callable[Given, None]:
    """The same, noting the seconds of the processor that each call takes."""

    def calling(*arguments: Given.args, **named: Given.kwargs) -> None:
        begun = time.process_time()
        called(*arguments, **named)
        spent.append(time.process_time() - begun)

    return calling


def timed(catalogue: Catalogue, *, told: bool = False) -> Times:
    """Relate what is to be related, and tell on the error output how far that has come."""
    spent: list[float] = []

    def tell(progress: Progress) -> None:
        if told and progress.done % 5000 == 0:
            print(f"{progress.done} of {progress.total}: {time.process_time() - begun:.0f} s", file=sys.stderr)

    begun = time.process_time()
    with patch.object(relating, "group", clocked(grouping.group, spent)):
        relate(catalogue, tell)
    return Times(time.process_time() - begun, sum(spent))


def forget_peak() -> None:
    """Have the most memory that was in use begin anew."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def peak() -> float:
    """Megabytes that this process had in memory at most since then."""
    lines = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    return round(int(lines["VmHWM"].split()[0]) / 1024, 1)


def measured(articles: int, words: int, more: int) -> dict[str, float]:
    """All figures of one size."""
    invention = Invention(words)
    made = invention.versions()
    with tempfile.TemporaryDirectory() as name:
        catalogue = Catalogue.open(Path(name))
        entered(catalogue, made, invention, 0, articles)
        forget_peak()
        first = timed(catalogue, told=True)
        most = peak()
        with catalogue.batch():
            catalogue.note(RELATED_FACT, str(2 * articles))  # growth alone shall not have all of it found anew
        entered(catalogue, made, invention, articles, 1)
        alone = timed(catalogue).whole
        entered(catalogue, made, invention, articles + 1, more)
        together = timed(catalogue).whole
        links = sum(path.stat().st_size for path in Path(name, "links").iterdir())
        seconds, held = asked_alone(Path(name), more)
        numbers = catalogue.links.numbers()[:1000]
        linked = sum(len(catalogue.links.of(number)) for number in numbers) / len(numbers)
        grouped = sum(catalogue.stories.of(number) > 0 for number in numbers) / len(numbers)
        catalogue.close()
    return {
        "articles": articles,
        "first build, ms an article": round(1000 * first.whole / articles, 2),
        "of it grouping, ms an article": round(1000 * first.grouped / articles, 3),
        "most memory of the first build, MB": most,
        "one article more, linked and placed, ms": round(1000 * (together - alone) / (more - 1), 2),
        "opening the links, ms": round(1000 * (alone - (together - alone) / (more - 1)), 1),
        "related of one, ms": round(1000 * seconds, 2),
        "links of an article": round(linked, 1),
        "share of articles in stories": round(grouped, 2),
        **held,
        "link files, MB": round(links / 1e6, 1),
    }


def sampled(articles: int, words: int, more: int) -> dict[str, float]:
    """The figures that need no links of all articles: a fraction of the time."""
    invention = Invention(words)
    with tempfile.TemporaryDirectory() as name:
        catalogue = Catalogue.open(Path(name))
        entered(catalogue, invention.versions(), invention, 0, articles)
        with catalogue.batch():
            catalogue.note(LINKS_FACT, "sampled")
        numbers = catalogue.links.numbers()
        files = LinkFiles(Path(name), "sampled")
        linker = Linker(lambda number: Profile.from_bytes(catalogue.links.profile(number)))
        begun = time.process_time()
        for begin in range(0, articles, MOST):
            linker.extend((n, Profile.from_bytes(catalogue.links.profile(n))) for n in numbers[begin : begin + MOST])
            linker.replace(files.save(linker.segments))
        built = time.process_time() - begun
        del linker
        catalogue.close()
        seconds, held = asked_alone(Path(name), more)
    return {
        "articles": articles,
        "taken in, ms an article": round(1000 * built / articles, 2),
        "related of one, ms": round(1000 * seconds, 2),
        **held,
    }


def asked_alone(cache: Path, many: int) -> tuple[float, dict[str, float]]:
    """The same as `related`, in a process of its own: in this one the links would use memory that is held already."""
    with ProcessPoolExecutor(1, get_context("spawn")) as pool:
        return pool.submit(related, cache, many).result()


def related(cache: Path, many: int) -> tuple[float, dict[str, float]]:
    """Seconds of the processor that finding the related articles of one takes, and the memory that the links take."""
    catalogue = Catalogue.open(cache)
    before = memory()
    files = LinkFiles(catalogue.path.parent, catalogue.fact(LINKS_FACT))
    linker = Linker(lambda number: Profile.from_bytes(catalogue.links.profile(number)), files.open())
    numbers = np.random.default_rng(2).choice(catalogue.links.numbers(), many, replace=False).tolist()
    for number in numbers:  # so that what is measured is no reading of the disk
        linker.find(number)
    numbers = np.random.default_rng(3).choice(catalogue.links.numbers(), many, replace=False).tolist()
    begun = time.process_time()
    for number in numbers:
        linker.find(number)
    seconds = (time.process_time() - begun) / many
    after = memory()
    catalogue.close()
    own, mapped = (round(after[kind] - before[kind], 1) for kind in ("anon", "file"))
    return seconds, {"memory of its own, MB": own, "mapped files in memory, MB": mapped}


def main() -> None:
    """Run from a shell."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--articles", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--words", type=int, default=300, help="mean length of an article (%(default)s)")
    parser.add_argument("--more", type=int, default=200, help="articles that are added afterwards (%(default)s)")
    parser.add_argument("--sampled", action="store_true", help="find the links of a sample alone, and no stories")
    asked = parser.parse_args()
    if len(asked.articles) == 1:
        measure = sampled if asked.sampled else measured
        print(json.dumps(measure(asked.articles[0], asked.words, asked.more)))
        return
    found = []
    for articles in sorted(asked.articles):
        words = [sys.executable, __file__, "--articles", str(articles), "--words", str(asked.words)]
        words += ["--more", str(asked.more), *(["--sampled"] if asked.sampled else [])]
        ended = subprocess.run(words, check=True, stdout=subprocess.PIPE, text=True)
        print(ended.stdout, end="", flush=True)
        found.append(json.loads(ended.stdout))
    print(json.dumps({f"{key}: times": round(found[-1][key] / found[0][key], 2) for key in found[0] if " ms" in key}))


if __name__ == "__main__":
    main()
