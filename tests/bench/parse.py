"""How many articles a second of processor time are parsed: blocks and metadata, with names, and the first 4 KB alone.

    python tests/bench/parse.py [--articles 600] [--words 500]

The articles are generated, under every head of `head_layouts`, and half of them as crude pages with menus around them.
The first 4 KB give title, date and outlet wherever the layout has them there; how many of them are as in the whole text
is told too.
"""

import argparse
import json
import time
from collections.abc import Callable
from functools import partial

from head_layouts import LAYOUTS
from invented_press import Dice, Press

from reader.articles import parse
from reader.articles.names import names
from reader.model.article import Article

BEGINNING = 4096
ENTRIES = 20
"""Lines of each of the two menus of a crude page."""


def texts(articles: int, words: int, *, crude: bool) -> list[bytes]:
    """Generated files, as bytes."""
    dice = Dice(3)
    press = Press(dice)
    made = []
    for number in range(articles):
        event, versions = press.story(1, words)
        text = LAYOUTS[number % len(LAYOUTS)][1](event, versions[0])
        made.append((f"{menu(press)}\n\n{text}\n\n{menu(press)}\n" if crude else text).encode())
    return made


def menu(press: Press) -> str:
    """A menu that no other page has, so that nothing is gained by remembering its lines."""
    dice = press.dice
    return "\n".join(" ".join(dice.some(press.rare, dice.number(1, 3))).capitalize() for _ in range(ENTRIES))


def read(data: bytes, limit: int = 2_000_000) -> Article:
    """The article of a file."""
    return parse(data, "news/001.txt", limit)[0]


def named(data: bytes) -> Article:
    """The article of a file, its names found too."""
    article = read(data)
    names(article)
    return article


def timed(files: list[bytes], work: Callable[[bytes], Article]) -> tuple[float, list[Article]]:
    """Files a second of processor time, the best of three, and what they hold."""
    best = 0.0
    for _ in range(3):
        begun = time.process_time()
        done = list(map(work, files))
        best = max(best, len(files) / (time.process_time() - begun))
    return best, done


def main() -> None:
    """Measure, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=600)
    parser.add_argument("--words", type=int, default=500)
    asked = parser.parse_args()
    for kind, crude in (("articles", False), ("crude pages", True)):
        files = texts(asked.articles, asked.words, crude=crude)
        named(files[0])
        told = {"files": kind, "words": asked.words, "of": len(files)}
        whole, articles = timed(files, read)
        print(json.dumps({**told, "read": "blocks and metadata", "a second": round(whole)}), flush=True)
        print(json.dumps({**told, "read": "with names", "a second": round(timed(files, named)[0])}), flush=True)
        first, beginnings = timed(files, partial(read, limit=BEGINNING))
        same = sum(heads(one) == heads(other) for one, other in zip(articles, beginnings, strict=True))
        told |= {"read": "first 4 KB", "a second": round(first), "same title, date and outlet": same}
        print(json.dumps(told), flush=True)


def heads(article: Article) -> tuple[str, str, str]:
    """What a list shows."""
    return article.title.text, article.date.text, article.outlet.text


if __name__ == "__main__":
    main()
