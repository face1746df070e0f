"""`broadsheet --help`: every command in a line, the real paths, and three examples."""

from reader.cli.commands import COMMANDS
from reader.cli.words import LINEAR, SHARED
from reader.settings.paths import CACHE_VARIABLE, CONFIG_VARIABLE, DATA_VARIABLE, Paths

HEAD = """usage: broadsheet [FOLDER]
       broadsheet COMMAND ...

A news reader for the terminal: opens a folder of article files, finds, relates
and tags what is in it. It never changes a file in the folder.

Without FOLDER the configured folder is opened, or the sample articles where
none is configured. A folder that is called like a command is written ./FOLDER.
In the reader ? lists all keys, and q goes back and at last leaves.
"""
VARIABLES = f"  ({CONFIG_VARIABLE}, {CACHE_VARIABLE} and {DATA_VARIABLE} name others)\n"
TAIL = """
examples:
  broadsheet ~/articles
  broadsheet search 'ferry is:unread after:2021-04' --folder ~/articles
  broadsheet related --all --jsonl | jq .id
"""


OPTIONS = (
    *((f"{option} {value}", purpose) for option, value, purpose in SHARED),
    LINEAR,
    ("--json, --jsonl", "print JSON: one document, or one object a line"),
    ("-h, --help", "print this help"),
    ("--version", "print the version"),
)


def overview(paths: Paths) -> str:
    """The help as text of at most 80 columns, but for paths that are longer."""
    commands = "".join(f"  {command.name:11}{command.summary}\n" for command in COMMANDS)
    options = "".join(f"  {option:18}{purpose}\n" for option, purpose in OPTIONS)
    files = (
        ("settings", paths.config_file),
        ("marks", paths.data_dir / "state.sqlite3"),
        ("cache", paths.cache_dir),
        ("log", paths.log_file),
    )
    places = "".join(f"  {name:11}{path}\n" for name, path in files)
    return (
        f"{HEAD}\ncommands, each with a --help of its own:\n{commands}"
        f"\noptions, before or after the command:\n{options}\nfiles:\n{places}{VARIABLES}{TAIL}"
    )
