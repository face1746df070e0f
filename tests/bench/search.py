"""Processor time of questions to a library, as the program asks them: find, and the snippets of a screen.

    python tests/bench/search.py FOLDER [--kept DIR] [--times 15]

`--kept` is a directory that index.py filled with `--keep`. The words are taken from the folder itself: the most
frequent and the rarest of a sample.
"""

import argparse
import json
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from statistics import median

from program import indexed, library

from reader.library import Library
from reader.query import parse
from reader.stories.stop_words import STOP_WORDS

SAMPLE = 300
"""Articles from which the words are taken."""
SCREEN = 20
"""Rows on a screen."""


def queries(opened: Library) -> dict[str, str]:
    """One query of each kind, by its name."""
    numbers = opened.find(parse("", date.today())).numbers
    texts = [opened.article(number).text.casefold() for number in numbers[:: max(1, len(numbers) // SAMPLE)]]
    held = Counter(word for text in texts for word in set(re.findall(r"[a-z]{5,}", text)) - STOP_WORDS)
    (common, _), (second, _), *_, (rare, _) = held.most_common()
    pairs = Counter(pair for text in texts for pair in set(re.findall(r"[a-z]{4,} [a-z]{4,}", text)))
    (phrase, _), *_ = pairs.most_common(1)
    return {
        "rare word": rare,
        "common word": common,
        "two words": f"{common} {second}",
        "one of two words": f"{common} OR {second}",
        "phrase": f'"{phrase}"',
        "prefix": f"{common[:3]}*",
        "filter": "is:unread after:2024-06",
        "word and filter": f"{common} is:unread",
        "nothing asked": "",
    }


def cost(ask: Callable[[], object], times: int) -> float:
    """The median of so many askings after a first one, in milliseconds of processor time."""
    ask()
    used = []
    for _ in range(times):
        before = time.process_time()
        ask()
        used.append(time.process_time() - before)
    return round(median(used) * 1000, 2)


def main() -> None:
    """Measure, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--kept", type=Path)
    parser.add_argument("--times", type=int, default=15)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        kept = arguments.kept or Path(name)
        indexed(arguments.folder, kept)
        opened = library(arguments.folder, kept)
        for kind, text in queries(opened).items():
            query = parse(text, date.today())
            numbers = opened.find(query).numbers
            told: dict[str, object] = {kind: text, "found": len(numbers)}
            told["find_ms"] = cost(partial(opened.find, query), arguments.times)
            told["best_first_ms"] = cost(partial(opened.find, query, None), arguments.times)
            if text and ":" not in text:
                told["snippets_ms"] = cost(partial(opened.snippets, numbers[:SCREEN], query), arguments.times)
            print(json.dumps(told), flush=True)
        opened.close()


if __name__ == "__main__":
    main()
