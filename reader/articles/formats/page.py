"""Web pages and reader-view saves: what the page says about itself, and its main text parted from the rest."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from html import unescape
from pathlib import PurePosixPath

from reader.articles.decode import folded, one_line, plain
from reader.articles.formats import markup, tags
from reader.articles.formats.fields import language_code, with_field
from reader.articles.formats.linked_data import linked_data
from reader.articles.formats.markup import Container, Line, Outline, Outliner
from reader.articles.formats.part import Part
from reader.articles.formats.tags import Tag
from reader.errors import ArticleError
from reader.model.article import Value

RULE = "page metadata"
CONFIDENCE = 0.99
HEAD_START = 1024
SHORTEST = 30
"""Letters below which a page has no text."""
ENOUGH = 250
"""Letters of text that an element must hold to be taken at its word that it is the article."""
MAIN_SHARE = 0.65
"""Share of all running text that the element with the article holds."""
ARTICLE_SHARE = 0.4
"""Share of it that is enough for an element that is called `article`."""
RUNNING = 40
"""Letters from which a line counts as running text."""

PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}\?>\s*)?(?:<!--.{0,900}?-->\s*){0,3}<(?:!doctype\s+html|html|head|body|article|main|section|div|p|h1)\b",
    re.IGNORECASE | re.DOTALL,
)
OTHER_PAGE = frozenset({".html", ".htm", ".xhtml"})
BOOKMARKS = re.compile(r"<!doctype\s+netscape-bookmark-file|<title>\s*(?:pocket export|instapaper)", re.IGNORECASE)
SAVED_FROM = re.compile(
    r"<!--.{0,200}?(?:saved from url=(?:\(\d+\))?|\burl:\s?)(https?://[^\s<>\"]{1,2000})", re.DOTALL
)
SITE_TAIL = re.compile(r"(.{8,}\S)\s+(?:\||[-–—»·:])\s+([^|–—»]{2,50})")
NOT_TEXT = re.compile(
    r"(?:^|[\s_-])(?:related|shar(?:e|ing)\w*|social|newsletters?|comments?|promos?|cookies?|sidebar|breadcrumbs?|advert\w*|ads?|"
    r"recommend\w*|subscri\w*|trending|outbrain|taboola|footer|nav|menu|read-more|most-read|paywall|skip-link)(?:$|[\s_-])"
)
"""Words in the class or id of elements whose text is not the article's."""

METAS: Mapping[str, str] = {
    "og:title": "title",
    "article:published_time": "date",
    "og:article:published_time": "date",
    "datepublished": "date",
    "article.published": "date",
    "date": "date",
    "pubdate": "date",
    "publishdate": "date",
    "publish-date": "date",
    "published_time": "date",
    "parsely-pub-date": "date",
    "sailthru.date": "date",
    "citation_publication_date": "date",
    "dc.date": "date",
    "dc.date.issued": "date",
    "dcterms.date": "date",
    "dcterms.created": "date",
    "og:site_name": "outlet",
    "publisher": "outlet",
    "dc.publisher": "outlet",
    "author": "byline",
    "article:author": "byline",
    "parsely-author": "byline",
    "sailthru.author": "byline",
    "byl": "byline",
    "dc.creator": "byline",
    "article:section": "section",
    "parsely-section": "section",
    "og:description": "standfirst",
    "description": "standfirst",
    "og:url": "url",
    "twitter:title": "title",
    "dc.title": "title",
}
"""Names of `meta` elements by the field that they fill."""
WEAKER: Mapping[str, float] = {"standfirst": 0.8, "twitter:title": 0.9, "dc.title": 0.9, "publisher": 0.9, "date": 0.95}


@dataclass(slots=True)
class Head:
    """What a page says about itself outside of its text, gathered from its first tag to its last."""

    fields: dict[str, Value] = field(default_factory=dict)
    """The fields so far."""
    data: list[str] = field(default_factory=list)
    """Its pieces of JSON-LD."""
    title: str = ""
    """Its title for the window of the browser."""
    language: str = ""
    """The language that it says it is in."""
    inside: str = ""
    """The element whose text comes next: `title` or `data`."""

    def read(self, token: str | Tag) -> None:
        """Take the next text or tag."""
        if isinstance(token, str):
            if self.inside == "title" and not self.title:
                self.title = one_line(unescape(token[:1000]))
            elif self.inside == "data":
                self.data.append(token)
            self.inside = ""
            return
        self.inside = ""
        if token.closing or token.name not in ("meta", "link", "title", "script", "html", "time"):
            return
        found = token.attributes()
        match token.name:
            case "title":
                self.inside = "title"
            case "script":
                self.inside = "data" if "ld+json" in found.get("type", "").lower() else ""
            case "html":
                self.language = self.language or language_code(found.get("lang", found.get("xml:lang", "")))
            case "link" if found.get("rel", "").lower() == "canonical":
                self.state("url", found.get("href", ""), CONFIDENCE)
            case "time" if "pubdate" in token.source or found.get("itemprop", "").lower() == "datepublished":
                self.state("date", found.get("datetime", ""), 0.9)
            case "meta":
                self.meta(found)

    def meta(self, found: Mapping[str, str]) -> None:
        """Take what a `meta` element says."""
        for key in ("property", "name", "itemprop"):
            name = found.get(key, "").lower()
            if name in METAS:
                self.state(METAS[name], found.get("content", ""), WEAKER.get(name, WEAKER.get(METAS[name], CONFIDENCE)))
                return

    def state(self, name: str, content: str, confidence: float) -> None:
        """Take a field, unless one at least as sure is known."""
        content = one_line(content[:5000])
        if not (name == "byline" and content.lower().startswith("http")):
            self.fields = with_field(self.fields, name, content, RULE, confidence)


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:
    """The article of a page; nothing for another format. Raises ArticleError for a page without text."""
    is_page = PAGE.match(text[: 4 * HEAD_START])
    if not is_page and not (path.suffix.lower() in OTHER_PAGE and tags.looks_marked_up(text)):
        return ()
    if BOOKMARKS.search(text[:HEAD_START]):
        raise ArticleError("a bookmark list: links, no text")
    return (part(text),)


def part(text: str) -> Part:
    """The article of a page. Raises ArticleError where there is no text."""
    head, gathered = Head(), Outliner()
    for token in tags.tokens(text):
        head.read(token)
        gathered.read(token)
    found = gathered.outline()
    data = linked_data(head.data)
    fields = merged(data.fields, head.fields)
    saved = SAVED_FROM.match(text[:HEAD_START].lstrip())
    if saved:
        fields = with_field(fields, "url", saved[1], RULE, 0.9)
    main = main_lines(found)
    letters = sum(len(line.text) for line in main)
    if letters < ENOUGH and len(data.text) > 2 * letters:
        return Part(plain(data.text), fields=with_title(fields, head, found), language=head.language or data.language)
    if letters < SHORTEST:
        raise ArticleError(
            "a web page with no text of an article: perhaps it is made by a script; save it from reader view"
        )
    fields = without_repeated_standfirst(with_title(fields, head, found), main)
    kept = set(map(id, main))
    rest = (replace(line, aside=True) for line in found.lines if id(line) not in kept)
    pieces = tuple(markup.typed_pieces([*main, *rest]))
    return Part("", fields=fields, language=head.language or data.language, pieces=pieces)


def merged(first: Mapping[str, Value], second: Mapping[str, Value]) -> dict[str, Value]:
    """Of two statements on a field the surer one, of equals the first."""
    found = dict(first)
    for name, value in second.items():
        if name not in found or found[name].confidence < value.confidence:
            found[name] = value
    return found


def with_title(fields: dict[str, Value], head: Head, found: Outline) -> dict[str, Value]:
    """The fields with a title, from the first heading or the window's title where the page states none."""
    headings = [line.text for line in found.lines if line.name == "h1" and not line.aside and len(line.text) <= 300]
    if headings and folded(headings[0]) in folded(head.title):
        fields = with_field(fields, "title", headings[0], "page heading", 0.9)
    elif len(headings) == 1:
        fields = with_field(fields, "title", headings[0], "page heading", 0.85)
    fields = with_field(fields, "title", head.title, "page title", 0.8)
    title = fields.get("title", Value())
    fields = with_site(fields, SITE_TAIL.fullmatch(head.title), title)
    outlet = fields.get("outlet", Value())
    tail = SITE_TAIL.fullmatch(title.text)
    if tail and outlet and (folded(tail[2]) in folded(outlet.text) or folded(outlet.text) in folded(tail[2])):
        return {**fields, "title": replace(title, text=tail[1])}
    return fields


def with_site(fields: dict[str, Value], tail: "re.Match[str] | None", title: Value) -> dict[str, Value]:
    """The fields with what stands behind the headline in the window's title as outlet, if it is short."""
    if tail and len(tail[2].split()) <= 4 and folded(title.text).startswith(folded(tail[1])):
        return with_field(fields, "outlet", tail[2], "page title", 0.6)
    return fields


def without_repeated_standfirst(fields: dict[str, Value], main: Iterable[Line]) -> dict[str, Value]:
    """The fields without a description that is cut from the text or says the title again."""
    standfirst = fields.get("standfirst", Value())
    bare = folded(standfirst.text).rstrip(" .…")
    if not bare:
        return fields
    said = [folded(line.text) for line in main]
    if (
        len(bare) < SHORTEST
        or bare == folded(fields.get("title", Value()).text)
        or any(bare[:150] in line for line in said)
    ):
        return {name: value for name, value in fields.items() if name != "standfirst"}
    return fields


def main_lines(found: Outline) -> list[Line]:
    """The lines of the article, those that are not its text marked as aside."""
    weights = text_weights(found)
    chosen = main_container(found.containers, weights)
    inside = [number == chosen for number in range(len(found.containers))]
    unwanted = [False] * len(found.containers)
    for number, container in enumerate(found.containers):
        if number != chosen and container.parent >= 0 and inside[container.parent]:
            inside[number] = True
            unwanted[number] = unwanted[container.parent] or is_unwanted(container, weights[number], weights[chosen])
    return [line for line in found.lines if inside[line.container] and not unwanted[line.container] and not line.aside]


def is_unwanted(container: Container, weight: int, whole: int) -> bool:
    """Whether an element inside of the article is for sharing, advertising and the like, and no large part of it."""
    return weight < MAIN_SHARE * whole and bool(container.marks and NOT_TEXT.search(container.marks[:300]))


def text_weights(found: Outline) -> list[int]:
    """For each element the letters of running text in it and in all that it holds."""
    weights = [0] * len(found.containers)
    for line in found.lines:
        if len(line.text) >= RUNNING and line.linked * 2 < len(line.text) and not line.aside:
            weights[line.container] += len(line.text) - line.linked
    for number in range(len(weights) - 1, 0, -1):
        weights[found.containers[number].parent] += weights[number]
    return weights


def main_container(containers: tuple[Container, ...], weights: list[int]) -> int:
    """The number of the element that holds the article: one that says so, else the smallest with most of the text."""
    said = [
        number for number, each in enumerate(containers) if "articlebody" in each.marks and weights[number] >= ENOUGH
    ]
    said = said or [number for number, each in enumerate(containers) if each.name == "article"]
    best = max(said, key=lambda number: weights[number], default=0)
    if best and weights[best] >= max(ENOUGH, ARTICLE_SHARE * weights[0]):
        return best
    mains = [number for number, each in enumerate(containers) if each.name == "main" or "main" in each.marks.split()]
    best = max(mains, key=lambda number: weights[number], default=0)
    return smallest(
        containers, weights, best if best and weights[best] >= max(ENOUGH, ARTICLE_SHARE * weights[0]) else 0
    )


def smallest(containers: tuple[Container, ...], weights: list[int], start: int) -> int:
    """From an element down to the smallest one with most of its text; they stand in the order of a document."""
    for number in range(start + 1, len(containers)):
        if (
            containers[number].parent == start
            and weights[number] > 0
            and weights[number] >= MAIN_SHARE * weights[start]
        ):
            start = number
    return start
