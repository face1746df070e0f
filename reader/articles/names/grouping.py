"""Which spellings are one name, within an article and across a folder."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache

from reader.articles.names.lists import aliases
from reader.articles.names.spellings import ALIKE, name_words, ratio, same_person, signature, surname
from reader.model.name import NameKind
from reader.words import folded

_LONG = 6
"""Shorter names of things are one only if they are equal."""


@lru_cache(maxsize=20_000)
def group_key(kind: NameKind, text: str) -> str:
    """A key such that names of different keys are never one name: of persons the sound of the surname."""
    alias = usual(kind, text)
    if kind is NameKind.PERSON:
        return f"{kind}:{signature(surname(name_words(alias)))}"
    return f"{kind}:{signature(_plain(alias))}"


def grouped(
    kind: NameKind,
    spellings: Mapping[str, int],
    together: Callable[[str, str], bool] | None = None,
    *,
    surnames: bool = True,
) -> dict[str, str]:
    """For each spelling the one it stands under, the most frequent, of equal ones the longer.

    `spellings` tells how often each occurs. `together` says of two spellings that sound alike and are otherwise unlike
    whether somebody else is named with both. A surname alone is never what others stand under. In an article it goes
    to the full name that has it, where there is one only; across a folder it stays (`surnames` is false), since in
    other articles it may be anybody's. The order of `spellings` does not matter.
    """
    ranked = sorted(spellings, key=lambda text: (-spellings[text], -len(text), text))
    if kind is NameKind.PERSON:
        return _persons(ranked, together, surnames)
    return _things(kind, ranked)


def usual(kind: NameKind, text: str) -> str:
    """What a name is usually called, where the list of aliases knows it, else the name itself."""
    known_as = aliases().get(text.casefold())
    return known_as[1] if known_as and known_as[0] is kind else text


def _persons(ranked: Sequence[str], together: Callable[[str, str], bool] | None, surnames: bool) -> dict[str, str]:
    heads: dict[str, str] = {}
    leading: defaultdict[str, list[str]] = defaultdict(list)
    for text in ranked:
        if len(name_words(text)) > 1:
            same_key = leading[group_key(NameKind.PERSON, text)]
            heads[text] = next((other for other in same_key if _one_person(text, other, together)), text)
            if heads[text] == text:
                same_key.append(text)
    full = dict(heads)
    for text in ranked:
        if text not in full:
            heads[text] = _lone(text, full) if surnames else text
    return heads


def _one_person(text: str, other: str, together: Callable[[str, str], bool] | None) -> bool:
    return same_person(text, other) and (
        together is None or name_words(text)[-1] == name_words(other)[-1] or together(text, other)
    )


def _lone(text: str, heads: Mapping[str, str]) -> str:
    """The one full name that a surname alone, or else a first name, belongs to; itself where none is sure."""
    word = name_words(text)[-1]
    for place in (-1, 0):
        owners = {head for spelling, head in heads.items() if name_words(spelling)[place] == word}
        if owners:
            return owners.pop() if len(owners) == 1 else text
    return text


def _things(kind: NameKind, ranked: Sequence[str]) -> dict[str, str]:
    heads: dict[str, str] = {}
    leading: defaultdict[str, list[str]] = defaultdict(list)
    for text in ranked:
        same_key = leading[group_key(kind, text)]
        heads[text] = next((other for other in same_key if _one_thing(kind, text, other)), text)
        if heads[text] == text:
            same_key.append(text)
    return heads


def _one_thing(kind: NameKind, text: str, other: str) -> bool:
    mine, theirs = _plain(usual(kind, text)), _plain(usual(kind, other))
    return mine == theirs or (min(len(mine), len(theirs)) >= _LONG and ratio(mine, theirs) >= ALIKE)


@lru_cache(maxsize=20_000)
def _plain(text: str) -> str:
    """A name folded, without an article in front."""
    plain = " ".join(word for word in map(folded, text.replace("-", " ").split()) if word)
    return plain.removeprefix("the ") or plain
