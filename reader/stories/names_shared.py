"""Which names two articles share: enough to say why they are linked, by rules and word lists alone."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher

from reader.stories.name_words import CALENDAR, CONNECTORS, DEMONYMS, OFFICES, PORTFOLIOS, TITLES
from reader.stories.stop_words import STOP_WORDS
from reader.stories.terms import folded, without_dots

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĹĻĽŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚΑ-ΩА-ЯЁІЇЄ"
_PIECE = re.compile(
    rf"(?P<name>(?:(?:[Aa]l|[Ee]l|[Aa]s|[Aa]d|[Aa]r|[Aa]bu)-|[dDlLO]')?[{_UPPER}][^\W_]*(?:[-.'](?=[^\W_])[^\W_]+)*)"
    r"|(?P<word>[^\W_]+(?:[-'.][^\W_]+)*)|(?P<end>[.!?:…](?=\s|$)|[\"“”()\[\];,]|[-–—]+)"
)
_SENTENCE_END = frozenset('.!?…:"“”')
_SHORT_FORMS = TITLES | {"jr", "st"}
_SPACED = str.maketrans("-'.", "   ")
_LIKE = 0.8
"""How alike two first names are that are one name spelt twice (Antony and Anthony: .92)."""


def names_in(text: str) -> Counter[str]:
    """Capitalised names of the text and how often each stands there; a headline in title case gives none."""
    found: Counter[str] = Counter()
    doubtful: Counter[str] = Counter()
    for line in without_dots(text.replace("’", "'")).split("\n"):
        pieces = list(_PIECE.finditer(line))
        if not _title_case(pieces):
            for name, starts in _names(pieces):
                (doubtful if starts else found)[name] += 1
    for name, count in doubtful.items():
        rest = name.partition(" ")[2]
        found[rest if rest in found else name] += count
    return found


def name_key(name: str) -> tuple[str, ...]:
    """The words of a name by which spellings of one name are compared, and its rarity looked up."""
    plain = name if name.isascii() else folded(name)
    return tuple(word for word in plain.lower().translate(_SPACED).split() if word not in CONNECTORS)


def shared_names(mine: Iterable[str], theirs: Iterable[str]) -> list[str]:
    """Names of mine that theirs has too, in mine's spelling and order; variants are merged into the fullest."""
    by_last: dict[str, list[tuple[str, ...]]] = {}
    for key in map(name_key, theirs):
        by_last.setdefault(key[-1] if key else "", []).append(key)
    common = [(name, key) for name, key in ((name, name_key(name)) for name in mine) if key]
    common = [(name, key) for name, key in common if any(_same(key, other) for other in by_last.get(key[-1], ()))]
    return [
        name
        for place, (name, key) in enumerate(common)
        if not any(_less_than(key, other, later=at < place) for at, (_, other) in enumerate(common) if at != place)
    ]


def _less_than(key: tuple[str, ...], fuller: tuple[str, ...], later: bool) -> bool:
    """Whether a name says less than another of the list, or says the same and stands after it."""
    return set(key) < set(fuller) or (later and _same(key, fuller))


def _same(key: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two names are one: equal, or of one surname and first names that are spellings of one."""
    if key == other:
        return True
    if key[-1] != other[-1] or len(key) < 2 or len(other) < 2:
        return False
    first, second = key[0], other[0]
    return first[0] == second[0] and (
        min(len(first), len(second)) == 1 or SequenceMatcher(None, first, second).ratio() > _LIKE
    )


def _title_case(pieces: list[re.Match[str]]) -> bool:
    """Whether a line is a heading in title case or capitals, where a capital says nothing."""
    letters = [piece for piece in pieces if piece["end"] is None and len(piece[0]) > 3]
    capitals = sum(piece["name"] is not None for piece in letters)
    ends = bool(pieces) and pieces[-1]["end"] is not None
    return len(letters) >= 3 and not ends and capitals >= 0.7 * len(letters)


def _names(pieces: list[re.Match[str]]) -> Iterator[tuple[str, bool]]:
    """Names in order, and of each whether it starts a sentence, so that its first word may be none of it."""
    run: list[str] = []
    starts = first = True
    for piece in pieces:
        text = piece[0]
        if piece["name"] is not None and text.lower() not in CALENDAR:
            starts = first if not run else starts
            possessive = text.endswith("'s")
            run.append(text[:-2] if possessive else text)
            if possessive:
                yield from _name(run, starts)
                run = []
        elif run and text in CONNECTORS:
            run.append(text)
        elif not (text == "." and run and run[-1].lower() in _SHORT_FORMS):
            yield from _name(run, starts)
            run = []
        first = text in _SENTENCE_END if piece["end"] is not None else False
    yield from _name(run, starts)


def _name(run: list[str], starts_sentence: bool) -> Iterator[tuple[str, bool]]:
    """The name that a run of capitalised words holds, if any."""
    kept = _without_office(run)
    while kept and kept[-1] in CONNECTORS:
        kept.pop()
    if not kept or (starts_sentence and len(kept) == 1 and len(run) == 1):
        return
    if len(kept) == 1 and (
        len(kept[0]) < 3 or kept[0].endswith("-led") or kept[0].lower() in DEMONYMS or kept[0].lower() in STOP_WORDS
    ):
        return
    yield " ".join(kept), starts_sentence and len(kept) == len(run)


def _without_office(run: list[str]) -> list[str]:
    """The run without articles, demonyms, titles and offices in front."""
    start = 0
    while start < len(run):
        word = run[start].lower().rstrip(".")
        if word in OFFICES and start + 1 < len(run) and run[start + 1] == "of":
            start += 2
            while start < len(run) and run[start].lower() in PORTFOLIOS:
                start += 1
        elif word in TITLES or word in DEMONYMS or word in STOP_WORDS or run[start] in CONNECTORS:
            start += 1
        else:
            break
    return run[start:]
