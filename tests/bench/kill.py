"""Kills Broadsheet at random instants and looks whether anything was lost.

    python tests/bench/kill.py [--times 50] [--articles 300] [--seed 1] [--what indexing|marking|quitting]

Exit code 1, and a line for each, where a restart was not clean: an article that cannot be found by its word, or is
found twice, a problem left behind, or a mark that had been shown as set and is not there.
"""

import argparse
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from reader.errors import BroadsheetError, BusyError
from reader.library import Library, Places
from reader.query import parse
from reader.refresh.job import Job
from reader.refresh.process import start
from reader.refresh.work import refresh

TODAY = date(2021, 6, 1)
PATIENCE = 20.0
"""Seconds for which an orphaned refresh may still hold the lock."""

MARKING = """
import itertools, random, sys
from kill import library
from reader.model.marking import Highlight
from reader.query import Query
opened = library(sys.argv[1])
dice = random.Random(int(sys.argv[2]))
numbers = list(opened.find(Query()).numbers)
ids = {one.number: one.id for one in opened.headlines(numbers)}
for count in itertools.count():
    number = dice.choice(numbers)
    kind = dice.choice(("read", "favourite", "tag", "note", "highlight"))
    if kind == "read":
        opened.set_read([number], True)
    elif kind == "favourite":
        opened.set_favourite([number], True)
    elif kind == "note":
        opened.notes.set_note(number, f"note {count}")
    elif kind == "highlight":
        opened.notes.highlight(number, [Highlight(f"passage {count}")])
    else:
        opened.change_tags([number], [f"tag{count % 7}"], [])
    field = "has" if kind in ("note", "highlight") else "is"
    print(f"tag:tag{count % 7}" if kind == "tag" else f"{field}:{kind}", ids[number], flush=True)
"""

QUITTING = """
import random, sys, time
from kill import library
from reader.query import Query
dice = random.Random(int(sys.argv[2]))
while True:
    opened = library(sys.argv[1])
    refreshing = opened.start_refresh()
    number = dice.choice(list(opened.find(Query()).numbers))
    opened.set_favourite([number], True)
    print("is:favourite", opened.headlines([number])[0].id, flush=True)
    time.sleep(dice.random() / 5)
    refreshing.stop()
    opened.close()
"""


def places(root: str | Path) -> Places:
    """Where everything of one trial lies."""
    base = Path(root)
    return Places(base / "articles", base / "cache", base / "data", base / "log")


def library(root: str | Path) -> Library:
    """The library of a trial."""
    return Library(places(root))


class Trials:
    """A folder that is changed, indexed, marked and killed again and again."""

    def __init__(self, root: Path, articles: int, seed: int) -> None:
        self.root = root
        self.dice = random.Random(seed)
        self.places = places(root)
        self.job = Job(self.places.folder, self.places.cache)
        self.words: set[str] = set()
        self.marks: set[tuple[str, str]] = set()
        self.faults: list[str] = []
        self.places.folder.mkdir()
        for number in range(articles):
            self.write(f"word{number}")
        begun = time.monotonic()
        for _ in start(self.job, self.places.log).reports():
            pass
        self.duration = time.monotonic() - begun

    def write(self, word: str) -> None:
        """Write an article that alone holds a word."""
        rest = " ".join(f"term{self.dice.randrange(3000)}" for _ in range(150))
        text = f"About {word}\n\nThe council talked about the {word} until late in the evening. {rest}\n"
        (self.places.folder / f"{word}.txt").write_text(text)
        self.words.add(word)

    def change(self) -> None:
        """Let a part of the folder come, go and change; every third time the cache is lost."""
        for word in self.dice.sample(sorted(self.words), len(self.words) // 6):
            (self.places.folder / f"{word}.txt").unlink()
            self.words.remove(word)
            self.write(f"{word}n" if self.dice.random() < 0.5 else word)
        if self.dice.random() < 0.33:
            shutil.rmtree(self.places.cache)

    def indexing(self) -> None:
        """Kill a refresh."""
        self.change()
        refreshing = start(self.job, self.places.log)
        time.sleep(self.dice.random() * self.duration)
        os.kill(refreshing.process.pid, signal.SIGKILL)
        try:
            for _ in refreshing.reports():
                pass
        except BroadsheetError:
            pass  # that it ended too early is what it should say

    def marking(self) -> None:
        """Kill a process that marks."""
        self.in_child(MARKING)

    def quitting(self) -> None:
        """Kill a process that opens, marks, stops its refresh and closes."""
        self.in_child(QUITTING)

    def in_child(self, program: str) -> None:
        path = os.pathsep.join([str(Path(__file__).parent), *filter(None, sys.path)])
        words = [sys.executable, "-c", program, str(self.root), str(self.dice.randrange(10**9))]
        with (self.root / "errors").open("a") as errors:
            child = subprocess.Popen(
                words, stdout=subprocess.PIPE, stderr=errors, text=True, env={**os.environ, "PYTHONPATH": path}
            )
        assert child.stdout is not None
        shown = [child.stdout.readline()]
        time.sleep(self.dice.random())
        child.kill()
        shown += child.stdout.readlines()
        child.stdout.close()
        child.wait()
        for line in shown:
            if line.endswith("\n"):
                query, _, identifier = line.strip().partition(" ")
                self.marks.add((query, identifier))
        if not shown[0]:
            self.faults.append(f"the child did not start; see {self.root / 'errors'}")

    def check(self) -> None:
        """Refresh, and look at everything."""
        opened = library(self.root)
        self.faults += opened.complaints
        until = time.monotonic() + PATIENCE
        while True:
            try:
                outcome = refresh(self.job, lambda report: self.faults.extend(filter(None, [report.message])))
                break
            except BusyError as fault:
                if time.monotonic() > until:
                    self.faults.append(str(fault))
                    return
                time.sleep(0.05)
        opened.follow()
        self.faults += [f"{problem.id}: {problem.reason}" for problem in outcome.failed]
        self.expect(opened, "*", sorted(self.words))
        self.expect(opened, "council", sorted(self.words))
        for word in self.words:
            self.expect(opened, word, [word])
        standing = [(query, name) for query, name in self.marks if name.removesuffix(".txt") in self.words]
        for query in {query for query, _ in standing}:
            shown = self.found(opened, query)
            self.faults += [
                f"{query} of {name} is lost" for asked, name in standing if asked == query and name not in shown
            ]
        opened.close()

    def expect(self, opened: Library, query: str, words: list[str]) -> None:
        answer = sorted(self.found(opened, query))
        if answer != sorted(f"{word}.txt" for word in words):
            self.faults.append(f"{query} finds {len(answer)} articles: {answer[:5]}, not {len(words)}")

    def found(self, opened: Library, query: str) -> list[str]:
        return [one.id for one in opened.headlines(opened.find(parse(query, TODAY)).numbers)]


def main() -> int:
    """Run from a shell."""
    parser = argparse.ArgumentParser(
        description="Kill Broadsheet at random instants and look whether anything was lost."
    )
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--articles", type=int, default=300)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--what", choices=("indexing", "marking", "quitting"), action="append")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="broadsheet-kill-", ignore_cleanup_errors=True) as root:
        trials = Trials(Path(root), asked.articles, asked.seed)
        kinds: dict[str, Callable[[], None]] = {
            "indexing": trials.indexing,
            "marking": trials.marking,
            "quitting": trials.quitting,
        }
        for count in range(asked.times):
            before = len(trials.faults)
            what = (asked.what or list(kinds))[count % len(asked.what or kinds)]
            kinds[what]()
            trials.check()
            for fault in trials.faults[before:]:
                print(f"kill {count} while {what}: {fault}")
        log = trials.places.log.read_text() if trials.places.log.exists() else ""
        if log:
            print(log)
    print(f"{asked.times} kills, {len(trials.words)} articles, {len(trials.marks)} marks, {len(trials.faults)} faults")
    return 1 if trials.faults or log else 0


if __name__ == "__main__":
    sys.exit(main())
