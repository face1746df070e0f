"""`tag`, `favourite`, `read`, `unread` and `tags`: what they change, and that they change nothing else."""

import sqlite3
from io import StringIO
from pathlib import Path

import pytest
from cli_case import Case


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


def tags(case: Case, name: str) -> list[str]:
    (found,) = case.run("list", "--jsonl", f"id:{name}").lines
    tags = found["tags"]
    assert isinstance(tags, list)
    return tags


def test_tags_are_added_and_taken_away_in_one_call(case: Case) -> None:
    case.run("tag", "budget.txt", "+later")
    outcome = case.run("tag", "budget.txt", "copy.txt", "+fog", "-later", "--json")
    assert outcome.code == 0
    assert outcome.json == [
        {"id": "budget.txt", "read": False, "favourite": False, "tags": ["fog"], "note": None},
        {"id": "copy.txt", "read": False, "favourite": False, "tags": ["fog"], "note": None},
    ]
    assert tags(case, "budget.txt") == ["fog"]


def test_words_stand_in_any_order_and_options_between_them(case: Case) -> None:
    outcome = case.bare("tag", "-x", "--jsonl", "+two words", "--folder", str(case.folder), "budget.txt", "+h", "-h")
    assert outcome.lines == [
        {"id": "budget.txt", "read": False, "favourite": False, "tags": ["h", "two words"], "note": None}
    ]
    assert case.run("tag", "budget.txt", "-h", "--jsonl").lines[0]["tags"] == ["two words"]


def test_only_marks_that_changed_are_printed(case: Case) -> None:
    case.run("tag", "budget.txt", "+fog")
    outcome = case.run("tag", "budget.txt", "copy.txt", "+Fog", "--jsonl")
    assert [each["id"] for each in outcome.lines] == ["copy.txt"]
    again = case.run("tag", "copy.txt", "+fog")
    assert (again.code, again.text) == (0, "")
    assert "nothing to change" in again.complaints


def test_an_article_can_be_named_by_its_path(case: Case) -> None:
    case.run("tag", str(case.folder / "world" / "ferry.txt"), "+fog")
    assert tags(case, "world/ferry.txt") == ["fog"]


def test_an_id_that_begins_with_a_sign_is_written_with_a_dot(case: Case) -> None:
    case.put("-odd.txt", (case.folder / "budget.txt").read_text().replace("crowns", "marks"))
    assert case.run("tag", "./-odd.txt", "+fog", "--jsonl").lines[0]["id"] == "-odd.txt"


def test_a_query_picks_the_articles_and_a_dry_run_changes_nothing(case: Case) -> None:
    foretold = case.run("tag", "--query", "-ferry", "+money", "--dry-run", "--json").json
    assert [(each["id"], each["tags"]) for each in foretold] == [("budget.txt", ["money"])]
    assert tags(case, "budget.txt") == []
    assert case.run("tag", "--query", "-ferry", "+money", "--json").json == foretold
    assert tags(case, "budget.txt") == ["money"]


@pytest.mark.parametrize(
    "words", [("tag", "budget.txt", "+Later", "+alpha", "-fog"), ("favourite", "budget.txt"), ("read", "budget.txt")]
)
def test_a_dry_run_foretells_exactly_what_the_change_does(case: Case, words: tuple[str, ...]) -> None:
    case.run("tag", "budget.txt", "+later", "+Fog", "+zeal")
    foretold = case.run(*words, "--dry-run", "--json").json
    assert foretold
    assert case.run(*words, "--json").json == foretold


def test_favourites_and_read_are_set_and_taken_back(case: Case) -> None:
    assert case.run("favourite", "budget.txt", "--json").json[0]["favourite"] is True
    assert case.run("read", "budget.txt", "--json").json[0]["read"] is True
    assert case.run("list", "--jsonl", "is:favourite", "is:read").lines[0]["id"] == "budget.txt"
    assert case.run("favourite", "budget.txt", "--off", "--json").json[0]["favourite"] is False
    assert case.run("unread", "budget.txt", "--json").json[0]["read"] is False


def test_in_words_the_marks_of_an_article_are_one_line(case: Case) -> None:
    case.run("favourite", "budget.txt")
    outcome = case.run("tag", "budget.txt", "+fog", "+money")
    assert outcome.text == "budget.txt  unread · favourite · tags fog, money\n"


def test_tags_are_listed_with_their_counts_the_most_used_first(case: Case) -> None:
    assert case.run("tags").code == 1
    case.run("tag", "budget.txt", "+money", "+fog")
    case.run("tag", "copy.txt", "+fog")
    assert case.run("tags", "--json").json == [{"tag": "fog", "articles": 2}, {"tag": "money", "articles": 1}]
    assert case.run("tags").text.split() == ["fog", "2", "money", "1"]


@pytest.mark.parametrize(
    "words",
    [
        ("tag", "budget.txt"),
        ("tag", "+fog"),
        ("tag", "budget.txt", "+"),
        ("tag", "budget.txt", "--query", "ferry", "+fog"),
        ("favourite",),
        ("tag", "--query", "ferry (", "+fog"),
    ],
)
def test_what_cannot_be_understood_is_2_and_changes_nothing(case: Case, words: tuple[str, ...]) -> None:
    outcome = case.run(*words)
    assert (outcome.code, outcome.text) == (2, "")
    assert case.run("tags", "--json").json == []


@pytest.mark.parametrize("how", ["--jsonl", "--json", "ids"])
def test_ids_are_taken_from_what_another_command_prints(case: Case, monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    words = ("search", "ferry", "--json" if how == "ids" else how)
    found = case.run(*words)
    piped = "\n".join(each["id"] for each in found.json["hits"]) + "\n" if how == "ids" else found.text
    monkeypatch.setattr("sys.stdin", StringIO(piped))
    assert case.run("tag", "-", "+fog").code == 0
    assert tags(case, "copy.txt") == tags(case, "world/ferry.txt") == ["fog"]
    assert tags(case, "budget.txt") == []


@pytest.mark.parametrize(("piped", "code", "told"), [("", 1, "no ids"), ("{broken", 2, "no JSON"), ("[3]", 2, "an id")])
def test_without_ids_on_standard_input_nothing_is_changed(
    case: Case, monkeypatch: pytest.MonkeyPatch, piped: str, code: int, told: str
) -> None:
    monkeypatch.setattr("sys.stdin", StringIO(piped))
    outcome = case.run("favourite", "-")
    assert (outcome.code, outcome.text) == (code, "")
    assert told in outcome.complaints


def test_an_article_is_named_by_its_file_without_the_ending_where_one_alone_is_called_so(case: Case) -> None:
    case.run("tag", "ferry", "+fog")
    assert tags(case, "world/ferry.txt") == ["fog"]
    case.put("ferry.txt", "Another ferry\n\nA boat sails on the lake of the town in the evening.")
    outcome = case.run("tag", "ferry", "+lake")
    assert (outcome.code, outcome.text) == (1, "")
    assert "ferry: no such article; did you mean ferry.txt or world/ferry.txt?" in outcome.complaints


@pytest.mark.parametrize("dry", [(), ("--dry-run",)])
def test_an_impossible_tag_is_refused_also_in_a_dry_run(case: Case, dry: tuple[str, ...]) -> None:
    outcome = case.run("tag", "budget.txt", "+fog", "+a,b", *dry)
    assert (outcome.code, outcome.text) == (1, "")
    assert "'a,b' is no tag" in outcome.complaints
    assert tags(case, "budget.txt") == []


def test_one_unknown_id_among_others_changes_nothing(case: Case) -> None:
    outcome = case.run("tag", "budget.txt", "no-such.txt", "+fog")
    assert (outcome.code, outcome.text) == (1, "")
    assert "no-such.txt: no such article" in outcome.complaints
    assert tags(case, "budget.txt") == []


def test_a_query_that_finds_nothing_is_1(case: Case) -> None:
    outcome = case.run("favourite", "--query", "volcano")
    assert (outcome.code, outcome.complaints) == (1, "broadsheet: nothing found for volcano\n")


def test_marks_that_cannot_be_written_are_told_and_lists_still_work(case: Case) -> None:
    case.run("tag", "budget.txt", "+fog")
    (case.data / "state.sqlite3").write_bytes(b"no database at all, " * 500)
    outcome = case.run("tag", "budget.txt", "+money")
    assert (outcome.code, outcome.text) == (1, "")
    assert "It was not touched" in outcome.complaints
    assert len(case.run("list", "--jsonl").lines) == 3
    assert (case.data / "state.sqlite3").read_bytes().startswith(b"no database at all")


def test_marks_are_kept_when_the_cache_is_gone_and_the_file_renamed(case: Case) -> None:
    case.run("tag", "budget.txt", "+fog")
    for name in ("catalogue.sqlite3", "catalogue.sqlite3-wal", "catalogue.sqlite3-shm"):
        for path in (case.root / "cache").glob(f"*/{name}"):
            path.unlink()
    (case.folder / "budget.txt").rename(case.folder / "money.txt")
    assert tags(case, "money.txt") == ["fog"]


def test_every_change_is_in_the_file_when_the_command_ends(case: Case) -> None:
    case.run("tag", "budget.txt", "+fog")
    with sqlite3.connect(case.data / "state.sqlite3") as connection:
        rows = connection.execute("SELECT id, tag FROM article JOIN tag ON article = key").fetchall()
    connection.close()
    assert rows == [("budget.txt", "fog")]
