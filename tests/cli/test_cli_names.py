"""`names`, `name`, and the names that `show` tells."""

from pathlib import Path

import pytest
from cli_case import Case

VISIT = """\
Visit to Tarn Bay
10 April 2021

Interior Minister Marta Quill visited Tarn Bay on Saturday and thanked the crews who had worked all night.

Marta Quill said that the report of Tarn Lines was late, and that nobody would wait for it any longer.
"""


@pytest.fixture
def case(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Case:
    made = Case(tmp_path, capsys).settle(monkeypatch)
    made.put("visit.txt", VISIT)
    return made


def test_names_are_listed_by_how_many_articles_name_them(case: Case) -> None:
    found = case.run("names", "--json").json
    assert found[0].keys() == {"name", "kind", "articles", "mentions"}
    assert [name["articles"] for name in found] == sorted((name["articles"] for name in found), reverse=True)
    quill = next(name for name in found if name["name"] == "Marta Quill")
    assert quill == {"name": "Marta Quill", "kind": "person", "articles": 3, "mentions": 4}
    assert case.run("names", "--jsonl", "--limit", "2").lines == found[:2]


def test_names_are_limited_to_a_kind_and_to_the_articles_of_a_query(case: Case) -> None:
    people = case.run("names", "--kind", "person", "--jsonl").lines
    assert {name["kind"] for name in people} == {"person"}
    within = case.run("names", "--kind", "person", "title:visit", "--jsonl").lines
    assert ("Marta Quill", 1) in {(name["name"], name["articles"]) for name in within}
    assert "Ida Holm" not in {name["name"] for name in within}
    text = case.run("names", "--kind", "person").text
    assert "3  4  person        Marta Quill" in text


def test_what_is_not_there_is_told_and_exits_with_1(case: Case) -> None:
    nothing = case.run("names", "title:nothing")
    assert nothing.code == 1
    assert "no names found for title:nothing" in nothing.complaints
    assert case.run("names", "--kind", "river").code == 2
    near = case.run("name", "Marta", "Quilt")
    assert near.code == 1
    assert "no article names Marta Quilt; did you mean Marta Quill?" in near.complaints


def test_one_name_is_told_with_all_there_is(case: Case) -> None:
    told = case.run("name", "quill", "--json").json
    assert list(told) == [
        "name",
        "kind",
        "articles",
        "mentions",
        "variants",
        "roles",
        "first",
        "last",
        "days",
        "companions",
        "see_also",
        "ids",
    ]
    assert (told["name"], told["first"], told["last"]) == ("Marta Quill", "2021-04-08", "2021-04-10")
    assert told["days"] == [{"date": "2021-04-08", "articles": 2}, {"date": "2021-04-10", "articles": 1}]
    assert told["roles"] == [{"text": "Interior Minister", "articles": 1}]
    assert set(told["ids"]) == {"copy.txt", "visit.txt", "world/ferry.txt"}
    text = case.run("name", "Marta Quill", "--limit", "1").text
    assert "named 4 × in 3 articles, 8-10 April 2021" in text
    assert "… and 2 more; --limit shows them" in text


def test_a_name_that_others_hold_tells_of_them(case: Case) -> None:
    text = "Fares rise\n\nThe boats of Mr Gaskin cost more. Mr Gaskin said that they had to, and Gaskin is no miser."
    case.put("one.txt", text)
    for first in ("Dave", "Ruth"):
        case.put(
            f"{first}.txt", f"{first} wins\n\nThe race was won by {first} Gaskin. {first} Gaskin thanked the crew."
        )
    told = case.run("name", "Gaskin", "--json").json
    assert [each["name"] for each in told["see_also"]] == ["Dave Gaskin", "Ruth Gaskin"]
    assert "see also  Dave Gaskin 1\n          Ruth Gaskin 1\n" in case.run("name", "Gaskin").text


def test_names_are_joined_and_split_by_hand_and_that_is_kept(case: Case) -> None:
    case.put("more.txt", VISIT.replace("Marta Quill", "Gretel Quillfeather"))
    told = case.run("name", "Marta Quill", "--join", "Gretel Quillfeather", "--json").json
    assert {variant["text"] for variant in told["variants"]} >= {"Marta Quill", "Gretel Quillfeather"}
    assert told["articles"] == 4
    assert "Gretel Quillfeather" not in case.run("names", "--rare").text
    apart = case.run("name", "Marta Quill", "--split", "Gretel Quillfeather", "--json").json
    assert (apart["name"], apart["articles"]) == ("Gretel Quillfeather", 1)
    assert case.run("name", "Marta Quill", "--split", "Nobody").code == 1


def test_a_person_and_a_place_are_never_joined(case: Case) -> None:
    joined = case.run("name", "Marta Quill", "--join", "Tarn Bay")
    assert joined.code == 1
    assert "no article names Tarn Bay" in joined.complaints


def test_show_tells_whom_and_what_an_article_names(case: Case) -> None:
    shown = case.run("show", "visit.txt", "--json").json
    quill = {"name": "Marta Quill", "variants": ["Marta Quill"], "count": 2, "role": "Interior Minister"}
    assert shown["people"][0] == quill
    assert "Tarn Bay" in {place["name"] for place in shown["places"]}
    assert isinstance(shown["organisations"], list)


def test_articles_are_listed_by_whom_they_name(case: Case) -> None:
    assert len(case.run("list", "person:quill", "--jsonl").lines) == 3
    assert len(case.run("list", "person:quill", "title:visit", "--jsonl").lines) == 1
