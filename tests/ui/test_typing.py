"""Fields take what is typed into them, letter for letter, whatever the keys mean elsewhere."""

import string

import pytest
from builders import Desk
from fields import FIELDS, field_after
from person import Person, reading
from textual.events import Key
from textual.keys import _character_to_key

PRINTABLE = "".join(each for each in string.printable if each.isprintable())


def burst(person: Person, text: str) -> None:
    """Type faster than anything is drawn."""
    for character in text:
        person.app._driver.send_message(Key(_character_to_key(character), character))  # type: ignore[union-attr]


@pytest.mark.parametrize("keys", FIELDS.values(), ids=FIELDS)
async def test_every_printable_character_can_be_typed_in_every_field(made: Desk, keys: tuple[str, ...]) -> None:
    async with reading(made) as person:
        field = await field_after(person, keys)
        before = field.value
        burst(person, PRINTABLE)
        await person.until(lambda: len(field.value) >= len(before) + len(PRINTABLE))
        assert field.value == before + PRINTABLE
