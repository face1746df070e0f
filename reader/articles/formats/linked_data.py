"""What the JSON-LD of a web page says about its article: schema.org's `NewsArticle` and its kin."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from reader.articles.decode import one_line
from reader.articles.formats.fields import language_code, with_field
from reader.model.article import Value

RULE = "page metadata"
CONFIDENCE = 0.99
MOST = 20
"""Pieces of data of a page that are read."""
LONGEST = 400_000
DEEPEST = 4
FIELDS = (
    ("headline", "title"),
    ("datePublished", "date"),
    ("author", "byline"),
    ("publisher", "outlet"),
    ("sourceOrganization", "outlet"),
    ("articleSection", "section"),
    ("url", "url"),
    ("mainEntityOfPage", "url"),
)
"""Names of schema.org with the fields that they fill, the surer first."""


@dataclass(frozen=True, slots=True)
class LinkedData:
    """What was found."""

    fields: Mapping[str, Value] = field(default_factory=dict)
    """By field of Article."""
    text: str = ""
    """The text of the article, if the data has it."""
    language: str = ""
    """ISO 639-1 code, or empty."""


def linked_data(sources: Iterable[str]) -> LinkedData:
    """What the first article in a page's data says; nothing where there is none."""
    for source in list(sources)[:MOST]:
        for each in objects(decoded(source), 0):
            if is_article(each):
                return read(each)
    return LinkedData()


def decoded(source: str) -> object:
    """Data from its text; nothing where that is broken."""
    import json

    try:
        return json.loads(source[:LONGEST].strip().removeprefix("<!--").removesuffix("-->").strip(), strict=False)
    except (ValueError, RecursionError):
        return None


def objects(content: object, depth: int) -> Iterator[Mapping[str, object]]:
    """All objects in lists and graphs, from the outside in."""
    if isinstance(content, Mapping):
        yield content
        inner: object = content.get("@graph", content.get("mainEntity"))
    else:
        inner = content
    if isinstance(inner, list | Mapping) and depth < DEEPEST:
        for each in inner if isinstance(inner, list) else [inner]:
            yield from objects(each, depth + 1)


def is_article(content: Mapping[str, object]) -> bool:
    """Whether an object is an article of any kind."""
    kinds = content.get("@type")
    return any(
        str(kind).endswith(("Article", "BlogPosting", "Report", "LiveBlogPosting"))
        for kind in (kinds if isinstance(kinds, list) else [kinds])
    )


def read(content: Mapping[str, object]) -> LinkedData:
    """The fields of an article."""
    from html import unescape

    fields: dict[str, Value] = {}
    for key, name in FIELDS:
        found = [one_line(unescape(word[:3000])) for word in names(content.get(key))]
        joined = ", ".join(found) if name == "byline" else next(iter(found), "")
        if not (name == "byline" and joined.lower().startswith("http")):
            fields = with_field(fields, name, joined, RULE, CONFIDENCE)
    text = content.get("articleBody")
    language = content.get("inLanguage")
    return LinkedData(
        fields,
        unescape(text) if isinstance(text, str) else "",
        language_code(language) if isinstance(language, str) else "",
    )


def names(content: object) -> Iterator[str]:
    """A text, or the names of what an object or a list of them describes."""
    for each in content[:MOST] if isinstance(content, list) else [content]:
        found = each.get("name", each.get("@id", "")) if isinstance(each, Mapping) else each
        if isinstance(found, str):
            yield found
