"""Headlines of articles, with their marks, as lists show them, and the links from one article to others."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from reader.model.headline import Headline, Link, LinkKind, Marks, Story
from reader.store.asking import Ask, listed
from reader.store.kept_marks import KeptMarks
from reader.store.state_schema import MARKED
from reader.store.story_list import StoryList
from reader.stories.membership import shown

_COLUMNS = (
    "a.number, a.id, a.title, a.title_derived, a.title_confidence, a.day, a.day_confidence, a.outlet,"
    " a.outlet_confidence, a.agency, a.agency_confidence, a.section, a.place, a.words, a.minutes, a.story, a.copies,"
    " a.added, coalesce(s.read, 0), coalesce(s.favourite, 0), s.key"
)
_STORY = 15
"""Which of these columns is the story."""

_SHOWN = ("title", "date", "outlet", "agency", "section", "place")
"""Fields of a headline that can be corrected."""
_CONFIDENCES = ("title_confidence", "date_confidence", "outlet_confidence", "agency_confidence")


class Headlines:
    """The headlines of one folder."""

    def __init__(self, ask: Ask, kept: KeptMarks, stories: StoryList) -> None:
        self._ask = ask
        self._kept = kept
        self._stories = stories

    def of(self, numbers: Sequence[int]) -> list[Headline]:
        """The headlines of these articles in the same order, without those that have vanished."""
        rows = self._ask(f"SELECT {_COLUMNS} FROM article a {MARKED} WHERE a.number IN ({listed(numbers)})")
        marked = [row[-1] for row in rows if row[-1]]
        tags, said = self._kept.tags(marked), self._kept.corrections(marked)
        notes, highlights = self._kept.notes(marked), self._kept.highlighted(marked)
        stories = self._stories.stories(sorted({row[_STORY] for row in rows} - {0}))
        told = {story.number: story for story in stories}

        def marks(row: Sequence[Any]) -> Marks:
            *_, read, favourite, key = row
            return Marks(bool(read), bool(favourite), tags.get(key, ()), notes.get(key, ""), highlights.get(key, 0))

        by_number = {
            row[0]: _corrected(_headline(row, marks(row), told.get(row[_STORY])), said.get(row[-1], {})) for row in rows
        }
        return [by_number[number] for number in numbers if number in by_number]

    def links(self, number: int, limit: int) -> list[Link]:
        """What an article is related to, closest first, as the stories of both have it."""
        rows = self._ask(
            "SELECT l.other, l.score, l.kind, l.reasons, mine.story, theirs.story FROM link l"
            " JOIN article mine ON mine.number = l.article JOIN article theirs ON theirs.number = l.other"
            " WHERE l.article = :number",
            number=number,
        )
        found = {
            other: shown(score, LinkKind(kind), tuple(reasons.splitlines()), *stories)
            for other, score, kind, reasons, *stories in rows
        }
        closest = sorted(found, key=lambda other: (-found[other].score, other))[:limit]
        return [Link(headline, *found[headline.number]) for headline in self.of(closest)]


def _corrected(headline: Headline, said: Mapping[str, str]) -> Headline:
    """The headline with what the user says of it, also while the catalogue does not know that yet."""
    if not said:
        return headline
    shown = {field: text for field, text in said.items() if field in _SHOWN}
    sure = {f"{field}_confidence": 1.0 for field in shown if f"{field}_confidence" in _CONFIDENCES}
    derived = headline.title_derived and "title" not in shown
    return replace(headline, **shown, **sure, title_derived=derived)  # type: ignore[arg-type]


def _headline(row: Sequence[Any], marks: Marks, told: Story | None) -> Headline:
    number, identifier, title, derived, title_confidence, *rest, _, _, _ = row
    day, day_confidence, outlet, outlet_confidence, agency, agency_confidence, *others = rest
    section, place, words, minutes, story, copies, added = others
    return Headline(
        number=number,
        id=identifier,
        title=title,
        title_derived=bool(derived),
        title_confidence=title_confidence,
        date=day,
        date_confidence=day_confidence,
        outlet=outlet,
        outlet_confidence=outlet_confidence,
        agency=agency,
        agency_confidence=agency_confidence,
        section=section,
        place=place,
        words=words,
        minutes=minutes,
        story=story,
        copies=copies,
        outlets=len(told.outlets) if told else 0,
        story_day=told.last if told else "",
        story_begin=told.first if told else "",
        added=added,
        marks=marks,
    )
