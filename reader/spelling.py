"""How a word that is known only as it is folded for searching is written by people: `café` for `cafe`."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress

from reader.errors import ArticleError
from reader.model.article import Article
from reader.query import Query, Word
from reader.words import folded, split

MOST_READ = 3
"""Articles that are read to see how a word is written."""


def as_written(
    near: Sequence[tuple[str, str]], found: Callable[[Query], Sequence[int]], article: Callable[[int], Article]
) -> tuple[tuple[str, str], ...]:
    """Words, each with a folded one that is meant in its place: the same as articles write them.

    `found` gives the numbers of the articles that answer a query, newest first. What none writes is left out.
    """
    spelt = ((word, written(meant, _texts_with(meant, found, article))) for word, meant in near)
    return tuple((word, spelling) for word, spelling in spelt if spelling)


def written(word: str, texts: Iterable[str]) -> str:
    """A folded word as the first of these texts that holds it writes it most often; empty where none does.

    Capitals count only where the text never goes without: they may be those of a headline or a beginning.
    """
    for text in texts:
        forms = Counter(_bare(each) for each in split(text) if folded(each) == word)
        if forms:
            return max(forms, key=lambda form: (form.islower(), not form.isupper(), forms[form]))
    return ""


def _texts_with(word: str, found: Callable[[Query], Sequence[int]], article: Callable[[int], Article]) -> Iterator[str]:
    """Title and text of the newest articles that hold a word."""
    for number in found(Query(word, Word(word)))[:MOST_READ]:
        with suppress(ArticleError):
            holds = article(number)
            yield f"{holds.title.text}\n{holds.text}"


def _bare(word: str) -> str:
    """A word without the possessive s."""
    return word[:-2] if word[-2:].casefold() in ("'s", "’s") else word
