"""Where an article's text names somebody or something, and what kind of name it is."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from reader.articles.names.acronyms import definitions
from reader.articles.names.appositions import office_after
from reader.articles.names.candidates import CAPITAL_NOUNS, Candidate, Finder
from reader.articles.names.lists import known
from reader.articles.names.runs import runs
from reader.articles.wordlists import place_name
from reader.model.article import Span
from reader.model.name import NameKind

_CAPITALS = re.compile(r"[^\W\d_]+(?:['.-][^\W\d_]+)*")
_SHORT = 3
"""Shorter names of places are not looked for in a line in capitals, where US may be us."""
WITHOUT_CAPITALS = frozenset({"zh", "ja", "ko", "ar", "fa", "ur", "he", "hi", "bn", "ta", "th", "ka"})
"""Languages whose scripts have no capitals, so that these rules find no name."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place in the text that names something."""

    text: str
    """The name as it stands there, without a title in front of it."""
    kind: NameKind
    """What it is the name of."""
    line: int
    """In which of the lines."""
    span: Span
    """Where in that line."""
    role: str = ""
    """The office or title that it is given there."""


def mentions(prose: Sequence[str], headings: Sequence[str] = (), language: str = "en") -> list[Mention]:
    """The mentions in the lines of a text, in order, then those in headings, which only confirm what the text names."""
    if language in WITHOUT_CAPITALS:
        return []
    lines = [line.replace("’", "'") for line in prose]
    finder = Finder(language, "\n".join(lines))
    found = [[each for run in runs(line) for each in finder.candidates(line, run)] for line in lines]
    kinds = _decided([candidate for each in found for candidate in each], language)
    if "IS" in kinds and not _islamic_state(lines):
        del kinds["IS"]
    result: list[Mention] = []
    for number, (line, candidates) in enumerate(zip(lines, found, strict=True)):
        result.extend(_of_line(number, line, candidates, kinds))
    for number, line in enumerate(headings, len(lines)):
        straight = line.replace("’", "'")
        result.extend(_places(number, straight) if line.isupper() else _confirmed(number, straight, kinds))
    return result


def _of_line(number: int, line: str, found: Iterable[Candidate], kinds: Mapping[str, NameKind]) -> Iterator[Mention]:
    """The candidates of a line whose text turned out to be a name, persons with the office that follows them."""
    kept = sorted((each for each in found if each.text in kinds), key=lambda each: each.span)
    following = [(each.span, each.text, kinds[each.text]) for each in kept]
    for place, each in enumerate(kept):
        kind = kinds[each.text]
        role = each.role
        if kind is NameKind.PERSON and not role:
            role = office_after(line, each.span[1], following[place + 1 :])
        yield Mention(each.text, kind, number, each.span, role)


def _islamic_state(lines: Sequence[str]) -> bool:
    """Whether the capitals IS stand for the Islamic State here: the text says so, or names it in full."""
    return "IS" in definitions(lines) or any("Islamic State" in line for line in lines)


def _decided(found: Iterable[Candidate], language: str) -> dict[str, NameKind]:
    """The kind of each name, by what speaks for it in all its places together."""
    votes: defaultdict[str, Counter[NameKind]] = defaultdict(Counter)
    firm: set[str] = set()
    for candidate in found:
        vote = votes[candidate.text]
        if candidate.kind is not None:
            vote[candidate.kind] += candidate.strength
        if not candidate.opens:
            firm.add(candidate.text)
    kinds = {text: vote.most_common(1)[0][0] for text, vote in votes.items() if vote and " " in text}
    people = {
        part: votes[text][kind] for text, kind in kinds.items() if kind is NameKind.PERSON for part in _ends(text)
    }
    for text, vote in votes.items():
        if " " in text:
            continue
        if people.get(text, 0) > (1 if text.casefold() in known() else 0):
            kinds[text] = NameKind.PERSON
        elif vote and (text in firm or text.casefold() in known()):
            kinds[text] = vote.most_common(1)[0][0]
        elif not vote and text in firm and language not in CAPITAL_NOUNS:
            kinds[text] = NameKind.OTHER
    return kinds


def _ends(text: str) -> tuple[str, str]:
    """First and last word of a full name, each of which may stand alone for it."""
    words = text.split(" ")
    return words[0], words[-1]


def _confirmed(number: int, line: str, kinds: Mapping[str, NameKind]) -> Iterator[Mention]:
    """The places in a heading where known names stand, longer ones first."""
    taken = [False] * len(line)
    for text in sorted(kinds, key=len, reverse=True):
        at = line.find(text)
        while at >= 0:
            end = at + len(text)
            if not any(taken[at:end]) and not _inside_word(line, at, end):
                taken[at:end] = [True] * len(text)
                yield Mention(text, kinds[text], number, (at, end))
            at = line.find(text, end)


def _places(number: int, line: str) -> Iterator[Mention]:
    """The countries and great cities in a line in capitals, in their usual spelling."""
    words = list(_CAPITALS.finditer(line))
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + 3), at, -1):
            span = (words[at].start(), words[end - 1].end())
            place = place_name(line[slice(*span)]) if span[1] - span[0] > _SHORT else ""
            if place:
                yield Mention(place, NameKind.PLACE, number, span)
                at = end - 1
                break
        at += 1


def _inside_word(line: str, start: int, end: int) -> bool:
    return (start > 0 and line[start - 1].isalnum()) or (end < len(line) and line[end].isalnum())
