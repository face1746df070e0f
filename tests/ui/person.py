"""A person at the terminal application: a folder to read, keys to press, and what is then on the screen."""

import shutil
import subprocess
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from time import monotonic
from unittest.mock import patch

from builders import BRIDGE, Desk, desk, write
from textual._compositor import Compositor
from textual._context import visible_screen_stack
from textual.pilot import Pilot
from textual.screen import Screen

from reader.library import Library
from reader.refresh.process import Refreshing
from reader.settings import choices, themes
from reader.settings.config import Config
from reader.settings.faults import Fault
from reader.settings.paths import shipped
from reader.settings.themes import Theme
from reader.ui.app import BroadsheetApp
from reader.ui.dialogs.mode import Mode
from reader.ui.terminal import Terminal

PATIENCE = 10.0
"""Seconds after which a condition that is waited for counts as failed."""
QUIET = Config(watch=False, stories=False, mark_copies_read=False, key_wait=0)
"""For stories of use that are not about a folder that changes, nor copies and stories in the list, nor numbers."""
ENDED = '{"outcome": {"unchanged": 1, "failed": []}}'
"""What a refresh reports that found everything as it was."""
_PAINTED: Callable[..., object] = Compositor.render_update
FILLERS = 30
"""Articles of no interest, older than the others."""


def folder_of_articles(root: Path) -> Desk:
    """A folder that was read before, newest article first: a long report, two accounts of one event, and so on."""
    made = desk(root)
    paragraphs = [f"Paragraph {count} of the report tells of the road and the weather on it." for count in range(60)]
    paragraphs[2] += " A lantern stood there."
    paragraphs[44] += " Another lantern stood here."
    write(made.folder, "long.txt", "\n\n".join(paragraphs), title="The long report", day="2021-05-30")
    bridge = BRIDGE.replace("fourteen months", "more than a year")
    write(made.folder, "bridge-2.txt", bridge, title="Bridge shut", day="2021-05-21", outlet="Kelmstad Daily")
    write(made.folder, "bridge-1.txt", BRIDGE, title="Bridge to close", day="2021-05-20", outlet="Varnholt Post")
    orchard = "Apples were dear in the orchard.\n\nLeave a Reply\n\nYour email address will not be published."
    write(made.folder, "orchard.txt", orchard, title="Orchard prices", day="2021-05-10", outlet="Fruit Weekly")
    for count in range(FILLERS):
        write(made.folder, f"note-{count:02}.txt", title=f"Note {count:02}", day=f"2021-04-{30 - count:02}")
    (made.folder / "picture.txt").write_bytes(b"\x89PNG\r\n" + bytes(range(256)))
    made.refresh()
    return made


def copy_of(ready: Desk, root: Path) -> Desk:
    """The same folder and cache elsewhere, without marks."""
    made = desk(root)
    shutil.copytree(ready.folder, made.folder, dirs_exist_ok=True)
    shutil.copytree(ready.cache, made.cache, dirs_exist_ok=True)
    return made


@cache
def every_theme() -> tuple[Theme, ...]:
    """The themes that come with Broadsheet."""
    return themes.available((shipped("themes"),))[0]


def refresh_without_news() -> Refreshing:
    """A refresh that has nothing to tell, at a tenth of the price of a real one."""
    command = [sys.executable, "-S", "-E", "-c", f"print('{ENDED}')"]
    return Refreshing(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))


@dataclass(frozen=True, slots=True)
class Person:
    """Someone with a keyboard and eyes."""

    app: BroadsheetApp
    pilot: Pilot[None]
    library: Library

    @property
    def lines(self) -> list[str]:
        """The screen, line by line; a mode has only the last line of it."""
        visible_screen_stack.set(self.app._background_screens)
        top = self.app.screen_stack[-2:] if isinstance(self.app.screen, Mode) else [self.app.screen]
        drawn = [[strip.text.rstrip() for strip in screen._compositor.render_strips()] for screen in top]
        return [*drawn[0][:-1], *drawn[-1][-1:]]  # nothing is drawn yet of a screen that has just been laid over

    @property
    def screen(self) -> str:
        return "\n".join(self.lines)

    @property
    def row(self) -> str:
        """The title under the list's cursor, with its marks; the related articles have a cursor of their own."""
        rows = [line for line in self.lines if line.startswith(("▌", "|"))]
        return rows[0][1:].partition("│")[0].strip() if rows else ""

    @property
    def title(self) -> str:
        """The line that tells how much there is."""
        return self.lines[0]

    @property
    def foot(self) -> str:
        """The line of keys, or the answer to the last one."""
        return self.lines[-1]

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)

    async def type(self, text: str) -> None:
        await self.pilot.press(*("space" if character == " " else character for character in text))

    async def until(self, condition: Callable[[], bool]) -> None:
        """Wait for something to be so."""
        end = monotonic() + PATIENCE
        while monotonic() < end:
            if condition():
                return
            await self.pilot.pause(0.01)
        raise AssertionError(f"waited in vain; on the screen:\n{self.screen}")

    async def sees(self, *texts: str) -> None:
        """Wait until all the texts are on the screen."""
        await self.until(lambda: not self._missing(texts))

    async def misses(self, *texts: str) -> None:
        """Wait until none of the texts is on the screen."""
        await self.until(lambda: self._missing(texts) == len(texts))

    def _missing(self, texts: tuple[str, ...]) -> int:
        """How many of the texts are not on the screen, which is drawn once."""
        screen = self.screen
        return sum(text not in screen for text in texts)

    async def at(self, row: str) -> None:
        """Wait until the list's cursor is on a row that says this."""
        await self.until(lambda: row in self.row)


def unpainted(
    compositor: Compositor, full: bool = False, screen_stack: list[Screen[object]] | None = None, simplify: bool = False
) -> object:
    """Paint no change: there is no terminal, and who looks has the whole screen drawn. Saves half of the time."""
    if full:  # a picture is taken
        return _PAINTED(compositor, full, screen_stack, simplify)
    compositor._dirty_regions.clear()
    return None


@asynccontextmanager
async def reading(
    made: Desk,
    config: Config = QUIET,
    *,
    size: tuple[int, int] = (120, 40),
    faults: tuple[Fault, ...] = (),
    refreshed: bool = False,
    terminal: Terminal = Terminal(),  # noqa: B008 - frozen
    keep_theme: Callable[[str], None] = lambda _: None,
    config_file: Path = Path("config.yaml"),
    load_again: Callable[[], choices.Choices] | None = None,
    watched: tuple[Path, ...] = (),
) -> AsyncIterator[Person]:
    """Open the folder in the application; with `refreshed` it is looked at first, as at every real start."""
    every = every_theme()
    library = made.open()
    chosen = replace(choices.of(config, every), faults=faults)
    under_way = None if refreshed else refresh_without_news()
    app = BroadsheetApp(
        library,
        chosen,
        under_way,
        config_file,
        terminal,
        keep_theme,
        load_again=load_again,
        watched=watched,
    )
    try:
        with patch.object(Compositor, "render_update", unpainted):
            async with app.run_test(size=size, notifications=True) as pilot:
                yield Person(app, pilot, library)
    finally:
        library.close()


def settings(**changes: object) -> Config:
    """A configuration that differs from the usual one, and does not watch the folder."""
    return replace(QUIET, **changes)  # type: ignore[arg-type]
