"""One file, in or outside a folder: its articles, with what the user says of them, and its text as it is."""

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from reader.articles import parse, raw_text
from reader.errors import ArticleError, StateError
from reader.model.article import Article
from reader.store.folder import content, identifier

if TYPE_CHECKING:
    from reader.model.marking import Highlight

Articles = tuple[Article, ...]
RAW_LIMIT = 2_000_000
"""Bytes of a file that are shown as they are."""
SEARCHED = 30
"""Characters of an article by which its place in a file is found."""


@dataclass(frozen=True, slots=True)
class Raw:
    """A file as it is."""

    id: str
    """Its path inside the folder."""
    text: str
    """All of it, controls shown as pictures."""
    encoding: str
    """How the bytes were read; ends in `(guessed)` where nothing in the file says it."""
    begin: int = 0
    """Where in the text the article that was asked for begins, about."""


def read_file(path: Path, limit: int = RAW_LIMIT, folder: Path | None = None, marks: Path | None = None) -> Articles:
    """The articles of any file; of one that lies in `folder` as that folder's library has them. Raises ArticleError.

    `marks` is the directory of the state, for the user's corrections; where that cannot be read there are none.
    """
    data = content(path.parent, path.name, limit).data
    inside = id_of(path, folder) if folder else ""
    articles = parse(data, inside or identifier(path.name), limit)
    if not inside or folder is None or marks is None:
        return articles
    from reader.articles.corrections import corrected  # like all that reads articles: not for the first screen
    from reader.store.recorded import corrections

    try:
        said = corrections(marks, identifier(str(folder.resolve())))
    except StateError:
        return articles
    return tuple(corrected(article, said.of(article.id, article.content_hash)) for article in articles)


def read_notes(article: Article, folder: Path, marks: Path) -> "tuple[str, tuple[Highlight, ...]]":
    """What the user wrote about an article of a folder, and highlighted in it; nothing where that cannot be read.

    `marks` is the directory of the state.
    """
    from reader.store import recorded  # not for the first screen

    try:
        return recorded.notes(marks, identifier(str(folder.resolve())), article.id, article.content_hash)
    except StateError:
        return "", ()


def raw_file(path: Path) -> str:
    """Any file as it is, made harmless for a terminal. Raises ArticleError."""
    return raw_text(content(path.parent, path.name, RAW_LIMIT).data)


def raw_view(folder: Path, path: str, article: Article | None = None) -> Raw:
    """A file of a folder as it is, at one of its articles. Raises ArticleError, where it is no text."""
    from reader.articles.decode import raw

    decoded = raw(content(folder, path, RAW_LIMIT).data)
    begin = _begin(decoded.text, article) if article else 0
    return Raw(identifier(path), decoded.text, decoded.encoding, begin)


def place_to_edit(folder: Path, path: str, article: Article | None = None) -> tuple[Path, int]:
    """A file of a folder, and the line of it, from 1, at which one of its articles begins.

    Raises ArticleError for what no editor of text can change: it lies compressed, or is no text.
    """
    from reader.articles.decode import raw
    from reader.articles.formats.compression import compressed_as

    data = content(folder, path, RAW_LIMIT).data
    if packed := compressed_as(data):
        raise ArticleError(f"{identifier(path)} lies compressed ({packed}); unpack it to edit it")
    try:
        text = raw(data).text
    except ArticleError as fault:
        raise ArticleError(f"{identifier(path)} cannot be edited: {fault}") from fault
    return folder / path, text.count("\n", 0, _begin(text, article)) + 1 if article else 1


def id_of(path: Path, folder: Path) -> str:
    """The id of a file that lies in `folder`, however it is reached; empty for any other file."""
    named = Path(os.path.abspath(path))  # noqa: PTH100 - a link inside the folder has the id of its own place
    for one, other in ((named, Path(os.path.abspath(folder))), (named.resolve(), folder.resolve())):  # noqa: PTH100
        if one.is_relative_to(other):
            return identifier(one.relative_to(other).as_posix())
    return ""


def _begin(text: str, article: Article) -> int:
    """About where an article begins in a file of several: at its title or first words, nearest to where it was read."""
    first = article.blocks[0] if article.blocks else None
    near = min((span[0] for span in (article.title.span, first.span if first else (0, 0)) if span != (0, 0)), default=0)
    for words in (article.title.text, first.text[:SEARCHED] if first else ""):
        places = [match.start() for match in re.finditer(re.escape(words), text)] if words else []
        if places:
            return min(places, key=lambda place: abs(place - near))
    return min(near, len(text))
