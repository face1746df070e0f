"""Themes: a colour for every role, each theme in a YAML file of its own that is checked before it is used."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from reader.errors import ThemeError
from reader.settings import nodes
from reader.settings.faults import Fault, did_you_mean
from reader.settings.nodes import Node, YamlError, told
from reader.settings.values import UnfitError, quoted, text_of, truth_of, truth_text

ROLES: Mapping[str, str] = {
    "background": "Behind everything that is read",
    "surface": "Behind bars and dialogs",
    "text": "What is read",
    "muted": "Outlet, date and other metadata",
    "faint": "Boilerplate, and what is known already",
    "border": "Lines between panes",
    "accent": "The one colour that leads the eye: the pane with the keys, headings, links",
    "cursor": "Behind the row under the cursor",
    "cursor_text": "All words in the row under the cursor",
    "unread": "The mark of an unread article",
    "favourite": "The mark of a favourite",
    "tag": "Tags",
    "match": "Behind the words that a search found",
    "match_text": "The words that a search found",
    "new": "The mark of new articles and paragraphs",
    "error": "What went wrong",
    "warning": "What deserves a look",
    "success": "What went well",
}
"""What a theme gives a colour to, and what for."""
TERMINAL_COLOURS = (
    "ansi_default",
    *(f"ansi_{colour}" for colour in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")),
    *(f"ansi_bright_{colour}" for colour in ("black", "red", "green", "yellow", "blue", "magenta", "cyan", "white")),
)
"""The terminal's own colours, by Textual's names."""
AUTO = "auto"
"""In place of a theme's name: whichever fits the terminal."""
REVERSE = "reverse"
"""In place of the colour behind the cursor or a hit: the two colours of the terminal, changed round."""
REVERSIBLE = ("cursor", "match")
"""What can stand on a reversed ground."""
OWN = "ansi_default"
"""The terminal's own colour, of the text or behind it."""
HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
SETTINGS = ("description", "dark", "colours")
"""What a theme file holds."""
SUFFIX = ".yaml"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")
"""What a theme file may be called, without its ending: the name is a value of the configuration."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A set of colours."""

    name: str
    """Its name: that of its file, without the ending."""
    dark: bool
    """Whether its background is dark."""
    description: str
    """A few words for the list of themes."""
    colours: Mapping[str, str]
    """A colour for each of `ROLES`: `#rgb`, `#rrggbb` or one of `TERMINAL_COLOURS`; `REVERSE` for some grounds."""

    @property
    def monochrome(self) -> bool:
        """Whether it has no colours at all, and weight, lines and reversed grounds carry everything."""
        return REVERSE in self.colours.values()


def load(path: Path) -> Theme:
    """The theme in a file. Raises `ThemeError`, which names everything that is wrong, a line for each."""
    theme = _examined(path)
    if isinstance(theme, Theme):
        return theme
    raise ThemeError("\n".join(map(str, theme)))


def available(directories: Iterable[Path]) -> tuple[tuple[Theme, ...], tuple[Fault, ...]]:
    """The themes in some directories, by name, and what is wrong with the files that give none.

    Where two have one name, the one in the later directory counts. A directory that is not there holds no themes.
    """
    themes: dict[str, Theme] = {}
    faults: list[Fault] = []
    for directory in directories:
        try:
            paths = sorted(path for path in directory.iterdir() if path.suffix == SUFFIX)
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            faults.append(Fault(directory, 0, "", f"cannot be read: {error.strerror}"))
            continue
        for path in paths:
            theme = _examined(path)
            if isinstance(theme, Theme):
                themes[theme.name] = theme
            else:
                faults.extend(theme)
    return tuple(themes[name] for name in sorted(themes)), tuple(faults)


def named(name: str, themes: Iterable[Theme]) -> Theme:
    """The theme of that name. Raises `ThemeError` with the near spelling."""
    by_name = {theme.name: theme for theme in themes}
    if name not in by_name:
        raise ThemeError(f"no theme is called {told(name)!r}{did_you_mean(name, by_name)}")
    return by_name[name]


_ABOUT_REVERSE = (
    "# In a theme of nothing but ansi_default the grounds of cursor and match may be reverse: the two colours of the\n"
    "# terminal, changed round.\n"
)


def template(theme: Theme) -> str:
    """The text of a file that gives this theme, every role explained: the beginning of a theme of one's own."""
    width = max(len(f"{role}: {quoted(theme.colours[role])}") for role in ROLES)
    roles = "".join(
        f"  {f'{role}: {quoted(theme.colours[role])}':{width}}  # {purpose}\n" for role, purpose in ROLES.items()
    )
    return (
        f"# A theme for Broadsheet. Its name is that of this file; a colour is #rgb or #rrggbb in quotes,\n"
        f"# or one of the terminal's own, such as ansi_blue, ansi_bright_blue or ansi_default.\n"
        f"{_ABOUT_REVERSE if theme.monochrome else ''}"
        f"description: {quoted(theme.description)}\n"
        f"dark: {truth_text(theme.dark)}\n"
        f"colours:\n{roles}"
    )


def _examined(path: Path) -> Theme | tuple[Fault, ...]:
    """The theme in a file, or everything that is wrong with it."""
    from reader.settings import yamlfile  # 26 ms

    name = path.name.removesuffix(SUFFIX)
    if name == AUTO:
        return (Fault(path, 0, "", f"a theme cannot be called {AUTO}: that means whichever fits the terminal"),)
    if not NAME.fullmatch(name):
        return (Fault(path, 0, "", "a theme file's name consists of letters, digits, - and _, at most 40"),)
    try:
        tree = yamlfile.load(path)
    except YamlError as error:
        return (Fault(path, error.line, "", str(error)),)
    if not isinstance(tree, nodes.Mapping):
        return (Fault(path, tree.line, "", f"must hold {', '.join(SETTINGS)}"),)
    return _Examination(path).theme(name, tree)


class _Examination:
    """Reads one tree into a theme, and collects what is wrong on the way."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._faults: list[Fault] = []

    def theme(self, name: str, tree: nodes.Mapping) -> Theme | tuple[Fault, ...]:
        """The theme, or everything that is wrong."""
        dark = False
        description = ""
        colours: dict[str, str] = {}
        for key, line, node in self._entries(tree, SETTINGS, "", "a theme has no such setting"):
            try:
                if key == "dark":
                    dark = truth_of(node)
                elif key == "description":
                    description = _description(node)
                else:
                    colours = self._colours(node)
            except UnfitError as error:
                self._fault(line, key, str(error))
        if self._faults:
            return tuple(sorted(self._faults, key=lambda fault: fault.line))
        return Theme(name, dark, description, colours)

    def _fault(self, line: int, key: str, message: str) -> None:
        self._faults.append(Fault(self._path, line, key, message))

    def _colours(self, node: Node) -> dict[str, str]:
        if not isinstance(node, nodes.Mapping):
            raise UnfitError("must hold a colour for every role, such as `text: ansi_black`")
        colours = {}
        for role, line, value in self._entries(node, tuple(ROLES), "colours.", "there is no such role"):
            try:
                colours[role] = _colour(value, reversible=role in REVERSIBLE)
            except UnfitError as error:
                self._fault(line, f"colours.{role}", str(error))
        if REVERSE in colours.values() and not {*colours.values()} <= {REVERSE, OWN}:
            raise UnfitError(f"{REVERSE} goes with {OWN} only, for it has no colour")
        return {role: colours[role] for role in ROLES if role in colours}

    def _entries(
        self, tree: nodes.Mapping, known: tuple[str, ...], group: str, unknown: str
    ) -> Iterator[tuple[str, int, Node]]:
        """Name, line and value of the known entries; unknown, repeated and missing ones are faults."""
        lines: dict[str, int] = {}
        for name, node in tree.entries:
            if name.text not in known:
                self._fault(name.line, told(group + name.text), f"{unknown}{did_you_mean(name.text, known)}")
            elif name.text in lines:
                self._fault(name.line, group + name.text, f"stands in line {lines[name.text]} already")
            else:
                lines[name.text] = name.line
                yield name.text, name.line, node
        for name_missing in known:
            if name_missing not in lines:
                self._fault(tree.line, group + name_missing, "is missing")


def _description(node: Node) -> str:
    text = text_of(node)
    if not text.isprintable() or len(text) > 200:
        raise UnfitError("must be one line of at most 200 characters")
    return text


def _colour(node: Node, *, reversible: bool) -> str:
    """One colour, or a reversed ground. Raises `UnfitError`."""
    if isinstance(node, nodes.Scalar) and node.empty:
        raise UnfitError("has no colour; one that begins with # must stand in quotes")
    text = text_of(node)
    if HEX.fullmatch(text) or text in TERMINAL_COLOURS or (reversible and text == REVERSE):
        return text
    near = did_you_mean(text, TERMINAL_COLOURS)
    raise UnfitError(f"{told(text)!r} is no colour; write #rgb, #rrggbb or a name such as ansi_blue{near}")
