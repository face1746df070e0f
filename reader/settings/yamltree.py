"""YAML to a tree of nodes, by PyYAML: of all that YAML can be, what settings need.

One document, no tags, little depth, and an alias only for a single value, so that no small file can grow into a large
tree. Importing this module costs 26 ms: import it where a text asks for it.
"""

import re
from collections.abc import Iterator

import yaml
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from reader.settings.nodes import Mapping, Node, Scalar, Sequence, YamlError

MAX_DEPTH = 16
"""How deep lists and mappings may stand in one another."""
UNPRINTABLE = "[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]"
"""What may not stand in YAML: https://yaml.org/spec/1.1/#c-printable."""
QUOTING = "a value that begins with one of # ! & * ? : , % @ ` [ ] { } must stand in quotes"


def tree(text: str) -> Node:
    """The tree of a text; an empty text is an empty mapping. Raises `YamlError`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return _Builder(yaml.parse(text, Loader=loader)).document()
    except yaml.MarkedYAMLError as error:
        # What was begun and never ended is to be mended where it began.
        unended = "expected ',' or" in (error.problem or "")
        mark = (error.context_mark if unended else None) or error.problem_mark or error.context_mark
        reason = error.problem or error.context or "cannot be understood"
        raise YamlError(f"no valid YAML: {reason} ({QUOTING})", mark.line + 1 if mark else 0) from None
    except (yaml.YAMLError, ValueError, OverflowError):  # a surrogate; an escape beyond Unicode without libyaml
        raise _unprintable(text) from None


def _unprintable(text: str) -> YamlError:
    """The error for the first character that YAML does not allow."""
    found = re.search(UNPRINTABLE, text)
    if not found:
        return YamlError("no valid YAML")
    line = text.count("\n", 0, found.start()) + 1
    return YamlError(f"has a character that YAML does not allow: {found[0]!a}", line)


class _Builder:
    """Turns the events of one parsed text into a tree, and stops at the first that settings do not need."""

    def __init__(self, events: Iterator[Event]) -> None:
        self._events = events
        self._anchors: dict[str, Scalar] = {}

    def document(self) -> Node:
        """The tree of the only document."""
        tree: Node | None = None
        for event in self._events:
            if isinstance(event, DocumentStartEvent):
                if tree is not None:
                    raise YamlError("a second document begins here; settings are one document", _place(event)[0])
                tree = self._node(next(self._events), 0)
        if tree is None or (isinstance(tree, Scalar) and tree.empty):
            return Mapping()
        return tree

    def _node(self, event: Event, depth: int) -> Node:
        """The value that begins with `event`."""
        if depth > MAX_DEPTH:
            raise YamlError(f"nested deeper than {MAX_DEPTH} levels", _place(event)[0])
        if isinstance(event, AliasEvent):
            return self._alias(event)
        if isinstance(event, ScalarEvent | SequenceStartEvent | MappingStartEvent) and event.tag:
            raise YamlError(f"tags such as {event.tag!a} are not used here; {QUOTING}", _place(event)[0])
        if isinstance(event, ScalarEvent):
            return self._scalar(event)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(event, depth)
        return self._mapping(event, depth)

    def _alias(self, event: AliasEvent) -> Scalar:
        found = self._anchors.get(str(event.anchor))
        if found is None:
            raise YamlError(f"*{event.anchor} stands for no single value given above; {QUOTING}", _place(event)[0])
        return Scalar(found.text, *_place(event), found.quoted)

    def _scalar(self, event: ScalarEvent) -> Scalar:
        scalar = Scalar(str(event.value), *_place(event), bool(event.style))
        if event.anchor:
            self._anchors[event.anchor] = scalar
        return scalar

    def _sequence(self, start: Event, depth: int) -> Sequence:
        items = []
        for event in self._events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return Sequence(tuple(items), *_place(start))

    def _mapping(self, start: Event, depth: int) -> Mapping:
        entries = []
        for event in self._events:
            if isinstance(event, MappingEndEvent):
                break
            name = self._node(event, depth + 1)
            if not isinstance(name, Scalar):
                raise YamlError(f"a list or mapping cannot be the name of a setting; {QUOTING}", _place(event)[0])
            entries.append((name, self._node(next(self._events), depth + 1)))
        return Mapping(tuple(entries), *_place(start))


def _place(event: Event) -> tuple[int, int]:
    """Line and column, from 1."""
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
