"""How well stories are told when the pages of a site share footers: B-cubed against the truth, with and without them.

    python tests/bench/footers.py big [--sites 25]

The folder is one of `generator.py`, best of 1,000 articles. Each article is given to a site, and three paragraphs of
footer, made of words of the folder, are set below its text.
"""

import argparse
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from reader.articles import parse
from reader.model.article import Article, Block, BlockKind
from reader.stories.clusters import MEMBER, LinkRow, stories
from reader.stories.profile import profile
from reader.stories.related import Linker

PARAGRAPHS, SHORTEST, LONGEST = 3, 40, 90
"""Of a footer, and the words of one."""


def main() -> None:
    """Measure twice, and print a line of JSON for each."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--sites", type=int, default=25)
    asked = parser.parse_args()
    told = json.loads(asked.folder.with_name(f"{asked.folder.name}.truth.json").read_text())
    truth = {member["id"]: f"story {one['story']}" for one in told["stories"] for member in one["members"]}
    paths = sorted(path for path in asked.folder.rglob("*") if path.is_file())
    articles = [parse(path.read_bytes(), str(path.relative_to(asked.folder)))[0] for path in paths]
    for sites in (0, asked.sites):
        pages = with_footers(articles, sites, random.Random(5)) if sites else articles
        print(json.dumps({"articles": len(pages), "sites": sites, **bcubed(pages, truth)}))


def with_footers(articles: Sequence[Article], sites: int, chance: random.Random) -> list[Article]:
    """The articles as pages of so many sites."""
    words = [word for article in articles[:60] for word in article.text.split() if word.isalpha()]
    footers = [tuple(footer(words, chance)) for _ in range(sites)]
    return [replace(article, blocks=(*article.blocks, *chance.choice(footers))) for article in articles]


def footer(words: Sequence[str], chance: random.Random) -> Iterator[Block]:
    """The paragraphs of one footer."""
    for _ in range(PARAGRAPHS):
        taken = chance.choices(words, k=chance.randint(SHORTEST, LONGEST))
        yield Block(BlockKind.PARAGRAPH, " ".join(taken))


def bcubed(articles: Sequence[Article], truth: Mapping[str, str]) -> dict[str, float]:
    """Precision, recall and F1 of the stories, and the size of the largest."""
    profiles = {number: profile(replace(one, content_hash="")) for number, one in enumerate(articles)}
    linker = Linker(profiles.__getitem__)
    linker.extend(profiles.items())
    links: list[LinkRow] = [
        (number, found.number, found.score, found.kind)
        for number in profiles
        for found in linker.find(number)
        if found.score >= MEMBER
    ]
    groups = stories(links, profiles)
    story = {number: place for place, group in enumerate(groups) for number in group}
    made = {number: f"made {story[number]}" if number in story else f"alone {number}" for number in profiles}
    told = {number: truth.get(one.id, one.id) for number, one in enumerate(articles)}
    both = Counter((made[number], told[number]) for number in profiles)
    sizes, wanted = Counter(made.values()), Counter(told.values())
    precision = sum(both[made[number], told[number]] / sizes[made[number]] for number in profiles) / len(profiles)
    recall = sum(both[made[number], told[number]] / wanted[told[number]] for number in profiles) / len(profiles)
    return {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "F1": round(2 * precision * recall / (precision + recall), 3),
        "largest": max(map(len, groups), default=0),
    }


if __name__ == "__main__":
    main()
