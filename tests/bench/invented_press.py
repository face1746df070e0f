"""Invents news: a vocabulary with Zipf frequencies, people, outlets, events, and texts that report them.

All chance comes from `random.Random(seed).random()`, whose sequence Python guarantees; no clock, locale or function of
the C library's mathematics takes part.
"""

import random
from bisect import bisect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import accumulate
from typing import TypeVar

Thing = TypeVar("Thing")
Paragraphs = list[list[str]]
"""A text: its paragraphs, each a list of sentences."""

VOCABULARY = 30_000
"""Invented words, besides the English function words."""
FIRST_DAY = date(2024, 1, 1)
DAYS = 400
"""Days over which the stories begin."""
SUBJECTS = 60
"""Lasting subjects, whose stories share words and people without being one story."""

FUNCTION_WORDS = """the of to and a in that for on with as at by from it its this which an their be are were not or but
they his her he she also after more who than about into over been between when new other some two would could under out
up all against during one only no many most there where before while through both since such time these those our we
year years first last week month day days people group part state public made make take says because very may should
being them then so if what can cannot within without around among across until still"""
"""Frequent words of English, most frequent first, between blanks."""
VERBS = ["said", "was", "has", "will", "had", "is", "told", "announced", "remains", "continued"]
WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
SECTIONS = ["Politics", "Business", "World", "Science", "Health", "Sports", "Technology", "Culture"]
AGENCIES = ["Reuters", "Xinhua", "AFP", "ANI"]
PLACES = [
    "Baghdad",
    "Nairobi",
    "Lima",
    "Oslo",
    "Manila",
    "Accra",
    "Dhaka",
    "Vienna",
    "Quito",
    "Ankara",
    "Hanoi",
    "Tunis",
    "Madrid",
    "Warsaw",
    "Ottawa",
]
ROLES = [
    "minister",
    "spokesman",
    "director",
    "senator",
    "professor",
    "mayor",
    "judge",
    "governor",
    "ambassador",
    "chairwoman",
]
HEADLINE_VERBS = [
    "rejects",
    "announces",
    "delays",
    "approves",
    "investigates",
    "welcomes",
    "defends",
    "reopens",
    "suspends",
    "questions",
]
PAPERS = ["Courier", "Herald", "Tribune", "Gazette", "Observer", "Chronicle", "Monitor", "Dispatch"]
CONSONANTS = "b br ch d dr f g gl h j k kl l m n p pr r s sh st t tr v w z"


class Dice:
    """Chance that falls the same way on every machine."""

    def __init__(self, seed: int) -> None:
        self.roll: Callable[[], float] = random.Random(seed).random

    def number(self, low: int, high: int) -> int:
        """A whole number from low to high, both included."""
        return low + int(self.roll() * (high - low + 1))

    def one(self, things: Sequence[Thing]) -> Thing:
        """One of the things."""
        return things[int(self.roll() * len(things))]

    def some(self, things: Sequence[Thing], many: int) -> list[Thing]:
        """Different ones of the things, in the order drawn."""
        left = list(things)
        return [left.pop(int(self.roll() * len(left))) for _ in range(many)]


@dataclass(frozen=True, slots=True)
class Subject:
    """What several stories are about."""

    words: list[str]
    """Words that its stories use often."""
    people: list[str]
    """Persons that return in its stories."""
    section: str
    """Where the papers print it."""


@dataclass(frozen=True, slots=True)
class Event:
    """What one story reports."""

    words: list[str]
    """Topic words: some of its subject, some its own."""
    people: list[str]
    """Three persons, first name and surname."""
    role: str
    """What the first of them is."""
    place: str
    """Where it happened."""
    section: str
    """Where the papers print it."""
    day: date
    """When it happened."""


@dataclass(frozen=True, slots=True)
class Version:
    """One article: a text under a head."""

    title: str
    """Its headline, also where the layout prints none."""
    paragraphs: Paragraphs
    """Its text."""
    outlet: str
    """Who published it."""
    agency: str
    """The wire it credits."""
    day: date
    """When it was published."""
    kind: str
    """`original`, `copy`, `edited copy` or `rewrite`."""
    of: int = -1
    """Which earlier version of the story its text was made from; -1 for none."""
    changed: float = 0.0
    """Share of that version's sentences that were changed."""


class Press:
    """Invents words, people, outlets and sentences."""

    def __init__(self, dice: Dice) -> None:
        self.dice = dice
        syllables = [a + b for a in CONSONANTS.split() for b in "aeiou"]
        invented = self._names(syllables, "", "n", "r", "s", "l", "t", "m", "nd", "st", many=VOCABULARY)
        self.words = FUNCTION_WORDS.split() + sorted(invented, key=len)
        self.rare = self.words[600:]
        self.limits = list(accumulate(1 / (rank + 2.7) for rank in range(len(self.words))))
        self.first_names = [name.title() for name in self._names(syllables, "", "n", "s", "ra", "lle", many=300)]
        self.surnames = [name.title() for name in self._names(syllables, "ski", "man", "ez", "ov", "ner", many=3000)]
        self.outlets = [f"{name.title()} {dice.one(PAPERS)}" for name in self._names(syllables, "", "n", "r", many=60)]
        self.subjects = [self._subject() for _ in range(SUBJECTS)]

    def _names(self, syllables: list[str], *endings: str, many: int) -> list[str]:
        found: dict[str, None] = {}
        taken = {*FUNCTION_WORDS.split(), *VERBS}
        while len(found) < many:
            word = "".join(self.dice.one(syllables) for _ in range(self.dice.number(1, 3) + 1)) + self.dice.one(endings)
            if word not in taken:
                found[word] = None
        return list(found)

    def _subject(self) -> Subject:
        words = [self.dice.one(self.rare) for _ in range(150)]
        return Subject(words, [self.person() for _ in range(12)], self.dice.one(SECTIONS))

    def person(self) -> str:
        """A new person."""
        return f"{self.dice.one(self.first_names)} {self.dice.one(self.surnames)}"

    def event(self) -> Event:
        """A new event of one of the subjects."""
        dice = self.dice
        subject = dice.one(self.subjects)
        words = dice.some(subject.words, 8) + [dice.one(self.rare) for _ in range(8)]
        people = [self.person(), dice.one(subject.people), self.person()]
        day = FIRST_DAY + timedelta(days=dice.number(0, DAYS - 1))
        return Event(words, people, dice.one(ROLES), dice.one(PLACES), subject.section, day)

    def title(self, event: Event) -> str:
        """A headline of about nine words, without a final stop."""
        dice = self.dice
        surname = event.people[0].split()[1]
        first, second, third, fourth = dice.some(event.words, 4)
        return f"{surname} {dice.one(HEADLINE_VERBS)} {first} {second} in {event.place} after {third} {fourth} vote"

    def text(self, event: Event, words: int) -> Paragraphs:
        """A text of about so many words."""
        wanted = int(words * (0.7 + 0.6 * self.dice.roll())) - 8
        opening = self._opening(event)
        paragraphs, written = [[opening]], len(opening.split())
        while written < wanted:
            paragraph = []
            for _ in range(self.dice.number(1, 3)):
                if written >= wanted:
                    break
                length = self.dice.number(11, 26)
                paragraph.append(self.sentence(event, length))
                written += length
            paragraphs.append(paragraph)
        return paragraphs

    def _opening(self, event: Event) -> str:
        person, place, weekday = event.people[0], event.place, WEEKDAYS[event.day.weekday()]
        rest = self.sentence(event, 16)
        rest = rest[0].lower() + rest[1:]
        if self.dice.roll() < 0.5:
            return f"The {event.role} {person} said on {weekday} in {place} that {rest}"
        return f"Officials in {place} said on {weekday} that the {event.role} {person} was told that {rest}"

    def sentence(self, event: Event, length: int) -> str:
        """A sentence of so many words: Zipf words, a verb, some topic words, sometimes a name or a quotation."""
        roll, limits, stock = self.dice.roll, self.limits, self.words
        total = limits[-1]
        words = [stock[bisect(limits, roll() * total)] for _ in range(length)]
        topics = event.words
        for _ in range(length // 6):
            words[int(roll() * length)] = topics[int(roll() * len(topics))]
        words[2] = VERBS[int(roll() * len(VERBS))]
        chance = roll()
        if chance < 0.4:
            person = event.people[int(roll() * 3)]
            words[int(roll() * 2) * 3] = person if chance < 0.15 else person.split()[1]
        words[0] = words[0][0].upper() + words[0][1:]
        if chance > 0.93:
            return f"“{' '.join(words)},” {event.people[0].split()[1]} said."
        return f"{' '.join(words[: length // 2])}{',' if chance > 0.7 else ''} {' '.join(words[length // 2 :])}."

    def edited(self, event: Event, text: Paragraphs) -> tuple[Paragraphs, float]:
        """The text with 20 to 40 % of its sentences replaced or reworded, and the share changed."""
        count = sum(map(len, text))
        least = -(-count // 5)
        chosen = set(self.dice.some(range(count), self.dice.number(least, max(least, 2 * count // 5))))
        numbers = iter(range(count))
        changed = [
            [self._changed(event, sentence) if next(numbers) in chosen else sentence for sentence in part]
            for part in text
        ]
        return changed, round(len(chosen) / count, 3)

    def _changed(self, event: Event, sentence: str) -> str:
        words = sentence[:-1].split()
        if self.dice.roll() < 0.5 or len(words) < 6:
            return self.sentence(event, max(11, len(words)))
        for _ in range(1 + len(words) // 4):
            words[self.dice.number(3, len(words) - 2)] = self.dice.one(event.words)
        return f"{' '.join(words)}, {self.dice.one(self.rare)}."

    def story(self, size: int, words: int) -> tuple[Event, list[Version]]:
        """An event and so many versions of it, the first one the original."""
        dice, event = self.dice, self.event()
        outlets = dice.some(self.outlets, size)
        versions: list[Version] = []
        for outlet in outlets:
            agency, chance = dice.one(AGENCIES), dice.roll()
            earlier = dice.number(0, len(versions) - 1) if versions else -1
            day = event.day + timedelta(days=0 if earlier < 0 else dice.number(0, 3))
            if earlier < 0 or chance < 0.4:
                kind = "original" if earlier < 0 else "rewrite"
                text = self.text(event, words)
                versions.append(Version(self.title(event), text, outlet, agency, day, kind))
                continue
            base = versions[earlier]
            day = max(day, base.day)
            text, changed = (base.paragraphs, 0.0) if chance < 0.65 else self.edited(event, base.paragraphs)
            kind = "edited copy" if changed else "copy"
            versions.append(Version(self.title(event), text, outlet, agency, day, kind, earlier, changed))
        return event, versions
