"""What the README says of keys, settings, themes and commands is true."""

import re
from pathlib import Path

import pytest

from reader.cli.commands import COMMANDS
from reader.settings.config import SETTINGS
from reader.settings.keynames import key_words
from reader.settings.keys import ACTIONS, Action

CHECKOUT = Path(__file__).parents[1]
README = (CHECKOUT / "README.md").read_text()


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_the_table_of_keys_has_every_action_with_its_keys(action: Action) -> None:
    keys = " ".join(f"`{key_words(key)}`" for key in action.keys) or "–"
    assert f"| {keys} | {action.description} | `{action.id}` |" in README


def test_the_table_of_keys_has_no_action_that_is_gone() -> None:
    told = re.findall(r"\| `([a-z]+\.[a-z_]+)` \|$", README, re.MULTILINE)
    assert told == [action.id for action in ACTIONS]


def test_every_setting_is_named() -> None:
    assert [setting.key for setting in SETTINGS if f"`{setting.key}`" not in README] == []


def test_every_shipped_theme_is_named() -> None:
    assert [path.stem for path in (CHECKOUT / "themes").glob("*.yaml") if f"`{path.stem}`" not in README] == []


def test_every_command_is_named() -> None:
    assert [each.name for each in COMMANDS if not re.search(rf"`[^`]*\b{each.name}\b", README)] == []


def test_every_picture_is_there() -> None:
    pictures = re.findall(r"\]\((tests/pictures/[^)]+)\)", README)
    assert pictures
    assert [picture for picture in pictures if not (CHECKOUT / picture).is_file()] == []
