"""Hand articles to the word index in shards, and then have the catalogue say so."""

from collections.abc import Iterator, Mapping, Sequence

from reader.errors import DamagedError
from reader.model.article import Article
from reader.model.name import Name
from reader.model.refresh import Progress
from reader.refresh import naming
from reader.refresh.job import Job, Report
from reader.store.catalogue import Catalogue
from reader.store.index_files import FORMAT, LANGUAGES_FACT, intact, inventory, set_aside

FIRST_SHARD = 1000
"""Articles in the first segment of the word index, so that search begins to answer early."""
SHARD = 2500
"""Articles in every further one. Fewer, larger segments are faster to search, but 5,000 take 334 MB, 2,500 take 139."""
FORMAT_FACT = "index format"
FILES_FACT = "index files"


class IndexLost(Exception):  # noqa: N818 - it is news, not an error: nobody but the refresh itself meets it
    """The word index had to be made anew, so that every file must be read again."""


class Shards:
    """The word index of one refresh, opened when there is something to enter."""

    def __init__(self, job: Job, catalogue: Catalogue, report: Report) -> None:
        """Note that every file is to be read again where there is no index that can be used."""
        self._cache = job.cache
        self._catalogue = catalogue
        self._report = report
        whole = catalogue.fact(FORMAT_FACT) == FORMAT and intact(job.cache, catalogue.fact(FILES_FACT))
        self._anew = not whole
        self._through = 0
        self.size = FIRST_SHARD
        """How many articles the next shard should hold."""
        self.begun = False
        """Whether anything was indexed in this refresh."""
        if self._anew:
            self._forget()

    def flush(self, articles: Sequence[tuple[int, Article]], total: int) -> None:
        """Index these articles, and take out of the index those that are gone. Raises IndexLost or StoreError.

        `total` is about how many this refresh will index, for the report.
        """
        gone = self._catalogue.unlisted()
        if not articles and not gone:
            return
        profiles: dict[int, bytes] = {}
        names: dict[int, tuple[Name, ...]] = {}
        try:
            words = self._enter(articles, gone, profiles, names, total)
        except DamagedError as fault:
            self._report(Progress("indexing", message=f"{fault}; it was set aside and is being built again"))
            self._forget()
            raise IndexLost from fault
        with self._catalogue.batch():
            self._catalogue.mark_indexed(profiles, words, gone)
            naming.enter(self._catalogue, names)
            self._catalogue.note(FORMAT_FACT, FORMAT)
            self._catalogue.note(FILES_FACT, inventory(self._cache))
            self._note_languages({article.language for _, article in articles})
        self._anew = False
        self._through += len(articles)
        self.size = SHARD
        self.begun = True

    def _enter(
        self,
        articles: Sequence[tuple[int, Article]],
        gone: Sequence[int],
        profiles: dict[int, bytes],
        names: dict[int, tuple[Name, ...]],
        total: int,
    ) -> Mapping[str, int]:
        """Commit these articles to the word index; their profiles and what they name are filled in on the way."""
        from reader.store.index import Index  # Whoosh and numpy wait until the first headlines are on the screen

        if self._anew:
            Index.create(self._cache)

        def texts() -> Iterator[tuple[int, str, str, str]]:
            for done, (number, article) in enumerate(articles, self._through):
                if done % 20 == 0:
                    self._report(Progress("indexing", done, max(done, total)))
                profiles[number] = self._profile(article)
                names[number] = naming.named(article, self._report)
                yield number, article.language, article.title.text, article.text

        index = Index(self._cache)
        try:
            return index.update(texts(), gone)
        finally:
            index.close()

    def _profile(self, article: Article) -> bytes:
        """What relates the article to others; nothing where a fault of ours would keep it from being found at all."""
        from reader.stories.profile import profile

        try:
            return profile(article).to_bytes()
        except Exception as fault:
            told = f"{article.id}: cannot be related ({type(fault).__name__}: {fault}); please report it"
            self._report(Progress("indexing", message=told))
            return profile(Article(article.id)).to_bytes()

    def _note_languages(self, found: set[str]) -> None:
        """Have the catalogue say in which languages a word is to be sought; an unknown one is sought as English."""
        known = set(self._catalogue.fact(LANGUAGES_FACT).split())
        languages = known | {language or "en" for language in found}
        if languages != known:
            self._catalogue.note(LANGUAGES_FACT, " ".join(sorted(languages)))

    def _forget(self) -> None:
        """Move the index out of the way, once it is noted that it cannot be used, so that a kill in between is mended.

        It must not answer any more: a catalogue that was built again numbers its articles anew.
        """
        with self._catalogue.batch():
            self._catalogue.forget_index()
            self._catalogue.note(FORMAT_FACT, "")
            self._catalogue.note(LANGUAGES_FACT, "")
        set_aside(self._cache)
