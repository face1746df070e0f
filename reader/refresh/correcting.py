"""The user's corrections in a refresh: which files they have read again, and how they come into what is read."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from reader.articles.corrections import corrected
from reader.errors import StateError
from reader.model.article import Article
from reader.refresh.job import Job
from reader.store.catalogue import Catalogue, KnownFile
from reader.store.folder import identifier
from reader.store.recorded import Recorded, corrections


class Correcting:
    """The corrections of one refresh, as they were at its beginning."""

    def __init__(self, job: Job) -> None:
        """Read them; where that cannot be done, every article stays as it is until it can."""
        self._recorded = Recorded()
        self._known = job.data != Path()
        if self._known:
            try:
                self._recorded = corrections(job.data, identifier(str(job.folder.resolve())))
            except StateError:  # the front end, which keeps the marks, tells of it
                self._known = False

    def files(self, catalogue: Catalogue) -> dict[str, KnownFile]:
        """All known files by path; those that are to be read again for a correction count as incomplete."""
        files: Mapping[str, KnownFile] = catalogue.files()
        again = catalogue.corrected_otherwise(self._recorded) if self._known else set()
        if not again:
            return dict(files)
        return {
            path: replace(known, complete=False) if known.number in again else known for path, known in files.items()
        }

    def applied(self, articles: tuple[Article, ...]) -> tuple[Article, ...]:
        """The articles with what the user says of them."""
        return tuple(corrected(article, self._recorded.of(article.id, article.content_hash)) for article in articles)
