"""What was read and what the user wants of stories: kept by article, and taken along wherever an article goes."""

import sqlite3
from pathlib import Path

import pytest

from reader.store import passages, recorded
from reader.store.identity import Identity, Move
from reader.store.state import State
from reader.store.state_schema import SCHEMA

HOME = "/home/articles"
BRIDGE, TUNNEL = Identity("bridge.txt", "hash of bridge", "Bridge"), Identity("tunnel.txt", "hash of tunnel", "Tunnel")
MOVED_BRIDGE = Identity("old/bridge.txt", "hash of bridge", "Bridge")
MOVED_TUNNEL = Identity("old/tunnel.txt", "hash of tunnel", "Tunnel")
READ = {-5: b"five", 2**62: b"much"}


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State.open(tmp_path)


def key(state: State, article: Identity) -> int:
    found = state._connection.execute("SELECT key FROM article WHERE id = ?", (article.id,)).fetchone()
    return int(found[0])


def passages_of(state: State, article: Identity) -> dict[int, bytes]:
    return dict(passages.held(state._connection, key(state, article)))


def wanted(state: State) -> list[tuple[str, str, bool]]:
    """Ids and wish of every choice that counts."""
    found = recorded.story_choices(state.path.parent, HOME)
    return sorted(
        (min(each.first.id, each.second.id), max(each.first.id, each.second.id), each.together)
        for each in found
        if not (each.first.moved or each.second.moved)
    )


def test_passages_are_kept_once_and_added_to(state: State) -> None:
    state.keep_passages(HOME, BRIDGE, READ)
    state.keep_passages(HOME, BRIDGE, {-5: b"again", 7: b"seven"})
    assert passages_of(state, BRIDGE) == {**READ, 7: b"seven"}


def test_who_shares_a_passage_is_found_by_it(state: State) -> None:
    state.keep_passages(HOME, BRIDGE, READ)
    state.keep_passages(HOME, TUNNEL, {-5: b"five"})
    many = range(100, 2000)
    assert passages.sharing(state._connection, [-5, *many]) == {key(state, BRIDGE), key(state, TUNNEL)}
    assert passages.sharing(state._connection, [*many, 2**62]) == {key(state, BRIDGE)}
    assert passages.sharing(state._connection, []) == set()


def test_passages_go_where_their_article_goes(state: State) -> None:
    state.keep_passages(HOME, BRIDGE, READ)
    state.follow(HOME, [Move(key(state, BRIDGE), MOVED_BRIDGE, renamed=True)])
    assert passages_of(state, MOVED_BRIDGE) == READ


def test_another_article_in_the_place_of_a_renamed_one_has_no_passage_that_was_read(state: State) -> None:
    state.keep_passages(HOME, BRIDGE, READ)
    state.follow(HOME, [Move(key(state, BRIDGE), MOVED_BRIDGE, renamed=True)])
    state.set_read(HOME, [Identity("bridge.txt", "another hash", "Toll")], True)
    assert passages_of(state, BRIDGE) == {}
    assert passages_of(state, MOVED_BRIDGE) == READ


def test_a_choice_about_two_articles_is_replaced_by_the_next_one_whatever_their_order(state: State) -> None:
    state.choose_stories(HOME, [BRIDGE], [TUNNEL], together=False)
    assert wanted(state) == [("bridge.txt", "tunnel.txt", False)]
    state.choose_stories(HOME, [TUNNEL], [BRIDGE], together=True)
    assert wanted(state) == [("bridge.txt", "tunnel.txt", True)]


def test_an_article_is_never_apart_from_itself(state: State) -> None:
    state.choose_stories(HOME, [BRIDGE, TUNNEL], [BRIDGE, TUNNEL], together=False)
    assert wanted(state) == [("bridge.txt", "tunnel.txt", False)]


def test_a_choice_goes_where_one_of_its_articles_goes(state: State) -> None:
    state.choose_stories(HOME, [BRIDGE], [TUNNEL], together=False)
    state.follow(HOME, [Move(key(state, BRIDGE), MOVED_BRIDGE, renamed=True)])
    assert wanted(state) == [("old/bridge.txt", "tunnel.txt", False)]


def test_a_choice_goes_where_both_of_its_articles_go_at_once(state: State) -> None:
    state.choose_stories(HOME, [BRIDGE], [TUNNEL], together=False)
    moves = [Move(key(state, BRIDGE), MOVED_BRIDGE, renamed=True), Move(key(state, TUNNEL), MOVED_TUNNEL, renamed=True)]
    state.follow(HOME, moves)
    assert wanted(state) == [("old/bridge.txt", "old/tunnel.txt", False)]


def test_a_choice_stays_when_its_articles_change_names(state: State) -> None:
    state.choose_stories(HOME, [BRIDGE], [TUNNEL], together=True)
    swapped = [
        Move(key(state, BRIDGE), Identity("tunnel.txt", BRIDGE.content_hash, "Bridge"), renamed=True),
        Move(key(state, TUNNEL), Identity("bridge.txt", TUNNEL.content_hash, "Tunnel"), renamed=True),
    ]
    state.follow(HOME, swapped)
    assert wanted(state) == [("bridge.txt", "tunnel.txt", True)]


def test_choices_of_another_folder_are_not_told(state: State) -> None:
    state.choose_stories("/elsewhere", [BRIDGE], [TUNNEL], together=True)
    assert recorded.story_choices(state.path.parent, HOME) == ()


def test_no_state_and_one_of_the_first_schema_hold_no_choices(tmp_path: Path) -> None:
    assert recorded.story_choices(tmp_path, HOME) == ()
    connection = sqlite3.connect(tmp_path / "state.sqlite3")
    connection.executescript(SCHEMA[0])
    connection.close()
    assert recorded.story_choices(tmp_path, HOME) == ()


def test_marks_of_the_first_schema_are_all_there_after_an_update(tmp_path: Path) -> None:
    connection = sqlite3.connect(tmp_path / "state.sqlite3")
    connection.executescript(SCHEMA[0])
    connection.execute(
        "INSERT INTO article (folder, id, hash, title, read, favourite, changed)"
        " VALUES (?, 'bridge.txt', 'hash of bridge', 'Bridge', 1, 1, '')",
        (HOME,),
    )
    connection.execute("INSERT INTO tag VALUES (1, 'roads')")
    connection.execute("PRAGMA user_version = 1")
    connection.commit()
    connection.close()
    state = State.open(tmp_path)
    state.keep_passages(HOME, BRIDGE, READ)
    assert passages_of(state, BRIDGE) == READ
    assert state._connection.execute("SELECT read, favourite FROM article").fetchall() == [(1, 1)]
    assert state._connection.execute("SELECT tag FROM tag").fetchall() == [("roads",)]


def test_a_visit_goes_on_until_the_next_one_begins(state: State) -> None:
    state.begin_visit(HOME, 100.0)
    state.go_on_visit(HOME, 150.0)
    state.begin_visit(HOME, 500.0)
    state.go_on_visit(HOME, 510.0)
    rows = state._connection.execute("SELECT begun, seen FROM visit ORDER BY begun").fetchall()
    assert rows == [(100.0, 150.0), (500.0, 510.0)]
