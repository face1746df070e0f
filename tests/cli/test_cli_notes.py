"""`note`, `undo`, `saved`, and what `show` tells of notes and highlights."""

from pathlib import Path

import pytest
from cli_case import Case

from reader.library import Library, Places
from reader.model.marking import Highlight

PASSAGE = "Rescuers under Marta Quill brought everybody ashore before nightfall at the village of Tarn Bay."


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


def highlight(case: Case, identifier: str, passage: str, note: str) -> None:
    library = Library(Places(case.folder, case.root / "other cache", case.data, case.root / "log"))
    library.refresh(lambda _: None)
    library.notes.highlight(library.number(identifier), [Highlight(passage, note)])
    library.close()


def test_a_note_is_written_printed_and_taken_off(case: Case) -> None:
    outcome = case.run("note", "budget.txt", "who", "asked for it?", "--json")
    assert outcome.json == [
        {"id": "budget.txt", "read": False, "favourite": False, "tags": [], "note": "who asked for it?"}
    ]
    assert case.run("list", "has:note", "--jsonl").lines[0]["note"] == "who asked for it?"
    assert "nothing to change" in case.run("note", "budget.txt", "who asked for it?").complaints
    assert case.run("note", "budget.txt", "later").text == "budget.txt  unread · no tags · note “later”\n"
    assert case.run("note", "budget.txt", "").text == "budget.txt  unread · no tags\n"
    assert case.run("list", "has:note").code == 1


@pytest.mark.parametrize("words", [("note",), ("note", "budget.txt"), ("saved", "add"), ("saved", "add", "Ferry")])
def test_what_is_not_complete_is_2(case: Case, words: tuple[str, ...]) -> None:
    assert case.run(*words).code == 2


def test_changes_are_undone_one_a_call_the_last_first(case: Case) -> None:
    case.run("favourite", "budget.txt", "copy.txt")
    case.run("tag", "budget.txt", "+fog")
    outcome = case.run("undo")
    assert outcome.text == "undone: tag fog\nbudget.txt  unread · favourite · no tags\n"
    told = case.run("undo", "--json").json
    assert (told["undone"], sorted(told["ids"])) == ("favourite", ["budget.txt", "copy.txt"])
    assert [each["favourite"] for each in told["articles"]] == [False, False]
    outcome = case.run("undo")
    assert (outcome.code, outcome.text, outcome.complaints) == (1, "", "broadsheet: nothing to undo\n")


def test_what_was_undone_is_done_again_until_something_else_is_changed(case: Case) -> None:
    case.run("favourite", "budget.txt", "copy.txt")
    case.run("undo")
    told = case.run("redo", "--json").json
    assert (told["redone"], sorted(told["ids"])) == ("favourite", ["budget.txt", "copy.txt"])
    assert [each["favourite"] for each in told["articles"]] == [True, True]
    case.run("undo")
    assert case.run("redo").text.startswith("redone: favourite\n")
    case.run("undo")
    case.run("tag", "budget.txt", "+fog")
    outcome = case.run("redo")
    assert (outcome.code, outcome.text, outcome.complaints) == (1, "", "broadsheet: nothing to redo\n")


def test_a_change_is_undone_where_its_file_was_renamed_to(case: Case) -> None:
    case.run("tag", "budget.txt", "+fog")
    (case.folder / "budget.txt").rename(case.folder / "money.txt")
    assert case.run("undo").text == "undone: tag fog\nmoney.txt  unread · no tags\n"


def test_an_undone_correction_is_searched_as_it_was(case: Case) -> None:
    case.run("correct", "budget.txt", "outlet=Vorland Post")
    assert len(case.run("list", "outlet:vorland*", "--jsonl").lines) == 1
    assert case.run("undo", "--json").json["undone"] == "correction of outlet"
    assert case.run("list", "outlet:vorland*", "--no-refresh").code == 1


def test_show_tells_notes_and_highlights_and_whether_a_passage_still_stands(case: Case) -> None:
    shown = case.run("show", "world/ferry.txt", "--json").json
    assert (shown["note"], shown["highlights"]) == (None, [])
    case.run("note", "world/ferry.txt", "a good one")
    highlight(case, "world/ferry.txt", PASSAGE, "all of them?")
    shown = case.run("show", "world/ferry.txt", "--json").json
    assert shown["note"] == "a good one"
    assert shown["highlights"] == [{"text": PASSAGE, "within": None, "note": "all of them?", "stands": True}]
    path = case.folder / "world/ferry.txt"
    path.write_text(path.read_text().replace("Rescuers under Marta Quill", "People"))
    assert case.run("show", str(path), "--json").json["highlights"][0]["stands"] is False
    elsewhere = case.root / "world" / "ferry.txt"
    elsewhere.parent.mkdir()
    elsewhere.write_bytes(path.read_bytes())
    assert case.run("show", str(elsewhere), "--json").json["note"] is None


def test_searches_are_saved_counted_replaced_and_removed(case: Case) -> None:
    assert case.run("saved").code == 1
    case.run("saved", "add", "Ferry news", "ferry", "-budget")
    case.run("saved", "add", "All", "is:unread")
    assert case.run("saved", "--json").json == [
        {"name": "All", "query": "is:unread", "articles": 3},
        {"name": "Ferry news", "query": "ferry -budget", "articles": 2},
    ]
    assert case.run("saved").text == "All              3  is:unread\nFerry news       2  ferry -budget\n"
    assert case.run("saved", "add", "ALL", "budget", "--jsonl").lines[0]["articles"] == 1
    assert case.run("saved", "remove", "all").text == "Ferry news       2  ferry -budget\n"
    outcome = case.run("saved", "remove", "all")
    assert outcome.code == 1
    assert "no saved search is called all; there are Ferry news" in outcome.complaints
    assert case.run("undo").text == "undone: removal of saved search ALL\n"
    assert [each["name"] for each in case.run("saved", "--json").json] == ["ALL", "Ferry news"]


def test_a_wrong_query_is_not_saved_and_its_fault_shown(case: Case) -> None:
    outcome = case.run("saved", "add", "Ferry", "ferry (")
    assert outcome.code == 2
    assert "^" in outcome.complaints
    assert case.run("saved").code == 1
