"""Small builders that many tests share: article files, a library on a temporary directory, questions to it."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from reader.library import Library, Order, Places
from reader.model.headline import Headline
from reader.model.refresh import Outcome, Progress
from reader.query import parse
from reader.refresh.job import Job
from reader.refresh.work import refresh

TODAY = date(2021, 6, 1)
"""The day on which these tests take place."""

BRIDGE = (
    "The old harbour bridge at Varnholt will be closed for fourteen months from Thursday, the port authority announced,"
    " because inspectors found deep cracks in two of its pylons.\n\n"
    "Engineers working for Lindqvist Marine had warned for years that salt water was eating the steel, and a report"
    " written by Professor Ada Brenner asked the council to act before another winter passed.\n\n"
    "Ferries are going to carry workers across the sound every twenty minutes while the pylons are replaced, and"
    " lorries must take the northern road through Kelmstad, which adds almost an hour to the journey.\n"
)
"""A text long enough to be related; it names one weekday."""


def text_about(word: str) -> str:
    """A short text that holds `word` and hardly another that is rare."""
    return f"The council talked about the {word} until late in the evening and then went home without a decision.\n"


def write(
    folder: Path, name: str, text: str = "", *, title: str = "", day: str = "", outlet: str = "", section: str = ""
) -> Path:
    """Write an article file with front matter; without a text it is about its own name."""
    fields = {"title": title or f"About {Path(name).stem}", "date": day, "outlet": outlet, "section": section}
    head = "".join(f"{field}: {value}\n" for field, value in fields.items() if value)
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{head}---\n{text or text_about(Path(name).stem)}", encoding="utf-8")
    return path


def later(path: Path, seconds: int = 5) -> None:
    """Make a file's time of change younger, as an editor would."""
    about = path.stat()
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns + seconds * 1_000_000_000))


def rewrite(path: Path, before: str, after: str) -> None:
    """Change a passage of a file, and its time."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")
    later(path)


def nothing(_: Progress) -> None:
    """Take no notice of progress."""


@dataclass
class Desk:
    """A folder with everything that Broadsheet keeps about it, on a temporary directory."""

    places: Places

    @property
    def folder(self) -> Path:
        return self.places.folder

    @property
    def cache(self) -> Path:
        return self.places.cache

    @property
    def job(self) -> Job:
        return Job(self.places.folder, self.places.cache, self.places.ignore, self.places.limit)

    def refresh(self, report: Callable[[Progress], None] = nothing) -> Outcome:
        """Bring catalogue and index up to date, without marks."""
        return refresh(self.job, report)

    def open(self) -> Library:
        """Open the library as it is."""
        return Library(self.places)

    def refreshed(self) -> Library:
        """Open the library and bring it up to date."""
        library = self.open()
        library.refresh(nothing)
        return library

    def delete_cache(self) -> None:
        shutil.rmtree(self.cache)


def desk(root: Path, *, ignore: tuple[str, ...] = (), limit: int = 2_000_000) -> Desk:
    """An empty folder below `root`, and places for the rest."""
    folder = root / "articles"
    folder.mkdir(parents=True, exist_ok=True)
    return Desk(Places(folder, root / "cache", root / "data", root / "log", ignore, limit))


def found(library: Library, text: str, order: Order | None = Order.NEWEST, *, typing: bool = False) -> list[str]:
    """Ids of the articles that answer a query, in order."""
    query = parse(text, TODAY, typing=typing)
    numbers = library.find(library.completed(query) if typing else query, order).numbers
    return [headline.id for headline in library.headlines(numbers)]


def headline(library: Library, identifier: str) -> Headline:
    """The headline of one article."""
    return library.headlines([library.number(identifier)])[0]


def everything(library: Library) -> list[str]:
    """All ids, alphabetically."""
    return sorted(found(library, "*"))
