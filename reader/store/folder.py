"""The folder of article files: which files there are, and what is in one of them. Nothing here writes."""

import os
import re
import stat
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase, translate
from pathlib import Path

from reader.errors import ArticleError, FolderError
from reader.model.refresh import Problem

_UNSHOWABLE = "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]"


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file as the directory lists it; its content was not read."""

    path: str
    """Path inside the folder, `/` between parts; bytes that are no UTF-8 stand as lone surrogates (PEP 383)."""
    size: int
    """In bytes."""
    modified: int
    """Time of the last change, nanoseconds since 1970."""


@dataclass(frozen=True, slots=True)
class FileContent:
    """What was read of one file."""

    data: bytes
    """Its first bytes, up to the limit, and one more where it is longer."""
    digest: bytes
    """128-bit digest of the data read and the file's size: equal content, equal digest."""


@dataclass(frozen=True, slots=True)
class Listing:
    """All files of a folder at one moment."""

    files: tuple[FileEntry, ...]
    """In the order of their paths."""
    problems: tuple[Problem, ...]
    """What could not be looked into."""


def identifier(path: str) -> str:
    """The id of a file: its path with everything that a terminal could not show written as an escape."""
    readable = os.fsencode(path).decode("utf-8", "backslashreplace")
    if readable.isprintable() and readable.isascii():
        return readable
    return re.sub(_UNSHOWABLE, lambda found: f"\\x{ord(found[0]):02x}", readable)


def check_folder(folder: Path) -> None:
    """Raise FolderError, saying what to do, unless `folder` is a directory that can be listed."""
    try:
        with os.scandir(folder):
            return
    except FileNotFoundError:
        message = "there is no such folder; give the path of a folder of article files"
    except NotADirectoryError:
        message = "there is no such folder; a part of its path is a file"
        if folder.is_file():
            message = f"this is a file, not a folder; to read one file, try: broadsheet show {folder}"
    except PermissionError:
        message = "this folder may not be read; ask its owner for permission, or choose another"
    except OSError as fault:
        message = fault.strerror or str(fault)
    raise FolderError(f"{identifier(str(folder))}: {message}")


def ignoring(patterns: Sequence[str]) -> Callable[[str, str, bool], bool]:
    """A test of (path, name, is a directory) against patterns in the manner of gitignore(5).

    A pattern without a slash is held against the name alone, one with a slash before its end against the whole path
    inside the folder, where `*` stays within a name and `**` stands for any directories; a slash at the end asks for a
    directory. There is no negation.
    """
    names: list[str] = []
    directories: list[str] = []
    paths: list[tuple[tuple[str, ...], bool]] = []
    for pattern in patterns:
        bare = pattern.strip("/")
        if "/" in pattern.rstrip("/"):
            paths.append((tuple(bare.split("/")), pattern.endswith("/")))
        else:
            (directories if pattern.endswith("/") else names).append(translate(bare))
    name, directory = _either(names), _either(directories)

    def ignored(where: str, called: str, is_directory: bool) -> bool:
        if name(called) or (is_directory and directory(called)):
            return True
        parts = tuple(where.split("/")) if paths else ()
        return any(_leads_to(path, parts) for path, of_directory in paths if is_directory or not of_directory)

    return ignored


def _leads_to(pattern: tuple[str, ...], parts: tuple[str, ...]) -> bool:
    """Whether a pattern, cut at its slashes, fits a path, cut at its slashes."""
    if not pattern:
        return not parts
    if pattern[0] == "**":
        return any(_leads_to(pattern[1:], parts[skipped:]) for skipped in range(len(parts) + 1))
    return bool(parts) and fnmatchcase(parts[0], pattern[0]) and _leads_to(pattern[1:], parts[1:])


def _either(patterns: Sequence[str]) -> Callable[[str], object]:
    return re.compile("|".join(patterns)).match if patterns else lambda _: None


def listing(folder: Path, ignored: Callable[[str, str, bool], bool]) -> Listing:
    """Every regular file below `folder`, symbolic links followed, each directory entered once however it is reached.

    Opens no file, so that pipes, sockets and devices do no harm. Raises FolderError when the folder itself is gone.
    """
    check_folder(folder)
    walk = _Walk(ignored)
    top = folder.stat()
    walk.enter("", (top.st_dev, top.st_ino))
    while walk.pending or walk.linked:
        if not walk.pending:
            walk.enter(*walk.linked.pop(min(walk.linked)))
            continue
        inside = walk.pending.pop()
        try:
            with os.scandir(folder / inside) as entries:
                for entry in entries:
                    walk.meet(entry, f"{inside}{entry.name}")
        except OSError as fault:
            walk.problems.append(Problem(identifier(inside.rstrip("/")), _reason(fault)))
    walk.files.sort(key=lambda file: file.path)
    return Listing(tuple(walk.files), tuple(sorted(walk.problems, key=lambda problem: problem.id)))


@dataclass(slots=True)
class _Walk:
    """What was met so far on the way through a folder."""

    ignored: Callable[[str, str, bool], bool]
    files: list[FileEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    pending: list[str] = field(default_factory=list)
    """Directories still to enter."""
    linked: dict[str, tuple[str, tuple[int, int]]] = field(default_factory=dict)
    """Directories reached by a symbolic link, by path: they wait until all others were entered by their own names."""
    visited: set[tuple[int, int]] = field(default_factory=set)

    def meet(self, entry: os.DirEntry[str], path: str) -> None:
        """Put one directory entry where it belongs: among files, problems, directories still to enter, or nowhere."""
        try:
            is_directory = entry.is_dir()
            if self.ignored(path, entry.name, is_directory):
                return
            about = entry.stat()
        except OSError as fault:
            self.problems.append(Problem(identifier(path), _reason(fault)))
            return
        if is_directory and entry.is_symlink():
            self.linked[path] = (f"{path}/", (about.st_dev, about.st_ino))
        elif is_directory:
            self.enter(f"{path}/", (about.st_dev, about.st_ino))
        elif stat.S_ISREG(about.st_mode):
            self.files.append(FileEntry(path, about.st_size, about.st_mtime_ns))

    def enter(self, path: str, identity: tuple[int, int]) -> None:
        """Have a directory looked into, unless it was already."""
        if identity not in self.visited:
            self.visited.add(identity)
            self.pending.append(path)


def content(folder: Path, path: str, limit: int) -> FileContent:
    """The first `limit` bytes of a file of the folder; never waits, even if a pipe has taken the file's place.

    Raises ArticleError when it cannot be read, caused by FileNotFoundError when it has vanished.
    """
    from hashlib import blake2b  # 2 ms that a start without news can do without

    try:
        descriptor = os.open(folder / path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with os.fdopen(descriptor, "rb") as file:
            about = os.fstat(descriptor)
            if not stat.S_ISREG(about.st_mode):
                raise ArticleError("this is no regular file")
            data = file.read(limit + 1)
    except (OSError, ValueError) as fault:
        raise ArticleError(_reason(fault)) from fault
    return FileContent(data, blake2b(data, digest_size=16, salt=about.st_size.to_bytes(8, "big")).digest())


def _reason(fault: Exception) -> str:
    if isinstance(fault, PermissionError):
        return "may not be read; change its permissions"
    if isinstance(fault, FileNotFoundError):
        return "has vanished, or is a link that leads nowhere"
    return str(getattr(fault, "strerror", None) or fault)
