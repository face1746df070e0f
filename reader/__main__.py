"""Wiring: the words of the command line, a front end, and an exit code."""

import gc
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING

from reader import __version__

if TYPE_CHECKING:
    from reader.cli.words import SharedOptions
    from reader.settings.paths import Paths


def main(words: Sequence[str] | None = None) -> int:
    """Run `broadsheet` with these words, by default those of the command line; the exit code. Never raises."""
    words = sys.argv[1:] if words is None else words
    from reader.cli.failures import guarded

    _prepare_streams()
    return guarded(lambda: _run(words), _log)


def served(words: Sequence[str]) -> int:
    """Open the reader behind a page of a browser, for folder, configuration file, cache and data; the exit code."""
    from reader.cli.failures import guarded
    from reader.cli.run import located
    from reader.cli.words import SharedOptions
    from reader.web.parent import end_with_parent

    _prepare_streams()
    end_with_parent()
    options = SharedOptions(*words)
    return guarded(lambda: open_reader(options.folder, options, located(options)), _log)


def open_reader(folder: str, options: "SharedOptions", paths: "Paths") -> int:
    """Open the reader on a folder, or on the configured one where none is named; the exit code."""
    gc.disable()  # until the first screen: looking for garbage among what is only being loaded takes 40 ms
    from reader.cli.session import chosen_folder
    from reader.errors import BroadsheetError
    from reader.settings import choices
    from reader.ui.start import run

    def load() -> choices.Choices:
        chosen = choices.load(paths, must_exist=bool(options.config))
        return replace(chosen, config=replace(chosen.config, linear=True)) if options.linear else chosen

    chosen = load()
    opened, samples = chosen_folder(folder, chosen.config)
    try:
        return run(opened, paths, load, chosen, samples=samples)
    except BroadsheetError:
        raise
    except Exception as bug:
        _trace(bug)
        raise


def _trace(bug: Exception) -> None:
    """Print where a bug was met, which has ended the reader: the screen is gone, and the log is another file."""
    import traceback

    from reader.cli.output import plain

    sys.stderr.write(plain("".join(traceback.format_exception(bug))))
    sys.stderr.write(
        "Your marks are safe: each was kept when it was set. Please report this, with the log named below.\n"
    )


def _prepare_streams() -> None:
    """Have all three streams there, also where the shell closed them (`>&-`), and able to take any character."""
    nowhere = Path(os.devnull)
    sys.stdin = sys.stdin or nowhere.open()  # each takes the lowest free number, so that no file of ours becomes 1 or 2
    sys.stdout = sys.stdout or nowhere.open("w")
    sys.stderr = sys.stderr or nowhere.open("w")
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _run(words: Sequence[str]) -> int:
    if "--version" in words[:1]:
        from reader.cli.output import say

        say(f"broadsheet {__version__}")
        return 0
    from reader.cli.run import run

    return run(words, open_reader)


def _log() -> Path:
    from reader.settings.paths import locate

    return locate().log_file


if __name__ == "__main__":
    sys.exit(main())
