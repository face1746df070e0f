"""Which spellings are one name, within an article and across a folder."""

from collections.abc import Callable, Mapping, Sequence

from reader.articles.names.lists import aliases
from reader.articles.names.spellings import ALIKE, name_words, ratio, same_person, signature, surname
from reader.model import NameKind
from reader.words import folded


def group_key(kind: NameKind, text: str) -> str:
    """A key such that names of different keys are never one name: of persons the sound of the surname."""
    alias = usual(kind, text)
    if kind is NameKind.PERSON:
        return f"{kind}:{signature(surname(name_words(alias)))}"
    return f"{kind}:{signature(_plain(alias))}"


def grouped(
    kind: NameKind, spellings: Mapping[str, int], together: Callable[[str, str], bool] | None = None
) -> dict[str, str]:
    """For each spelling of one key the one it stands under, the most frequent, of equal ones the longer.

    `spellings` tells how often each occurs in the folder. `together` says of two spellings that sound alike and are
    otherwise unlike whether somebody else is named with both. A surname alone goes to the full name that has it where
    there is one only, and is never what others stand under. The order of `spellings` does not matter.
    """
    ranked = sorted(spellings, key=lambda text: (-spellings[text], -len(text), text))
    if kind is NameKind.PERSON:
        return _persons(ranked, together)
    return _things(kind, ranked)


def usual(kind: NameKind, text: str) -> str:
    """What a name is usually called, where the list of aliases knows it, else the name itself."""
    known_as = aliases().get(text.casefold())
    return known_as[1] if known_as and known_as[0] is kind else text


def _persons(ranked: Sequence[str], together: Callable[[str, str], bool] | None) -> dict[str, str]:
    full = [text for text in ranked if len(name_words(text)) > 1]
    heads: dict[str, str] = {}
    for text in full:
        head = next((other for other in dict.fromkeys(heads.values()) if _one_person(text, other, together)), text)
        heads[text] = head
    for text in ranked:
        if text not in heads:
            heads[text] = _lone(text, heads)
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
    for text in ranked:
        heads[text] = next((other for other in dict.fromkeys(heads.values()) if _one_thing(kind, text, other)), text)
    return heads


def _one_thing(kind: NameKind, text: str, other: str) -> bool:
    mine, theirs = _plain(usual(kind, text)), _plain(usual(kind, other))
    if mine == theirs:
        return True
    return min(len(mine), len(theirs)) > 5 and ratio(mine, theirs) >= ALIKE


def _plain(text: str) -> str:
    """A name folded, without an article in front."""
    plain = " ".join(word for word in map(folded, text.replace("-", " ").split()) if word)
    return plain.removeprefix("the ") or plain
