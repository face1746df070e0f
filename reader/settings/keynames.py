"""The names of keys: what a person may write, what Textual calls it, and how it is shown.

Textual names a letter or digit by itself and a sign by its Unicode name with a few exceptions (`textual/keys.py`).
"""

import string
import unicodedata
from collections.abc import Iterable

from reader.settings.faults import did_you_mean

MODIFIERS = ("alt", "ctrl", "hyper", "meta", "shift", "super")
"""In the order in which Textual writes them."""
SPECIAL = (
    *("up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete", "backspace"),
    *("enter", "escape", "tab", "space"),
    *(f"f{number}" for number in range(1, 25)),
)
"""Keys that write no character."""
RENAMED = {
    "solidus": "slash",
    "reverse_solidus": "backslash",
    "commercial_at": "at",
    "hyphen_minus": "minus",
    "plus_sign": "plus",
    "low_line": "underscore",
}
"""Unicode's name of a sign and Textual's."""
SHORT = {
    "esc": "escape",
    "return": "enter",
    "del": "delete",
    "ins": "insert",
    "pgup": "pageup",
    "pgdn": "pagedown",
    "page_up": "pageup",
    "page_down": "pagedown",
    "control": "ctrl",
}
"""What people write, and the name meant."""
SAME_BYTE = {
    "ctrl+h": "backspace",
    "ctrl+i": "tab",
    "ctrl+j": "enter",
    "ctrl+m": "enter",
    "ctrl+left_square_bracket": "escape",
}
"""Keys that most terminals cannot tell from another: both send the same byte (ECMA-48, C0 control codes)."""
DIGITS = "0123456789"
LONGEST_SEQUENCE = 4
"""Keys of one sequence: more, nobody remembers."""
COPY = "ctrl+c"
"""Copies the selection in Textual, and interrupts everywhere else."""


def sign_name(character: str) -> str:
    """Textual's name of a character: `/` is `slash`, `a` is `a`."""
    if character.isalnum():
        return character
    name = unicodedata.name(character, "").lower().replace("-", "_").replace(" ", "_")
    return RENAMED.get(name, name)


SIGNS = {sign_name(character): character for character in string.punctuation}
"""The signs of ASCII by Textual's names."""


def key_name(written: str) -> str:
    """Textual's name of a key as a person writes it (`?`, `Esc`, `Ctrl+P`, `shift+g`), empty where there is none."""
    if len(written) == 1:
        return "space" if written == " " else sign_name(written)
    *before, last = _parts(written.strip())
    modifiers = {SHORT.get(part.lower(), part.lower()) for part in before}
    base = _base(last)
    if not base or not modifiers.issubset(MODIFIERS):
        return ""
    if len(base) == 1 and base.isalpha():
        if modifiers == {"shift"}:
            return base.upper()
        if modifiers:
            base = base.lower()
    return "+".join((*sorted(modifiers), base))


def letters_with_alt(keys: Iterable[str]) -> str:
    """The letters that mean something with alt, of keys and sequences under Textual's names."""
    pressed = {part.removeprefix("alt+") for each in keys for part in each.split(" ") if part.startswith("alt+")}
    shifted = {part.removeprefix("shift+").upper() for part in pressed if part.startswith("shift+")}
    return "".join(sorted(part for part in pressed | shifted if len(part) == 1))


def sequence_name(written: str) -> str:
    """Textual's names of keys that are pressed one after another (`g g`), a blank between them; empty for none."""
    names = [key_name(each) for each in _keys_of(written)]
    return " ".join(names) if all(names) else ""


def reason_against(written: str, *, typing: bool = False) -> str:
    """Why a key or a sequence cannot be used, empty where it can; `typing` where what is typed is meant as text."""
    keys = _keys_of(written)
    if len(keys) < 2:
        return _reason_against_one(written, typing=typing)
    if typing:
        return f"{written[:40]!r} is a sequence, and there is none while a search is typed; choose a single key"
    if len(keys) > LONGEST_SEQUENCE:
        return f"{written[:40]!r} has more than {LONGEST_SEQUENCE} keys; choose a shorter sequence"
    if "escape" in map(key_name, keys):
        return f"{written[:40]!r} has esc in it, which ends every sequence; choose other keys"
    if key_name(keys[0]) in DIGITS:
        return f"{written[:40]!r} begins with a digit, which counts (`10j`); begin with another key"
    return next(filter(None, map(_reason_against_one, keys)), "")


def _reason_against_one(written: str, *, typing: bool = False) -> str:
    name = key_name(written)
    if not name:
        return f"no key is called {written[:40]!r}{did_you_mean(written, (*SPECIAL, *SIGNS))}"
    if name in SAME_BYTE:
        return f"{written!r} reaches a program as {SAME_BYTE[name]!r}; choose another key"
    if name == COPY:
        return f"{written!r} copies and interrupts; choose another key"
    if typing and writes(name):
        return f"{written!r} is typed into the search; choose a key that writes nothing"
    return ""


def writes(name: str) -> bool:
    """Whether a key of that name writes a letter, a digit, a sign of ASCII or a blank."""
    return len(name) == 1 or name == "space" or name in SIGNS


def key_words(name: str) -> str:
    """A key as it is shown: `?` for `question_mark`, `page down` for `pagedown`; a sequence `g g` as `gg`."""
    if " " in name:
        parts = [key_words(each) for each in name.split(" ")]
        return ("" if all(len(part) == 1 for part in parts) else " ").join(parts)
    *modifiers, base = name.split("+")
    words = {"pageup": "page up", "pagedown": "page down", "escape": "esc"}.get(base, SIGNS.get(base, base))
    return "+".join((*modifiers, words))


def written_key(name: str) -> str:
    """A key or a sequence as a person writes it into the configuration: `?`, `pagedown`, `g g`."""
    return " ".join(SIGNS.get(each, each) for each in name.split(" "))


def _keys_of(written: str) -> list[str]:
    """The keys of a sequence; a blank by itself is a key."""
    return written.split() if written.strip() else [written]


def _parts(written: str) -> list[str]:
    """The modifiers and the key; the key itself may be a plus sign."""
    if written.endswith("++"):
        return [*written[:-2].split("+"), "+"]
    return written.split("+")


def _base(written: str) -> str:
    """Textual's name of a key without modifiers, empty where there is none."""
    if len(written) == 1:
        return sign_name(written)
    folded = written.lower().replace("-", "_")
    folded = SHORT.get(folded, RENAMED.get(folded, folded))
    return folded if folded in SPECIAL or folded in SIGNS else ""
