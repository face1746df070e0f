"""Everything is reached by one plain key after the other: without a mouse, and without holding a key down."""

import pytest
from builders import Desk
from person import reading

from reader.settings.keys import ACTIONS, Scope
from reader.ui.screens.comparison import ComparisonScreen
from reader.ui.screens.front import KEYS as FRONT_KEYS
from reader.ui.screens.merged import MergedScreen
from reader.ui.screens.names_desk import KEYS as NAMES_KEYS
from reader.ui.screens.page import PageScreen
from reader.ui.screens.story import StoryScreen
from reader.ui.screens.timeline import TimelineScreen

PAGES: tuple[type[PageScreen], ...] = (ComparisonScreen, MergedScreen, StoryScreen, TimelineScreen)


def plain(key: str) -> bool:
    """Whether a key is pressed by itself; a capital letter or a sign may take shift, as it does in any text."""
    return "+" not in key


async def test_every_action_has_a_plain_key_or_is_found_by_its_words(made: Desk) -> None:
    keys = {action.id: action.keys for action in ACTIONS}
    assert any(map(plain, keys["palette.open"]))
    async with reading(made) as person:
        offered = {command.help.split()[-1] for command in person.app.get_system_commands(person.app.screen)}
        for action in ACTIONS:
            assert any(map(plain, action.keys)) or action.id in offered, action.id


def test_in_the_search_bar_too() -> None:
    for action in ACTIONS:
        if action.scope is Scope.SEARCH:
            assert any(map(plain, action.keys)), action.id


@pytest.mark.parametrize(
    "keys",
    [*([(key, action) for key, action, _, _ in page.KEYS] for page in PAGES)]
    + [[(key, action) for key, action, _, _ in keys] for keys in (FRONT_KEYS, NAMES_KEYS)],
)
def test_on_every_page_too(keys: list[tuple[str, str]]) -> None:
    for wanted in {action for _, action in keys}:
        assert any(plain(key) for key, action in keys if action == wanted), wanted
