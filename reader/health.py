"""What is well and what is not with a folder, its catalogue and index, and the marks; nothing is changed on the way."""

import os
from collections.abc import Iterator
from pathlib import Path

from reader.diagnosis import Diagnosis, Level
from reader.errors import DamagedError, FolderError, StateError, StoreError
from reader.refresh.indexing import FILES_FACT, FORMAT_FACT
from reader.store import catalogue_schema, state_schema
from reader.store.examination import CatalogueFacts, examined_catalogue, examined_state, sqlite_version
from reader.store.folder import ignoring, listing
from reader.store.index_files import FORMAT, intact, present
from reader.store.writer_lock import holder
from reader.told import counted

MEGABYTE = 1_000_000


def database_diagnosis() -> Diagnosis:
    """Whether the SQLite that Python was built with will do."""
    version, good = sqlite_version()
    if good:
        return Diagnosis("sqlite", Level.OK, version)
    return Diagnosis("sqlite", Level.FAULT, f"{version} is too old; 3.35 is needed", "use a newer Python")


def folder_diagnosis(folder: Path, ignore: tuple[str, ...]) -> Diagnosis:
    """Whether the folder can be read, and how many files there are."""
    try:
        found = listing(folder, ignoring(ignore))
    except FolderError as fault:
        told, _, advice = str(fault).partition("; ")
        return Diagnosis("folder", Level.FAULT, told, advice)
    told = f"{folder}: {counted(len(found.files), 'file')} to read"
    if found.problems:
        first = found.problems[0]
        more = f"{told}; {len(found.problems):,} could not be looked into, such as {first.id}: {first.reason}"
        return Diagnosis("folder", Level.WARNING, more, "change their permissions, or leave them out: setting ignore")
    if not found.files:
        return Diagnosis("folder", Level.WARNING, told, "put article files there, or name another folder with --folder")
    return Diagnosis("folder", Level.OK, told)


# Catalogue and index


def cache_diagnoses(cache: Path) -> Iterator[Diagnosis]:
    """Whether catalogue and index are whole, agree, and can be written."""
    if not cache.is_dir():
        yield _absent(cache)
        return
    held = holder(cache)
    yield _writable(cache, held)
    catalogue = cache / catalogue_schema.FILE_NAME
    if not catalogue.exists():
        yield Diagnosis("catalogue", Level.OK, "none yet; it is made at the first look at the folder")
        return
    try:
        facts = examined_catalogue(catalogue)
    except DamagedError as fault:
        yield Diagnosis("catalogue", Level.FAULT, str(fault), _again("it is set aside and built again"))
        return
    except StoreError as fault:
        yield Diagnosis("catalogue", Level.FAULT, str(fault), f"delete {cache}; all of it is built again")
        return
    yield _catalogue_diagnosis(facts, busy=held is not None)
    yield _index_diagnosis(cache, facts, busy=held is not None)


def _absent(cache: Path) -> Diagnosis:
    there = next((parent for parent in cache.parents if parent.exists()), Path("/"))
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Diagnosis("cache", Level.OK, f"{cache}: not there yet; it is made at the first look at the folder")
    return _unwritable(cache)


def _unwritable(cache: Path) -> Diagnosis:
    told = f"{cache} may not be written, so a passing index is built anew at every start"
    return Diagnosis("cache", Level.FAULT, told, "change its permissions, or name another place with --cache-dir")


def _writable(cache: Path, held: int | None) -> Diagnosis:
    if not os.access(cache, os.W_OK | os.X_OK):
        return _unwritable(cache)
    told = f"{cache}: can be written, {_size(cache)}"
    if held is None:
        return Diagnosis("cache", Level.OK, f"{told}; nobody is at work on it")
    return Diagnosis("cache", Level.OK, f"{told}; {f'process {held}' if held else 'another process'} is at work on it")


def _catalogue_diagnosis(facts: CatalogueFacts, *, busy: bool) -> Diagnosis:
    told = f"whole; {counted(facts.articles, 'article')} in {counted(facts.files, 'file')}"
    if facts.problems:
        told += f", {counted(facts.problems, 'file')} without one"
    if facts.noted.get("complete") == "1" or busy:
        return Diagnosis("catalogue", Level.OK, told)
    return Diagnosis(
        "catalogue", Level.WARNING, f"{told}; the last look at the folder was cut short", _again("it goes on")
    )


def _index_diagnosis(cache: Path, facts: CatalogueFacts, *, busy: bool) -> Diagnosis:
    if not present(cache):
        if not facts.indexed:
            return Diagnosis("index", Level.OK, "none yet; it is made with the first articles")
        return Diagnosis("index", Level.FAULT, "missing, so nothing can be found by its words", _rebuilt())
    if facts.noted.get(FORMAT_FACT) != FORMAT:
        return Diagnosis("index", Level.WARNING, "made by another version of Broadsheet", _rebuilt())
    try:
        from reader.store.index import Index  # Whoosh: where it is broken, the rest can still be told

        index = Index(cache)
        held = index.numbers()
        index.close()
    except (StoreError, ImportError) as fault:
        return Diagnosis("index", Level.FAULT, str(fault), _rebuilt())
    if busy:
        return Diagnosis("index", Level.OK, f"can be read; {counted(len(held), 'article')}, and more are coming")
    return _agreement(held, facts, whole=intact(cache, facts.noted.get(FILES_FACT) or "\n"))


def _agreement(held: set[int], facts: CatalogueFacts, *, whole: bool) -> Diagnosis:
    """Whether the index holds just the articles that the catalogue says it holds."""
    missing = len(facts.indexed - held)
    surplus = len(held - facts.indexed - facts.unlisted)
    if missing or surplus:
        told = f"does not agree with the catalogue: {missing:,} articles are missing, {surplus:,} are too many"
        return Diagnosis("index", Level.FAULT, told, "delete the cache; all of it is built again")
    if not whole:
        return Diagnosis("index", Level.WARNING, "its files were changed by another program", _rebuilt())
    return Diagnosis("index", Level.OK, f"whole; {counted(len(facts.indexed), 'article')}, as in the catalogue")


def _rebuilt() -> str:
    return _again("it is built again")


def _again(happens: str) -> str:
    return f"at the next start, or with `broadsheet index`, {happens}"


# Marks


def state_diagnoses(data: Path) -> Iterator[Diagnosis]:
    """Whether the marks are whole, how many there are, and where to back them up."""
    path = data / state_schema.FILE_NAME
    if not path.exists():
        yield _no_state(data, path)
        return
    try:
        facts = examined_state(path)
    except DamagedError as fault:
        advice = (
            f"it is never touched: put a copy in its place, save what can be saved (sqlite3 {path} .recover), or move "
            "it away to begin with no marks"
        )
        yield Diagnosis("state", Level.FAULT, str(fault), advice)
        return
    except StateError as fault:
        yield Diagnosis(
            "state", Level.FAULT, str(fault), "change its permissions, or name another place with --data-dir"
        )
        return
    counts = f"{facts.read:,} read, {facts.favourites:,} favourites, {facts.tagged:,} tagged"
    folders = counted(facts.folders, "folder")
    if os.access(path, os.W_OK) and os.access(data, os.W_OK | os.X_OK):
        yield Diagnosis("state", Level.OK, f"whole; can be written; {counts}, in {folders}")
    else:
        told = f"{path} may not be written, so marks cannot be saved; {counts}, in {folders}"
        yield Diagnosis("state", Level.FAULT, told, "change its permissions, or name another place with --data-dir")
    yield Diagnosis("backup", Level.OK, f"all marks are in {path}; copy all files that begin so while nothing is open")


def _no_state(data: Path, path: Path) -> Diagnosis:
    there = next((each for each in (data, *data.parents) if each.exists()), Path("/"))
    if there.is_dir() and os.access(there, os.W_OK | os.X_OK):
        return Diagnosis("state", Level.OK, f"{path}: not there yet; it is made at the first start")
    told = f"{path} cannot be made, so marks cannot be saved"
    return Diagnosis(
        "state", Level.FAULT, told, f"change the permissions of {there}, or name another place: --data-dir"
    )


# Words


def _size(directory: Path) -> str:
    """What all files in a directory take, without saying anything of those that vanish meanwhile."""
    total = 0
    for where, _, names in os.walk(directory):
        for name in names:
            try:
                total += Path(where, name).stat().st_size
            except OSError:
                continue
    return f"{total / MEGABYTE:,.1f} MB"
