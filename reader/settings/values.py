"""What the text of a setting means: a truth value, a number, a size, one of several words, a list of texts."""

import json
import re
from collections.abc import Iterable

from reader.settings.faults import did_you_mean
from reader.settings.nodes import Mapping, Node, Scalar, Sequence

TRUE = frozenset({"true", "yes", "on"})
FALSE = frozenset({"false", "no", "off"})
UNITS = {"": 1, "B": 1, "KB": 1_000, "MB": 1_000_000, "GB": 1_000_000_000}
"""Bytes in each unit of size, decimal as disks and file managers count."""
PLAIN = re.compile(r"[A-Za-z_][A-Za-z0-9_.+-]*")
"""Texts that YAML takes as they stand, unless they mean nothing or a truth value."""


class UnfitError(ValueError):
    """A value that a setting cannot have; the message says what it can have."""


def text_of(node: Node) -> str:
    """A single text. Raises `UnfitError`."""
    if not isinstance(node, Scalar):
        raise UnfitError(f"must be a single value, not {_kind(node)}")
    if "\0" in node.text:
        raise UnfitError("has a zero character")
    return node.text


def truth_of(node: Node) -> bool:
    """A truth value: `true` or `false`, `yes` or `no`, `on` or `off`. Raises `UnfitError`."""
    word = text_of(node).lower()
    if word not in TRUE | FALSE:
        raise UnfitError(f"must be true or false, not {_told(node)}")
    return word in TRUE


def number_of(node: Node, least: int, most: int) -> int:
    """A whole number from `least` to `most`. Raises `UnfitError`."""
    written = text_of(node).strip()
    if not re.fullmatch(r"-?[0-9]{1,12}", written) or not least <= int(written) <= most:
        raise UnfitError(f"must be a whole number from {least} to {most}, not {_told(node)}")
    return int(written)


def size_of(node: Node, least: int, most: int) -> int:
    """Bytes from `least` to `most`, written as `2 MB`, `500 kB` or a number of bytes. Raises `UnfitError`."""
    found = re.fullmatch(r"([0-9]{1,12}(?:\.[0-9]{1,6})?)\s*([kKmMgG]?[bB]?)", text_of(node).strip())
    unit = found[2].upper() if found else ""
    size = int(float(found[1]) * UNITS.get(unit, 0)) if found else 0
    if not least <= size <= most:
        raise UnfitError(f"must be a size from {size_text(least)} to {size_text(most)}, not {_told(node)}")
    return size


def word_of(node: Node, words: Iterable[str]) -> str:
    """One of `words`. Raises `UnfitError`."""
    known = tuple(words)
    word = text_of(node)
    if word not in known:
        raise UnfitError(f"must be one of {', '.join(known)}, not {_told(node)}{did_you_mean(word, known)}")
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
    for unit, written in (("GB", "GB"), ("MB", "MB"), ("KB", "kB")):
        if size and size % UNITS[unit] == 0:
            return f"{size // UNITS[unit]} {written}"
    return str(size)


def quoted(text: str) -> str:
    """A text as YAML, in quotes where it needs them: what JSON writes is valid in YAML's double quotes."""
    if PLAIN.fullmatch(text) and text.lower() not in {"null", *TRUE, *FALSE}:
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())


def listed(texts: Iterable[str]) -> str:
    """Texts as a YAML list on one line."""
    return f"[{', '.join(map(quoted, texts))}]"


def truth_text(value: bool) -> str:
    """A truth value as YAML."""
    return "true" if value else "false"


def _told(node: Node) -> str:
    """A value as a message repeats it: short, and with nothing that a terminal would act on."""
    text = text_of(node)
    return ascii(text[:40]) if not text.isprintable() else repr(text[:40])


def _kind(node: Node) -> str:
    return "a list" if isinstance(node, Sequence) else "a mapping"
