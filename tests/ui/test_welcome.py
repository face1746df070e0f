"""The welcome: it follows the keys that are pressed, waits for who does something else, and is left at any point."""

import pytest
from builders import Desk
from person import Person, reading, settings

from reader.settings.keynames import key_words
from reader.settings.keys import ACTIONS
from reader.ui.welcome import LEAVING_KEYS, STEPS, Tour, leaving_key

KEYS = {action.id: key_words(action.keys[0]) if action.keys else "" for action in ACTIONS}


def tour(**others: str) -> Tour:
    return Tour({**KEYS, **{name.replace("_", ".", 1): key for name, key in others.items()}}.__getitem__)


def test_every_step_is_about_an_action_of_the_table() -> None:
    named = {name for step in STEPS for name in (step.action, *step.reached_by)}
    assert named <= set(KEYS)
    assert tour().progress == "1 of 10"


def test_a_step_waits_for_its_key_and_scolds_nobody() -> None:
    shown = tour()
    before = (shown.progress, shown.told, shown.asks)
    assert not shown.note("theme.choose")
    assert (shown.progress, shown.told, shown.asks) == before
    assert shown.note("move.down")
    assert (shown.progress, shown.asks) == ("2 of 10", "enter opens the article.")


def test_what_was_done_before_its_turn_is_skipped() -> None:
    shown = tour()
    shown.note("article.next")
    shown.note("article.open")
    shown.note("move.down")
    assert shown.progress == "4 of 10"


def test_keys_are_those_of_the_person_and_steps_without_one_are_left_out() -> None:
    shown = tour(move_down="n", article_open="")
    assert (shown.progress, shown.asks) == ("1 of 9", "n goes down the list: try it.")
    shown.note("move.down")
    assert shown.asks.startswith("space turns the page")


def test_after_the_last_step_there_is_nothing_to_try() -> None:
    shown = tour()
    for step in STEPS:
        for action in step.reached_by or (step.action,):
            shown.note(action)
    assert shown.ended
    assert (shown.progress, shown.told) == ("", "")
    assert not shown.note("move.down")


def test_the_welcome_is_left_with_a_key_that_means_nothing_else() -> None:
    taken = [key for action in ACTIONS for key in action.keys]
    assert leaving_key(taken) not in ("", *taken)
    assert leaving_key(["x", *taken]) != "x"
    assert leaving_key(LEAVING_KEYS) == ""


async def opened(person: Person) -> None:
    await person.sees("Paragraph 0 of")
    await person.press("colon")
    await person.sees("Search for commands")
    await person.type("learn ten keys")
    await person.sees("welcome.open")
    await person.press("enter")
    await person.sees("1 of 10")


@pytest.mark.parametrize("size", [(80, 24), (40, 10)])
async def test_ten_keys_are_tried_on_real_articles(made: Desk, size: tuple[int, int]) -> None:
    async with reading(made, size=size) as person:
        await person.until(lambda: "The long report" in person.screen)
        person.app.screen.do_welcome_open()  # type: ignore[attr-defined]
        await person.sees("1 of 10", "j goes down the list", "x leaves")
        await person.press("j")
        await person.sees("2 of 10", "enter opens")
        await person.press("enter")
        await person.sees("3 of 10", "space turns the page")
        await person.press("space")
        await person.sees("4 of 10", "/ searches")
        await person.press("slash")
        await person.type("lantern")
        await person.press("enter")
        await person.sees("5 of 10", "s makes it a favourite")
        await person.press("s")
        await person.sees("6 of 10", "t gives it tags")
        await person.press("t")
        await person.sees("enter keep")
        await person.press("escape")
        await person.sees("7 of 10", "r shows what is related")
        await person.press("r")
        await person.sees("8 of 10", "S lays out the whole story")
        await person.press("S")
        await person.sees("Story")
        await person.press("escape")
        await person.sees("9 of 10", "? shows every key")
        await person.press("question_mark")
        await person.sees("Keys")
        await person.press("escape")
        await person.sees("10 of 10", "q goes back")
        await person.press("q")
        await person.sees("That was all.")
        await person.press("j")
        await person.misses("That was all.")


async def test_the_welcome_is_found_by_its_words_and_left_at_any_point(made: Desk) -> None:
    async with reading(made) as person:
        await opened(person)
        await person.press("j", "x")
        await person.misses("of 10", "x leaves")
        assert ": welcome shows it again." in person.foot
        before = person.screen
        await person.press("x")
        await person.pilot.pause()
        assert person.screen == before


async def test_a_click_is_as_good_as_a_key(made: Desk) -> None:
    async with reading(made) as person:
        await opened(person)
        await person.pilot.click("#list", offset=(5, 4))
        await person.sees("2 of 10")
        await person.pilot.click("#list", offset=(5, 4))
        await person.sees("3 of 10")


async def test_the_keys_are_those_that_are_bound(made: Desk) -> None:
    keys = {"move.down": ("x", "j"), "article.open": ("ctrl+o",)}
    async with reading(made, settings(keys=keys)) as person:
        await person.sees("The long report")
        person.app.screen.do_welcome_open()  # type: ignore[attr-defined]
        await person.sees("x goes down the list", "f10 leaves")
        await person.press("x")
        await person.sees("ctrl+o opens the article")
        await person.press("f10")
        await person.misses("of 10")
