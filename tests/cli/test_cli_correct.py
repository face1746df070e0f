"""`broadsheet correct`: what it changes, what it prints, what it refuses; and `show`, which tells of it."""

from pathlib import Path

import pytest
from cli_case import Case


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    return Case(tmp_path, capsys).settle(monkeypatch)


def test_values_are_corrected_and_found_by_the_next_command(case: Case) -> None:
    done = case.run("correct", "world/ferry.txt", "outlet=Cape Herald", "date=2021-04-10")
    assert (done.code, done.complaints) == (0, "")
    assert done.text == "world/ferry.txt  date 2021-04-10 · outlet Cape Herald\n"
    listed = case.run("list", 'outlet:"Cape Herald"', "--no-refresh", "--json").json
    assert [(each["id"], each["date"], each["date_confidence"]) for each in listed] == [
        ("world/ferry.txt", "2021-04-10", 1)
    ]
    assert case.run("list", "--sort", "newest", "--json").json[0]["id"] == "world/ferry.txt"


def test_json_tells_all_corrections_that_there_are(case: Case) -> None:
    case.run("correct", "copy.txt", "place=Cape Tarn")
    done = case.run("correct", "copy.txt", "byline=", "title=Reef struck", "--json")
    assert done.json == {
        "id": "copy.txt",
        "corrections": {"title": "Reef struck", "place": "Cape Tarn", "byline": None},
    }
    assert case.run("correct", "copy.txt", "--json").json == done.json


def test_show_gives_corrected_values_with_their_rule(case: Case) -> None:
    case.run("correct", "world/ferry.txt", "title=Aground", "byline=", "language=de")
    for name in ("world/ferry.txt", str(case.folder / "world" / "ferry.txt")):
        shown = case.run("show", name, "--json").json
        assert (shown["title"], shown["byline"], shown["language"]) == ("Aground", None, "de")
        stated = {"rule": "corrected", "confidence": 1, "span": None}
        assert [shown["provenance"][field] for field in ("title", "byline", "language")] == [stated] * 3
        assert shown["provenance"]["date"]["rule"] == "date line"
    assert "Aground" in case.run("show", "world/ferry.txt").text


def test_a_file_that_is_shown_elsewhere_is_not_corrected(case: Case) -> None:
    case.run("correct", "world/ferry.txt", "title=Aground")
    copy = case.root / "ferry.txt"
    copy.write_bytes((case.folder / "world" / "ferry.txt").read_bytes())
    assert case.run("show", str(copy), "--json").json["title"] == "Ferry runs aground off Cape Tarn"


def test_a_correction_is_taken_back(case: Case) -> None:
    case.run("correct", "world/ferry.txt", "title=Aground", "date=2021-04-10")
    done = case.run("correct", "world/ferry.txt", "--undo", "title")
    assert done.text == "world/ferry.txt  date 2021-04-10\n"
    done = case.run("correct", "world/ferry.txt", "--undo", "date")
    assert done.text == "world/ferry.txt  as it was found\n"
    assert case.run("show", "world/ferry.txt", "--json").json["date"] == "2021-04-08"
    assert [hit["id"] for hit in case.run("search", "title:runs", "--json").json["hits"]] == ["world/ferry.txt"]
    done = case.run("correct", "world/ferry.txt", "--undo", "date")
    assert (done.code, done.complaints) == (0, "broadsheet: nothing to change: it is so already\n")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("date=April 2021",), "is no date: write it as"),
        (("date=03/04/2021",), "is no date: write it as"),
        (("date=8 April 2021 or so",), "is no date: write it as"),
        (("date=2999-01-01",), "still to come"),
        (("title=",), "a title cannot be empty"),
        (("url=cape.example",), "begins with http:// or https://"),
        (("outlt=Cape Herald",), "no such field; did you mean outlet?"),
        (("outlet",), "write FIELD=VALUE"),
        (("outlet=a", "outlet=b"), "outlet is named twice"),
        (("--undo", "colour"), "no such field"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(case: Case, words: tuple[str, ...], told: str) -> None:
    done = case.run("correct", "world/ferry.txt", "place=Tarn Bay", *words)
    assert done.code == 2
    assert told in done.complaints
    assert case.run("correct", "world/ferry.txt", "--json").json["corrections"] == {}


@pytest.mark.parametrize("day", ["2021-04-08", "8 April 2021", "April 8, 2021", "8. avril 2021", "2021/4/8"])
def test_a_date_can_be_written_in_words(case: Case, day: str) -> None:
    assert case.run("correct", "world/ferry.txt", f"date={day}").text == "world/ferry.txt  date 2021-04-08\n"


def test_an_unknown_article_is_named(case: Case) -> None:
    done = case.run("correct", "ferry.tx", "title=Aground")
    assert done.code == 1
    assert "world/ferry.txt" in done.complaints


def test_marks_that_cannot_be_written_refuse_it(case: Case) -> None:
    case.data.write_text("a file where the directory should be")
    done = case.run("correct", "world/ferry.txt", "title=Aground")
    assert done.code == 1
    assert "marks cannot be saved" in done.complaints
