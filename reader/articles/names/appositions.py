"""Offices that follow a name: `Qasem Soleimani, former commander of the Quds Force`."""

import re
from collections.abc import Sequence

from reader.articles.names.lists import words
from reader.model.article import Span
from reader.model.name import NameKind

_LEADING = re.compile(r", (?:who (?:is|was) )?(?:(?:the|a|an|its|his|her) )?")
_SMALL = re.compile(r"[a-z][a-z-]*[a-z]")
_WHOSE = re.compile(r" (of|at|for) (the )?")
_MOST_WORDS = 4
"""An office has at most so many words before `of`."""
_REACH = 40
"""So many characters after `of` a name may begin."""


def office_after(line: str, end: int, following: Sequence[tuple[Span, str, NameKind]]) -> str:
    """The office that stands after a name that ends at `end`; `following` are the names after it in the line."""
    if not line.startswith(", ", end):
        return ""
    callings, ranks = words("name_titles", "office", "lower"), words("name_titles", "rank")
    leading = _LEADING.match(line, end)
    start = at = leading.end() if leading else end
    for _ in range(_MOST_WORDS):
        word = _SMALL.match(line, at)
        if word is None:
            return ""
        plain = word[0].rpartition("-")[2]
        if plain in callings and not _goes_on(line, word.end(), callings):
            return line[start : word.end()] + _of_whom(line, word.end(), following)
        if plain not in ranks and plain not in callings:
            return ""
        at = word.end() + 1
    return ""


def _goes_on(line: str, end: int, callings: frozenset[str]) -> bool:
    """Whether the word after a blank is an office too, as in `chief minister`."""
    word = _SMALL.match(line, end + 1)
    return word is not None and line[end] == " " and word[0] in callings


def _of_whom(line: str, end: int, following: Sequence[tuple[Span, str, NameKind]]) -> str:
    """` of the Quds Force`: what the holder of an office leads, without whose it is and what sort."""
    of = _WHOSE.match(line, end)
    if of is None:
        return ""
    for (start, stop), text, _ in following:
        between = line[of.end() : start]
        if start < of.end() or line.startswith("'s", stop):
            continue
        if start - of.end() > _REACH or any(mark in between for mark in ",.;:()"):
            return ""
        article = of[2] if of[2] and not between.strip() else ""
        return f" {of[1]} {article or ''}{text}"
    return ""
