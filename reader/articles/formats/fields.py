"""Names that containers give to the fields of an article, and their contents made plain."""

import re
from functools import cache

from reader.articles.dates import find_dates
from reader.articles.rules.credits import known_agency
from reader.articles.wordlists import lines
from reader.model import Span, Value

WEB = re.compile(r"https?://\S+", re.IGNORECASE)
WIKI = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")
LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_.@]|$)")
BY = re.compile(r"^by\s+", re.IGNORECASE)
MAIL = re.compile(r"\s*<[^<>\s]{1,200}@[^<>\s]{1,200}>")


def field_of(key: str) -> str:
    """The field of Article that a key stands for; also `host`, `source`, `language` or `ignored`; else nothing."""
    return field_keys().get(re.sub(r"[\s_-]+", " ", key.strip().casefold()), "")


@cache
def field_keys() -> dict[str, str]:
    """All known keys, case folded, with their fields."""
    table: dict[str, str] = {}
    for line in lines("field_names"):
        name, keys = line.split(":", 1)
        table.update((key.strip().casefold(), name) for key in keys.split(","))
    return table


def language_code(text: str) -> str:
    """ISO 639-1 code from `en`, `en-GB` or `en_US`; nothing for the name of a language."""
    found = LANGUAGE.match(text.strip())
    return found[1].lower() if found else ""


def with_field(
    fields: dict[str, Value], name: str, text: str, rule: str, confidence: float, span: Span = (0, 0)
) -> dict[str, Value]:
    """The fields with one more, as the article shows it; the first of two contents stays."""
    name, text, confidence = shown(name, WIKI.sub(r"\1", text).strip(), confidence)
    known = fields.get(name)
    if not text or (known and known.confidence >= confidence):
        return fields
    return {**fields, name: Value(text, rule, confidence, span)}


def shown(name: str, text: str, confidence: float) -> tuple[str, str, float]:
    """Field, content and confidence: dates as days, sources by what they are, writers without `By`."""
    if name == "date":
        days = find_dates(text)
        return name, days[0].day.isoformat() if days else "", 0.5 if days and days[0].ambiguous else confidence
    if name == "source":
        web = WEB.match(text)
        return (
            ("url", web[0], confidence)
            if web
            else ("agency" if known_agency(text) else "outlet", known_agency(text) or text, confidence)
        )
    if name == "url":
        web = WEB.match(text)
        return name, web[0] if web else "", confidence
    if name == "host":
        return "outlet", re.sub(r"^www\.", "", text), 0.8
    if name == "byline":
        return name, MAIL.sub("", BY.sub("", text)).strip(" \"'"), confidence
    return name, text, confidence
