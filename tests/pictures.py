"""Take the README's pictures: the app itself on the sample articles, at fixed sizes, into `tests/pictures/`.

    python tests/pictures.py [NAME…]

Everything is kept in a temporary directory, so that nobody's marks and settings are in the pictures.
"""

import asyncio
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot
from textual.widgets import Input

from reader.library import Library, Places
from reader.model.refresh import Progress
from reader.query import parse
from reader.settings import choices
from reader.settings.paths import locate, shipped
from reader.ui.app import BroadsheetApp
from reader.ui.screens.main import MainScreen

PICTURES = Path(__file__).parent / "pictures"
MODIFIED = 1_790_000_000
"""Seconds since 1970: when the first file was changed, each other one a second before the one ahead of it by name. It
decides on the order of articles of one day."""
EMBEDDED_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, 'Liberation Mono', monospace"
"""Fonts of whoever looks: a picture fetches nothing."""
REPLACED = {
    f"font-family: {FONTS};\n        font-size: 20.26px": "font-family: Fira Code, monospace;\n        font-size: 20px",
    "font-family: sans-serif": "font-family: arial",
    '<svg xml:space="preserve" ': "<svg ",
}
"""Our words for Textual's. A cell is 12.2 wide, and most of these fonts' letters .602 of their size; and blanks at the
ends count, whatever draws the picture."""
WIDTH = re.compile(r'(<text class="[^"]*-r\d+"[^>]* textLength=")[\d.]+("[^>]*>)([^<]*)</text>')
"""A text with the width that it is drawn in."""
CELL = 12.2
"""Width of a cell."""
SETTLE_SECONDS = 20
TAGS: Mapping[str, tuple[str, ...]] = {
    '"saint orla"': ("ferry", "inquiry"),
    "volcano": ("asia", "science"),
    "dam": ("water",),
    "ceasefire": ("peace talks",),
    "gullhaven": ("economy",),
}
"""What a person may have tagged: a query, and the tags of what answers it."""
FAVOURITES = "title:ferry OR title:volcano OR title:keepers"


@dataclass(frozen=True, slots=True)
class Picture:
    """What a picture shows."""

    theme: str
    """Name of the theme."""
    at: str = "four dead as ferry"
    """Words of the title of the article under the cursor."""
    keys: tuple[str, ...] = ()
    """Keys that are pressed on that article."""
    before: tuple[str, ...] = ()
    """Keys that are pressed before it is looked for."""
    size: tuple[int, int] = (120, 36)
    """Columns and rows."""


SEARCH = ("slash", *"ferr", "y", "enter")
WANTED: Mapping[str, Picture] = {
    "main-light": Picture("broadsheet"),
    "main-dark": Picture("harbour", at="thousands flee"),
    "search-light": Picture("broadsheet", before=SEARCH),
    "tags-light": Picture("broadsheet", keys=("t", "e")),
    "help-dark": Picture("harbour", keys=("question_mark",)),
    "story-light": Picture("broadsheet", keys=("S",), size=(120, 44)),
    "compare-light": Picture("broadsheet", keys=("d",)),
    "names-dark": Picture("harbour", keys=("p",)),
    "front-light": Picture("broadsheet", keys=("0",)),
    "evidence-dark": Picture("harbour", at="thousands flee", keys=("i",)),
    "narrow-light": Picture("broadsheet", keys=("enter",), size=(80, 24)),
}


def main() -> None:
    """Take the pictures that are named, or all."""
    PICTURES.mkdir(exist_ok=True)
    for name in sys.argv[1:] or WANTED:
        with tempfile.TemporaryDirectory() as directory:
            drawn = asyncio.run(taken(WANTED[name], Path(directory)))
        (PICTURES / f"{name}.svg").write_text(drawn, encoding="utf-8")
        print(f"{name}.svg: {len(drawn.encode()) // 1000} kB")


async def taken(picture: Picture, root: Path) -> str:
    """The picture as SVG, everything that belongs to it kept below `root`."""
    chosen = choices.load(locate(config=write_settings(root, picture.theme), environment={}))
    library = marked_library(root)
    app = BroadsheetApp(library, chosen)
    try:
        async with app.run_test(size=picture.size) as pilot:
            await settled(pilot)
            await pilot.press(*picture.before)
            await settled(pilot)
            await go_to(pilot, picture.at)
            await pilot.press(*picture.keys)
            await settled(pilot)
            return plain(app.export_screenshot(title="Broadsheet"))
    finally:
        library.close()


def write_settings(root: Path, theme: str) -> Path:
    """A configuration file; the folder is not watched."""
    path = root / "config.yaml"
    path.write_text(f"theme: {theme}\nwatch: false\n")
    return path


def marked_library(root: Path) -> Library:
    """A library of the sample articles of which some are read, tagged and favourites."""
    folder = root / "sample_articles"
    shutil.copytree(shipped("sample_articles"), folder)
    for count, path in enumerate(sorted(folder.rglob("*"))):
        os.utime(path, (MODIFIED, MODIFIED - count))
    library = Library(Places(folder, root / "cache", root / "data", root / "log"))
    library.refresh(ignore)
    for query, tags in TAGS.items():
        library.change_tags(found(library, query), tags, ())
    library.set_favourite(found(library, FAVOURITES), True)
    library.set_read(found(library, "*")[1::3], True)
    return library


def ignore(_: Progress) -> None:
    """Take no notice of progress."""


def found(library: Library, query: str) -> list[int]:
    """Numbers of the articles that answer."""
    return list(library.find(parse(query, date.today())).numbers)


async def go_to(pilot: Pilot[None], title: str) -> None:
    """Move the cursor to an article."""
    screen = main_screen(pilot)
    for number in screen.numbers:
        headline = screen.headline(number)
        if headline and title in headline.title.casefold():
            screen.list.go_to(number)
            steps = min(6, len(screen.list.rows) - screen.list.cursor - 1)  # away from the edge of the screen
            await pilot.press(*"j" * steps, *"k" * steps)
            return await settled(pilot)
    raise LookupError(title)


def main_screen(pilot: Pilot[None]) -> MainScreen:
    """The screen under all dialogs."""
    return next(screen for screen in pilot.app.screen_stack if isinstance(screen, MainScreen))


async def settled(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way any more: no refresh, no worker, the article under the cursor on show."""
    screen = main_screen(pilot)
    for field in pilot.app.screen.query(Input):
        field.cursor_blink = False

    def quiet() -> bool:
        shown = screen.shown == screen.list.cursor_number and (screen.reader.article is not None)
        return shown and not screen.refresher.busy and not any(worker.is_running for worker in pilot.app.workers)

    await until(pilot, quiet)
    await pilot.pause(0.2)  # longer than typing or the cursor may pause before the next worker begins
    await until(pilot, quiet)
    await pilot.pause()


async def until(pilot: Pilot[None], holds: Callable[[], bool]) -> None:
    """Wait until something holds. Raises TimeoutError."""
    async with asyncio.timeout(SETTLE_SECONDS):
        while not holds():
            await pilot.pause(0.02)


def plain(svg: str) -> str:
    """The picture without fonts from elsewhere."""
    svg = EMBEDDED_FONTS.sub("", svg)
    for ours, theirs in REPLACED.items():
        if theirs not in svg:
            raise LookupError(f"Textual's pictures are made otherwise now: no {theirs!r}")
        svg = svg.replace(theirs, ours)
    svg = WIDTH.sub(_as_wide_as_its_cells, svg)
    return re.sub(r"[ \t]+$", "", svg, flags=re.MULTILINE)


def _as_wide_as_its_cells(found: re.Match[str]) -> str:
    """A text with the width of its cells: Textual counts characters, and squeezes what is written in wide ones."""
    wide = cell_len(unescape(found[3]))
    return f"{found[1]}{wide * CELL:g}{found[2]}{found[3]}</text>"


if __name__ == "__main__":
    main()
