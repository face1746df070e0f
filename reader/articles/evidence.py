"""Why an article is shown as it is: every value with the rule that found it, how sure it is, and where it was read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from reader.articles.corrections import FIELDS, RULE
from reader.articles.decode import folded
from reader.model.article import LIKELY, SURE, Article, Value
from reader.told import month_told

CONTEXT = 28
"""Characters shown before and after the words that were read."""
NOTHING = Value()
LONGEST_QUOTE = 140
"""Characters of those words at most."""

RULES = {
    "crawl mark": "crawl mark at the top",
    "front matter": "front matter at the top",
    "header block": "block of headers at the top",
    "json": "a field of the record",
    "page metadata": "metadata of the page",
    "mail header": "header of the mail",
    "highlights": "highlights at the end of the file",
    "outlet prefix": "name before the first words of the text",
    "dateline": "dateline at the beginning of the text",
    "dateline and year": "day in the dateline, year from elsewhere in the file",
    "credit line": "line of credit",
    "link line": "line with a link at the end",
    "in-text agency": "named in the text as where the news comes from",
    "tweet date": "the latest tweet that it quotes; it may be younger",
    "page line": "line of the page around the text",
    "folder name": "name of its folder",
    "file name": "name of the file",
    "address": "address of the page",
    "page title": "title of the page",
    "date line": "line with a date beside the title",
    "byline": "line that names the writer",
    "section line": "line above the title that is a section's name",
    "before the date": "line before the date",
    "reports tail": "end of the first paragraph, “… reports”",
    "first paragraph": "first paragraph, short and under the title",
    "place prefix": "place before the title",
    "outlet line": "line above the title that is a name",
    "agency line": "line that is an agency's name",
    "name line": "line under the title that is a person's name",
    "under the title": "sentence under the title",
    "derived": "made from the first sentence, because the file has no title",
    "first line": "first line that reads as a title",
    RULE: "your correction",
}
"""Rules in words; a rule that is missing here, such as the name of an export format, is in words already."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact about an article, and what speaks for it."""

    field: str
    """What it is about: a field of the article, `encoding`, or `note`."""
    text: str
    """The value as it is shown, empty for none."""
    why: str
    """Where it comes from, in words."""
    confidence: float = 0.0
    """As in `Value`; 0 where there is no figure."""
    before: str = ""
    """Text before the words where it was read."""
    words: str = ""
    """The words where it was read, empty where they cannot be shown."""
    after: str = ""
    """Text after them."""
    corrected: bool = False
    """Whether the user said so."""

    @property
    def correctable(self) -> bool:
        """Whether the user may say what it is."""
        return self.field in FIELDS

    @property
    def sureness(self) -> str:
        """How sure it is, in a word; empty where there is no figure."""
        if self.corrected or not self.confidence:
            return ""
        return "sure" if self.confidence >= SURE else "likely" if self.confidence >= LIKELY else "weak"


def evidence(article: Article, values: Mapping[str, str], text: str, copied: Value = NOTHING) -> tuple[Evidence, ...]:
    """Every field of an article as the rules found it, with what the user says in its place, then encoding and notes.

    `text` is the decoded text of its file, in which the values' spans count; `copied` is the day that a copy tells of
    an article without one, its rule the words that name the copy.
    """
    if copied and not article.date:
        article = replace(article, date=copied)
    told = [_field(field, article, values, text) for field in FIELDS]
    name, guessed, _ = article.encoding.partition(" (guessed)")
    how = "guessed from the bytes: nothing in the file says it" if guessed else "as the bytes of the file say"
    told.append(Evidence("encoding", name, how))
    return (*told, *(Evidence("note", note, "") for note in article.notes))


def _field(field: str, article: Article, values: Mapping[str, str], text: str) -> Evidence:
    found = getattr(article, field)
    value = found if isinstance(found, Value) else Value(str(found), "")
    if field in values:
        was = f"the file says {value.text}" if value else "the file says nothing"
        return Evidence(field, values[field], f"{RULES[RULE]}; {was}", 1.0, corrected=True)
    if not value:
        bound = article.not_before.text if field == "date" else ""
        newest = f"; the newest day in its text is {bound}" if bound else ""
        return Evidence(field, "", f"nothing in the file names it{newest}")
    if field == "language":
        return Evidence(field, value.text, "stated by the file, or seen by its script and its commonest words")
    return Evidence(
        field, value.text, RULES.get(value.rule, value.rule), value.confidence, *_quoted(value, field, text)
    )


def _quoted(value: Value, field: str, text: str) -> tuple[str, str, str]:
    """The words at a value's span with a little around them; nothing where they do not hold the value."""
    start, end = value.span
    words = text[start:end]
    if not words.strip() or not _holds(words, value.text, field):
        return "", "", ""
    place = words.find(value.text)
    if place >= 0:  # a rule may tell the whole line
        start, end = start + place, start + place + len(value.text)
        words = value.text
    before = text[max(0, start - CONTEXT) : start].rpartition("\n")[2]
    after = text[end : end + CONTEXT].partition("\n")[0]
    shown = " ".join(words.split())
    if len(shown) > LONGEST_QUOTE:
        return before, f"{shown[:LONGEST_QUOTE].rstrip()}…", ""
    return before, shown, after


def _holds(words: str, value: str, field: str) -> bool:
    """Whether a passage can be where a value was read: in some containers spans count in a part of the file."""
    if field == "date":
        year, month, day = value.split("-") if value.count("-") == 2 else (value, "0", "0")
        numbers = {int(number) for number in re.findall(r"\d{1,4}", words, re.ASCII)}
        named = (
            month.isdecimal()
            and 0 < int(month) < 13
            and month_told(int(month), short=True).casefold() in words.casefold()
        )
        return int(day) in numbers and (int(year) in numbers or int(year) % 100 in numbers or named)
    known = folded(words)
    return any(len(word) > 1 and word in known for word in folded(value).split()) or value in words
