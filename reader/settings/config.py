"""The configuration: what a person can set, each with its default, and what a configuration file says of it.

How that is written there stands in `reader.settings.table`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

from reader.errors import ConfigError
from reader.settings.faults import Fault
from reader.settings.macros import Macro
from reader.settings.themes import AUTO


class MarkRead(StrEnum):
    """When an article is marked as read."""

    OPEN = "open"
    """When it is opened."""
    PREVIEW = "preview"
    """As soon as the reader shows it, also while the cursor only passes."""
    NEVER = "never"
    """Only by the person."""


class Start(StrEnum):
    """What is shown first."""

    LIST = "list"
    """The list of articles."""
    FRONT = "front"
    """The front page."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How the screen is divided."""

    list_width: int = 36
    """Width of the list beside reader and related pane, percent."""
    related_width: int = 22
    """Width of the related pane where all three panes are side by side, percent."""
    show_related: bool = True
    """Whether the related pane is open at the start, where there is room for it."""
    measure: int = 72
    """Columns of a line of text."""


@dataclass(frozen=True, slots=True)
class Commands:
    """Commands of the person's own, each as it would be typed in a shell; empty for none."""

    editor: str = ""
    """What edits a file; empty for that of the environment."""
    browser: str = ""
    """What opens an address; empty for that of the system."""
    pipe: str = ""
    """What an article is sent to, as proposed when it is asked for first."""
    aloud: str = ""
    """What reads the text on its input aloud."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything that a person can set."""

    folder: str = ""
    """Absolute path of the folder that is opened when none is named; empty for none."""
    theme: str = AUTO
    """Name of the theme, or `AUTO` for `theme_light` or `theme_dark`, as the terminal is."""
    theme_light: str = "broadsheet"
    """Name of the theme for a light terminal, and for one that does not tell."""
    theme_dark: str = "broadsheet-dark"
    """Name of the theme for a dark terminal."""
    ignore: tuple[str, ...] = (".*", "*~", "node_modules")
    """Patterns of files and folders that are not read, in the manner of gitignore(5), without negation."""
    max_file_size: int = 2_000_000
    """Bytes that are read of one file."""
    watch: bool = True
    """Whether the folder is watched for changes."""
    mark_read: MarkRead = MarkRead.OPEN
    """When an article is marked as read."""
    mark_copies_read: bool = True
    """Whether the copies of an article are marked as read with it."""
    start: Start = Start.LIST
    """What is shown first."""
    resume: bool = True
    """Whether a start goes on where the last one ended."""
    stories: bool = True
    """Whether the list has one line for each story, not for each article."""
    mouse: bool = True
    """Whether the mouse works inside Broadsheet."""
    ascii_marks: bool = False
    """Whether marks are plain ASCII."""
    key_wait: int = 300
    """Milliseconds that a digit waits for more keys; 0 where numbers before keys are not wanted."""
    linear: bool = False
    """Whether everything is in one column, in words and without rules: for screen readers and Braille."""
    show_cursor: bool = False
    """Whether the terminal's own cursor is seen on what is selected."""
    animation: bool = True
    """Whether anything may move by itself."""
    layout: Layout = Layout()
    """How the screen is divided."""
    commands: Commands = Commands()
    """Commands of the person's own."""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys by action id, for actions whose keys are not those of the table; without clashes. See `keymap`."""
    macros: tuple[Macro, ...] = ()
    """Actions of the person's own, with the keys that are left to them."""

    def settled(self) -> "Config":
        """The same with what goes with it: a linear screen has plain marks and a cursor to follow, and stands still."""
        return replace(self, ascii_marks=True, show_cursor=True, animation=False) if self.linear else self


@dataclass(frozen=True, slots=True)
class Loaded:
    """A configuration, and what was wrong in its file."""

    config: Config
    """Everything that was right; the default where it was not."""
    problems: tuple[Fault, ...] = ()
    """What was wrong, in the order of the file."""
    remarks: tuple[Fault, ...] = ()
    """What is as the person wants it, and worth knowing all the same; in the order of the file."""
    lines: Mapping[str, int] = field(default_factory=dict, compare=False)
    """The line of every setting in the file, by its dotted name: for what only shows later, as an unknown theme."""


def load(path: Path, *, must_exist: bool = False) -> Loaded:
    """The configuration in a file; the defaults where there is no file.

    Never fails on what the file says: that comes back as problems, beside everything that was right.
    Raises `ConfigError` only where `must_exist` is set and there is no file.
    """
    if not _missing(path):
        from reader.settings.reading import read  # takes YAML along, 26 ms

        return read(path)
    if must_exist:
        raise ConfigError(f"{path}: no such file; `broadsheet config init` writes one")
    return Loaded(Config())


def _missing(path: Path) -> bool:
    """Whether there is no such file; one that may not be looked at is there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False
