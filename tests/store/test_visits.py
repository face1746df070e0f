"""Visits: what has arrived since the folder was last looked at, and when nothing is to be said of that."""

from pathlib import Path
from time import time

import pytest
from builders import Desk, desk, found, nothing, rewrite, write

from reader.store.visits import RESUMED_SECONDS

DAY = 86_400.0


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    """A folder that was read once."""
    empty = desk(tmp_path)
    write(empty.folder, "old.txt", title="Old")
    empty.refresh()
    return empty


def look(made: Desk, now: float) -> list[str]:
    """Visit the folder at a moment; the ids that are new then."""
    library = made.refreshed()
    library.begin_visit(now)
    new = found(library, "is:new")
    library.close()
    return new


def test_nothing_is_new_on_the_first_visit(made: Desk) -> None:
    assert look(made, time()) == []


def test_what_arrives_after_a_visit_is_new_on_the_next_and_old_on_the_one_after(made: Desk) -> None:
    first = time()
    look(made, first)
    write(made.folder, "fresh.txt", title="Fresh")
    assert look(made, first + DAY) == ["fresh.txt"]
    assert look(made, first + 2 * DAY) == []


def test_what_arrived_while_a_visit_went_on_is_not_new_on_the_next(made: Desk) -> None:
    library = made.refreshed()
    library.begin_visit(time() - DAY)
    write(made.folder, "fresh.txt", title="Fresh")
    library.refresh(nothing)
    library.go_on_visit(time() + 1)
    library.close()
    assert look(made, time() + DAY) == []


def test_who_comes_back_within_minutes_goes_on_with_the_visit(made: Desk) -> None:
    first = time()
    look(made, first)
    write(made.folder, "fresh.txt", title="Fresh")
    assert look(made, first + DAY) == ["fresh.txt"]
    assert look(made, first + DAY + RESUMED_SECONDS - 1) == ["fresh.txt"]
    assert look(made, first + DAY + 3 * RESUMED_SECONDS) == []


def test_an_edited_and_a_renamed_article_is_no_new_one(made: Desk) -> None:
    first = time()
    look(made, first)
    rewrite(made.folder / "old.txt", "the old", "the very old")
    assert look(made, first + DAY) == []
    (made.folder / "old.txt").rename(made.folder / "older.txt")
    assert look(made, first + DAY + 1) == []


def test_nothing_is_new_after_the_catalogue_was_built_again(made: Desk) -> None:
    look(made, time() - DAY)
    made.delete_cache()
    write(made.folder, "fresh.txt", title="Fresh")
    assert look(made, time()) == []


def test_what_arrives_after_the_catalogue_was_built_again_is_new_on_the_next_visit(made: Desk) -> None:
    made.delete_cache()
    made.refresh()
    first = time()
    look(made, first)
    write(made.folder, "fresh.txt", title="Fresh")
    assert look(made, first + DAY) == ["fresh.txt"]


def test_the_first_reading_counts_as_one_also_when_it_was_cut_short(tmp_path: Path) -> None:
    empty = desk(tmp_path)
    for name in ("a.txt", "b.txt"):
        write(empty.folder, name)

    class CutError(Exception):
        pass

    def cut(progress: object) -> None:
        if getattr(progress, "stage", "") == "indexing":
            raise CutError

    with pytest.raises(CutError):
        empty.refresh(cut)
    first = time()
    assert look(empty, first) == []
    assert look(empty, first + DAY) == []


def test_the_command_line_takes_the_last_visit_of_all(made: Desk) -> None:
    look(made, time())
    write(made.folder, "fresh.txt", title="Fresh")
    library = made.refreshed()
    assert found(library, "is:new") == ["fresh.txt"]
    assert found(library, "-is:new") == ["old.txt"]
    library.close()


def test_one_folder_is_not_visited_with_another(tmp_path: Path) -> None:
    here, there = desk(tmp_path / "here"), desk(tmp_path / "there")
    there = Desk(type(there.places)(there.folder, there.cache, here.places.data, there.places.log))
    for each in (here, there):
        write(each.folder, "old.txt")
        each.refresh()
    look(here, time())
    write(there.folder, "fresh.txt")
    assert look(there, time() + DAY) == []
