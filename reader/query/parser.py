"""The grammar of queries: tokens -> tree, strict or lenient with an end that is still being typed."""

import datetime
from dataclasses import replace

from reader.errors import QueryError
from reader.query.nodes import And, Everything, Node, Not, Or, Query, all_of, any_of
from reader.query.scanner import OPERATORS, Kind, Token, scan
from reader.query.terms import check_field, may_become_right, node_of

MAX_LENGTH = 10_000
"""Characters of a query."""
MAX_DEPTH = 50
"""Brackets and exclusions inside one another; keeps clear of Python's own limit for whoever walks the tree."""


def parse(text: str, today: datetime.date, *, typing: bool = False) -> Query:
    """Read a query; relative times count from `today`.

    With `typing` an unfinished end is no error: open quotes and brackets are closed, a field without its value, half a
    date, and an operator without its word are left out. So is a value that is wrong whatever follows; the query tells
    that as its `doubt`. Raises QueryError, its position inside the text or at its end.
    """
    if len(text) > MAX_LENGTH:
        raise QueryError(f"a query may have {MAX_LENGTH:,} characters; this one has {len(text):,}", MAX_LENGTH)
    parser = _Parser(text, today, typing)
    return Query(text, parser.root(), parser.doubt)


class _Parser:
    """Walks the tokens once, from left to right."""

    def __init__(self, text: str, today: datetime.date, typing: bool) -> None:
        self.text = text
        self.today = today
        self.typing = typing
        self.tokens = scan(text)
        if typing and self.tokens and self.tokens[-1].kind in OPERATORS:
            self.tokens = self.tokens[:-1]
        self.index = 0
        self.doubt = ""

    def root(self) -> Node:
        """The tree of the whole text."""
        if not self.text.strip() or (self.typing and not self.tokens):
            return Everything()
        if not self.tokens:
            raise QueryError("no letter or digit to look for; write a word", 0)
        found = self.alternatives(0)
        if not self.ended:
            raise QueryError("a ) without its (; take it out or open it before", self.tokens[self.index].span[0])
        return found[0] if found else Everything()

    @property
    def ended(self) -> bool:
        """Whether all tokens are read."""
        return self.index == len(self.tokens)

    @property
    def read_to(self) -> int:
        """Where the last token read ends."""
        return self.tokens[self.index - 1].span[1]

    def next_is(self, *kinds: Kind) -> bool:
        """Whether the next token is one of these."""
        return not self.ended and self.tokens[self.index].kind in kinds

    def take(self) -> Token:
        """Read the next token."""
        self.index += 1
        return self.tokens[self.index - 1]

    def alternatives(self, depth: int) -> tuple[Node, ...]:
        """What stands up to the closing bracket: one node, or none where the end is unfinished."""
        branches = [*self.conjunction(depth)]
        while self.next_is(Kind.OR):
            self.take()
            branches += self.conjunction(depth)
        if not branches:
            return ()
        return (any_of(branches, (branches[0].span[0], branches[-1].span[1])),)

    def conjunction(self, depth: int) -> tuple[Node, ...]:
        """What stands up to the next OR or closing bracket: one node, or none where the end is unfinished."""
        children = [*self.operand(depth)]
        while not self.ended and not self.next_is(Kind.OR, Kind.CLOSE):
            if self.next_is(Kind.AND):
                self.take()
            children += self.operand(depth)
        if not children:
            return ()
        return (all_of(children, (children[0].span[0], children[-1].span[1])),)

    def operand(self, depth: int) -> tuple[Node, ...]:
        """A term, a group or an exclusion: one node, or none where the end is unfinished."""
        if self.ended or self.next_is(Kind.AND, Kind.OR, Kind.CLOSE):
            return self.missing()
        if depth > MAX_DEPTH:
            at = self.tokens[self.index].span[0]
            raise QueryError(f"brackets and exclusions nest more than {MAX_DEPTH} deep; write it more simply", at)
        token = self.take()
        if token.kind is Kind.OPEN:
            return self.group(token, depth + 1)
        if token.kind in (Kind.MINUS, Kind.NOT):
            return self.exclusion(token, depth + 1)
        return self.term(token)

    def missing(self) -> tuple[Node, ...]:
        """Nothing, where that is forgiven; else the error that says what should stand here."""
        if self.ended and self.typing:
            return ()
        at = len(self.text) if self.ended else self.tokens[self.index].span[0]
        before = self.tokens[self.index - 1] if self.index else None
        if before and before.kind is not Kind.CLOSE and before.kind is not Kind.TERM:
            raise QueryError(f"a word is missing after {before.kind}; write one or take the {before.kind} out", at)
        kind = self.tokens[self.index].kind
        raise QueryError(f"a word is missing before {kind}; write one or take the {kind} out", at)

    def group(self, opened: Token, depth: int) -> tuple[Node, ...]:
        """What stands in brackets."""
        found = self.alternatives(depth)
        if self.next_is(Kind.CLOSE):
            self.take()
        elif not self.typing:
            raise QueryError("this ( is never closed; write the ) that belongs to it", opened.span[0])
        span = (opened.span[0], self.read_to)
        return tuple(replace(node, span=span) if isinstance(node, And | Or) else node for node in found)

    def exclusion(self, operator: Token, depth: int) -> tuple[Node, ...]:
        """What stands behind `-` or `NOT`."""
        detached = not self.ended and self.tokens[self.index].span[0] != operator.span[1]
        if operator.kind is Kind.MINUS and detached:
            raise QueryError("write what to leave out directly after the -, or take the - out", operator.span[0])
        found = self.operand(depth)
        return tuple(Not(node, (operator.span[0], self.read_to)) for node in found)

    def term(self, token: Token) -> tuple[Node, ...]:
        """One word, phrase or filter."""
        check_field(token)
        if token.quoted and not token.closed and not self.typing:
            raise QueryError('these quotes are never closed; write the " that belongs to them', token.value_at - 1)
        end = token.span[1]
        try:
            return (node_of(token, self.today, self.text[end : end + 1]),)
        except QueryError as error:
            empty = not token.text and not token.quoted
            if self.typing and (end == len(self.text) or (empty and self.ended)):
                self.doubt = "" if empty or may_become_right(token) else str(error).partition(";")[0]
                return ()
            raise
