"""The first half of a refresh: see what changed in the folder, read and parse that, enter it in catalogue and index."""

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from reader.articles import parse
from reader.errors import ArticleError
from reader.model.article import Article
from reader.model.refresh import Outcome, Progress
from reader.refresh.correcting import Correcting
from reader.refresh.indexing import Shards
from reader.refresh.job import Job, Report
from reader.refresh.waiting import Waiting
from reader.store.catalogue import Catalogue, KnownFile
from reader.store.folder import FileEntry, content, identifier, ignoring, listing

FIRST_COMMIT = 0.1
"""Seconds of reading before the first headlines are committed; every later wait is twice as long, up to the next."""
LONGEST_COMMIT = 1.0
SEARCH_BEGINS = 20_000
"""Articles after which a first shard is indexed though more are still to be listed, so that search answers at all."""


@dataclass(frozen=True, slots=True)
class _Changes:
    """What a look at the folder found, against what the catalogue knows."""

    fresh: tuple[tuple[FileEntry, KnownFile | None], ...]
    """Files to read, newest first, each with what is known of the same path."""
    gone: dict[str, KnownFile]
    """Files that are no longer there."""
    unchanged: int
    """Files that need not be read."""


@dataclass(slots=True)
class _Tally:
    """What has been done so far."""

    correcting: Correcting
    """What the user says of the articles."""
    waiting: Waiting
    """Articles that are in the catalogue but not yet in the index."""
    added: int = 0
    changed: int = 0
    unchanged: int = 0


def read(job: Job, catalogue: Catalogue, report: Report) -> Outcome:
    """Read what is new or changed; take out what has vanished. Raises FolderError, StoreError or IndexLost.

    First everything is listed, then it is indexed: a person looks at the list before any search.
    """
    with Waiting(job.cache) as waiting:
        return _read(job, catalogue, waiting, report)


def _read(job: Job, catalogue: Catalogue, waiting: Waiting, report: Report) -> Outcome:
    report(Progress("scanning"))
    index = Shards(job, catalogue, report)
    found = listing(job.folder, ignoring(job.ignore))
    correcting = Correcting(job)
    changes = _changes(found.files, correcting.files(catalogue))
    tally = _Tally(correcting, waiting, unchanged=changes.unchanged)
    if changes.fresh or changes.gone:
        with catalogue.batch():
            catalogue.begin()
    _enter(job, catalogue, changes, tally, index, report)
    if changes.fresh or changes.gone or catalogue.fact("complete") != "1" or catalogue.complaints() != found.problems:
        with catalogue.batch():
            catalogue.remove_files(known.number for known in changes.gone.values())
            catalogue.replace_complaints(found.problems)
            catalogue.days.settle()
            catalogue.note("complete", "1")
    report(Progress("reading", len(changes.fresh), len(changes.fresh)))
    index.flush(catalogue.days.settled(waiting.take(index.size)), len(changes.fresh))
    while waiting:
        index.flush(catalogue.days.settled(waiting.take(index.size)), len(changes.fresh))
    return Outcome(
        added=tally.added,
        changed=tally.changed,
        removed=len(changes.gone),
        unchanged=tally.unchanged,
        failed=catalogue.problems(),
        articles=catalogue.articles(),
    )


def _changes(files: Sequence[FileEntry], known: dict[str, KnownFile]) -> _Changes:
    gone = dict(known)
    fresh: list[tuple[FileEntry, KnownFile | None]] = []
    unchanged = 0
    for entry in files:
        before = gone.pop(entry.path, None)
        if before and before.matches(entry):
            unchanged += 1
        else:
            fresh.append((entry, before))
    fresh.sort(key=lambda pair: pair[0].modified, reverse=True)
    return _Changes(tuple(fresh), gone, unchanged)


def _enter(job: Job, catalogue: Catalogue, changes: _Changes, tally: _Tally, index: Shards, report: Report) -> None:
    """Read the fresh files, and commit ever larger batches of them, so that the first are seen at once."""
    renamed = {known.digest: path for path, known in changes.gone.items()}
    pending = iter(changes.fresh)
    wait = FIRST_COMMIT
    done = 0
    while done < len(changes.fresh):
        with catalogue.batch():
            for entry, known in _for(wait, pending):
                _enter_file(job, catalogue, entry, known, changes.gone, renamed, tally)
                done += 1
        wait = min(2 * wait, LONGEST_COMMIT)
        report(Progress("reading", done, len(changes.fresh)))
        if not index.begun and len(tally.waiting) >= SEARCH_BEGINS:
            index.flush(tally.waiting.take(index.size), len(changes.fresh))


def _for(
    seconds: float, pairs: Iterator[tuple[FileEntry, KnownFile | None]]
) -> Iterator[tuple[FileEntry, KnownFile | None]]:
    """What the iterator yields until the time is over, and at least one."""
    end = time.monotonic() + seconds
    for pair in pairs:
        yield pair
        if time.monotonic() > end:
            return


def _enter_file(
    job: Job,
    catalogue: Catalogue,
    entry: FileEntry,
    known: KnownFile | None,
    gone: dict[str, KnownFile],
    renamed: dict[bytes, str],
    tally: _Tally,
) -> None:
    """Read one file and enter it as new, changed, renamed, unchanged after all, or as a problem."""
    try:
        found = content(job.folder, entry.path, job.limit)
    except ArticleError as fault:
        if not isinstance(fault.__cause__, FileNotFoundError):
            catalogue.complain(entry, b"", str(fault), known)
        elif known:
            gone[entry.path] = known  # it vanished after the folder was listed
        return
    if known and known.complete and known.digest == found.digest:
        catalogue.touch(known, entry)
        tally.unchanged += 1
        return
    if known is None:
        known = gone.pop(renamed.get(found.digest, ""), None)
    tally.changed += known is not None
    tally.added += known is None
    try:
        articles = tally.correcting.applied(_parsed(found.data, entry, job.limit))
    except ArticleError as fault:
        catalogue.complain(entry, found.digest, str(fault), known)
        return
    tally.waiting.add(zip(catalogue.put(entry, found.digest, articles, known), articles, strict=True))


def _parsed(data: bytes, entry: FileEntry, limit: int) -> tuple[Article, ...]:
    try:
        return parse(data, identifier(entry.path), limit)
    except ArticleError:
        raise
    except Exception as fault:
        # A fault of ours in one file must not keep all the others from the reader.
        raise ArticleError(
            f"Broadsheet failed on this file ({type(fault).__name__}: {fault}); please report it"
        ) from fault
