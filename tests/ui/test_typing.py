"""Fields take what is typed into them, letter for letter, whatever the keys mean elsewhere."""

import string

import pytest
from builders import Desk
from person import Person, reading
from textual.events import Key
from textual.keys import _character_to_key
from textual.widgets import Input

PRINTABLE = "".join(each for each in string.printable if each.isprintable())
FIELDS = {
    "search": ("slash",),
    "name of a search": ("slash", *"lantern", "enter", "w"),
    "note": ("a",),
    "note about a passage": ("tab", "a"),
    "tags": ("t",),
    "find": ("f",),
    "send to": ("vertical_line",),
    "evidence": ("i", "enter"),
    "help": ("question_mark",),
    "palette": ("colon",),
    "problems": ("exclamation_mark",),
    "themes": ("f9",),
    "names": ("p", "slash"),
    "another name": ("p", "plus"),
    "another story": ("S", "plus"),
}
"""The keys that lead to each."""


def burst(person: Person, text: str) -> None:
    """Type faster than anything is drawn."""
    for character in text:
        person.app._driver.send_message(Key(_character_to_key(character), character))  # type: ignore[union-attr]


async def field_after(person: Person, keys: tuple[str, ...]) -> Input:
    """The field that the last of these keys leads to."""
    await person.sees("Paragraph 0 of")
    for key in keys[:-1]:
        await person.press(key)
    if keys[0] in ("p", "S"):
        await person.sees("Varnholt" if keys[0] == "p" else "1 version")
    await person.press(keys[-1])
    await person.until(lambda: isinstance(person.app.focused, Input))
    assert isinstance(person.app.focused, Input)
    return person.app.focused


@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_every_printable_character_can_be_typed_in_every_field(made: Desk, keys: tuple[str, ...]) -> None:
    async with reading(made) as person:
        field = await field_after(person, keys)
        before = field.value
        burst(person, PRINTABLE)
        await person.until(lambda: len(field.value) >= len(before) + len(PRINTABLE))
        assert field.value == before + PRINTABLE
