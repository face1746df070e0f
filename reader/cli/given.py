"""Ids of articles that another command prints: read from standard input, one a line, or as JSON."""

import json
import sys
from collections.abc import Iterator, Sequence

from reader.cli.failures import UsageError

INPUT = "-"
"""The word that stands for them."""
FROM_INPUT = f"{INPUT} for ids from standard input, one a line, or what --json or --jsonl print"


def given_ids(names: Sequence[str]) -> Iterator[str]:
    """The names, with what stands on standard input in the place of `-`. Raises UsageError."""
    for name in names:
        if name == INPUT:
            yield from _ids(sys.stdin.read())
        else:
            yield name


def _ids(text: str) -> Iterator[str]:
    if text.lstrip().startswith("["):
        found = _value(text)
        yield from map(_id, found if isinstance(found, list) else [found])
        return
    for line in filter(None, map(str.strip, text.splitlines())):
        found = _value(line) if line.startswith("{") else line
        hits = found.get("hits") if isinstance(found, dict) else None
        yield from map(_id, hits if isinstance(hits, list) else [found])


def _value(text: str) -> object:
    try:
        found: object = json.loads(text)
    except ValueError:
        raise UsageError(f"standard input holds no ids: {text.strip()[:40]!r} is no JSON") from None
    return found


def _id(found: object) -> str:
    identifier = found.get("id") if isinstance(found, dict) else found
    if not isinstance(identifier, str) or not identifier:
        raise UsageError(f"standard input holds an object without an id: {str(found)[:40]}")
    return identifier
