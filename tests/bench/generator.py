"""Writes a folder of invented news articles with planted stories, and beside it the truth about them.

    python tests/bench/generator.py FOLDER --articles 10000 --words 300 --seed 1

The same arguments give the same bytes on every machine.
"""

import argparse
import json
import sys
from pathlib import Path

from head_layouts import LAYOUTS
from invented_press import Dice, Event, Press, Version

PER_FOLDER = 500
"""Files in one subfolder, at most."""
STORY_WEIGHTS = (40, 24, 14, 9, 5, 4, 2, 2)
"""How many of 100 stories have 1, 2, … 8 articles: a heavy tail; 83 of 100 articles are not alone."""


def _truth(layout: str, planted: tuple[str, ...], event: Event, version: Version) -> dict[str, str]:
    facts = {
        "title": version.title,
        "date": version.day.isoformat(),
        "outlet": version.outlet,
        "agency": version.agency,
        "place": event.place,
        "section": event.section,
    }
    return {"layout": layout, "published": facts["date"]} | {key: facts[key] if key in planted else "" for key in facts}


def _paths(dice: Dice, articles: int) -> list[str]:
    """A path for each article, so that the versions of a story lie scattered over the folder."""
    places = sorted((dice.roll(), number) for number in range(articles))
    names = (f"{number // PER_FOLDER:03d}/{number % PER_FOLDER:03d}" for _, number in places)
    return [f"{name}_{int(dice.roll() * 2**48):012x}.txt" for name in names]


def generate(folder: Path, articles: int = 10_000, words: int = 300, seed: int = 1) -> Path:
    """Fill a new or empty folder and return the path of the truth, `<folder's name>.truth.json` beside it.

    `words` is the mean length of an article; single ones have 70 to 130 % of it. Raises FileExistsError where the
    folder holds anything.
    """
    if folder.exists() and any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty; name a new folder")
    dice = Dice(seed)
    press, paths = Press(dice), _paths(dice, articles)
    for number in range(-(-articles // PER_FOLDER)):
        (folder / f"{number:03d}").mkdir(parents=True, exist_ok=True)
    folder.mkdir(parents=True, exist_ok=True)
    sizes = [size for size, weight in enumerate(STORY_WEIGHTS, 1) for _ in range(weight)]
    facts: dict[str, dict[str, str]] = {}
    stories: list[dict[str, object]] = []
    while len(facts) < articles:
        size = min(dice.one(sizes), articles - len(facts))
        event, versions = press.story(size, words)
        ids = paths[len(facts) : len(facts) + size]
        members = []
        for path, version in zip(ids, versions, strict=True):
            layout, write, planted = dice.one(LAYOUTS)
            (folder / path).write_bytes(write(event, version).encode())
            facts[path] = _truth(layout, planted, event, version)
            of = ids[version.of] if version.of >= 0 else ""
            members.append({"id": path, "kind": version.kind, "of": of, "changed": version.changed})
        stories.append({"story": len(stories) + 1, "people": event.people, "members": members})
    truth = folder.parent / f"{folder.name}.truth.json"
    arguments = {"articles": articles, "words": words, "seed": seed}
    document = {"arguments": arguments, "articles": facts, "stories": stories}
    truth.write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
    return truth


def main() -> int:
    """Run from a shell."""
    parser = argparse.ArgumentParser(description="Write a folder of invented articles with planted stories.")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--words", type=int, default=300, help="mean length of an article (%(default)s)")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    try:
        truth = generate(asked.folder, asked.articles, asked.words, asked.seed)
    except OSError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{asked.articles:,} articles in {asked.folder}, the truth about them in {truth}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
