"""Processor time of one step of the cursor in the running program.

    python tests/bench/cursor.py FOLDER [--kept DIR] [--keys 200]

FOLDER comes from generator.py; `--kept` is a directory that index.py filled with `--keep`. Keys that follow each other
faster than the cursor rests only move it; slower ones also have each article read, parsed, laid out and marked as read
where that is configured, with its links.
"""

import argparse
import json
import tempfile
from pathlib import Path

from program import HEADLINE, SETTLED, indexed, surroundings, words
from terminal import Terminal

FAST, SLOW = 0.025, 0.25
"""Seconds between two keys: less than the program waits before it reads an article, and more than it needs for that."""


def step(terminal: Terminal, key: str, keys: int, pause: float) -> float:
    """Milliseconds of processor time of one key."""
    before = terminal.use().own
    for _ in range(keys):
        terminal.send(key)
        terminal.rest(pause)
    terminal.rest(1.0)
    return round((terminal.use().own - before) * 1000 / keys, 2)


def idle(terminal: Terminal, seconds: float = 5.0) -> float:
    """Milliseconds of processor time in a second without a key."""
    before = terminal.use().own
    terminal.rest(seconds)
    return round((terminal.use().own - before) * 1000 / seconds, 2)


def main() -> None:
    """Measure, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--keys", type=int, default=200)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        kept = arguments.kept or Path(name)
        indexed(arguments.folder, kept)
        with Terminal(words(arguments.folder), surroundings(kept)) as terminal:
            terminal.until(HEADLINE)
            terminal.rest(SETTLED)
            print(json.dumps({"idle, cpu ms a second": idle(terminal)}))
            print(json.dumps({"j, cpu ms": step(terminal, "j", arguments.keys, FAST)}))
            print(json.dumps({"k, cpu ms": step(terminal, "k", arguments.keys, FAST)}))
            print(json.dumps({"page down, cpu ms": step(terminal, "\x04", arguments.keys, FAST)}))
            print(json.dumps({"j with the article shown, cpu ms": step(terminal, "j", arguments.keys // 4, SLOW)}))
            print(json.dumps({"resident_mb": round(terminal.use().resident, 1)}))
            terminal.send("Q")
            terminal.end()


if __name__ == "__main__":
    main()
