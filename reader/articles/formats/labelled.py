"""Labels at the beginnings of lines, as the exports of press databases have them: `HEADLINE: …`, `HD   …`."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reader.articles.decode import one_line
from reader.articles.formats.fields import with_field
from reader.model.article import Span, Value

CONFIDENCE = 0.97
LONGEST = 3000
"""Letters of a value; what is longer is cut."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label with all that stands between it and the next."""

    label: str
    """The label in capitals."""
    text: str
    """What follows it, as it stands."""
    span: Span
    """Where that stands in the decoded text of the file."""

    def first_paragraph(self) -> str:
        """The words up to a blank line, on one line."""
        return one_line(re.split(r"\n[ \t]*\n", self.text.strip("\n")[:LONGEST], maxsplit=1)[0])


def labelled(text: str, start: int, end: int, pattern: "re.Pattern[str]") -> list[Labelled]:
    """The labels of a stretch of text; `pattern` finds a label as its first group."""
    found = list(pattern.finditer(text, start, end))
    ends = [*(each.start() for each in found[1:]), end][: len(found)]
    return [
        Labelled(each[1].upper(), text[each.end() : stop], (each.end(), stop))
        for each, stop in zip(found, ends, strict=True)
    ]


def stated(found: Iterable[Labelled], names: Mapping[str, str], rule: str) -> dict[str, Value]:
    """The fields that labels fill."""
    fields: dict[str, Value] = {}
    for each in found:
        name = names.get(each.label, "")
        if name:
            words = each.first_paragraph()
            if name == "section":
                words = re.split(r";|, ?(?:Pg|S|p|page)\b\.? ?", words)[0].strip()
            fields = with_field(fields, name, words, rule, CONFIDENCE, each.span)
    return fields


def body(found: Sequence[Labelled], labels: Sequence[str]) -> Span:
    """From the first to the end of the last of the labels that the text has; (0, 0) where there is none."""
    spans = [each.span for each in found if each.label in labels]
    return (spans[0][0], spans[-1][1]) if spans else (0, 0)


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
