"""Whether two spellings are one name: likeness of words, short forms, sounds."""

import re
from collections.abc import Sequence
from functools import lru_cache

from reader.articles.names.lists import nicknames, sounds
from reader.articles.names.lists import words as listed
from reader.words import folded

LIKE = 0.9
"""First names more alike than this, after Jaro and Winkler, are one name spelt twice: Antony and Anthony have .97."""
ALIKE = 0.92
"""Whole names of at least this ratio are one."""
_PREFIX_WEIGHT, _PREFIX_LENGTH = 0.1, 4


def jaro_winkler(first: str, second: str) -> float:
    """How alike two words are, 0 to 1, a common beginning counting more.

    Winkler 1990, "String Comparator Metrics and Enhanced Decision Rules in the Fellegi-Sunter Model of Record
    Linkage", with the usual weight of .1 for each of at most four common first letters.
    """
    jaro = _jaro(first, second)
    prefix = 0
    for mine, theirs in zip(first[:_PREFIX_LENGTH], second, strict=False):
        if mine != theirs:
            break
        prefix += 1
    return jaro + prefix * _PREFIX_WEIGHT * (1 - jaro)


def _jaro(first: str, second: str) -> float:
    if first == second:
        return 1.0
    reach = max(len(first), len(second)) // 2 - 1
    taken = [False] * len(second)
    common: list[str] = []
    for at, letter in enumerate(first):
        for place in range(max(0, at - reach), min(len(second), at + reach + 1)):
            if not taken[place] and second[place] == letter:
                taken[place] = True
                common.append(letter)
                break
    if not common:
        return 0.0
    theirs = [letter for letter, is_taken in zip(second, taken, strict=True) if is_taken]
    swapped = sum(a != b for a, b in zip(common, theirs, strict=True)) / 2
    matches = len(common)
    return (matches / len(first) + matches / len(second) + (matches - swapped) / matches) / 3


@lru_cache(maxsize=20_000)
def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, folded, without articles such as `al-`, and without `Jr.`."""
    articles = listed("name_words", "article")
    words = (folded(word) for word in re.split(r"[\s-]+", text))
    kept = [word for word in words if word and word not in articles]
    return tuple(kept) or (folded(text),)


@lru_cache(maxsize=20_000)
def signature(word: str) -> str:
    """How a folded word sounds, roughly, so that ways to write a foreign name in Latin letters come out equal."""
    for written, heard in sounds():
        word = word.replace(written, heard)
    word = re.sub(r"(.)\1+", r"\1", word)
    return word[:1] + re.sub("[aeiou]", "", word[1:])


def same_person(first: str, second: str) -> bool:
    """Whether two full names are one person's: equal surnames, and first names that are one name."""
    mine, theirs = name_words(first), name_words(second)
    if mine == theirs:
        return True
    if len(mine) < 2 or len(theirs) < 2:
        return False
    if mine[-1] == theirs[-1]:
        return same_first_name(mine[0], theirs[0]) or set(mine) < set(theirs) or set(theirs) < set(mine)
    return signature(mine[-1]) == signature(theirs[-1]) and (
        mine[0] == theirs[0]
        or (abs(len(first) - len(second)) <= 2 and signature(mine[0]) == signature(theirs[0]))
        or ratio(" ".join(mine), " ".join(theirs)) >= ALIKE
    )


def same_first_name(first: str, second: str) -> bool:
    """Whether two first names, folded, can be one: spelt twice, an initial, a short form, another transliteration."""
    if first == second or jaro_winkler(first, second) > LIKE:
        return True
    if min(len(first), len(second)) == 1:
        return first[0] == second[0]
    table = nicknames()
    if table.get(first, frozenset((first,))) & table.get(second, frozenset((second,))):
        return True
    return signature(first) == signature(second) and abs(len(first) - len(second)) <= 2


def ratio(first: str, second: str) -> float:
    """Share of the letters that two texts have in common in order: 2 * longest common subsequence / both lengths."""
    if not first or not second:
        return 0.0
    row = [0] * (len(second) + 1)
    for letter in first:
        diagonal = 0
        for at, other in enumerate(second, 1):
            above = row[at]
            row[at] = diagonal + 1 if letter == other else max(above, row[at - 1])
            diagonal = above
    return 2 * row[-1] / (len(first) + len(second))


def surname(words: Sequence[str]) -> str:
    """The last word of a name, by which persons are looked up."""
    return words[-1] if words else ""
