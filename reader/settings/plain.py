"""Plain YAML, as themes and most configurations are: names with single values, and groups of such, read quickly."""

import re

from reader.settings.nodes import Mapping, Scalar

_LINE = re.compile(
    r"""(?P<indent>\ *)
    (?: \#[\t\x20-\x7e]*
      | (?P<name>[A-Za-z][A-Za-z0-9_.]*):
        (?: \ +(?: "(?P<quoted>[\x20\x21\x23-\x5b\x5d-\x7e]*)"
                | (?P<bare>[A-Za-z0-9](?:[A-Za-z0-9_.,' -]*[A-Za-z0-9_.-])?) ) )?
      | )""",
    re.VERBOSE,
)
"""A comment, a name with or without a value, or nothing. What is not so simple, an escape or an ending blank, is left
to the library, and so is every text beyond ASCII."""


def plain(text: str) -> Mapping | None:
    """The tree of a text, the same as the library would give; None where the text is not as plain as that."""
    top: list[tuple[Scalar, Scalar | Mapping]] = []
    group: list[tuple[Scalar, Scalar | Mapping]] = []
    named: Scalar | None = None
    deep = 0
    for number, line in enumerate(text.split("\n"), 1):
        found = _LINE.fullmatch(line)
        if not found:
            return None
        if not found["name"]:
            continue
        indent = len(found["indent"])
        name, value = Scalar(found["name"], number, indent + 1), _value(found, number)
        if not indent and (named is None or group):
            _close(top, named, group)
            named, group, deep = None, [], 0
            if value:
                top.append((name, value))
            else:
                named = name
        elif indent and named and value and indent == (deep or indent):
            group.append((name, value))
            deep = indent
        else:
            return None
    if named and not group:
        return None
    _close(top, named, group)
    return Mapping(tuple(top), top[0][0].line, 1) if top else Mapping()


def _close(
    top: list[tuple[Scalar, Scalar | Mapping]], named: Scalar | None, group: list[tuple[Scalar, Scalar | Mapping]]
) -> None:
    """Put a group that has come to its end where it belongs."""
    if named:
        top.append((named, Mapping(tuple(group), group[0][0].line, group[0][0].column)))


def _value(found: re.Match[str], line: int) -> Scalar | None:
    """The single value on a line, if any."""
    if found["quoted"] is not None:
        return Scalar(found["quoted"], line, found.start("quoted"), quoted=True)
    return Scalar(found["bare"], line, found.start("bare") + 1) if found["bare"] else None
