"""`index`, `list`, `search`, `show` and `related`: what they print, and the fields that scripts rely on."""

import json
from pathlib import Path

import pytest
from cli_case import FERRY, Case

LIST_FIELDS = [
    "id",
    "title",
    "title_derived",
    "date",
    "date_confidence",
    "outlet",
    "section",
    "place",
    "words",
    "read",
    "favourite",
    "tags",
    "story",
    "note",
    "highlights",
]
SHOW_FIELDS = [
    "id",
    "title",
    "title_derived",
    "date",
    "outlet",
    "agency",
    "section",
    "place",
    "byline",
    "standfirst",
    "language",
    "words",
    "minutes",
    "url",
    "blocks",
    "people",
    "places",
    "organisations",
    "other_names",
    "provenance",
    "note",
    "highlights",
]

BARELY = """\
Harbour board meets
12 April 2021

The harbour board met on Monday to talk about gulls, paint, lamps, ropes, and at the very end a ferry.

Members of the public asked about the price of ice, and went home when the lamps were put out again.
"""


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


# index


def test_index_tells_what_it_did_in_the_fields_of_the_contract(case: Case) -> None:
    case.put("picture.bin", bytes(range(256)) * 8)
    outcome = case.run("index", "--json")
    assert outcome.code == 0
    assert list(outcome.json) == ["added", "changed", "removed", "unchanged", "failed", "articles", "seconds"]
    assert (outcome.json["added"], outcome.json["articles"]) == (4, 3)
    assert [list(each) for each in outcome.json["failed"]] == [["path", "problem"]]
    assert outcome.json["failed"][0]["path"] == "picture.bin"


def test_a_second_index_finds_what_changed(case: Case) -> None:
    case.run("index")
    case.put("new.txt", FERRY.replace("ferry", "barge"))
    (case.folder / "copy.txt").unlink()
    told = case.run("index", "--json").json
    assert (told["added"], told["removed"], told["unchanged"]) == (1, 1, 2)


def test_index_says_in_words_which_file_gave_no_article_and_why(case: Case) -> None:
    case.put("short.txt", "abc")
    outcome = case.run("index")
    assert "3 articles · 4 added" in outcome.text
    assert "1 file gave no article:\n  short.txt: under 30 characters" in outcome.text


# list


def test_list_indexes_a_new_folder_first_and_prints_the_fields_of_the_contract(case: Case) -> None:
    outcome = case.run("list", "--json")
    assert outcome.code == 0
    assert {tuple(each) for each in outcome.json} == {tuple(LIST_FIELDS)}
    ferry = next(each for each in outcome.json if each["id"] == "world/ferry.txt")
    assert ferry["title"] == "Ferry runs aground off Cape Tarn"
    assert (ferry["date"], ferry["title_derived"]) == ("2021-04-08", False)
    assert (ferry["read"], ferry["favourite"], ferry["tags"]) == (False, False, [])


def test_what_is_not_known_is_null(case: Case) -> None:
    case.put("undated.txt", "A town without a name\n\n" + "Nothing at all happened in the town today again. " * 8)
    found = case.run("list", "--jsonl", "id:undated.txt").lines[0]
    assert [found[name] for name in ("date", "date_confidence", "outlet", "section", "place", "story")] == [None] * 6


def test_jsonl_is_one_object_a_line_and_json_one_document(case: Case) -> None:
    assert case.run("list", "--jsonl").lines == case.run("list", "--json").json


@pytest.mark.parametrize(
    ("order", "first"), [("newest", "budget.txt"), ("title", "world/ferry.txt"), ("outlet", "budget.txt")]
)
def test_list_has_the_order_asked_for(case: Case, order: str, first: str) -> None:
    assert case.run("list", "--jsonl", "--sort", order).lines[0]["id"] == first


def test_oldest_is_newest_backwards_and_limit_cuts(case: Case) -> None:
    newest = [each["date"] for each in case.run("list", "--jsonl").lines]
    oldest = [each["date"] for each in case.run("list", "--jsonl", "--sort", "oldest").lines]
    assert newest == oldest[::-1] == sorted(newest, reverse=True)
    assert len(case.run("list", "--jsonl", "--limit", "2").lines) == 2


def test_list_takes_a_query_that_begins_with_a_dash(case: Case) -> None:
    assert [each["id"] for each in case.run("list", "-ferry", "--jsonl").lines] == ["budget.txt"]


def test_list_shows_day_title_and_id_of_each_article(case: Case) -> None:
    text = case.run("list", "budget").text
    assert text.splitlines() == ["●  2021-04-09  Parliament sends the budget back", f"{'':15}budget.txt · 1 min"]


def test_an_empty_folder_is_told_and_is_nothing_found(case: Case, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    outcome = case.bare("list", "--folder", str(empty))
    assert (outcome.code, outcome.text) == (1, "")
    assert outcome.complaints == f"broadsheet: no articles in {empty}\n"
    assert case.bare("list", "--folder", str(empty), "--json").json == []


def test_without_a_refresh_a_new_file_is_not_seen(case: Case) -> None:
    case.run("index")
    case.put("new.txt", FERRY.replace("ferry", "barge"))
    assert len(case.run("list", "--jsonl", "--no-refresh").lines) == 3
    assert len(case.run("list", "--jsonl").lines) == 4


def test_text_of_an_article_reaches_the_terminal_without_controls(case: Case) -> None:
    case.put("evil.txt", FERRY.replace("Ferry runs", "Ferry \x1b]0;owned\x07\x1b[2Jruns"))
    for words in (("list",), ("search", "ferry"), ("show", "evil.txt"), ("show", "--raw", "evil.txt")):
        outcome = case.run(*words)
        assert not set("\x1b\x07\x9b") & set(outcome.text + outcome.complaints)


def test_a_file_name_that_is_no_utf8_is_shown_escaped_and_can_be_asked_for(case: Case) -> None:
    case.put(b"caf\xe9.txt".decode("utf-8", "surrogateescape"), FERRY.replace("ferry", "barge"))
    name = next(each["id"] for each in case.run("list", "--jsonl").lines if each["id"].startswith("caf"))
    assert name == "caf\\xe9.txt"
    assert case.run("show", name, "--json").json["id"] == name


# search


def test_search_prints_the_document_of_the_contract(case: Case) -> None:
    outcome = case.run("search", "coastguard title:ferry", "--json")
    assert outcome.code == 0
    assert list(outcome.json) == ["query", "parsed", "total", "total_is_exact", "hits"]
    assert (outcome.json["query"], outcome.json["total"], outcome.json["total_is_exact"]) == (
        "coastguard title:ferry",
        2,
        True,
    )
    for hit in outcome.json["hits"]:
        assert list(hit) == [*LIST_FIELDS, "score", "snippet"]
        assert hit["score"] > 0
        assert "coastguard" in hit["snippet"]


def test_the_total_counts_what_the_limit_leaves_out(case: Case) -> None:
    told = case.run("search", "ferry", "--limit", "1", "--json").json
    assert (told["total"], len(told["hits"])) == (2, 1)


def test_search_lists_the_best_first_and_newest_on_request(case: Case) -> None:
    case.put("later.txt", BARELY)
    best = case.run("search", "ferry", "--jsonl").lines
    newest = case.run("search", "ferry", "--jsonl", "--sort", "newest").lines
    assert [each["score"] for each in best] == sorted((each["score"] for each in best), reverse=True)
    assert newest[0]["id"] == "later.txt"
    assert best[-1]["id"] == "later.txt"
    assert {each["id"]: each["score"] for each in best} == {each["id"]: each["score"] for each in newest}


def test_several_words_need_no_quotes(case: Case) -> None:
    assert case.run("search", "budget", "vorland", "--json").json["query"] == "budget vorland"


def test_nothing_found_is_1_and_tells_the_near_spelling(case: Case) -> None:
    outcome = case.run("search", "coastgaurd")
    assert (outcome.code, outcome.text) == (1, "")
    assert "nothing found for coastgaurd; did you mean coastguard instead of coastgaurd?" in outcome.complaints
    assert "nothing found for outlet:zzz; no outlet is called zzz\n" in case.run("search", "outlet:zzz").complaints


@pytest.mark.parametrize("command", ["search", "list"])
def test_a_wrong_query_is_2_with_a_caret_below_the_wrong_character(case: Case, command: str) -> None:
    outcome = case.run(command, "ferry (is:unread")
    assert (outcome.code, outcome.text) == (2, "")
    message, query, caret = outcome.complaints.splitlines()
    assert message.startswith("broadsheet: this ( is never closed")
    assert query[caret.index("^")] == "("


def test_the_caret_stands_right_below_wide_characters_and_in_a_long_query(case: Case) -> None:
    caret = case.run("search", "日本 (x").complaints.splitlines()[-1]
    assert caret == f"  {'':5}^"
    _, query, caret = case.run("search", f"{'ferry ' * 60}(x").complaints.splitlines()
    assert query[caret.index("^")] == "("
    assert len(query) < 80


# show


def test_show_prints_the_fields_of_the_contract(case: Case) -> None:
    told = case.run("show", "world/ferry.txt", "--json").json
    assert list(told) == SHOW_FIELDS
    assert (told["id"], told["title"], told["date"]) == (
        "world/ferry.txt",
        "Ferry runs aground off Cape Tarn",
        "2021-04-08",
    )
    assert told["outlet"] is None
    assert [block["kind"] for block in told["blocks"]] == ["paragraph"] * 4
    assert [list(block) for block in told["blocks"]] == [["kind", "text"]] * 4


def test_provenance_names_rule_confidence_and_span_of_every_value_present(case: Case) -> None:
    told = case.run("show", "world/ferry.txt", "--json").json
    present = {name for name in ("title", "date", "outlet", "byline", "section", "url") if told[name] is not None}
    assert present <= set(told["provenance"])
    assert all(told[name] is not None for name in told["provenance"])
    title = told["provenance"]["title"]
    assert list(title) == ["rule", "confidence", "span"]
    assert FERRY[slice(*title["span"])] == told["title"]


def test_tweets_and_captions_carry_their_own_keys(case: Case) -> None:
    tweet = (
        "We thank the crews of all the boats that came out in the fog tonight. "
        "pic.twitter.com/abcDEF1234 — Tarn Coastguard (@TarnCoast) April 8, 2021"
    )
    case.put("tweet.txt", FERRY.replace("Divers", f"{tweet}\n\nDivers"))
    blocks = case.run("show", "tweet.txt", "--json").json["blocks"]
    (found,) = [block for block in blocks if block["kind"] == "tweet"]
    assert list(found) == ["kind", "text", "author", "handle", "date", "media"]
    assert (found["author"], found["handle"], found["date"]) == ("Tarn Coastguard", "@TarnCoast", "2021-04-08")
    text = case.run("show", "tweet.txt").text
    assert "  | We thank the crews" in text
    assert "  | — Tarn Coastguard @TarnCoast · 2021-04-08" in text


def test_show_reads_a_file_outside_any_folder_and_makes_no_index(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "alone.txt"
    path.write_text(FERRY)
    outcome = case.bare("show", str(path), "--json")
    assert (outcome.code, outcome.json["id"], outcome.complaints) == (0, "alone.txt", "")
    assert not (tmp_path / "cache").exists()
    assert not case.data.exists()


def test_show_by_path_and_by_id_is_the_same(case: Case) -> None:
    by_path = case.run("show", str(case.folder / "world" / "ferry.txt"), "--json").json
    assert by_path == case.run("show", "world/ferry.txt", "--json").json
    assert by_path == case.run("show", "./world/ferry.txt", "--json").json


def test_show_wraps_text_and_show_raw_leaves_it(case: Case) -> None:
    text = case.run("show", "world/ferry.txt").text
    assert max(map(len, text.splitlines())) <= 72
    assert text.startswith("Ferry runs aground off Cape Tarn\n\n2021-04-08")
    assert case.run("show", "world/ferry.txt", "--raw").text.strip() == FERRY.strip()


@pytest.mark.parametrize(
    ("content", "reason"), [(bytes(range(256)) * 20, "binary"), (b"", "empty"), (b"\n1234\n", "no letters")]
)
def test_show_says_why_a_file_gives_no_article(case: Case, tmp_path: Path, content: bytes, reason: str) -> None:
    path = tmp_path / "odd"
    path.write_bytes(content)
    outcome = case.bare("show", str(path))
    assert (outcome.code, outcome.text) == (1, "")
    assert outcome.complaints.startswith(f"broadsheet: {path}: ")
    assert reason in outcome.complaints


def test_show_refuses_a_folder_and_raw_json(case: Case) -> None:
    assert "this is a folder" in case.run("show", str(case.folder)).complaints
    assert case.run("show", "copy.txt", "--raw", "--json").code == 2


def test_an_unknown_id_is_told_with_near_ids(case: Case) -> None:
    for words in (("show", "ferr"), ("related", "ferr"), ("tag", "ferr", "+x")):
        outcome = case.run(*words)
        assert (outcome.code, outcome.text) == (1, "")
        assert "ferr: no such article; did you mean world/ferry.txt?" in outcome.complaints


# related


def test_related_prints_kind_score_and_reasons(case: Case) -> None:
    told = case.run("related", "world/ferry.txt", "--json").json
    assert told["id"] == "world/ferry.txt"
    (link,) = told["related"]
    assert list(link) == ["id", "score", "kind", "reasons"]
    assert (link["id"], link["kind"]) == ("copy.txt", "copy")
    assert 0 < link["score"] <= 1
    assert link["reasons"]
    assert all(link["reasons"])
    text = case.run("related", "world/ferry.txt").text.splitlines()
    assert text[0] == "copy          Tarn ferry strikes reef in fog"
    assert text[1].strip() == "copy.txt · 2021-04-08"
    assert text[2].strip() == " · ".join(link["reasons"])


def test_related_of_all_is_one_object_for_every_article(case: Case) -> None:
    outcome = case.run("related", "--all", "--jsonl")
    assert outcome.code == 0
    assert {each["id"]: [link["id"] for link in each["related"]] for each in outcome.lines} == {
        "budget.txt": [],
        "copy.txt": ["world/ferry.txt"],
        "world/ferry.txt": ["copy.txt"],
    }
    assert case.run("related", "--all", "--json").json == outcome.lines
    text = case.run("related", "--all").text.splitlines()
    assert [line for line in text if line and " " not in line] == [each["id"] for each in outcome.lines]


def test_nothing_related_is_1(case: Case) -> None:
    outcome = case.run("related", "budget.txt")
    assert (outcome.code, outcome.text) == (1, "")
    assert outcome.complaints == "broadsheet: nothing is related to budget.txt\n"
    assert case.run("related", "budget.txt", "--json").json == {"id": "budget.txt", "related": []}


def test_related_takes_one_article_or_all(case: Case) -> None:
    assert case.run("related").code == 2
    assert case.run("related", "--all", "budget.txt").code == 2


# The folder


@pytest.mark.parametrize("command", [("list",), ("index",), ("search", "x"), ("tag", "x", "+y")])
def test_a_missing_folder_and_a_file_in_its_place_are_one_line(
    case: Case, tmp_path: Path, command: tuple[str, ...]
) -> None:
    missing = case.bare(*command, "--folder", str(tmp_path / "nowhere"))
    assert missing.code == 1
    assert missing.complaints.count("\n") == 1
    assert "there is no such folder" in missing.complaints
    (tmp_path / "file").write_text("x")
    file = case.bare(*command, "--folder", str(tmp_path / "file"))
    assert file.code == 1
    assert "this is a file, not a folder; to read one file, try: broadsheet show" in file.complaints


def test_the_configured_folder_is_used_where_none_is_named(case: Case) -> None:
    case.config.parent.mkdir()
    case.config.write_text(f"folder: {json.dumps(str(case.folder))}\n")
    outcome = case.bare("list", "--jsonl")
    assert (len(outcome.lines), outcome.complaints) == (3, "")


def test_without_any_folder_the_sample_articles_are_used_and_that_is_told(case: Case) -> None:
    outcome = case.bare("list", "--limit", "3", "--jsonl")
    assert len(outcome.lines) == 3
    assert "these are the sample articles" in outcome.complaints


def test_a_refresh_that_cannot_be_had_is_told_and_the_rest_is_shown(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    import fcntl

    case.run("index")
    case.put("new.txt", FERRY.replace("ferry", "barge"))
    (lock,) = (case.root / "cache").glob("*/lock")
    with lock.open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        outcome = case.run("list", "--jsonl")
        failed = case.run("index")
    assert (outcome.code, len(outcome.lines)) == (0, 3)
    assert "another Broadsheet is bringing this folder's index up to date" in outcome.complaints
    assert (failed.code, failed.text) == (1, "")
    assert len(case.run("list", "--jsonl").lines) == 4
