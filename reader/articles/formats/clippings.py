"""Markdown in which other readers save articles: a list under `## Metadata` (Readwise), or links above (Omnivore).

https://readwise.io/reader, https://github.com/omnivore-app/obsidian-omnivore
"""

import re
from pathlib import PurePosixPath

from reader.articles.decode import one_line
from reader.articles.formats.fields import field_of, language_code, with_field
from reader.articles.formats.part import Part
from reader.articles.markdown import without_markup
from reader.model.article import Value

RULE = "clipping"
CONFIDENCE = 0.97
LOOKED_AT = 8000
"""Letters among which the list stands."""
FEWEST = 2
"""Known keys that make the list one of metadata."""
MOST_LINES = 40

TITLE = re.compile(r"\s*#\s+([^\n]{1,500})\n")
HEAD = re.compile(r"^##\s+(?:Metadata|Metadaten|Métadonnées|Metadatos)[ \t]*\n", re.MULTILINE | re.IGNORECASE)
ENTRY = re.compile(r"\s*[-*]\s+(?:\*\*)?([^\W\d_][\w -]{0,30}?)(?:\*\*)?\s?:(?:\*\*)?\s?(.*)")
FULL = re.compile(r"^##\s+(?:Full Document|Full Text|Article|Content)[ \t]*\n", re.MULTILINE | re.IGNORECASE)
VIEW = re.compile(r"\s?\(?\[(?:View (?:Highlight|Tweet)|Location [\d,-]+|⤴️|Link)\]\([^()\s]{1,1000}\)\)?")
"""The link behind each highlight, back to where it was marked."""
ORIGINAL = re.compile(r"^\[Read (?:Original|on \w+)\]\((https?://[^()\s]{1,1000})\)[ \t]*\n", re.MULTILINE)
LABEL = re.compile(r"^#\w{1,30}[ \t]*\n", re.MULTILINE)


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The text with what its list says; nothing for another format."""
    title = TITLE.match(text[:LOOKED_AT])
    head = HEAD.search(text, 0, LOOKED_AT)
    if not title or not head or text[title.end() : head.start()].count("\n") > MOST_LINES:
        return ()
    fields, language, end = listed(text, head.end())
    if len(fields) < FEWEST:
        return ()
    fields = with_field(fields, "title", without_markup(title[1]), RULE, 0.9, title.span(1))
    full = FULL.search(text, end)
    body = without_links(text[full.end() if full else end :])
    return (Part(body, len(text) - len(body), fields, language, marked_up=True),)


def listed(text: str, start: int) -> tuple[dict[str, Value], str, int]:
    """The fields and the language that the entries of a list state, and where it ends."""
    fields: dict[str, Value] = {}
    language = ""
    at = start
    for _ in range(MOST_LINES):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        entry = ENTRY.fullmatch(text[at : min(end, at + 5000)])
        if not entry and text[at:end].strip():
            break
        name = field_of(entry[1]) if entry else ""
        if entry and name == "language":
            language = language_code(entry[2])
        elif entry and name not in ("", "ignored") and not (name == "section" and entry[2].startswith("#")):
            words = one_line(entry[2] if name == "url" else without_markup(entry[2]))
            fields = with_field(fields, name, words, RULE, CONFIDENCE, (at + entry.start(2), at + entry.end(2)))
        at = min(end + 1, len(text))
    return fields, language, at


def without_links(body: str) -> str:
    """A body without the links that lead back to the program; as long as before, so that places stay right."""
    return VIEW.sub(lambda found: " " * len(found[0]), body) if "](" in body else body


def original(body: str) -> tuple[str, str]:
    """A body without the lines that a program puts above it, and the address of the article that they hold."""
    start = body[:LOOKED_AT]
    found = list(ORIGINAL.finditer(start))
    if not found:
        return body, ""
    start = LABEL.sub(lambda each: " " * (len(each[0]) - 1) + "\n", start, count=3)
    start = ORIGINAL.sub(lambda each: " " * (len(each[0]) - 1) + "\n", start)
    return without_links(start + body[LOOKED_AT:]), found[-1][1]
