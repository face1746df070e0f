"""JSON and JSON lines: one article, a list of them, or one a line, under the names that many programs give."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from functools import lru_cache
from html import unescape
from pathlib import PurePosixPath

from reader.articles.decode import one_line, plain
from reader.articles.formats import tags
from reader.articles.formats.fields import field_of, language_code, with_field
from reader.articles.formats.part import Part
from reader.errors import ArticleError
from reader.model.article import Value

RULE = "json"
CONFIDENCE = 0.99
SHORTEST = 30
"""Letters below which a text is no text of an article."""
MOST_NAMES = 20
DEEPEST = 4
"""So deep inside of other objects articles are looked for."""
PATIENCE = 2
"""Spoilt objects are read over until so many times the length of the text has been read in vain."""
MOST_SPOILT = 400
"""So many of them at most: finding one can cost a millisecond."""

BODIES = (
    "text",
    "maintext",
    "body",
    "body text",
    "article body",
    "content",
    "article",
    "article text",
    "full text",
    "fulltext",
    "content text",
    "content html",
    "html content",
    "raw text",
    "body html",
    "html",
    "story",
)
"""Keys of the text, the surest first."""
SUMMARIES = ("description", "summary", "short description", "abstract", "excerpt")
"""Keys of a summary, which is the text where there is no other."""
ENVELOPES = ("fields", "thread", "metadata", "meta", "_source", "source", "doc", "document")
"""Keys of objects that state more about the article around them."""
NAMES = ("name", "title", "main", "rendered", "label")
"""Keys under which an object names itself."""
LONGEST_VALUE = 5000
OTHER_NAMES = {
    "date time": "date",
    "date published": "date",
    "publication time": "date",
    "web publication date": "date",
    "published time": "date",
    "pubdate": "date",
    "web title": "title",
    "web url": "url",
    "source domain": "host",
    "meta site name": "outlet",
    "meta description": "standfirst",
    "domain name": "host",
    "section name": "section",
    "section title": "section",
    "short description": "standfirst",
    "published by": "byline",
    "uri": "ignored",
}
"""Names that only data has, by the field they fill."""

KEYED = re.compile(r"\[?\s*\{\s*\"[^\"\n]{1,80}\"\s*:")
CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
BETWEEN = re.compile(r"[\s,]*")
EIGHT_FIGURES = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T\d+Z?)?")
SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
EARLIEST, LATEST = 1e8, 4e9
"""Seconds since 1970 that may be a day of publication: 1973 to 2096."""


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The articles in data; nothing for another format. Raises ArticleError for data without articles."""
    start = first_sign(text)
    if start < 0:
        return ()
    found = list(records(text, start))
    if not found and not KEYED.match(text, start):
        return ()
    articles = [part for record in found for part in articles_of(record, 0)]
    if not articles and found and all(is_bookmark(each) for each in found[:MOST_NAMES]):
        raise ArticleError("a bookmark list: links, no text")
    if not articles:
        raise ArticleError(
            "data in JSON without the text of an article, or broken: "
            f"Broadsheet needs a text of at least {SHORTEST} characters under `text`, `body` or `content`"
        )
    return tuple(articles)


def first_sign(text: str) -> int:
    """Where data begins; -1 for what is no data."""
    start = len(text) - len(text.lstrip())
    sign = text[start : start + 1]
    following = text[start + 1 : start + 200].lstrip()[:1]
    if (sign == "{" and following in ('"', "}")) or (sign == "[" and following in ("{", "]")):
        return start
    return -1


def records(text: str, start: int) -> Iterator[object]:
    """All objects of a list, or one after the other, as far as they are whole; a spoilt line is skipped."""
    from json import JSONDecoder

    read = JSONDecoder().raw_decode
    at = start + 1 if text[start] == "[" else start
    patience = PATIENCE * len(text)
    while patience > 0:
        at = BETWEEN.match(text, at).end()  # type: ignore[union-attr]  # the pattern matches nothing, too
        if at >= len(text) or text[at] == "]":
            return
        try:
            content, at = read(text, at)
        except (ValueError, RecursionError) as fault:
            patience -= max(PATIENCE * len(text) // MOST_SPOILT + 1, getattr(fault, "pos", at) - at)
            at = text.find("\n{", at)
            if at < 0:
                return
            continue
        yield content


def articles_of(content: object, depth: int) -> Iterator[Part]:
    """The article that an object is, or those in the lists that it holds."""
    if isinstance(content, list):
        for each in content:
            if depth < DEEPEST:
                yield from articles_of(each, depth + 1)
    elif isinstance(content, Mapping):
        named = names(content)
        body = first_long(named, BODIES)
        inner = (
            [] if body or depth >= DEEPEST else [each for each in content.values() if isinstance(each, list | Mapping)]
        )
        found = [part for each in inner for part in articles_of(each, depth + 1)]
        if not found and not body and any(field(key) == "title" for key in named):
            body = first_long(named, SUMMARIES)
        if body:
            yield part(named, body)
        yield from found


def is_bookmark(content: object) -> bool:
    """Whether an object is an address with hardly more than a name."""
    named = names(content) if isinstance(content, Mapping) else {}
    if any(key in named for key in ("url", "href", "uri", "resolved url", "given url")):
        return True
    inner = named.get("children", named.get("roots"))
    if isinstance(inner, Mapping):
        inner = list(inner.values())
    return isinstance(inner, list) and any(
        isinstance(each, Mapping) and is_bookmark(each) for each in inner[:MOST_NAMES]
    )


def names(content: Mapping[str, object]) -> dict[str, object]:
    """An object by its keys in small letters, words parted by spaces; what its envelopes add comes last."""
    found: dict[str, object] = {}
    for key, value in content.items():
        if value not in (None, "", [], {}):
            found.setdefault(plain_key(key), value)
    for key in ENVELOPES:
        inner = found.get(key)
        if isinstance(inner, Mapping) and not (key == "source" and is_name(inner)):
            for inner_key, value in inner.items():
                if isinstance(value, str | int | float | list):
                    found.setdefault(plain_key(inner_key), value)
    return found


@lru_cache(maxsize=256)
def plain_key(key: str) -> str:
    """A key as words: `publishedAt` and `published_at` are the same."""
    return re.sub(r"[\s_-]+", " ", CAMEL.sub(" ", key[:60])).strip().lower()


def is_name(content: Mapping[str, object]) -> bool:
    """Whether an object only names someone."""
    return any(isinstance(content.get(key), str) for key in ("name", "title"))


def first_long(named: Mapping[str, object], keys: Sequence[str]) -> str:
    """The first of these texts that is long enough; nothing where none is."""
    return next((words for key in keys if len(words := running(named.get(key))) >= SHORTEST), "")


def running(content: object) -> str:
    """A text, or its paragraphs from a list, or what an object says is its text."""
    if isinstance(content, Mapping):
        content = next((content[key] for key in ("rendered", "text", "plain", "html") if key in content), "")
    if isinstance(content, str):
        return content.strip()
    if not isinstance(content, list):
        return ""
    texts = (each.get("text") if isinstance(each, Mapping) else each for each in content)
    return "\n".join(text for text in texts if isinstance(text, str)).strip()


@lru_cache(maxsize=256)
def field(key: str) -> str:
    """The field that a key fills."""
    return OTHER_NAMES.get(key) or field_of(key)


def part(named: Mapping[str, object], body: str, rule: str = RULE) -> Part:
    """One article with what its object says about it, under the name of a rule."""
    fields: dict[str, Value] = {}
    language = ""
    for key, content in named.items():
        name = field(key)
        if key in BODIES or name in ("", "ignored"):
            continue
        if name == "language":
            language = language or language_code(one_line(next(words(content), "")))
        elif name == "date":
            fields = with_field(fields, name, day(next(words(content), "")), rule, CONFIDENCE)
        elif name == "byline":
            fields = with_field(fields, name, one_line(", ".join(words(content))), rule, CONFIDENCE)
        else:
            fields = with_field(fields, name, one_line(next(words(content), "")), rule, CONFIDENCE)
    summary = fields.get("standfirst")
    if summary and one_line(body).startswith(summary.text[:200].rstrip(" .…")):
        fields = {name: value for name, value in fields.items() if name != "standfirst"}
    if tags.looks_marked_up(body):
        return Part("", fields=fields, language=language, markup=body)
    return Part(plain(body), fields=fields, language=language)


def words(content: object) -> Iterator[str]:
    """The words of a value, those of a list one by one, of an object its name."""
    for each in content[:MOST_NAMES] if isinstance(content, list) else [content]:
        word = each
        if isinstance(each, Mapping):
            word = next((each[key] for key in NAMES if key in each), "")
        if isinstance(word, str | int | float) and not isinstance(word, bool):
            yield unescape(str(word)[:LONGEST_VALUE])


def day(text: str) -> str:
    """A date in figures alone, or in seconds since 1970, as others write it; other texts as they are."""
    figures = EIGHT_FIGURES.fullmatch(text)
    if figures:
        return "-".join(figures.groups())
    if not SECONDS.fullmatch(text):
        return text
    seconds = float(text) / (1000 if float(text) > LATEST else 1)
    return datetime.fromtimestamp(seconds, UTC).date().isoformat() if EARLIEST < seconds < LATEST else ""
