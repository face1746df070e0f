"""How many articles a second of processor time are parsed: metadata and blocks, and the first 4 KB alone.

    python tests/bench/parse.py [--articles 600] [--words 500]

The articles are generated, under every head of `head_layouts`, and half of them as crude pages with menus around them.
The first 4 KB give title, date and outlet wherever the layout has them there; how many of them are as in the whole text
is told too.
"""

import argparse
import json
import time

from head_layouts import LAYOUTS
from invented_press import Dice, Press

from reader.articles import parse
from reader.model import Article

BEGINNING = 4096
MENU = "\n".join(f"Menu entry number {count}" for count in range(20))


def texts(articles: int, words: int, *, crude: bool) -> list[bytes]:
    """Generated files, as bytes."""
    dice = Dice(3)
    press = Press(dice)
    made = []
    for number in range(articles):
        event, versions = press.story(1, words)
        text = LAYOUTS[number % len(LAYOUTS)][1](event, versions[0])
        made.append((f"{MENU}\n\n{text}\n\n{MENU}\n" if crude else text).encode())
    return made


def timed(files: list[bytes], limit: int) -> tuple[float, list[Article]]:
    """Files a second of processor time, the best of three, and what they hold."""
    best = 0.0
    for _ in range(3):
        begun = time.process_time()
        read = [parse(data, "news/001.txt", limit)[0] for data in files]
        best = max(best, len(files) / (time.process_time() - begun))
    return best, read


def main() -> None:
    """Measure, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--words", type=int, default=500)
    asked = parser.parse_args()
    for name, crude in (("articles", False), ("crude pages", True)):
        files = texts(asked.articles, asked.words, crude=crude)
        parse(files[0], "warm.txt")
        whole, articles = timed(files, 2_000_000)
        first, beginnings = timed(files, BEGINNING)
        same = sum(
            (one.title.text, one.date.text, one.outlet.text) == (other.title.text, other.date.text, other.outlet.text)
            for one, other in zip(articles, beginnings, strict=True)
        )
        told = {"whole": round(whole), "first 4 KB": round(first), "same title, date and outlet": same}
        print(json.dumps({name: len(files), "a second": told}))


if __name__ == "__main__":
    main()
