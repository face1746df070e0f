"""Changes of marks are taken back, newest first, also after a restart, and wherever the marks have gone meanwhile."""

import sqlite3
from pathlib import Path

import pytest

from reader.errors import StateError
from reader.model.marking import Highlight, PastChange
from reader.store import changes
from reader.store.identity import Identity, Move
from reader.store.state import State
from reader.store.state_schema import FILE_NAME, SCHEMA

HOME = "/home/articles"
BRIDGE, TUNNEL = Identity("bridge.txt", "hash of bridge", "Bridge"), Identity("tunnel.txt", "hash of tunnel", "Tunnel")
MOVED_BRIDGE = Identity("old/bridge.txt", "hash of bridge", "Bridge")


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State.open(tmp_path)


def key(state: State, identifier: str) -> int:
    found = state._connection.execute("SELECT key FROM article WHERE id = ?", (identifier,)).fetchone()
    return int(found[0])


def marks(state: State, identifier: str) -> tuple[object, ...]:
    """Read, favourite, tags, note, highlights, corrections of an article."""
    row = key(state, identifier)

    def asked(statement: str) -> list[tuple[object, ...]]:
        return state._connection.execute(statement, (row,)).fetchall()

    return (
        *asked("SELECT read, favourite FROM article WHERE key = ?")[0],
        [tag for (tag,) in asked("SELECT tag FROM tag WHERE article = ? ORDER BY tag")],
        [text for (text,) in asked("SELECT text FROM note WHERE article = ?")],
        asked("SELECT words, note FROM highlight WHERE article = ? ORDER BY rowid"),
        asked("SELECT field, value FROM correction WHERE article = ?"),
    )


UNMARKED: tuple[object, ...] = (0, 0, [], [], [], [])


def test_every_kind_of_mark_is_taken_back_in_the_order_in_which_it_was_set(state: State) -> None:
    state.set_read(HOME, [BRIDGE], True)
    state.set_favourite(HOME, [BRIDGE, TUNNEL], True)
    state.change_tags(HOME, [BRIDGE, TUNNEL], ["iraq", "sea"], [])
    state.set_note(HOME, BRIDGE, "look again")
    state.highlight(HOME, BRIDGE, [Highlight("The bridge is shut.", "since when?")])
    state.correct(HOME, BRIDGE, "title", "The bridge")
    told = []
    while undone := state.undo(HOME):
        told.append((undone.told, undone.ids, undone.corrected))
    assert told == [
        ("correction of title", ("bridge.txt",), True),
        ("highlight", ("bridge.txt",), False),
        ("note", ("bridge.txt",), False),
        ("tags iraq, sea", ("bridge.txt", "tunnel.txt"), False),
        ("favourite", ("bridge.txt", "tunnel.txt"), False),
        ("read", ("bridge.txt",), False),
    ]
    assert marks(state, "bridge.txt") == marks(state, "tunnel.txt") == UNMARKED


def test_what_was_taken_off_is_put_back_as_it_was(state: State) -> None:
    state.change_tags(HOME, [BRIDGE], ["Harbour"], [])
    state.set_note(HOME, BRIDGE, "first")
    state.highlight(HOME, BRIDGE, [Highlight("The bridge is shut.", "since when?")])
    before = marks(state, "bridge.txt")
    state.change_tags(HOME, [BRIDGE], [], ["harbour"])
    state.set_note(HOME, BRIDGE, "second")
    state.set_note(HOME, BRIDGE, "")
    state.highlight(HOME, BRIDGE, [Highlight("The bridge is shut.", "another")])
    state.take_highlights_off(HOME, BRIDGE, [Highlight("The bridge is  shut.")])
    assert marks(state, "bridge.txt") == UNMARKED
    told = [undone.told for undone in (state.undo(HOME) for _ in range(5)) if undone]
    assert told == ["highlight taken off", "highlight", "note taken off", "note", "tag harbour taken off"]
    assert marks(state, "bridge.txt") == before


def test_only_what_a_change_changed_is_taken_back(state: State) -> None:
    state.set_favourite(HOME, [BRIDGE], True)
    state.set_favourite(HOME, [BRIDGE, TUNNEL], True)
    assert state.undo(HOME) == PastChange("favourite", ("tunnel.txt",), "Tunnel")
    assert marks(state, "bridge.txt")[1] == 1


def test_a_change_that_changed_nothing_is_no_step(state: State) -> None:
    state.set_favourite(HOME, [BRIDGE], True)
    state.set_favourite(HOME, [BRIDGE], True)
    state.change_tags(HOME, [BRIDGE], [], ["never"])
    assert state.undo(HOME) is not None
    assert state.undo(HOME) is None


def test_what_happened_by_itself_is_no_step_and_a_step_that_makes_no_difference_any_more_is_passed_over(
    state: State,
) -> None:
    state.set_favourite(HOME, [BRIDGE], True)
    state.set_read(HOME, [TUNNEL], True)
    state.set_read(HOME, [TUNNEL], False)
    state.set_read(HOME, [TUNNEL], True, undoable=False)
    assert state.undo(HOME) == PastChange("read", ("tunnel.txt",), "Tunnel")
    assert marks(state, "tunnel.txt")[0] == 0
    assert state.undo(HOME) == PastChange("favourite", ("bridge.txt",), "Bridge")


def test_a_change_is_undone_after_a_restart(tmp_path: Path) -> None:
    first = State.open(tmp_path)
    first.change_tags(HOME, [BRIDGE], ["sea"], [])
    first.close()
    again = State.open(tmp_path)
    assert again.undo(HOME) == PastChange("tag sea", ("bridge.txt",), "Bridge")
    assert marks(again, "bridge.txt") == UNMARKED
    again.close()


def test_a_change_is_undone_where_its_article_has_gone(state: State) -> None:
    state.change_tags(HOME, [BRIDGE], ["sea"], [])
    state.follow(HOME, [Move(key(state, "bridge.txt"), MOVED_BRIDGE, renamed=True)])
    state.set_read(HOME, [Identity("bridge.txt", "another hash", "Toll")], True, undoable=False)
    assert state.undo(HOME) == PastChange("tag sea", ("old/bridge.txt",), "Bridge")
    assert marks(state, "old/bridge.txt") == UNMARKED
    assert marks(state, "bridge.txt")[0] == 1


def test_changes_go_with_articles_that_change_names(state: State) -> None:
    state.change_tags(HOME, [BRIDGE], ["sea"], [])
    state.set_favourite(HOME, [TUNNEL], True)
    swapped = [
        Move(key(state, "bridge.txt"), Identity("tunnel.txt", BRIDGE.content_hash, "Bridge"), renamed=True),
        Move(key(state, "tunnel.txt"), Identity("bridge.txt", TUNNEL.content_hash, "Tunnel"), renamed=True),
    ]
    state.follow(HOME, swapped)
    assert state.undo(HOME) == PastChange("favourite", ("bridge.txt",), "Tunnel")
    assert marks(state, "tunnel.txt")[2] == ["sea"]
    assert state.undo(HOME) == PastChange("tag sea", ("tunnel.txt",), "Bridge")
    assert marks(state, "bridge.txt") == marks(state, "tunnel.txt") == UNMARKED


def test_an_article_that_goes_and_comes_back_can_be_undone(state: State) -> None:
    state.change_tags(HOME, [BRIDGE], ["sea"], [])
    state.follow(HOME, [Move(key(state, "bridge.txt"), MOVED_BRIDGE, renamed=True)])
    state.follow(HOME, [Move(key(state, "old/bridge.txt"), BRIDGE, renamed=True)])
    assert state.undo(HOME) == PastChange("tag sea", ("bridge.txt",), "Bridge")
    assert marks(state, "bridge.txt") == UNMARKED


def test_marks_remembered_until_their_text_is_found_are_taken_back_there_too(state: State) -> None:
    state.change_tags(HOME, [BRIDGE], ["sea"], [])
    state.set_read(HOME, [Identity("bridge.txt", "another hash", "Toll")], True, undoable=False)
    state.follow(HOME, [Move(key(state, "bridge.txt\nhash of bridge"), MOVED_BRIDGE, renamed=True)])
    assert marks(state, "old/bridge.txt")[2] == ["sea"]
    undone = state.undo(HOME)
    assert undone
    assert set(undone.ids) == {"bridge.txt", "old/bridge.txt"}
    assert marks(state, "old/bridge.txt") == UNMARKED


def test_changes_in_one_folder_are_not_undone_in_another_unless_it_was_moved_there(state: State) -> None:
    state.set_favourite(HOME, [BRIDGE], True)
    state.save_search(HOME, "Bridges", "bridge*")
    assert state.undo("/elsewhere") is None
    state.follow_folder("/elsewhere", HOME)
    state.follow("/elsewhere", [Move(key(state, "bridge.txt"), BRIDGE, renamed=True)])
    assert state.undo("/elsewhere") == PastChange("saved search Bridges")
    assert state.undo("/elsewhere") == PastChange("favourite", ("bridge.txt",), "Bridge")
    assert state.undo(HOME) is None


def test_a_saved_search_that_was_replaced_or_removed_is_put_back(state: State) -> None:
    def saved() -> list[tuple[str, str]]:
        return state._connection.execute("SELECT name, query FROM saved_search").fetchall()

    state.save_search(HOME, "Bridges", "bridge")
    state.save_search(HOME, "bridges", "bridge*")
    state.save_search(HOME, "bridges", None)
    assert saved() == []
    told = [undone.told for undone in (state.undo(HOME), state.undo(HOME)) if undone]
    assert told == ["removal of saved search bridges", "saved search bridges"]
    assert saved() == [("bridges", "bridge")]


def test_a_change_and_its_entry_are_kept_together_or_not_at_all(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise sqlite3.OperationalError("no room")

    monkeypatch.setattr(changes, "record", fail)
    with pytest.raises(StateError):
        state.set_favourite(HOME, [BRIDGE], True)
    assert state._connection.execute("SELECT * FROM article").fetchall() == []
    monkeypatch.undo()
    state.set_favourite(HOME, [BRIDGE], True)
    monkeypatch.setattr(changes, "turn", fail)
    with pytest.raises(StateError):
        state.undo(HOME)
    assert marks(state, "bridge.txt")[1] == 1
    monkeypatch.undo()
    assert state.undo(HOME) is not None


def test_the_log_does_not_grow_for_ever(state: State, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(changes, "MOST_CHANGES", 3)
    for count in range(10):
        state.change_tags(HOME, [BRIDGE], [f"tag{count}"], [])
    assert state._connection.execute("SELECT count(*) FROM changed_mark").fetchone() == (3,)
    told = [undone.told for undone in (state.undo(HOME) for _ in range(4)) if undone]
    assert told == ["tag tag9", "tag tag8", "tag tag7"]
    assert len(marks(state, "bridge.txt")[2]) == 7  # type: ignore[arg-type]  # a list of tags


def test_changes_of_tags_are_told_in_words(state: State) -> None:
    state.change_tags(HOME, [BRIDGE], ["a", "b"], [])
    state.change_tags(HOME, [BRIDGE], ["c"], ["a", "b"])
    state.change_tags(HOME, [BRIDGE], [], ["c"])
    told = [undone.told for undone in (state.undo(HOME) for _ in range(3)) if undone]
    assert told == ["tag c taken off", "tags +c -a -b", "tags a, b"]


# Doing again what was taken back


def test_every_kind_of_mark_is_set_again_in_the_order_in_which_it_was_set_first(state: State) -> None:
    state.set_read(HOME, [BRIDGE], True)
    state.change_tags(HOME, [BRIDGE, TUNNEL], ["iraq", "sea"], [])
    state.set_note(HOME, BRIDGE, "look again")
    state.highlight(HOME, BRIDGE, [Highlight("The bridge is shut.", "since when?")])
    state.correct(HOME, BRIDGE, "title", "The bridge")
    before = marks(state, "bridge.txt"), marks(state, "tunnel.txt")
    while state.undo(HOME):
        pass
    told = []
    while redone := state.redo(HOME):
        told.append((redone.told, redone.ids, redone.corrected))
    assert told == [
        ("read", ("bridge.txt",), False),
        ("tags iraq, sea", ("bridge.txt", "tunnel.txt"), False),
        ("note", ("bridge.txt",), False),
        ("highlight", ("bridge.txt",), False),
        ("correction of title", ("bridge.txt",), True),
    ]
    assert (marks(state, "bridge.txt"), marks(state, "tunnel.txt")) == before


def test_one_goes_back_and_forth_as_often_as_wanted(state: State) -> None:
    state.set_note(HOME, BRIDGE, "first")
    state.set_note(HOME, BRIDGE, "second")
    for _ in range(3):
        assert state.undo(HOME) == PastChange("note", ("bridge.txt",), "Bridge")
        assert marks(state, "bridge.txt")[3] == ["first"]
        assert state.redo(HOME) == PastChange("note", ("bridge.txt",), "Bridge")
        assert marks(state, "bridge.txt")[3] == ["second"]
    assert state.redo(HOME) is None


def test_a_new_change_empties_what_can_be_done_again_in_its_folder_alone(state: State) -> None:
    for folder in (HOME, "/elsewhere"):
        state.set_favourite(folder, [BRIDGE], True)
        assert state.undo(folder) is not None
    state.set_note(HOME, BRIDGE, "new")
    assert state.redo(HOME) is None
    assert state.redo("/elsewhere") == PastChange("favourite", ("bridge.txt",), "Bridge")
    assert state.undo(HOME) == PastChange("note", ("bridge.txt",), "Bridge")
    assert state._connection.execute("SELECT count(*) FROM changed_mark").fetchone() == (2,)


def test_what_is_no_step_leaves_what_can_be_done_again(state: State) -> None:
    state.set_favourite(HOME, [BRIDGE], True)
    state.undo(HOME)
    state.set_read(HOME, [BRIDGE], False)  # changes nothing
    state.set_read(HOME, [TUNNEL], True, undoable=False)  # not on purpose
    assert state.redo(HOME) == PastChange("favourite", ("bridge.txt",), "Bridge")


def test_a_change_is_done_again_after_a_restart_and_where_its_article_has_gone(tmp_path: Path) -> None:
    first = State.open(tmp_path)
    first.change_tags(HOME, [BRIDGE], ["sea"], [])
    first.undo(HOME)
    first.close()
    again = State.open(tmp_path)
    again.follow(HOME, [Move(key(again, "bridge.txt"), MOVED_BRIDGE, renamed=True)])
    assert again.redo(HOME) == PastChange("tag sea", ("old/bridge.txt",), "Bridge")
    assert marks(again, "old/bridge.txt")[2] == ["sea"]
    again.close()


def test_a_log_made_before_there_was_redo_can_be_undone_and_redone(tmp_path: Path) -> None:
    before = sqlite3.connect(tmp_path / FILE_NAME)
    for script in SCHEMA[:5]:
        before.executescript(script)
    before.executescript(
        "PRAGMA user_version = 5;"
        "INSERT INTO article VALUES (1, '/home/articles', 'bridge.txt', 'hash of bridge', 'Bridge', 0, 1, '', '');"
        "INSERT INTO change VALUES (1, '/home/articles', 'favourite', '');"
        "INSERT INTO changed_mark VALUES (1, 1, 'favourite', '', NULL);"
    )
    before.close()
    state = State.open(tmp_path)
    assert state.undo(HOME) == state.redo(HOME) == PastChange("favourite", ("bridge.txt",), "Bridge")
    assert marks(state, "bridge.txt")[1] == 1
    state.close()
