"""Titles and offices in front of a name: `Minister of Foreign Affairs`, `Dr.`, `former President`."""

from collections.abc import Sequence

from reader.articles.names.lists import words as listed
from reader.articles.names.runs import Word


def title_end(words: Sequence[Word], start: int) -> int:
    """Where a title that begins at a word ends; `start` itself where none does."""
    titles, offices = listed("name_titles", "title"), listed("name_titles", "office")
    ranks, portfolios = listed("name_titles", "rank"), listed("name_titles", "portfolio")
    at, end = start, start
    while at < len(words) and (at == start or words[at].joint == " " or (end == at and words[at].joint == " and ")):
        plain = plain_word(words[at].text)
        if plain not in ranks and plain not in titles and plain not in offices:
            break
        at += 1
        if plain in titles or plain in offices:
            end = at
            while plain in offices and at < len(words) and _continues(words[at], at == end, portfolios):
                at += 1
            end = at
    return end


def role(text: str, words: Sequence[Word], start: int, end: int) -> str:
    """The office that the words from `start` to `end` name; mere forms of address give none."""
    honorifics = listed("name_words", "honorific")
    while start < end and plain_word(words[end - 1].text) in honorifics:
        end -= 1
    while start < end and plain_word(words[start].text) in honorifics:
        start += 1
    if end - start > 1 and words[end - 1].text.endswith("."):
        end -= 1
    return text[words[start].start : words[end - 1].end] if end > start else ""


def plain_word(text: str) -> str:
    """A word by which a title is looked up: `Dr.` as `dr`, `Vice-President` as `president`."""
    return text.lower().rstrip(".").rpartition("-")[2] if "-" in text else text.lower().rstrip(".")


def _continues(word: Word, first: bool, portfolios: frozenset[str]) -> bool:
    """Whether a word tells of what the holder of the office before it is in charge."""
    joints = (" of ", " of the ", " for ") if first else (" ", " and ", " of ", " & ")
    return word.joint in joints and word.text.lower() in portfolios
