"""One refresh from beginning to end, holding the folder's write lock."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from reader.errors import DamagedError, StoreError
from reader.model.refresh import Outcome, Progress
from reader.refresh import naming
from reader.refresh.grouping import chosen, pending
from reader.refresh.indexing import IndexLost
from reader.refresh.job import Job, Report
from reader.refresh.reading import read
from reader.store.catalogue import Catalogue
from reader.store.catalogue_file import set_aside
from reader.store.writer_lock import lock


def refresh(job: Job, report: Report) -> Outcome:
    """Bring the catalogue and index in `job.cache` in line with `job.folder`.

    Raises FolderError when the folder cannot be listed, BusyError when another process is at it, and another StoreError
    when the cache cannot be written. What was committed until then stays.
    """
    begun = time.monotonic()
    with lock(job.cache):
        try:
            outcome = _refreshed(job, report)
        except DamagedError as fault:
            report(Progress("scanning", message=f"{fault}; it was set aside and is being built again"))
            set_aside(job.cache)
            outcome = _refreshed(job, report)
        report(Progress("done", outcome.articles, outcome.articles))
    return replace(outcome, seconds=round(time.monotonic() - begun, 3))


def _refreshed(job: Job, report: Report) -> Outcome:
    """Do all of it, once again where the word index is lost on the way. Raises DamagedError for a damaged catalogue."""
    with _catalogue(job.cache, report) as catalogue:
        try:
            outcome = read(job, catalogue, report)
        except IndexLost:
            try:
                outcome = read(job, catalogue, report)
            except IndexLost as fault:
                raise StoreError(f"the word index cannot be built: {fault.__cause__}") from fault
        choices = chosen(job)
        unfinished = catalogue.links.unrelated() or catalogue.names.unsettled()
        if outcome.differs or unfinished or pending(catalogue, choices):
            from reader.refresh.relating import relate  # numpy: 80 ms that a start without news can do without

            relate(catalogue, report, choices)
            naming.settle(catalogue)
    return outcome


@contextmanager
def _catalogue(cache: Path, report: Report) -> Iterator[Catalogue]:
    catalogue, mended = Catalogue.open_or_begin_anew(cache)
    try:
        if mended:
            report(Progress("scanning", message=mended))
        with catalogue.translated():
            yield catalogue
    finally:
        catalogue.close()
