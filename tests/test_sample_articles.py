"""What each of the shipped sample articles parses to, how they relate, and which stories they form.

The expectations were written by hand from the articles, not by running the parser; see tests/data/README.md.
"""

import json
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypedDict

import pytest

from reader.articles import parse
from reader.library import Library, Places
from reader.model.article import Article, BlockKind
from reader.model.headline import Headline
from reader.query import Everything, Query

CHECKOUT = Path(__file__).parents[1]
SAMPLES = CHECKOUT / "sample_articles"
COUNTED = {
    "paragraphs": BlockKind.PARAGRAPH,
    "tweets": BlockKind.TWEET,
    "captions": BlockKind.CAPTION,
    "headings": BlockKind.HEADING,
}


class Story(TypedDict):
    name: str
    articles: list[str]


class Pair(TypedDict):
    a: str
    b: str
    kind: str


class Expectations(TypedDict):
    articles: dict[str, dict[str, str | int | bool]]
    stories: list[Story]
    pairs: list[Pair]
    unrelated: list[tuple[str, str]]
    not_copies: list[tuple[str, str]]


EXPECTED: Expectations = json.loads((CHECKOUT / "tests/data/sample_expectations.json").read_text(encoding="utf-8"))


def found(article: Article, fact: str) -> str | int | bool:
    """What the parser says of one fact."""
    if fact in COUNTED:
        return sum(block.kind is COUNTED[fact] for block in article.blocks)
    if fact == "title_derived":
        return article.title_derived
    if fact == "language":
        return article.language
    return str(getattr(article, fact).text)


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    base = tmp_path_factory.mktemp("samples")
    opened = Library(Places(SAMPLES, base / "cache", base / "data", base / "log"))
    outcome = opened.refresh(lambda _: None)
    assert outcome.failed == ()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def headlines(library: Library) -> dict[str, Headline]:
    numbers = library.find(Query("", Everything())).numbers
    return {headline.id: headline for headline in library.headlines(numbers)}


def test_every_sample_has_its_expectations_and_there_are_enough() -> None:
    files = {path.relative_to(SAMPLES).as_posix() for path in SAMPLES.rglob("*") if path.is_file()}
    assert files == set(EXPECTED["articles"])
    assert len(files) >= 60
    assert len(EXPECTED["stories"]) >= 15


@pytest.mark.parametrize("path", EXPECTED["articles"])
def test_a_sample_parses_to_what_it_says(path: str) -> None:
    (article,) = parse((SAMPLES / path).read_bytes(), path)
    expected = EXPECTED["articles"][path]
    assert {fact: found(article, fact) for fact in expected} == expected


def test_the_samples_form_these_stories_and_no_others(headlines: dict[str, Headline]) -> None:
    stories: dict[int, set[str]] = defaultdict(set)
    for headline in headlines.values():
        if headline.story:
            stories[headline.story].add(headline.id)
    expected = sorted(sorted(story["articles"]) for story in EXPECTED["stories"])
    assert sorted(sorted(story) for story in stories.values()) == expected


@pytest.mark.parametrize("pair", EXPECTED["pairs"], ids=lambda pair: f"{pair['a']}~{pair['b']}")
def test_two_samples_are_linked_as_what_they_are(library: Library, headlines: dict[str, Headline], pair: Pair) -> None:
    for one, other in ((pair["a"], pair["b"]), (pair["b"], pair["a"])):
        links = {link.headline.id: link for link in library.links(headlines[one].number)}
        assert links[other].kind == pair["kind"]
        assert links[other].reasons


@pytest.mark.parametrize("pair", EXPECTED["unrelated"], ids="~".join)
def test_two_samples_that_have_nothing_in_common_are_not_linked(
    library: Library, headlines: dict[str, Headline], pair: tuple[str, str]
) -> None:
    assert pair[1] not in {link.headline.id for link in library.links(headlines[pair[0]].number)}


@pytest.mark.parametrize("pair", EXPECTED["not_copies"], ids="~".join)
def test_a_bulletin_with_other_figures_is_no_copy(
    library: Library, headlines: dict[str, Headline], pair: tuple[str, str]
) -> None:
    kinds = {link.headline.id: link.kind for link in library.links(headlines[pair[0]].number)}
    assert kinds.get(pair[1], "") not in ("copy", "edited copy", "same story")
