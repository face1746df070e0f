"""In a refresh of many files all headlines are listed before their words are indexed."""

from pathlib import Path

import pytest
from builders import desk, found, write

from reader.model.article import Article, Value
from reader.model.refresh import Progress
from reader.query import Query
from reader.refresh import indexing, reading, waiting
from reader.refresh.waiting import Waiting


def article(name: str, text: str = "Words") -> Article:
    return Article(name, title=Value(text, "first line", 0.9, (0, 5)))


def test_articles_come_out_in_order_and_once_however_many_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(waiting, "IN_MEMORY", 1000)
    with Waiting(tmp_path) as queue:
        queue.add((number, article(f"{number}.txt")) for number in range(30))
        first = queue.take(20)
        queue.add([(30, article("30.txt"))])
        rest = queue.take(50)
        assert [number for number, _ in (*first, *rest)] == list(range(31))
        assert rest[-1] == (30, article("30.txt"))
        assert not queue
        assert queue.take(5) == []
    assert list(tmp_path.iterdir()) == []


def test_all_headlines_are_listed_before_any_is_indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk(tmp_path)
    for count in range(30):
        write(made.folder, f"word{count}.txt")
    monkeypatch.setattr(indexing, "FIRST_SHARD", 4)
    monkeypatch.setattr(indexing, "SHARD", 7)
    monkeypatch.setattr(waiting, "IN_MEMORY", 1000)
    library = made.open()
    listed: list[int] = []

    def report(progress: Progress) -> None:
        if progress.stage == "indexing":
            listed.append(len(library.find(Query()).numbers))

    library.refresh(report)
    assert listed
    assert set(listed) == {30}
    assert [found(library, f"word{count}") for count in range(30)] == [[f"word{count}.txt"] for count in range(30)]
    library.close()


def test_of_very_many_the_first_are_indexed_before_all_are_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = desk(tmp_path)
    for count in range(30):
        write(made.folder, f"word{count}.txt")
    for module, name, value in (
        (indexing, "FIRST_SHARD", 4),
        (reading, "SEARCH_BEGINS", 10),
        (reading, "FIRST_COMMIT", 0.0),
        (reading, "LONGEST_COMMIT", 0.0),
    ):
        monkeypatch.setattr(module, name, value)
    library = made.open()
    answers: list[tuple[int, int]] = []

    def report(progress: Progress) -> None:
        if progress.stage == "reading":
            answers.append((library.counts().articles, len(found(library, "council"))))

    library.refresh(report)
    assert (12, 4) in answers
    assert {found_then for listed, found_then in answers if listed >= 12} == {4}
    assert len(found(library, "council")) == 30
    library.close()
