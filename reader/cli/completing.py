"""`completion`: scripts that make bash, zsh and fish complete words, made from the tables.

The scripts hold all words and start nothing, for a key press is no moment to wait for Python (100 ms).
"""

from argparse import ArgumentParser, Namespace

from reader.cli.failures import DONE
from reader.cli.output import say
from reader.settings.paths import Paths

SHELLS = ("bash", "zsh", "fish")


def fill_completion(made: ArgumentParser) -> None:
    """What `completion` takes."""
    made.add_argument("shell", choices=SHELLS, help="the shell that is to complete")


def run_completion(arguments: Namespace, _: Paths) -> int:
    """Print the script."""
    from reader.cli import shells
    from reader.cli.tree import shared, tree

    scripts = {"bash": shells.bash, "zsh": shells.zsh, "fish": shells.fish}
    say(scripts[arguments.shell](tree(), shared()).rstrip("\n"))
    return DONE
