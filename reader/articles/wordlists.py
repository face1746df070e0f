"""The word lists in `data/`, each read once, when a rule first asks for it."""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"


@cache
def lines(name: str) -> tuple[str, ...]:
    """Entries of `data/<name>.txt` without comments and blank lines."""
    text = (DATA / f"{name}.txt").read_text(encoding="utf-8")
    stripped = (line.strip() for line in text.splitlines())
    return tuple(line for line in stripped if line and not line.startswith("#"))


@cache
def spellings(name: str) -> dict[str, str]:
    """For lists of `Name = other spelling = …`: each spelling, case folded, and the name it stands for."""
    table: dict[str, str] = {}
    for line in lines(name):
        names = [part.strip() for part in line.split("=")]
        table.update((each.casefold(), names[0]) for each in names)
    return table


@cache
def months() -> dict[str, int]:
    """Month names and their short forms, case folded, in several languages, and their numbers."""
    table: dict[str, int] = {}
    for line in lines("months"):
        number, names = line.split(" ", 1)
        table.update((name.strip().casefold(), int(number)) for name in names.split(","))
    return table


@cache
def stop_words() -> dict[str, frozenset[str]]:
    """For each language code its frequent small words."""
    return by_language("stop_words")


@cache
def letters() -> dict[str, frozenset[str]]:
    """For each language code the letters and signs that few others have."""
    return by_language("letters")


def by_language(name: str) -> dict[str, frozenset[str]]:
    """For lists of `code: word word …`: the words under each code."""
    return {code: frozenset(words.split()) for code, words in (line.split(":", 1) for line in lines(name))}


@cache
def abbreviations() -> dict[str, frozenset[str]]:
    """For each language code words that a full stop follows without ending a sentence, case folded, without it."""
    return by_language("abbreviations")


@cache
def all_abbreviations() -> frozenset[str]:
    """Those of all languages."""
    return frozenset().union(*abbreviations().values())


@cache
def marked(name: str, mark: str) -> tuple[str, ...]:
    """For lists of `mark: phrase`: the phrases under one mark, case folded."""
    start = f"{mark}: "
    return tuple(line[len(start) :].strip().casefold() for line in lines(name) if line.startswith(start))


@cache
def marked_set(name: str, mark: str) -> frozenset[str]:
    """The same phrases, for looking up."""
    return frozenset(marked(name, mark))


def section_word(text: str) -> bool:
    """Whether this is the name of a part of a newspaper."""
    return text.strip(" :|-»>").casefold() in spellings("sections")


def place_name(text: str) -> str:
    """The usual spelling of a country or city that the list knows, else nothing."""
    return spellings("places").get(text.strip().casefold(), "")


def agency_name(text: str) -> str:
    """The usual name of a news agency that the list knows, else nothing."""
    return spellings("agencies").get(text.strip().casefold(), "")


def outlet_name(text: str) -> str:
    """The usual name of an outlet that the list knows, else nothing."""
    return spellings("outlets").get(text.strip().casefold(), "")
