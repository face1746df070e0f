"""How many titles are found in a folder of crude pages, and how many on text whose first line is its title.

    python tests/bench/titles.py FOLDER

FOLDER holds `gold.jsonl`, an object a line with `file` and `page_title`, and the pages in `articles`. A page's title is
the one of its window, which often names the site too: found is a title that, letter case and punctuation aside, is all
of it or the headline in it (what stands between its bars and dashes and is longest, with or without its neighbours), or
is at least 80 % alike to one of these by `difflib`. Naive is the first line of 25 to 160 letters.
"""

import argparse
import json
import re
import textwrap
from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path

from invented_press import Dice, Press

from reader.articles import parse
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


def main() -> None:
    """Measure, and print JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    folder = parser.parse_args().folder
    gold = [json.loads(line) for line in (folder / "gold.jsonl").read_text(encoding="utf-8").splitlines()]
    for name, read in (("naive", naive_title), ("broadsheet", read_title)):
        right = sum(found(read(folder / "articles" / one["file"]), one["page_title"]) for one in gold)
        print(json.dumps({name: right, "of": len(gold), "share": round(right / len(gold), 3)}))
    right, total = first_lines()
    print(json.dumps({"first lines": right, "of": total, "share": round(right / total, 4)}))


if __name__ == "__main__":
    main()
