"""The table of all settings: under which key each stands in the configuration file, and how it is read and written.

A setting is a field of `Config`, `Layout` or `Commands` and a line here; checking, template and display follow from
that.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from reader.settings.config import Config, MarkRead, Start
from reader.settings.nodes import Node
from reader.settings.values import (
    UnfitError,
    listed,
    number_of,
    quoted,
    size_of,
    size_text,
    text_of,
    texts_of,
    truth_of,
    truth_text,
    word_of,
)

MOST_WIDTH = 85
"""Percent of the width that list and related pane may take together; the rest is left to the text."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting of the configuration file."""

    key: str
    """Its dotted name."""
    description: str
    """What it does, in sentences."""
    read: Callable[[Config, Node], Config]
    """The configuration with the value that was written. Raises `UnfitError`."""
    write: Callable[[Config], str]
    """Its value as YAML."""


def _command(node: Node) -> str:
    """A command; one line, because it is shown and typed on one."""
    text = text_of(node).strip()
    if not text.isprintable():
        raise UnfitError("must be a command on one line")
    return text


def _patterns(node: Node) -> tuple[str, ...]:
    patterns = texts_of(node)
    if not all(pattern.strip() for pattern in patterns):
        raise UnfitError("has an empty pattern")
    if any(pattern.startswith("!") for pattern in patterns):
        raise UnfitError("has a pattern that begins with !; nothing can be taken back, only left out")
    return patterns


SETTINGS: tuple[Setting, ...] = (
    Setting(
        "folder",
        "The folder of articles that `broadsheet` opens when none is named. ~ is your home directory, and a relative "
        "path begins at the directory of this file.",
        lambda config, node: replace(config, folder=text_of(node)),
        lambda config: quoted(config.folder),
    ),
    Setting(
        "theme",
        "The colours, by name; `broadsheet themes` lists them. auto takes theme_light or theme_dark, whichever fits "
        "the terminal.",
        lambda config, node: replace(config, theme=text_of(node)),
        lambda config: quoted(config.theme),
    ),
    Setting(
        "theme_light",
        "With theme: auto, the colours in a light terminal, and in one that does not tell its background.",
        lambda config, node: replace(config, theme_light=text_of(node)),
        lambda config: quoted(config.theme_light),
    ),
    Setting(
        "theme_dark",
        "With theme: auto, the colours in a dark terminal.",
        lambda config, node: replace(config, theme_dark=text_of(node)),
        lambda config: quoted(config.theme_dark),
    ),
    Setting(
        "ignore",
        "Files and folders that are not read. A pattern without a slash is compared with every name, one with a slash "
        "with the path inside the folder, and one that ends in a slash with the names of folders. The default leaves "
        "out everything hidden, backup copies and node_modules.",
        lambda config, node: replace(config, ignore=_patterns(node)),
        lambda config: listed(config.ignore),
    ),
    Setting(
        "max_file_size",
        "How much of one file is read, from 1 kB to 100 MB; of a larger file you see the beginning.",
        lambda config, node: replace(config, max_file_size=size_of(node, 1_000, 100_000_000)),
        lambda config: size_text(config.max_file_size),
    ),
    Setting(
        "watch",
        "Whether files that arrive, change or vanish show at once, or only when you refresh.",
        lambda config, node: replace(config, watch=truth_of(node)),
        lambda config: truth_text(config.watch),
    ),
    Setting(
        "mark_read",
        "When an article is marked as read: open (when you open it), preview (as soon as the reader shows it) or "
        "never (only by hand).",
        lambda config, node: replace(config, mark_read=MarkRead(word_of(node, MarkRead))),
        lambda config: quoted(config.mark_read),
    ),
    Setting(
        "mark_copies_read",
        "Whether reading an article marks its copies as read too: the same text in another file or outlet.",
        lambda config, node: replace(config, mark_copies_read=truth_of(node)),
        lambda config: truth_text(config.mark_copies_read),
    ),
    Setting(
        "start",
        "What is shown first: list (the articles, newest first) or front (the front page: what matters now).",
        lambda config, node: replace(config, start=Start(word_of(node, Start))),
        lambda config: quoted(config.start),
    ),
    Setting(
        "resume",
        "Whether a start goes on where you left the folder: the same article at the same place. Otherwise it begins "
        "with the first article, and nothing is kept of where you are.",
        lambda config, node: replace(config, resume=truth_of(node)),
        lambda config: truth_text(config.resume),
    ),
    Setting(
        "stories",
        "Whether the list begins with one line for each story, its other versions folded under it; otherwise every "
        "article has a line.",
        lambda config, node: replace(config, stories=truth_of(node)),
        lambda config: truth_text(config.stories),
    ),
    Setting(
        "mouse",
        "Whether the mouse works in Broadsheet. Without it the terminal selects text with the mouse as usual; with it "
        "hold shift to select.",
        lambda config, node: replace(config, mouse=truth_of(node)),
        lambda config: truth_text(config.mouse),
    ),
    Setting(
        "ascii_marks",
        "Whether unread, favourite and the other marks are shown in plain ASCII, for fonts that lack the usual signs.",
        lambda config, node: replace(config, ascii_marks=truth_of(node)),
        lambda config: truth_text(config.ascii_marks),
    ),
    Setting(
        "key_wait",
        "How long a digit waits for more keys, in milliseconds, so that 10j moves down ten rows and 1 by itself shows "
        "all articles, up to 2000; 0 for digits that act at once and no such numbers.",
        lambda config, node: replace(config, key_wait=number_of(node, 0, 2000)),
        lambda config: str(config.key_wait),
    ),
    Setting(
        "linear",
        "Whether everything is in one column, in words and without rules, as a screen reader or a Braille display "
        "reads it best; the option --linear does it for once. ascii_marks, show_cursor and no animation come with it.",
        lambda config, node: replace(config, linear=truth_of(node)),
        lambda config: truth_text(config.linear),
    ),
    Setting(
        "show_cursor",
        "Whether the terminal's own cursor is seen. It always stands on the row that is selected, on the first line "
        "of the text or where you type; a magnifier or a screen reader may follow it only where it is seen.",
        lambda config, node: replace(config, show_cursor=truth_of(node)),
        lambda config: truth_text(config.show_cursor),
    ),
    Setting(
        "animation",
        "Whether anything may move by itself.",
        lambda config, node: replace(config, animation=truth_of(node)),
        lambda config: truth_text(config.animation),
    ),
    Setting(
        "layout.list_width",
        "Width of the list in percent of the screen, from 15 to 70.",
        lambda config, node: replace(config, layout=replace(config.layout, list_width=number_of(node, 15, 70))),
        lambda config: str(config.layout.list_width),
    ),
    Setting(
        "layout.related_width",
        "Width of the related articles in percent of the screen, from 10 to 50; with the list at most "
        f"{MOST_WIDTH}, so that the text keeps its place.",
        lambda config, node: replace(config, layout=replace(config.layout, related_width=number_of(node, 10, 50))),
        lambda config: str(config.layout.related_width),
    ),
    Setting(
        "layout.show_related",
        "Whether the related articles are shown from the start, where the screen is wide enough for three panes.",
        lambda config, node: replace(config, layout=replace(config.layout, show_related=truth_of(node))),
        lambda config: truth_text(config.layout.show_related),
    ),
    Setting(
        "layout.measure",
        "How long a line of text may be, in columns, from 40 to 120. Between 66 and 76 it reads best.",
        lambda config, node: replace(config, layout=replace(config.layout, measure=number_of(node, 40, 120))),
        lambda config: str(config.layout.measure),
    ),
    Setting(
        "commands.editor",
        "The command that edits the file of an article, such as nano; its path is added. Without one $VISUAL counts, "
        "then $EDITOR.",
        lambda config, node: replace(config, commands=replace(config.commands, editor=_command(node))),
        lambda config: quoted(config.commands.editor),
    ),
    Setting(
        "commands.browser",
        "The command that opens a link, such as firefox; the address is added. Without one $BROWSER counts, then what "
        "the system opens addresses with.",
        lambda config, node: replace(config, commands=replace(config.commands, browser=_command(node))),
        lambda config: quoted(config.commands.browser),
    ),
    Setting(
        "commands.pipe",
        "The command that is proposed when you send an article to one, such as wc -w. A shell runs it, with the text "
        "on its input.",
        lambda config, node: replace(config, commands=replace(config.commands, pipe=_command(node))),
        lambda config: quoted(config.commands.pipe),
    ),
    Setting(
        "commands.aloud",
        "The command that reads an article aloud, such as espeak-ng or say. A shell runs it, with the text on its "
        "input.",
        lambda config, node: replace(config, commands=replace(config.commands, aloud=_command(node))),
        lambda config: quoted(config.commands.aloud),
    ),
)
"""Every setting but `keys`, in the order of the template; those of one group stand together."""

GROUPS = ("layout", "commands")
"""Settings that hold settings."""
KEYS = "keys"
"""The setting that holds the keys of the actions."""
MACROS = "macros"
"""The setting that holds a person's own actions."""
