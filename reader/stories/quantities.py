"""The quantities of a text: every number with what it counts or measures, however it is written."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from reader.articles.wordlists import lines, months
from reader.model.article import Span
from reader.stories.passages import no_names
from reader.stories.wording import NUMBERS, key, plain

NEAR = 0.1
"""Two units of one kind are converted in round numbers: 60 metres are 200 feet."""
BARE, AGE, CLOCK, YEAR, DAY, LABEL = "", "age", "clock", "calendar year", "day of", "label"
"""Kinds of numbers that count no things: of nobody knows what, of an age, of a clock, of a calendar, Windows 8."""
_CURRENCIES = tuple("$€£¥₹")
_HALF_DAY, _DAY = 720, 1440
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12,
}  # fmt: skip
_THOUSANDS = re.compile(r"\d{1,3}([.,]) ?\d{3}(?:\1 ?\d{3})*")
_CLOCK = re.compile(
    r"(?<![\w.,:/$€£-])(?:(\d{1,2})(?:(?:: ?|\.)(\d{2}))?\s?([ap])\.?\s?m\b\.?|(\d{1,2}): ?(\d{2})(?![\d:]))",
    re.IGNORECASE,
)
_ENDING = re.compile(r"(?:st|nd|rd|th|s)\b")
_BETWEEN = re.compile(r"\s?[(\[/]\s?(?:about|around|some|roughly|approximately|approx\.?|nearly|over|or|~|≈)?\s?")
"""Between a quantity and the same in another unit: `60 metres (about 200 feet)`, `60m/200ft`."""
_AFTER = re.compile(r"[ -]([^\W\d_]+(?:[ -]old\b)?)")
_BEFORE = re.compile(r"([^\W\d_]+)\.?\s$")
_NO_END = re.compile(rf"\s?[-–/:]\s?\d|[.,:]? \d|[ -](?:{'|'.join(NUMBERS)})\b")
"""Behind the first number of a range, of a score, of a fraction, of a row of numbers or of twenty-two."""
_RANGE = re.compile(r"\s?[-–]\s?\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_LENGTHWAYS = frozenset({"above", "away", "below", "deep", "high", "long", "tall", "wide"})
"""Words behind metres; before another word `5m` are millions."""
_BEFORE_YEARS = frozenset({"by", "during", "early", "from", "im", "in", "late", "mid", "since", "the", "until"})


@dataclass(frozen=True, slots=True)
class Measure:
    """A number of something."""

    kind: str
    """What is measured or counted: `length`, `$`, `%`, the key of a noun; empty where nothing says what."""
    number: float
    """How many."""
    unit: float = 1.0
    """How much one of them is, in the unit of its kind."""

    def equals(self, other: "Measure") -> bool:
        """Whether another number of the same kind says as much, converted where its unit is another."""
        if self.unit == other.unit:
            return self.number == other.number
        one, two = self.number * self.unit, other.number * other.unit
        if self.kind == CLOCK:  # one of them tells no half of the day
            return self.number % _HALF_DAY == other.number % _HALF_DAY
        return abs(one - two) <= NEAR * max(one, two)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as it stands in a text, with its unit, and with the same in another unit where that stands beside it."""

    span: Span
    """Where it stands, with its unit."""
    measures: tuple[Measure, ...]
    """What it says, in one unit or in several."""
    subject: str = ""
    """The word behind it that it counts, such as `passengers`; a unit of measurement stands in the span instead."""

    @property
    def kind(self) -> str:
        """What it is a number of; empty where nothing says it."""
        return self.measures[0].kind

    def like(self, other: "Quantity") -> bool:
        """Whether both are numbers of one thing, so that they can differ."""
        return any(one.kind == two.kind for one in self.measures for two in other.measures)

    def agrees(self, other: "Quantity") -> bool:
        """Whether both say as much: in one of the units that they have in common, or else converted."""
        pairs = [(one, two) for one in self.measures for two in other.measures if one.kind == two.kind]
        common = [(one, two) for one, two in pairs if one.unit == two.unit]
        return any(one.equals(two) for one, two in common or pairs)


def quantities(text: str) -> tuple[Quantity, ...]:
    """Every quantity of a text, in order; codes, scores and ranges are none."""
    clocks = list(_clocks(text))
    numbers = (each for each in _numbers(text) if not any(_overlap(each.span, clock.span) for clock in clocks))
    return tuple(_with_conversions(text, sorted((*clocks, *numbers), key=lambda each: each.span)))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _with_conversions(text: str, found: Iterable[Quantity]) -> Iterator[Quantity]:
    """The quantities, those that say the same in two units as one."""
    before: Quantity | None = None
    for each in found:
        between = text[before.span[1] : each.span[0]] if before else ""
        if before and _BETWEEN.fullmatch(between) and _converts(before, each):
            closed = text[each.span[1] : each.span[1] + 1] in (")", "]")
            before = Quantity((before.span[0], each.span[1] + closed), before.measures + each.measures, before.subject)
            continue
        if before:
            yield before
        before = each
    if before:
        yield before


def _converts(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities beside each other are one in two units: lengths that agree, or two currencies."""
    first, second = one.measures[0], other.measures[0]
    currencies = first.kind != second.kind and first.kind.endswith(_CURRENCIES) and second.kind.endswith(_CURRENCIES)
    degrees = {first.kind, second.kind} == {"celsius", "fahrenheit"}
    return currencies or degrees or (first.kind == second.kind and first.unit != second.unit and first.equals(second))


# Clocks


def _clocks(text: str) -> Iterator[Quantity]:
    """`5pm`, `5:30 p.m.`, `17:30`; a number alone tells no half of the day."""
    for match in _CLOCK.finditer(text):
        hour, minute = int(match[1] or match[4]), int(match[2] or match[5] or 0)
        if hour > 24 or minute > 59:
            continue
        if match[3]:
            minutes = hour % 12 * 60 + minute + _HALF_DAY * (match[3] in "pP")
            yield Quantity(match.span(), (Measure(CLOCK, minutes),))
        else:
            yield Quantity(match.span(), (Measure(CLOCK, hour * 60 + minute, _DAY),))


# Numbers


@cache
def _units() -> dict[str, tuple[str, float]]:
    """Each unit as it is written, in small letters, with its kind and how much it is."""
    table: dict[str, tuple[str, float]] = {}
    for line in lines("units"):
        mark, written = line.split(":", 1)
        kind, much = mark.split()
        table.update((each.strip(), (kind, float(much))) for each in written.split(","))
    return table


@cache
def _pattern() -> re.Pattern[str]:
    units = "|".join(re.escape(each).replace("\\ ", "[ -]") for each in sorted(_units(), key=len, reverse=True))
    return re.compile(
        r"(?<![\w.,:$€£¥'’+–-])(?<!\d )(?<!\d[.,:] )(?<!\d/)(?<!/ )(?P<sign>(?:US|[ACNHZK]{1,2})?\$|[€£¥₹]\s?)?"
        rf"(?:(?P<number>\d{{1,3}}(?:, \d{{3}})+(?!\d)|\d+(?:[.,]\d+)*)|\b(?P<word>{'|'.join(NUMBERS)})\b)"
        r"(?:[ -]?(?P<scale>hundred|thousand|(?:m|b|tr)illion)s?\b"
        r"|(?P<short>(?:bn|mn|tn)\b|(?(sign)(?:mm|[mbk])\b|(?!))))?"
        rf"(?:[ -]?(?P<unit>{units})(?!\w))?",
        re.IGNORECASE,
    )


def _numbers(text: str) -> Iterator[Quantity]:
    for match in _pattern().finditer(text):
        before = _BEFORE.search(text[max(0, match.start() - 24) : match.start()])
        is_name = match["word"] and match["word"][0].isupper() and before
        if is_name or (_RANGE if match["unit"] else _NO_END).match(text, match.end()):
            continue
        if match["sign"] or match["unit"]:
            yield _measured(text, match)
        else:
            yield from _counted(text, match, before[1] if before else "")


def _number(match: re.Match[str]) -> float:
    """How many, of a number in digits or in words."""
    times = _SCALES.get((match["scale"] or match["short"] or "").casefold(), 1.0)
    if match["word"]:
        return float(NUMBERS[match["word"].casefold()]) * times
    digits = match["number"].replace(" ", "")
    if _THOUSANDS.fullmatch(digits):
        return float(re.sub(r"[.,]", "", digits)) * times
    whole, *parts = re.split(r"[.,]", digits)
    return float(f"{whole}{''.join(parts[:-1])}.{parts[-1]}" if parts else whole) * times


def _measured(text: str, match: re.Match[str]) -> Quantity:
    """A number with a unit, or with the sign of a currency."""
    if match["sign"]:
        end = max(match.end("number"), match.end("word"), match.end("scale"), match.end("short"))
        currency = match["sign"].strip().upper().removeprefix("US")
        return Quantity((match.start(), end), (Measure(currency, _number(match)),))
    after = _AFTER.match(text, match.end())
    if match["unit"] == "m" and after and _is_noun(after[1]) and after[1] not in _LENGTHWAYS:
        return Quantity(match.span(), (Measure(key(after[1]), _number(match) * _SCALES["m"]),), after[1])
    kind, much = _units()[match["unit"].casefold().replace("-", " ")]
    return Quantity(match.span(), (Measure(kind, _number(match), much),))


def _counted(text: str, match: re.Match[str], before: str) -> Iterator[Quantity]:
    """A number without a unit, after a word or none: a day, a year, so many of what the next word names, or bare."""
    ending = _ENDING.match(text, match.end())
    start, end = match.start(), ending.end() if ending else match.end()
    after = _AFTER.match(text, end)
    noun = after[1] if after and _is_noun(after[1]) else ""
    month_before, month_after = _month(before), _month(after[1]) if after else 0
    if text[end : end + 1].isalnum() or (month_before and ", " in match[0]):
        return
    if (month_before or month_after) and (match["number"] or "")[2:] == "":
        begin = text.rindex(before, 0, start) if month_before else start
        stop = after.end() if after and not month_before else end
        yield Quantity((begin, stop), (Measure(f"{DAY} {month_before or month_after}", _number(match)),))
    elif not ending and _YEAR.fullmatch(match[0]) and (not noun or month_before or before.casefold() in _BEFORE_YEARS):
        yield Quantity((start, end), (Measure(YEAR, _number(match)),))
    else:
        counted = _noun_kind(noun, joined=text[end : end + 1] == "-") if noun else ""
        kind = f"{ending[0]} {counted}" if ending else counted
        label = before[:1].isupper() and _is_noun(before) and not _begins(text, start - len(before) - 1)
        yield Quantity((start, end), (Measure(f"{LABEL} {key(before)}" if label else kind, _number(match)),), noun)


def _noun_kind(noun: str, *, joined: bool) -> str:
    """What a noun counts: an age; or joined with a hyphen another thing than alone, as in three-point plays."""
    if noun.endswith("old"):
        return AGE
    return f"{key(noun)}-" if joined else key(noun)


def _is_noun(word: str) -> bool:
    """Whether a word may be what is counted."""
    return plain(word) not in no_names() and not _month(word)


def _month(word: str) -> int:
    """The number of a month with a capital letter; 0 for another word."""
    return months().get(word.casefold(), 0) if word[:1].isupper() else 0


def _begins(text: str, place: int) -> bool:
    """Whether a sentence begins at a place."""
    return text[:place].rstrip(" \"'“‘(")[-1:] in ("", ".", "!", "?", ":")
