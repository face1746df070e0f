"""The names in an article, its variants together."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from reader.articles.names.acronyms import definitions
from reader.articles.names.countries import countries
from reader.articles.names.grouping import grouped
from reader.articles.names.lists import aliases
from reader.articles.names.mentions import Mention, mentions
from reader.articles.names.runs import title_case
from reader.articles.names.spellings import name_words
from reader.model.article import Article, BlockKind
from reader.model.name import Name, NameKind, Variant

TAKEN_PLACES = frozenset({"place prefix", "dateline"})
TAKEN_OUTLETS = frozenset({"reports tail", "outlet prefix", "dateline"})
"""Rules that took what they found out of the text, where it was a mention."""


def names(article: Article) -> tuple[Name, ...]:
    """Persons, places, organisations and others; within a kind the most frequent first, then by their first place.

    Counted are title, standfirst, paragraphs, tweets with whom they are signed by, and captions.
    """
    found = mentions_in(article)
    explained = definitions(_lines(article)[0])
    by_kind: defaultdict[NameKind, list[Mention]] = defaultdict(list)
    for mention in found:
        by_kind[mention.kind].append(mention)
    return tuple(name for kind in NameKind for name in _names(kind, by_kind[kind], explained))


@lru_cache(maxsize=16)
def mentions_in(article: Article) -> tuple[Mention, ...]:
    """Where an article names somebody or something; kept for a moment, as who asks for its names asks once more."""
    prose, headings = _lines(article)
    return (*mentions(prose, headings, article.language), *_taken(article))


def countries_of(article: Article) -> dict[str, int]:
    """How often an article speaks of each country, by its name or a word such as `Iraqi`; the most frequent first."""
    prose, headings = _lines(article)
    return countries((*prose, *headings), names(article))


def worth_showing(name: Name, articles: int = 1) -> bool:
    """Whether a name is sure enough for a list: named twice, in two articles, or with a title."""
    return name.count > 1 or articles > 1 or bool(name.role)


def _lines(article: Article) -> tuple[list[str], list[str]]:
    """The lines of an article in which names are found, and the headings, which only confirm them."""
    prose: list[str] = []
    headings: list[str] = []
    title = "" if article.title_derived else article.title.text
    blocks = (block for block in article.blocks if block.kind is not BlockKind.BOILERPLATE)
    for text in (title, article.standfirst.text, *(block.text for block in blocks)):
        if text:
            (headings if title_case(text) else prose).append(text)
    prose.extend(block.author for block in article.blocks if block.kind is BlockKind.TWEET and block.author)
    return prose, headings


def _taken(article: Article) -> Iterator[Mention]:
    """The place, outlet and agency that were cut from the text when it was read."""
    if article.place.rule in TAKEN_PLACES:
        yield Mention(article.place.text, NameKind.PLACE, -1, article.place.span)
    for value in (article.outlet, article.agency):
        if value.rule in TAKEN_OUTLETS:
            yield Mention(value.text, NameKind.ORGANISATION, -1, value.span)


def _names(kind: NameKind, found: list[Mention], explained: Mapping[str, str]) -> list[Name]:
    counts = Counter(mention.text for mention in found)
    heads = grouped(kind, counts)
    for short, long_form in explained.items():
        if short in heads and long_form in heads:
            heads[short] = heads[long_form]
    together: defaultdict[str, list[str]] = defaultdict(list)
    for text in counts:
        together[_top(text, heads)].append(text)
    named = [_name(kind, texts, counts, found) for texts in together.values()]
    return sorted(named, key=lambda name: -name.count)


def _top(text: str, heads: Mapping[str, str]) -> str:
    while heads[text] != text:
        text = heads[text]
    return text


def _name(kind: NameKind, texts: list[str], counts: Mapping[str, int], found: Iterable[Mention]) -> Name:
    ranked = sorted(texts, key=lambda text: (-counts[text], -len(text), text))
    fullest = max(ranked, key=lambda text: (_standing(kind, text, texts), counts[text], len(text)))
    roles = (mention.role for mention in found if mention.role and mention.text in counts and mention.text in texts)
    return Name(kind, fullest, tuple(Variant(text, counts[text]) for text in ranked), next(roles, ""))


def _standing(kind: NameKind, text: str, texts: Sequence[str]) -> int:
    """Which spellings a name may be known by: of persons full ones, of others the usual one, and no short form."""
    if kind is NameKind.PERSON:
        return min(len(name_words(text)), 2)
    usual = aliases().get(text.casefold())
    if usual is not None and usual[1].casefold() == text.casefold():
        return 2
    return 0 if text.isupper() and any(not other.isupper() for other in texts) else 1
