"""How right and how quick the finding of names is, on annotated news that you bring along.

    python tests/bench/names.py eng.testb          CoNLL columns: a word and, last in its line, a tag such as I-PER
    python tests/bench/names.py re3d/"BBC Online"  a folder of re3d: documents.json and entities.json

Counted are exact spans of persons, places and organisations. Prints a line of JSON.
"""

import argparse
import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from reader.articles.names.mentions import mentions
from reader.articles.names.runs import title_case
from reader.model.name import NameKind

TAGS = {
    "PER": NameKind.PERSON, "PERSON": NameKind.PERSON,
    "LOC": NameKind.PLACE, "LOCATION": NameKind.PLACE, "GPE": NameKind.PLACE,
    "ORG": NameKind.ORGANISATION, "ORGANISATION": NameKind.ORGANISATION, "CORPORATION": NameKind.ORGANISATION,
}  # fmt: skip
"""Tags of the data and the kinds that they mean; others are not counted."""

ARTICLES = ("the ", "a ", "an ")
PRONOUNS = ("i", "we", "he", "she", "it", "they", "you", "us", "me", "him", "them")

Named = tuple[int, int, int, NameKind]
"""Line, start, end and kind of a name."""


@dataclass
class Text:
    """One annotated article."""

    lines: list[str] = field(default_factory=list)
    gold: set[Named] = field(default_factory=set)


def columns(path: Path) -> Iterator[Text]:
    """The articles of a file in CoNLL columns; without marks of documents, one of every twenty sentences."""
    text, words = Text(), list[tuple[str, str]]()
    marked = "-DOCSTART-" in path.read_text(encoding="utf-8")
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        parts = line.split()
        if parts and parts[0] != "-DOCSTART-" and not line.startswith("#\t"):
            words.append((parts[0], parts[-1]))
            continue
        if words:
            add_sentence(text, words)
            words = []
        if text.lines and (parts[:1] == ["-DOCSTART-"] or (not marked and len(text.lines) == 20)):
            yield text
            text = Text()
    if text.lines:
        yield text


def add_sentence(text: Text, words: list[tuple[str, str]]) -> None:
    """Append a sentence, spaced as in print, and where its names stand."""
    line, number, quoted = "", len(text.lines), False
    begun, kind, end, glued = 0, "", 0, True
    for word, tag in [*words, ("", "O")]:
        closing = word in {'"', "''"} and quoted
        if not (glued or closing or word in set(".,;:?!)%]") or word.startswith("'") or word == "n't"):
            line += " "
        start = len(line)
        line += word
        label = tag.partition("-")[2].upper()
        if kind and (label != kind or tag.startswith("B-")):
            if kind in TAGS:
                text.gold.add((number, begun, end, TAGS[kind]))
            kind = ""
        if label and not kind:
            begun, kind = start, label
        end = len(line)
        quoted = not quoted if word in {'"', "``", "''"} else quoted
        glued = word in {"(", "[", "$", "``"} or (word == '"' and quoted)
    text.lines.append(line.rstrip())


def re3d(folder: Path) -> Iterator[Text]:
    """The articles of a folder of re3d, entities that stand for persons, places and organisations."""
    gold: dict[str, list[dict[str, object]]] = {}
    for line in (folder / "entities.json").read_text(encoding="utf-8").splitlines():
        entity = json.loads(line)
        gold.setdefault(entity["documentId"], []).append(entity)
    for line in (folder / "documents.json").read_text(encoding="utf-8").splitlines():
        document = json.loads(line)
        text, starts, at = Text(), list[int](), 0
        for paragraph in document["text"].split("\n"):
            starts.append(at)
            text.lines.append(paragraph)
            at += len(paragraph) + 1
        for entity in gold.get(document["_id"], []):
            begin, end, kind = int(str(entity["begin"])), int(str(entity["end"])), str(entity["type"]).upper()
            number = max(place for place, start in enumerate(starts) if start <= begin)
            if kind in TAGS:
                text.gold.add((number, begin - starts[number], end - starts[number], TAGS[kind]))
        yield text


def proper(text: Text) -> set[Named]:
    """The names in capitals among the annotated ones, without articles in front: re3d marks `we` and `the town` too."""
    kept: set[Named] = set()
    for number, begun, end, kind in text.gold:
        passage = text.lines[number][begun:end]
        bare = passage[len(passage.split(" ")[0]) + 1 :] if passage.lower().startswith(ARTICLES) else passage
        if bare[:1].isupper() and bare.lower() not in PRONOUNS:
            kept.add((number, end - len(bare), end, kind))
    return kept


def found(text: Text, language: str) -> set[Named]:
    """The names that the rules find in an article."""
    prose = [number for number, line in enumerate(text.lines) if not title_case(line)]
    headings = [number for number, line in enumerate(text.lines) if title_case(line)]
    order = [*prose, *headings]
    each = mentions([text.lines[number] for number in prose], [text.lines[number] for number in headings], language)
    return {(order[m.line], *m.span, m.kind) for m in each if m.kind is not NameKind.OTHER}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--language", default="en")
    parser.add_argument("--errors", type=int, default=0, help="print so many of the commonest mistakes")
    parser.add_argument("--proper", action="store_true", help="count what is in capitals, without articles in front")
    arguments = parser.parse_args()
    texts = list(re3d(arguments.data) if arguments.data.is_dir() else columns(arguments.data))
    for text in texts if arguments.proper else ():
        text.gold = proper(text)
    begun = time.process_time()
    answers = [found(text, arguments.language) for text in texts]
    seconds = time.process_time() - begun
    right, said, there = Counter[str](), Counter[str](), Counter[str]()
    missed, wrong = Counter[str](), Counter[str]()
    for text, answer in zip(texts, answers, strict=True):
        right.update(kind.value for *_, kind in answer & text.gold)
        said.update(kind.value for *_, kind in answer)
        there.update(kind.value for *_, kind in text.gold)
        missed.update(f"{text.lines[n][a:b]} ({kind.value})" for n, a, b, kind in text.gold - answer)
        wrong.update(f"{text.lines[n][a:b]} ({kind.value})" for n, a, b, kind in answer - text.gold)
    words = sum(len(line.split()) for text in texts for line in text.lines)
    for name, mistakes in (("missed", missed), ("wrong", wrong)) if arguments.errors else ():
        print(name, [f"{count} {mistake}" for mistake, count in mistakes.most_common(arguments.errors)])
    result = {"data": arguments.data.name, "articles": len(texts), "words": words, "names": there.total()}
    result |= scores(right.total(), said.total(), there.total())
    result |= {kind: scores(right[kind], said[kind], there[kind]) for kind in sorted(there)}
    print(json.dumps({**result, "articles_of_500_words_a_second": round(words / 500 / seconds)}))


def scores(right: int, said: int, there: int) -> dict[str, object]:
    precision, recall = right / max(1, said), right / max(1, there)
    both = 2 * precision * recall / (precision + recall) if right else 0.0
    return {"precision": round(precision, 3), "recall": round(recall, 3), "f1": round(both, 3)}


if __name__ == "__main__":
    main()
