"""The one table of all actions: their ids, keys and words."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Scope(StrEnum):
    """Where the keys of an action work."""

    ANYWHERE = "anywhere"
    """On the main screen and on every page; a letter or sign is typed instead while a field has the keys."""
    ALL = "all"
    """In the panes of the main screen and on every page."""
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
    PAGE = "page"
    """On every page."""
    STORY = "story"
    """On the page of a story."""
    COMPARISON = "comparison"
    """Where two versions are compared."""
    MERGED = "merged"
    """Where all versions are read as one text."""
    TIMELINE = "timeline"
    """On the timeline of a story."""
    FRONT = "front"
    """On the front page."""
    NAMES = "names"
    """On the page of names."""

    @property
    def places(self) -> frozenset["Scope"]:
        """Where the keys can be while those of this scope work."""
        return _PLACES.get(self, frozenset({self}))


PANES = (Scope.LIST, Scope.READER, Scope.RELATED)
"""The panes of the main screen."""
PAGES = (Scope.STORY, Scope.COMPARISON, Scope.MERGED, Scope.TIMELINE, Scope.FRONT, Scope.NAMES)
"""The pages that are laid over it."""
_PLACES: Mapping[Scope, frozenset[Scope]] = {
    Scope.ANYWHERE: frozenset((*PANES, *PAGES, Scope.SEARCH)),
    Scope.ALL: frozenset((*PANES, *PAGES)),
    Scope.APP: frozenset((*PANES, Scope.SEARCH)),
    Scope.PANE: frozenset(PANES),
    Scope.PAGE: frozenset(PAGES),
}


@dataclass(frozen=True, slots=True)
class Action:
    """Something a person can do, and the keys that do it unless the configuration says otherwise."""

    id: str
    """Its name in the configuration, `article.favourite`."""
    keys: tuple[str, ...]
    """Its keys, by the names that Textual gives them, those of a sequence with a blank between them; the first one is
    shown in the line of keys."""
    label: str
    """One or two words for the line of keys."""
    description: str
    """A sentence without its full stop, for the help and the palette."""
    scope: Scope = Scope.PANE
    """Where its keys work."""
    shown: tuple[Scope, ...] = ()
    """The panes whose line of keys names it; it does so in the order of the table, as far as there is room."""
    counts: bool = False
    """Whether a number typed before its key says how often."""
    takes: str = ""
    """What a macro may write behind its id, in words; empty where that is nothing."""


ACTIONS: tuple[Action, ...] = (
    Action(
        "article.open",
        ("enter",),
        "open",
        "Open the article under the cursor in the reader",
        shown=(Scope.LIST, Scope.RELATED),
    ),
    Action(
        "article.next",
        ("space",),
        "page",
        "A page on; at the end of the text, the next unread article",
        shown=(Scope.LIST, Scope.READER),
        counts=True,
    ),
    Action(
        "novelty.next",
        ("right_square_bracket",),
        "new",
        "Go to the next passage that is new to you",
        shown=(Scope.READER,),
        counts=True,
    ),
    Action("article.favourite", ("s",), "favourite", "Mark or unmark as favourite", shown=PANES),
    Action("article.tag", ("t",), "tag", "Change the tags", shown=PANES, takes="tags: `+iraq -todo`"),
    Action("article.related", ("r",), "related", "Show or hide the related articles", shown=PANES),
    Action("article.unread", ("u",), "unread", "Mark as unread"),
    Action("marks.undo", ("U",), "undo", "Undo the last change of marks, and the one before, as often as wanted"),
    Action("marks.redo", ("ctrl+r", "Z"), "redo", "Redo what was undone last, until another mark is changed"),
    Action(
        "list.select",
        ("v",),
        "choose",
        "Choose an article, or all of a folded story, and go on down: marks are then about all that are chosen",
        Scope.LIST,
        counts=True,
    ),
    Action(
        "list.select_above",
        ("comma",),
        "all above",
        "Choose the article under the cursor and all that are listed above it",
        Scope.LIST,
    ),
    Action(
        "list.select_below",
        ("full_stop",),
        "all below",
        "Choose the article under the cursor and all that are listed below it",
        Scope.LIST,
    ),
    Action("list.select_all", ("asterisk",), "choose all", "Choose all that are listed, or none of them", Scope.LIST),
    Action("list.mark_read", ("A",), "all read", "Mark all that are listed, or chosen, as read", Scope.LIST),
    Action("article.note", ("a",), "note", "Write a note about the article", Scope.LIST),
    Action(
        "passage.highlight",
        ("a",),
        "highlight",
        "Highlight the selected words, or the passage, with a note; change the note; or take the highlight off",
        Scope.READER,
    ),
    Action(
        "search.open", ("slash",), "search", "Search, or change the search", Scope.APP, shown=PANES, takes="a query"
    ),
    Action(
        "story.open", ("S",), "story", "Show the whole story: its versions, who has what, what differs", shown=PANES
    ),
    Action(
        "search.accept",
        ("enter",),
        "results",
        "Keep the search and go to its results",
        Scope.SEARCH,
        shown=(Scope.SEARCH,),
    ),
    Action("search.earlier", ("up",), "earlier", "Go back to the search before", Scope.SEARCH, shown=(Scope.SEARCH,)),
    Action(
        "search.later",
        ("down",),
        "later",
        "Go on to the search after it; behind the last one, to the results",
        Scope.SEARCH,
    ),
    Action(
        "search.clear",
        ("escape",),
        "clear",
        "Clear the search and go back to the list",
        Scope.SEARCH,
        shown=(Scope.SEARCH,),
    ),
    Action(
        "help.open",
        ("question_mark", "f1"),
        "help",
        "Show the keys that work here and what the marks mean, and search in all of them",
        Scope.ANYWHERE,
        shown=(*PANES, Scope.SEARCH),
    ),
    Action("article.boilerplate", ("b",), "furniture", "Unfold or fold lines of the page that are not the article"),
    Action("article.evidence", ("i",), "evidence", "Show where every value was found, and correct it"),
    Action("article.raw", ("backslash",), "as it is", "Show the file as it is, or the article again"),
    Action("article.days", ("D",), "days", "Tell the days that a text names: Wednesday [7 Apr]"),
    Action("text.find", ("f",), "find", "Find words in this text, while you type them"),
    Action("text.select", ("v",), "select", "Select text: the keys that move then move its end", Scope.READER),
    Action("article.copy", ("y",), "copy", "Copy what is selected; otherwise the address of the article, or its path"),
    Action("article.cite", ("Y",), "cite", "Copy what is selected, or the beginning, as a quotation with its source"),
    Action("link.open", ("o",), "link", "Open a link of the text, by its number where there are several"),
    Action("article.edit", ("e",), "edit", "Edit the file of the article"),
    Action("article.pipe", ("vertical_line",), "send", "Send the text to a command, and show what that prints"),
    Action("article.aloud", ("V",), "aloud", "Read the text aloud, or stop that"),
    Action("novelty.previous", ("left_square_bracket",), "previous new", "Go to the new passage before", counts=True),
    Action("novelty.hide", ("H",), "hide known", "Hide what you know from other versions, or show it again"),
    Action(
        "search.next_hit",
        ("n",),
        "next hit",
        "Go to the next hit; behind the last one, to the next article",
        counts=True,
    ),
    Action(
        "search.previous_hit",
        ("N",),
        "previous hit",
        "Go to the hit before, or to the article before",
        counts=True,
    ),
    Action("move.down", ("j", "down"), "down", "Move down: a row, or a line of the text", Scope.ALL, counts=True),
    Action("move.up", ("k", "up"), "up", "Move up: a row, or a line of the text", Scope.ALL, counts=True),
    Action("move.page_down", ("ctrl+d", "pagedown"), "page down", "Move down by a page", Scope.ALL, counts=True),
    Action("move.page_up", ("ctrl+u", "pageup"), "page up", "Move up by a page", Scope.ALL, counts=True),
    Action(
        "move.top", ("g g", "home"), "top", "Move to the beginning, with a number to that row", Scope.ALL, counts=True
    ),
    Action("move.bottom", ("G", "end"), "bottom", "Move to the end, with a number to that row", Scope.ALL, counts=True),
    Action(
        "other.down",
        ("J",),
        "other down",
        "Move down in the other pane: the reader, or from there the list",
        counts=True,
    ),
    Action(
        "other.up", ("K",), "other up", "Move up in the other pane: the reader, or from there the list", counts=True
    ),
    Action("history.back", ("left_parenthesis", "alt+left"), "back", "Go back to the article that was opened before"),
    Action(
        "history.forward", ("right_parenthesis", "alt+right"), "forward", "Go forward again to what was opened after it"
    ),
    Action(
        "pane.next",
        ("tab",),
        "next pane",
        "Give the keys to the next pane; in the search bar, complete what is typed or take the spelling offered",
        Scope.APP,
    ),
    Action("pane.previous", ("shift+tab",), "previous pane", "Give the keys to the previous pane", Scope.APP),
    Action(
        "pane.wider",
        ("greater_than_sign",),
        "wider",
        "Make the pane that has the keys wider; stacked, higher",
        counts=True,
    ),
    Action(
        "pane.narrower", ("less_than_sign",), "narrower", "Make the pane that has the keys narrower; stacked, lower"
    ),
    Action("text.wider", ("right_curly_bracket",), "longer lines", "Make the lines of the text longer", counts=True),
    Action(
        "text.narrower", ("left_curly_bracket",), "shorter lines", "Make the lines of the text shorter", counts=True
    ),
    Action("pane.usual", ("equals_sign",), "usual sizes", "Go back to the sizes and panes of the configuration"),
    Action("pane.list", ("f2",), "list", "Show or hide the list; where there is one pane, go to it", Scope.APP),
    Action("pane.text", ("f3",), "text", "Show or hide the text; where there is one pane, go to it", Scope.APP),
    Action("pane.related", ("f4",), "related", "Show or hide the related articles, or go to them", Scope.APP),
    Action("pane.text_only", ("z",), "text only", "Show nothing but the text, or everything again"),
    Action("view.all", ("1",), "all", "Show all articles"),
    Action("view.unread", ("2",), "unread", "Show the unread articles"),
    Action("view.favourites", ("3",), "favourites", "Show the favourites"),
    Action("view.tag", ("4",), "one tag", "Show the articles of one tag", takes="a tag"),
    Action(
        "view.saved",
        ("6",),
        "saved",
        "Show a saved search, chosen from a list with their counts",
        takes="the name of a saved search",
    ),
    Action("search.save", ("w",), "save search", "Save the search and the view on show under a name", takes="a name"),
    Action(
        "list.stories",
        ("5",),
        "stories",
        "List one line for each story, its marks those of the leading version, or every article",
    ),
    Action("story.unfold", ("l", "right"), "versions", "Unfold the versions of a story in the list, or fold them"),
    Action("story.compare", ("d",), "compare", "Compare the article word by word with its closest version"),
    Action("story.merged", ("m",), "merged", "Read all versions of the story as one text"),
    Action("story.timeline", ("T",), "timeline", "Show what happened when, as the versions of the story tell it"),
    Action("front.open", ("0",), "front page", "Show the front page: what matters now, and day by day what did"),
    Action("names.open", ("p",), "names", "Show who and what the folder is about: people, places, organisations"),
    Action(
        "palette.open",
        ("colon", "ctrl+p"),
        "actions",
        "Find any action, tag, saved search or theme by its words",
        Scope.ANYWHERE,
    ),
    Action("theme.choose", ("f9",), "theme", "Choose a theme", Scope.ANYWHERE, takes="a theme"),
    Action(
        "problems.open",
        ("exclamation_mark",),
        "problems",
        "List the files that gave no article, or a doubtful one",
        Scope.APP,
    ),
    Action("app.refresh", ("R",), "refresh", "Look at the folder again", Scope.APP),
    Action("app.suspend", ("ctrl+z",), "to the shell", "Go to the shell; there fg comes back", Scope.ANYWHERE),
    Action(
        "app.repaint",
        ("f12",),
        "paint",
        "Paint the screen again, when something else has written on it",
        Scope.ANYWHERE,
    ),
    Action("config.reload", (), "configuration", "Read the configuration again: settings, keys, themes", Scope.APP),
    Action("welcome.open", (), "welcome", "Learn ten keys in a minute, on the articles themselves", Scope.APP),
    Action("app.screenshot", (), "picture", "Save a picture of the screen", Scope.ANYWHERE),
    Action(
        "app.back",
        ("escape", "h"),
        "back",
        "Go back: to the list or the page an article was opened from, from a search or a view to all articles",
        Scope.ALL,
    ),
    Action("app.leave", ("q",), "back or quit", "Go back, and quit where there is nothing to go back to", Scope.ALL),
    Action("app.quit", ("Q", "ctrl+q"), "quit", "Quit", Scope.ANYWHERE),
    Action("page.choose", ("enter",), "open", "Open what is under the cursor", Scope.PAGE),
    Action(
        "page.part_next", ("tab",), "next part", "Go to the next part, day or pane of the page", Scope.PAGE, counts=True
    ),
    Action("page.part_previous", ("shift+tab",), "part before", "Go to the part before", Scope.PAGE, counts=True),
    Action("page.versions", ("v",), "versions", "Choose among the versions", Scope.PAGE),
    Action("page.split", ("x",), "split", "Split it off: a version off the story, a spelling off a name", Scope.PAGE),
    Action("page.join", ("plus",), "join", "Join it with another: two stories, two names", Scope.PAGE),
    Action(
        "comparison.version_next",
        ("n",),
        "next version",
        "Compare the first with the next version",
        Scope.COMPARISON,
        counts=True,
    ),
    Action(
        "comparison.version_previous",
        ("N",),
        "version before",
        "Compare the first with the version before",
        Scope.COMPARISON,
        counts=True,
    ),
    Action("comparison.swap", ("s",), "swap", "Swap the two versions", Scope.COMPARISON),
    Action("merged.mark_read", ("M",), "mark read", "Mark all versions as read", Scope.MERGED),
    Action(
        "front.day_before",
        ("left", "left_square_bracket"),
        "day back",
        "Show the day before that has articles",
        Scope.FRONT,
        counts=True,
    ),
    Action(
        "front.day_after",
        ("right", "right_square_bracket"),
        "day on",
        "Show the day after; behind the last one, now",
        Scope.FRONT,
        counts=True,
    ),
    Action("front.now", ("n",), "now", "Show what matters now", Scope.FRONT),
    Action("names.narrow", ("slash",), "narrow", "Narrow the list by part of a name", Scope.NAMES),
    Action("names.rare", ("full_stop",), "rare", "List also what stands once in the folder, or no longer", Scope.NAMES),
    Action("names.all", ("1",), "all", "List names of every kind", Scope.NAMES),
    Action("names.people", ("2",), "people", "List people alone", Scope.NAMES),
    Action("names.places", ("3",), "places", "List places alone", Scope.NAMES),
    Action("names.organisations", ("4",), "organisations", "List organisations alone", Scope.NAMES),
    Action("names.others", ("5",), "others", "List the other names alone", Scope.NAMES),
)
"""Those of the panes first, in the order of the line of keys; those of the pages last."""


def action(id: str) -> Action:  # noqa: A002 - an action's id is called so everywhere
    """The action of that id. Raises `KeyError`."""
    return _BY_ID[id]


_BY_ID: Mapping[str, Action] = {each.id: each for each in ACTIONS}
