"""Metadata before the text: between lines of `---` (YAML), of `+++` (TOML) or in braces (JSON)."""

import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath

from reader.articles.decode import one_line
from reader.articles.formats.clippings import original
from reader.articles.formats.fields import field_of, language_code, with_field
from reader.articles.formats.part import Part
from reader.articles.formats.tags import looks_marked_up
from reader.model.article import Value

RULE = "front matter"
CONFIDENCE = 0.99
LONGEST = 64 * 1024
"""Letters of front matter at most; what is longer is no front matter."""
LONGEST_BLANK = 2000
MOST_NAMES = 50
DEEPEST = 8
"""Metadata nests no deeper."""

YAML = re.compile(r"\s*---[ \t]*\n(.*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
TOML = re.compile(r"\s*\+\+\+[ \t]*\n(.*?\n)?\+\+\+[ \t]*(?:\n|$)", re.DOTALL)
JSON = re.compile(r"\s*\{")
UNCLOSED = re.compile(r"\s*[\"']?(?:\[[^\]]*|\{[^}]*)")
KEY_LINE = re.compile(r"([A-Za-z][\w -]{0,40}?)\s*:\s*(.*)")


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The text after its front matter, with the fields that the front matter states; nothing where there is none."""
    start = text[:LONGEST]
    found = YAML.match(start)
    mapping, aliases = yaml_mapping(found[1] or "") if found else ({}, 0)
    if found and mapping:
        return (replace(part(text, found.end(), mapping), notes=told(aliases)),)
    found = TOML.match(start)
    mapping = toml_mapping(found[1] or "") if found else {}
    if found and mapping:
        return (part(text, found.end(), mapping),)
    if JSON.match(start):
        mapping, end = json_mapping(start)
        if mapping and text[end : end + 1] in ("\n", "") and text[end:].lstrip()[:1] not in ("", "{", "["):
            return (part(text, end, mapping),)
    return ()


def told(aliases: int) -> tuple[str, ...]:
    """What a reader should know of references inside of front matter: they are not followed, so that none can grow."""
    count = f"{aliases:,} {'alias' if aliases == 1 else 'aliases'}"
    return (f"its front matter refers to itself: {count} (`*name`) were left out",) if aliases else ()


def part(text: str, end: int, mapping: Mapping[str, object]) -> Part:
    """What follows the front matter, with its fields."""
    fields: dict[str, Value] = {}
    language = ""
    for key, content in mapping.items():
        name, words = field_of(str(key)), one_line(", ".join(strings(content)))
        if name == "language":
            language = language_code(words)
        elif name == "section":
            fields = with_field(
                fields, name, one_line(next(strings(content), "")), RULE, CONFIDENCE, place(text, end, words)
            )
        elif name and name != "ignored":
            fields = with_field(fields, name, words, RULE, CONFIDENCE, place(text, end, words))
    if text[end : end + LONGEST_BLANK].lstrip()[:1] == "<" and looks_marked_up(text[end:]):
        return Part("", fields=fields, language=language, markup=text[end:])
    body, address = original(text[end:])
    fields = with_field(fields, "url", address, RULE, CONFIDENCE)
    return Part(body, end, fields, language, marked_up=True)


def place(text: str, end: int, words: str) -> tuple[int, int]:
    """Where the words stand in the front matter, if they stand there as they are."""
    start = text.find(words, 0, end) if words else -1
    return (start, start + len(words)) if start >= 0 else (0, 0)


def strings(content: object) -> Iterator[str]:
    """The words of a value, those of a list one by one, of a mapping its name."""
    if isinstance(content, list):
        named = content[1:2] if content[:1] == ["name"] else content[:MOST_NAMES]
    else:
        named = [content]
    for each in named:
        word = each.get("name", "") if isinstance(each, Mapping) else each
        if isinstance(word, str | int | float | date):
            yield str(word)


def yaml_mapping(source: str) -> tuple[Mapping[str, object], int]:
    """The mapping that YAML reads, each key with its words, and how many aliases are left out of it.

    Where it is malformed (`title: US: talks`) it is read line by line.

    Read from the parser's events: the loaders recurse, and 60,000 brackets crash the interpreter; aliases do not grow,
    and every scalar stays the text it is, so that no `no` becomes False and no date is out of range.
    """
    import yaml

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    try:
        return top_level(yaml.parse(source, Loader=loader))
    except (yaml.YAMLError, ValueError, RecursionError):
        return line_mapping(source), 0


def top_level(events: Iterable[object]) -> tuple[Mapping[str, object], int]:
    """The keys of the outermost mapping with all scalars below each; nothing where the outermost is no mapping.

    With it comes the number of aliases, which stand for nothing.
    """
    import yaml

    found: dict[str, list[str]] = {}
    key = ""
    depth = aliases = 0
    awaited = True
    for event in events:
        aliases += isinstance(event, yaml.AliasEvent)
        if isinstance(event, yaml.MappingStartEvent | yaml.SequenceStartEvent):
            depth += 1
            if depth > DEEPEST or (depth == 1 and isinstance(event, yaml.SequenceStartEvent)):
                raise ValueError(f"nested deeper than {DEEPEST}")
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            depth -= 1
            awaited = awaited or depth == 1
        elif isinstance(event, yaml.ScalarEvent | yaml.AliasEvent):
            words = str(event.value) if isinstance(event, yaml.ScalarEvent) else ""
            if depth == 1 and awaited:
                key, awaited = words, False
                found[key] = []
                continue
            if depth >= 1:
                found.setdefault(key, []).append(words)
            awaited = awaited or depth == 1
    return found, aliases


def line_mapping(source: str) -> Mapping[str, object]:
    """`key: value` lines, quotes taken off; what begins with a bracket that is never closed says nothing."""
    found = (KEY_LINE.fullmatch(line) for line in source.splitlines())
    return {match[1]: match[2].strip().strip("\"'") for match in found if match and not UNCLOSED.fullmatch(match[2])}


def toml_mapping(source: str) -> Mapping[str, object]:
    """The table that TOML reads; nothing where it is malformed."""
    try:
        return tomllib.loads(source)
    except (tomllib.TOMLDecodeError, ValueError, RecursionError):
        return {}


def json_mapping(source: str) -> tuple[Mapping[str, object], int]:
    """The object that a text begins with and where it ends."""
    start = len(source) - len(source.lstrip())
    try:
        content, end = json.JSONDecoder().raw_decode(source, start)
    except (ValueError, RecursionError):
        return {}, 0
    return (content, end) if isinstance(content, dict) else ({}, 0)
