"""How many titles are found in a folder of crude pages, and how many on text whose first line is its title.

    python tests/bench/titles.py FOLDER [--crossed]

FOLDER holds `gold.jsonl`, an object a line with `file` and `page_title`, and the pages in `articles`. A page's title is
the one of its window, which often names the site too: found is a title that, letter case and punctuation aside, is all
of it or the headline in it (what stands between its bars and dashes and is longest, with or without its neighbours), or
is at least 80 % alike to one of these by `difflib`. Naive is the first line of 25 to 160 letters.

The weights of the rule for crude pages were fitted to such a folder. With `--crossed` they are fitted anew, ten times,
to a random half of its pages, and tried on the other half, which tells how well strange pages are read.
"""

import argparse
import json
import random
import re
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path

import numpy as np
from invented_press import Dice, Press

from reader.articles import parse, parsing
from reader.articles.rules import page_titles
from reader.errors import ArticleError

SEPARATOR = re.compile(r"\s+[|–—»«·•:/<>-]+\s+|\s*[|»«•]\s*|:\s+|\n+")
ALIKE = 0.8
SAMPLES = Path(__file__).resolve().parents[2] / "sample_articles"


def plain(text: str) -> str:
    """The words alone, case folded."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def headlines(page_title: str) -> Iterator[str]:
    """Everything that counts as the title: all runs of parts that hold the longest one or are two from the first on."""
    parts = [plain(part) for part in SEPARATOR.split(page_title) if plain(part)]
    longest = max(parts, key=len, default="")
    for start in range(len(parts)):
        for end in range(start + 1, len(parts) + 1):
            if longest in parts[start:end] or (start == 0 and end > 1):
                yield " ".join(parts[start:end])


def found(title: str, page_title: str) -> bool:
    """Whether this is the title of the page."""
    wanted = {plain(page_title), *headlines(page_title)}
    return plain(title) in wanted or any(SequenceMatcher(None, plain(title), one).ratio() >= ALIKE for one in wanted)


def read_title(path: Path) -> str:
    """The title that Broadsheet finds in a file."""
    try:
        return parse(path.read_bytes(), path.name)[0].title.text
    except ArticleError:
        return ""


def naive_title(path: Path) -> str:
    """The first line that is as long as a title."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((line.strip() for line in lines if 25 <= len(line.strip()) <= 160), "")


def titled_texts() -> Iterator[tuple[str, str]]:
    """Titles and texts below them, as news datasets have them: a line, a blank line, paragraphs or wrapped lines."""
    for path in sorted(SAMPLES.rglob("*.*")):
        try:
            articles = parse(path.read_bytes(), path.name)
        except ArticleError:
            continue
        for article in articles:
            if not article.title_derived and article.title.confidence >= 0.9:
                yield article.title.text, article.text
    press = Press(Dice(7))
    for _ in range(1000):
        _, versions = press.story(1, 300)
        yield versions[0].title, "\n".join(map(" ".join, versions[0].paragraphs))


def first_lines() -> tuple[int, int]:
    """How many titles on first lines are read to the letter, and of how many."""
    right = total = 0
    for title, text in titled_texts():
        wrapped = "\n\n".join(textwrap.fill(part, 72) for part in text.splitlines())
        for body in (text.replace("\n", "\n\n"), text, wrapped):
            for path in ("a.txt", "business/001.txt"):
                total += 1
                right += parse(f"{title}\n\n{body}\n".encode(), path)[0].title.text == title
    return right, total


@dataclass(frozen=True)
class Choice:
    """The lines of a crude page among which one is its title."""

    signs: np.ndarray
    """A row for each line, a column for each weight."""
    right: np.ndarray
    """Which of the lines are the title."""


def choice(path: Path, page_title: str) -> Choice | None:
    """The lines of a page that the rule for crude pages chooses from; None where it does not come to that."""
    try:
        source = parsing.opened(path.read_bytes(), path.name, 2_000_000)
        draft = parsing.first_draft(source.parts[0], source.path, source.today)
    except ArticleError:
        return None
    if draft.value("title") or not page_titles.is_crude(draft):
        return None
    pieces = (*draft.head, *draft.body)[: page_titles.MOST_LINES]
    page = page_titles.Page(pieces, len(draft.head))
    lines = list(page.lines())
    signs = [page.place_and_looks(index) | page.words(index) for index in lines]
    rows = [[each.get(name, 0.0) for name in page_titles.WEIGHTS] for each in signs]
    return Choice(np.array(rows, float), np.array([found(pieces[index].text, page_title) for index in lines], bool))


def fitted(choices: Sequence[Choice]) -> np.ndarray:
    """The weights of a conditional logit, by gradient ascent with a ridge of .5."""
    usable = [each for each in choices if each.right.any()]
    weights = np.zeros(len(page_titles.WEIGHTS))
    for _ in range(600):
        slope = -0.5 * weights
        for each in usable:
            odds = np.exp(np.minimum(each.signs @ weights, 500))
            among = odds * each.right
            slope += (among / among.sum() - odds / odds.sum()) @ each.signs
        weights += 6 * slope / len(usable)
    return weights


def share(weights: np.ndarray, pages: Sequence[int], choices: Sequence[Choice | None], others: Sequence[bool]) -> float:
    """The share of pages whose title these weights find; `others` tells it of pages that they say nothing of."""
    right = 0
    for page in pages:
        each = choices[page]
        right += bool(each.right[np.argmax(each.signs @ weights)]) if each else others[page]
    return right / len(pages)


def crossed(folder: Path, gold: Sequence[dict[str, str]]) -> dict[str, object]:
    """How many titles are found with weights that were fitted to other pages, and how many with those in use."""
    choices = [choice(folder / "articles" / one["file"], one["page_title"]) for one in gold]
    others = [
        found(read_title(folder / "articles" / one["file"]), one["page_title"]) if each is None else False
        for one, each in zip(gold, choices, strict=True)
    ]
    in_use = np.array(list(page_titles.WEIGHTS.values()))
    shuffle = random.Random(1).shuffle
    shares, used = list[float](), list[float]()
    for _ in range(5):
        order = list(range(len(gold)))
        shuffle(order)
        for half, rest in ((order[::2], order[1::2]), (order[1::2], order[::2])):
            weights = fitted([each for index in half if (each := choices[index])])
            shares.append(share(weights, rest, choices, others))
            used.append(share(in_use, rest, choices, others))
    return {
        "pages": len(gold), "crude": sum(each is not None for each in choices), "halves": len(shares),
        "fitted to the other half": round(sum(shares) / len(shares), 3),
        "lowest and highest half": [round(min(shares), 3), round(max(shares), 3)],
        "weights in use": round(sum(used) / len(used), 3),
    }  # fmt: skip


def main() -> None:
    """Measure, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--crossed", action="store_true", help="fit the weights to one half, try them on the other")
    asked = parser.parse_args()
    folder: Path = asked.folder
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, read in (("naive", naive_title), ("broadsheet", read_title)):
        right = sum(found(read(folder / "articles" / one["file"]), one["page_title"]) for one in gold)
        print(json.dumps({name: right, "of": len(gold), "share": round(right / len(gold), 3)}))
    if asked.crossed:
        print(json.dumps(crossed(folder, gold)))
        return
    right, total = first_lines()
    print(json.dumps({"first lines": right, "of": total, "share": round(right / total, 4)}))


if __name__ == "__main__":
    main()
