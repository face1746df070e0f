"""A refresh brings catalogue and index in line with the folder, and does no more than it must."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from builders import Desk, desk, everything, found, headline, later, nothing, rewrite, text_about, write

from reader import articles
from reader.errors import ArticleError, FolderError
from reader.model.refresh import Outcome, Progress
from reader.query import Query
from reader.refresh import reading
from reader.store.folder import FileContent, content
from reader.store.tables import Tables

_WATCHED: list[list[str]] = []


def _audit(event: str, arguments: tuple[object, ...]) -> None:
    if _WATCHED and event == "open" and isinstance(arguments[0], str | bytes | os.PathLike):
        _WATCHED[-1].append(os.fsdecode(arguments[0]))


sys.addaudithook(_audit)


@contextmanager
def opened_files(folder: Path) -> Iterator[list[str]]:
    """Collects the names of the files of a folder that are opened, by whatever code."""
    seen: list[str] = []
    inside: list[str] = []
    _WATCHED.append(seen)
    try:
        yield inside
    finally:
        _WATCHED.pop()
        inside += [Path(name).name for name in seen if Path(name).is_relative_to(folder)]


@pytest.fixture
def three(tmp_path: Path) -> Desk:
    made = desk(tmp_path)
    for name in ("bridge.txt", "harvest.txt", "sub/election.txt"):
        write(made.folder, name)
    return made


def numbers(made: Desk) -> dict[str, int]:
    library = made.open()
    listed = library.headlines(library.find(Query()).numbers)
    library.close()
    return {one.id: one.number for one in listed}


def facts(outcome: Outcome) -> tuple[int, int, int, int, int]:
    return outcome.added, outcome.changed, outcome.removed, outcome.unchanged, outcome.articles


def test_a_first_refresh_adds_every_article(three: Desk) -> None:
    outcome = three.refresh()
    assert facts(outcome) == (3, 0, 0, 0, 3)
    assert outcome.differs
    assert outcome.failed == ()
    library = three.open()
    assert everything(library) == ["bridge.txt", "harvest.txt", "sub/election.txt"]
    assert found(library, "harvest") == ["harvest.txt"]
    library.close()


def test_a_second_refresh_opens_no_file_of_the_folder(three: Desk) -> None:
    three.refresh()
    with opened_files(three.folder) as opened:
        outcome = three.refresh()
    assert opened == []
    assert facts(outcome) == (0, 0, 0, 3, 3)
    assert not outcome.differs


def test_a_refresh_without_news_does_not_disturb_those_who_read_along(three: Desk) -> None:
    library = three.refreshed()
    before = library.version()
    three.refresh()
    assert library.version() == before
    write(three.folder, "new.txt")
    three.refresh()
    assert library.version() != before
    library.close()


def test_a_file_with_a_new_time_and_the_same_bytes_is_not_parsed_again(
    three: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    three.refresh()
    later(three.folder / "bridge.txt")

    def parse(*_: object) -> None:
        raise AssertionError("it was parsed")

    monkeypatch.setattr(reading, "parse", parse)
    assert facts(three.refresh()) == (0, 0, 0, 3, 3)
    with opened_files(three.folder) as opened:
        three.refresh()
    assert opened == []


def test_only_what_changed_is_read(three: Desk) -> None:
    three.refresh()
    rewrite(three.folder / "bridge.txt", "council", "parliament")
    write(three.folder, "museum.txt")
    (three.folder / "harvest.txt").unlink()
    with opened_files(three.folder) as opened:
        outcome = three.refresh()
    assert sorted(opened) == ["bridge.txt", "museum.txt"]
    assert facts(outcome) == (1, 1, 1, 1, 3)
    library = three.open()
    assert everything(library) == ["bridge.txt", "museum.txt", "sub/election.txt"]
    assert found(library, "parliament") == ["bridge.txt"]
    assert found(library, "council bridge") == []
    assert found(library, "museum") == ["museum.txt"]
    assert found(library, "harvest") == []
    library.close()


def test_a_renamed_file_keeps_its_number(three: Desk) -> None:
    three.refresh()
    before = numbers(three)
    (three.folder / "bridge.txt").rename(three.folder / "sub/pylons.txt")
    three.refresh()
    after = numbers(three)
    assert after["sub/pylons.txt"] == before["bridge.txt"]
    assert "bridge.txt" not in after
    library = three.open()
    assert found(library, "bridge") == ["sub/pylons.txt"]
    library.close()


def test_a_renamed_directory_keeps_the_numbers_in_it(three: Desk) -> None:
    three.refresh()
    before = numbers(three)
    (three.folder / "sub").rename(three.folder / "archive")
    three.refresh()
    assert numbers(three)["archive/election.txt"] == before["sub/election.txt"]


def test_two_files_that_change_names_are_found_by_their_new_ones(three: Desk) -> None:
    three.refresh()
    here, there = three.folder / "bridge.txt", three.folder / "harvest.txt"
    here.rename(three.folder / "between")
    there.rename(here)
    (three.folder / "between").rename(there)
    later(here)
    later(there)
    three.refresh()
    library = three.open()
    assert found(library, "bridge") == ["harvest.txt"]
    assert found(library, "harvest") == ["bridge.txt"]
    library.close()


def test_a_file_that_is_no_text_any_more_becomes_a_problem_and_its_article_goes(three: Desk) -> None:
    three.refresh()
    (three.folder / "bridge.txt").write_bytes(bytes(range(256)) * 20)
    later(three.folder / "bridge.txt")
    outcome = three.refresh()
    assert [problem.id for problem in outcome.failed] == ["bridge.txt"]
    assert "binary" in outcome.failed[0].reason
    library = three.open()
    assert everything(library) == ["harvest.txt", "sub/election.txt"]
    assert found(library, "bridge") == []
    assert library.problems() == outcome.failed
    assert library.counts().problems == 1
    library.close()


def test_a_problem_that_is_mended_becomes_an_article(three: Desk) -> None:
    (three.folder / "broken.txt").write_bytes(b"\x00\x01\x02" * 100)
    assert len(three.refresh().failed) == 1
    write(three.folder, "broken.txt", text_about("lighthouse"))
    later(three.folder / "broken.txt")
    assert three.refresh().failed == ()
    library = three.open()
    assert found(library, "lighthouse") == ["broken.txt"]
    library.close()


def test_a_file_that_is_a_problem_is_not_read_again_until_it_changes(three: Desk) -> None:
    (three.folder / "picture.txt").write_bytes(b"\x89PNG" + bytes(100))
    first = three.refresh()
    with opened_files(three.folder) as opened:
        second = three.refresh()
    assert opened == []
    assert first.failed == second.failed != ()
    (three.folder / "picture.txt").unlink()
    assert three.refresh().failed == ()


def test_a_file_that_could_not_be_read_is_tried_again_though_nothing_about_it_changed(
    three: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(folder: Path, path: str, limit: int) -> FileContent:
        if path == "bridge.txt":
            raise ArticleError("may not be read; change its permissions")
        return content(folder, path, limit)

    monkeypatch.setattr(reading, "content", refused)
    assert [problem.id for problem in three.refresh().failed] == ["bridge.txt"]
    monkeypatch.undo()
    assert three.refresh().failed == ()
    library = three.open()
    assert found(library, "bridge") == ["bridge.txt"]
    library.close()


def test_a_file_that_vanishes_between_listing_and_reading_is_no_problem(
    three: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    three.refresh()
    later(three.folder / "bridge.txt")
    write(three.folder, "fleeting.txt")

    def gone(folder: Path, path: str, limit: int) -> FileContent:
        if path in ("bridge.txt", "fleeting.txt"):
            (folder / path).unlink()
        return content(folder, path, limit)

    monkeypatch.setattr(reading, "content", gone)
    outcome = three.refresh()
    assert outcome.failed == ()
    assert (outcome.removed, outcome.articles) == (1, 2)


def test_a_fault_in_parsing_one_file_leaves_the_others_readable(three: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def parse(data: bytes, path: str, limit: int) -> object:
        if path == "bridge.txt":
            raise ZeroDivisionError("division by zero")
        return articles.parse(data, path, limit)

    monkeypatch.setattr(reading, "parse", parse)
    outcome = three.refresh()
    assert [problem.id for problem in outcome.failed] == ["bridge.txt"]
    assert "please report" in outcome.failed[0].reason
    assert outcome.articles == 2


def test_a_fault_in_relating_one_article_leaves_it_findable(three: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.stories import profile

    def faulty(article: object) -> object:
        if getattr(article, "id", "") == "bridge.txt" and getattr(article, "blocks", ()):
            raise ZeroDivisionError("division by zero")
        return genuine(article)  # type: ignore[arg-type]

    genuine = profile.profile
    monkeypatch.setattr(profile, "profile", faulty)
    told: list[Progress] = []
    three.refresh(told.append)
    assert any("bridge.txt" in report.message and "please report" in report.message for report in told)
    library = three.open()
    assert found(library, "bridge") == ["bridge.txt"]
    library.close()


def test_an_empty_folder_is_no_fault(tmp_path: Path) -> None:
    made = desk(tmp_path)
    assert facts(made.refresh()) == (0, 0, 0, 0, 0)
    library = made.open()
    assert everything(library) == []
    assert found(library, "anything") == []
    assert library.counts().articles == 0
    library.close()


def test_a_folder_that_is_emptied_leaves_an_empty_library(three: Desk) -> None:
    three.refresh()
    for path in three.folder.rglob("*.txt"):
        path.unlink()
    assert facts(three.refresh()) == (0, 0, 3, 0, 0)
    library = three.open()
    assert found(library, "council") == []
    library.close()


def test_a_folder_that_vanishes_keeps_its_catalogue(three: Desk) -> None:
    three.refresh()
    three.folder.rename(three.folder.with_name("elsewhere"))
    with pytest.raises(FolderError, match="no such folder"):
        three.refresh()
    three.folder.with_name("elsewhere").rename(three.folder)
    assert facts(three.refresh()) == (0, 0, 0, 3, 3)


def test_of_a_long_file_the_beginning_is_kept_and_a_note_says_so(tmp_path: Path) -> None:
    made = desk(tmp_path, limit=3000)
    write(made.folder, "long.txt", text_about("beginning") + text_about("middle") * 60 + text_about("ending"))
    write(made.folder, "short.txt")
    library = made.refreshed()
    assert found(library, "beginning") == ["long.txt"]
    assert found(library, "ending") == []
    assert any("only the first" in note for note in library.article(library.number("long.txt")).notes)
    assert library.article(library.number("short.txt")).notes == ()
    library.close()


def test_a_name_that_is_no_utf8_goes_all_the_way(tmp_path: Path) -> None:
    made = desk(tmp_path)
    name = os.fsdecode(b"caf\xe9.txt")
    write(made.folder, name, text_about("espresso"), title="Coffee")
    library = made.refreshed()
    assert found(library, "espresso") == ["caf\\xe9.txt"]
    number = library.number("caf\\xe9.txt")
    assert library.article(number).title.text == "Coffee"
    assert library.files.path(number) == made.folder / name
    library.set_favourite([number], True)
    assert found(library, "is:favourite") == ["caf\\xe9.txt"]
    assert facts(made.refresh()) == (0, 0, 0, 1, 1)
    library.close()


def test_ignored_files_are_not_articles_and_go_when_they_become_ignored(three: Desk) -> None:
    three.refresh()
    stricter = desk(three.folder.parent, ignore=("sub/",))
    assert facts(stricter.refresh()) == (0, 0, 1, 2, 2)


def test_problems_of_the_folder_itself_come_and_go(three: Desk) -> None:
    lost = three.folder / "lost.txt"
    lost.symlink_to("nowhere")
    assert [problem.id for problem in three.refresh().failed] == ["lost.txt"]
    assert [problem.id for problem in three.refresh().failed] == ["lost.txt"]
    lost.unlink()
    assert three.refresh().failed == ()


def test_progress_only_grows_within_a_stage_and_ends_with_done(tmp_path: Path) -> None:
    made = desk(tmp_path)
    for count in range(60):
        write(made.folder, f"{count:03}.txt")
    told: list[Progress] = []
    made.refresh(told.append)
    stages = [report.stage for report in told]
    assert stages[0] == "scanning"
    assert told[-1] == Progress("done", 60, 60)
    assert set(stages) == {"scanning", "reading", "indexing", "relating", "done"}
    for stage in ("reading", "indexing", "relating"):
        done = [report.done for report in told if report.stage == stage]
        assert done == sorted(done)
    assert all(0 <= report.done <= report.total for report in told if report.total)
    assert ("reading", 60, 60) in [(report.stage, report.done, report.total) for report in told]
    assert not any(report.message for report in told)


def test_the_newest_files_are_read_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk(tmp_path)
    for age, name in enumerate(("new.txt", "older.txt", "oldest.txt")):
        os.utime(write(made.folder, name), (1_600_000_000 - age * 1000,) * 2)
    with opened_files(made.folder) as opened:
        made.refresh()
    assert opened == ["new.txt", "older.txt", "oldest.txt"]


def test_headlines_are_seen_while_the_refresh_is_still_at_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = desk(tmp_path)
    for count in range(12):
        write(made.folder, f"{count}.txt")
    monkeypatch.setattr(reading, "FIRST_COMMIT", 0.0)
    monkeypatch.setattr(reading, "LONGEST_COMMIT", 0.0)
    library = made.open()
    seen: list[int] = []
    library.refresh(lambda report: seen.append(library.counts().articles))
    assert seen[0] == 0
    assert {1, 2, 11, 12} <= set(seen)
    assert seen == sorted(seen)
    library.close()


def test_articles_are_indexed_in_several_shards_without_loss(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from reader.refresh import indexing

    made = desk(tmp_path)
    for count in range(30):
        write(made.folder, f"word{count}.txt")
    for module, name, value in ((indexing, "FIRST_SHARD", 4), (indexing, "SHARD", 7), (reading, "FIRST_COMMIT", 0.0)):
        monkeypatch.setattr(module, name, value)
    monkeypatch.setattr(reading, "LONGEST_COMMIT", 0.0)
    library = made.refreshed()
    assert [found(library, f"word{count}") for count in range(30)] == [[f"word{count}.txt"] for count in range(30)]
    assert len(found(library, "council")) == 30
    library.close()


def test_many_small_refreshes_keep_every_article_findable_once(tmp_path: Path) -> None:
    made = desk(tmp_path)
    library = made.open()
    for count in range(25):  # more commits than segments are left standing
        write(made.folder, f"word{count}.txt")
        library.refresh(nothing)
    segments = {path.name.split(".")[0] for path in (made.cache / "index").glob("*.trm")}
    assert len(segments) < 25
    assert [found(library, f"word{count}") for count in range(25)] == [[f"word{count}.txt"] for count in range(25)]
    library.close()


def test_the_words_of_the_folder_are_counted(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "a.txt", "The Governor spoke. The governor’s car waited outside in the café all night.\n")
    write(made.folder, "b.txt", "The government, and the governors of two provinces, met in the morning.\n")
    library = made.refreshed()
    assert sorted(found(library, "gover*")) == ["a.txt", "b.txt"]
    library.close()
    tables = Tables(made.cache / "catalogue.sqlite3", Path(), "")
    assert tables.words.beginning("gover") == ("government", "governor", "governors")
    assert tables.words.beginning("cafe") == ("cafe",)
    assert tables.words.holds("car")
    assert not tables.words.holds("bus")
    tables.close()


def test_an_article_file_time_is_kept_with_its_headline(tmp_path: Path) -> None:
    made = desk(tmp_path)
    os.utime(write(made.folder, "a.txt"), (1_600_000_000, 1_600_000_000))
    library = made.refreshed()
    assert headline(library, "a.txt").added == 1_600_000_000
    library.close()
