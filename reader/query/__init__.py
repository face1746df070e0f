"""What a person asks for: text <-> Query.

Blanks (and `AND`) mean "and", which binds tighter than `OR`: `a b OR c` is `(a b) OR c`. `-x` and `NOT x` exclude,
`( )` group, `"…"` (straight or curly) is a phrase, `word*` a beginning, `word~` a near spelling, `*` everything. A
field stands directly before its value: `title:iraq`, `outlet:"Asian Lite News"`, `tag:to*`, `is:unread`, `has:note`,
`date:2021-04..2021-06`, `newer:3d`. Punctuation around words does not count.
"""

from reader.query.completion import completions
from reader.query.nodes import (
    And,
    DateRange,
    Everything,
    Is,
    Match,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Word,
    all_of,
    any_of,
    depends_on_marks,
    matches,
    words,
)
from reader.query.parser import MAX_DEPTH, MAX_LENGTH, parse
from reader.query.terms import FIELDS, HELD, MARKS, NAMED
from reader.query.writer import chips, text_of, without

__all__ = [
    "FIELDS",
    "HELD",
    "MARKS",
    "MAX_DEPTH",
    "MAX_LENGTH",
    "NAMED",
    "And",
    "DateRange",
    "Everything",
    "Is",
    "Match",
    "Node",
    "Not",
    "Or",
    "Phrase",
    "Query",
    "Word",
    "all_of",
    "any_of",
    "chips",
    "completions",
    "depends_on_marks",
    "matches",
    "parse",
    "text_of",
    "without",
    "words",
]
