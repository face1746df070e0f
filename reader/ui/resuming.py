"""Where somebody was when the reader was left, so that the next start goes on there."""

import json
from typing import NamedTuple

from reader.ui.arrangement import Part
from reader.ui.widgets.text_page import START, Place


class Left(NamedTuple):
    """What was on the screen."""

    article: str = ""
    """Id of the article in the reader; empty where there was none."""
    place: Place = START
    """What stood at the top of it."""
    part: Part = Part.LIST
    """The pane that had the keys."""
    opened: bool = False
    """Whether the article was opened, not only passed."""
    view: str = ""
    """Name of the view; empty for all articles."""
    query: str = ""
    """Which articles that holds, as a query; only a view that can be written so is gone back to."""
    above: int = 0
    """How many rows of the list stood above the article's."""


def written(left: Left) -> str:
    """The text to be remembered."""
    return json.dumps(left)


def read(text: str) -> Left:
    """What was remembered; nothing where nothing was, or nonsense."""
    try:
        article, (paragraph, character, line), part, opened, view, query, above = json.loads(text or "[]")
        place = (_count(paragraph), _count(character), int(line))
        return Left(_text(article), place, Part(part), bool(opened), _text(view), _text(query), _count(above))
    except (ValueError, TypeError, ArithmeticError, RecursionError):
        return Left()


def _count(told: int) -> int:
    if told < 0:
        raise ValueError(told)
    return int(told)


def _text(told: object) -> str:
    if not isinstance(told, str):
        raise TypeError(told)
    return told
