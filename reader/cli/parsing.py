"""The parser of one command.

argparse, of the standard library: it costs 7 ms to import where click costs about 25 and typer 60, and one parser of
one command is all that is built for a call. What it cannot do is done before it sees the words: see `reader.cli.words`.
"""

import argparse
import textwrap
from collections.abc import Callable, Sequence
from typing import NoReturn

from reader.cli.failures import UsageError
from reader.cli.output import say
from reader.cli.words import LINEAR, SHARED, SharedOptions

WIDTH = 80
"""Columns of a help."""

Fill = Callable[[argparse.ArgumentParser], None]
"""Tells a parser what a command takes."""


class Parser(argparse.ArgumentParser):
    """A parser whose error is one line."""

    def error(self, message: str) -> NoReturn:
        """Raise UsageError."""
        told = message.replace("arguments: -- ", "arguments: ")  # those dashes are ours: see `arranged`
        raise UsageError(f"{told}; see `{self.prog} --help`")

    def print_help(self, _file: object = None) -> None:
        """Print the help. Raises OutputError, which argparse itself would keep to itself."""
        say(self.format_help().rstrip("\n"))


def parser(program: str, description: str, example: str, fill: Fill) -> Parser:
    """The parser of one command, with the options that all have."""
    made = Parser(
        prog=program,
        description=textwrap.fill(description, WIDTH, break_on_hyphens=False),
        formatter_class=_formatter,
        allow_abbrev=False,
        add_help=False,
    )
    made._positionals.title = "arguments"  # the only way to call them so; it has been there as long as argparse
    fill(made)
    usage = made.format_usage().partition(": ")[2].rstrip("\n")
    made.usage = usage.replace("%", "%%")  # without what all commands have: that would be half of it
    add_shared(made)
    made.epilog = f"{_queries(made)}example:\n  {example}"
    return made


def add_shared(made: argparse.ArgumentParser) -> None:
    """The options that every command has."""
    shared = made.add_argument_group("shared options, before or after the command")
    for option, value, purpose in SHARED:
        shared.add_argument(option, metavar=value, default="", help=purpose)
    shared.add_argument("-h", "--help", action="help", help="print this help")


def shared_options(others: Sequence[str]) -> SharedOptions:
    """The values of the options that the reader has: those of every command, and --linear. Raises UsageError."""
    made = Parser(prog="broadsheet", add_help=False, allow_abbrev=False, usage="broadsheet [FOLDER]")
    add_shared(made)
    made.add_argument(LINEAR[0], action="store_true", help=LINEAR[1])
    found = made.parse_args(list(others))
    return SharedOptions(found.folder, found.config, found.cache_dir, found.data_dir, linear=found.linear)


def count(text: str) -> int:
    """A whole number from 1. Raises argparse.ArgumentTypeError."""
    if not text.isdecimal() or not int(text):
        raise argparse.ArgumentTypeError(f"must be a whole number from 1, not {text!r}")
    return int(text)


def add_limit(made: argparse.ArgumentParser) -> None:
    """The way to have only the first of many printed."""
    made.add_argument("--limit", type=count, metavar="N", default=0, help="print at most so many (default: all)")


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


def _queries(made: argparse.ArgumentParser) -> str:
    """What a query is made of, for the help of a command that takes one."""
    if not any(action.metavar == "QUERY" for action in made._actions):
        return ""
    from reader.query.terms import FIELDS, MARKS

    fields = " ".join(f"{field}:" for field in FIELDS if field != "is")
    marks = " ".join(f"is:{mark}" for mark in MARKS)
    told = (
        'two words, "a phrase", one OR other, -without, ( ), begin*, spelt~',
        *textwrap.wrap(fields, WIDTH - 2),
        marks,
        'such as: tag:ferry outlet:"Cape Herald" after:2021-04 newer:3d -is:read',
    )
    return "".join(("queries:\n", *(f"  {line}\n" for line in told), "\n"))


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=26, width=WIDTH)
