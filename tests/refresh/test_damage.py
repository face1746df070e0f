"""Whatever happens to the cache, the folder is read again, the marks stay, and a sentence says what was done."""

import errno
import fcntl
import gc
import os
import random
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from builders import Desk, desk, everything, found, headline, nothing, write
from unprivileged import as_nobody, shared_directory

from reader.errors import BusyError, StoreError
from reader.library import Library
from reader.model.refresh import Progress
from reader.refresh import indexing
from reader.store import catalogue as catalogue_module
from reader.store import catalogue_file, index_files

pytestmark = pytest.mark.filterwarnings("ignore:unclosed file:ResourceWarning")
"""Whoosh leaves files open where it fails in the middle of opening them."""

WORDS = [f"word{count}" for count in range(8)]


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    """Eight articles, refreshed; two of them marked."""
    desk_of_eight = desk(tmp_path)
    for word in WORDS:
        write(desk_of_eight.folder, f"{word}.txt", day="2021-04-08")
    library = desk_of_eight.refreshed()
    library.set_favourite([library.number("word1.txt")], True)
    library.change_tags([library.number("word2.txt")], ["keep"], [])
    library.close()
    return desk_of_eight


@pytest.fixture(autouse=True)
def swept() -> Iterator[None]:
    """Have what a damaged index left open be collected while its warning is expected."""
    yield
    gc.collect()


def assert_whole(library: Library) -> None:
    """Everything is findable once, and marked as it was."""
    assert everything(library) == [f"{word}.txt" for word in WORDS]
    assert [found(library, word) for word in WORDS] == [[f"{word}.txt"] for word in WORDS]
    assert found(library, "is:favourite") == ["word1.txt"]
    assert found(library, "tag:keep") == ["word2.txt"]


def garbled(path: Path) -> None:
    data = bytearray(path.read_bytes())
    dice = random.Random(7)
    for place in range(len(data)):
        data[place] = dice.randrange(256)
    path.write_bytes(bytes(data))


def halved(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def replaced_by_text(path: Path) -> None:
    path.write_text("This is no database at all, but it is long enough to be one.\n" * 100)


DAMAGES = (garbled, halved, emptied, replaced_by_text)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_catalogue_is_built_again(made: Desk, damage: Callable[[Path], None]) -> None:
    damage(made.cache / "catalogue.sqlite3")
    library = made.open()
    library.refresh(nothing)
    assert_whole(library)
    library.close()


@pytest.mark.parametrize("damage", [garbled, halved, replaced_by_text])
def test_a_damaged_catalogue_is_set_aside_and_told_of(made: Desk, damage: Callable[[Path], None]) -> None:
    damage(made.cache / "catalogue.sqlite3")
    library = made.open()
    library.close()
    assert any("set aside" in complaint for complaint in library.complaints)
    assert (made.cache / "damaged.catalogue.sqlite3").exists()


def test_a_page_damaged_in_the_middle_is_found_by_the_next_refresh(made: Desk) -> None:
    path = made.cache / "catalogue.sqlite3"
    with path.open("r+b") as file:
        for page in range(3, path.stat().st_size // 4096):
            file.seek(page * 4096)
            file.write(b"\xff" * 64)
    told: list[Progress] = []
    library = made.open()
    library.refresh(told.append)
    library.close()
    assert any("set aside" in report.message for report in told) or library.complaints
    library = made.open()
    assert_whole(library)
    library.close()


def test_damage_that_shows_in_the_middle_of_a_refresh_begins_it_anew(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def files(self: catalogue_module.Catalogue) -> object:
        monkeypatch.undo()
        fault = sqlite3.DatabaseError("database disk image is malformed")
        fault.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise fault

    monkeypatch.setattr(catalogue_module.Catalogue, "files", files)
    told: list[Progress] = []
    outcome = made.refresh(told.append)
    assert outcome.added == 8
    assert any("damaged" in report.message and "built again" in report.message for report in told)
    library = made.open()
    assert_whole(library)
    library.close()


def test_a_profile_that_cannot_be_read_has_the_catalogue_built_again(made: Desk) -> None:
    connection = sqlite3.connect(made.cache / "catalogue.sqlite3")
    connection.execute("UPDATE profile SET data = x'00ff00ff' WHERE article = 3")
    connection.commit()
    connection.close()
    write(made.folder, "word0.txt", "Something else about word0 is told in this article, which makes it new.\n")
    made.refresh()
    library = made.open()
    assert_whole(library)
    library.close()


def test_a_catalogue_of_another_version_is_built_again(made: Desk) -> None:
    connection = sqlite3.connect(made.cache / "catalogue.sqlite3")
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    library = made.open()
    assert any("another version" in complaint for complaint in library.complaints)
    library.refresh(nothing)
    assert_whole(library)
    library.close()


def index_parts() -> list[str]:
    return ["*.toc", "*.trm", "*.pst", "*.number.col", "*"]


@pytest.mark.parametrize("part", index_parts())
@pytest.mark.parametrize("damage", [garbled, halved, emptied, Path.unlink])
def test_a_damaged_index_found_when_it_is_opened_is_built_again(
    made: Desk, damage: Callable[[Path], None], part: str
) -> None:
    spoil(made, part, damage)
    library = made.open()
    search_all_until_built_again(library)
    assert_whole(library)
    library.close()


@pytest.mark.parametrize("part", index_parts())
@pytest.mark.parametrize("damage", [garbled, halved, emptied])
def test_a_damaged_index_found_while_it_is_searched_is_built_again(
    made: Desk, damage: Callable[[Path], None], part: str
) -> None:
    library = made.open()
    assert_whole(library)
    spoil(made, part, damage)
    search_all_until_built_again(library)
    assert_whole(library)
    library.close()


@pytest.mark.parametrize("part", index_parts())
@pytest.mark.parametrize("damage", [garbled, halved, emptied, Path.unlink])
def test_a_damaged_index_found_while_it_is_written_is_built_again(
    made: Desk, damage: Callable[[Path], None], part: str
) -> None:
    spoil(made, part, damage)
    write(made.folder, "extra.txt")
    made.refresh()
    library = made.open()
    search_all_until_built_again(library)
    assert found(library, "extra") == ["extra.txt"]
    (made.folder / "extra.txt").unlink()
    library.refresh(nothing)
    assert_whole(library)
    library.close()


def spoil(made: Desk, part: str, damage: Callable[[Path], None]) -> None:
    paths = [path for path in (made.cache / "index").glob(part) if path.name != "MAIN_WRITELOCK"]
    assert paths
    for path in paths:
        damage(path)


def search_all_until_built_again(library: Library) -> None:
    """Search for every word; where an error says that the index was set aside, refresh as it asks."""
    for _ in range(2):
        try:
            for word in WORDS:
                for query in (word, f'"about the {word}"', f"{word} OR -council", f"{word[:5]}*"):
                    found(library, query)
                    found(library, query, None)
        except StoreError as fault:
            if "build it again" not in str(fault):
                raise
        if any(found_anything(library, word) != [f"{word}.txt"] for word in WORDS):
            library.refresh(nothing)


def found_anything(library: Library, word: str) -> list[str]:
    try:
        return found(library, word)
    except StoreError:
        return []


def test_an_index_that_is_deleted_is_built_again(made: Desk) -> None:
    shutil.rmtree(made.cache / "index")
    library = made.open()
    assert found(library, "word3") == []  # no index is no error
    library.refresh(nothing)
    assert_whole(library)
    library.close()


def test_an_index_of_another_format_is_built_again(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing, "FORMAT", f"{index_files.FORMAT} and later")
    before = {path.name for path in (made.cache / "index").iterdir()}
    library = made.refreshed()
    assert_whole(library)
    library.close()
    assert not before & {path.name for path in (made.cache / "index").glob("*.trm")}
    made.refresh()
    assert made.refresh().unchanged == 8


def test_a_search_that_was_open_sees_an_index_that_was_built_in_place_of_its_own(made: Desk) -> None:
    library = made.open()
    assert_whole(library)
    made.delete_cache()
    for word in WORDS:  # other times, so that the articles get other numbers
        os.utime(made.folder / f"{word}.txt", (1_600_000_000 + hash(word) % 1000,) * 2)
    library.close()
    library = made.open()
    assert found(library, "word3") == []
    made.refresh()
    assert_whole(library)
    shutil.rmtree(made.cache / "index")
    made.refresh()
    assert_whole(library)
    library.close()


@pytest.mark.parametrize("lose", [Desk.delete_cache, lambda made: catalogue_file.set_aside(made.cache)])
def test_a_library_that_is_open_sees_a_catalogue_built_in_place_of_its_own(
    made: Desk, lose: Callable[[Desk], None]
) -> None:
    library = made.open()
    assert_whole(library)
    before = library.version()
    lose(made)
    assert library.version() == before
    assert len(everything(library)) == len(WORDS)  # what is open is all there is
    write(made.folder, "extra.txt")
    made.refresh()
    assert library.version() != before
    assert len(everything(library)) == len(WORDS) + 1
    assert found(library, "is:favourite") == ["word1.txt"]
    assert found(library, "extra") == ["extra.txt"]
    with ThreadPoolExecutor(1) as other:
        assert other.submit(everything, library).result() == everything(library)
    library.close()


def test_a_catalogue_that_is_lost_alone_never_meets_the_old_index(made: Desk) -> None:
    (made.cache / "catalogue.sqlite3").unlink()
    for word in reversed(WORDS):
        os.utime(made.folder / f"{word}.txt")
    library = made.open()
    wrong: list[object] = []

    def look(report: Progress) -> None:
        for word in WORDS:
            hits = found(library, word)
            if hits not in ([], [f"{word}.txt"]):
                wrong.append((report, word, hits))

    library.refresh(look)
    assert wrong == []
    assert_whole(library)
    library.close()


def test_an_index_that_cannot_be_built_even_anew_is_an_error_in_words(
    made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.errors import DamagedError
    from reader.store.index import Index

    def update(*_: object) -> None:
        raise DamagedError("the index is damaged")

    monkeypatch.setattr(Index, "update", update)
    write(made.folder, "extra.txt")
    with pytest.raises(StoreError, match="cannot be built"):
        made.refresh()
    monkeypatch.undo()
    (made.folder / "extra.txt").unlink()
    library = made.refreshed()
    assert_whole(library)
    library.close()


def test_a_damaged_index_is_left_alone_while_another_process_builds_one(made: Desk) -> None:
    library = made.open()
    spoil(made, "*.toc", emptied)
    with (made.cache / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BusyError):
            found(library, "word1")
    assert (made.cache / "index").exists()
    library.close()


def test_a_second_refresh_at_once_is_told_that_the_first_is_at_it(made: Desk) -> None:
    with (made.cache / "lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        with pytest.raises(BusyError, match="another Broadsheet"):
            made.refresh()
        library = made.open()  # reading along is possible
        assert_whole(library)
        library.close()
    assert made.refresh().unchanged == 8


def test_a_stale_lock_file_does_no_harm(made: Desk) -> None:
    assert (made.cache / "lock").exists()
    assert made.refresh().unchanged == 8


def test_a_cache_that_cannot_be_written_is_replaced_by_a_passing_one(tmp_path: Path) -> None:
    made = desk(tmp_path)
    write(made.folder, "bridge.txt")
    made.cache.write_text("a file where the directory should be")
    library = made.open()
    assert any("passing index" in complaint for complaint in library.complaints)
    library.refresh(nothing)
    assert found(library, "bridge") == ["bridge.txt"]
    library.set_favourite([library.number("bridge.txt")], True)
    library.close()
    again = made.refreshed()
    assert found(again, "is:favourite") == ["bridge.txt"]
    again.close()
    assert made.cache.read_text() == "a file where the directory should be"


def test_a_passing_cache_is_gone_when_the_library_is_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    passing = tmp_path / "passing"
    passing.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(passing))
    made = desk(tmp_path / "desk")
    made.cache.write_text("")
    library = made.open()
    assert len(list(passing.iterdir())) == 1
    library.close()
    assert list(passing.iterdir()) == []


def test_a_cache_that_may_not_be_written_is_replaced_by_a_passing_one() -> None:
    with shared_directory() as root:
        made = desk(root)
        write(made.folder, "bridge.txt")
        made.refresh()
        (root / "data").mkdir(0o777)
        (root / "data").chmod(0o777)

        def look() -> tuple[tuple[str, ...], list[str]]:
            library = made.open()
            library.refresh(nothing)
            try:
                return library.complaints, found(library, "bridge")
            finally:
                library.close()

        complaints, hits = as_nobody(look)
    assert any("passing index" in complaint for complaint in complaints)
    assert hits == ["bridge.txt"]


def full(*_: object, **__: object) -> None:
    raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_while_indexing_is_told_and_loses_nothing(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from whoosh.writing import SegmentWriter

    write(made.folder, "extra.txt")
    monkeypatch.setattr(SegmentWriter, "commit", full)
    with pytest.raises(StoreError, match=r"disk .* is full; make room"):
        made.refresh()
    library = made.open()
    assert found(library, "word3") == ["word3.txt"]
    assert "extra.txt" in everything(library)
    monkeypatch.undo()
    library.refresh(nothing)
    assert found(library, "extra") == ["extra.txt"]
    assert found(library, "is:favourite") == ["word1.txt"]
    library.close()


def test_a_full_disk_while_cataloguing_is_told_and_loses_nothing(made: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    write(made.folder, "extra.txt")
    limit = made.cache / "catalogue.sqlite3"

    def put(self: catalogue_module.Catalogue, *_: object) -> list[int]:
        pages = self._connection.execute("PRAGMA page_count").fetchone()[0]
        self._connection.execute(f"PRAGMA max_page_count = {pages}")
        self._connection.execute("INSERT INTO fact VALUES ('much', ?)", ("x" * 1_000_000,))
        return []

    monkeypatch.setattr(catalogue_module.Catalogue, "put", put)
    with pytest.raises(StoreError, match=f"disk that holds {limit} is full; make room"):
        made.refresh()
    monkeypatch.undo()
    library = made.open()
    assert_whole(library)
    library.refresh(nothing)
    assert found(library, "extra") == ["extra.txt"]
    library.close()


def test_marks_survive_a_deleted_cache(made: Desk) -> None:
    made.delete_cache()
    library = made.refreshed()
    assert_whole(library)
    assert headline(library, "word2.txt").marks.tags == ("keep",)
    library.close()
