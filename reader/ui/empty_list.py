"""What an empty list says: why nothing is listed, and the key that helps."""

from collections.abc import Callable
from dataclasses import dataclass

from reader.library import Unknown
from reader.model.headline import Counts
from reader.told import counted
from reader.ui.widgets.drawing import cut, drawable

LONGEST_FOLDER = 40
"""Cells of a folder's name."""
LONGEST_VALUE = 30
"""Cells of an outlet, a tag and so on."""
MOST_VALUES = 4
"""So many of them are told."""


@dataclass(frozen=True, slots=True)
class Emptiness:
    """All that the words depend on."""

    folder: str
    """Name of the folder."""
    counts: Counts
    """What is in it."""
    view: str = ""
    """Name of the view; empty for all articles."""
    searched: bool = False
    """Whether something is searched for."""
    near: tuple[tuple[str, str], ...] = ()
    """Words that are not there, each with the nearest one that is."""
    reading: bool = False
    """Whether the folder is still being read."""
    watched: bool = True
    """Whether files that arrive show by themselves."""
    unknown: tuple[Unknown, ...] = ()
    """Values that no article has, with those that are like them."""


def why_empty(empty: Emptiness, key: Callable[[str], str]) -> str:
    """One or two lines; `key` gives the first key of an action, empty for none."""
    if not empty.counts.articles and not empty.reading:
        return _without_articles(empty, key)
    if empty.searched:
        return _not_found(empty, key)
    if empty.reading and not empty.view:
        return "Reading the folder …"
    yet = "\nThe folder is still being read." if empty.reading else ""
    shows_all = _said(key("view.all"), "{} shows all articles.")
    match empty.view:
        case "unread":
            return (f"Nothing is unread here.{yet}" if yet else "You have read everything.") + _after(shows_all)
        case "favourites":
            makes = _said(key("article.favourite"), "{} makes an article one.")
            return f"No favourites yet.{yet}" + _after(makes, shows_all)
    return f"No articles under “{drawable(empty.view)}”.{yet}" + _after(shows_all)


def _not_found(empty: Emptiness, key: Callable[[str], str]) -> str:
    clears = f"{key('app.back') or 'esc'} clears the search."
    if empty.unknown:
        told = "\n".join(map(_told, empty.unknown))
        completes = any(each.like for each in empty.unknown)
        return f"Nothing found.\n{told}" + _after(_said(key("pane.next"), "{} completes it.") * completes, clears)
    if empty.near:
        near = ", ".join(f"{word} → {nearest}" for word, nearest in empty.near)
        takes = _said(key("pane.next"), "{} searches for that.")
        return f"Nothing found.\nSpelt differently here: {near}" + _after(takes, clears)
    if empty.reading:
        where = f" among “{drawable(empty.view)}”" if empty.view else ""
        return f"Nothing found{where} yet.\nThe folder is still being read." + _after(clears)
    if empty.view:
        wider = _said(key("view.all"), "{} searches all articles.")
        return f"Nothing found among “{drawable(empty.view)}”." + _after(wider, clears)
    return "Nothing found." + _after(clears)


def _told(unknown: Unknown) -> str:
    """That there is no such value, and which there are, as far as there is room."""
    value, *like = (cut(drawable(each), LONGEST_VALUE) for each in (unknown.value, *unknown.like[:MOST_VALUES]))
    told = Unknown(unknown.field, f"“{value}”", tuple(like)).told(before_like="\n")
    return f"{told[0].upper()}{told[1:]}{'' if like else '.'}"


def _without_articles(empty: Emptiness, key: Callable[[str], str]) -> str:
    if empty.counts.problems:
        files = counted(empty.counts.problems, "file here is no article", "files here are no articles")
        return f"{files}." + _after(_said(key("problems.open"), "{} tells why, and what to do."))
    folder = cut(drawable(empty.folder), LONGEST_FOLDER)
    if empty.watched:
        return f"No articles in “{folder}” yet.\nPut files into it: they appear by themselves."
    return f"No articles in “{folder}” yet." + _after(
        _said(key("app.refresh"), "Put files into it; {} looks for them.")
    )


def _said(key: str, text: str) -> str:
    """A sentence about a key; empty where there is no key."""
    return text.format(key) if key else ""


def _after(*sentences: str) -> str:
    """A further line for each of those that are there."""
    return "".join(f"\n{sentence}" for sentence in sentences if sentence)
