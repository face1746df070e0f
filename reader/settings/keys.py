"""The one table of all actions: their ids, keys and words; and the key map that a person's own keys make of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from reader.settings.faults import did_you_mean
from reader.settings.keynames import key_name, key_words, reason_against


class Scope(StrEnum):
    """Where the keys of an action work."""

    APP = "app"
    """Everywhere on the main screen; a letter or sign is typed instead while the search bar has the keys."""
    PANE = "pane"
    """In the list, the reader and the related stories, whichever has the keys."""
    LIST = "list"
    """In the list alone."""
    READER = "reader"
    """In the reader alone."""
    RELATED = "related"
    """In the related stories alone."""
    SEARCH = "search"
    """While the search bar has the keys."""

    @property
    def places(self) -> frozenset["Scope"]:
        """Where the keys can be while those of this scope work."""
        panes = frozenset({Scope.LIST, Scope.READER, Scope.RELATED})
        wide = {Scope.APP: panes | {Scope.SEARCH}, Scope.PANE: panes}
        return wide.get(self, frozenset({self}))


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do, and the keys that do it unless the configuration says otherwise."""

    id: str
    """Its name in the configuration, `article.favourite`."""
    keys: tuple[str, ...]
    """Its keys, by the names that Textual gives them; the first one is shown in the line of keys."""
    label: str
    """One or two words for the line of keys."""
    description: str
    """A sentence without its full stop, for the help and the palette."""
    scope: Scope = Scope.PANE
    """Where its keys work."""
    shown: bool = False
    """Whether the line of keys names it; it does so in the order of the table, as far as there is room."""


ACTIONS: tuple[Action, ...] = (
    Action("article.open", ("enter",), "open", "Open the article under the cursor in the reader", shown=True),
    Action(
        "article.next", ("space",), "page", "A page on; at the end of the text, the next unread article", shown=True
    ),
    Action("article.favourite", ("s",), "favourite", "Mark or unmark as favourite", shown=True),
    Action("article.tag", ("t",), "tag", "Change the tags", shown=True),
    Action("article.related", ("r",), "related", "Show or hide the related articles", shown=True),
    Action("article.unread", ("u",), "unread", "Mark as unread"),
    Action("search.open", ("slash",), "search", "Search, or change the search", Scope.APP, shown=True),
    Action("story.open", ("S",), "story", "Show the whole story: its versions, who has what, what differs", shown=True),
    Action("help.open", ("question_mark", "f1"), "help", "Show every key, and search in them", Scope.APP, shown=True),
    Action("article.boilerplate", ("b",), "furniture", "Unfold or fold lines of the page that are not the article"),
    Action("article.evidence", ("i",), "evidence", "Show where every value was found, and correct it"),
    Action("article.raw", ("backslash",), "as it is", "Show the file as it is, or the article again"),
    Action("article.days", ("D",), "days", "Tell the days that a text names: Wednesday [7 Apr]"),
    Action("novelty.next", ("right_square_bracket",), "next new", "Go to the next passage that is new to you"),
    Action("novelty.previous", ("left_square_bracket",), "previous new", "Go to the new passage before"),
    Action("novelty.hide", ("H",), "hide known", "Hide what you know from other versions, or show it again"),
    Action("search.next_hit", ("n",), "next hit", "Go to the next hit in the text"),
    Action("search.previous_hit", ("N",), "previous hit", "Go to the previous hit in the text"),
    Action("search.accept", ("enter", "down"), "results", "Keep the search and go to its results", Scope.SEARCH),
    Action("search.clear", ("escape",), "clear", "Clear the search and go back to the list", Scope.SEARCH),
    Action("move.down", ("j", "down"), "down", "Move down: an article, or a line of the text"),
    Action("move.up", ("k", "up"), "up", "Move up: an article, or a line of the text"),
    Action("move.page_down", ("ctrl+d", "pagedown"), "page down", "Move down by a page"),
    Action("move.page_up", ("ctrl+u", "pageup"), "page up", "Move up by a page"),
    Action("move.top", ("g", "home"), "top", "Move to the beginning"),
    Action("move.bottom", ("G", "end"), "bottom", "Move to the end"),
    Action("other.down", ("J",), "other down", "Move down in the other pane: the reader, or from there the list"),
    Action("other.up", ("K",), "other up", "Move up in the other pane: the reader, or from there the list"),
    Action("pane.next", ("tab",), "next pane", "Give the keys to the next pane", Scope.APP),
    Action("pane.previous", ("shift+tab",), "previous pane", "Give the keys to the previous pane", Scope.APP),
    Action("pane.text_only", ("z",), "text only", "Show nothing but the text, or everything again"),
    Action("view.all", ("1",), "all", "Show all articles"),
    Action("view.unread", ("2",), "unread", "Show the unread articles"),
    Action("view.favourites", ("3",), "favourites", "Show the favourites"),
    Action("view.tag", ("4",), "one tag", "Show the articles of one tag"),
    Action("list.stories", ("5",), "stories", "List one line for each story, or every article by itself"),
    Action("story.unfold", ("l", "right"), "versions", "Unfold the versions of a story in the list, or fold them"),
    Action("story.compare", ("d",), "compare", "Compare the article word by word with its closest version"),
    Action("story.merged", ("m",), "merged", "Read all versions of the story as one text"),
    Action("story.timeline", ("T",), "timeline", "Show what happened when, as the versions of the story tell it"),
    Action("front.open", ("0",), "front page", "Show the front page: what matters now, and day by day what did"),
    Action("names.open", ("p",), "names", "Show who and what the folder is about: people, places, organisations"),
    Action("palette.open", ("colon", "ctrl+p"), "actions", "Find any action by its words", Scope.APP),
    Action("theme.choose", ("f9",), "theme", "Choose a theme", Scope.APP),
    Action(
        "problems.open",
        ("exclamation_mark",),
        "problems",
        "List the files that gave no article, or a doubtful one",
        Scope.APP,
    ),
    Action("app.refresh", ("R",), "refresh", "Look at the folder again", Scope.APP),
    Action("app.screenshot", (), "picture", "Save a picture of the screen", Scope.APP),
    Action(
        "app.back",
        ("escape", "h"),
        "back",
        "Go back: from the text or the related articles to the list, from a search or a view to all articles",
    ),
    Action("app.leave", ("q",), "back or quit", "Go back, and quit where there is nothing to go back to"),
    Action("app.quit", ("Q", "ctrl+q"), "quit", "Quit", Scope.APP),
)


@dataclass(frozen=True, slots=True)
class KeyFault:
    """What is wrong with the keys that were given to one action."""

    action: str
    """The id, as it was written."""
    message: str
    """What is wrong, and what is done instead."""


@dataclass(frozen=True, slots=True)
class Clash:
    """One key that two actions want in the same place."""

    key: str
    """The key."""
    first: str
    """The id of the action that has it."""
    second: str
    """The id of the action that wants it too."""


def action(id: str) -> Action:  # noqa: A002 - an action's id is called so everywhere
    """The action of that id. Raises `KeyError`."""
    return _BY_ID[id]


def keymap(chosen: Mapping[str, Sequence[str]]) -> tuple[dict[str, tuple[str, ...]], tuple[KeyFault, ...]]:
    """The keys of every action, and what is wrong with those that were chosen.

    An action that is not named in `chosen` has the keys of the table; an empty list leaves an action without a key.
    Where two actions want one key, a chosen key beats one of the table, and the action named first beats the other.
    The result never holds a clash, nor a key that no terminal sends.
    """
    faults = []
    wanted: dict[str, tuple[str, ...]] = {}
    for name, keys in chosen.items():
        if name in _BY_ID:
            wanted[name], wrong = _checked(_BY_ID[name], keys)
            faults.extend(wrong)
        else:
            faults.append(KeyFault(name, f"no such action{did_you_mean(name, _BY_ID)}"))
    table = {each.id: each.keys for each in ACTIONS if each.id not in wanted}
    complete = {**wanted, **table}
    for clash in clashes(complete):
        complete[clash.second] = tuple(key for key in complete[clash.second] if key != clash.key)
        faults.append(_clash_fault(clash, wanted))
    return {each.id: complete[each.id] for each in ACTIONS}, tuple(faults)


def clashes(keys: Mapping[str, Sequence[str]]) -> tuple[Clash, ...]:
    """Every key that two actions want in places that overlap; the one named first in `keys` has it."""
    found = []
    owners: dict[str, list[str]] = {}
    for name, names in keys.items():
        for key in dict.fromkeys(names):
            others = owners.setdefault(key, [])
            clashing = [other for other in others if _overlap(_BY_ID[other].scope, _BY_ID[name].scope)]
            if clashing:
                found.append(Clash(key, clashing[0], name))
            else:
                others.append(name)
    return tuple(found)


def _overlap(one: Scope, other: Scope) -> bool:
    return not one.places.isdisjoint(other.places)


def _checked(subject: Action, keys: Iterable[str]) -> tuple[tuple[str, ...], list[KeyFault]]:
    """The usable ones of the chosen keys under Textual's names, and what is wrong with the others.

    Where none is usable the keys of the table stay.
    """
    usable = []
    faults = []
    for written in keys:
        name = key_name(written)
        against = reason_against(written, typing=subject.scope is Scope.SEARCH)
        if against:
            faults.append(KeyFault(subject.id, against))
        else:
            usable.append(name)
    return tuple(dict.fromkeys(usable or (subject.keys if faults else ()))), faults


def _clash_fault(clash: Clash, chosen: Mapping[str, object]) -> KeyFault:
    """The fault, told at the action that the person wrote down: that is the place where it can be mended."""
    words = key_words(clash.key)
    if clash.second in chosen:
        return KeyFault(clash.second, f"{words!r} is taken by {clash.first}; it is left out here")
    advice = "give that one another key, or [] for none"
    return KeyFault(clash.first, f"{words!r} belongs to {clash.second}, which loses it; {advice}")


_BY_ID: Mapping[str, Action] = {each.id: each for each in ACTIONS}
