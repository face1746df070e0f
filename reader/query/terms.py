"""One term of a query -> its node: which fields there are and what they take."""

import datetime
import difflib
from collections.abc import Iterable, Sequence

from reader.errors import QueryError
from reader.model.article import Span
from reader.query.days import begins_days, days_of
from reader.query.nodes import DateRange, Everything, Is, Match, Node, Phrase, Word
from reader.query.scanner import FIELD, OPERATORS, Token, bare

TEXT = ("title", "body")
"""Fields that take a word or a phrase."""
MATCHED = ("outlet", "agency", "section", "place", "person", "org", "name", "tag", "id", "language")
"""Fields that take a value: the whole of it, or of names the last words."""
NAMED = ("person", "org", "place", "name")
"""Those of them that ask for names."""
DATED = ("date", "after", "before", "newer", "older")
"""Fields that take a time."""
FIELDS = (*TEXT, *MATCHED, "is", "has", *DATED)
"""All fields, for completion and messages."""
MARKS = ("unread", "read", "favourite", "tagged", "new")
"""What `is:` takes."""
HELD = ("note", "highlight")
"""What `has:` takes."""

_NEAR = 0.7
"""Likeness (difflib) from which a known name with the same first letter is proposed: `titel` .80, `favorite` .94."""


def check_field(token: Token) -> None:
    """Raise QueryError where the term's field does not exist; `Iraq: …` is a word as long as it is near no field."""
    if not token.field or token.field.lower() in FIELDS:
        return
    near = "" if token.field in OPERATORS else _near(token.field, FIELDS)
    if near or token.text or token.quoted:
        hint = f"did you mean {near}?" if near else f"the fields are {', '.join(FIELDS)}."
        message = f'no field named {token.field}; {hint} To find it as text, put it in "quotes"'
        raise QueryError(message, token.span[0])


def node_of(token: Token, today: datetime.date, following: str) -> Node:
    """The node of a term whose field was checked; `following` is the character behind it. Raises QueryError."""
    field = token.field.lower()
    if field and field not in FIELDS:
        return _plain(token.field, token.span)
    if field and not (token.text or token.quoted):
        raise QueryError(f"nothing after {field}: — write its value directly behind the colon", token.value_at)
    if field and not token.quoted and following and not following.isspace() and following != ")":
        raise QueryError(f'put the whole value in quotes: {field}:"…"', token.span[1])
    if not field or field in TEXT:
        return _phrase(token, field) if token.quoted else _word(token, field)
    if field in MATCHED:
        return _match(token, field)
    if field in ("is", "has"):
        return _is(token, field, MARKS if field == "is" else HELD)
    return _dates(token, field, today)


def may_become_right(token: Token) -> bool:
    """Whether what is wrong with a term's value may be only that it is not typed to its end."""
    field = token.field.lower()
    if field in ("is", "has"):
        return any(mark.startswith(token.text.strip().lower()) for mark in (MARKS if field == "is" else HELD))
    return field not in DATED or begins_days(field, token.text.strip() + token.suffix)


def _word(token: Token, field: str) -> Node:
    if not token.text.strip("*") and not field:
        return Everything(token.span)
    text = bare(token.text)
    ending = token.text[token.text.rfind(text) + len(text) :] if text else ""
    prefix, fuzzy = "*" in ending, "~" in ending
    if not text:
        raise QueryError(f"no letter or digit in {token.text!r}; write a word", token.value_at)
    if field and token.text[0] == "-":
        raise QueryError(f"to leave a word out, write -{field}:{text}", token.value_at)
    if "*" in token.text[: len(token.text) - len(ending)]:
        at = token.value_at + token.text.index("*")
        raise QueryError("a * stands only at the end of a word, as in gov*", at)
    if prefix and fuzzy:
        raise QueryError("a word takes * or ~, not both; leave one out", token.span[1] - 1)
    if field or prefix or fuzzy:
        return Word(text, field, prefix, fuzzy, token.span)
    return _plain(text, token.span)


def _plain(text: str, span: Span) -> Word | Phrase:
    return Phrase((text,), span=span) if reads_otherwise(text) else Word(text, span=span)


def reads_otherwise(word: str) -> bool:
    """Whether the word alone would be read as an operator or a field, so that it needs quotes."""
    return word in OPERATORS or FIELD.match(word) is not None


def _phrase(token: Token, field: str) -> Node:
    if token.suffix:
        raise QueryError("* and ~ belong to single words; leave them out behind quotes", token.span[1] - 1)
    found = tuple(word for word in map(bare, token.text.split()) if word)
    if not found:
        raise QueryError("nothing to find between the quotes; write words there or take the quotes out", token.span[0])
    return Phrase(found, field, token.span)


def _match(token: Token, field: str) -> Match:
    if "~" in token.suffix:
        raise QueryError("~ belongs to single words; leave it out behind quotes", token.span[1] - 1)
    value = token.text.rstrip("*")
    prefix = bool(token.suffix) or value != token.text
    if field != "id":
        value = " ".join(value.split())
    if not value.strip() and not prefix:
        raise QueryError(f"nothing between the quotes; write a value, or {field}:* for any", token.value_at)
    return Match(field, value, prefix, token.span)


def _is(token: Token, field: str, known: Sequence[str]) -> Is:
    mark = token.text.strip().lower()
    if mark in known and not token.suffix:
        return Is(mark, token.span)
    near = _near(mark, known)
    hint = f"did you mean {field}:{near}?" if near else f"write {field}: and one of {', '.join(known)}"
    raise QueryError(f"no mark named {mark}; {hint}", token.value_at)


def _dates(token: Token, field: str, today: datetime.date) -> DateRange:
    try:
        first, last = days_of(field, token.text.strip() + token.suffix, today)
    except ValueError as error:
        raise QueryError(str(error), token.value_at) from None
    return DateRange(first, last, token.span)


def _near(name: str, known: Iterable[str]) -> str:
    name = name.lower()
    longer = [other for other in known if len(name) > 2 and other.startswith(name)]
    close = [other for other in difflib.get_close_matches(name, list(known), 3, _NEAR) if other[0] == name[0]]
    return next(iter(close or longer), "")
