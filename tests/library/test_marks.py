"""Marks follow their articles through everything that can happen to a folder."""

import os
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from builders import Desk, desk, everything, found, headline, nothing, rewrite, text_about, write
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from reader.errors import QueryError, StateError
from reader.library import Library, Places
from reader.model.headline import Marks
from reader.model.marking import Highlight, PastChange, SavedSearch
from reader.query import Query

ALL = Marks(read=True, favourite=True, tags=("first", "second"), note="look again", highlights=1)
HIGHLIGHT = Highlight(text_about("bridge").strip(), "who said so?")
NONE = Marks()


@pytest.fixture
def made(tmp_path: Path) -> Desk:
    two = desk(tmp_path)
    write(two.folder, "bridge.txt")
    write(two.folder, "harvest.txt")
    return two


@pytest.fixture
def library(made: Desk) -> Iterator[Library]:
    """A library in which bridge.txt has every mark."""
    opened = made.refreshed()
    mark(opened, "bridge.txt")
    yield opened
    opened.close()


def mark(library: Library, identifier: str) -> None:
    number = library.number(identifier)
    library.set_read([number], True)
    library.set_favourite([number], True)
    library.change_tags([number], ["second", "first"], [])
    library.notes.set_note(number, "look again")
    library.notes.highlight(number, [HIGHLIGHT])


def marks(library: Library, identifier: str) -> Marks:
    return headline(library, identifier).marks


def test_marks_are_seen_at_once_and_on_the_right_article_alone(library: Library) -> None:
    assert marks(library, "bridge.txt") == ALL
    assert marks(library, "harvest.txt") == NONE
    counts = library.counts()
    assert (counts.articles, counts.unread, counts.favourites) == (2, 1, 1)
    assert [(tag.tag, tag.articles) for tag in library.tags()] == [("first", 1), ("second", 1)]


def test_marks_can_be_taken_off(library: Library) -> None:
    number = library.number("bridge.txt")
    library.set_read([number], False)
    library.set_favourite([number], False)
    library.change_tags([number], [], ["first", "second"])
    library.notes.set_note(number, "")
    library.notes.take_off(number, [HIGHLIGHT])
    assert marks(library, "bridge.txt") == NONE
    assert library.tags() == ()


def test_marks_survive_a_rename(library: Library, made: Desk) -> None:
    (made.folder / "bridge.txt").rename(made.folder / "pylons.txt")
    library.refresh(nothing)
    assert marks(library, "pylons.txt") == ALL
    assert library.notes.highlights(library.number("pylons.txt")) == (HIGHLIGHT,)


def test_marks_survive_a_move_into_another_directory(library: Library, made: Desk) -> None:
    (made.folder / "deep/er").mkdir(parents=True)
    (made.folder / "bridge.txt").rename(made.folder / "deep/er/bridge.txt")
    library.refresh(nothing)
    assert marks(library, "deep/er/bridge.txt") == ALL


def test_marks_survive_an_edit(library: Library, made: Desk) -> None:
    rewrite(made.folder / "bridge.txt", "council", "parliament")
    library.refresh(nothing)
    assert marks(library, "bridge.txt") == ALL


def test_marks_survive_an_edit_and_then_a_rename(library: Library, made: Desk) -> None:
    rewrite(made.folder / "bridge.txt", "council", "parliament")
    library.refresh(nothing)
    (made.folder / "bridge.txt").rename(made.folder / "pylons.txt")
    library.refresh(nothing)
    assert marks(library, "pylons.txt") == ALL


@pytest.mark.parametrize("name", ["bridge.txt", "returned.txt"])
def test_marks_wait_for_an_article_that_vanished(library: Library, made: Desk, name: str) -> None:
    text = (made.folder / "bridge.txt").read_bytes()
    (made.folder / "bridge.txt").unlink()
    library.refresh(nothing)
    assert everything(library) == ["harvest.txt"]
    assert library.tags() == ()
    library.refresh(nothing)
    (made.folder / name).write_bytes(text)
    library.refresh(nothing)
    assert marks(library, name) == ALL


def test_marks_survive_a_deleted_cache_and_a_rename_meanwhile(library: Library, made: Desk) -> None:
    library.close()
    made.delete_cache()
    (made.folder / "bridge.txt").rename(made.folder / "pylons.txt")
    again = made.refreshed()
    assert marks(again, "pylons.txt") == ALL
    assert marks(again, "harvest.txt") == NONE
    again.close()


def test_marks_survive_the_move_of_the_whole_folder(library: Library, made: Desk) -> None:
    library.saved_searches.save("Bridges", "bridge* newer:3d")
    library.close()
    moved = made.folder.rename(made.folder.with_name("moved"))
    elsewhere = Desk(Places(moved, made.cache.with_name("cache2"), made.places.data, made.places.log))
    again = elsewhere.refreshed()
    assert marks(again, "bridge.txt") == ALL
    assert marks(again, "harvest.txt") == NONE
    assert again.saved_searches.all() == (SavedSearch("Bridges", "bridge* newer:3d"),)
    told = [undone.told for undone in (again.undo(), again.undo()) if undone]
    assert told == ["saved search Bridges", "highlight"]
    assert marks(again, "bridge.txt") == replace(ALL, highlights=0)
    again.close()


def test_two_folders_do_not_share_their_marks(library: Library, made: Desk) -> None:
    copied = made.folder.with_name("copied")
    shutil.copytree(made.folder, copied)
    other = Desk(Places(copied, made.cache.with_name("cache2"), made.places.data, made.places.log)).refreshed()
    assert marks(other, "bridge.txt") == NONE
    assert marks(library, "bridge.txt") == ALL
    other.close()


def test_another_article_under_the_old_name_begins_without_marks(library: Library, made: Desk) -> None:
    (made.folder / "bridge.txt").rename(made.folder / "pylons.txt")
    write(made.folder, "bridge.txt", text_about("lighthouse"))
    library.refresh(nothing)
    assert marks(library, "pylons.txt") == ALL
    assert marks(library, "bridge.txt") == NONE
    library.change_tags([library.number("bridge.txt")], ["new"], [])
    assert marks(library, "bridge.txt") == Marks(tags=("new",))
    assert marks(library, "pylons.txt") == ALL


def test_a_mark_set_before_the_refresh_is_over_takes_none_away(library: Library, made: Desk) -> None:
    """The name is used again, and the new article is marked while nobody knows yet where the old one went."""
    (made.folder / "bridge.txt").rename(made.folder / "pylons.txt")
    write(made.folder, "bridge.txt", text_about("lighthouse"))
    made.refresh()
    library.set_read([library.number("bridge.txt")], True)
    library.follow()
    assert marks(library, "pylons.txt") == ALL
    assert marks(library, "bridge.txt").read


def test_two_articles_that_change_names_change_their_marks(library: Library, made: Desk) -> None:
    here, there = made.folder / "bridge.txt", made.folder / "harvest.txt"
    library.change_tags([library.number("harvest.txt")], ["corn"], [])
    here.rename(made.folder / "between")
    there.rename(here)
    (made.folder / "between").rename(there)
    library.refresh(nothing)
    assert marks(library, "harvest.txt") == ALL
    assert marks(library, "bridge.txt") == Marks(tags=("corn",))


def test_a_copy_begins_without_marks_and_the_first_keeps_its_own(library: Library, made: Desk) -> None:
    shutil.copy(made.folder / "bridge.txt", made.folder / "copy.txt")
    library.refresh(nothing)
    assert marks(library, "bridge.txt") == ALL
    assert marks(library, "copy.txt") == NONE


def test_an_article_that_is_edited_keeps_its_marks_though_a_copy_of_the_old_text_stands_elsewhere(
    library: Library, made: Desk
) -> None:
    shutil.copy(made.folder / "bridge.txt", made.folder / "copy.txt")
    library.refresh(nothing)
    rewrite(made.folder / "bridge.txt", "council", "parliament")
    library.refresh(nothing)
    assert marks(library, "bridge.txt") == ALL
    assert marks(library, "copy.txt") == NONE


def test_the_copy_inherits_when_the_first_vanishes_and_both_are_marked_when_it_returns(
    library: Library, made: Desk
) -> None:
    shutil.copy(made.folder / "bridge.txt", made.folder / "copy.txt")
    text = (made.folder / "bridge.txt").read_bytes()
    (made.folder / "bridge.txt").unlink()
    library.refresh(nothing)
    assert marks(library, "copy.txt") == ALL
    (made.folder / "bridge.txt").write_bytes(text)
    library.refresh(nothing)
    assert marks(library, "bridge.txt") == marks(library, "copy.txt") == ALL
    library.set_favourite([library.number("copy.txt")], False)
    assert marks(library, "bridge.txt") == ALL


def test_a_mark_that_was_taken_off_under_a_new_name_does_not_come_back_with_the_old_one(
    library: Library, made: Desk
) -> None:
    (made.folder / "bridge.txt").rename(made.folder / "pylons.txt")
    library.refresh(nothing)
    library.set_favourite([library.number("pylons.txt")], False)
    library.change_tags([library.number("pylons.txt")], ["third"], ["first"])
    (made.folder / "pylons.txt").rename(made.folder / "bridge.txt")
    library.refresh(nothing)
    assert marks(library, "bridge.txt") == replace(ALL, favourite=False, tags=("second", "third"))


def test_marks_are_not_moved_while_the_catalogue_is_being_built(
    library: Library, made: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    from reader.refresh import reading

    shutil.copy(made.folder / "bridge.txt", made.folder / "a copy.txt")
    library.close()
    made.delete_cache()
    monkeypatch.setattr(reading, "FIRST_COMMIT", 0.0)
    monkeypatch.setattr(reading, "LONGEST_COMMIT", 0.0)
    again = made.open()
    followed: list[int] = []
    again.refresh(lambda report: followed.append(again.follow()))
    assert sum(followed) == 0
    assert marks(again, "bridge.txt") == ALL
    assert marks(again, "a copy.txt") == NONE
    again.close()


def test_a_change_is_undone_where_its_article_was_renamed_to_and_after_the_cache_was_lost(
    library: Library, made: Desk
) -> None:
    (made.folder / "bridge.txt").rename(made.folder / "pylons.txt")
    write(made.folder, "bridge.txt", text_about("lighthouse"))
    library.refresh(nothing)
    library.close()
    made.delete_cache()
    again = made.refreshed()
    undone = [again.undo() for _ in range(5)]
    assert [each.told for each in undone if each] == ["highlight", "note", "tags second, first", "favourite", "read"]
    assert {each.ids for each in undone if each} == {("pylons.txt",)}
    assert marks(again, "pylons.txt") == NONE
    assert again.undo() is None
    again.close()


def test_what_is_read_because_it_was_opened_is_no_step_of_undo(made: Desk) -> None:
    library = made.refreshed()
    library.set_favourite([library.number("harvest.txt")], True)
    library.set_read([library.number("bridge.txt")], True, undoable=False)
    assert library.undo() == PastChange("favourite", ("harvest.txt",), "About harvest")
    assert marks(library, "bridge.txt").read
    assert library.undo() is None
    library.close()


def test_notes_and_highlights_are_found_by_a_query(library: Library) -> None:
    assert found(library, "has:note") == found(library, "has:highlight") == ["bridge.txt"]
    assert found(library, "-has:note") == found(library, "-has:highlight") == ["harvest.txt"]
    library.notes.set_note(library.number("harvest.txt"), "  too \n late\x07 ")
    assert marks(library, "harvest.txt").note == "too late"
    assert set(found(library, "has:note")) == {"bridge.txt", "harvest.txt"}


def test_a_note_has_an_end(library: Library) -> None:
    with pytest.raises(StateError, match="at most 4,000"):
        library.notes.set_note(library.number("harvest.txt"), "x" * 4001)
    with pytest.raises(StateError, match="no words"):
        library.notes.highlight(library.number("harvest.txt"), [Highlight("a"), Highlight("  ")])
    assert marks(library, "harvest.txt") == NONE


def test_several_passages_and_parts_are_highlighted_together(library: Library) -> None:
    number = library.number("bridge.txt")
    part = Highlight("pylons", "which?", within=HIGHLIGHT.text, place=40)
    library.notes.highlight(number, [Highlight("another", "new"), HIGHLIGHT, part])
    assert library.notes.highlights(number) == (HIGHLIGHT, Highlight("another", "new"), part)
    assert marks(library, "bridge.txt").highlights == 3
    library.notes.take_off(number, [part])
    library.undo()
    assert part in library.notes.highlights(number)


def test_marks_of_before_that_may_only_be_read_have_neither_notes_nor_saved_searches(made: Desk) -> None:
    library = made.refreshed()
    library.set_favourite([library.number("bridge.txt")], True)
    library.close()
    connection = sqlite3.connect(made.places.data / "state.sqlite3")
    for table in ("note", "highlight", "saved_search", "change", "changed_mark"):
        connection.execute(f"DROP TABLE {table}")
    connection.close()
    library = made.open()
    assert marks(library, "bridge.txt") == Marks(favourite=True)
    assert found(library, "has:note OR has:highlight") == []
    assert library.saved_searches.all() == ()
    assert library.notes.highlights(library.number("bridge.txt")) == ()
    library.close()


def test_searches_are_saved_under_names_that_do_not_differ_in_capitals_alone(library: Library) -> None:
    library.saved_searches.save("Bridges", "bridge*")
    library.saved_searches.save("  All   unread ", "is:unread newer:3d")
    library.saved_searches.save("BRIDGES", "bridge")
    unread = SavedSearch("All unread", "is:unread newer:3d")
    assert library.saved_searches.all() == (unread, SavedSearch("BRIDGES", "bridge"))
    library.saved_searches.remove("bridges")
    assert [each.name for each in library.saved_searches.all()] == ["All unread"]
    with pytest.raises(StateError, match="no saved search is called bridges; there are All unread"):
        library.saved_searches.remove("bridges")


def test_what_cannot_be_asked_or_called_is_not_saved(library: Library) -> None:
    with pytest.raises(QueryError):
        library.saved_searches.save("Broken", "bridge (")
    for name in ("", "   ", "x" * 61, "bell\x07"):
        with pytest.raises(StateError, match="is no name"):
            library.saved_searches.save(name, "bridge")
    assert library.saved_searches.all() == ()


def test_many_articles_are_marked_at_once(library: Library) -> None:
    numbers = library.find(Query()).numbers
    library.change_tags(numbers, ["batch"], ["first"])
    assert marks(library, "bridge.txt").tags == ("batch", "second")
    assert marks(library, "harvest.txt").tags == ("batch",)


def test_marking_an_article_that_vanished_is_an_error_and_marks_nothing(library: Library, made: Desk) -> None:
    numbers = library.find(Query()).numbers
    (made.folder / "harvest.txt").unlink()
    library.refresh(nothing)
    with pytest.raises(StateError, match="vanished"):
        library.change_tags(numbers, ["batch"], [])
    assert marks(library, "bridge.txt") == ALL


@pytest.mark.parametrize("tag", ["", "   ", "a,b", 'a "b"', "x" * 61, "bell\x07"])
def test_what_could_not_be_asked_for_again_is_no_tag(library: Library, tag: str) -> None:
    with pytest.raises(StateError, match="is no tag"):
        library.change_tags([library.number("harvest.txt")], [tag], [])
    assert marks(library, "harvest.txt") == NONE


def test_blanks_in_a_tag_are_one(library: Library) -> None:
    library.change_tags([library.number("harvest.txt")], ["  to \n read "], [])
    assert marks(library, "harvest.txt").tags == ("to read",)
    assert found(library, 'tag:"to read"') == ["harvest.txt"]


def test_damaged_marks_leave_everything_readable_and_are_not_touched(made: Desk) -> None:
    made.places.data.mkdir()
    marks_file = made.places.data / "state.sqlite3"
    marks_file.write_bytes(b"this is no database" * 100)
    library = made.refreshed()
    assert any("damaged" in complaint for complaint in library.complaints)
    assert found(library, "bridge") == ["bridge.txt"]
    with pytest.raises(StateError):
        mark(library, "bridge.txt")
    assert library.counts().unread == 2
    library.close()
    assert marks_file.read_bytes() == b"this is no database" * 100


def test_marks_damaged_while_they_are_open_are_named_in_place_of_the_catalogue(made: Desk) -> None:
    library = made.refreshed()
    mark(library, "bridge.txt")
    library.close()
    library = made.open()
    library.counts()
    damage(made.places.data / "state.sqlite3")
    library._opened.let_go()  # what was read before is still known
    with pytest.raises(StateError, match=r"state\.sqlite3 is damaged .*put a copy in its place"):
        library.counts()
    library.close()


def test_marks_damaged_anywhere_leave_everything_readable_at_the_next_start(made: Desk) -> None:
    library = made.refreshed()
    mark(library, "bridge.txt")
    library.close()
    marks_file = made.places.data / "state.sqlite3"
    damage(marks_file, start=4096)
    before = marks_file.read_bytes()
    library = made.open()
    assert any("damaged" in complaint for complaint in library.complaints)
    assert found(library, "bridge") == ["bridge.txt"]
    library.close()
    assert marks_file.read_bytes() == before


def damage(path: Path, start: int = 0) -> None:
    """Write nonsense over a file from a place on."""
    with path.open("r+b") as opened:
        opened.seek(start)
        opened.write(b"nonsense" * ((path.stat().st_size - start) // 8))


NAMES = ("a.txt", "b.txt", "c.txt", "sub/d.txt")
TEXTS = tuple(text_about(word) for word in ("bridge", "harvest", "museum", "orchestra", "ferry"))
KINDS = ("read", "favourite", "tag", "note", "highlight")


class Folder(RuleBasedStateMachine):
    """Random things happen to a small folder; a simple account of what must be marked is kept beside it.

    `marked` holds, for each (kind), the pairs of path and text that were shown as marked. At every refresh a pair
    whose text is still under its path stays; else the mark must be shown on the same text under another path, or on
    another text under the same path, where there is any.
    """

    @initialize()
    def begin(self) -> None:
        self.root = Path(tempfile.mkdtemp(prefix="broadsheet-marks-"))
        self.desk = desk(self.root)
        self.files: dict[str, str] = {}
        self.seen: dict[str, str] = {}
        self.marked: dict[str, set[tuple[str, str]]] = {kind: set() for kind in KINDS}
        self.clock = 1_600_000_000
        self.library = self.desk.refreshed()

    def teardown(self) -> None:
        with suppress(AttributeError):
            self.library.close()
            shutil.rmtree(self.root)

    @rule(name=st.sampled_from(NAMES), text=st.sampled_from(TEXTS))
    def put(self, name: str, text: str) -> None:
        write(self.desk.folder, name, text, title="Always the same")
        self.files[name] = text
        self.touch(name)

    @rule(name=st.sampled_from(NAMES))
    def delete(self, name: str) -> None:
        if self.files.pop(name, ""):
            (self.desk.folder / name).unlink()

    @rule(old=st.sampled_from(NAMES), new=st.sampled_from(NAMES))
    def rename(self, old: str, new: str) -> None:
        if old in self.files and old != new:
            (self.desk.folder / new).parent.mkdir(exist_ok=True)
            (self.desk.folder / old).rename(self.desk.folder / new)
            self.files[new] = self.files.pop(old)
            self.touch(new)

    @rule(kind=st.sampled_from(KINDS), name=st.sampled_from(NAMES), on=st.booleans())
    def mark(self, kind: str, name: str, on: bool) -> None:
        if name not in self.seen:
            return
        number = self.library.number(name)
        if kind == "read":
            self.library.set_read([number], on)
        elif kind == "favourite":
            self.library.set_favourite([number], on)
        elif kind == "note":
            self.library.notes.set_note(number, "kept" if on else "")
        elif kind == "highlight" and on:
            self.library.notes.highlight(number, [Highlight("kept")])
        elif kind == "highlight":
            self.library.notes.take_off(number, [Highlight("kept")])
        else:
            self.library.change_tags([number], ["kept"] if on else [], [] if on else ["kept"])
        pair = (name, self.seen[name])
        (self.marked[kind].add if on else self.marked[kind].discard)(pair)

    @rule(name=st.sampled_from(NAMES))
    def mark_and_undo(self, name: str) -> None:
        if name not in self.seen:
            return
        before = headline(self.library, name).marks
        self.library.change_tags([self.library.number(name)], ["passing"], [])
        undone = self.library.undo()
        assert undone
        assert (undone.told, undone.ids) == ("tag passing", (name,))
        assert headline(self.library, name).marks == before

    @rule()
    def lose_the_cache(self) -> None:
        self.library.close()
        self.desk.delete_cache()
        self.library = self.desk.refreshed()
        self.refreshed()

    @rule()
    def refresh(self) -> None:
        self.library.refresh(nothing)
        self.refreshed()

    @rule()
    def refresh_and_follow_later(self) -> None:
        """What the user interface does: the process ends, and marks may be set before they have followed."""
        self.desk.refresh()
        self.library.follow()
        self.refreshed()

    def refreshed(self) -> None:
        self.seen = dict(self.files)
        for kind, pairs in self.marked.items():
            for pair in sorted(pairs):
                path, text = pair
                if self.seen.get(path) == text:
                    continue
                elsewhere = [other for other, held in self.seen.items() if held == text]
                heirs = [*elsewhere, *([path] if path in self.seen else [])]
                if not heirs:
                    continue
                shown = [heir for heir in heirs if self.shows(kind, heir)]
                assert shown, f"{kind} of {pair} is lost; it should be on {heirs}"
                pairs.discard(pair)
                pairs.update((heir, self.seen[heir]) for heir in shown)

    def shows(self, kind: str, name: str) -> bool:
        marks_there = headline(self.library, name).marks
        return {
            "read": marks_there.read,
            "favourite": marks_there.favourite,
            "tag": bool(marks_there.tags),
            "note": marks_there.note == "kept",
            "highlight": marks_there.highlights == 1,
        }[kind]

    @invariant()
    def every_mark_is_shown(self) -> None:
        for kind, pairs in getattr(self, "marked", {}).items():
            for path, text in pairs:
                if self.seen.get(path) == text:
                    assert self.shows(kind, path), f"{kind} of {path} is lost"

    def touch(self, name: str) -> None:
        """Every change has a time of its own, as on a system whose clock is fine enough."""

        self.clock += 1
        os.utime(self.desk.folder / name, (self.clock, self.clock))


TestMarksFollow = Folder.TestCase
TestMarksFollow.settings = settings(
    max_examples=25,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)
