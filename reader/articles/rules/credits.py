"""Who a few words name: an agency, an outlet, a writer; shared by the rules that read lines, datelines and tails."""

import re

from reader.articles.draft import Draft
from reader.articles.wordlists import agency_name, outlet_name, place_name, section_word
from reader.model.article import Span

DOMAIN = re.compile(
    r"(?:www\.)?[\w-]{2,40}(?:\.[\w-]{2,40}){0,2}\.(?:com|org|net|co|info|news|tv|io|eu|[a-z]{2})", re.IGNORECASE
)
NAME_WORD = (
    r"(?:[A-ZÀ-ÖØ-ÞŁŚŽČ][\w'’.-]*|(?:de|del|della|di|da|dos|von|van|der|den|bin|al|el|la|le|ter|ten|af|zu)(?=\s))"
)
NAME = re.compile(rf"{NAME_WORD}(?:\s{NAME_WORD}){{0,5}}")
PEOPLE = re.compile(
    rf"{NAME_WORD}(?:\s{NAME_WORD}){{0,4}}(?:(?:,\s|\s?,?\sand\s|\s?&\s){NAME_WORD}(?:\s{NAME_WORD}){{0,4}}){{0,5}}"
)

NAMED_AGENCY = re.compile(r"(?:News|Press|Wire) (?:Agency|Service)$|\b(?:Newsw|W)ire$|^Agencies$")


def is_domain(text: str) -> bool:
    """Whether the words are the name of a web site, such as `UrduPoint.com`."""
    return bool(DOMAIN.fullmatch(text))


def known_agency(text: str) -> str:
    """The agency that the words name, by the list or by the word agency at their end."""
    bare = text.strip(" .:;,|/()-–—")
    known = agency_name(bare)
    if not known and bare.casefold().startswith("the "):
        known = agency_name(bare[4:])
    if known or len(bare) > 50:
        return known
    return bare if NAMED_AGENCY.search(bare) else ""


def with_credit(draft: Draft, text: str, rule: str, confidence: float, span: Span, unknown: str = "outlet") -> Draft:
    """The draft with the words taken as its agency or its outlet, as they are known; `unknown` is what others are."""
    names = [part.strip() for part in re.split(r"\s?[/|]\s?|\s+via\s+", text) if part.strip()]
    agencies = [name for name in map(known_agency, names) if name]
    if agencies:
        draft = draft.stated("agency", agencies[-1], rule, confidence, span)
    for name in names:
        outlet = outlet_name(name)
        if outlet or (not known_agency(name) and 2 <= len(name) <= 50 and not section_word(name)):
            draft = draft.stated("outlet" if outlet else unknown, outlet or name, rule, confidence, span)
    return draft


def is_person(text: str) -> bool:
    """Whether two to five capitalised words could be someone's name and are nothing else that is known."""
    words = text.split()
    if not 2 <= len(words) <= 5 or not PEOPLE.fullmatch(text) or any(map(str.isdigit, text)):
        return False
    if any(word.isupper() and agency_name(word) for word in words):
        return False
    return not (section_word(text) or place_name(text) or outlet_name(text) or known_agency(text))


def spoken_case(name: str) -> str:
    """A name in capitals as it is written in a sentence."""
    return name.title() if name.isupper() and len(name) > 4 else name
