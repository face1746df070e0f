"""How the last term of a query may go on: the fields that begin so, the marks, the values of the folder."""

from collections.abc import Callable, Sequence

from reader.query.nodes import Match
from reader.query.scanner import Kind, Token, scan
from reader.query.terms import FIELDS, HELD, MARKS
from reader.query.writer import text_of

LEAST = 3
"""Letters from which on a word is taken for the beginning of a field: `on`, `is` and `has` are words too."""


def completions(text: str, values: Callable[[str, str], Sequence[str]]) -> tuple[str, ...]:
    """The whole text with its last term completed, in every way there is, the likeliest first.

    `values` gives the values of a field that go with a part of one, for every field; none where nothing is known.
    """
    last = next(iter(scan(text)[-1:]), None)
    if last is None or last.kind is not Kind.TERM or last.span[1] != len(text) or last.suffix:
        return ()
    before = text[: last.span[0]]
    found = tuple(before + term for term in _terms(last, values))
    return () if text in found else found


def _terms(last: Token, values: Callable[[str, str], Sequence[str]]) -> Sequence[str]:
    field, part = last.field.lower(), last.text.lower()
    if not field and last.quoted:
        return ()
    if not field:
        return [f"{each}:" for each in FIELDS if len(part) >= LEAST and part != "has" and each.startswith(part)]
    if field in ("is", "has"):
        return [f"{field}:{mark}" for mark in (MARKS if field == "is" else HELD) if mark.startswith(part)]
    return [text_of(Match(field, value)) for value in values(field, last.text)]
