"""Everything is reached by one plain key after the other: without a mouse, and without holding a key down."""

import pytest
from builders import Desk
from person import reading

from reader.settings.keys import ACTIONS, PAGES, PANES, Action, Scope

OPENED = {
    Scope.STORY: ("S", "Story"),
    Scope.COMPARISON: ("d", "Compare"),
    Scope.MERGED: ("m", "the fullest of"),
    Scope.TIMELINE: ("T", "Timeline"),
    Scope.FRONT: ("0", "Front page"),
    Scope.NAMES: ("p", "Names"),
}
"""By page: the key that opens it from an article of a story, and what is seen there."""


def plain(action: Action) -> bool:
    """Whether one of its keys is pressed by itself; a capital letter or a sign may take shift, as in any text."""
    return any("+" not in key for key in action.keys)


def test_the_palette_itself_and_all_in_the_search_bar_have_a_plain_key() -> None:
    for action in ACTIONS:
        if action.id == "palette.open" or action.scope is Scope.SEARCH:
            assert plain(action), action.id


async def test_every_action_of_the_panes_has_a_plain_key_or_is_found_by_its_words(made: Desk) -> None:
    async with reading(made) as person:
        await person.sees("Paragraph 0 of")
        offered = {command.help.split()[-1] for command in person.app.get_system_commands(person.app.screen)}
        for action in ACTIONS:
            if action.scope.places & frozenset(PANES) and action.id != "palette.open":
                assert plain(action) or action.id in offered, action.id


@pytest.mark.parametrize("place", PAGES)
async def test_every_page_is_opened_and_left_and_its_actions_are_found_by_plain_keys(made: Desk, place: Scope) -> None:
    key, seen = OPENED[place]
    async with reading(made) as person:
        await person.press("j")
        await person.sees("more than a year")
        await person.press(key)
        await person.sees(seen)
        await person.press("colon")
        await person.sees("Search for commands")
        await person.press("escape", "q")
        await person.at("Bridge shut")
