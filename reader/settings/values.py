"""What the text of a setting means: a truth value, a number, a size, one of several words, a list of texts."""

import re
from collections.abc import Iterable

from reader.settings.faults import did_you_mean
from reader.settings.nodes import Mapping, Node, Scalar, Sequence, told

TRUE = frozenset({"true", "yes", "on"})
FALSE = frozenset({"false", "no", "off"})
UNITS = {"": 1, "K": 1_000, "M": 1_000_000, "G": 1_000_000_000}
"""Bytes in each unit of size by its prefix, decimal as disks and file managers count."""
PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.+-]*")
"""Texts that YAML takes as they stand, unless they mean nothing or a truth value."""


class UnfitError(ValueError):
    """A value that a setting cannot have; the message says what it can have."""


def text_of(node: Node) -> str:
    """A single text. Raises `UnfitError`."""
    if _is_question_mark(node):
        raise UnfitError('holds ?, which must stand in quotes: "?"')
    if not isinstance(node, Scalar):
        raise UnfitError(f"must be a single value, not {_kind(node)}")
    if "\0" in node.text:
        raise UnfitError("has a zero character")
    return node.text


def truth_of(node: Node) -> bool:
    """A truth value: `true` or `false`, `yes` or `no`, `on` or `off`. Raises `UnfitError`."""
    word = text_of(node).lower()
    if word not in TRUE | FALSE:
        raise UnfitError(f"must be true or false, not {told(text_of(node))!r}")
    return word in TRUE


def number_of(node: Node, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises `UnfitError`."""
    written = text_of(node).strip()
    if not re.fullmatch(r"-?[0-9]{1,12}", written) or not least <= int(written) <= most:
        raise UnfitError(f"must be a whole number from {least} to {most}, not {told(text_of(node))!r}")
    return int(written)


def size_of(node: Node, least: int, most: int) -> int:
    """Bytes from `least` to `most`, written as `2 MB`, `500 kB` or a number of bytes. Raises `UnfitError`."""
    found = re.fullmatch(r"([0-9]{1,12}(?:\.[0-9]{1,6})?)\s*([kKmMgG]?)[bB]?", text_of(node).strip())
    size = round(float(found[1]) * UNITS[found[2].upper()]) if found else 0
    if not least <= size <= most:
        raise UnfitError(f"must be a size from {size_text(least)} to {size_text(most)}, not {told(text_of(node))!r}")
    return size


def word_of(node: Node, words: Iterable[str]) -> str:
    """One of `words`. Raises `UnfitError`."""
    known = tuple(words)
    word = text_of(node)
    if word not in known:
        raise UnfitError(f"must be one of {', '.join(known)}, not {told(text_of(node))!r}{did_you_mean(word, known)}")
    return word


def texts_of(node: Node) -> tuple[str, ...]:
    """A list of texts, or a single one; nothing at all is an empty list. Raises `UnfitError`."""
    if isinstance(node, Mapping):
        raise UnfitError("must be a list, not a mapping")
    if isinstance(node, Scalar):
        return () if node.empty else (text_of(node),)
    for item in node.items:
        if isinstance(item, Scalar) and item.empty:
            raise UnfitError("has an empty place in its list; a text that begins with # must stand in quotes")
    return tuple(text_of(item) for item in node.items)


def size_text(size: int) -> str:
    """A size in the largest unit that it is a whole number of."""
    for prefix, unit in (("G", "GB"), ("M", "MB"), ("K", "kB")):
        if size and size % UNITS[prefix] == 0:
            return f"{size // UNITS[prefix]} {unit}"
    return str(size)


def quoted(text: str) -> str:
    """A text as YAML, in double quotes where it needs them: https://yaml.org/spec/1.1/#escaping%20in%20double-quoted."""
    if PLAIN.fullmatch(text) and text.lower() not in {"null", *TRUE, *FALSE}:
        return text
    escaped = (character if character.isprintable() else f"\\U{ord(character):08x}" for character in text)
    return '"' + "".join(f"\\{each}" if each in '"\\' else each for each in escaped) + '"'


def listed(texts: Iterable[str]) -> str:
    """Texts as a YAML list on one line."""
    return f"[{', '.join(map(quoted, texts))}]"


def truth_text(value: bool) -> str:
    """A truth value as YAML."""
    return "true" if value else "false"


def _is_question_mark(node: Node) -> bool:
    """Whether a sign `?` was meant: bare, it begins a name that holds others, https://yaml.org/spec/1.1/#id904245."""
    if not isinstance(node, Mapping) or not node.entries:
        return False
    return all(isinstance(part, Scalar) and part.empty for entry in node.entries for part in entry)


def _kind(node: Node) -> str:
    return "a list" if isinstance(node, Sequence) else "a mapping"
