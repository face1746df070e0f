"""Find who and what the articles name, and merge the names over their stories and over the folder."""

from collections.abc import Mapping

from reader.articles.names import group_key, grouped, names
from reader.model.article import Article
from reader.model.name import Name, NameKind
from reader.model.refresh import Progress
from reader.refresh.job import Report
from reader.store.catalogue import Catalogue
from reader.store.name_folding import folded_name
from reader.store.name_table import NameTable, Spelling


def named(article: Article, report: Report) -> tuple[Name, ...]:
    """Who and what an article names; nobody where a fault of ours would keep it from being found at all."""
    try:
        return names(article)
    except Exception as fault:
        told = f"{article.id}: its names cannot be told ({type(fault).__name__}: {fault}); please report it"
        report(Progress("indexing", message=told))
        return ()


def enter(catalogue: Catalogue, found: Mapping[int, tuple[Name, ...]]) -> None:
    """Enter what articles name, by their numbers, and merge it at once; part of the catalogue's open batch."""
    catalogue.names.put(found, group_key)
    merge(catalogue.names)


def settle(catalogue: Catalogue) -> None:
    """Merge what is not merged yet, and take lone surnames for the one full name of their story. Raises StoreError."""
    with catalogue.batch():
        merge(catalogue.names)
        lend(catalogue.names)
        merge(catalogue.names)


def merge(table: NameTable) -> None:
    """Have the spellings that may be one name, and are among those that have changed, stand under the best of them."""
    if not table.unsettled():
        return
    names_of: dict[int, int] = {}
    for kind, members in table.unsettled_groups():
        names_of |= _merged(table, kind, members)
    table.settle(names_of)


def _merged(table: NameTable, kind: NameKind, members: tuple[Spelling, ...]) -> dict[int, int]:
    """Under which of the spellings each stands; one that no article knows a name by stands for itself."""
    numbers = {member.text: member.number for member in members}
    counted = {member.text: member.count for member in members if member.count}
    company: dict[int, set[int]] = {}

    def together(one: str, other: str) -> bool:
        """Whether somebody or something else is named with both."""
        pair = (numbers[one], numbers[other])
        company.update(table.company(number for number in pair if number not in company))
        return bool((company[pair[0]] & company[pair[1]]).difference(pair))

    heads = grouped(kind, counted, together, surnames=False) if len(counted) > 1 else {}
    return {number: numbers[heads.get(text, text)] for text, number in numbers.items()}


def lend(table: NameTable) -> None:
    """Take a surname that stands alone in its article for the full name of the story, where that has just one so."""
    alone = table.lone_surnames()
    full = table.full_names({surname.story for surname in alone if surname.story})
    for surname in alone:
        candidates = full.get((surname.story, folded_name(surname.text)), set())
        name = next(iter(candidates)) if len(candidates) == 1 else surname.written
        if name != surname.name:
            table.lend(surname, name)
