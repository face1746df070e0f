"""Tree -> text: the canonical form of a query, and its filters as short texts."""

from itertools import count

from reader.query.nodes import And, DateRange, Everything, Is, Match, Node, Not, Or, Phrase, Query, Word
from reader.query.scanner import QUOTES
from reader.query.terms import HELD, reads_otherwise


def text_of(root: Node) -> str:
    """The canonical text of a tree; parsing it gives an equal tree (in normal form), whatever the day.

    Brackets stand only where they must, so that it nests no deeper than what was typed.
    """
    return "" if isinstance(root, Everything) else _text(root)


def chips(query: Query) -> tuple[str, ...]:
    """The filters of a query as typed, one text each: what limits it apart from words and phrases."""
    return tuple(_source(query, node) for node in _parts(query.root) if _is_filter(node))


def without(query: Query, chip: int) -> str:
    """The text of the query without one of its `chips`, counted from 0; unchanged for a number that is none of them."""
    numbers = count()
    kept = [node for node in _parts(query.root) if not (_is_filter(node) and next(numbers) == chip)]
    return " ".join(_source(query, node) for node in kept)


def _parts(root: Node) -> tuple[Node, ...]:
    if isinstance(root, Everything):
        return ()
    return root.children if isinstance(root, And) else (root,)


def _is_filter(node: Node) -> bool:
    if isinstance(node, And | Or):
        return all(map(_is_filter, node.children))
    if isinstance(node, Not):
        return _is_filter(node.child)
    return isinstance(node, Match | Is | DateRange)


def _source(query: Query, node: Node) -> str:
    """A part of a query as it was typed, so that `newer:3d` stays relative; canonical where it was not read."""
    start, end = node.span
    return query.text[start:end] if end > start else text_of(node)


def _text(node: Node) -> str:
    match node:
        case Everything():
            return "*"
        case Word():
            return _word(node)
        case Phrase():
            return _named(node.field, _quoted(" ".join(node.words)))
        case Match():
            return _match(node)
        case Is():
            return f"{'has' if node.mark in HELD else 'is'}:{node.mark}"
        case DateRange():
            return _dates(node)
        case Not():
            return f"-({_text(node.child)})" if isinstance(node.child, And | Or) else f"-{_text(node.child)}"
        case And():
            return " ".join(f"({_text(child)})" if isinstance(child, Or) else _text(child) for child in node.children)
        case Or():
            return " OR ".join(map(_text, node.children))


def _named(field: str, text: str) -> str:
    return f"{field}:{text}" if field else text


def _word(node: Word) -> str:
    ending = "*" if node.prefix else "~" if node.fuzzy else ""
    needs_quotes = not node.field and not ending and reads_otherwise(node.text)
    return _named(node.field, _quoted(node.text) if needs_quotes else node.text + ending)


def _match(node: Match) -> str:
    plain = not any(character.isspace() or character in QUOTES + "()" for character in node.value)
    value = node.value if plain else _quoted(node.value)
    return f"{node.field}:{value}{'*' if node.prefix else ''}"


def _dates(node: DateRange) -> str:
    if node.first == node.last:
        return f"date:{node.first or '*'}"
    return f"after:{node.first}" if not node.last else f"date:{node.first}..{node.last}"


def _quoted(text: str) -> str:
    escaped = "".join(f"\\{character}" if character in QUOTES + "\\" else character for character in text)
    return f'"{escaped}"'
