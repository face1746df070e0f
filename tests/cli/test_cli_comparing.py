"""`novelty`, `compare`, `stories` and `timeline`: what they print, and the fields that scripts rely on."""

from pathlib import Path

import pytest
from cli_case import FERRY, Case

SEEDS = Path(__file__).parents[2].parent / "shared/seeds"
FIRST, SECOND = SEEDS / "000_c4d47938a8aa6427.txt", SEEDS / "001_f296c458783725f1.txt"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are another's text and not in the repository")

LATER = """\
Tarn ferry was off its course
10 April 2021

A ferry with 145 passengers on board ran aground off Cape Tarn on Thursday, the coastguard said.

The mate of the ferry told a court on Friday that he had mended a radio while she drifted out of the channel.

Rescuers under Marta Quill brought everybody ashore before nightfall at the village of Tarn Bay.
"""


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


@pytest.fixture
def outside(tmp_path: Path) -> dict[str, str]:
    """Two files that lie in no folder of articles."""
    paths = {"ferry": tmp_path / "ferry.txt", "later": tmp_path / "later.txt"}
    paths["ferry"].write_text(FERRY)
    paths["later"].write_text(LATER)
    return {name: str(path) for name, path in paths.items()}


# novelty


def test_novelty_judges_every_paragraph_of_a_file_outside_the_folder(case: Case, outside: dict[str, str]) -> None:
    found = case.bare("novelty", "--read", outside["ferry"], outside["later"], "--json")
    assert found.code == 0
    assert [(row["paragraph"], row["status"]) for row in found.json] == [(1, "known"), (2, "new"), (3, "known")]
    assert list(found.json[0]) == ["paragraph", "status", "novelty", "text", "kind", "block", "marked"]
    first = found.json[0]
    assert [first["text"][start:end] for start, end in first["marked"]] == ["145"]
    assert (found.json[1]["novelty"] > 0.6, found.json[2]["novelty"]) == (True, 0.0)


def test_novelty_takes_several_files_in_any_way(case: Case, outside: dict[str, str]) -> None:
    case.put("mate.txt", LATER.replace("Tarn ferry", "The ferry"))
    one = case.run("novelty", "--read", outside["ferry"], "mate.txt", outside["later"], "--jsonl")
    other = case.run("novelty", "--read", outside["ferry"], "--read", "mate.txt", outside["later"], "--jsonl")
    assert one.lines == other.lines
    assert {row["status"] for row in one.lines} == {"known"}


def test_novelty_of_an_article_of_the_folder_is_asked_by_its_id(case: Case) -> None:
    found = case.run("novelty", "--read", "world/ferry.txt", "copy.txt", "--json")
    assert {row["status"] for row in found.json} == {"known"}


def test_novelty_marks_new_paragraphs_at_the_margin_and_figures_in_brackets(
    case: Case, outside: dict[str, str]
) -> None:
    told = case.bare("novelty", "--read", outside["ferry"], outside["later"]).text
    assert "1 new · 0 partly known · 2 known" in told
    assert "▌   2 The mate of the ferry" in told
    assert "·   1 A ferry with [145] passengers" in told
    assert max(map(len, told.splitlines())) <= 80


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["novelty", "ferry.txt"], "name what was read"),
        (["novelty", "--read", "nowhere.txt", "world/ferry.txt"], "nowhere.txt: no such article"),
        (["novelty"], "required"),
        (["compare", "world/ferry.txt", "nowhere.txt"], "nowhere.txt: no such article"),
        (["compare", "world/ferry.txt", "world"], "world: this is a folder"),
        (["compare", "budget.txt"], "no other version of it is known; name the one to compare it with"),
        (["story", "999999"], "no story 999999; `broadsheet stories`"),
        (["timeline", "999999"], "no story 999999; `broadsheet stories`"),
        (["timeline", "nowhere.txt"], "nowhere.txt: no such article"),
    ],
)
def test_what_cannot_be_done_is_told_in_words(
    case: Case, monkeypatch: pytest.MonkeyPatch, words: list[str], complaint: str
) -> None:
    monkeypatch.chdir(case.folder)
    found = case.run(*words)
    assert found.code in (1, 2)
    assert complaint in found.complaints
    assert found.text == ""


def test_a_file_of_several_articles_can_be_read_but_not_judged_whole(case: Case) -> None:
    article = '{{"title": "{0}", "text": "{1}"}}\n'
    ferry, other = FERRY.split("\n\n")[1:3]
    path = case.put("many.jsonl", article.format("One", ferry) + article.format("Two", other))
    judged = case.run("novelty", "--read", str(path), "world/ferry.txt", "--json")
    assert [row["status"] for row in judged.json][:2] == ["known", "known"]
    refused = case.run("novelty", "--read", "world/ferry.txt", "many.jsonl")
    assert (refused.code, "name one, such as many.jsonl#1" in refused.complaints) == (2, True)
    assert case.run("novelty", "--read", "world/ferry.txt", "many.jsonl#2", "--json").json[0]["status"] == "known"


# compare


def test_compare_aligns_paragraphs_word_by_word(case: Case, outside: dict[str, str]) -> None:
    rows = case.bare("compare", outside["ferry"], outside["later"], "--jsonl").lines
    assert [(row["a"], row["b"], row["status"]) for row in rows] == [
        (1, 1, "shared"),
        (None, 2, "only b"),
        (2, 3, "shared"),
        (3, None, "only a"),
        (4, None, "only a"),
    ]
    assert rows[0]["words"][:5] == [["=", "A"], ["=", "ferry"], ["=", "with"], ["-", "140"], ["+", "145"]]
    assert rows[0]["differences"] == [
        {"kind": "figure", "a": "140", "b": "145", "subject": "passengers", "told": "140 here, 145 there (passengers)"}
    ]
    assert {change for change, _ in rows[1]["words"]} == {"+"}
    assert list(rows[0]) == ["a", "b", "status", "words", "kind", "a_block", "b_block", "differences"]


def test_compare_prints_one_text_in_80_columns_and_two_from_110(
    case: Case, outside: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    narrow = case.bare("compare", outside["ferry"], outside["later"]).text
    assert "A ferry with [-140-] {+145+} passengers" in narrow
    assert "figures    140 here, 145 there (passengers)\n  compared: the 2 passages that both have; 3" in narrow
    assert max(map(len, narrow.splitlines())) <= 80
    monkeypatch.setenv("COLUMNS", "120")
    wide = case.bare("compare", outside["ferry"], outside["later"]).text
    (line,) = [line for line in wide.splitlines() if "[140]" in line]
    assert "[145]" in line
    assert 80 < max(map(len, wide.splitlines())) <= 120


@needs_seeds
def test_compare_and_novelty_agree_on_the_seeds(case: Case) -> None:
    rows = case.bare("compare", str(FIRST), str(SECOND), "--json").json
    status = {"shared": "known", "reworked": "partly", "only a": "new", "only b": "new"}
    for key, judged, read in (("a_block", FIRST, SECOND), ("b_block", SECOND, FIRST)):
        told = {
            row["block"]: row["status"] for row in case.bare("novelty", "--read", str(read), str(judged), "--json").json
        }
        assert {row[key]: status[row["status"]] for row in rows if row[key]} == told


# stories and timeline


def test_stories_lists_titles_articles_and_days(case: Case) -> None:
    found = case.run("stories", "--json").json
    assert list(found[0]) == ["story", "title", "articles", "outlets", "first", "last", "title_derived"]
    (story,) = found
    assert sorted(story["articles"]) == ["copy.txt", "world/ferry.txt"]
    assert (story["first"], story["last"], story["outlets"]) == ("2021-04-08", "2021-04-08", [])
    text = case.run("stories").text
    assert text.splitlines()[0].startswith("  2  ")
    assert "8 April 2021" in text


def test_a_folder_without_stories_says_so(case: Case) -> None:
    (case.folder / "copy.txt").unlink()
    found = case.run("stories", "--json")
    assert (found.code, found.json) == (1, [])
    assert "no two articles tell the same event" in found.complaints


def test_the_timeline_of_a_story_is_asked_by_number_or_article(case: Case) -> None:
    number = case.run("stories", "--json").json[0]["story"]
    by_number = case.run("timeline", str(number), "--json").json
    assert by_number == case.run("timeline", "copy.txt", "--json").json
    assert [(row["date"], row["kind"], row["mention"], row["inferred"]) for row in by_number] == [
        ("2021-04-08", "mentioned", "Thursday", True),
        ("2021-04-08", "published", None, False),
    ]
    assert sorted(by_number[0]["articles"]) == ["copy.txt", "world/ferry.txt"]
    assert by_number[0]["precision"] == "day"


def test_the_timeline_of_an_article_alone_or_of_any_file_is_its_own(case: Case, outside: dict[str, str]) -> None:
    alone = case.run("timeline", "budget.txt", "--jsonl").lines
    assert {tuple(row["articles"]) for row in alone} == {("budget.txt",)}
    assert {row["date"] for row in case.bare("timeline", outside["later"], "--jsonl").lines} == {
        "2021-04-08",
        "2021-04-09",
        "2021-04-10",
    }


def test_the_timeline_is_printed_with_days_that_were_found_out_marked(case: Case, outside: dict[str, str]) -> None:
    lines = case.bare("timeline", outside["later"]).text.splitlines()
    assert lines[0].startswith("≈2021-04-08  A ferry")
    assert "[Thursday]" in " ".join(lines)
    assert lines[-1] == " 2021-04-10  published: Tarn ferry was off its course"
    assert max(map(len, lines)) <= 80


def test_a_text_that_names_no_day_has_no_timeline(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "dateless.txt"
    path.write_text(f"No day at all\n\n{'The council talked about the harbour and then went home again. ' * 3}\n")
    found = case.bare("timeline", str(path))
    assert (found.code, "no day is named" in found.complaints) == (1, True)


# story


def test_one_article_is_compared_with_its_closest_version(case: Case) -> None:
    outcome = case.run("compare", "copy.txt")
    assert outcome.complaints == "broadsheet: compared with world/ferry.txt\n"
    assert outcome.text == case.run("compare", "copy.txt", "world/ferry.txt").text


def test_a_story_is_told_as_its_page_has_it(case: Case) -> None:
    case.put("later.txt", LATER)
    told = case.run("story", "world/ferry", "--json").json
    assert [each["id"] for each in told["versions"]] == ["world/ferry.txt", "copy.txt", "later.txt"]
    assert {"story", "title", "passages", "differences", "timeline", "names", "links"} <= set(told)
    assert {"copy.txt": "shared", "world/ferry.txt": "shared", "later.txt": "shared"} in told["passages"]
    assert [(each["a"], each["b"]) for each in told["differences"]] == [("140", "145")]
    assert told["links"][0]["kind"] == "copy"
    text = case.run("story", "copy.txt").text
    assert "  figure     140 / 145 passengers" in text
    assert "  compared: the " in text
    assert "closeness 1.00 of 1" in text
    assert "score" not in text
    for part in ("3 versions", "Who has what", "~ reworded", "What differs", "Timeline", "Names", "Why grouped"):
        assert part in text
    assert case.run("story", str(told["story"])).text == text


def test_an_article_alone_is_a_story_of_one_version(case: Case) -> None:
    text = case.run("story", "budget.txt").text
    assert text.startswith("Parliament sends the budget back\n1 version · 9 April 2021\n")
    assert "Who has what" not in text
