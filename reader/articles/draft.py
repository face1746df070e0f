"""An article in the making: pieces of text not yet typed, and the best value found so far for each field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import PurePosixPath

from reader.articles.dates import FoundDate
from reader.model.article import BlockKind, Span, Value

EARLY = 2
"""Days by which a day of publication may lie ahead: time zones, and papers dated for tomorrow."""
EITHER_WAY = 0.5
"""Confidence in a date whose day and month might be exchanged."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A line or paragraph of the text."""

    text: str
    """Its words, one line."""
    span: Span
    """Where it stands in the decoded text."""
    kind: BlockKind | None = None
    """What it is, once that is known."""

    def cut(self, start: int, end: int | None = None) -> "Piece":
        """The part of it between two offsets of its text, without the spaces around."""
        kept = self.text[start:end]
        left = start + len(kept) - len(kept.lstrip())
        kept = kept.strip()
        begin = self.span[0] + left
        return replace(self, text=kept, span=(begin, max(begin, min(self.span[1], begin + len(kept)))))


@dataclass(frozen=True, slots=True)
class Draft:
    """What is known of an article while the rules run, one after the other."""

    path: PurePosixPath
    """Where its file stands inside the folder."""
    head: tuple[Piece, ...]
    """What stands before the first prose: title, date, byline, menus."""
    body: tuple[Piece, ...]
    """The first prose and all after it."""
    today: date
    """No article is published later than this, give or take a time zone."""
    values: Mapping[str, Value] = field(default_factory=dict)
    """The best value so far of each field of an Article."""
    notes: tuple[str, ...] = ()
    """Sentences for the reader."""
    marked_up: bool = False
    """Whether the text is Markdown."""
    days: tuple[Value, ...] = ()
    """Every day that a rule took for that of publication, whether or not a surer one was known."""

    def value(self, name: str) -> Value:
        """What is known of a field; an empty value where nothing is."""
        return self.values.get(name, Value())

    def stated(self, name: str, text: str, rule: str, confidence: float, span: Span = (0, 0)) -> "Draft":
        """The draft with this value, unless one at least as sure is known."""
        return self.surest(name, Value(text, rule, confidence, span))

    def surest(self, name: str, value: Value) -> "Draft":
        """The same with a value that says more than its words."""
        if not value or self.value(name).confidence >= value.confidence:
            return self
        return replace(self, values={**self.values, name: value})

    def dated(self, found: FoundDate, rule: str, confidence: float, span: Span = (0, 0)) -> "Draft":
        """The draft with this day of publication; one that can be read both ways is likely only, none lies ahead."""
        days = [day for day in (found.day, found.other) if day and (day - self.today).days <= EARLY]
        if not days:
            return self
        day, other = days[0].isoformat(), "".join(each.isoformat() for each in days[1:])
        told = Value(day, rule, min(confidence, EITHER_WAY) if other else confidence, span, other, found.time)
        return replace(self.surest("date", told), days=(*self.days, told))

    def without(self, name: str) -> "Draft":
        """The draft with nothing known of a field."""
        return replace(self, values={key: value for key, value in self.values.items() if key != name})

    def with_head(self, pieces: Iterable[Piece]) -> "Draft":
        """The draft with other pieces before its prose."""
        return replace(self, head=tuple(pieces))

    def with_body(self, pieces: Iterable[Piece]) -> "Draft":
        """The draft with other pieces from its prose on."""
        return replace(self, body=tuple(pieces))

    def noted(self, sentence: str) -> "Draft":
        """The draft with one more sentence for the reader."""
        return self if sentence in self.notes else replace(self, notes=(*self.notes, sentence))
