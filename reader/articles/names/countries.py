"""Which countries an article is about: those it names, and those whose people or things it names."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from reader.articles.names.grouping import usual
from reader.articles.names.lists import demonyms
from reader.model.name import Name, NameKind

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:'[^\W\d_]{2,})?")


def demonym_counts(lines: Iterable[str]) -> dict[str, int]:
    """How often words such as `Iraqi` or `American` stand for each country."""
    table = demonyms()
    found = Counter(
        table[lower]
        for line in lines
        for word in _WORD.findall(line.replace("’", "'"))
        if word[0].isupper() and table.get(lower := word.casefold())
    )
    return dict(found)


def countries(lines: Iterable[str], names: Sequence[Name]) -> dict[str, int]:
    """How often the lines of an article speak of each country, by its name or a word such as `Iraqi`; most first."""
    counted = Counter(demonym_counts(lines))
    realms = set(demonyms().values())
    for name in names:
        country = usual(name.kind, name.text)
        if name.kind is NameKind.PLACE and country in realms:
            counted[country] += name.count
    return dict(counted.most_common())
