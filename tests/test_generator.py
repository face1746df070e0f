"""The generated folder: the same every time, as large as asked for, and as the truth beside it says."""

import datetime
import hashlib
import importlib
import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import TypedDict

import pytest

from reader.articles import parse

BENCH = Path(__file__).parent / "bench"
ARTICLES, WORDS = 1100, 120


class Member(TypedDict):
    id: str
    kind: str
    of: str
    changed: float


class Story(TypedDict):
    story: int
    people: list[str]
    members: list[Member]


class Truth(TypedDict):
    arguments: dict[str, int]
    articles: dict[str, dict[str, str]]
    stories: list[Story]


Generate = Callable[[Path, int, int, int], Path]


@pytest.fixture(scope="module")
def generate() -> Generate:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(BENCH))
        made: Generate = importlib.import_module("generator").generate
    return made


@pytest.fixture(scope="module")
def folder(generate: Generate, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("generated") / "folder"
    generate(folder, ARTICLES, WORDS, 7)
    return folder


@pytest.fixture(scope="module")
def truth(folder: Path) -> Truth:
    found: Truth = json.loads((folder.parent / "folder.truth.json").read_text(encoding="utf-8"))
    return found


def text_of(folder: Path, name: str) -> str:
    return (folder / name).read_text(encoding="utf-8")


def sentences(folder: Path, name: str) -> set[str]:
    """The sentences of a text, unwrapped, without those that may have a head in their way."""
    unwrapped = re.sub(r"\s+", " ", text_of(folder, name))
    return {sentence.strip() for sentence in unwrapped.split(".")[2:] if sentence.strip()}


def digest(folder: Path) -> str:
    found = hashlib.sha256()
    for path in sorted(path for path in folder.parent.rglob("*") if path.is_file()):
        found.update(path.relative_to(folder.parent).as_posix().encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def test_equal_arguments_give_equal_bytes_on_every_machine(generate: Generate, tmp_path: Path) -> None:
    folders = [tmp_path / name / "folder" for name in ("one", "two", "other")]
    for folder, seed in zip(folders, (1, 1, 2), strict=True):
        generate(folder, 60, 80, seed)
    one, two, other = map(digest, folders)
    assert one == two != other
    assert one == "a42268b4dde59ad8777789dd78205f8ddb600305b91ae7f9dd8036e78d6e21cf"


def test_the_folder_holds_as_many_articles_as_asked_for_in_small_subfolders(folder: Path, truth: Truth) -> None:
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert len(files) == ARTICLES
    assert files == set(truth["articles"])
    assert [len(list(sub.iterdir())) for sub in sorted(folder.iterdir())] == [500, 500, 100]
    assert truth["arguments"] == {"articles": ARTICLES, "words": WORDS, "seed": 7}


def test_articles_have_the_length_asked_for(folder: Path, truth: Truth) -> None:
    bodies = [
        text_of(folder, name) for name, facts in truth["articles"].items() if facts["layout"] == "crawl mark only"
    ]
    lengths = [len(body.split()) - 2 for body in bodies]
    assert len(lengths) > 50
    assert sum(lengths) / len(lengths) == pytest.approx(WORDS, rel=0.1)


def test_every_article_belongs_to_one_story(truth: Truth) -> None:
    members = [member["id"] for story in truth["stories"] for member in story["members"]]
    assert len(members) == len(set(members)) == ARTICLES
    sizes = Counter(len(story["members"]) for story in truth["stories"])
    assert set(sizes) == set(range(1, 9))
    assert sizes[1] > sizes[2] > sizes[3] > sizes[5] > sizes[8]


def test_versions_are_made_from_earlier_ones_of_their_story(truth: Truth) -> None:
    for story in truth["stories"]:
        assert [member["kind"] == "original" for member in story["members"]] == [True] + [False] * (
            len(story["members"]) - 1
        )
        earlier: set[str] = set()
        for member in story["members"]:
            assert bool(member["of"]) == (member["kind"] in ("copy", "edited copy"))
            assert not member["of"] or member["of"] in earlier
            assert (member["kind"] == "edited copy") == (0.15 <= member["changed"] <= 0.4)
            earlier.add(member["id"])


def test_copies_share_their_text_edited_ones_most_and_rewrites_none(folder: Path, truth: Truth) -> None:
    shared: dict[str, list[float]] = {"copy": [], "edited copy": [], "rewrite": []}
    for story in truth["stories"][:150]:
        first = story["members"][0]["id"]
        for member in story["members"][1:]:
            mine, other = sentences(folder, member["id"]), sentences(folder, member["of"] or first)
            shared[member["kind"]].append(len(mine & other) / max(len(mine), 1))
    assert min(shared["copy"]) == 1
    assert 0.45 < sum(shared["edited copy"]) / len(shared["edited copy"]) < 0.85
    assert max(shared["rewrite"]) == 0


def test_a_rewrite_shares_people_with_its_story(folder: Path, truth: Truth) -> None:
    rewrites = [
        (member["id"], story["people"])
        for story in truth["stories"]
        for member in story["members"]
        if member["kind"] == "rewrite"
    ]
    assert len(rewrites) > 50
    for name, people in rewrites:
        assert people[0].split()[1] in text_of(folder, name)


def test_the_truth_says_what_a_file_states(folder: Path, truth: Truth) -> None:
    for name, facts in truth["articles"].items():
        text = text_of(folder, name)
        assert all(
            facts[key].casefold() in text.casefold() for key in ("title", "outlet", "agency", "place", "section")
        )
        day = datetime.date.fromisoformat(facts["published"])
        assert facts["date"] in ("", facts["published"])
        stated = (day.isoformat(), f"{day:%B} {day.day}, {day.year}")
        assert bool(facts["date"]) == any(form in text for form in stated)
    assert len({facts["layout"] for facts in truth["articles"].values()}) == 8


def test_files_parse_to_what_their_layout_states(folder: Path, truth: Truth) -> None:
    for name, facts in list(truth["articles"].items())[:50]:
        (article,) = parse((folder / name).read_bytes(), name)
        title = "" if article.title_derived else article.title.text
        assert (title, article.date.text) == (facts["title"], facts["date"])


def test_stories_are_spread_over_more_than_a_year(truth: Truth) -> None:
    days = sorted(facts["published"] for facts in truth["articles"].values())
    first, last = datetime.date.fromisoformat(days[0]), datetime.date.fromisoformat(days[-1])
    assert 350 < (last - first).days < 425


def test_a_folder_in_use_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("kept")
    command = [sys.executable, str(BENCH / "generator.py"), str(tmp_path), "--articles", "3"]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert ended.returncode == 1
    assert "is not empty; name a new folder" in ended.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_the_script_writes_the_same_as_the_function(generate: Generate, tmp_path: Path) -> None:
    generate(tmp_path / "one" / "folder", 12, 50, 3)
    folder = tmp_path / "two" / "folder"
    command = [
        sys.executable,
        str(BENCH / "generator.py"),
        str(folder),
        "--articles",
        "12",
        "--words",
        "50",
        "--seed",
        "3",
    ]
    subprocess.run(command, capture_output=True, check=True)
    assert digest(folder) == digest(tmp_path / "one" / "folder")
