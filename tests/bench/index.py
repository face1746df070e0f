"""How long it takes to read, index and relate a folder, and to notice one file more.

    python tests/bench/index.py FOLDER [--keep DIR]

The folder is copied first, so that a file can be added. `--keep` leaves catalogue and index of FOLDER itself in DIR,
for the other measurements. The peak of memory is that of the largest refresh so far. Headlines and search are asked for
between reports, as a front end does: after how many seconds is there a first headline, are all there, does a word that
every generated article may hold find any.
"""

import argparse
import json
import resource
import shutil
import tempfile
import time
from collections import defaultdict
from datetime import date
from pathlib import Path

from program import HEADLINE, SETTLED, indexed, library, surroundings, words
from terminal import Terminal

from reader.library import Library, Order
from reader.model.refresh import Outcome
from reader.query import Everything, Query, Word

NEW = "Quicksilver reporter notices one more file at once"
"""The title of the article that is added."""
WORD = "said"
"""In every other article at least."""


class Milestones:
    """When a front end that reads along first sees what a person waits for."""

    def __init__(self, opened: Library, total: int) -> None:
        self._opened = opened
        self._total = total
        self.seconds: dict[str, float] = {}
        """For each that was reached: seconds since the refresh began."""

    def look(self, seconds: float) -> None:
        """Note what has been reached by now."""
        listed = 0 if "all headlines" in self.seconds else self._opened.counts().articles
        for name, reached in (("first headline", listed > 0), ("all headlines", listed >= self._total)):
            if reached and name not in self.seconds:
                self.seconds[name] = round(seconds, 2)
        if "search answers" not in self.seconds and len(self._opened.find(Query(WORD, Word(WORD))).numbers):
            self.seconds["search answers"] = round(seconds, 2)


def timed(opened: Library, total: int) -> dict[str, object]:
    """One refresh in its own process: seconds of wall and processor time, wall seconds by stage, the peak of memory."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begun = last = time.monotonic()
    stage, stages = "starting", defaultdict[str, float](float)
    outcome = Outcome()
    milestones = Milestones(opened, total)
    for report in opened.start_refresh().reports():
        now = time.monotonic()
        stages[stage] += now - last
        last = now
        milestones.look(now - begun)
        if isinstance(report, Outcome):
            outcome = report
        else:
            stage = report.stage
    wall = time.monotonic() - begun
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return {
        "articles": outcome.articles,
        "added": outcome.added,
        "wall_s": round(wall, 2),
        "cpu_s": round(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, 2),
        "until_s": milestones.seconds,
        "stages_s": {name: round(seconds, 2) for name, seconds in stages.items()},
        "peak_mb": round(after.ru_maxrss / 1024),
    }


def added(folder: Path, name: str, day: date) -> Path:
    """A new file in the folder."""
    path = folder / name
    path.write_text(f"---\ntitle: {NEW}\ndate: {day}\n---\n\nOne more file was noticed in {name} by the reporter.\n")
    return path


def until_shown(folder: Path, root: Path, day: date) -> float:
    """Seconds from a file's arrival in the folder until a running program shows its headline."""
    with Terminal(words(folder), surroundings(root)) as terminal:
        terminal.until(HEADLINE)
        terminal.rest(SETTLED)
        terminal.forget()
        added(folder, "shown.txt", day)
        begun = time.monotonic()
        terminal.until(NEW[:22])
        seconds = time.monotonic() - begun
        terminal.send("Q")
        terminal.end()
    return round(seconds, 2)


def near_the_top(opened: Library) -> date:
    """The day of the third newest article: what has it too is among the first that are listed."""
    numbers = opened.find(Query("", Everything()), Order.NEWEST).numbers[:3]
    return date.fromisoformat(opened.headlines(numbers)[-1].date)


def main() -> None:
    """Measure, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--keep", type=Path)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        folder = root / "folder"
        shutil.copytree(arguments.folder, folder)
        opened = library(folder, root)
        articles = sum(path.is_file() for path in folder.rglob("*"))
        print(json.dumps({"first": timed(opened, articles)}), flush=True)
        print(json.dumps({"nothing changed": timed(opened, articles)}), flush=True)
        day = near_the_top(opened)
        added(folder, "added.txt", day)
        print(json.dumps({"one file added": timed(opened, articles + 1)}), flush=True)
        opened.close()
        print(json.dumps({"seconds until one file is on the screen": until_shown(folder, root, day)}), flush=True)
    if arguments.keep:
        indexed(arguments.folder, arguments.keep)


if __name__ == "__main__":
    main()
