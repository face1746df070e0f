"""From words on the command line to a command with its arguments.

argparse, of the standard library: it costs 7 ms to import where click costs about 25 and typer 60, and one parser of
one command is all that is built for a call. Three things it cannot do are done here before it sees the words: shared
options stand before or after the command, a query or a tag may begin with `-`, and what is no command is a folder.
"""

import argparse
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NoReturn

from reader.cli.failures import UsageError
from reader.cli.output import say

VALUED = frozenset({"--folder", "--config", "--cache-dir", "--data-dir", "--sort", "--limit", "--query"})
"""Options that take a value, of all commands."""
SHARED = (
    ("--folder", "DIR", "the folder of articles (default: the configured one)"),
    ("--config", "FILE", "the configuration file"),
    ("--cache-dir", "DIR", "where catalogues and indexes are kept"),
    ("--data-dir", "DIR", "where marks are kept"),
)
"""The options that every command has: name, what stands for the value, purpose."""
HELP = frozenset({"-h", "--help"})

Fill = Callable[[argparse.ArgumentParser], None]
"""Tells a parser what a command takes."""


@dataclass(frozen=True, slots=True)
class Words:
    """The command line, cut at its command."""

    command: str
    """The first word that is no option; empty where there is none."""
    others: tuple[str, ...]
    """All other words, in order."""
    literal: bool = False
    """Whether the first word stands behind `--`, so that it is a folder, whatever it is called."""


class Parser(argparse.ArgumentParser):
    """A parser whose error is one line."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        raise UsageError(f"{message}; see `{self.prog} --help`")

    def print_help(self, _file: object = None) -> None:
        """Print the help. Raises OutputError, which argparse itself would keep to itself."""
        say(self.format_help().rstrip("\n"))


def cut_at_command(words: Sequence[str]) -> Words:
    """Find the first word that is neither an option nor the value of one."""
    position = 0
    while position < len(words):
        word = words[position]
        if word == "--":
            first, *rest = (*words[position + 1 :], "")
            return Words(first, (*words[:position], *filter(None, rest)), literal=True)
        if not word.startswith("-") or word == "-":
            return Words(word, (*words[:position], *words[position + 1 :]))
        position += 2 if word in VALUED else 1
    return Words("", tuple(words))


def arranged(words: Sequence[str], *, signed: bool = False) -> list[str]:
    """The same words with all options first and everything else behind `--`, where argparse leaves it alone.

    Only what begins with two dashes is an option, and `-h`; where `-x` means a change (`signed`), `-h` by itself.
    """
    options: list[str] = []
    others: list[str] = []
    waiting = iter(words)
    for word in waiting:
        if word == "--":
            others.extend(waiting)
        elif word.startswith("--"):
            value = next(waiting, None) if word in VALUED else None
            options.append(word if value is None else f"{word}={value}")
        elif word == "-h" and not (signed and len(words) > 1):
            options.append(word)
        else:
            others.append(word)
    return [*options, *(["--", *others] if others else [])]


def parser(program: str, description: str, example: str, fill: Fill) -> Parser:
    """The parser of one command, with the options that all have."""
    made = Parser(
        prog=program,
        description=textwrap.fill(description, 80),
        epilog=f"example:\n  {example}",
        formatter_class=_formatter,
        allow_abbrev=False,
    )
    fill(made)
    add_shared(made)
    return made


def add_shared(made: argparse.ArgumentParser) -> None:
    """The options that every command has."""
    shared = made.add_argument_group("shared options, before or after the command")
    for option, value, purpose in SHARED:
        shared.add_argument(option, metavar=value, default="", help=purpose)


def count(text: str) -> int:
    """A whole number from 1. Raises argparse.ArgumentTypeError."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not {text!r}")
    return int(text)


def add_json(made: argparse.ArgumentParser, *, lines: bool = True) -> None:
    """The choice between text and JSON."""
    choice = made.add_mutually_exclusive_group()
    choice.add_argument("--json", action="store_true", help="print one JSON document")
    if lines:
        choice.add_argument("--jsonl", action="store_true", help="print one JSON object a line")
    else:
        made.set_defaults(jsonl=False)


def add_no_refresh(made: argparse.ArgumentParser) -> None:
    """The way to ask many times in a row without looking at the folder each time."""
    made.add_argument("--no-refresh", action="store_true", help="do not look for changed files first")


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=26, width=80)
