"""Every command with all that it takes, read from its parser: for completion, the manual page and the reference."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from reader.cli.commands import COMMANDS, Command, work
from reader.cli.parsing import parser
from reader.cli.words import LINEAR, SHARED


class Sort(StrEnum):
    """What a value is, as far as a shell can help with it."""

    NOTHING = ""
    """Nobody can guess it."""
    WORDS = "words"
    """One of a few words."""
    FOLDER = "folder"
    """The path of a folder."""
    FILE = "file"
    """The path of a file; ids of articles are such paths inside the folder."""
    QUERY = "query"
    """Words and filters."""
    THEME = "theme"
    """The name of a theme."""
    FIELD = "field"
    """The name of a value that can be corrected."""
    CORRECTION = "correction"
    """Such a name, and behind = what it is."""


SORTS = {
    "DIR": Sort.FOLDER,
    "FOLDER": Sort.FOLDER,
    "FILE": Sort.FILE,
    "ID": Sort.FILE,
    "FILE_OR_ID": Sort.FILE,
    "STORY_OR_ID": Sort.FILE,
    "ID | +TAG | -TAG": Sort.FILE,
    "A": Sort.FILE,
    "B": Sort.FILE,
    "QUERY": Sort.QUERY,
    "THEME": Sort.THEME,
    "FIELD": Sort.FIELD,
    "FIELD=VALUE": Sort.CORRECTION,
}
"""What stands for a value in the help, and what it is."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An option, or a word that stands by itself."""

    names: tuple[str, ...]
    """`-h` and `--help`; what stands for the word, where it is no option."""
    purpose: str
    """What it is for."""
    value: str = ""
    """What stands for the value of an option, empty where it has none."""
    sort: Sort = Sort.NOTHING
    """What the value, or the word, is."""
    words: tuple[str, ...] = ()
    """The words that it can be."""

    @property
    def option(self) -> bool:
        """Whether it is an option."""
        return self.names[0].startswith("-")


@dataclass(frozen=True, slots=True)
class Branch:
    """One command."""

    command: Command
    """Its line in the table."""
    usage: str
    """How it is called, in one line, without the options that all commands have."""
    options: tuple[Taken, ...]
    """Its options, without those that all commands have."""
    others: tuple[Taken, ...]
    """What else it takes, in order."""


def tree() -> tuple[Branch, ...]:
    """All commands, in the order of the table."""
    return tuple(map(_branch, COMMANDS))


def shared() -> tuple[Taken, ...]:
    """The options that all commands have."""
    options = (Taken((name,), purpose, value, SORTS[value]) for name, value, purpose in SHARED)
    return (*options, Taken(("-h", "--help"), "print the help, of a command where one is named"))


def alone() -> tuple[Taken, ...]:
    """The options that `broadsheet` has where no command is named, beside the shared ones."""
    name, purpose = LINEAR
    return (Taken((name,), purpose), Taken(("--version",), "print the version"))


def _branch(command: Command) -> Branch:
    fill, _ = work(command.name)
    made = parser(f"broadsheet {command.name}", command.description, command.example, fill)
    common = {name for taken in shared() for name in taken.names}
    # argparse keeps what it was told in `_actions` alone; this name is as old as argparse itself.
    taken = [_taken(action) for action in made._actions if not common.intersection(action.option_strings)]
    options = tuple(each for each in taken if each.option)
    others = tuple(each for each in taken if not each.option)
    return Branch(command, " ".join(_usage(made)), options, others)


def _taken(action: argparse.Action) -> Taken:
    words = tuple(map(str, action.choices)) if action.choices else ()
    shown = action.metavar if isinstance(action.metavar, str) else ""
    value = shown or "|".join(words)
    sort = Sort.WORDS if words else SORTS.get(shown, Sort.NOTHING)
    purpose = action.help or ""
    if action.option_strings:
        return Taken(tuple(action.option_strings), purpose, value if action.nargs != 0 else "", sort, words)
    return Taken((value,), purpose, "", sort, words)


def _usage(made: argparse.ArgumentParser) -> Iterator[str]:
    """The words of the usage without those for the options that all commands have."""
    yield made.prog
    for action in made._actions:
        if action.option_strings:
            continue
        name = action.metavar if isinstance(action.metavar, str) else "|".join(map(str, action.choices or ()))
        yield {"*": f"[{name} ...]", "+": f"{name} ...", "?": f"[{name}]"}.get(str(action.nargs), name)
    yield "[OPTION ...]"
