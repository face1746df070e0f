"""Which names two articles share: enough to say why they are linked."""

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

from reader.articles.names import mentions_in
from reader.articles.names.spellings import same_first_name
from reader.model.article import Article
from reader.stories.terms import folded

_PARTICLES = frozenset({"of", "de", "van", "von", "der", "den", "del", "della", "di", "da", "dos", "bin", "ibn", "la"})
"""Words of a name by which nobody compares it."""
_SPACED = str.maketrans("-'.", "   ")
_KEPT_KEYS = 8192
_SHORT = 2
"""Names of at most so many letters, US and UK, are in too many articles."""


def names_in(article: Article) -> Counter[str]:
    """The names in the text of an article and how often each stands there, in its own spellings."""
    texts = (mention.text for mention in mentions_in(article) if mention.line >= 0)
    return Counter(text for text in texts if len(text.replace(".", "")) > _SHORT)


@lru_cache(_KEPT_KEYS)
def name_key(name: str) -> tuple[str, ...]:
    """The words of a name by which spellings of one name are compared, and its rarity looked up."""
    plain = name if name.isascii() else folded(name)
    return tuple(word for word in plain.lower().translate(_SPACED).split() if word not in _PARTICLES)


def shared_names(mine: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """Names of mine that theirs has too, in mine's spelling and order; variants are merged into the fullest."""
    by_last: dict[str, list[tuple[str, ...]]] = {}
    for key in map(name_key, theirs):
        by_last.setdefault(key[-1] if key else "", []).append(key)
    common = [(name, key) for name, key in ((name, name_key(name)) for name in mine) if key]
    common = [(name, key) for name, key in common if any(_same(key, other) for other in by_last.get(key[-1], ()))]
    return [
        name
        for place, (name, key) in enumerate(common)
        if not any(_less_than(key, other, later=at < place) for at, (_, other) in enumerate(common) if at != place)
    ]


def _less_than(key: tuple[str, ...], fuller: tuple[str, ...], later: bool) -> bool:
    """Whether a name says less than another of the list, or says the same and stands after it."""
    return set(key) < set(fuller) or (later and _same(key, fuller))


def _same(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are one: equal, or of one surname and first names that are spellings of one."""
    if key == other:
        return True
    return key[-1] == other[-1] and len(key) > 1 and len(other) > 1 and same_first_name(key[0], other[0])
