"""How long a start takes until headlines are on the screen, beside that of an empty Textual app.

    python tests/bench/start.py FOLDER [--kept DIR] [--runs 7]

FOLDER comes from generator.py; `--kept` is a directory that index.py filled with `--keep`.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from statistics import median

from program import HEADLINE, SETTLED, indexed, surroundings, words
from terminal import Terminal

from reader.ui.first_frame import FILE_NAME

EMPTY = """
from textual.app import App
from textual.widgets import Static

class Empty(App):
    def compose(self):
        yield Static("nothing else")

Empty().run()
"""
"""The least that a Textual app can be."""


def first_start(folder: Path, kept: Path) -> dict[str, float]:
    """A start on a folder that was never opened before, of a program that was."""
    with tempfile.TemporaryDirectory() as name, Terminal(words(folder), unknown(Path(name), kept)) as terminal:
        seconds = terminal.until(HEADLINE)
        terminal.send("Q")
        terminal.end()
    return {"wall_s": round(seconds, 3)}


def unknown(root: Path, kept: Path) -> Mapping[str, str]:
    """Surroundings in which no folder is known, but the program is compiled."""
    return {**surroundings(root), "PYTHONPYCACHEPREFIX": surroundings(kept)["PYTHONPYCACHEPREFIX"]}


def later_start(folder: Path, kept: Path) -> dict[str, float]:
    """A start on a folder of which everything is known."""
    with Terminal(words(folder), surroundings(kept)) as terminal:
        seconds, listed = terminal.use_when(HEADLINE)
        terminal.rest(SETTLED)
        rested = terminal.use()
        terminal.send("Q")
        terminal.end()
    return {
        "wall_s": seconds,
        "cpu_ms": listed.own * 1000,
        "settled_cpu_ms": rested.own * 1000,
        "refresh_cpu_ms": rested.children * 1000,
        "resident_mb": rested.resident,
    }


def frameless_start(folder: Path, kept: Path) -> dict[str, float]:
    """The same where no frame of the last session is kept: Textual paints what is seen first."""
    for frame in kept.rglob(FILE_NAME):
        frame.unlink()
    return later_start(folder, kept)


def empty_start(kept: Path) -> dict[str, float]:
    """A start of the empty app."""
    with Terminal([sys.executable, "-c", EMPTY], surroundings(kept)) as terminal:
        seconds, shown = terminal.use_when("nothing else")
        terminal.rest(SETTLED)
        rested = terminal.use()
        terminal.send("\x11")
        terminal.end()
    return {
        "wall_s": seconds,
        "cpu_ms": shown.own * 1000,
        "settled_cpu_ms": rested.own * 1000,
        "resident_mb": rested.resident,
    }


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    """The median of every measure."""
    return {name: round(median(run[name] for run in runs), 3) for name in runs[0]}


def main() -> None:
    """Measure by turns, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        kept = arguments.kept or Path(name)
        indexed(arguments.folder, kept)
        later_start(arguments.folder, kept)
        empty_start(kept)
        runs = [
            (
                first_start(arguments.folder, kept),
                later_start(arguments.folder, kept),
                frameless_start(arguments.folder, kept),
                empty_start(kept),
            )
            for _ in range(arguments.runs)
        ]
    first, later, frameless, empty = (medians(list(each)) for each in zip(*runs, strict=True))
    print(json.dumps({"first start": first}))
    print(json.dumps({"later start": later}))
    print(json.dumps({"later start, no frame": frameless}))
    print(json.dumps({"empty Textual app": empty}))
    ratios = (round(each["cpu_ms"] / empty["cpu_ms"], 2) for each in (later, frameless))
    print(json.dumps({"later start : empty app, cpu, with and without a frame": list(ratios)}))


if __name__ == "__main__":
    main()
