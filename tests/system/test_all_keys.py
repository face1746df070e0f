"""Every key of the table, typed as a terminal sends it into the real program, asks for its action: in every place."""

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from builders import Desk
from terminal import Terminal
from told_story import telling

from reader.settings.keynames import SIGNS
from reader.settings.keys import ACTIONS, PAGES, PANES, Scope
from reader.ui.bindings import live_in
from reader.ui.screens.comparison import ComparisonScreen
from reader.ui.screens.front import FrontScreen
from reader.ui.screens.keyed_page import MOVES, PageKey
from reader.ui.screens.merged import MergedScreen
from reader.ui.screens.names import NamesScreen
from reader.ui.screens.story import StoryScreen
from reader.ui.screens.timeline import TimelineScreen

SENT = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "shift+tab": "\x1b[Z",
    "space": " ",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "alt+right": "\x1b[1;3C",
    "alt+left": "\x1b[1;3D",
    "home": "\x1b[H",
    "end": "\x1b[F",
    "pageup": "\x1b[5~",
    "pagedown": "\x1b[6~",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "f7": "\x1b[18~",
    "f8": "\x1b[19~",
    "f9": "\x1b[20~",
    "f10": "\x1b[21~",
    "f11": "\x1b[23~",
    "f12": "\x1b[24~",
}
"""What a terminal sends for a key without a character of its own: xterm's control sequences."""
TABLE = {each.id: each.keys for each in ACTIONS}
TO_PANE = {Scope.LIST: "", Scope.READER: "\t", Scope.RELATED: "\t\t", Scope.SEARCH: "/"}
"""What leads from the list to each pane."""
LET = "pane.next,search.open"
PAGE_KEYS: dict[Scope, tuple[str, str, Sequence[PageKey]]] = {
    Scope.FRONT: ("0", "front.open", FrontScreen.KEYS),
    Scope.NAMES: ("p", "names.open", NamesScreen.KEYS),
    Scope.STORY: ("S", "story.open", StoryScreen.KEYS),
    Scope.COMPARISON: ("d", "story.compare", ComparisonScreen.KEYS),
    Scope.MERGED: ("m", "story.merged", MergedScreen.KEYS),
    Scope.TIMELINE: ("T", "story.timeline", TimelineScreen.KEYS),
}
"""By page: the key that opens it, the action that does, and what it has beside what all pages have."""
TITLES = {
    Scope.FRONT: "Front page",
    Scope.NAMES: "Names",
    Scope.STORY: "Story",
    Scope.COMPARISON: "Compare",
    Scope.MERGED: "Merged",
    Scope.TIMELINE: "Timeline",
}
"""What stands first on each page."""
PATIENCE = 30.0


TEXTUALS = ("ctrl+q",)
"""Keys that Textual itself takes for the same: they end the program."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """A folder with a story, read."""
    return telling(tmp_path_factory.mktemp("told"))


def sent(keys: str) -> str:
    """What a terminal sends for a key, or for several one after another."""
    return "".join(_sent(key) for key in keys.split(" "))


def _sent(key: str) -> str:
    if key.startswith("ctrl+") and len(key) == len("ctrl+x"):
        return chr(ord(key[-1].upper()) - 64)
    return SENT.get(key) or SIGNS.get(key, key)


class Recorded:
    """The program in a terminal, and what its keys asked for."""

    def __init__(self, made: Desk, root: Path, let: str) -> None:
        self._record = root / "record"
        self._record.write_text("")
        config = root / "config.yaml"
        config.write_text("key_wait: 0\nwatch: false\n")
        kept = {"CONFIG": config, "CACHE_DIR": made.cache, "DATA_DIR": root / "data"}
        environment = {**{f"BROADSHEET_{name}": str(path) for name, path in kept.items()}, "TERM": "xterm-256color"}
        path = os.pathsep.join(str(Path(__file__).parents[level]) for level in (2, 1))
        recorder = str(Path(__file__).with_name("key_recorder.py"))
        words = [sys.executable, recorder, str(self._record), let, str(made.folder)]
        self.terminal = Terminal(words, {**environment, "PYTHONPATH": path})
        self.terminal.until("Bridge", PATIENCE)

    @property
    def asked(self) -> list[str]:
        """The ids of the actions, in order."""
        return self._record.read_text().split()

    def type(self, keys: str, *, wanted: int) -> list[str]:
        """Type a key; what it asked for, as soon as so much was asked for."""
        before = len(self.asked)
        self.terminal.send(keys)
        end = time.monotonic() + PATIENCE
        while len(self.asked) < before + wanted and time.monotonic() < end:
            self.terminal.rest(0.01)
        return self.asked[before:]

    def close(self) -> None:
        """End the program."""
        os.kill(self.terminal.process, 9)
        os.waitpid(self.terminal.process, 0)
        self.terminal.__exit__(None, None, None)


def told(key: str, name: str, asked: list[str]) -> str:
    """What is wrong with a key; empty where nothing is."""
    return "" if asked == [name] else f"{key}: {asked} in place of {name}"


@pytest.mark.parametrize("place", [*PANES, Scope.SEARCH])
def test_every_key_of_a_pane_asks_for_its_action(made: Desk, tmp_path: Path, place: Scope) -> None:
    recorded = Recorded(made, tmp_path, LET)
    try:
        if TO_PANE[place]:
            recorded.type(TO_PANE[place], wanted=len(TO_PANE[place]))
        letters = place is Scope.SEARCH
        live = {key: name for key, name in live_in(place, TABLE).items() if name not in LET and key not in TEXTUALS}
        typed = {key: name for key, name in live.items() if not (letters and len(sent(key)) == 1 and sent(key) >= " ")}
        wrong = [told(key, name, recorded.type(sent(key), wanted=1)) for key, name in typed.items()]
        assert list(filter(None, wrong)) == []
        assert len(typed) > 5
    finally:
        recorded.close()


@pytest.mark.parametrize("place", PAGES)
def test_every_key_of_a_page_asks_for_its_action(made: Desk, tmp_path: Path, place: Scope) -> None:
    key, opens, own_keys = PAGE_KEYS[place]
    recorded = Recorded(made, tmp_path, f"move.down,{opens}")
    try:
        assert recorded.type("j", wanted=1) == ["move.down"]
        recorded.terminal.until("In this story", PATIENCE)  # the first of the tests has the folder related
        assert recorded.type(sent(key), wanted=1) == [opens]
        recorded.terminal.until(TITLES[place], PATIENCE)
        own = [each for each in ACTIONS if place in each.scope.places]
        has = {each.action for each in (*own_keys, *MOVES)}
        wanted = {key: each.id for each in own if each.id in has for key in each.keys if key not in TEXTUALS}
        wrong = [told(key, name, recorded.type(sent(key), wanted=1)) for key, name in wanted.items()]
        assert list(filter(None, wrong)) == []
        assert len(wanted) > 15
    finally:
        recorded.close()
