"""What stands in the files behind the articles of a folder: the article itself, where it was read, and all as it is."""

from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles import parse_part
from reader.articles.corrections import corrected
from reader.errors import ArticleError, StoreError
from reader.files import Raw, place_to_edit, raw_file, raw_view
from reader.model.article import Article, Value
from reader.model.headline import LinkKind
from reader.store.folder import content, identifier
from reader.store.identities import Place
from reader.store.tables import Tables

if TYPE_CHECKING:
    from reader.articles.evidence import Evidence

MOST_LINKS = 50
"""Links of an article that are looked through for a copy."""


class ArticleFiles:
    """The files of one folder, by the numbers of their articles. For the thread that asks."""

    def __init__(self, folder: Path, limit: int, tables: Tables) -> None:
        """At most `limit` bytes are read of a file."""
        self._folder = folder
        self._limit = limit
        self._tables = tables

    def article(self, number: int) -> Article:
        """The whole article, with the user's corrections.

        Raises ArticleError where its file has vanished or changed too much.
        """
        return corrected(self._read(number)[0], self._tables.said.corrections(number))

    def evidence(self, number: int) -> "tuple[Evidence, ...]":
        """Every field of an article with the rule that found it, how sure it is and where it was read.

        Raises ArticleError, as `article` does.
        """
        from reader.articles.decode import decode
        from reader.articles.evidence import evidence

        article, data = self._read(number)
        text = decode(data, self._limit).text
        return evidence(article, self._tables.said.corrections(number), text, self._day_of_copy(number))

    def raw_view(self, number: int) -> Raw:
        """The file of an article as it is. Raises ArticleError, which names the file."""
        place = self._place(number)
        try:
            return raw_view(self._folder, place.path, self._read(number)[0] if place.part else None)
        except ArticleError as fault:
            raise ArticleError(f"{identifier(place.path)}: {fault}") from fault

    def raw_problem(self, name: str) -> Raw:
        """A file that gave no article, by its id, as it is. Raises ArticleError for what is no text."""
        path = self._tables.problems.file_of(name)
        if not path:
            raise ArticleError("there is nothing of this file that could be shown")
        try:
            return raw_view(self._folder, path)
        except ArticleError as fault:
            raise ArticleError(f"{name}: {fault}") from fault

    def raw(self, number: int) -> str:
        """The file as it is, made harmless for a terminal. Raises ArticleError."""
        return raw_file(self.path(number))

    def place_to_edit(self, number: int) -> tuple[Path, int]:
        """The file of an article and the line at which it begins. Raises ArticleError for what cannot be edited."""
        place = self._place(number)
        return place_to_edit(self._folder, place.path, self._read(number)[0] if place.part else None)

    def path(self, number: int) -> Path:
        """The file that holds an article. Raises ArticleError where it has vanished from the catalogue."""
        return self._folder / self._place(number).path

    def _read(self, number: int) -> tuple[Article, bytes]:
        """An article as the rules find it, and the bytes of its file."""
        place = self._place(number)
        data = content(self._folder, place.path, self._limit).data
        article = parse_part(data, identifier(place.path), place.part, self._limit)
        return self._tables.with_settled_day(number, article), data

    def _place(self, number: int) -> Place:
        try:
            return self._tables.identities.place(number)
        except StoreError as fault:
            raise ArticleError(str(fault)) from fault

    def _day_of_copy(self, number: int) -> Value:
        """The day that was taken over from a copy, its rule naming that copy."""
        headline = next(iter(self._tables.headlines.of([number])), None)
        if headline is None or not headline.date:
            return Value()
        links = self._tables.headlines.links(number, MOST_LINKS)
        copies = (link.headline for link in links if link.kind in (LinkKind.COPY, LinkKind.EDITED_COPY))
        told = next((copy for copy in copies if copy.date == headline.date), None)
        source = f"from a copy: {told.id}, “{told.title}”" if told else "from a copy"
        return Value(headline.date, source, headline.date_confidence)
