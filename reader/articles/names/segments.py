"""Where a run of capitalised words breaks: `Bank of England` is one name, `Blair and Brown` are two."""

from collections.abc import Iterator, Sequence

from reader.articles.names.lists import Vocabulary, first_names, known
from reader.articles.names.runs import Word
from reader.articles.names.titles import plain_word
from reader.model.name import NameKind


def segments(line: str, words: Sequence[Word], vocabulary: Vocabulary, latin: bool) -> Iterator[list[Word]]:
    """The run, broken at `of`, `and` and the like where they join no name, and at `der` where that is an article.

    `latin` is whether particles such as `de` and `der` may join names in the language of the line.
    """
    current = [words[0]]
    for word in words[1:]:
        if word.joint == " " or (_belongs(line, current, word, vocabulary) and (latin or _noble(word, vocabulary))):
            current.append(word)
        else:
            yield current
            current = [word]
    yield current


def _noble(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether what stands before a word is no article: `von der Leyen`, but `Ende der Saison`."""
    first = word.joint.split()[0]
    return first in vocabulary.soft or first not in vocabulary.general


def softly_joined(word: Word, vocabulary: Vocabulary) -> bool:
    """Whether `of`, `and` or the like stands before a word, and no particle of a surname."""
    return len(word.joint) > 1 and word.joint.split()[0] in vocabulary.soft


def _belongs(line: str, left: Sequence[Word], word: Word, vocabulary: Vocabulary) -> bool:
    joint = word.joint.split()[0]
    if joint not in vocabulary.soft or joint == "&" or line[left[0].start : word.end].casefold() in known():
        return True
    last, lower = plain_word(left[-1].text), word.text.casefold()
    if joint == "of" and last in vocabulary.companies:
        return False
    if joint == "of":
        foreign = len(left) > 1 and lower in known() and line.startswith("'s", word.end)
        office = last in vocabulary.titles and lower in vocabulary.portfolios
        realm = len(left) == 1 and lower in known() and last in vocabulary.realms
        return not foreign and not realm and (last in vocabulary.heads or last in vocabulary.befores or office)
    if joint in ("for", "on", "für", "pour"):
        return vocabulary.heads.get(last) is NameKind.ORGANISATION
    if joint in ("and", "und", "et", "y", "e"):
        return lower in vocabulary.companies or _goes_on(left, lower, vocabulary)
    return False


def _goes_on(left: Sequence[Word], lower: str, vocabulary: Vocabulary) -> bool:
    """Whether `and` stands within a name, as in `Ministry of Health and Welfare`."""
    if not any(word.joint.startswith((" of ", " for ")) for word in left):
        return False
    first = plain_word(left[0].text)
    if first in vocabulary.titles or first in vocabulary.ranks:
        return lower in vocabulary.portfolios
    return lower not in known() and lower not in first_names()
