"""The word lists by which names are told, each prepared once for looking up."""

from dataclasses import dataclass
from functools import cache

from reader.articles.wordlists import lines, months, spellings
from reader.model.name import NameKind

Key = tuple[str, ...]


@cache
def words(name: str, *marks: str) -> frozenset[str]:
    """All words of `data/<name>.txt` that stand in lines `mark: word word …` of these marks."""
    marked = (line.partition(": ") for line in lines(name))
    return frozenset(word for mark, _, rest in marked if mark in marks for word in rest.split())


@cache
def demonyms() -> dict[str, str]:
    """Words such as `iraqi` and their country, which is empty where there is not one."""
    table: dict[str, str] = {}
    for line in lines("demonyms"):
        country, _, rest = line.partition(": ")
        table.update((word, "" if country == "-" else country) for word in rest.split())
    return table


@cache
def aliases() -> dict[str, tuple[NameKind, str]]:
    """Other spellings of a name, case folded: its kind, and the name they stand for."""
    table: dict[str, tuple[NameKind, str]] = {}
    for line in lines("name_aliases"):
        kind, _, rest = line.partition(": ")
        names = [part.strip() for part in rest.split("=")]
        table.update((each.casefold(), (NameKind(kind), names[0])) for each in names)
    return table


@cache
def known() -> dict[str, NameKind]:
    """Names that the lists hold, case folded, and what they name."""
    table = dict.fromkeys(spellings("places"), NameKind.PLACE)
    for place_list in ("regions", "cities"):
        table.update((each.casefold(), NameKind.PLACE) for line in lines(place_list) for each in line.split("|"))
    table.update(dict.fromkeys(spellings("outlets"), NameKind.ORGANISATION))
    table.update(dict.fromkeys(spellings("agencies"), NameKind.ORGANISATION))
    table.update(
        (each.casefold(), NameKind.ORGANISATION) for line in lines("organisations") for each in line.split("|")
    )
    table.update((each.casefold(), NameKind.OTHER) for line in lines("other_names") for each in line.split("|"))
    table.update((each.casefold(), NameKind.PERSON) for line in lines("known_people") for each in line.split("|"))
    table.update((spelling, kind) for spelling, (kind, _) in aliases().items())
    return table


@cache
def first_names() -> frozenset[str]:
    """First names, case folded."""
    return frozenset(word.casefold() for line in lines("first_names") for word in line.split())


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """First names and short forms, case folded, and the names that each may stand for, itself among them."""
    table: dict[str, set[str]] = {}
    for line in lines("nicknames"):
        names = [part.strip().casefold() for part in line.split("=")]
        for name in names:
            table.setdefault(name, set()).update(names if name == names[0] else (name, names[0]))
    return {name: frozenset(others) for name, others in table.items()}


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The word lists that decide what a capitalised word is, case folded."""

    titles: frozenset[str]
    """Titles and offices that stand before a person."""
    ranks: frozenset[str]
    """Words that are part of a title before another word of one."""
    portfolios: frozenset[str]
    """What a minister is minister of."""
    callings: frozenset[str]
    """Small words for what somebody is, right before a name."""
    heads: dict[str, NameKind]
    """Last words of names that say what they name."""
    teams: frozenset[str]
    """Heads that alone name a sports club."""
    befores: frozenset[str]
    """First words of the names of places."""
    vessels: frozenset[str]
    """Words right before the name of a ship."""
    starts: frozenset[str]
    """First words of the names of organisations."""
    groups: frozenset[str]
    """Small words after the name of an organisation."""
    areas: frozenset[str]
    """Small words after the name of a place."""
    common: frozenset[str]
    """Words that are often capitalised and alone name nothing."""
    calendar: frozenset[str]
    """Days and months."""
    openers: frozenset[str]
    """Words that often open a sentence, besides the stop words."""
    inside: frozenset[str]
    """Small words before a place."""
    speaks: frozenset[str]
    """What somebody who is named does."""
    acts: frozenset[str]
    """What follows a lone name that is mostly a firm's."""
    realms: frozenset[str]
    """What a place is called in front of `of` and its name."""
    particles: frozenset[str]
    """Small words inside a person's name."""
    general: frozenset[str]
    """Particles that in their own language join any two words."""
    soft: frozenset[str]
    """Words that may join two capitalised ones to one name, or may not."""
    companies: frozenset[str]
    """What follows `and` in the name of a firm."""
    surnames: frozenset[str]
    """Heads that are surnames after a first name."""


@cache
def vocabulary() -> Vocabulary:
    """The lists, read once."""
    heads = dict.fromkeys(words("name_heads", "other"), NameKind.OTHER)
    heads |= dict.fromkeys(words("name_heads", "place"), NameKind.PLACE)
    heads |= dict.fromkeys(words("name_heads", "org", "team"), NameKind.ORGANISATION)
    return Vocabulary(
        titles=words("name_titles", "title", "office"),
        ranks=words("name_titles", "rank"),
        portfolios=words("name_titles", "portfolio"),
        callings=words("name_titles", "lower"),
        heads=heads,
        teams=words("name_heads", "team"),
        befores=words("name_heads", "before"),
        vessels=words("name_heads", "vessel"),
        starts=words("name_heads", "start"),
        groups=words("name_heads", "group"),
        areas=words("name_heads", "area"),
        common=words("name_heads", "common"),
        calendar=words("name_words", "weekday") | frozenset(months()),
        openers=words("name_words", "opener"),
        inside=words("name_words", "inside"),
        speaks=words("name_words", "speaks"),
        acts=words("name_words", "acts"),
        realms=words("name_words", "realm"),
        particles=words("name_words", "particle"),
        general=words("name_words", "general"),
        soft=words("name_words", "soft"),
        companies=words("name_words", "company"),
        surnames=words("name_words", "surname"),
    )


@cache
def sounds() -> tuple[tuple[str, str], ...]:
    """What is written and what is heard, in the order in which it is replaced."""
    pairs = (line.split() for line in lines("name_sounds"))
    return tuple((written, heard) for written, heard in pairs)
