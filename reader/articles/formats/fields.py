"""Names that containers give to the fields of an article, and their contents made plain."""

import re
from functools import cache

from reader.articles.dates import FoundDate, find_dates
from reader.articles.rules.credits import known_agency
from reader.articles.wordlists import lines
from reader.model.article import Span, Value

WEB = re.compile(r"https?://\S+", re.IGNORECASE)
WIKI = re.compile(r"\[\[(?:[^\[\]|]{0,300}\|)?([^\[\]|]{0,300})\]\]")
LANGUAGE = re.compile(r"([a-zA-Z]{2})(?:[-_.@]|$)")
SHORT_YEAR = re.compile(
    r"(?<![\d./-])(\d{1,2}(?:[-/.]\d{1,2}[-/.]|\.?[ -][^\W\d_]{3,9}\.?,?[ -])|[^\W\d_]{3,9}\.? \d{1,2}, )"
    r"['’]?(\d\d)(?![\d:/-])"
)
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
    """ISO 639-1 code from `en`, `en-GB`, `en_US`, `eng` or the name of a language; nothing where none is known."""
    words = re.split(r"[;,/|(]", text, maxsplit=1)[0].strip().casefold()
    known = language_names().get(words) or language_names().get(re.split(r"[-_.@\s]", words, maxsplit=1)[0])
    found = LANGUAGE.match(words)
    return known or (found[1] if found else "")


@cache
def language_names() -> dict[str, str]:
    """Names and codes of three letters, case folded, with the codes of two."""
    table: dict[str, str] = {}
    for line in lines("language_names"):
        code, names = line.split(":", 1)
        table.update((name.strip().casefold(), code) for name in names.split(","))
    return table


def with_field(
    fields: dict[str, Value], name: str, text: str, rule: str, confidence: float, span: Span = (0, 0)
) -> dict[str, Value]:
    """The fields with one more, as the article shows it; the first of two contents stays."""
    content = WIKI.sub(r"\1", text).strip()
    name, text, confidence = shown(name, content, confidence)
    known = fields.get(name)
    if not text or (known and known.confidence >= confidence):
        return fields
    day = first_day(content) if name == "date" else None
    other = day.other.isoformat() if day and day.other else ""
    return {**fields, name: Value(text, rule, confidence, span, other, day.time if day else "")}


def first_day(text: str) -> FoundDate | None:
    """The first date of a text."""
    return next(iter(find_dates(text) or find_dates(with_century(text))), None)


def with_century(text: str) -> str:
    """A date whose year has two figures with four: up to 49 in this century, as mail has it (RFC 5322, 4.3)."""
    return SHORT_YEAR.sub(lambda found: f"{found[1]}{'20' if int(found[2]) < 50 else '19'}{found[2]}", text[:200])


def shown(name: str, text: str, confidence: float) -> tuple[str, str, float]:
    """Field, content and confidence: dates as days, sources by what they are, writers without `By`."""
    if name == "date":
        day = first_day(text)
        return name, day.day.isoformat() if day else "", 0.5 if day and day.ambiguous else confidence
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
        return "outlet", re.sub(r"^www\.", "", text), 0.8 if "." in text else confidence
    if name == "byline":
        names = MAIL.sub("", BY.sub("", text)).strip(" \"';")
        return name, re.sub(r"\s*;\s*", ", ", names), confidence
    if name == "section":
        return name, text.split(";", 1)[0].strip(), confidence
    return name, text, confidence
