"""Cuts the text of a query into tokens; knows quotes, brackets, operators and fields, but no meaning."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import Span

QUOTES = '"“”„‟«»＂'
"""Any of these opens a quotation and any closes it: keyboards and pasted text mix them."""

FIELD = re.compile(r"([A-Za-z]+):")
"""A field's name at the start of a word; names are ASCII, so `10:30` is a word."""

OPERATORS = ("AND", "OR", "NOT")
"""The words that are operators when written in capitals."""

_PLAIN = frozenset("()" + QUOTES)
_ESCAPED = re.compile(rf"\\([\\{QUOTES}])")


class Kind(StrEnum):
    """What a token is."""

    OPEN = "("
    CLOSE = ")"
    MINUS = "-"
    AND = "AND"
    OR = "OR"
    NOT = "NOT"
    TERM = "term"


@dataclass(frozen=True, slots=True)
class Token:
    """One piece of a query's text."""

    kind: Kind
    """What it is."""
    span: Span
    """Where it stands."""
    field: str = ""
    """Of a term: the name before its colon, as typed."""
    text: str = ""
    """Of a term: what follows the field, or stands between its quotes."""
    value_at: int = 0
    """Of a term: where that begins."""
    quoted: bool = False
    """Of a term: whether it stands in quotes."""
    closed: bool = True
    """Of a quoted term: whether its closing quote was found."""
    suffix: str = ""
    """Of a quoted term: the `*` or `~` directly after the closing quote."""


def scan(text: str) -> tuple[Token, ...]:
    """Cut into tokens; punctuation on its own is left out. Reads any text without an error."""
    tokens: list[Token] = []
    position = 0
    while position < len(text):
        character = text[position]
        if character.isspace():
            position += 1
            continue
        if character in "()" or (character == "-" and _opens(tokens, position)):
            tokens.append(Token(Kind(character), (position, position + 1)))
        elif character in QUOTES:
            tokens.append(_quotation(text, position, position, ""))
        else:
            position = _skipped(text, position)
            if _ends_run(text, position):
                continue
            tokens.append(_run(text, position))
        position = tokens[-1].span[1]
    return tuple(tokens)


def bare(word: str) -> str:
    """The word without the punctuation around it; empty where it holds no letter or digit."""
    start, end = 0, len(word)
    while start < end and not word[start].isalnum():
        start += 1
    while end > start and not (word[end - 1].isalnum() or unicodedata.category(word[end - 1])[0] == "M"):
        end -= 1
    return word[start:end]


def _opens(tokens: list[Token], position: int) -> bool:
    """Whether a `-` here excludes what follows; directly behind a quote or bracket, as in `"anti"-war`, it does not."""
    return not tokens or tokens[-1].span[1] < position or tokens[-1].kind not in (Kind.TERM, Kind.CLOSE)


def _ends_run(text: str, position: int) -> bool:
    return position >= len(text) or text[position].isspace() or text[position] in _PLAIN


def _skipped(text: str, position: int) -> int:
    """Where the word begins behind its opening punctuation, such as `#` or a bullet; a `*` is no punctuation."""
    while not _ends_run(text, position) and not text[position].isalnum() and text[position] != "*":
        position += 1
    return position


def _run(text: str, start: int) -> Token:
    end = start
    while not _ends_run(text, end):
        end += 1
    run = text[start:end]
    if run in OPERATORS:
        return Token(Kind(run), (start, end))
    named = FIELD.match(run)
    if not named:
        return Token(Kind.TERM, (start, end), "", run, start)
    value_at = start + named.end()
    if value_at == end and end < len(text) and text[end] in QUOTES:
        return _quotation(text, start, end, named[1])
    return Token(Kind.TERM, (start, end), named[1], text[value_at:end], value_at)


def _quotation(text: str, start: int, quote: int, field: str) -> Token:
    """The quotation that opens at `quote`; a backslash before a quote or a backslash makes it part of the text."""
    end = quote + 1
    while end < len(text) and text[end] not in QUOTES:
        end += 2 if _ESCAPED.match(text, end) else 1
    inner = _ESCAPED.sub(r"\1", text[quote + 1 : end])
    closed = end < len(text)
    after = end = end + closed
    while after < len(text) and text[after] in "*~":
        after += 1
    return Token(Kind.TERM, (start, after), field, inner, quote + 1, True, closed, text[end:after])
