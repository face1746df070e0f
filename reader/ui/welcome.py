"""The welcome: ten keys that a person tries on the articles themselves, one after the other, and what they led to."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

LEAVING_KEYS = ("x", "w", "f10", "f8")
"""What ends the welcome: the first of these that no action has."""


@dataclass(frozen=True, slots=True)
class Step:
    """One key to try."""

    action: str
    """Whose key it is; a step whose action has no key is left out."""
    asks: str
    """What to try; `{key}` is its key, `{accept}` the one that ends a search."""
    tells: str
    """What it led to."""
    reached_by: tuple[str, ...] = ()
    """The actions of the table that lead there; empty for that one alone."""


STEPS = (
    Step(
        "move.down", "{key} goes down the list: try it.", "The text follows the cursor.", ("move.down", "move.bottom")
    ),
    Step("article.open", "{key} opens the article.", "It is open now, and counts as read."),
    Step(
        "article.next",
        "{key} turns the page, and at the end opens the next unread article.",
        "One key is enough to read everything.",
        ("article.next", "move.page_down"),
    ),
    Step(
        "search.open",
        "{key} searches: type a word, then {accept}.",
        "Only what holds the word is listed, and it is lit in the text.",
        ("search.accept",),
    ),
    Step("article.favourite", "{key} makes it a favourite.", "Its mark stays, also when the file moves."),
    Step("article.tag", "{key} gives it tags of your own.", "Tags are searched as tag:word."),
    Step("article.related", "{key} shows what is related to it, and why.", "Copies, other versions, background."),
    Step("story.open", "{key} lays out the whole story; esc comes back.", "So you see who has what, and what differs."),
    Step("help.open", "{key} shows every key; esc comes back.", "All of them can be changed."),
    Step("app.leave", "{key} goes back step by step, and from the list out.", ""),
)
"""The keys, in the order in which one needs them."""
GREETING = "Welcome! Ten keys in a minute, on real articles."
END = "That was all. Your own articles: broadsheet FOLDER."


class Tour:
    """How far a person has come; whatever else is done meanwhile is neither wrong nor lost."""

    def __init__(self, key: Callable[[str], str]) -> None:
        """`key` gives the first key of an action as one would write it, empty for none."""
        self._steps: Sequence[tuple[Step, str]] = [(step, key(step.action)) for step in STEPS if key(step.action)]
        self._accept = key("search.accept")
        self._reached: set[str] = set()
        self._place = 0
        self.told = GREETING
        """What the last step led to."""

    @property
    def ended(self) -> bool:
        """Whether there is nothing more to try."""
        return self._place >= len(self._steps)

    @property
    def progress(self) -> str:
        """`3 of 10`; empty at the end."""
        return "" if self.ended else f"{self._place + 1} of {len(self._steps)}"

    @property
    def asks(self) -> str:
        """What to try next; at the end what to do then."""
        if self.ended:
            return END
        step, key = self._steps[self._place]
        return step.asks.format(key=key, accept=self._accept)

    def note(self, action: str) -> bool:
        """Take note that something was done; whether that led on. What comes later is skipped when its turn comes."""
        self._reached.add(action)
        before = self._place
        while self._is_reached():
            self._place += 1
        if self._place == before:
            return False
        self.told = self._steps[before][0].tells
        return True

    def _is_reached(self) -> bool:
        """Whether what is to be tried now was done."""
        if self.ended:
            return False
        step, _ = self._steps[self._place]
        return not self._reached.isdisjoint(step.reached_by or (step.action,))


def leaving_key(taken: Sequence[str]) -> str:
    """The key that ends the welcome; empty where none is left."""
    return next((key for key in LEAVING_KEYS if key not in taken), "")
