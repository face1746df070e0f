"""The table of actions, the names of keys, and what a person's own keys make of them."""

import re
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.keys import _character_to_key

from reader.settings.keymap import KeyFault, clashes, keymap
from reader.settings.keynames import (
    SIGNS,
    key_name,
    key_words,
    letters_with_alt,
    reason_against,
    sequence_name,
    written_key,
)
from reader.settings.keys import ACTIONS, PANES, Scope, action
from reader.settings.macros import Macro, Step

TABLE = {each.id: each.keys for each in ACTIONS}
ANY_KEY = st.sampled_from(
    [*string.ascii_letters, *string.digits, *SIGNS.values(), "enter", "esc", "tab", "ctrl+p", "shift+tab", "f9"]
)


def test_the_table_has_no_clash() -> None:
    assert clashes(TABLE) == ()


def test_the_table_names_every_key_as_textual_does() -> None:
    keys = [key for each in ACTIONS for key in each.keys]
    assert [sequence_name(written_key(key)) for key in keys] == keys
    assert [reason_against(key) for key in keys] == [""] * len(keys)


def test_signs_have_the_names_that_textual_gives_them() -> None:
    assert {_character_to_key(sign): sign for sign in string.punctuation} == SIGNS


@pytest.mark.parametrize("letter", ["a", "b", "s", "h", "j", "k", "l", "space", "i", "m"])
def test_no_action_needs_a_control_key_that_tmux_and_screen_take(letter: str) -> None:
    assert all(f"ctrl+{letter}" not in each.keys for each in ACTIONS)


def test_every_action_with_a_control_or_function_key_has_a_plain_one_or_is_in_the_palette() -> None:
    only = [each.id for each in ACTIONS if each.keys and all(key.startswith("ctrl+") for key in each.keys)]
    assert only == ["app.suspend"]  # every shell's own key, and a terminal without jobs has no use for another


def test_ids_are_dotted_and_unique_and_words_are_sentences_without_a_stop() -> None:
    assert len(TABLE) == len(ACTIONS)
    for each in ACTIONS:
        assert re.fullmatch(r"[a-z]+\.[a-z_]+", each.id)
        assert each.label
        assert each.description[0].isupper()
        assert not each.description.endswith(".")


@pytest.mark.parametrize("place", [*PANES, Scope.SEARCH])
def test_the_line_of_keys_of_a_pane_ends_with_the_help_and_fits_beside_a_place(place: Scope) -> None:
    shown = [each for each in ACTIONS if place in each.shown]
    assert all(place in each.scope.places and each.keys for each in shown)
    line = "   ".join(f"{key_words(each.keys[0])} {each.label}" for each in shown)
    assert len(line) <= 105
    assert line.endswith("? help")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("?", "question_mark"),
        ("/", "slash"),
        ("-", "minus"),
        (",", "comma"),
        ("G", "G"),
        ("shift+g", "G"),
        (" ", "space"),
        ("Esc", "escape"),
        ("Ctrl+P", "ctrl+p"),
        ("control+p", "ctrl+p"),
        ("shift+ctrl+Up", "ctrl+shift+up"),
        ("ctrl++", "ctrl+plus"),
        ("+", "plus"),
        ("Page-Down", "pagedown"),
        ("PgUp", "pageup"),
        ("F12", "f12"),
        ("question_mark", "question_mark"),
        ("é", "é"),
        ("§", "section_sign"),
    ],
)
def test_a_key_may_be_written_as_people_write_it(written: str, name: str) -> None:
    assert key_name(written) == name
    assert reason_against(written) == ""


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("entre", "no key is called 'entre'; did you mean enter?"),
        ("kontrol+p", "no key is called 'kontrol+p'"),
        ("", "no key is called ''"),
        ("\x1b", "no key is called '\\x1b'"),
        ("ctrl+", "no key is called 'ctrl+'"),
        ("f25", "no key is called 'f25'; did you mean f"),
        ("ctrl+i", "'ctrl+i' reaches a program as 'tab'; choose another key"),
        ("ctrl+h", "'ctrl+h' reaches a program as 'backspace'; choose another key"),
        ("ctrl+c", "'ctrl+c' copies and interrupts; choose another key"),
    ],
)
def test_a_key_that_never_arrives_is_refused_with_the_reason(written: str, reason: str) -> None:
    assert reason_against(written).startswith(reason)


def test_without_choices_every_action_has_the_keys_of_the_table() -> None:
    assert keymap({}) == (TABLE, ())


def test_a_choice_replaces_the_keys_and_an_empty_list_takes_them_away() -> None:
    keys, faults = keymap({"article.tag": ["W", "f8"], "article.unread": []})
    assert faults == ()
    assert keys == {**TABLE, "article.tag": ("W", "f8"), "article.unread": ()}


def test_two_actions_may_swap_their_keys() -> None:
    keys, faults = keymap({"article.tag": ["s"], "article.favourite": ["t"]})
    assert faults == ()
    assert (keys["article.tag"], keys["article.favourite"]) == (("s",), ("t",))


def test_a_chosen_key_beats_one_of_the_table_and_says_who_loses_it() -> None:
    keys, faults = keymap({"article.tag": ["j"]})
    assert (keys["article.tag"], keys["move.down"]) == (("j",), ("down",))
    assert faults == (KeyFault("article.tag", "'j' is taken from move.down, which keeps 'down'", remark=True),)


def test_an_action_that_loses_its_only_key_is_told_with_the_way_that_is_left() -> None:
    keys, (remark,) = keymap({"article.tag": ["s"], "palette.open": ["f7"]})
    assert keys["article.favourite"] == ()
    assert remark.remark
    assert remark.message == "'s' is taken from article.favourite, which has no other key; 'f7' finds it by its words"


def test_it_is_a_fault_where_no_way_is_left_to_an_action_that_loses_its_only_key() -> None:
    _, faults = keymap({"article.tag": ["s"], "palette.open": []})
    assert [(fault.action, fault.remark) for fault in faults] == [("article.tag", False)]
    assert "has no other key, and nothing else leads to it; give it one" in faults[0].message
    _, faults = keymap({"article.tag": [":", "ctrl+p"]})
    assert [(fault.action, fault.remark) for fault in faults] == [("article.tag", False)] * 2
    _, faults = keymap({"app.quit": ["escape"]})  # in the search bar the palette has nothing
    assert [fault.remark for fault in faults if "search.clear" in fault.message] == [False]


def test_the_first_of_two_choices_gets_the_key() -> None:
    keys, faults = keymap({"view.all": ["x"], "view.unread": ["x", "ctrl+y"]})
    assert (keys["view.all"], keys["view.unread"]) == (("x",), ("ctrl+y",))
    assert faults == (KeyFault("view.unread", "'x' is taken by view.all; it is left out here"),)
    assert not faults[0].remark


def test_a_key_that_works_everywhere_clashes_with_one_of_the_panes() -> None:
    assert action("search.open").scope is Scope.APP
    keys, faults = keymap({"search.open": ["s"]})
    assert keys["article.favourite"] == ()
    assert [fault.action for fault in faults] == ["search.open"]


def test_the_search_bar_and_the_panes_may_share_a_key() -> None:
    assert "escape" in TABLE["search.clear"]
    assert "escape" in TABLE["app.back"]
    keys, faults = keymap({"search.clear": ["f6"], "article.open": ["f6"]})
    assert faults == ()
    assert keys["search.clear"] == keys["article.open"] == ("f6",)


@pytest.mark.parametrize("written", ["x", "?", "space", "X"])
def test_a_key_that_writes_something_cannot_act_in_the_search_bar(written: str) -> None:
    keys, faults = keymap({"search.clear": [written]})
    assert keys["search.clear"] == ("escape",)
    assert "is typed into the search" in faults[0].message


def test_an_unknown_action_is_reported_with_the_near_spelling() -> None:
    keys, faults = keymap({"artcle.tag": ["x"]})
    assert keys == TABLE
    assert faults == (KeyFault("artcle.tag", "no such action; did you mean article.tag?"),)


def test_an_unknown_action_that_is_near_none_is_reported_with_some_that_are_close() -> None:
    faults = keymap({"nosuch.action": ["x"], "%": ["x"]})[1]
    assert faults[0].message == "no such action; close to it are search.accept, search.open, search.later"
    assert faults[1].message == "no such action; the help (?) has all of them"


@pytest.mark.parametrize(
    ("key", "shown"), [("x", "x"), ("Ctrl+O", "ctrl+o"), ("g s", "g s"), ("?", '"?"'), ("minus", '"-"')]
)
def test_a_key_in_the_place_of_an_action_is_told_the_right_way_round(key: str, shown: str) -> None:
    keys, faults = keymap({key: ["article.favourite"]})
    assert keys == TABLE
    told = f"this is a key; an action stands first, and its keys behind it: `article.favourite: {shown}`"
    assert faults == (KeyFault(key, told),)


@pytest.mark.parametrize(("name", "meant"), [("favourite", "article.favourite"), ("favorite", "article.favourite")])
def test_an_action_may_be_meant_by_the_end_of_its_id(name: str, meant: str) -> None:
    assert keymap({name: ["x"]})[1] == (KeyFault(name, f"no such action; did you mean {meant}?"),)
    told = f"this is a key; an action stands first, and its keys behind it: `{meant}: x`"
    assert keymap({"x": [name]})[1] == (KeyFault("x", told),)


def test_a_sequence_is_keys_with_blanks_between_them() -> None:
    keys, faults = keymap({"article.tag": ["x t", "ctrl+x nokey"], "article.unread": ["X / g"]})
    assert keys["article.tag"] == ("x t",)
    assert keys["article.unread"] == ("X slash g",)
    assert [fault.message for fault in faults] == ["no key is called 'nokey'"]
    assert key_words("g g") == "gg"
    assert key_words("ctrl+x enter") == "ctrl+x enter"


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("x y z x y", "has more than 4 keys"),
        ("x esc", "has esc in it"),
        ("1 x", "begins with a digit"),
        ("x ctrl+m", "reaches a program as 'enter'"),
    ],
)
def test_a_sequence_that_cannot_work_is_refused_with_the_reason(written: str, reason: str) -> None:
    assert reason in reason_against(written)


def test_a_key_that_begins_a_sequence_is_in_its_way() -> None:
    keys, faults = keymap({"article.raw": ["s s"]})
    assert (keys["article.raw"], keys["article.favourite"]) == (("s s",), ())
    assert "'ss' is in the way of 's': article.favourite loses it, and has no other key" in faults[0].message
    assert faults[0].remark
    keys, faults = keymap({"article.raw": ["x"], "article.days": ["x y"]})
    assert keys["article.days"] == ()
    assert "'xy' is taken by article.raw (its 'x'); it is left out here" in faults[0].message


def test_pages_and_panes_may_share_a_key_and_all_have_the_moves() -> None:
    assert keymap({"page.split": ["u"]})[1] == ()
    keys, faults = keymap({"front.now": ["j"]})
    assert keys["move.down"] == ("down",)
    assert "'j' is taken from move.down" in faults[0].message


def test_a_macro_takes_its_keys_as_a_choice_does() -> None:
    macro = Macro("later", ("s", "x"), (Step("move.down"),))
    keys, faults = keymap({}, [macro.action])
    assert keys["macro.later"] == ("s", "x")
    assert keys["article.favourite"] == ()
    assert [fault.action for fault in faults] == ["macro.later"]


def test_of_several_keys_the_right_ones_are_kept() -> None:
    keys, faults = keymap({"article.tag": ["ctrl+m", "x", "X", "x", "nokey"]})
    assert keys["article.tag"] == ("x", "X")
    assert len(faults) == 2


@settings(deadline=None)
@given(st.dictionaries(st.sampled_from(sorted(TABLE)), st.lists(ANY_KEY, max_size=3), max_size=8))
def test_whatever_is_chosen_the_result_has_no_clash_and_loses_no_action(chosen: dict[str, list[str]]) -> None:
    keys, faults = keymap(chosen)
    assert list(keys) == list(TABLE)
    assert clashes(keys) == ()
    assert not any(reason_against(key) for names in keys.values() for key in names)
    for name in TABLE:
        unchanged = name not in chosen and keys[name] == TABLE[name]
        as_chosen = name in chosen and set(keys[name]) == {key_name(key) for key in chosen[name]}
        assert unchanged or as_chosen or faults


@settings(deadline=None)
@given(st.dictionaries(st.text(max_size=20), st.lists(st.text(max_size=12), max_size=4), max_size=5))
def test_no_choice_makes_it_fail(chosen: dict[str, list[str]]) -> None:
    keys, faults = keymap(chosen)
    assert keys == TABLE or faults or any(name in TABLE for name in chosen)


def test_letters_that_mean_something_with_alt() -> None:
    assert letters_with_alt(["alt+x", "g alt+shift+r", "alt+left", "x", "ctrl+alt+y"]) == "Rx"
