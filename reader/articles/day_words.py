"""The words of data/day_words.txt, by which a text names days as seen from its day of publication."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from reader.articles.wordlists import lines


def listed(start: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What stands behind the colon of each line that begins so, with what stands between."""
    for line in lines("day_words"):
        mark, words = line.split(":", 1)
        if mark.startswith(start):
            yield mark.removeprefix(start).strip(), tuple(word.strip() for word in words.split(","))


def alternatives(words: Iterable[str]) -> re.Pattern[str]:
    """A pattern of any of these words, standing alone; a possessive may follow."""
    longest_first = sorted(words, key=len, reverse=True)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])", re.IGNORECASE)


@cache
def weekday_names() -> dict[str, int]:
    """Weekdays, case folded, and their numbers, Monday 0."""
    return {word.casefold(): int(number) for number, words in listed("weekday ") for word in words}


@cache
def weekday_spellings() -> dict[str, str]:
    """Weekdays, case folded, and as they are written."""
    return {word.casefold(): word for _, words in listed("weekday ") for word in words}


@cache
def day_offsets() -> dict[str, int]:
    """Words such as `yesterday`, and how many days after the day of publication they mean."""
    return {word: int(offset) for offset, words in listed("day ") for word in words}


@cache
def phrases(mark: str) -> re.Pattern[str]:
    """A pattern of any of the words and phrases of a line, such as `habit`."""
    return alternatives(word for _, words in listed(mark) for word in words)


@cache
def said_before() -> re.Pattern[str]:
    """A word such as `said` right before a day, with nothing between but a word such as `late`."""
    return re.compile(rf"(?:{phrases('said').pattern})(?:\s(?:{phrases('between').pattern}))*\s$", re.IGNORECASE)


@cache
def direction_words(direction: str) -> frozenset[str]:
    """Words such as `last` or `next`; `before` or `after`."""
    return frozenset(word for _, words in listed(direction) for word in words)


@cache
def weekday_pattern() -> re.Pattern[str]:
    """Any weekday."""
    return alternatives(weekday_names())


@cache
def day_word_pattern() -> re.Pattern[str]:
    """Any word such as `yesterday`."""
    return alternatives(day_offsets())
