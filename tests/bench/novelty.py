"""How surely what was read is told from what is new, when its words were changed, moved and cut; and how fast.

    python tests/bench/novelty.py [--articles 200]

Of every article half of the paragraphs, chosen by chance, are read in a changed version; then the whole article is
judged. A paragraph whose version was read has to be kept out (known or partly), the others have to be kept in (new).
Beside the version the texts of nine other articles were read, of other stories (of the samples: without a rare name
in common), so that every paragraph
that was not read is new indeed, although it is about the same people and things as those that were. Only paragraphs
that are rated count. Prints a table in Markdown.
"""

import argparse
import json
import random
import re
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator import generate

from reader.articles import parse
from reader.errors import ArticleError
from reader.model.article import Article, Block, BlockKind
from reader.stories.novelty import SHORT, Status, novelty
from reader.stories.passages import passage, passages
from reader.stories.reading import Read

SAMPLES = Path(__file__).parents[2] / "sample_articles"
NOISE = (0.0, 0.1, 0.2, 0.3, 0.4)
OTHERS = 9
RARE = 5
"""A capitalised word in so many sample articles at most is a name of few stories."""
CUT = 0.3
"""Share of the words of a paragraph that an abridgement leaves out."""

Change = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Case:
    """An article of which half was read."""

    article: Article
    """The article to judge."""
    read: list[str]
    """Paragraphs that were read."""
    known: tuple[bool, ...]
    """Of each paragraph of the article, whether a version of it was read."""


def articles_in(folder: Path) -> Iterator[Article]:
    """Every article of a folder with at least four paragraphs that can be rated."""
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            try:
                found = parse(path.read_bytes(), path.name)
            except ArticleError:
                continue
            yield from (each for each in found if len(rated(each)) >= 4)


def rated(article: Article) -> list[str]:
    """Its paragraphs that are long enough."""
    texts = (block.text for block in article.blocks if block.kind is BlockKind.PARAGRAPH)
    return [text for text in texts if len(passage(text).words) >= SHORT]


def noisy(text: str, share: float, vocabulary: Sequence[str], chance: random.Random) -> str:
    """The text with this share of its words replaced by words of other texts."""
    words = text.split()
    for place in chance.sample(range(len(words)), round(share * len(words))):
        words[place] = chance.choice(vocabulary)
    return " ".join(words)


def reordered(text: str, chance: random.Random) -> str:
    """The text with its sentences, or the clauses of a single one, in another order."""
    sentences = re.split(r"(?<=[.!?]) ", text)
    parts, mark = (sentences, " ") if len(sentences) > 1 else (text.split(", "), ", ")
    chance.shuffle(parts)
    return mark.join(parts)


def abridged(text: str, chance: random.Random) -> str:
    """The text without a run of words."""
    words = text.split()
    gone = round(CUT * len(words))
    start = chance.randrange(len(words) - gone + 1)
    return " ".join([*words[:start], *words[start + gone :]])


def unchanged(text: str, _: random.Random) -> str:
    """The text as it is."""
    return text


CHANGES: dict[str, tuple[Change, Change]] = {
    "words": (unchanged, unchanged),
    "words, order": (reordered, unchanged),
    "words, cut since": (unchanged, abridged),
    "words, cut in what was read": (abridged, unchanged),
}
"""What is done to the version that was read, and to the article that is judged, besides changing words."""


def marks(found: Sequence[Article], stories: Mapping[str, int]) -> list[set[str]]:
    """Of each article what only articles of its own story have in common with it."""
    if stories:
        return [{str(stories[article.id])} for article in found]
    names = [{str(name) for name in passage(each.text).names} for each in found]
    spread = Counter(name for each in names for name in each)
    return [{name for name in each if spread[name] <= RARE} for each in names]


def stories_in(truth: Path) -> dict[str, int]:
    """The story of each generated article, by the name of its file."""
    told = json.loads(truth.read_text(encoding="utf-8"))["stories"]
    return {Path(member["id"]).name: story["story"] for story in told for member in story["members"]}


def cases(
    found: Sequence[Article], rare: Sequence[set[str]], share: float, change: tuple[Change, Change], seed: int
) -> Iterator[Case]:
    """Every article, half read."""
    chance = random.Random(seed)
    vocabulary = [word for each in found for text in rated(each) for word in text.split()]
    for place, article in enumerate(found):
        texts = rated(article)
        known = set(chance.sample(range(len(texts)), len(texts) // 2))
        read = [change[0](noisy(texts[each], share, vocabulary, chance), chance) for each in sorted(known)]
        if change[0] is reordered:
            chance.shuffle(read)
        strangers = [other for other in range(len(found)) if other != place and not rare[other] & rare[place]]
        for other in chance.sample(strangers, min(OTHERS, len(strangers))):
            read.extend(rated(found[other]))
        blocks = tuple(Block(BlockKind.PARAGRAPH, change[1](text, chance)) for text in texts)
        yield Case(Article(article.id, blocks=blocks), read, tuple(each in known for each in range(len(texts))))


def shares(tried: Iterator[Case], wrong: list[str]) -> tuple[float, float, int]:
    """Share of the known paragraphs kept out, of the new ones kept in, and how many were judged."""
    counts = Counter[tuple[bool, bool]]()
    for case in tried:
        judged = novelty(case.article, Read(map(passage, case.read)))
        for block, known, judgement in zip(case.article.blocks, case.known, judged, strict=True):
            if judgement.status is not Status.UNRATED:
                right = (judgement.status is Status.NEW) is not known
                counts[known, right] += 1
                if not right:
                    wrong.append(f"{'known' if known else 'new'}, novelty {judgement.novelty}: {block.text[:110]}")
    out, kept = (counts[each, True] / max(1, counts[each, True] + counts[each, False]) for each in (True, False))
    return out, kept, counts.total()


def milliseconds(found: Sequence[Article]) -> tuple[float, float, int]:
    """Processor time to judge an article of 500 words against ten versions of it, to read those, and words judged."""
    chance = random.Random(1)
    texts = [text for each in found for text in rated(each)]
    words = " ".join(texts[:200]).split()
    paragraphs = [" ".join(words[start : start + 42]) for start in range(0, 504, 42)]
    article = Article("a", blocks=tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs))
    versions = [[noisy(text, 0.2, words, chance) for text in paragraphs] for _ in range(10)]
    begun = time.process_time()
    read = Read(passage(text) for version in versions for text in version)
    built = time.process_time()
    for _ in range(20):
        novelty(article, read)
    return (
        (time.process_time() - built) / 20 * 1000,
        (built - begun) * 1000,
        sum(len(each.split()) for each in paragraphs),
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=200, help="of the generator (%(default)s)")
    parser.add_argument("--seeds", type=int, default=3, help="how often each is tried (%(default)s)")
    parser.add_argument("--wrong", action="store_true", help="print every wrong judgement at 30 %% noise")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        truth = generate(Path(name) / "invented", asked.articles, 300, 1)
        samples, invented = list(articles_in(SAMPLES)), list(articles_in(Path(name) / "invented"))
        sets = {"samples": (samples, marks(samples, {})), "generator": (invented, marks(invented, stories_in(truth)))}
    print("| set | change | words changed | known kept out | new kept in | paragraphs |\n|---|---|---|---|---|---|")
    wrong: list[str] = []
    for kind, (found, rare) in sets.items():
        for change, functions in CHANGES.items():
            for noise in NOISE:
                ignored: list[str] = []
                faults = wrong if noise == 0.3 else ignored
                tried = (case for seed in range(asked.seeds) for case in cases(found, rare, noise, functions, seed))
                known, new, count = shares(tried, faults)
                print(f"| {kind} | {change} | {noise:.0%} | {known:.4f} | {new:.4f} | {count} |", flush=True)
    judging, reading, words = milliseconds(samples)
    stored = [len(each.to_bytes()) for article in samples for each in passages(article)]
    print(f"\n{words} words against 10 versions: {judging:.1f} ms; reading those first: {reading:.1f} ms")
    print(f"a passage takes {sum(stored) / len(stored):.0f} bytes")
    if asked.wrong:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
