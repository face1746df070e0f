"""The addresses in a text, each with a number behind it by which it is opened: `https://example.org/a [1]`."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from reader.model.article import Span
from reader.ui.widgets.drawing import NO_BREAK, Role
from reader.ui.widgets.paragraph import Paragraph

HOST = 253
"""Characters of the name of a host, by RFC 1035; without a limit a hostile text would take minutes to look through."""
_ADDRESS = re.compile(
    rf"(?:https?://|(?<![\w@./-])(?:www\.(?=[^\s/]{{1,{HOST}}}\.[a-z])|(?:pic\.twitter\.com|t\.co|youtu\.be|bit\.ly)/))[^\s<>\"“”«»]+",
    re.IGNORECASE,
)
"""An address with its scheme, or without one where it can be nothing else."""
_TRAILING = ".,;:!?'’‘`*_…"
_PAIRS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「"}


def addresses(text: str) -> list[tuple[Span, str]]:
    """Where addresses of the web stand in a text, and what is opened for each; nothing else is ever opened."""
    found = []
    for match in _ADDRESS.finditer(text):
        written = _trimmed(match[0])
        address = written if written.lower().startswith("http") else f"https://{written}"
        if re.match(r"https?://[^\s/?#@:]", address, re.IGNORECASE) and address.isprintable():
            found.append(((match.start(), match.start() + len(written)), address))
    return found


def _trimmed(written: str) -> str:
    """Without the punctuation that ends a sentence, and without a bracket that was opened before it."""
    end = len(written)
    unopened = {closing: written.count(closing) - written.count(opening) for closing, opening in _PAIRS.items()}
    while end:
        last = written[end - 1]
        if unopened.get(last, 0) > 0:
            unopened[last] -= 1
        elif last not in _TRAILING:
            break
        end -= 1
    return written[:end]


def with_numbers(paragraphs: Iterable[Paragraph]) -> tuple[tuple[Paragraph, ...], tuple[str, ...]]:
    """The paragraphs with a number behind each address, and the addresses in the order of their numbers."""
    numbers: dict[str, int] = {}
    numbered = tuple(_numbered(paragraph, numbers) for paragraph in paragraphs)
    return numbered, tuple(numbers)


def _numbered(paragraph: Paragraph, numbers: dict[str, int]) -> Paragraph:
    told = [
        (paragraph.shown(end), f"{NO_BREAK}[{numbers.setdefault(address, len(numbers) + 1)}]")
        for (_, end), address in addresses(paragraph.own_text)
    ]
    return _with_inserted(paragraph, told) if told else paragraph


def _with_inserted(paragraph: Paragraph, told: Sequence[tuple[int, str]]) -> Paragraph:
    """The paragraph with explanations at some places of its text, which are neither searched nor copied."""

    def moved(spans: Iterable[Span]) -> Iterator[Span]:
        return ((start + _before(told, start + 1), end + _before(told, end)) for start, end in spans)

    text, position, inserted = "", 0, []
    for place, words in told:
        text += paragraph.text[position:place]
        inserted.append((len(text), len(text) + len(words)))
        text, position = text + words, place
    spans = zip(moved((start, end) for start, end, _ in paragraph.spans), paragraph.spans, strict=True)
    kept = [(start, end, role) for (start, end), (_, _, role) in spans]
    return replace(
        paragraph,
        text=text + paragraph.text[position:],
        spans=_apart(kept, inserted),
        inserted=tuple(sorted([*moved(paragraph.inserted), *inserted])),
        cells=tuple(moved(paragraph.cells)),
        across=paragraph.across and paragraph.across + sum(len(words) for _, words in told),
    )


def _before(told: Sequence[tuple[int, str]], place: int) -> int:
    """How many characters are inserted before a place."""
    return sum(len(words) for at, words in told if at < place)


def _apart(spans: Iterable[tuple[int, int, Role]], inserted: Iterable[Span]) -> tuple[tuple[int, int, Role], ...]:
    """The spans with those of the numbers laid over them."""
    pieces = list(spans)
    for first, last in inserted:
        cut = [
            piece
            for start, end, role in pieces
            for piece in ((start, min(end, first), role), (max(start, last), end, role))
            if piece[0] < piece[1]
        ]
        pieces = [*cut, (first, last, Role.NEW)]
    return tuple(sorted(pieces))
