"""From the words of the command line to the command that does the work, or to the reader itself."""

import os
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from reader import __version__
from reader.cli.failures import DONE, USAGE, UsageError
from reader.cli.output import complain, say
from reader.cli.words import HELP, SharedOptions, arranged, cut_at_command
from reader.settings.paths import Paths, locate

if TYPE_CHECKING:
    from argparse import Namespace

Open = Callable[[str, SharedOptions, Paths], int]
"""Opens the reader on a folder, empty for the configured one; gives the exit code."""


def run(words: Sequence[str], open_reader: Open) -> int:
    """Do what the words ask for; the exit code. Raises any BroadsheetError."""
    from reader.cli.commands import BY_NAME

    cut = cut_at_command(words)
    command = BY_NAME.get(cut.command)
    if command is None or cut.literal:
        return _reader(cut.command, cut.others, open_reader)
    from reader.cli.commands import work
    from reader.cli.parsing import parser

    fill, do = work(command.name)
    made = parser(f"broadsheet {command.name}", command.description, command.example, fill)
    arguments = made.parse_args(arranged(cut.others, signed=command.signed))
    return do(arguments, located(arguments))


def located(arguments: "Namespace | SharedOptions") -> Paths:
    """Where everything is, for these arguments."""
    return locate(config=arguments.config, cache_dir=arguments.cache_dir, data_dir=arguments.data_dir)


def _reader(folder: str, others: Sequence[str], open_reader: Open) -> int:
    if "--version" in others:
        say(f"broadsheet {__version__}")
        return DONE
    if HELP.intersection(others):
        from reader.cli.overview import overview

        say(overview(located(_options([word for word in others if word not in HELP]))).rstrip("\n"))
        return DONE
    if folder:
        _check_command(folder)
    arguments = _options(others)
    if folder and arguments.folder:
        if not os.path.lexists(folder):
            raise UsageError(f"{folder}: no such command; `broadsheet --help` lists those that there are")
        raise UsageError(f"two folders are named, {folder} and {arguments.folder}; name one")
    if not sys.stdin.isatty() or not sys.stdout.isatty() or os.environ.get("TERM", "") in ("", "dumb"):
        complain("the reader needs a terminal; for text try: broadsheet list, or see: broadsheet --help")
        return USAGE
    return open_reader(folder or arguments.folder, arguments, located(arguments))


def _options(others: Sequence[str]) -> SharedOptions:
    if not others:
        return SharedOptions()
    from reader.cli.parsing import shared_options

    return shared_options(others)


def _check_command(word: str) -> None:
    """Raise UsageError where a word that should be a folder is none, and looks like a mistyped command."""
    if os.path.lexists(word):
        return
    from reader.cli.commands import BY_NAME
    from reader.settings.faults import near

    nearest = near(word, BY_NAME)
    if nearest:
        raise UsageError(f"{word}: no such command, and no such folder; did you mean {nearest}?")
