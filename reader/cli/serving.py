"""`serve`: the reader in a browser."""

import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from importlib.util import find_spec
from pathlib import Path

import reader
from reader.cli.failures import DONE, FAILED, UsageError
from reader.cli.output import complain, say
from reader.cli.session import NOTHING_NAMED, chosen_folder, configured
from reader.errors import FolderError
from reader.settings.paths import Paths
from reader.web.address import Address

HOST = "127.0.0.1"
PORT = 8010
"""Where pages are offered unless told otherwise; not 8000, where half the world tries out things."""
WARNING = (
    "anybody who reaches {url} reads {folder}, changes its marks and can do all else that the reader can, in your "
    "name; there is no password and no encryption"
)
_CHILD = (
    "import sys; sys.path.append(sys.argv.pop()); from reader.__main__ import served; sys.exit(served(sys.argv[1:]))"
)


def fill_serve(made: ArgumentParser) -> None:
    """What `serve` takes."""
    made.add_argument("opened", nargs="?", metavar="FOLDER", default="", help="the folder (default: as --folder says)")
    made.add_argument("--host", metavar="HOST", default=HOST, help=f"where to offer the page (default: {HOST})")
    made.add_argument(
        "--port", type=_port, metavar="PORT", default=PORT, help=f"0 for any that is free (default: {PORT})"
    )
    made.add_argument(
        "--allow-others",
        action="store_true",
        help="let a --host be one that other machines reach; there is no password",
    )


def run_serve(arguments: Namespace, paths: Paths) -> int:
    """Serve until ctrl+c."""
    if arguments.opened and arguments.folder:
        raise UsageError(f"two folders are named, {arguments.opened} and {arguments.folder}; name one")
    address = Address(arguments.host.strip("[]"), arguments.port)
    folder = _folder(arguments, paths)
    if not address.local and not arguments.allow_others:
        warning = WARNING.format(url=address.url, folder=folder)
        raise UsageError(f"{warning}; if that is meant, add --allow-others, else leave --host out")
    if find_spec("textual_serve") is None:
        complain("the reader in a browser needs a package more; install it with: pip install 'broadsheet[web]'")
        return FAILED
    from reader.web.serving import serve  # takes aiohttp along, 200 ms

    def ready(bound: Address) -> None:
        say(f"{folder} is at {bound.url}  (ctrl+c ends it)")
        sys.stdout.flush()
        if not bound.local:
            complain(f"careful: {WARNING.format(url=bound.url, folder=folder)}")

    serve(_program(folder, arguments, paths), f"Broadsheet: {folder.name}", address, ready)
    return DONE


def _folder(arguments: Namespace, paths: Paths) -> Path:
    """The folder that is meant. Raises FolderError where it is none."""
    folder, samples = chosen_folder(arguments.opened or arguments.folder, configured(arguments, paths))
    if samples:
        complain(NOTHING_NAMED)
    if not folder.is_dir():
        raise FolderError(f"{folder}: there is no such folder; give the path of a folder of article files")
    return folder


def _program(folder: Path, arguments: Namespace, paths: Paths) -> list[str]:
    """The words that start a reader for one page."""
    named = (  # what was not named here is found there as it was here
        (arguments.config, paths.config_file),
        (arguments.cache_dir, paths.cache_dir),
        (arguments.data_dir, paths.data_dir),
    )
    places = (str(folder), *(str(path) if argument else "" for argument, path in named))
    return [sys.executable, "-P", "-c", _CHILD, *places, str(Path(reader.__file__).resolve().parent.parent)]


def _port(text: str) -> int:
    if not text.isascii() or not text.isdecimal() or int(text) > 65535:
        raise ArgumentTypeError(f"must be a number from 0 to 65535, not {text!r}")
    return int(text)
