"""What is new in an article for somebody who has read others: one judgement for each of its blocks."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.model.article import Article, Block, BlockKind, Span
from reader.stories.passages import LEFT_OUT, Passage, name_hash, no_names, passage
from reader.stories.reading import NOBODY, Near, Read
from reader.stories.wording import NUMBERS, WORD, hashed, plain

KNOWN, PARTLY = 0.8, 0.36
"""Familiarity from which a passage is known, and from which it is no longer new.

Measured with `tests/bench/novelty.py`: a paragraph of which 30 in 100 words were changed keeps at least .38, a new
one of the same article reaches .36 once in a thousand. In two real reports of one event new paragraphs have up to .30,
reworded ones at least .44.
"""
SHORT = 12
"""Words under which a paragraph is not rated, and a tweet or caption is known or new and nothing between."""
NEW_RUN = 8
"""So many words in a row of which no two were read together are a new sentence, however much else is known."""
HOLDS = 0.8
"""A passage that holds so much of one that was read is not new, whatever it adds."""
_THINGS = frozenset({BlockKind.TWEET, BlockKind.CAPTION})
"""Blocks that are something of their own: they are rated however short they are."""
_CAPITALISING = frozenset({"de"})
"""Languages in which a capital tells no name."""
_SENTENCE_ENDS = ".!?:\"“”'‘’«»„(["


class Status(StrEnum):
    """Whether a passage was read before."""

    KNOWN = "known"
    PARTLY = "partly"
    NEW = "new"
    UNRATED = "unrated"


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a passage is to somebody who has read others."""

    status: Status
    """The verdict."""
    novelty: float = 0.0
    """How much of it is new: 1 less its familiarity, from 0 to 1; 0 where it is not rated."""
    marked: tuple[Span, ...] = ()
    """Where the new figures and names of a known or partly known passage stand in its text."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The same with what it rests on."""

    status: Status
    """The verdict."""
    familiarity: float
    """How much of the passage was read, 0 to 1."""
    near: tuple[Near, ...]
    """The passages of the first that was read which hold most of it, the closest first."""


UNRATED = Judgement(Status.UNRATED)
"""Of a heading, of boilerplate, of a few words."""


def novelty(article: Article, read: Read) -> tuple[Judgement, ...]:
    """One judgement for each block of an article, in the order of `article.blocks`.

    The article's own standfirst counts as read, because it stands above the text. A figure or name is marked where
    it stands first.
    """
    own = Read([passage(article.standfirst.text)] if article.standfirst and len(read) else ())
    told = Read()
    return tuple(_judged(block, (read, own), told, article.language) for block in article.blocks)


def verdict(kind: BlockKind, text: Passage, reads: Sequence[Read], without: int = NOBODY) -> Verdict:
    """What a passage is to who read all of `reads`; what stands only in the version `without` does not count.

    Its familiarity, 0 to 1, is the share of its runs of three words that were read anywhere; or, of the single passage
    that holds most of it, the mean of two shares: of its content words, and of its pairs of neighbouring words. The
    pairs tell a reworded paragraph from a new one about the same people; the triples find what was put together from
    several.
    """
    near = tuple(tuple(read.near(text, without)) for read in reads)
    closest = max((each.score for found in near for each in found), default=0.0)
    familiar = closest if closest >= 1 else max(closest, *(read.covered(text, without) for read in reads))
    return Verdict(_status(kind, text, reads, familiar, near), familiar, near[0])


def _status(
    kind: BlockKind, text: Passage, reads: Sequence[Read], familiar: float, near: Sequence[Sequence[Near]]
) -> Status:
    short = len(text.words) < SHORT
    if kind in LEFT_OUT or not text.words or (short and kind not in _THINGS):
        return Status.UNRATED
    if familiar >= KNOWN:
        return Status.PARTLY if not short and _longest_new_run(text, reads) >= NEW_RUN else Status.KNOWN
    if short:
        return Status.NEW
    holds = (
        each.back >= HOLDS and read.words(each.place) >= SHORT
        for read, found in zip(reads, near, strict=True)
        for each in found
    )
    return Status.PARTLY if familiar >= PARTLY or any(holds) else Status.NEW


def _judged(block: Block, reads: Sequence[Read], told: Read, language: str) -> Judgement:
    text = passage(block.text)
    found = verdict(block.kind, text, reads)
    if found.status is Status.UNRATED:
        return UNRATED
    marked: tuple[Span, ...] = ()
    if found.status is not Status.NEW:
        marked = tuple(_marked(block.text, (*reads, told), names=language not in _CAPITALISING))
    told.add(text)
    whole = found.status is Status.NEW and len(text.words) < SHORT
    return Judgement(found.status, 1.0 if whole else round(1 - found.familiarity, 3), marked)


def _longest_new_run(text: Passage, reads: Sequence[Read]) -> int:
    """Words of its longest stretch of which no two neighbours were read as such."""
    longest = run = 0
    for pair in zip(text.words, text.words[1:], strict=False):
        number = hash(pair)
        run = 0 if any(read.has_pair(number) for read in reads) else run + 1
        longest = max(longest, run)
    return longest + 1 if longest else 0


# Marks on the word


def _marked(text: str, reads: Sequence[Read], *, names: bool) -> Iterator[Span]:
    """Where figures and names stand that were not read; words of one name that follow each other are one span."""
    begun: Span = (0, 0)
    for found in _new_words(text, reads, names=names):
        if begun[1] and text[begun[1] : found[0]] == " ":
            begun = (begun[0], found[1])
            continue
        if begun[1]:
            yield begun
        begun = found
    if begun[1]:
        yield begun


def _new_words(text: str, reads: Sequence[Read], *, names: bool) -> Iterator[Span]:
    found = list(WORD.finditer(text))
    names = names and not text.isupper()
    for place, match in enumerate(found):
        word = match[0]
        if word[0].isdigit() or plain(word) in NUMBERS:
            if not any(read.has_word(hashed(word)) for read in reads):
                yield match.span()
        elif names and word[0].isupper() and plain(word) not in no_names() and not word.isdigit():
            following = found[place + 1] if place + 1 < len(found) else None
            if not any(_was_read(word, read) for read in reads) and _is_name(text, match.start(), word, following):
                yield match.span()


def _was_read(word: str, read: Read) -> bool:
    return read.has_word(hashed(word)) or read.has_name(name_hash(word))


def _is_name(text: str, start: int, word: str, following: object) -> bool:
    """Whether a capital shows a name: at the beginning of a sentence only where another capital follows."""
    before = text[:start].rstrip()
    if before and before[-1] not in _SENTENCE_ENDS:
        return True
    after = text[start + len(word) :]
    return following is not None and after[:1] == " " and after[1:2].isupper()
