"""Every field that something can be typed into, and the way there."""

from person import Person
from textual.widgets import Input

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
