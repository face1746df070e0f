"""Notes and highlights: kept by article, and no word of them is lost where the marks of two articles come together."""

from pathlib import Path

import pytest

from reader.mark_words import note_kept
from reader.model.marking import Highlight
from reader.store import recorded
from reader.store.identity import Identity, Move
from reader.store.state import State

HOME = "/home/articles"
BRIDGE, COPY = Identity("bridge.txt", "hash of bridge", "Bridge"), Identity("copy.txt", "hash of bridge", "Bridge")
SHUT, OPEN = "The bridge is shut.", "The tunnel is open."


@pytest.fixture
def state(tmp_path: Path) -> State:
    return State.open(tmp_path)


def written(state: State, article: Identity) -> tuple[str, tuple[Highlight, ...]]:
    return recorded.notes(state.path.parent, HOME, article.id, article.content_hash)


def test_a_note_is_replaced_and_taken_off(state: State) -> None:
    state.set_note(HOME, BRIDGE, "first")
    state.set_note(HOME, BRIDGE, "second")
    assert written(state, BRIDGE) == ("second", ())
    state.set_note(HOME, BRIDGE, "")
    assert written(state, BRIDGE) == ("", ())


def test_a_passage_is_known_by_its_words_whatever_the_blanks_between_them(state: State) -> None:
    state.highlight(HOME, BRIDGE, [Highlight(SHUT), Highlight(OPEN, "since when?")])
    state.highlight(HOME, BRIDGE, [Highlight(SHUT.replace(" ", "\n"), "why?")])
    assert written(state, BRIDGE)[1] == (Highlight(SHUT.replace(" ", "\n"), "why?"), Highlight(OPEN, "since when?"))
    state.take_highlights_off(HOME, BRIDGE, [Highlight(SHUT)])
    assert written(state, BRIDGE)[1] == (Highlight(OPEN, "since when?"),)


def test_signs_that_belong_to_the_spelling_stay_in_a_note_and_others_do_not() -> None:
    assert note_kept("می\u200cخواهم \x1b[31m\u202e \n red") == "می\u200cخواهم [31m red"


def test_they_go_where_their_article_goes_and_not_to_another_in_its_place(state: State) -> None:
    state.set_note(HOME, BRIDGE, "look again")
    state.highlight(HOME, BRIDGE, [Highlight(SHUT, "why?")])
    state.follow(HOME, [Move(1, Identity("old.txt", BRIDGE.content_hash, "Bridge"), renamed=True)])
    assert written(state, Identity("old.txt", BRIDGE.content_hash, "")) == ("look again", (Highlight(SHUT, "why?"),))
    toll = Identity("bridge.txt", "another hash", "Toll")
    assert written(state, toll) == ("", ())
    state.set_read(HOME, [toll], True)
    assert written(state, toll) == ("", ())


def test_two_notes_that_come_together_are_both_there(state: State) -> None:
    state.set_note(HOME, BRIDGE, "first")
    state.highlight(HOME, BRIDGE, [Highlight(SHUT, "why?"), Highlight(OPEN)])
    state.set_note(HOME, COPY, "second")
    state.highlight(HOME, COPY, [Highlight(SHUT), Highlight(OPEN, "since when?")])
    state.follow(HOME, [Move(1, COPY, renamed=True)])
    note, highlights = written(state, COPY)
    assert note == "second · first"
    assert set(highlights) == {Highlight(SHUT, "why?"), Highlight(OPEN, "since when?")}
    state.follow(HOME, [Move(1, COPY, renamed=True)])
    assert written(state, COPY)[0] == "second · first"


def test_there_are_none_without_a_state(tmp_path: Path) -> None:
    assert recorded.notes(tmp_path, HOME, "bridge.txt", "") == ("", ())
