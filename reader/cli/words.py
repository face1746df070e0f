"""The words of the command line before a parser sees them.

Shared options stand before or after the command, a query or a tag may begin with `-`, and what is no command is a
folder: none of that can be told to argparse, and opening a folder does without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

VALUED = frozenset(
    {
        "--folder",
        "--config",
        "--cache-dir",
        "--data-dir",
        "--sort",
        "--limit",
        "--query",
        "--undo",
        "--kind",
        "--join",
        "--split",
        "--read",
        "--host",
        "--port",
        "--from",
    }
)
"""Options that take a value, of all commands."""
SHARED = (
    ("--folder", "DIR", "the folder of articles (default: the configured one)"),
    ("--config", "FILE", "the configuration file"),
    ("--cache-dir", "DIR", "where catalogues and indexes are kept"),
    ("--data-dir", "DIR", "where marks are kept"),
)
"""The options that every command has: name, what stands for the value, purpose."""
LINEAR = ("--linear", "read in one column, in words: for screen readers, Braille")
"""The option that the reader alone has: name and purpose."""
HELP = frozenset({"-h", "--help"})


@dataclass(frozen=True, slots=True)
class SharedOptions:
    """The values of the options that every command has; empty where they are not given."""

    folder: str = ""
    """The folder of articles."""
    config: str = ""
    """The configuration file."""
    cache_dir: str = ""
    """Where catalogues and indexes are kept."""
    data_dir: str = ""
    """Where marks are kept."""
    linear: bool = field(default=False, kw_only=True)
    """Whether the reader is to be in one column and in words; no command has that."""


@dataclass(frozen=True, slots=True)
class Words:
    """The command line, cut at its command."""

    command: str
    """The first word that is no option; empty where there is none."""
    others: tuple[str, ...]
    """All other words, in order."""
    literal: bool = False
    """Whether the first word stands behind `--`, so that it is a folder, whatever it is called."""


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
