"""Corrections through the library: at once in lists, after a refresh in searches, kept whatever happens to the file."""

import shutil
import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from builders import BRIDGE, Desk, desk, found, headline, later, nothing, rewrite, write
from unprivileged import as_nobody, shared_directory

from reader.errors import CorrectionError, StateError
from reader.library import Library
from reader.model.headline import LinkKind
from reader.store.filters import Order


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    made = desk(tmp_path)
    write(made.folder, "a.txt", title="Alder", day="2021-05-03", outlet="Kelmstad Daily")
    write(made.folder, "b.txt", title="Birch", day="2021-05-02")
    write(made.folder, "c.txt", title="Cedar", day="2021-05-01")
    return made


def correct(library: Library, name: str, field: str, value: str) -> None:
    library.corrections.correct(library.number(name), field, value)


def test_a_correction_is_in_article_and_list_at_once(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "b.txt", "title", "  Beech\tand oak ")
    correct(library, "b.txt", "date", "2021-05-09")
    article = library.article(library.number("b.txt"))
    assert (article.title.text, article.title.rule, article.title.confidence) == ("Beech and oak", "corrected", 1.0)
    assert article.corrected == ("date", "title")
    row = headline(library, "b.txt")
    assert (row.title, row.date, row.date_confidence) == ("Beech and oak", "2021-05-09", 1.0)
    assert headline(library, "a.txt").title == "Alder"


def test_order_filters_and_search_know_it_after_a_refresh_of_that_file_alone(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "c.txt", "date", "2021-05-09")
    correct(library, "c.txt", "outlet", "Varnholt Post")
    correct(library, "c.txt", "title", "Sequoia")
    assert library.corrections.waiting()
    outcome = library.refresh(nothing)
    assert (outcome.added, outcome.changed, outcome.unchanged) == (0, 1, 2)
    assert not library.corrections.waiting()
    assert found(library, "*") == ["c.txt", "a.txt", "b.txt"]
    assert found(library, 'outlet:"Varnholt Post"') == ["c.txt"]
    assert found(library, "sequoia") == ["c.txt"]
    assert found(library, "cedar") == []
    assert library.refresh(nothing).unchanged == 3


def test_a_value_can_be_said_not_to_exist(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "outlet", "")
    correct(library, "a.txt", "date", " ")
    library.refresh(nothing)
    assert not library.article(library.number("a.txt")).outlet
    assert headline(library, "a.txt").outlet == ""
    assert found(library, "date:*", Order.TITLE) == ["b.txt", "c.txt"]


def test_a_correction_is_taken_back(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    library.refresh(nothing)
    library.corrections.take_back(library.number("a.txt"), "title")
    assert library.article(library.number("a.txt")).title.rule == "front matter"
    assert library.refresh(nothing).changed == 1
    assert headline(library, "a.txt").title == "Alder"
    assert found(library, "ash") == []


def test_corrections_outlive_the_cache_and_a_restart(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    library.close()
    made.delete_cache()
    again = made.refreshed()
    assert headline(again, "a.txt").title == "Ash"
    assert found(again, "ash") == ["a.txt"]


def test_they_follow_a_rename_and_an_edit(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    library.refresh(nothing)
    (made.folder / "a.txt").rename(made.folder / "z.txt")
    library.refresh(nothing)
    assert found(library, "ash") == ["z.txt"]
    rewrite(made.folder / "z.txt", "until late", "until very late")
    library.refresh(nothing)
    assert found(library, "ash") == ["z.txt"]
    assert not library.corrections.waiting()


def test_they_follow_when_two_files_swap_their_names(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    correct(library, "b.txt", "title", "Beech")
    library.refresh(nothing)
    (made.folder / "a.txt").rename(made.folder / "x")
    (made.folder / "b.txt").rename(made.folder / "a.txt")
    (made.folder / "x").rename(made.folder / "b.txt")
    later(made.folder / "a.txt")
    later(made.folder / "b.txt")
    library.refresh(nothing)
    assert [headline(library, name).title for name in ("a.txt", "b.txt")] == ["Beech", "Ash"]
    assert (found(library, "beech"), found(library, "ash")) == (["a.txt"], ["b.txt"])


def test_another_text_in_the_place_of_a_renamed_one_is_not_corrected(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    library.refresh(nothing)
    (made.folder / "a.txt").rename(made.folder / "z.txt")
    write(made.folder, "a.txt", "Quite another text about the price of salt in the harbour of Kelmstad.", title="Salt")
    library.refresh(nothing)
    assert headline(library, "z.txt").title == "Ash"
    assert headline(library, "a.txt").title == "Salt"
    assert (found(library, "ash"), found(library, "title:salt")) == (["z.txt"], ["a.txt"])


def test_a_vanished_file_that_comes_back_finds_its_corrections(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    away = made.folder.parent / "away.txt"
    shutil.move(made.folder / "a.txt", away)
    library.refresh(nothing)
    assert found(library, "ash") == []
    shutil.move(away, made.folder / "a.txt")
    library.refresh(nothing)
    assert found(library, "ash") == ["a.txt"]


def test_they_follow_a_folder_that_was_moved(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    library.close()
    there = made.folder.parent / "there"
    made.folder.rename(there)
    moved = Desk(type(made.places)(there, made.cache.parent / "other", made.places.data, made.places.log))
    again = moved.refreshed()
    assert headline(again, "a.txt").title == "Ash"
    assert found(again, "ash") == ["a.txt"]


def test_one_article_of_a_file_is_corrected(made: Desk) -> None:
    lines = [f'{{"title": "Part {n}", "text": "The council talked about part {n} until late."}}' for n in range(3)]
    (made.folder / "many.jsonl").write_text("\n".join(lines))
    library = made.refreshed()
    correct(library, "many.jsonl#2", "title", "Middle")
    library.refresh(nothing)
    assert [headline(library, f"many.jsonl#{n}").title for n in (1, 2, 3)] == ["Part 0", "Middle", "Part 2"]
    assert found(library, "middle") == ["many.jsonl#2"]


def test_a_day_that_is_said_not_to_exist_is_not_taken_from_a_copy(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "one.txt", BRIDGE, title="Bridge to close", day="2021-05-20")
    write(made.folder, "two.txt", BRIDGE, title="Harbour bridge")
    library = made.refreshed()
    assert headline(library, "two.txt").date == "2021-05-20"
    told = next(each for each in library.files.evidence(library.number("two.txt")) if each.field == "date")
    assert (told.text, told.sureness) == ("2021-05-20", "likely")
    assert "one.txt, “Bridge to close”" in told.why
    correct(library, "two.txt", "date", "")
    library.refresh(nothing)
    assert headline(library, "two.txt").date == ""
    library.corrections.take_back(library.number("two.txt"), "date")
    library.refresh(nothing)
    assert headline(library, "two.txt").date == "2021-05-20"


def test_a_corrected_day_tells_the_day_of_a_copy(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "one.txt", BRIDGE, title="Bridge to close")
    write(made.folder, "two.txt", BRIDGE, title="Harbour bridge")
    library = made.refreshed()
    correct(library, "one.txt", "date", "2021-05-20")
    library.refresh(nothing)
    assert headline(library, "two.txt").date == "2021-05-20"
    assert library.links(library.number("two.txt"))[0].kind in (LinkKind.COPY, LinkKind.EDITED_COPY)


TODAY = datetime.now(UTC).date()


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("date", "April 2021", "write it as"),
        ("date", "2021-02-30", "no day"),
        ("date", (TODAY + timedelta(days=4)).isoformat(), "still to come"),
        ("date", "0021-04-08", "too early"),
        ("title", "  ", "cannot be empty"),
        ("title", "x" * 301, "301 characters"),
        ("outlet", "a\x1b[31mb", "cannot be shown"),
        ("url", "example.org/a", "http"),
        ("url", "https://", "http"),
        ("language", "english", "two letters"),
        ("colour", "red", "no such field"),
    ],
)
def test_what_a_value_cannot_be_is_refused_in_words(made: Desk, field: str, value: str, told: str) -> None:
    library = made.refreshed()
    with pytest.raises(CorrectionError, match=told):
        correct(library, "a.txt", field, value)
    assert not library.corrections.of(library.number("a.txt"))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("date", (TODAY + timedelta(days=1)).isoformat()),
        ("title", "x" * 300),
        ("url", "https://example.org/a?b=c"),
        ("language", "DE"),
        ("standfirst", "A sentence. " * 40),
        ("byline", "Ida Holm"),
    ],
)
def test_what_a_value_can_be_is_kept(made: Desk, field: str, value: str) -> None:
    library = made.refreshed()
    correct(library, "a.txt", field, value)
    assert library.corrections.of(library.number("a.txt"))[field]


def test_marks_that_cannot_be_written_refuse_a_correction(made: Desk) -> None:
    made.places.data.write_text("a file where the directory should be")
    library = made.refreshed()
    with pytest.raises(StateError, match="marks cannot be saved"):
        correct(library, "a.txt", "title", "Ash")
    assert headline(library, "a.txt").title == "Alder"


def test_damaged_marks_leave_the_catalogue_as_it_is(made: Desk) -> None:
    library = made.refreshed()
    correct(library, "a.txt", "title", "Ash")
    library.refresh(nothing)
    library.close()
    path = made.places.data / "state.sqlite3"
    path.write_bytes(b"no database" * 1000)
    again = made.refreshed()
    assert again.complaints
    assert found(again, "ash") == ["a.txt"]


def test_a_state_of_before_corrections_that_may_not_be_written_has_none() -> None:
    with shared_directory() as root:
        made = desk(root)
        write(made.folder, "a.txt", title="Alder")
        library = made.refreshed()
        library.set_favourite([library.number("a.txt")], True)
        library.close()
        path = made.places.data / "state.sqlite3"
        connection = sqlite3.connect(path)
        connection.executescript("DROP TABLE correction; PRAGMA journal_mode = DELETE; PRAGMA user_version = 1;")
        connection.close()
        path.chmod(0o444)
        for directory in (made.folder, made.cache, made.places.data):
            directory.chmod(0o555)
        made.cache.chmod(0o777)
        for inside in made.cache.rglob("*"):
            inside.chmod(0o777)

        def asked() -> tuple[bool, dict[str, str], bool, str]:
            again = made.open()
            again.refresh(nothing)
            number = again.number("a.txt")
            row = again.headlines([number])[0]
            try:
                again.corrections.correct(number, "title", "Ash")
            except StateError as fault:
                return row.marks.favourite, dict(again.corrections.of(number)), again.corrections.waiting(), str(fault)
            return row.marks.favourite, {}, False, "it was written"

        favourite, said, waiting, refusal = as_nobody(asked)
        made.places.data.chmod(0o755)
        assert (favourite, said, waiting) == (True, {}, False)
        assert refusal.startswith("marks cannot be saved")
