"""`Key: value` lines before the text, as mail has them; also what newsboat saves, in any language."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from reader.articles.dates import find_dates
from reader.articles.formats.fields import field_of, language_code, with_field
from reader.articles.formats.part import Part
from reader.model.article import Span, Value

RULE = "header block"
CONFIDENCE = 0.97
MOST_LINES = 30
LONGEST_LINE = 2000
ALONE = frozenset({"title"})
"""Fields that make a header even without a second line."""

KEY_LINE = re.compile(r"([^\W\d_][\w -]{0,30}?)(?:\s?:(?:[ \t]+(\S.*)|[ \t]*)|：[ \t]*(\S.*)?)")
LINKS = re.compile(r"\n[^\W\d_]{2,20}: ?\n(?=\[1\]: ?\S+)")
MARKER = re.compile(r"\[\d{1,3}\]")


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line of a header with the lines folded into it."""

    key: str
    """What stands before the colon."""
    text: str
    """What stands after it."""
    span: Span
    """Where the text after the colon stands."""


def parts(text: str, path: PurePosixPath) -> tuple[Part, ...]:  # noqa: ARG001 (a format is asked with text and path)
    """The text after its header, with the fields that the header states; nothing where there is none."""
    lines, end = header_lines(text)
    names = [field_of(line.key) for line in lines]
    newsboat = newsboat_names(lines)
    known = [name for name in names if name]
    if newsboat and known.count("ignored") + len(set(known)) < len(lines):
        names = newsboat
    elif not lines or len(known) < len(lines) * 0.6 or not is_header(known):
        return ()
    fields: dict[str, Value] = {}
    language = ""
    for line, name in zip(lines, names, strict=True):
        if name == "language":
            language = language_code(line.text)
        elif name and name != "ignored":
            fields = with_field(fields, name, line.text, RULE, CONFIDENCE, line.span)
    body = text[end:]
    return (Part(without_links(body) if newsboat else body, end, fields, language),)


def is_header(names: Sequence[str]) -> bool:
    """Whether known keys are enough to be no accident."""
    return len(set(names)) >= 2 or (len(names) == 1 and names[0] in ALONE)


def header_lines(text: str) -> tuple[list[HeaderLine], int]:
    """The lines of a header that begins a text and ends at a blank line, and where the text after it begins."""
    found: list[HeaderLine] = []
    position = len(text) - len(text.lstrip("\n \t"))
    while position < len(text) and len(found) < MOST_LINES:
        end = text.find("\n", position)
        end = len(text) if end < 0 else end
        line = text[position : min(end, position + 2000)]
        if not line.strip():
            return found, end
        match = KEY_LINE.fullmatch(line.rstrip())
        if line[0] in " \t" and found:
            last = found[-1]
            if len(last.text) > LONGEST_LINE:
                return [], 0
            found[-1] = HeaderLine(
                last.key, f"{last.text} {line.strip()}", (last.span[0], position + len(line.rstrip()))
            )
        elif match and "|" not in line:
            said = 2 if match[2] else 3
            start = position + (match.start(said) if match[said] else match.end())
            found.append(HeaderLine(match[1], (match[said] or "").strip(), (start, position + len(line.rstrip()))))
        else:
            return [], 0
        position = end + 1
    return (found, len(text)) if len(found) < MOST_LINES else ([], 0)


def newsboat_names(lines: Sequence[HeaderLine]) -> list[str]:
    """The fields of a header in newsboat's order, in whatever language its labels are; empty for another header.

    newsboat writes feed, title, author, date and link, each only if it has it; a date and then a link betray it.
    """
    address = next((index for index, line in enumerate(lines) if line.text.startswith(("http://", "https://"))), -1)
    if address < 2 or not find_dates(lines[address - 1].text):
        return []
    before = {1: ["title"], 2: ["outlet", "title"], 3: ["outlet", "title", "byline"]}.get(address - 1)
    if before is None:
        return []
    return [*before, "date", "url", *["ignored"] * (len(lines) - address - 1)]


def without_links(body: str) -> str:
    """The text without the numbered list of links at its end and the numbers that point to it."""
    found = list(LINKS.finditer(body))
    if not found:
        return body
    text = body[: found[-1].start()]
    return MARKER.sub(lambda mark: " " * len(mark[0]), text)
