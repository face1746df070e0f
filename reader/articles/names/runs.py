"""Runs of capitalised words in a line: where names may be."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.articles.names.lists import known

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-ЯЁІЇЄ"
_WORD = re.compile(
    rf"\b(?=[{_UPPER}]|[aei][a-z]{{0,2}}-|[dl]')(?:(?:[{_UPPER}]\.){{2,}}(?:-\w+)*"  # U.S., J.K., U.S.-led
    rf"|(?:Mr|Mrs|Ms|Dr|Prof|St|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Hon|Jr|Sr|Mt|Ft|Pt)\."
    rf"|[{_UPPER}]\.(?=[ -]?[{_UPPER}])"  # an initial
    rf"|(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]d|[Aa]r|[Aa]n|[Aa]sh|[Aa]t|[Aa]z|[Ii])-|[dDlLO]')?"
    rf"[{_UPPER}]\w*(?:\.(?=[-&])|(?:[-&.]|'(?!(?:s|m|ll|re|ve|d|t)\b))(?=\w)\w+(?:(?<=U)\.(?=\w))?)*)"
)
_JOINT = re.compile(
    r" (?:(?:(?:de|van|von|der|den|del|della|degli|di|da|do|dos|das|du|la|le|el|al|bin|bint|ibn|ben|ter|ten|zu|y|af|av)"
    r" ){1,2}|(?P<soft>of(?: the)?|for(?: the)?|and(?: the)?|&|at|on|in|und|für|et|pour|para|des|e) )?"
)
_OPENING = " \"“”'‘’([«„—–-•*"
_STOPS = ".!?:…;|•"
_SHORT_CAPITALS = 12
"""A line in capitals of at most so many letters is a name."""
_CAPITALS = 0.7
"""Share of the longer words of a heading in title case that have a capital."""


class Word(NamedTuple):
    """A capitalised word of a line."""

    text: str
    """As it stands there, without a possessive s."""
    start: int
    """Its place in the line."""
    end: int
    """The end of what is its text."""
    joint: str = ""
    """What stands between it and the word before, in its run: a blank, `of`, `van der`; empty at the beginning."""


class Run(NamedTuple):
    """Capitalised words that stand together."""

    words: list[Word]
    """The words, in order."""
    opens: bool
    """Whether it opens a sentence, so that its first word need not be a name."""


def runs(line: str) -> Iterator[Run]:
    """The runs of a line, straight apostrophes in it, in order."""
    words: list[Word] = []
    opens, closed, past = False, True, 0
    for found in _WORD.finditer(line):
        start, end = found.span()
        if line.startswith("'", end) and line[end + 1 : end + 2].isalpha() and not line.startswith("'s", end):
            continue
        joint = line[past:start] if words else ""
        if words and (closed or not _joins(joint)):
            yield Run(words, opens)
            words, joint = [], ""
        if not words:
            opens = _opens_sentence(line, start)
        text, closed = _without_ending(found[0])
        words.append(Word(text, start, start + len(text), joint))
        past = end
        closed = closed or line.startswith("'s", end)
    if words:
        yield Run(words, opens)


def title_case(line: str) -> bool:
    """Whether a line is a heading in title case or in capitals, where a capital says nothing; a list is none."""
    if line.isupper():
        return len(line) > _SHORT_CAPITALS
    words, last = line.split(), line.rstrip()[-1:]
    long = [word for word in words if len(word) > 3 and word[0].isalpha()]
    if len(long) < 3 or last in '.!?…"”' or line.count(",") + line.count(";") > 1:
        return False
    figures = sum(word.strip("().,-").isdigit() or "-" in word[1:] for word in words)
    return figures <= len(words) // 6 and sum(word[0].isupper() for word in long) >= _CAPITALS * len(long)


def _joins(gap: str) -> bool:
    return gap == " " or (len(gap) < 14 and gap[:1] == " " and _JOINT.fullmatch(gap) is not None)


def _opens_sentence(line: str, start: int) -> bool:
    before = line[max(0, start - 6) : start]
    stripped = before.rstrip(_OPENING)
    if not stripped:
        return len(before) == start or len(before.strip()) > 0
    return stripped[-1] in _STOPS or (before[-1] in '"“')


def _without_ending(text: str) -> tuple[str, bool]:
    """A word without `-led` and the like, and whether it had one, so that it closes its run: `Washington-led`."""
    head, hyphen, tail = text.rpartition("-")
    if not hyphen or not tail[0].islower() or len(tail) < 3 or not head[0].isupper():
        return text, False
    lower = text.casefold()
    if lower in known() or head.casefold() in ("al", "el"):
        return text, False
    return head, True
