"""What a capitalised word or several name, by their own words and by those around them."""

import re
from collections.abc import Container, Sequence

from reader.articles.names.lists import Vocabulary, first_names
from reader.articles.names.runs import Word
from reader.articles.names.segments import softly_joined
from reader.model.name import NameKind

Verdict = tuple[NameKind | None, int]
"""A kind and how much speaks for it, 0 to 4; None where nothing does."""

_PERSON, _PLACE, _ORGANISATION, _OTHER = NameKind.PERSON, NameKind.PLACE, NameKind.ORGANISATION, NameKind.OTHER
_BEFORE = re.compile(r"([\w'-]+) [\"“]?$")
_AFTER = re.compile(r"(?:'s)? ([a-z][\w-]*)")
_AGED = re.compile(r",? \(?\d\d\)?[,. ]")
_NEAR = 20
"""So many characters before a name its context is looked for."""
_ACRONYM = range(2, 7)


def kind_of_one(line: str, word: Word, vocabulary: Vocabulary) -> Verdict:
    """What one word names that no list knows."""
    before, after = _neighbours(line, word.start, word.end)
    if word.text.isupper() and len(word.text) in _ACRONYM:
        return _ORGANISATION, 2
    if after in vocabulary.groups or word.text.casefold() in vocabulary.teams:
        return _ORGANISATION, 2
    if after in vocabulary.areas:
        return _PLACE, 2
    if before in vocabulary.callings:
        return _PERSON, 2
    if after in vocabulary.speaks or word.text.casefold() in first_names():
        return _PERSON, 1
    if before in vocabulary.inside:
        return _PLACE, 1
    return (_ORGANISATION, 1) if after in vocabulary.acts and before != "the" else (None, 0)


def kind_of_several(line: str, words: Sequence[Word], vocabulary: Vocabulary, particles: frozenset[str]) -> Verdict:
    """What several words name that no list knows, if anything speaks for a kind.

    `particles` are the small words that in the language of the line stand in names of persons alone.
    """
    before, after = _neighbours(line, words[0].start, words[-1].end)
    if before in vocabulary.vessels:
        return _OTHER, 4
    last = words[-1].text.casefold().rstrip(".")
    person = _like_a_person(words, vocabulary, particles)
    head = _headed_by(words, vocabulary)
    if head is not None and not (person and len(words) == 2 and last in vocabulary.surnames):
        return head, 3
    if words[0].text.casefold() in vocabulary.befores:
        return _PLACE, 2
    if words[0].text.casefold() in vocabulary.starts:
        return _ORGANISATION, 2
    if words[0].text == "Operation":
        return _OTHER, 2
    if before in vocabulary.callings or _AGED.match(line, words[-1].end):
        return _PERSON, 3
    if person:
        return _PERSON, 2
    if after in vocabulary.groups:
        return _ORGANISATION, 2
    return None, 0


def guessed(words: Sequence[Word], vocabulary: Vocabulary, small: Container[str]) -> Verdict:
    """What several words may name where nothing speaks for a kind: mostly a person, unless they are usual words."""
    lower = [word.text.casefold() for word in words]
    usual = not vocabulary.common.isdisjoint(lower) or all(word in small for word in lower)
    if usual or any(word.text.isupper() for word in words):
        return _OTHER, 1
    short = len(words) <= 3 and all(word.joint == " " for word in words[1:])
    return (_PERSON, 1) if short else (_OTHER, 1)


def _like_a_person(words: Sequence[Word], vocabulary: Vocabulary, particles: frozenset[str]) -> bool:
    """Whether words are built as a person's name is: first name, initial, particle, `al-`."""
    if len(words) > 5 or any(softly_joined(word, vocabulary) for word in words[1:]):
        return False
    first = words[0].text.casefold()
    return (
        first in first_names()
        or first.partition("-")[0] in first_names()
        or any(word.joint != " " and word.joint.split()[0] in particles for word in words[1:])
        or any(len(word.text) == 2 and word.text[1] == "." for word in words[:-1])
        or words[-1].text.casefold().startswith(("al-", "el-"))
    )


def _headed_by(words: Sequence[Word], vocabulary: Vocabulary) -> NameKind | None:
    """What the last word, or the last before an `of`, says that it is."""
    for at in range(1, len(words)):
        if softly_joined(words[at], vocabulary):
            if words[at - 1].text.casefold() in vocabulary.befores:
                return _PLACE
            found = _head(words[at - 1], vocabulary)
            if found is not None:
                return found
            break
    return _head(words[-1], vocabulary)


def _head(word: Word, vocabulary: Vocabulary) -> NameKind | None:
    return vocabulary.heads.get(word.text.casefold().rstrip("."))


def _neighbours(line: str, start: int, end: int) -> tuple[str, str]:
    """The word before and the small word after a passage."""
    before = _BEFORE.search(line, max(0, start - _NEAR), start)
    after = _AFTER.match(line, end)
    return (before[1] if before else ""), (after[1] if after else "")
